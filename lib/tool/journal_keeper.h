// JournalKeeper: puts new entries into the person's journal, the same way in every tool: Ids where they lack, a Date, one append.
#ifndef STUMBLE_TOOL_JOURNAL_KEEPER_H_
#define STUMBLE_TOOL_JOURNAL_KEEPER_H_

#include <string>
#include <vector>

#include "journal/journal_file.h"
#include "journal/ulid.h"
#include "record/record.h"
#include "tool/tool.h"

namespace stumble {

class JournalKeeper {
 public:
  // `tool` must outlive the keeper.
  explicit JournalKeeper(Tool& tool);

  // An Id that sorts after those this keeper gave before and after the last one in the file.
  std::string MakeId();
  std::string MakeId(LockedJournal& file);

  // Appends the records, those without an Id under new ones, and gives them as they were written. Warns if others may read the
  // file. Throws Error, with nothing written, if that fails.
  std::vector<Record> Append(LockedJournal& file, const std::vector<Record>& records);

 private:
  Tool& tool_;
  IdMaker ids_;
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_JOURNAL_KEEPER_H_
