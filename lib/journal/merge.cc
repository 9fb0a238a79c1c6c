#include "journal/merge.h"

#include "record/record_writer.h"

namespace stumble {

void JournalMerge::Add(const Record& record, const ErrorHandler& on_difference) {
  if (record.IsDescriptor()) {
    if (descriptor_.empty()) {
      descriptor_.push_back(record);
      return;
    }
    // What somebody typed above a later descriptor stays, as comments alone.
    Record comments;
    comments.set_place(record.place());
    for (const Item& item : record.items())
      if (item.IsComment() && !descriptor_[0].HasPair("", item.value)) comments.items().push_back(item);
    if (!comments.items().empty()) Add(comments, on_difference);
    return;
  }
  if (record.place().file != file_) {
    file_ = record.place().file;
    without_id_.clear();
  }
  std::string text = RenderRecord(record);
  std::string id(record.Get("Id"));
  if (id.empty()) {
    // Two alike in one file are two; the same ones in the next file are those again.
    int count = ++without_id_[text];
    int& most = most_without_id_[text];
    if (count <= most) return;
    most = count;
  } else {
    if (!seen_.insert(text).second) return;
    if (!ids_.insert(id).second)
      on_difference(Error("Id: another entry has the same one and differs; both are kept", record.place()));
  }
  records_.push_back(record);
}

std::vector<Record> JournalMerge::TakeRecords() {
  std::vector<Record> merged = std::move(descriptor_);
  merged.insert(merged.end(), std::make_move_iterator(records_.begin()), std::make_move_iterator(records_.end()));
  return merged;
}

}  // namespace stumble
