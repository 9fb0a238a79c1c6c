// Names: which short names (triggers, feelings) stand beside setbacks, and how often. A name is the same in any letter case.
#ifndef STUMBLE_INSIGHT_NAMES_H_
#define STUMBLE_INSIGHT_NAMES_H_

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace stumble {

struct NameCount {
  std::string name;     // as it was spelled first
  size_t setbacks = 0;  // that it stands beside

  bool operator==(const NameCount&) const = default;
};

// Counts names; `names_by_setback` has those of each setback, oldest setback first. A name that one setback has twice counts once
// for it; blank ones don't count. The most frequent comes first, among equals the one seen latest.
std::vector<NameCount> RankNames(std::span<const std::vector<std::string>> names_by_setback);

}  // namespace stumble

#endif  // STUMBLE_INSIGHT_NAMES_H_
