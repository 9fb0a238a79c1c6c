// EncryptedJournal: a journal that is a directory. Each append is a file of its own there, which age encrypts to those who stand in the file
// `recipients`, so that writing needs no secret; `age -d` opens each by hand. Names are ULIDs, and their order is that of the journal.
//
// A file is never changed. What is rewritten (an edit, a compaction) becomes one new file, and NAME.replaces beside it lists the files that it
// stands for. That list is there before the new file is, and counts from the moment the new file is: from then on nobody reads the old ones,
// and who next holds the lock removes those that a crash, or a program that syncs, has left. So at each moment every entry is read, and read once.
//
// Names may come back with other bytes, and a new file may come in part: two machines write, and a program syncs. So a list tells bytes, by
// SHA-256: it counts only while its own file is whole, and nothing but what it was made from is ever passed over or removed.
#ifndef STUMBLE_JOURNAL_ENCRYPTED_JOURNAL_H_
#define STUMBLE_JOURNAL_ENCRYPTED_JOURNAL_H_

#include <compare>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "journal/identity.h"

namespace stumble {

inline constexpr std::string_view kAgeEnding = ".age";
inline constexpr const char* kRecipients = "recipients";

// What tells the bytes of one file from those of all others.
struct Fingerprint {
  std::string sha256;  // in hexadecimal digits
  size_t size = 0;
  auto operator<=>(const Fingerprint&) const = default;
};
Fingerprint FingerprintOf(std::string_view bytes);

// A file of the journal, and the bytes that were read there.
struct PartRead {
  std::string name;
  Fingerprint bytes;
};

class EncryptedJournal {
 public:
  // `path` is the directory.
  explicit EncryptedJournal(std::string path) : path_(std::move(path)) {}

  // Whether the path leads to such a journal: a directory with recipients, or with a file that ends in .age.
  static bool IsAt(const std::string& path);
  // What a new one begins with: its directory (0700), with these recipients. Throws Error if that fails.
  static EncryptedJournal Make(const std::string& path, const std::vector<std::string>& recipients);

  const std::string& path() const { return path_; }
  std::string PathOf(const std::string& name) const { return path_ + "/" + name; }
  std::string LockPath() const { return path_ + "/.lock"; }

  // The names of the files that are to be read, in order.
  std::vector<std::string> Parts() const;
  // The name, without its ending, that sorts last among all that are there; empty if there is none.
  std::string LastName() const;

  // Throws Error unless there are recipients that a journal of this format can be encrypted to.
  void CheckRecipients() const;
  // The text, encrypted to the recipients. Throws Error.
  std::string Encrypt(std::string_view text) const;

  // A name, without its ending, that sorts right after `last`, and is nobody else's: two machines may write after the same file.
  static std::string NameAfter(const std::string& last);

  // For whom holds the lock.

  // Puts the text into a new file, which is on the disk when this returns. Its name is `wanted` if that sorts after all others. Throws Error.
  void Append(std::string_view text, std::string_view wanted) const;
  // Puts the text in place of these parts. That the identity opens it is tried first. Throws Error, with the journal as it was, if any of
  // that fails.
  void Replace(std::string_view text, const std::vector<PartRead>& parts, Identity& identity) const;
  // Removes what stands replaced, and what was left half made.
  void RemoveReplaced() const;

 private:
  struct Listing;
  Listing List() const;
  std::set<std::string> Replaced(const Listing& listing) const;

  std::string path_;
};

// Whether a line can be a recipient of age: an age1... key or an SSH key. The lines of a file of recipients may also be empty or comments.
bool IsRecipient(std::string_view line);

// The text that encrypted bytes stand for. Throws Error that names `path`: ClosedNow unless the bytes themselves are damaged.
std::string Decrypt(std::string_view bytes, Identity& identity, const std::string& path);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_ENCRYPTED_JOURNAL_H_
