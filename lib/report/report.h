// Report: what a report says, as plain values: what happened in a period, what helped, what was learned, what is still there. All that is
// chosen or computed is chosen and computed here; text and JSON only spell it. It has no notion of better or worse.
#ifndef STUMBLE_REPORT_REPORT_H_
#define STUMBLE_REPORT_REPORT_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "insight/names.h"
#include "moment/moment.h"
#include "moment/period.h"
#include "report/comparison.h"
#include "report/digests.h"
#include "report/measures.h"
#include "report/path.h"
#include "setback/setback.h"

namespace stumble {

// A person's own words, and the day they were written.
struct WrittenWords {
  std::string words;
  Day date{};        // when they were written last
  size_t times = 1;  // how often they were written in the period: words that the person returns to
};

// WrittenWords that come back to the person at the head of the report.
struct KindLine : WrittenWords {
  bool helped = false;  // from a Helped field, not from a Kindness
};

struct ReportedSetback {
  std::optional<Day> date;  // when it happened
  std::string words;        // may be empty
  std::vector<std::string> names;  // its triggers and domains, the first kMostNames of them
  State state = State::kOpen;
  std::optional<Day> eased_on;   // where state is kRecovered, if that day is known
  std::optional<Day> came_back;  // when it came back last, if it did and that day is known

  static constexpr size_t kMostNames = 4;
};

// How much of the journal a report shows. What is private or held it never shows, nor counts.
enum class Privacy {
  kCounts,  // how many, and when
  kThemes,  // short names too: triggers, domains, feelings, patterns
  kFull,    // the person's own words
};

// How many of each there are.
struct Counts {
  size_t entries = 0;    // of the period, of any kind
  size_t setbacks = 0;   // that happened in the period
  size_t eased = 0;      // ends of episodes in the period
  size_t came_back = 0;  // beginnings of later episodes in the period
  size_t still_open = 0, still_open_from_before = 0;
  size_t helped = 0, learned = 0, kindness = 0, next_steps = 0, bring = 0;  // different words written in the period
};

// A thinking pattern of the period, and how true the thoughts felt.
struct PatternBelief {
  std::string name;
  size_t setbacks = 0;  // and notes
  size_t rated_twice = 0;
  size_t fell = 0;  // of those, in how many the last rating was lower
  std::optional<double> belief_before, belief_after;  // medians of those rated twice
};

struct Report {
  Day today{};
  std::optional<Day> first, last;  // of the period; nullopt at an open end
  bool anything_noted = false;     // an entry of the period, or something that eased or came back in it

  std::optional<KindLine> kind_line;
  std::vector<ReportedSetback> setbacks;  // that happened, eased or came back in the period, oldest first
  std::vector<WrittenWords> helped, learned, kindness, next_steps;  // written in the period, oldest first, the same words once
  std::vector<NameCount> triggers;        // of the setbacks that happened in the period
  std::vector<ReportedSetback> still_open;  // all that are open and didn't happen after the period, undated ones first, then
                                            // oldest first
  std::vector<ReportedSetback> still_open_from_before;  // those of them that `setbacks` doesn't hold
  std::optional<WrittenWords> bring;  // the newest words for the next session, or the newest NextStep if that is from a later day
  bool bring_is_a_step = false;

  std::vector<WrittenWords> bring_along;  // all for the next session that is of the period, oldest first
  std::vector<PatternBelief> patterns;    // the most frequent first

  Privacy privacy = Privacy::kFull;
  Counts counts;
  Measures measures;
  Path path;
  std::optional<Comparison> comparison;  // where it was asked for
  std::optional<Groups> groups;
};

// The report on a period, as of a moment. It speaks of all entries it is given: `journal` is what Shareable leaves, and `folded`
// the fold of it. A setback belongs to the period that its Date is in; words to the one that the entry's Date is in.
Report BuildReport(const Digests& journal, const Folded& folded, const Period& period, const Moment& as_of);

// The report with plain words for thinking patterns instead of their names, for people: "expecting the worst ahead" for
// `catastrophizing`. Names that `plain_of` doesn't have stay.
Report WithPlainPatterns(Report report, const std::map<std::string, std::string>& plain_of);

// The report without what `privacy` does not let it show.
Report WithPrivacy(Report report, Privacy privacy);

}  // namespace stumble

#endif  // STUMBLE_REPORT_REPORT_H_
