// Journal: the entries of a journal in memory, for what needs them all at once: references, folding, a person's own words.
#ifndef STUMBLE_JOURNAL_JOURNAL_H_
#define STUMBLE_JOURNAL_JOURNAL_H_

#include <utility>
#include <vector>

#include "journal/entry.h"
#include "journal/reference.h"
#include "record/record.h"

namespace stumble {

class Journal {
 public:
  // Takes a record if it is an entry. Values that a field doesn't take go to `on_error` and count as absent.
  void Add(Record record, const ErrorHandler& on_error);

  // Parallel, in file order.
  const std::vector<Record>& records() const { return records_; }
  const std::vector<Entry>& entries() const { return entries_; }

  // The records, out of a journal that is not needed any longer.
  std::vector<Record> TakeRecords() && { return std::move(records_); }

  // The place of the entry that a reference names; throws Error if it names none, or several.
  size_t Resolve(std::string_view reference) const { return references_.Resolve(reference); }

  // The place of the entry that was logged last, of any kind; throws Error if there is none.
  size_t LoggedLast() const { return references_.LoggedLast(); }

  // The Id of the entry that a reference names; throws Error, also if that entry has none.
  std::string IdOf(std::string_view reference) const;

 private:
  std::vector<Record> records_;
  std::vector<Entry> entries_;
  ReferenceIndex references_;
};

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_JOURNAL_H_
