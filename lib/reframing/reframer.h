// Reframer: looks at each thought of a record again and adds what it found right after it: patterns with the words that decided,
// questions, an offer of other words. A record that is held gets none of it.
#ifndef STUMBLE_REFRAMING_REFRAMER_H_
#define STUMBLE_REFRAMING_REFRAMER_H_

#include <cstdint>
#include <functional>
#include <string>

#include "record/record.h"
#include "reframing/earlier_answers.h"
#include "reframing/offers.h"
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
  Reframer(const PatternFinder& finder, const SafetyRules& safety, const ReframeChoices& choices)
      : finder_(finder), safety_(safety), choices_(choices) {}

  // What was answered before, asked for when it is first needed; without it a choice depends on the thought and the seed alone.
  void set_earlier(std::function<const EarlierAnswers&()> earlier) { earlier_ = std::move(earlier); }

  // The record with Pattern, Cue, Question and Reframe after each Thought; with `Safety` and nothing else added if it is held.
  // A thought that has any of these already stays as it is. One that was answered within a day gets the same answer,
  // with comment lines that say so. `about`: where Intensity and Domain stand if not in the record.
  Record Reframe(const Record& record, const Record& about = {}) const;

  // Questions about a pattern for the thought of this record, filled, the first to be asked first; `cue` as it was found.
  std::vector<std::string> QuestionsAbout(const Pattern& pattern, std::string_view thought, std::string_view cue,
                                          const Record& record, const Record& about = {}) const;

 private:
  void Look(Record& record, size_t thought, const Record& about) const;
  bool AnswerAsBefore(Record& record, size_t thought, size_t at) const;
  Occasion OccasionFor(std::string_view thought, const Record& record, const Record& about) const;

  const PatternFinder& finder_;
  const SafetyRules& safety_;
  ReframeChoices choices_;
  std::function<const EarlierAnswers&()> earlier_;
};

// The rating in a record, or in `about`: IntensityNow of a folded one, else Intensity; nullopt if there is none.
std::optional<int> IntensityOf(const Record& record, const Record& about = {});

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_REFRAMER_H_
