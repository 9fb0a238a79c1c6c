// EarlierHelp: what a person wrote when something like this came before: what helped, what they learned, what they said kindly to
// themselves, and that it eased. It is what stands against a hard thought without being anybody else's argument.
#ifndef STUMBLE_SETBACK_EARLIER_HELP_H_
#define STUMBLE_SETBACK_EARLIER_HELP_H_

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "journal/journal.h"
#include "setback/own_words.h"
#include "setback/setback.h"

namespace stumble {

// What a hard moment is about, to find earlier ones like it.
struct Likeness {
  std::set<std::string> triggers;  // folded by FoldCase
  std::set<std::string> patterns;  // ids

  bool empty() const { return triggers.empty() && patterns.empty(); }
};

// What may be shown of a record, and which patterns its thoughts have.
struct EarlierHelpRules {
  std::function<bool(const Record&)> may_show;
  std::function<std::set<std::string>(const Record&)> patterns_of;
  // Whether a Reframe is the person's own, and not one that was offered; without it none is brought.
  std::function<bool(const std::string&)> is_own_reframe = {};
};

// The triggers of a record and, if it is in the journal or follows up an entry there, those of the whole setback.
std::set<std::string> TriggersOf(const Journal& journal, const Folded& folded, const Record& record);

// Up to `most` earlier setbacks and notes with one of the triggers or patterns, those that share a trigger first, then the newest
// first. Each is one record: Id and Date of its root, Setback, own Reframes with their Thoughts, Helped, Learned and Kindness of all
// its entries, and Recovered if it has eased; one that says none of the last five is left out. So is what is private, what `may_show` refuses, and
// the one that the record itself belongs to.
std::vector<Record> EarlierHelp(const Journal& journal, const Folded& folded, const Record& record,
                                const Likeness& likeness, size_t most, const EarlierHelpRules& rules);

// One of those records, and its DatedLines, as it is told: "On May 3 you wrote: Walking home. It eased on May 5." `today`: what dates
// are told from.
std::string EarlierHelpSentence(const Record& help, const std::vector<OwnLine>& lines, Day today);

}  // namespace stumble

#endif  // STUMBLE_SETBACK_EARLIER_HELP_H_
