#include "tool/draft.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "journal/private_file.h"
#include "record/record_reader.h"
#include "record/record_writer.h"
#include "text/stable_hash.h"
#include "tool/state_directory.h"
#include "words/words.h"

namespace stumble {

namespace {

namespace fs = std::filesystem;

constexpr size_t kMostBytes = 16 << 20;

// "draft-journal-4f2c…-", then the number of the process that writes it.
std::string NameBefore(const DraftPurpose& purpose) {
  char digits[16];
  auto end = std::to_chars(digits, digits + sizeof digits, StableHash(purpose.value), 16).ptr;
  return "draft-" + std::string(purpose.field == "Journal" ? "journal-" : "routine-") + std::string(digits, end) + "-";
}

std::optional<Record> ReadDraft(const std::string& path, const DraftPurpose& purpose, const Seal& seal, const ErrorHandler& on_closed) {
  try {
    std::string bytes = seal.Open(ReadWholeFile(path, kMostBytes), path);
    TextSource source(bytes);
    RecordReader reader(source, path, [](const Error&) {});
    const Record* record = reader.Next();
    if (!record || record->Get(purpose.field) != purpose.value) return std::nullopt;
    Record draft = *record;
    draft.Remove(purpose.field);
    return draft;
  } catch (const Error& error) {
    if (on_closed && path.ends_with(kAgeEnding)) on_closed(error);
    return std::nullopt;  // not to be read now; it stays where it is
  }
}

}  // namespace

std::optional<TypedDraft> TypedDraft::Earlier(const DraftPurpose& purpose, const Seal& seal, const ErrorHandler& on_closed) {
  std::string before = NameBefore(purpose);
  std::vector<std::pair<fs::file_time_type, std::string>> found;
  std::error_code problem;
  for (const fs::directory_entry& entry : fs::directory_iterator(StateDirectory(), problem)) {
    std::string name = entry.path().filename().string();
    if (!name.starts_with(before) || !(name.ends_with(".rec") || name.ends_with(".rec.age"))) continue;
    std::string number = name.substr(before.size());
    if (IsAtWork(number.substr(0, number.find_first_not_of("0123456789")))) continue;
    std::error_code unknown;
    found.emplace_back(entry.last_write_time(unknown), entry.path().string());
  }
  std::sort(found.begin(), found.end());
  for (const auto& [time, path] : found) {
    std::optional<Record> record = ReadDraft(path, purpose, seal, on_closed);
    if (!record) continue;
    TypedDraft draft(purpose, seal);
    draft.record_ = std::move(*record);
    draft.path_ = path;
    return draft;
  }
  return std::nullopt;
}

void TypedDraft::Save(const Record& record) {
  // One that was begun before the journal was encrypted, or in the clear again: the new words go to a file of the right kind.
  std::string other = !path_.empty() && path_.ends_with(kAgeEnding) != seal_.Encrypts() ? std::exchange(path_, "") : "";
  if (path_.empty()) {
    std::string directory = StateDirectory();
    CreatePrivateDirectories(directory);
    std::string path = directory + "/" + NameBefore(purpose_) + std::to_string(getpid());
    std::string ending = ".rec" + std::string(seal_.ending());
    path_ = path + ending;
    for (int more = 2; fs::exists(path_); ++more) path_ = path + "-" + std::to_string(more) + ending;
  }
  Record whole;
  whole.Add(purpose_.field, purpose_.value);
  for (const Item& item : record.items()) whole.items().push_back(item);
  ReplacePrivateFile(path_, seal_.Close(RenderRecord(whole)));
  record_ = record;
  if (!other.empty()) unlink(other.c_str());
}

void TypedDraft::Remove() {
  if (path_.empty()) return;
  unlink(path_.c_str());
  SyncDirectoryOf(path_);
  path_.clear();
}

bool IsAtWork(const std::string& number) {
  if (number == std::to_string(getpid())) return false;
  // Not by its executable: a process that leaves no core dump shows that to nobody else.
  std::ifstream file("/proc/" + number + "/comm");
  std::string name;
  std::getline(file, name);
  static constexpr std::string_view kWhoKeepDrafts[] = {"log-setback", "prompt", "reframe"};
  return std::find(std::begin(kWhoKeepDrafts), std::end(kWhoKeepDrafts), name) != std::end(kWhoKeepDrafts);
}

DraftPurpose ForJournal(const std::string& journal) {
  return {"Journal", fs::absolute(journal).lexically_normal().string()};
}

std::string FormNumberOf(const std::string& journal) {
  constexpr uint64_t kMost = 1000000;
  return std::to_string(StableHash(ForJournal(journal).value) % kMost);
}

// "draft-journal-HASH-PROCESS...", "entry-draft-NUMBER-PROCESS-RANDOM..." and "change-draft-NUMBER-PROCESS-RANDOM...".
Belongs BelongsTo(const std::string& journal, const std::string& draft) {
  std::string name = fs::path(draft).filename().string();
  if (name.starts_with(NameBefore(ForJournal(journal)))) return Belongs::kToIt;
  if (name.starts_with("draft-journal-")) return Belongs::kToAnother;
  constexpr std::ptrdiff_t kParts = 4;
  for (std::string_view what : {"entry-draft-", "change-draft-"}) {
    if (!name.starts_with(what)) continue;
    if (name.starts_with(std::string(what) + FormNumberOf(journal) + "-")) return Belongs::kToIt;
    if (std::count(name.begin(), name.end(), '-') == kParts) return Belongs::kToAnother;
  }
  return Belongs::kUnknown;
}

void KeepInDraft(const Record& record, const Error& error, const std::string& command, TypedDraft& draft) {
  std::string what = error.what();
  try {
    draft.Save(record);
  } catch (const Error&) {
    throw error;  // there is no place for them
  }
  throw Error(what + "; " + words::WordsAreIn(draft.path(), command), error.place(), error.status());
}

}  // namespace stumble
