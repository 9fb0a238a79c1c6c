#include "joining.h"

#include <algorithm>
#include <filesystem>

#include "journal/entry_fields.h"
#include "journal/journal_file.h"
#include "journal/journal_reading.h"
#include "journal/journal_text.h"
#include "record/record_reader.h"
#include "record/record_writer.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr size_t kBeginningBytes = 4 << 10;  // where a journal says its format

}  // namespace

void Joining::Declare() {
  CLI::Option* merge = tool_.options().add_flag("--merge", is_wanted_, "Join the journals named as operands")->group(kMoreOptions);
  output_ = tool_.AddMore("-o,--output", target_, "With --merge: into this one of them, or a new file")->type_name("FILE")->needs(merge);
}

bool Joining::HasTarget() const {
  if (output_->count() == 0) return false;
  if (target_.empty() || target_ == "-") throw Error("-o: expected the name of a file", {}, ExitStatus::kUsage);
  return true;
}

ErrorHandler Joining::OnDamage() {
  return [this, warn = tool_.OnDamage()](const Error& error) {
    is_damaged_ = true;
    warn(error);
  };
}

void Joining::Read(ByteSource& source, const std::string& name, JournalMerge& merge) {
  RecordReader reader(source, name, OnDamage());
  while (const Record* record = reader.Next())
    merge.Add(*record, [&](const Error& error) { tool_.messages().Warn(error.Sentence()); });
}

void Joining::RefuseDamage() const {
  if (is_damaged_) throw Error("nothing was joined, so that nothing is lost: please mend what is named above first");
}

std::vector<Record> Joining::Join(const std::vector<std::string>& paths) {
  JournalMerge merge;
  for (const std::string& path : paths) {
    if (path == "-") {
      FileSource input(0, kStandardInput);
      Read(input, "-", merge);
    } else if (!ReadJournal(path, tool_.identity(), OnDamage(), [&](ByteSource& source, const std::string& name) { Read(source, name, merge); })) {
      throw Error("no such file", {path});
    }
  }
  RefuseDamage();
  return merge.TakeRecords();
}

// What may take its time, a pipe or a passphrase, comes before the lock.
std::vector<Joining::Text> Joining::ReadOthers(const std::vector<std::string>& paths, bool target_is_there) {
  std::vector<Text> texts;
  for (const std::string& path : paths) {
    std::error_code not_there;
    if (target_is_there && std::filesystem::equivalent(path, target_, not_there)) continue;
    if (path == "-") {
      FileSource input(0, kStandardInput);
      texts.push_back({"-", ReadAll(input)});
    } else if (!ReadJournal(path, tool_.identity(), OnDamage(),
                            [&](ByteSource& source, const std::string& name) { texts.push_back({name, ReadAll(source)}); })) {
      throw Error("no such file", {path});
    }
  }
  for (const Text& text : texts)
    if (int format = JournalFormatOf(std::string_view(text.bytes).substr(0, kBeginningBytes)); format > kJournalFormat)
      throw Error("is a journal of format " + std::to_string(format) + ", from a later stumble; expected format " + std::to_string(kJournalFormat) +
                      " for -o, so nothing was joined",
                  {text.name});
  return texts;
}

void Joining::JoinIntoTarget(const std::vector<std::string>& paths) {
  std::error_code not_there;
  auto is_target = [&](const std::string& path) { return std::filesystem::equivalent(path, target_, not_there); };
  bool is_there = std::filesystem::exists(target_, not_there);
  if (is_there && std::none_of(paths.begin(), paths.end(), is_target))
    throw Error("is there already, and would be written over; expected with -o a new file, or one of those that are joined", {target_},
                ExitStatus::kUsage);
  std::vector<Text> others = ReadOthers(paths, is_there);
  RefuseDamage();
  LockedJournal file(target_, tool_.identity(), OnDamage());
  std::string text = ReadAll(*file.Read());
  JournalMerge merge;
  TextSource own(text);
  Read(own, NameOfText(target_), merge);
  size_t before = merge.size();
  bool had_descriptor = merge.has_descriptor();
  for (const Text& other : others) {
    TextSource source(other.bytes);
    Read(source, other.name, merge);
  }
  RefuseDamage();
  std::vector<Record> records = merge.TakeRecords();
  bool takes_descriptor = !had_descriptor && !records.empty() && records[0].IsDescriptor();
  size_t first_new = before + (takes_descriptor ? 1 : 0), entries = 0;
  for (size_t i = first_new; i < records.size(); ++i) entries += records[i].IsEntry() ? 1 : 0;
  if (records.size() > before) {
    if (takes_descriptor) text.insert(0, RenderRecord(records[0]) + "\n");
    for (size_t i = first_new; i < records.size(); ++i) AddPart(RenderRecord(records[i]), text);
    file.Replace(text);
  }
  if (tool_.stderr_is_terminal()) tool_.messages().Say(words::JoinedInto(target_, entries));
}

}  // namespace stumble
