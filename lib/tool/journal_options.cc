#include "tool/journal_options.h"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <unordered_set>

#include "journal/entry_fields.h"
#include "journal/encrypted_journal.h"
#include "journal/journal_file.h"
#include "journal/journal_reading.h"
#include "record/record_reader.h"
#include "record/record_writer.h"
#include "text/stable_hash.h"
#include "words/encryption_words.h"

namespace stumble {

namespace {

constexpr size_t kManyParts = 200;

}  // namespace

std::string DefaultJournalPath(const Config& config) {
  if (auto path = Environment("STUMBLE_JOURNAL")) return *path;
  if (!config.journal.empty()) return config.journal;
  if (auto path = DataPath("journal.rec")) return *path;
  throw Error("no journal is known: expected -f FILE, or $STUMBLE_JOURNAL, $XDG_DATA_HOME or $HOME to be set");
}

void JournalOptions::DeclareReading() {
  tool_.AddList("-f,--file", files_, "Read this journal (repeatable; - is standard input)")
      ->type_name("FILE")
      ->group(kMoreOptions);
}

void JournalOptions::DeclareWriting() {
  tool_.AddList("-f,--file", files_, "Write to this journal")->type_name("FILE")->group(kMoreOptions);
}

std::vector<std::string> JournalOptions::Paths() const {
  return files_.empty() ? std::vector<std::string>{DefaultJournalPath(tool_.config())} : files_;
}

std::string JournalOptions::JournalToWrite() const {
  std::vector<std::string> paths = Paths();
  if (paths.size() != 1 || paths[0] == "-")
    throw Error("-f: expected one file to write to; the operand - reads standard input", {}, ExitStatus::kUsage);
  return paths[0];
}

Seal JournalOptions::SealOfJournal() const {
  if (!NamesOneJournal()) return {};
  std::string path;
  try {
    path = JournalToWrite();
  } catch (const Error&) {
    return {};  // no journal is known
  }
  Seal seal(path, tool_.identity());
  seal.CheckCloses();
  return seal;
}

void JournalOptions::ReadOne(const std::string& path, const std::function<void(const Record&)>& each,
                             const ErrorHandler& on_damage, const ErrorHandler& on_doubt) const {
  if (path == "-") {
    FileSource input(STDIN_FILENO, kStandardInput);
    return ReadPart(input, kStandardInput, each, on_damage, on_doubt);
  }
  std::error_code ignored;
  if (files_.empty() && std::filesystem::exists(path, ignored)) {
    std::string loose = LooseModeOf(path, !Environment("STUMBLE_JOURNAL") && tool_.config().journal.empty());
    if (!loose.empty()) on_doubt(Error(loose, {path}));
  }
  size_t parts = 0;
  bool is_there = ReadJournal(path, tool_.identity(), on_damage, [&](ByteSource& source, const std::string& name) {
    ++parts;
    ReadPart(source, name, each, on_damage, on_doubt);
  });
  if (!is_there && !files_.empty()) throw Error("no such file", {path});
  if (parts > kManyParts)
    on_doubt(Error("this journal has " + std::to_string(parts) + " files to decrypt; 'recall --compact' gathers them into one, which is read faster", {path}));
}

void JournalOptions::ReadPart(ByteSource& source, const std::string& name, const std::function<void(const Record&)>& each,
                              const ErrorHandler& on_damage, const ErrorHandler& on_doubt) const {
  RecordReader reader(source, name, on_damage);
  bool first = true;
  while (const Record* record = reader.Next()) {
    if (first) {
      int format = JournalFormatOf(record->items()[0].value + "\n");
      if (format > kJournalFormat)
        on_doubt(Error("is a journal of format " + std::to_string(format) +
                           ", from a later stumble; read as far as it is understood",
                       {name}));
    }
    first = false;
    each(*record);
  }
}

void JournalOptions::ForEach(const std::function<void(const Record&)>& each) const {
  std::unordered_set<uint64_t> seen;
  auto once = [&](const Record& record) {
    bool is_copy = record.IsEntry() && record.Has("Id") && !seen.insert(StableHash(RenderRecord(record))).second;
    if (!is_copy) each(record);
  };
  for (const std::string& path : Paths()) ReadOne(path, once, tool_.OnDamage(), Warning());
}

// A person is asked for a passphrase where they asked for what stands in the journal, not where a tool would like to know it.
bool JournalOptions::WouldAsk(const std::string& path) const {
  return EncryptedJournal::IsAt(path) && (!tool_.identity().IsKnown() || tool_.identity().WouldAsk());
}

ErrorHandler JournalOptions::Noting() const {
  return [this](const Error& error) { tool_.messages().Note(error.Sentence()); };
}

ErrorHandler JournalOptions::Warning() const {
  return [this](const Error& error) { tool_.messages().Warn(error.Sentence()); };
}

Journal JournalOptions::Load() const {
  Journal journal;
  ForEach([&](const Record& record) { journal.Add(record, tool_.OnDamage()); });
  return journal;
}

void JournalOptions::SayIfClosed() const {
  std::vector<std::string> paths = Paths();
  if (std::none_of(paths.begin(), paths.end(), [&](const std::string& path) { return WouldAsk(path); })) return;
  if (tool_.stderr_is_terminal()) tool_.messages().Say(words::kIsClosedHere);
  else tool_.messages().Note(words::kIsClosedHere);
}

Journal JournalOptions::LoadIfThere(bool may_ask) const {
  Journal journal;
  try {
    for (const std::string& path : Paths())
      if (may_ask || !WouldAsk(path))
        ReadOne(path, [&](const Record& record) { journal.Add(record, Noting()); }, Noting(), Warning());
  } catch (const Error& error) {
    if (!files_.empty()) throw;
    tool_.messages().Note(error.Sentence());
  }
  return journal;
}

Journal JournalOptions::LoadQuietly() const {
  Journal journal;
  try {
    for (const std::string& path : Paths())
      if (!WouldAsk(path)) ReadOne(path, [&](const Record& record) { journal.Add(record, Noting()); }, Noting(), Noting());
  } catch (const Error& error) {
    tool_.messages().Note(error.Sentence());
  }
  return journal;
}

void ReadInto(Journal& journal, ByteSource& source, const std::string& name, const ErrorHandler& on_damage) {
  RecordReader reader(source, name, on_damage);
  while (const Record* record = reader.Next()) journal.Add(*record, on_damage);
}

}  // namespace stumble
