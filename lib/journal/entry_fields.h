// The fields of a journal's entries: which exist, how often each may stand in an entry, what values it takes. This is the table
// of stumble-journal(5), from which the descriptor of a new journal, the columns and the JSON shape are made.
#ifndef STUMBLE_JOURNAL_ENTRY_FIELDS_H_
#define STUMBLE_JOURNAL_ENTRY_FIELDS_H_

#include <span>
#include <string>
#include <string_view>

#include "record/record_formats.h"

namespace stumble {

inline constexpr int kJournalFormat = 1;

struct EntryField {
  std::string_view name;
  bool once;
  bool free_text;  // may hold the person's own words, which safety rules read
};

// All known fields, in the table's order.
std::span<const EntryField> EntryFields();
const EntryField* FindEntryField(std::string_view name);

// Whether a field may hold the person's own words. What is not known may.
bool IsFreeText(std::string_view name);

// Whether a tool computed the field, so that it is never stored: State, IntensityNow, BeliefNow, RecoveryDays, and Safety other
// than the person's own `no`.
bool IsDerived(std::string_view name, std::string_view value);

// What the field's value was expected to be ("expected a whole number from 0 to 10"); empty if the value is one, or the
// field takes any.
std::string ExpectedOf(std::string_view name, std::string_view value);

// The shape of entries for JSON and tables.
const RecordShape& EntryShape();

// The descriptor record with which a journal begins.
std::string JournalDescriptor();

// The number after "# stumble journal, format " in a journal's first comment lines; 0 if there is none.
int JournalFormatOf(std::string_view beginning);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_ENTRY_FIELDS_H_
