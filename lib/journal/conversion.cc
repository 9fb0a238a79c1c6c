#include "journal/conversion.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>

#include "journal/encrypted_parts.h"
#include "journal/former_versions.h"
#include "journal/journal_file.h"
#include "journal/journal_reading.h"
#include "journal/journal_text.h"
#include "journal/private_file.h"
#include "journal/seal.h"
#include "journal/ulid.h"

namespace stumble {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = ".converting-";

[[noreturn]] void ThrowErrno(const std::string& what, const std::string& path, int reason = errno) {
  throw Error(what + ": " + std::strerror(reason), {path});
}

std::string RealPath(const std::string& path) {
  std::error_code not_there;
  fs::path real = fs::canonical(path, not_there);
  return not_there ? path : real.string();
}

// What is being made. It is removed again unless it came into its place; then what stood there has its name.
class Unfinished {
 public:
  enum class Kind { kFile, kDirectory };

  Unfinished(const std::string& of, Kind kind) : path_(of + std::string(kMark) + "XXXXXX") {
    if (kind == Kind::kDirectory) {
      if (mkdtemp(path_.data()) == nullptr) ThrowErrno("the encrypted journal could not be made beside it; nothing was changed", of);
      return;
    }
    int made = mkostemp(path_.data(), O_CLOEXEC);
    if (made < 0) ThrowErrno("the journal in the clear could not be made beside it; nothing was changed", of);
    close(made);
  }
  ~Unfinished() {
    if (lock_ >= 0) close(lock_);
    if (settled_) return;
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  const std::string& path() const { return path_; }

  // Nobody writes there until all is done.
  void Lock(const std::string& file) {
    lock_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock_ < 0 || flock(lock_, LOCK_EX | LOCK_NB) != 0) ThrowErrno("could not be locked; nothing was changed", file);
  }

  void ChangePlacesWith(const std::string& journal) {
    if (renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, journal.c_str(), RENAME_EXCHANGE) != 0) {
      bool cannot = errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP;
      if (cannot)
        throw Error("lies on a file system where two files can't change places in one step, so nothing was changed; a copy elsewhere can be "
                    "converted",
                    {journal});
      ThrowErrno("could not be put into its place; nothing was changed", journal);
    }
    settled_ = true;
    SyncDirectoryOf(journal);
  }

 private:
  std::string path_;
  int lock_ = -1;
  bool settled_ = false;
};

bool IsThere(const std::string& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

// Whether a file holds this text already: what a conversion wrote that was cut short before the old file went.
bool StandsAt(const std::string& path, const std::string& text, const Seal& seal) {
  if (!IsThere(path)) return false;
  try {
    return seal.Open(ReadWholeFile(path, SIZE_MAX), path) == text;
  } catch (const Error&) {
    return false;
  }
}

// Former versions of the other kind, each written anew as the journal is now before the old file goes.
void ConvertFormerVersions(const std::string& real, Identity& identity, Converted& converted) {
  Seal seal(real, identity);
  for (const std::string& former : FormerVersionsOf(real)) {
    bool is_encrypted = former.ends_with(kAgeEnding);
    if (is_encrypted == seal.Encrypts()) continue;
    try {
      std::string plain = is_encrypted ? former.substr(0, former.size() - kAgeEnding.size()) : former;
      std::string text = seal.Open(ReadWholeFile(former, SIZE_MAX), former);
      std::string target = PlaceOfFormer(plain, text, seal);
      if (!StandsAt(target, text, seal)) ReplacePrivateFile(target, seal.Close(text));
    } catch (const Error&) {
      converted.left.push_back(former);
      continue;
    }
    RemoveJournalAt(former);
    converted.removed.push_back(former);
  }
}

void RemoveOld(const std::string& old, const std::string& real, Converted& converted) {
  if (RemoveJournalAt(old)) {
    converted.removed.push_back(real);
    return;
  }
  std::string left = real + ".left";
  std::error_code ignored;
  for (int more = 2; fs::exists(left, ignored); ++more) left = real + ".left-" + std::to_string(more);
  if (rename(old.c_str(), left.c_str()) != 0) ThrowErrno("could not be renamed", old);
  SyncDirectoryOf(real);
  converted.left.push_back(left);
}

// The journal holds all of it: it was made, or replaced, in a conversion or a rewriting that did not come to its end.
void RemoveLeftovers(const std::string& real, Converted& converted) {
  for (const auto& leftovers : {UnfinishedVersionsOf(real), UnfinishedConversionsOf(real)})
    for (const std::string& leftover : leftovers)
      if (RemoveJournalAt(leftover)) converted.removed.push_back(leftover);
}

// "journal.rec~", ".journal.rec.swp", "journal.rec.bak" and the like.
void FindCopies(const std::string& real, Converted& converted) {
  fs::path journal = real;
  std::string name = journal.filename().string();
  std::error_code unreadable;
  for (const fs::directory_entry& file : fs::directory_iterator(journal.parent_path().empty() ? "." : journal.parent_path(), unreadable)) {
    std::string other = file.path().filename().string();
    bool looks_so = other != name && (other.starts_with(name) || other.starts_with("." + name));
    if (looks_so && !other.ends_with(kAgeEnding) && file.is_regular_file(unreadable)) converted.copies.push_back(file.path().string());
  }
  std::sort(converted.copies.begin(), converted.copies.end());
}

void CheckRecipients(const std::vector<std::string>& recipients) {
  if (recipients.empty())
    throw Error("--encrypt: expected -r RECIPIENT with it, the public half of an identity: age1..., or an SSH key", {}, ExitStatus::kUsage);
  for (const std::string& recipient : recipients)
    if (!IsRecipient(recipient) || recipient.find('\n') != std::string::npos)
      throw Error("-r: expected a recipient of age: it begins with age1, ssh-ed25519 or ssh-rsa; 'age-keygen -y' prints that of an identity", {},
                  ExitStatus::kUsage);
}

void WriteEncrypted(const EncryptedJournal& journal, const std::string& text, Identity& identity) {
  journal.CheckRecipients();
  std::string probe = journal.Encrypt(text);
  if (Decrypt(probe, identity, identity.path()) != text)
    throw Error("what was encrypted did not come back the same; nothing was changed", {journal.path()});
  if (text.empty()) return;
  // Not named after its last entry: another copy of the journal may have that too, with other words before it.
  journal.Append(text, EncryptedJournal::NameAfter(LastIdIn("\n" + text)));
  EncryptedParts parts(journal, identity, [](const Error& error) { throw error; }, EncryptedParts::Holds::kLock);
  std::string back;
  while (std::optional<JournalPart> part = parts.Next()) AddPart(part->text, back);
  if (back != text) throw Error("what was encrypted did not come back the same; nothing was changed", {journal.path()});
}

// "AbCdEf", or "AbCdEf.new-GhIjKl" where that file itself was being written; anything else is a person's own.
bool IsEndOfUnfinished(std::string_view end) {
  constexpr size_t kRandom = 6;
  constexpr std::string_view kNew = ".new-";
  auto is_random = [](std::string_view text) {
    return text.size() == kRandom && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
  };
  std::string_view rest = end.substr(std::min(end.size(), kRandom));
  return is_random(end.substr(0, kRandom)) && (rest.empty() || (rest.starts_with(kNew) && is_random(rest.substr(kNew.size()))));
}

}  // namespace

std::string PlaceOfFormer(const std::string& plain, const std::string& text, const Seal& seal) {
  std::string same = plain + std::string(seal.ending());
  if (!IsThere(same) || StandsAt(same, text, seal)) return same;
  std::string before = plain.substr(0, plain.rfind('-') + 1);
  for (int number = 1; number <= kFormerVersions; ++number) {
    std::string path = before + std::to_string(number);
    if (!IsThere(path) && !IsThere(path + std::string(kAgeEnding))) return path + std::string(seal.ending());
  }
  throw Error("there is no number free for this former version", {plain});
}

std::vector<std::string> UnfinishedConversionsOf(const std::string& journal) {
  fs::path real = RealPath(journal);
  std::string beginning = real.filename().string() + std::string(kMark);
  std::vector<std::string> paths;
  std::error_code unreadable;
  for (const fs::directory_entry& file : fs::directory_iterator(real.parent_path().empty() ? "." : real.parent_path(), unreadable)) {
    std::string name = file.path().filename().string();
    if (name.starts_with(beginning) && IsEndOfUnfinished(name.substr(beginning.size()))) paths.push_back(file.path().string());
  }
  return paths;
}

bool RemoveJournalAt(const std::string& path) {
  std::error_code problem;
  if (!fs::is_directory(fs::symlink_status(path, problem))) {
    if (unlink(path.c_str()) != 0 && errno != ENOENT) ThrowErrno("could not be removed, and may still hold words of yours", path);
    SyncDirectoryOf(path);
    return true;
  }
  for (const fs::directory_entry& file : fs::directory_iterator(path, problem)) {
    std::string name = file.path().filename().string();
    bool is_ours = name == kRecipients || name == ".lock" || (name.size() > 26 && IsUlid(name.substr(0, 26))) ||
                   name.starts_with(std::string(kRecipients) + ".new-");
    if (is_ours && unlink(file.path().c_str()) != 0 && errno != ENOENT) ThrowErrno("could not be removed", file.path().string());
  }
  bool is_gone = rmdir(path.c_str()) == 0 || errno == ENOENT;
  if (!is_gone && errno != ENOTEMPTY && errno != EEXIST) ThrowErrno("could not be removed", path);
  SyncDirectoryOf(path);
  return is_gone;
}

void SealAnew(const std::string& file, const Seal& seal) {
  std::string text = seal.Open(ReadWholeFile(file, SIZE_MAX), file), bytes = seal.Close(text);
  if (seal.Open(bytes, file) != text) throw Error("what was encrypted did not come back the same, so it was left as it is", {file});
  ReplacePrivateFile(file, bytes);
}

std::vector<std::string> SealFormerVersionsAnew(const std::string& path, Identity& identity) {
  std::vector<std::string> left;
  Seal seal(path, identity);
  LockedJournal locked(path, identity, [](const Error&) {});
  for (const std::string& former : FormerVersionsOf(path)) {
    if (!former.ends_with(kAgeEnding)) continue;
    try {
      SealAnew(former, seal);
    } catch (const Error&) {
      left.push_back(former);
    }
  }
  return left;
}

Converted EncryptJournal(const std::string& path, const std::vector<std::string>& recipients, Identity& identity) {
  Converted converted;
  std::error_code ignored;
  if (EncryptedJournal::IsAt(path)) {
    converted.is_done_before = true;
    LockedJournal locked(path, identity, [](const Error&) {});
    RemoveLeftovers(RealPath(path), converted);
    ConvertFormerVersions(RealPath(path), identity, converted);
    FindCopies(RealPath(path), converted);
    return converted;
  }
  CheckRecipients(recipients);
  identity.Unlock();
  LockedJournal file(path);  // made if it was not there: then it is empty, and goes
  std::string real = RealPath(path), text = ReadAll(*file.Read());
  Unfinished made(real, Unfinished::Kind::kDirectory);
  EncryptedJournal journal = EncryptedJournal::Make(made.path(), recipients);
  made.Lock(journal.LockPath());
  try {
    WriteEncrypted(journal, text, identity);
  } catch (const WrongIdentity&) {
    throw Error("does not open what is encrypted to these recipients, so that you could never read it again; nothing was changed", {identity.path()});
  }
  made.ChangePlacesWith(real);
  RemoveOld(made.path(), real, converted);
  RemoveLeftovers(real, converted);
  ConvertFormerVersions(real, identity, converted);
  FindCopies(real, converted);
  return converted;
}

Converted DecryptJournal(const std::string& path, Identity& identity, const ErrorHandler& on_damage) {
  Converted converted;
  if (!EncryptedJournal::IsAt(path))
    throw Error("expected an encrypted journal: a directory with a file recipients in it; nothing was changed", {path});
  LockedJournal locked(path, identity, on_damage);
  std::string real = RealPath(path), text = ReadAll(*locked.Read());
  if (locked.parts_read() != locked.parts())
    throw Error("some of its files could not be opened, so that their entries would be left behind; nothing was changed", {path});
  Unfinished made(real, Unfinished::Kind::kFile);
  ReplacePrivateFile(made.path(), text);
  if (ReadWholeFile(made.path(), SIZE_MAX) != text) throw Error("what was written did not come back the same; nothing was changed", {path});
  made.Lock(made.path());
  made.ChangePlacesWith(real);
  RemoveOld(made.path(), real, converted);
  RemoveLeftovers(real, converted);
  ConvertFormerVersions(real, identity, converted);
  return converted;
}

}  // namespace stumble
