// CueMatcher: one cue of a pack, compiled. WeighedCues: the cues of a pattern or a safety rule, with the sum they come to.
#ifndef STUMBLE_REFRAMING_CUE_MATCHER_H_
#define STUMBLE_REFRAMING_CUE_MATCHER_H_

#include <optional>
#include <utility>
#include <vector>

#include "pack/pack.h"
#include "reframing/phrase.h"
#include "reframing/wording.h"
#include "text/regex.h"

namespace stumble {

class CueMatcher {
 public:
  // Throws Error with the cue's place if a phrase or the expression is not valid.
  CueMatcher(const Cue& cue, const WordLists& lists);

  // Where in the original text the cue first stands, if it does.
  std::optional<Range> Find(const Wording& wording) const;
  double weight() const { return weight_; }

 private:
  std::vector<Phrase> phrases_;
  std::vector<Phrase> but_not_;
  std::optional<Regex> regex_;
  double weight_;
};

class WeighedCues {
 public:
  WeighedCues(const std::vector<Cue>& cues, const WordLists& lists);

  struct Weighed {
    double sum = 0;  // of the weights of all cues found
    std::vector<std::pair<Range, double>> places;  // where each cue that was found first stands, and its weight; the heaviest first

    // Up to rounding, for sums of weights such as 0.7 + 0.3 count as 1.
    bool Reaches(double threshold) const { return WeighedCues::Reaches(sum, threshold); }
  };
  static bool Reaches(double sum, double threshold) { return sum >= threshold - 1e-9; }
  Weighed Weigh(const Wording& wording) const;

 private:
  std::vector<CueMatcher> matchers_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_CUE_MATCHER_H_
