// EncryptedParts: reads an encrypted journal, part after part in order. A few ages are at work at once, on the parts to come, and what they
// have decrypted and nobody has taken yet is bounded. A part counts only once age has found all of it sound; one that it has not is named and
// passed over as a whole. An entry that stands in several parts, for two machines gathered it each for itself, is given once.
#ifndef STUMBLE_JOURNAL_ENCRYPTED_PARTS_H_
#define STUMBLE_JOURNAL_ENCRYPTED_PARTS_H_

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "error.h"
#include "journal/age.h"
#include "journal/encrypted_journal.h"
#include "journal/identity.h"

namespace stumble {

struct JournalPart {
  std::string name;  // the path of its file
  std::string text;
};

class EncryptedParts {
 public:
  enum class Holds { kNoLock, kLock };

  // Takes the journal as it is now: what is compacted or written later changes nothing. The identity is unlocked. `identity` must outlive this.
  // Throws Error if it can't be.
  EncryptedParts(const EncryptedJournal& journal, Identity& identity, ErrorHandler on_damage, Holds holds = Holds::kNoLock);
  ~EncryptedParts();
  EncryptedParts(const EncryptedParts&) = delete;
  EncryptedParts& operator=(const EncryptedParts&) = delete;

  // The next part that is sound; nullopt after the last. Throws Error if age can't be started, or at the end if the identity opened no part.
  std::optional<JournalPart> Next();

  // The parts that Next gave. Who holds no lock is not told their bytes.
  const std::vector<PartRead>& read() const { return read_; }
  // How many parts there are.
  size_t size() const { return count_; }

 private:
  struct Waiting {
    std::string name;
    int descriptor;  // -1: not opened yet
    size_t bytes;
  };
  struct AtWork {
    PartRead part;
    size_t bytes;
    MemoryFile text;
    AgeProcess age;
  };
  bool Open(Waiting& part);
  void StartMore();
  void Conclude();
  std::string WithoutRepeated(std::string text);

  EncryptedJournal journal_;
  Identity& identity_;
  ErrorHandler on_damage_;
  Holds holds_;
  int lock_ = -1;  // shared; only while parts can't all be held open
  std::deque<Waiting> waiting_;
  std::deque<AtWork> at_work_;
  size_t count_ = 0, most_at_work_, bytes_at_work_ = 0;
  std::vector<PartRead> read_;
  size_t strange_ = 0;  // parts that are encrypted to others
  std::string first_strange_;
  std::set<std::string> seen_;  // entries, by Id and what they say
};

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_ENCRYPTED_PARTS_H_
