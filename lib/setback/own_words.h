// OwnWords: what a person wrote themselves about what helped, what they learned and what they said kindly to themselves. The next
// hard moment is what they were written for.
#ifndef STUMBLE_SETBACK_OWN_WORDS_H_
#define STUMBLE_SETBACK_OWN_WORDS_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "setback/setback.h"

namespace stumble {

// The root that each entry belongs to, by place: itself, the root it follows up, or nothing for a stray.
std::vector<std::optional<size_t>> RootsByPlace(const Journal& journal, const Folded& folded);

// The places of entries with a Helped, Learned or Kindness line, newest first by Date, later in the file first among equals.
std::vector<size_t> EntriesThatHelp(const Journal& journal, const Folded& folded);

// The entry's Id, Date and About, and its Helped, Learned and Kindness lines.
Record HelpOf(const Record& record);

// A text as a sentence, for another to follow it.
std::string Ended(std::string_view words);

// A line of the person's own, and when it was written.
struct OwnLine {
  std::string words;
  std::optional<Moment> date;
};

// The newest Helped or Kindness line of an earlier setback that shares a trigger with `entry` and has eased, or of the one that
// `entry` says has come back; nothing that is private, nor from a record that `may_show` refuses.
std::optional<OwnLine> NewestHelpFor(const Journal& journal, const Folded& folded, const Record& entry,
                                     const std::function<bool(const Record&)>& may_show);

// The Reframe, Helped, Learned and Kindness lines of `help`, in its order, each with the Date of the entry of that setback, or note, in which it
// was written. `help` has the Id of its root.
std::vector<OwnLine> DatedLines(const Journal& journal, const Folded& folded, const Record& help);

// "On May 3 you wrote: Walking home". Several lines are sentences, those of a day behind one another: "On May 3 you wrote: Walking
// home. Tea. On May 5 you wrote: It passes."
std::string WroteThen(const std::vector<OwnLine>& lines, Day today);

}  // namespace stumble

#endif  // STUMBLE_SETBACK_OWN_WORDS_H_
