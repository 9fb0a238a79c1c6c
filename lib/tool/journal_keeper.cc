#include "tool/journal_keeper.h"

#include <random>

#include "journal/new_entry.h"
#include "record/record_reader.h"
#include "record/record_writer.h"

namespace stumble {

namespace {

uint64_t RandomBits() {
  static std::random_device device;
  return (uint64_t{device()} << 32) | device();
}

}  // namespace

JournalKeeper::JournalKeeper(Tool& tool) : tool_(tool), ids_(RandomBits) {}

std::string JournalKeeper::MakeId() { return ids_.Make(tool_.now_milliseconds()); }

std::string JournalKeeper::MakeId(LockedJournal& file) {
  ids_.ComeAfter(file.LastId(), tool_.now_milliseconds());
  return MakeId();
}

std::vector<Record> JournalKeeper::Append(LockedJournal& file, const std::vector<Record>& records) {
  if (records.empty()) return {};
  std::string loose = LooseModeOf(file.path(), /*directory_too=*/false);
  if (!loose.empty()) tool_.messages().Warn(Error(loose, {file.path()}).Sentence());
  std::string text;
  std::vector<Record> entries;
  for (const Record& record : records) {
    std::string id(record.Get("Id"));
    if (id.empty()) id = MakeId(file);
    entries.push_back(WithIdAndDate(record, id, FormatMoment(tool_.now())));
    std::string entry = RenderRecord(entries.back());
    if (entry.size() > kMaxRecordBytes) throw Error("expected an entry of at most 16 MiB; nothing was written");
    text += (text.empty() ? "" : "\n") + entry;
  }
  file.Append(text);
  return entries;
}

}  // namespace stumble
