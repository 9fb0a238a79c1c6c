// EntryForm: entries as text for an editor, and back: an empty form that explains its fields, and an entry of the
// journal to be changed. Pure functions of text; which editor, and where the text lies meanwhile, is no matter here.
#ifndef STUMBLE_JOURNAL_ENTRY_FORM_H_
#define STUMBLE_JOURNAL_ENTRY_FORM_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "moment/moment.h"
#include "record/record.h"

namespace stumble {

// A form for a new entry: a comment line on each field, and the field, with the values of `filled` or empty. With an
// About among them it is a form for a follow-up: what helped comes first.
std::string EntryForm(const Record& filled);

// The entries that a filled form holds, each with the fields that have a value, without those that say nothing.
// `name` is the form's file. Dates may be spoken ("yesterday 21:00", seen from `now`). What is not right goes to
// `on_error` with its line.
std::vector<Record> ReadEntryForm(const std::string& text, const std::string& name, const Moment& now,
                                  const ErrorHandler& on_error);

// Brings values into the form that their fields take, where white space around them or a spoken time is all that is
// in the way; all others stay as they are. A form that was kept for later comes back through a pipe.
void SettleSpokenValues(Record& record, const Moment& now);

// The paragraph of an entry as a text to be changed: lines of our own above it, each marked with "#!", and its lines
// with LF at their ends.
std::string EntryToEdit(std::string_view paragraph);

// The entry as it was changed, comments included; nullopt if nothing is left of it. What is not right goes to
// `on_error` with its line: a value that its field doesn't take, unless it stood there before; another Id; an About
// that leads nowhere in `journal`. Empty values and what a tool computes are left out.
std::optional<Record> ReadEditedEntry(const std::string& text, const std::string& name, const Record& before,
                                      const Journal& journal, const Moment& now, const ErrorHandler& on_error);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_ENTRY_FORM_H_
