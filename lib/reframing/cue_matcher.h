// CueMatcher: one cue of a pack, compiled. WeighedCues: the cues of a pattern or a safety rule, with the sum they come to.
#ifndef STUMBLE_REFRAMING_CUE_MATCHER_H_
#define STUMBLE_REFRAMING_CUE_MATCHER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pack/pack.h"
#include "reframing/phrase.h"
#include "reframing/wording.h"
#include "text/regex.h"

namespace stumble {

// A phrase of a cue, made ready when a text first has the words that it needs; most never are. Until then it may turn out not to be valid.
class WaitingPhrase {
 public:
  WaitingPhrase(std::string_view text, std::shared_ptr<const WordLists> lists);

  // Throws Error if the phrase is not valid.
  const Phrase& Ready() const;
  std::vector<Range> FindAll(const Wording& wording, size_t most = SIZE_MAX) const {
    bool may_stand = needed_ == 0 || wording.signs().test(SignOf(needed_));
    bool may_all_stand = may_stand && (choices_.none() || (choices_ & wording.signs()).any());
    return may_all_stand ? Ready().FindAll(wording, most) : std::vector<Range>();
  }

 private:
  std::string text_;
  std::shared_ptr<const WordLists> lists_;
  uint64_t needed_ = 0;  // the hash of a word without which it doesn't stand; 0 if none is known
  WordSigns choices_;    // words of which one is needed; none if none are known
  mutable std::shared_ptr<const Phrase> ready_;
};

class CueMatcher {
 public:
  // Throws Error with the cue's place if a phrase or the expression is not valid. The phrases of the packs that are built in are valid
  // (a test says so), and wait.
  CueMatcher(const Cue& cue, const std::shared_ptr<const WordLists>& lists);

  // Where in the original text the cue first stands, if it does.
  std::optional<Range> Find(const Wording& wording) const;
  double weight() const { return weight_; }

 private:
  std::vector<WaitingPhrase> phrases_;
  std::vector<WaitingPhrase> but_not_;
  std::optional<Regex> regex_;
  double weight_;
};

class WeighedCues {
 public:
  WeighedCues(const std::vector<Cue>& cues, const std::shared_ptr<const WordLists>& lists);

  struct Weighed {
    double sum = 0;     // of the weights of all cues found
    double for_it = 0;  // of those that add
    std::vector<std::pair<Range, double>> places;  // where each cue that was found first stands, and its weight; the heaviest first

    // Up to rounding, for sums of weights such as 0.7 + 0.3 count as 1.
    bool Reaches(double threshold) const { return WeighedCues::Reaches(sum, threshold); }
  };
  static bool Reaches(double sum, double threshold) { return sum >= threshold - 1e-9; }
  Weighed Weigh(const Wording& wording) const;
  size_t size() const { return matchers_.size(); }

 private:
  std::vector<CueMatcher> matchers_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_CUE_MATCHER_H_
