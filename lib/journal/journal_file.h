// JournalFile: the journal on disk. What is new is appended: a writer holds one lock, completes the file's end to a
// blank line, makes one write and one sync; what could not be written whole is cut off again. What is changed is put
// in the file's place as a whole. A reader sees the file as long as it was when no writer was at work, so that it
// never meets half an entry.
#ifndef STUMBLE_JOURNAL_JOURNAL_FILE_H_
#define STUMBLE_JOURNAL_JOURNAL_FILE_H_

#include <sys/types.h>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

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
  ~LockedJournal();
  LockedJournal(const LockedJournal&) = delete;
  LockedJournal& operator=(const LockedJournal&) = delete;

  // The whole file from its beginning. Only one reader at a time.
  std::unique_ptr<ByteSource> Read();

  // The last Id that stands in the file's last block; empty if none does.
  std::string LastId();

  // Appends records, each ended by a line end and separated by blank lines, after the descriptor if the file is new.
  // All of it is on the disk when this returns. Throws Error, and leaves the file as it was, if that fails.
  void Append(std::string_view records);

  // Puts `bytes` in place of all that the journal holds: a new file (0600) is written beside it, synced and renamed
  // over it, behind a symbolic link too. The lock ends with it: who waited for it opens the new file. Call nothing
  // else after this. Throws Error, and leaves the journal as it was, if that fails, or if another file stands at the
  // path by now.
  void Replace(std::string_view bytes);

 private:
  void OpenAndLock(std::chrono::milliseconds patience);
  void CheckFormat();
  std::string ReadTail(size_t size);

  std::string path_;
  int descriptor_ = -1;
  bool is_new_ = false;  // made here
};

// Opens a file for reading and gives its bytes up to the length it has when no writer holds the lock. nullptr if
// there is no such file; throws Error if it can't be opened. A pipe is read as it comes.
std::unique_ptr<ByteSource> OpenForReading(const std::string& path);

// What must be written after a file that ends in `tail` (its last bytes, or all) so that a new record begins after a
// blank line.
std::string EndCompletion(std::string_view tail);

// "others can read it" as a sentence if the file or its directory is open to others; else empty. `directory_too`:
// look at the directory as well.
std::string LooseModeOf(const std::string& path, bool directory_too);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_JOURNAL_FILE_H_
