// Merging journals: two machines' copies become one, with nothing lost and nothing twice. Also what git's merge driver for
// journals runs.
#ifndef STUMBLE_JOURNAL_MERGE_H_
#define STUMBLE_JOURNAL_MERGE_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "error.h"
#include "record/record.h"

namespace stumble {

class JournalMerge {
 public:
  // Takes the next paragraph of the files, in order. Of several descriptors the first is kept; a paragraph that is the same
  // as an earlier one is not taken again. An entry that differs from an earlier one of the same Id is kept, and reported to
  // `on_difference` with its place.
  void Add(const Record& record, const ErrorHandler& on_difference);

  // How many records stand in the merged journal so far, and whether a descriptor is among them.
  size_t size() const { return descriptor_.size() + records_.size(); }
  bool has_descriptor() const { return !descriptor_.empty(); }

  // What stands in the merged journal, the descriptor first.
  std::vector<Record> TakeRecords();

 private:
  std::vector<Record> descriptor_;  // one, or none yet
  std::vector<Record> records_;
  std::set<std::string> seen_;                // paragraphs with an Id, or comments alone
  std::map<std::string, int> without_id_;     // paragraphs without an Id, in the file being read
  std::map<std::string, int> most_without_id_;
  std::set<std::string> ids_;
  std::string file_;
};

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_MERGE_H_
