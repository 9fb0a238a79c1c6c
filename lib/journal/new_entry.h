// NewEntry: a record in the making, its fields brought into the journal's order.
#ifndef STUMBLE_JOURNAL_NEW_ENTRY_H_
#define STUMBLE_JOURNAL_NEW_ENTRY_H_

#include <string>
#include <string_view>

#include "record/record.h"

namespace stumble {

// A value as a journal keeps it: line ends as LF, none at its end, no white space around.
std::string CleanValue(std::string_view value);

// `FIELD=VALUE` as a field. The name may be one the table doesn't have, but not Id, Date or About, which tools give. Throws
// a usage Error that names what was expected, and not the value.
Item ParseAssignment(const std::string& text);

// The record's fields in the order of the table, others after them, each kind in the order given.
Record InTableOrder(const Record& record);

// The record with an Id in front and a Date behind it: its own, else `date`.
Record WithIdAndDate(const Record& record, const std::string& id, const std::string& date);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_NEW_ENTRY_H_
