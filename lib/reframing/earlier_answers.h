// EarlierAnswers: what reframe answered before, as far as a journal holds it. The same thought within a day gets the
// same answer, since reassurance on tap feeds worry; and what was said for another thought within weeks is not said
// again soon.
#ifndef STUMBLE_REFRAMING_EARLIER_ANSWERS_H_
#define STUMBLE_REFRAMING_EARLIER_ANSWERS_H_

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "moment/moment.h"
#include "setback/setback.h"

namespace stumble {

// Whether two thoughts are the same but for letter case, punctuation and small words ("a", "so", "really"): their
// other words, as sets, share four of five or more.
bool AreNearlyTheSame(std::string_view a, std::string_view b);

class EarlierAnswers {
 public:
  EarlierAnswers() = default;  // none

  // Takes what it needs out of the journal, leaving out what is private, what follows that up, and what `may_show`
  // refuses.
  EarlierAnswers(const Journal& journal, const Folded& folded, const Moment& now,
                 const std::function<bool(const Record&)>& may_show);

  // Pattern, Cue, Question and Reframe that this or nearly this thought got within the last 24 hours, the newest;
  // else empty.
  std::vector<Item> AnswerTo(std::string_view thought) const;

  // Questions and reframes that other thoughts got within the last four weeks.
  std::vector<std::string> SaidForOthers(std::string_view thought) const;

  // Also knows this answer, given just now.
  void Remember(std::string_view thought, std::vector<Item> answer);

 private:
  struct Answer {
    std::string thought;
    std::set<uint64_t> words;  // the thought's, without small ones
    std::vector<Item> items;
    bool within_a_day;

    // Whether it is an answer to nearly the same thought.
    bool IsTo(std::string_view other, const std::set<uint64_t>& words_of_other) const;
  };
  std::vector<Answer> answers_;  // the newest last
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_EARLIER_ANSWERS_H_
