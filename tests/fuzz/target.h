// What the fuzz targets share: each is a function of bytes with a name, which a fuzzer calls with bytes of its own and the replay with those
// of the corpus.
#ifndef STUMBLE_TESTS_FUZZ_TARGET_H_
#define STUMBLE_TESTS_FUZZ_TARGET_H_

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

namespace stumble {

using FuzzTarget = void (*)(std::string_view bytes);

// By name.
inline std::map<std::string_view, FuzzTarget>& FuzzTargets() {
  static std::map<std::string_view, FuzzTarget> targets;
  return targets;
}

struct NamedFuzzTarget {
  NamedFuzzTarget(std::string_view name, FuzzTarget target) { FuzzTargets()[name] = target; }
};

// Ends the program where a property does not hold, so that the fuzzer keeps the input.
inline void Expect(bool holds, const char* property) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", property);
  std::abort();
}

// Cuts a part off the front of the input, up to the next NUL: one input, several texts.
inline std::string_view NextPart(std::string_view& rest) {
  size_t end = rest.find('\0');
  std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return part;
}

}  // namespace stumble

#endif  // STUMBLE_TESTS_FUZZ_TARGET_H_
