// Shareable: the part of a journal that a report may speak of. What is private or held is taken out before anything is looked at or
// counted, so that nothing below this door can let it slip.
#ifndef STUMBLE_REPORT_SHAREABLE_H_
#define STUMBLE_REPORT_SHAREABLE_H_

#include "report/digests.h"
#include "setback/setback.h"

namespace stumble {

// The entries without
//   - private ones, and all that follows them up; any Private that isn't `no` counts as yes;
//   - setbacks and notes of which an entry is held, with all their follow-ups;
//   - follow-ups of entries that aren't in the journal: whether those are private or held, nobody knows;
//   - entries read twice; of several versions of an entry, such as two machines may have, all but the one that was read last.
// Entries that share an Id with one of the first two stay out too: they are versions of it. `folded` is of this journal.
Digests Shareable(Digests journal, const Folded& folded);

}  // namespace stumble

#endif  // STUMBLE_REPORT_SHAREABLE_H_
