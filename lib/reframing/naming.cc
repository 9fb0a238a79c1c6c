#include "reframing/naming.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace stumble {

namespace {

// How far above its threshold a pattern must be beside hardship. In log odds: such a thought would show it some twenty times as surely.
constexpr double kStandsOut = 2.9;

// Who is ill, poor or in danger has reason to fear what may come: these must stand out more still.
constexpr double kStandsOutAhead = 4.5;
constexpr std::string_view kOfWhatMayCome[] = {"catastrophizing", "fortune-telling"};

}  // namespace

std::vector<FoundPattern> NamedPatterns(const PatternFinder& finder, Concern concern, std::string_view thought) {
  if (concern > Concern::kHardship) return {};
  std::vector<FoundPattern> found = finder.Find(thought);
  if (concern == Concern::kHardship)
    std::erase_if(found, [](const FoundPattern& found_one) {
      auto of_what_may_come = std::find(std::begin(kOfWhatMayCome), std::end(kOfWhatMayCome), found_one.pattern->id);
      return found_one.strength < (of_what_may_come == std::end(kOfWhatMayCome) ? kStandsOut : kStandsOutAhead);
    });
  return found;
}

}  // namespace stumble
