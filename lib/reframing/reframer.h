// Reframer: looks at each thought of a record again and adds what it found right after it: patterns with the words that decided,
// questions, an offer of other words. A record that is held gets none of it.
#ifndef STUMBLE_REFRAMING_REFRAMER_H_
#define STUMBLE_REFRAMING_REFRAMER_H_

#include <cstdint>
#include <string>

#include "record/record.h"
#include "reframing/pattern_finder.h"
#include "reframing/safety.h"

namespace stumble {

struct ReframeChoices {
  size_t most_patterns = 3;  // named for one thought
  bool again = false;        // also thoughts that have a Pattern already
  uint64_t seed = 0;         // another seed, other questions; the same thought and seed, the same ones
};

class Reframer {
 public:
  // Both must outlive the reframer.
  Reframer(const PatternFinder& finder, const SafetyRules& safety, ReframeChoices choices)
      : finder_(finder), safety_(safety), choices_(choices) {}

  // The record with Pattern, Cue, Question and Reframe after each Thought; with `Safety` and nothing else added if it is held.
  // A thought that has any of these already stays as it is.
  Record Reframe(const Record& record) const;

 private:
  void Look(Record& record, size_t thought) const;

  const PatternFinder& finder_;
  const SafetyRules& safety_;
  ReframeChoices choices_;
};

// The pattern's text for a thought, chosen by the thought's own words, with `{cue}` filled in.
std::string ChooseText(const std::vector<std::string>& texts, std::string_view thought, std::string_view cue,
                       uint64_t seed);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_REFRAMER_H_
