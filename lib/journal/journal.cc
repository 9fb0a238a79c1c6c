#include "journal/journal.h"

namespace stumble {

void Journal::Add(Record record, const ErrorHandler& on_error) {
  if (!record.IsEntry()) return;
  entries_.push_back(ReadEntry(record, on_error));
  records_.push_back(std::move(record));
  references_.Add(entries_.back());
}

std::string Journal::IdOf(std::string_view reference) const {
  size_t place = Resolve(reference);
  if (entries_[place].id.empty())
    throw Error("this entry has no Id to refer to; expected a line such as 'Id: ' and a name of your own in it",
                records_[place].place());
  return entries_[place].id;
}

}  // namespace stumble
