// PatternFinder: which unhelpful thinking patterns a thought may show, and the words that decided. It names nothing rather than guess.
#ifndef STUMBLE_REFRAMING_PATTERN_FINDER_H_
#define STUMBLE_REFRAMING_PATTERN_FINDER_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.h"
#include "pack/pack_shelf.h"
#include "reframing/cue_matcher.h"

namespace stumble {

struct FoundPattern {
  const Pattern* pattern;
  double strength;                // the sum of the cues' weights over the pattern's threshold; at least 1
  std::vector<std::string> cues;  // the words that decided, as they stand in the thought, the heaviest first
};

class PatternFinder {
 public:
  // Of the shelf's patterns those in `wanted`, or all if that is empty. The shelf must outlive the finder. Throws Error
  // with file and line if a cue is not valid; with a handler, hands it there and leaves that pattern out.
  explicit PatternFinder(const PackShelf& shelf, const std::set<std::string>& wanted = {},
                         const ErrorHandler& on_error = {});

  // The patterns whose sums reach their thresholds, the strongest first.
  std::vector<FoundPattern> Find(std::string_view thought) const;

 private:
  struct Compiled {
    const Pattern* pattern;
    WeighedCues cues;
  };
  std::vector<Compiled> patterns_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_PATTERN_FINDER_H_
