// Report: what a report says, as plain values: what happened in a period, what helped, what was learned, what is still there. All that is
// chosen or computed is chosen and computed here; text and JSON only spell it. It has no notion of better or worse.
#ifndef STUMBLE_REPORT_REPORT_H_
#define STUMBLE_REPORT_REPORT_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "insight/names.h"
#include "journal/journal.h"
#include "moment/moment.h"
#include "moment/period.h"
#include "setback/setback.h"

namespace stumble {

// A person's own words, and the day they were written.
struct WrittenWords {
  std::string words;
  Day date{};
};

// WrittenWords that come back to the person at the head of the report.
struct KindLine : WrittenWords {
  bool helped = false;  // from a Helped field, not from a Kindness
};

struct ReportedSetback {
  std::optional<Day> date;  // when it happened
  std::string words;        // may be empty
  State state = State::kOpen;
  std::optional<Day> eased_on;   // where state is kRecovered, if that day is known
  std::optional<Day> came_back;  // when it came back last, if it did and that day is known
};

// How long the setbacks of a period took to ease: the Kaplan-Meier estimate over their episodes, with open ones as censored.
struct Recovery {
  size_t setbacks = 0;              // that could be timed
  size_t n = 0;                     // their episodes: more than one where a setback came back
  size_t eased = 0;                 // of n
  size_t open = 0;                  // of n
  size_t undated = 0;               // episodes left out for lack of a date
  std::optional<double> median_days;  // nullopt: not reached
  std::optional<double> low_days, high_days;  // 95% interval; nullopt: no bound on that side

  // Medians of fewer setbacks than this are not told to people: they would say more about chance than about the person.
  static constexpr size_t kLeastSetbacks = 10;
  bool HasEnough() const { return setbacks >= kLeastSetbacks; }
};

struct Report {
  Day today{};
  std::optional<Day> first, last;  // of the period; nullopt at an open end
  bool anything_noted = false;     // an entry of the period, or something that eased or came back in it

  std::optional<KindLine> kind_line;
  std::vector<ReportedSetback> setbacks;  // that happened, eased or came back in the period, oldest first
  std::vector<WrittenWords> helped, learned, kindness;  // written in the period, oldest first, the same words once
  std::vector<NameCount> triggers;        // of the setbacks that happened in the period
  std::vector<ReportedSetback> still_open;  // all that are open and didn't happen after the period, undated ones first, then
                                            // oldest first
  std::vector<ReportedSetback> still_open_from_before;  // those of them that `setbacks` doesn't hold
  std::optional<WrittenWords> bring;  // the newest words for the next session, or the newest NextStep if that is from a later day
  bool bring_is_a_step = false;

  Recovery recovery;
  std::optional<Day> before_first, before_last;
  std::optional<Recovery> recovery_before;  // of the period before; nullopt if there is none
};

// The report on a period, as of a moment. It speaks of all entries it is given: `journal` is what Shareable leaves, and `folded`
// the fold of it. A setback belongs to the period that its Date is in; words to the one that the entry's Date is in.
Report BuildReport(const Journal& journal, const Folded& folded, const Period& period, const Moment& as_of);

}  // namespace stumble

#endif  // STUMBLE_REPORT_REPORT_H_
