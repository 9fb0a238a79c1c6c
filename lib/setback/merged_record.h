// MergedRecord: a setback with its follow-ups as one record, which is what `recall --fold` prints.
#ifndef STUMBLE_SETBACK_MERGED_RECORD_H_
#define STUMBLE_SETBACK_MERGED_RECORD_H_

#include "journal/journal.h"
#include "record/record.h"
#include "setback/setback.h"

namespace stumble {

// The root's fields in their order, then what the follow-ups add, each name and value once, thoughts with what belongs to them.
// The first ratings are Intensity and Belief, the last ones IntensityNow and BeliefNow; for a setback, State and, where it
// is known, RecoveryDays follow, and Recovered says how it stands: the moment it eased, yes, or no.
Record MergedRecord(const Journal& journal, const Setback& setback);

// The same of the setback or note that the entry at `place` belongs to; the entry alone if it belongs to none.
Record MergedRecordAt(const Journal& journal, const Folded& folded, size_t place);

// 2.5, 0.04, 12: at most two decimals, none that are 0.
std::string FormatDays(double days);

}  // namespace stumble

#endif  // STUMBLE_SETBACK_MERGED_RECORD_H_
