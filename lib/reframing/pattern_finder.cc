#include "reframing/pattern_finder.h"

#include <algorithm>

#include "text/text.h"

namespace stumble {

PatternFinder::PatternFinder(const PackShelf& shelf, const std::set<std::string>& wanted,
                             const ErrorHandler& on_error) {
  for (const Pack& pack : shelf.packs()) {
    WordLists lists(pack.words);
    for (const Pattern& pattern : pack.patterns) {
      if (!wanted.empty() && !wanted.contains(pattern.id)) continue;
      try {
        patterns_.push_back({&pattern, WeighedCues(pattern.cues, lists)});
      } catch (const Error& error) {
        if (!on_error) throw;
        on_error(error);
      }
    }
  }
}

std::vector<FoundPattern> PatternFinder::Find(std::string_view thought) const {
  Wording wording(thought);
  std::vector<FoundPattern> found;
  for (const Compiled& compiled : patterns_) {
    WeighedCues::Weighed weighed = compiled.cues.Weigh(wording);
    double threshold = compiled.pattern->threshold;
    if (!weighed.Reaches(threshold) || weighed.places.empty()) continue;
    FoundPattern pattern{compiled.pattern, weighed.sum / threshold, {}};
    for (const Range& place : weighed.places)
      pattern.cues.push_back(OnOneLine(thought.substr(place.begin, place.end - place.begin)));
    found.push_back(std::move(pattern));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const FoundPattern& a, const FoundPattern& b) { return a.strength > b.strength; });
  return found;
}

}  // namespace stumble
