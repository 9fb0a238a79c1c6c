// Entry: what folding and reporting need of one record of the journal, read into types. The words stay in the Record.
#ifndef STUMBLE_JOURNAL_ENTRY_H_
#define STUMBLE_JOURNAL_ENTRY_H_

#include <cstddef>
#include <optional>
#include <string>

#include "error.h"
#include "moment/moment.h"
#include "record/record.h"

namespace stumble {

// What an entry says of recovery.
struct RecoveryWord {
  bool recovered = false;        // false: it came back
  std::optional<Moment> moment;  // where it names its own date or time; else the entry's Date holds
};

struct Entry {
  std::string id;     // empty if the entry was typed without one
  std::string about;  // the Id of the entry that this one follows up
  std::optional<Moment> date;
  bool has_setback = false;  // it has a Setback field
  std::optional<int> intensity;
  std::optional<int> belief;
  std::optional<RecoveryWord> recovery;
  bool has_come_back = false;  // a record of `recall --fold` that says so; when is not told there
  bool is_private = false;
  size_t content = 0;  // a hash of the whole record: the same entry read twice has the same

  bool IsFollowUp() const { return !about.empty(); }
  bool IsSetback() const { return has_setback && about.empty(); }
};

// Reads a record into types. A value that its field doesn't take is handed to `on_error` with the record's place and the field's
// name, and counts as absent.
Entry ReadEntry(const Record& record, const ErrorHandler& on_error);

// Whether every value in the record is one that its field takes; each that isn't is handed to `on_error`.
bool CheckValues(const Record& record, const ErrorHandler& on_error);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_ENTRY_H_
