#include "joining.h"

#include <algorithm>
#include <filesystem>

#include "journal/journal_file.h"
#include "journal/journal_reading.h"
#include "journal/journal_text.h"
#include "record/record_reader.h"
#include "record/record_writer.h"
#include "words/words.h"

namespace stumble {

void Joining::Declare() {
  CLI::Option* merge = tool_.options().add_flag("--merge", is_wanted_, "Join the journals named as operands")->group(kMoreOptions);
  tool_.AddMore("-o,--output", target_, "With --merge: into this one of them, or a new file")->type_name("FILE")->needs(merge);
}

void Joining::Read(ByteSource& source, const std::string& name, JournalMerge& merge) {
  ErrorHandler warn = tool_.OnDamage();
  RecordReader reader(source, name, [&](const Error& error) {
    is_damaged_ = true;
    warn(error);
  });
  while (const Record* record = reader.Next())
    merge.Add(*record, [&](const Error& error) { tool_.messages().Warn(error.Sentence()); });
}

void Joining::Read(const std::string& path, JournalMerge& merge) {
  if (path == "-") {
    FileSource input(0, kStandardInput);
    return Read(input, "-", merge);
  }
  ErrorHandler warn = tool_.OnDamage();
  ErrorHandler on_closed_part = [&](const Error& error) {
    is_damaged_ = true;
    warn(error);
  };
  auto read = [&](ByteSource& source, const std::string& name) { Read(source, name, merge); };
  if (!ReadJournal(path, tool_.identity(), on_closed_part, read)) throw Error("no such file", {path});
}

void Joining::RefuseDamage() const {
  if (is_damaged_) throw Error("nothing was joined, so that nothing is lost: please mend what is named above first");
}

std::vector<Record> Joining::Join(const std::vector<std::string>& paths) {
  JournalMerge merge;
  for (const std::string& path : paths) Read(path, merge);
  RefuseDamage();
  return merge.TakeRecords();
}

void Joining::JoinIntoTarget(const std::vector<std::string>& paths) {
  std::error_code not_there;
  auto is_target = [&](const std::string& path) { return std::filesystem::equivalent(path, target_, not_there); };
  if (std::filesystem::exists(target_, not_there) && std::none_of(paths.begin(), paths.end(), is_target))
    throw Error("is there already, and would be written over; expected with -o a new file, or one of those that are joined", {target_},
                ExitStatus::kUsage);
  ErrorHandler warn = tool_.OnDamage();
  LockedJournal file(target_, tool_.identity(), [&](const Error& error) {
    is_damaged_ = true;
    warn(error);
  });
  std::string text = ReadAll(*file.Read());
  JournalMerge merge;
  TextSource own(text);
  Read(own, NameOfText(target_), merge);
  size_t before = merge.size();
  bool had_descriptor = merge.has_descriptor();
  for (const std::string& path : paths)
    if (!is_target(path)) Read(path, merge);
  RefuseDamage();
  std::vector<Record> records = merge.TakeRecords();
  bool takes_descriptor = !had_descriptor && !records.empty() && records[0].IsDescriptor();
  size_t first_new = before + (takes_descriptor ? 1 : 0);
  if (records.size() > before) {
    if (takes_descriptor) text.insert(0, RenderRecord(records[0]) + "\n");
    for (size_t i = first_new; i < records.size(); ++i) AddPart(RenderRecord(records[i]), text);
    file.Replace(text);
  }
  if (tool_.stderr_is_terminal()) tool_.messages().Say(words::JoinedInto(target_, records.size() - first_new));
}

}  // namespace stumble
