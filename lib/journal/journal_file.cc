#include "journal/journal_file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <limits>
#include <thread>

#include "error.h"
#include "journal/conversion.h"
#include "journal/encrypted_parts.h"
#include "journal/entry_fields.h"
#include "journal/journal_reading.h"
#include "journal/private_file.h"
#include "journal/ulid.h"

namespace stumble {

namespace {

constexpr size_t kTailBytes = 64 << 10;
constexpr size_t kBeginningBytes = 4 << 10;
constexpr auto kPatienceWithPipes = std::chrono::seconds(3);

[[noreturn]] void ThrowErrno(const std::string& what, const std::string& path, int reason = errno) {
  throw Error(what + ": " + std::strerror(reason), {path});
}

// 0 once the lock is held; EWOULDBLOCK if another process held it all the time; else why there is no lock to be had.
int RetryLock(int descriptor, int operation, std::chrono::milliseconds patience) {
  auto deadline = std::chrono::steady_clock::now() + patience;
  auto pause = std::chrono::milliseconds(1);
  while (flock(descriptor, operation | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) return errno;
    if (std::chrono::steady_clock::now() >= deadline) return EWOULDBLOCK;
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, std::chrono::milliseconds(16));
  }
  return 0;
}

int OpenOrCreate(const std::string& path, bool& is_new) {
  is_new = false;
  int descriptor = open(path.c_str(), O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor >= 0 || errno != ENOENT) return descriptor;
  CreatePrivateDirectories(std::filesystem::path(path).parent_path());
  descriptor = open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  is_new = descriptor >= 0;
  if (descriptor < 0 && errno == EEXIST)  // another process was faster, or a symbolic link leads to a file not made yet
    descriptor = open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return descriptor;
  fchmod(descriptor, 0600);
  SyncDirectoryOf(path);
  return descriptor;
}

bool IsStillAt(int descriptor, const std::string& path) {
  struct stat opened, named;
  return fstat(descriptor, &opened) == 0 && stat(path.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

ssize_t ReadAt(int descriptor, char* buffer, size_t size, off_t at) {
  ssize_t count;
  do {
    count = pread(descriptor, buffer, size, at);
  } while (count < 0 && errno == EINTR);
  return count;
}

// Waits until somebody writes to a pipe that was opened without waiting: a named one that nobody writes to would be waited for for ever.
// Gives what was read while looking. Throws Error if nobody comes.
std::string AwaitWriter(int descriptor, const std::string& path) {
  struct statfs system {};
  constexpr long kPipesWithoutName = 0x50495045;  // such as those of <(command): whoever writes to one has had it open from the beginning
  if (fstatfs(descriptor, &system) == 0 && system.f_type == kPipesWithoutName) return "";
  auto deadline = std::chrono::steady_clock::now() + kPatienceWithPipes;
  do {
    pollfd pipe{descriptor, POLLIN, 0};
    if (poll(&pipe, 1, /*milliseconds=*/20) > 0) return "";
    char byte;
    ssize_t count = read(descriptor, &byte, 1);
    if (count != 0) return std::string(&byte, static_cast<size_t>(std::max<ssize_t>(count, 0)));  // EAGAIN: somebody is there, and writes later
  } while (std::chrono::steady_clock::now() < deadline);
  throw Error("is a pipe that nobody writes to; expected a file of records", {path});
}

// The first bytes of a file, up to a length; the rest is left to whoever comes later.
class LimitedSource : public ByteSource {
 public:
  LimitedSource(int descriptor, std::string name, off_t begin, off_t end, bool owned)
      : file_(descriptor, std::move(name)), descriptor_(descriptor), left_(end - begin), owned_(owned) {}
  ~LimitedSource() override {
    if (owned_) close(descriptor_);
  }
  // What was read of it already.
  void PushBack(std::string taken) { taken_ = std::move(taken); }
  size_t Read(char* buffer, size_t size) override {
    if (!taken_.empty()) {
      size_t count = taken_.copy(buffer, size);
      taken_.erase(0, count);
      return count;
    }
    size_t count = file_.Read(buffer, std::min<size_t>(size, static_cast<size_t>(left_)));
    left_ -= static_cast<off_t>(count);
    return count;
  }

 private:
  FileSource file_;
  std::string taken_;
  int descriptor_;
  off_t left_;
  bool owned_;
};

// A text that is its own.
class OwnedText : public ByteSource {
 public:
  explicit OwnedText(std::string text) : text_(std::move(text)), source_(text_) {}
  size_t Read(char* buffer, size_t size) override { return source_.Read(buffer, size); }

 private:
  std::string text_;
  TextSource source_;
};

bool IsDirectory(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

}  // namespace

std::string LastIdIn(std::string_view text) {
  size_t at = text.rfind("\nId: ");
  std::string id(at == std::string_view::npos ? "" : text.substr(at + 5, 26));
  return IsUlid(id) ? id : "";
}

std::string EndCompletion(std::string_view tail) {
  if (tail.empty()) return "";
  size_t newlines = 0;
  size_t last = tail.size();
  while (last > 0 && (tail[last - 1] == '\n' || tail[last - 1] == '\r')) {
    --last;
    if (tail[last] == '\n') ++newlines;
  }
  if (last == 0) return "";
  size_t needed = tail[last - 1] == '\\' ? 3 : 2;  // also after a comment, where one more does no harm
  return std::string(needed - std::min(newlines, needed), '\n');
}

LockedJournal::LockedJournal(const std::string& path, std::chrono::milliseconds patience) : path_(path) { Open(patience); }

LockedJournal::LockedJournal(const std::string& path, Identity& identity, ErrorHandler on_damage, std::chrono::milliseconds patience)
    : path_(path), identity_(&identity), on_damage_(std::move(on_damage)) {
  try {
    if (EncryptedJournal::IsAt(path)) identity.Unlock();
  } catch (const Error& error) {
    throw Error(std::string(error.what()) + "; nothing was written", error.place(), error.status());
  }
  Open(patience);
}

void LockedJournal::Open(std::chrono::milliseconds patience) {
  try {
    OpenAndLock(patience);
    CheckFormat();
    if (!encrypted_) return;
    encrypted_->RemoveReplaced();
    for (const std::string& leftover : UnfinishedConversionsOf(path_)) RemoveJournalAt(leftover);  // in the clear, after a crash
  } catch (...) {
    if (descriptor_ >= 0) close(descriptor_);
    throw;
  }
}

LockedJournal::~LockedJournal() {
  if (descriptor_ < 0) return;
  struct stat status;
  bool is_empty = is_new_ && !encrypted_ && fstat(descriptor_, &status) == 0 && status.st_size == 0;
  if (is_empty && IsStillAt(descriptor_, path_)) unlink(path_.c_str());
  close(descriptor_);
}

void LockedJournal::OpenAndLock(std::chrono::milliseconds patience) {
  auto deadline = std::chrono::steady_clock::now() + patience;
  while (true) {
    encrypted_.reset();
    if (IsDirectory(path_)) encrypted_.emplace(path_);
    if (encrypted_ && !EncryptedJournal::IsAt(path_)) {
      if (!IsDirectory(path_)) continue;  // decrypted just now
      throw Error("expected a file, or the directory of an encrypted journal, as the journal; nothing was written", {path_});
    }
    std::string locked = encrypted_ ? encrypted_->LockPath() : path_;
    descriptor_ = encrypted_ ? open(locked.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW, 0600)
                             : OpenOrCreate(path_, is_new_);
    bool became_other = descriptor_ < 0 && (errno == EISDIR || (encrypted_ && (errno == ENOTDIR || errno == ENOENT)));  // just now
    if (became_other && std::chrono::steady_clock::now() < deadline) continue;
    if (descriptor_ < 0) ThrowErrno("could not be opened for writing", path_);
    struct stat status;
    if (fstat(descriptor_, &status) != 0) ThrowErrno("could not be looked at", path_);
    if (!S_ISREG(status.st_mode)) throw Error("expected a regular file as the journal; nothing was written", {path_});
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    int reason = RetryLock(descriptor_, LOCK_EX, std::max(left, std::chrono::milliseconds(0)));
    if (reason != 0 && reason != EWOULDBLOCK) ThrowErrno("could not be locked; nothing was written", path_, reason);
    if (reason != 0)
      throw Error("stayed locked by another program; nothing was written: please try again", {path_},
                  ExitStatus::kStayedLocked);
    if (IsStillAt(descriptor_, locked)) return;
    close(descriptor_);  // replaced while waiting: the new file is the journal
    descriptor_ = -1;
  }
}

void LockedJournal::RefuseEncryptedFile(std::string_view beginning) const {
  bool by_age = LooksEncryptedByAge(beginning);
  if (!by_age && !LooksEncryptedByGpg(beginning)) return;
  throw Error(std::string("is a single file that ") + (by_age ? "age" : "gpg") + " encrypted, which nothing can be appended to; nothing was written. '" +
                  (by_age ? "age -d" : "gpg -d") + "' gives the journal in it, and 'recall --encrypt' makes of that an encrypted one that can be written to",
              {path_});
}

void LockedJournal::CheckFormat() {
  if (encrypted_) return;  // when it is written to
  char beginning[kBeginningBytes];
  ssize_t count = ReadAt(descriptor_, beginning, sizeof beginning, 0);
  if (count < 0) ThrowErrno("could not be read", path_);
  RefuseEncryptedFile({beginning, static_cast<size_t>(count)});
  int format = JournalFormatOf({beginning, static_cast<size_t>(count)});
  if (format > kJournalFormat)
    throw Error("is a journal of format " + std::to_string(format) + ", from a later stumble; expected format " +
                    std::to_string(kJournalFormat) + " for writing, so nothing was written; reading works",
                {path_});
}

std::unique_ptr<ByteSource> LockedJournal::Read() {
  if (encrypted_) {
    Identity none;
    EncryptedParts parts(*encrypted_, identity_ ? *identity_ : none, on_damage_ ? on_damage_ : [](const Error&) {}, EncryptedParts::Holds::kLock);
    std::string text;
    while (std::optional<JournalPart> part = parts.Next()) AddPart(part->text, text);
    parts_ = parts.read();
    all_parts_ = parts.size();
    return std::make_unique<OwnedText>(std::move(text));
  }
  off_t size = lseek(descriptor_, 0, SEEK_END);
  if (size < 0 || lseek(descriptor_, 0, SEEK_SET) != 0) ThrowErrno("could not be read", path_);
  return std::make_unique<LimitedSource>(descriptor_, path_, 0, size, /*owned=*/false);
}

std::string LockedJournal::ReadTail(size_t size) {
  off_t end = lseek(descriptor_, 0, SEEK_END);
  off_t begin = std::max<off_t>(0, end - static_cast<off_t>(size));
  std::string tail(static_cast<size_t>(end - begin), '\0');
  ssize_t count = ReadAt(descriptor_, tail.data(), tail.size(), begin);
  if (count != static_cast<ssize_t>(tail.size())) ThrowErrno("could not be read", path_);
  return tail;
}

std::string LockedJournal::LastId() {
  if (encrypted_) return encrypted_->LastName();
  std::string tail = ReadTail(kTailBytes);
  if (tail.size() < kTailBytes) tail.insert(0, "\n");  // the file's first line begins like any other
  return LastIdIn(tail);
}

void LockedJournal::Append(std::string_view records) {
  if (encrypted_) {
    bool is_first = encrypted_->Parts().empty();
    return encrypted_->Append(is_first ? JournalDescriptor() + "\n" + std::string(records) : std::string(records), LastIdIn("\n" + std::string(records)));
  }
  off_t size = lseek(descriptor_, 0, SEEK_END);
  if (size < 0) ThrowErrno("could not be read", path_);
  std::string text = size == 0 ? JournalDescriptor() + "\n" : EndCompletion(ReadTail(kTailBytes));
  text += records;
  ssize_t count;
  do {
    count = write(descriptor_, text.data(), text.size());
  } while (count < 0 && errno == EINTR);
  int reason = count < 0 ? errno : ENOSPC;
  if (count == static_cast<ssize_t>(text.size())) {
    if (fdatasync(descriptor_) == 0 || errno == EINVAL || errno == EROFS) return;
    reason = errno;
  }
  bool as_it_was =
      ftruncate(descriptor_, size) == 0 && (fdatasync(descriptor_) == 0 || errno == EINVAL || errno == EROFS);
  ThrowErrno(as_it_was ? "could not be written; the journal is as it was"
                       : "could not be written; part of an entry may stand at the journal's end, please look there",
             path_, reason);
}

void LockedJournal::Replace(std::string_view bytes) {
  if (encrypted_) {
    Identity none;
    encrypted_->Replace(bytes, parts_, identity_ ? *identity_ : none);
    close(descriptor_);
    descriptor_ = -1;
    return;
  }
  if (!IsStillAt(descriptor_, path_))
    throw Error("another program put a new file in the journal's place meanwhile; nothing was written: please try again",
                {path_});
  ReplacePrivateFile(path_, bytes);
  close(descriptor_);
  descriptor_ = -1;
}

std::unique_ptr<ByteSource> OpenForReading(const std::string& path) {
  int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0 && errno == ENOENT) return nullptr;
  if (descriptor < 0) ThrowErrno("could not be opened", path);
  struct stat status;
  if (fstat(descriptor, &status) != 0 || S_ISDIR(status.st_mode)) {
    close(descriptor);
    throw Error("expected a file of records, not a directory", {path});
  }
  if (S_ISREG(status.st_mode)) {
    char beginning[64];
    ssize_t count = ReadAt(descriptor, beginning, sizeof beginning, 0);
    std::string_view begin(beginning, static_cast<size_t>(std::max<ssize_t>(count, 0)));
    bool by_age = LooksEncryptedByAge(begin);
    if (by_age || LooksEncryptedByGpg(begin)) {
      close(descriptor);
      std::string program = by_age ? "age" : "gpg";
      throw Error("is a file that " + program + " encrypted; expected a journal. '" + program + " -d' decrypts it, and - reads what comes from a pipe", {path});
    }
  }
  off_t end = std::numeric_limits<off_t>::max();
  if (S_ISREG(status.st_mode)) {
    bool locked = RetryLock(descriptor, LOCK_SH, std::chrono::seconds(1)) == 0;
    if (fstat(descriptor, &status) == 0) end = status.st_size;
    if (locked) flock(descriptor, LOCK_UN);
  }
  auto source = std::make_unique<LimitedSource>(descriptor, path, 0, end, /*owned=*/true);
  if (S_ISFIFO(status.st_mode)) source->PushBack(AwaitWriter(descriptor, path));
  if (!S_ISREG(status.st_mode)) fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
  return source;
}

std::string LooseModeOf(const std::string& path, bool directory_too) {
  struct stat status;
  if (stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && (status.st_mode & 077) != 0)
    return "other users of this machine may look into this directory; 'chmod 700' closes it";
  if (stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && (status.st_mode & 077) != 0)
    return "other users of this machine may read this file; 'chmod 600' closes it";
  std::filesystem::path directory = std::filesystem::path(path).parent_path();
  if (directory_too && stat(directory.c_str(), &status) == 0 && (status.st_mode & 077) != 0)
    return "other users of this machine may look into its directory; 'chmod 700' closes it";
  return "";
}

}  // namespace stumble
