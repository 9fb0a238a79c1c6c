// JournalFile: the journal on disk. What is new is appended: a writer holds one lock, completes the file's end to a
// blank line, makes one write and one sync; what could not be written whole is cut off again. What is changed is put
// in the file's place as a whole. A reader sees the file as long as it was when no writer was at work, so that it
// never meets half an entry. The same calls write to a journal that is a directory of encrypted files.
#ifndef STUMBLE_JOURNAL_JOURNAL_FILE_H_
#define STUMBLE_JOURNAL_JOURNAL_FILE_H_

#include <sys/types.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "error.h"
#include "journal/encrypted_journal.h"
#include "journal/identity.h"
#include "record/byte_source.h"

namespace stumble {

// A journal opened for writing, locked until it is destroyed.
class LockedJournal {
 public:
  // Opens the file, following symbolic links, and creates it (0600) and its directories (0700) if they are missing.
  // Throws Error: kStayedLocked if another process holds the lock for all of `patience`; else if the file can't be
  // opened or locked, is not a regular file or was written in a later format. A file that was made here and got no
  // entry is gone again at the end.
  explicit LockedJournal(const std::string& path, std::chrono::milliseconds patience = std::chrono::seconds(5));
  // The same for who will read it too: an encrypted one opens with the identity, which is unlocked before the lock is waited for. Parts of it
  // that can't be opened go to `on_damage` as they are read; they stay as they are. `identity` must outlive this.
  LockedJournal(const std::string& path, Identity& identity, ErrorHandler on_damage,
                std::chrono::milliseconds patience = std::chrono::seconds(5));
  ~LockedJournal();
  LockedJournal(const LockedJournal&) = delete;
  LockedJournal& operator=(const LockedJournal&) = delete;

  const std::string& path() const { return path_; }

  // Whether it is a directory of encrypted files.
  bool IsEncrypted() const { return encrypted_.has_value(); }

  // The whole file from its beginning. Only one reader at a time. Throws Error if it is encrypted and no identity is at hand.
  std::unique_ptr<ByteSource> Read();

  // The last Id that stands in the file's last block; empty if none does. Of an encrypted journal, an Id that no later one sorts after.
  std::string LastId();

  // Appends records, each ended by a line end and separated by blank lines, after the descriptor if the file is new.
  // All of it is on the disk when this returns. Throws Error, and leaves the file as it was, if that fails.
  void Append(std::string_view records);

  // Puts `bytes` in place of all that the journal holds: a new file (0600) is written beside it, synced and renamed
  // over it, behind a symbolic link too. The lock ends with it: who waited for it opens the new file. Call nothing
  // else after this. Throws Error, and leaves the journal as it was, if that fails, or if another file stands at the
  // path by now. Of an encrypted journal it replaces the parts that Read gave; call that before.
  void Replace(std::string_view bytes);

  // The parts that Read gave of an encrypted journal, and how many there are.
  size_t parts_read() const { return parts_.size(); }
  size_t parts() const { return all_parts_; }

 private:
  void Open(std::chrono::milliseconds patience);
  void OpenAndLock(std::chrono::milliseconds patience);
  void RefuseEncryptedFile(std::string_view beginning) const;
  void CheckFormat();
  std::string ReadTail(size_t size);

  std::string path_;
  int descriptor_ = -1;
  bool is_new_ = false;  // made here
  std::optional<EncryptedJournal> encrypted_;  // then the descriptor is its lock's
  Identity* identity_ = nullptr;
  ErrorHandler on_damage_;
  std::vector<PartRead> parts_;
  size_t all_parts_ = 0;
};

// Opens a file for reading and gives its bytes up to the length it has when no writer holds the lock. nullptr if
// there is no such file; throws Error if it can't be opened. A pipe is read as it comes.
std::unique_ptr<ByteSource> OpenForReading(const std::string& path);

// What must be written after a file that ends in `tail` (its last bytes, or all) so that a new record begins after a
// blank line.
std::string EndCompletion(std::string_view tail);

// The last Id of the entries in a text, which begins with a line end or a descriptor; empty if there is none.
std::string LastIdIn(std::string_view text);

// "others can read it" as a sentence if the file or its directory is open to others; else empty. `directory_too`:
// look at the directory as well.
std::string LooseModeOf(const std::string& path, bool directory_too);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_JOURNAL_FILE_H_
