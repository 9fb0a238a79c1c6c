// NewFields: what a record that came through a pipe says about a setback that the journal doesn't hold yet. This is how
// `reframe` and routines hand their finds back without anything being stored twice.
#ifndef STUMBLE_SETBACK_NEW_FIELDS_H_
#define STUMBLE_SETBACK_NEW_FIELDS_H_

#include <set>
#include <span>
#include <string>
#include <utility>

#include "journal/journal.h"
#include "record/record.h"
#include "setback/setback.h"

namespace stumble {

// The record without what is never stored: empty values, comments, and fields that a tool computed.
Record Storable(const Record& record);

// What the root entry, its follow-ups and their merged form (see MergedRecord) say, as name and value.
using HeldFields = std::set<std::pair<std::string, std::string>>;
HeldFields HeldBy(const Journal& journal, const Setback& setback);

// Adds what a record says. An Answer counts together with the Prompt before it.
void Hold(const Record& record, HeldFields& held);

// The storable fields of `record` that `held` lacks, by name and value; Id, Date and About aside. A Thought is repeated before
// new fields that belong to it. Without fields if nothing is new.
Record NewFieldsOf(const Record& record, const HeldFields& held);

}  // namespace stumble

#endif  // STUMBLE_SETBACK_NEW_FIELDS_H_
