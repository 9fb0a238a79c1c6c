#include "reframing/naming.h"

#include <algorithm>

namespace stumble {

namespace {

// How far above its threshold a pattern must be beside hardship. In log odds: such a thought would show it ten times as surely.
constexpr double kStandsOut = 2.3;

}  // namespace

std::vector<FoundPattern> NamedPatterns(const PatternFinder& finder, Concern concern, std::string_view thought) {
  if (concern > Concern::kHardship) return {};
  std::vector<FoundPattern> found = finder.Find(thought);
  if (concern == Concern::kHardship)
    std::erase_if(found, [](const FoundPattern& pattern) { return pattern.strength < kStandsOut; });
  return found;
}

}  // namespace stumble
