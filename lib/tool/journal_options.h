// JournalOptions: which files a tool reads or writes: -f, else $STUMBLE_JOURNAL, else the config, else the
// journal below $XDG_DATA_HOME.
#ifndef STUMBLE_TOOL_JOURNAL_OPTIONS_H_
#define STUMBLE_TOOL_JOURNAL_OPTIONS_H_

#include <functional>
#include <string>
#include <vector>

#include "journal/journal.h"
#include "journal/seal.h"
#include "record/byte_source.h"
#include "tool/tool.h"

namespace stumble {

class JournalOptions {
 public:
  explicit JournalOptions(Tool& tool, std::vector<std::string> files = {}) : tool_(tool), files_(std::move(files)) {}

  // Declares -f for files to read, `-` for standard input among them, or for the one journal to write.
  void DeclareReading();
  void DeclareWriting();

  // Reads standard input besides, or instead of, files: the operand `-`.
  void AddStandardInput() { files_.push_back("-"); }

  // Whether JournalToWrite would give one.
  bool NamesOneJournal() const { return files_.empty() || (files_.size() == 1 && files_[0] != "-"); }

  // The file to write to. Throws a usage Error for standard input or several files.
  std::string JournalToWrite() const;

  // How drafts are kept beside the journal to write to; in the clear if there are several. Asked for before a person writes: throws Error if
  // nothing could be encrypted now.
  Seal SealOfJournal() const;

  // Calls `each` for every paragraph of every file, in order; an entry with an Id that stands there several times, word for word, such as
  // after two machines' journals were put together, comes once. Damaged ones are named and passed over. A journal that nobody named and
  // that isn't there yet is empty; a missing file that -f names is an Error.
  void ForEach(const std::function<void(const Record&)>& each) const;

  // All entries.
  Journal Load() const;

  // All entries, of a journal that may not exist or be readable: for tools that only like to know it. Nobody is asked for a passphrase for
  // that, unless `may_ask`.
  Journal LoadIfThere(bool may_ask = false) const;

  // The same, and nothing about it is more than a note: for tools that are about something else.
  Journal LoadQuietly() const;

  // Says to a person that neither of these two looks into a journal that is encrypted.
  void SayIfClosed() const;

 private:
  std::vector<std::string> Paths() const;
  bool WouldAsk(const std::string& path) const;
  void ReadPart(ByteSource& source, const std::string& name, const std::function<void(const Record&)>& each, const ErrorHandler& on_damage,
                const ErrorHandler& on_doubt) const;
  void ReadOne(const std::string& path, const std::function<void(const Record&)>& each, const ErrorHandler& on_damage,
               const ErrorHandler& on_doubt) const;
  ErrorHandler Noting() const;
  ErrorHandler Warning() const;

  Tool& tool_;
  std::vector<std::string> files_;
};

// The journal of whoever runs this: $STUMBLE_JOURNAL, else that of the config, else stumble/journal.rec below
// $XDG_DATA_HOME or ~/.local/share. Throws Error if none of them is set.
std::string DefaultJournalPath(const Config& config);

// Reads all records of one source into a journal.
void ReadInto(Journal& journal, ByteSource& source, const std::string& name, const ErrorHandler& on_damage);

}  // namespace stumble

#endif  // STUMBLE_TOOL_JOURNAL_OPTIONS_H_
