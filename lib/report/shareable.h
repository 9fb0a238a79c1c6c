// Shareable: the part of a journal that a report may speak of. What is private or held is taken out before anything is looked at or
// counted, so that nothing below this door can let it slip.
#ifndef STUMBLE_REPORT_SHAREABLE_H_
#define STUMBLE_REPORT_SHAREABLE_H_

#include <functional>

#include "journal/journal.h"
#include "record/record.h"
#include "setback/setback.h"

namespace stumble {

// Whether an entry speaks of a crisis or of abuse, so that it stays out of everything made to be shared.
using HeldTest = std::function<bool(const Record&)>;

// Whether the person keeps a record out of everything: any Private that is not `no`, or a part of their plan for hard moments.
bool IsKeptOut(const Record& record);

// The entries without
//   - private ones, and all that follows them up; any Private that isn't `no` counts as yes;
//   - setbacks and notes of which an entry is held, with all their follow-ups;
//   - follow-ups of entries that aren't in the journal: whether those are private or held, nobody knows;
//   - entries read twice; of several versions of an entry, such as two machines may have, all but the one that was read last.
// Entries that share an Id with one of the first two stay out too: they are versions of it. `folded` is of this journal. What is left is moved, not copied: a
// journal may be long.
Journal Shareable(Journal journal, const Folded& folded, const HeldTest& is_held);

}  // namespace stumble

#endif  // STUMBLE_REPORT_SHAREABLE_H_
