#include "tool/journal_options.h"

#include <unistd.h>

#include "journal/entry_fields.h"
#include "journal/journal_file.h"
#include "record/record_reader.h"

namespace stumble {

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

void JournalOptions::ReadOne(const std::string& path, const std::function<void(const Record&)>& each,
                             const ErrorHandler& on_damage, const ErrorHandler& on_doubt) const {
  std::unique_ptr<ByteSource> source;
  if (path == "-") {
    source = std::make_unique<FileSource>(STDIN_FILENO, kStandardInput);
  } else {
    source = OpenForReading(path);
  }
  if (!source && !files_.empty()) throw Error("no such file", {path});
  if (!source) return;  // the first run of all
  if (files_.empty()) {
    std::string loose = LooseModeOf(path, !Environment("STUMBLE_JOURNAL") && tool_.config().journal.empty());
    if (!loose.empty()) on_doubt(Error(loose, {path}));
  }
  RecordReader reader(*source, path == "-" ? kStandardInput : path, on_damage);
  bool first = true;
  while (const Record* record = reader.Next()) {
    if (first) {
      int format = JournalFormatOf(record->items()[0].value + "\n");
      if (format > kJournalFormat)
        on_doubt(Error("is a journal of format " + std::to_string(format) +
                           ", from a later stumble; read as far as it is understood",
                       {path}));
    }
    first = false;
    each(*record);
  }
}

void JournalOptions::ForEach(const std::function<void(const Record&)>& each) const {
  for (const std::string& path : Paths()) ReadOne(path, each, tool_.OnDamage(), Warning());
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

Journal JournalOptions::LoadIfThere() const {
  Journal journal;
  try {
    for (const std::string& path : Paths())
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
      ReadOne(path, [&](const Record& record) { journal.Add(record, Noting()); }, Noting(), Noting());
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
