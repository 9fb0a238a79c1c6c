// StableHash: FNV-1a. Written out because std::hash may differ from one build to the next, and some choices must not: the same
// thought gets the same answer.
#ifndef STUMBLE_TEXT_STABLE_HASH_H_
#define STUMBLE_TEXT_STABLE_HASH_H_

#include <cstdint>
#include <string_view>

namespace stumble {

inline uint64_t StableHash(std::string_view text, uint64_t seed = 0) {
  uint64_t hash = 14695981039346656037u ^ (seed * 0x9E3779B97F4A7C15u);
  for (unsigned char c : text) hash = (hash ^ c) * 1099511628211u;
  return hash ^ (hash >> 32);
}

}  // namespace stumble

#endif  // STUMBLE_TEXT_STABLE_HASH_H_
