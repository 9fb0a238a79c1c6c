// Situation: what a prompt's `when` is judged on: how it stands with the setback at hand, or that all has been quiet.
#ifndef STUMBLE_ASKING_SITUATION_H_
#define STUMBLE_ASKING_SITUATION_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "journal/journal.h"
#include "moment/moment.h"
#include "setback/setback.h"

namespace stumble {

struct Situation {
  std::optional<State> state;    // of the setback at hand; nullopt if there is none
  bool quiet = true;             // nothing happened lately, not even what may not be asked about
  std::optional<int> intensity;  // 0 to 10, the last rating
  bool has_thought = false;
  std::string trigger;           // the first; empty if there is none
  bool is_asked_for = false;     // the person named it, and would like a question about just that

  // Whether one word of a prompt's `when` holds: open, eased, came-back, intense, mild, thought, trigger, quiet.
  bool Holds(std::string_view condition) const;
};

// Of a setback of the journal.
Situation SituationOf(const Journal& journal, const Setback& setback);

// Of a record that came through a pipe, by itself.
Situation SituationOf(const Record& record);

// Of the newest setback of the last 14 days that is not private and that `may_ask` lets be asked about, an open one before
// one that has eased; quiet if there is none.
Situation SituationNow(const Journal& journal, const Folded& folded, Day today,
                       const std::function<bool(const Record&)>& may_ask);

}  // namespace stumble

#endif  // STUMBLE_ASKING_SITUATION_H_
