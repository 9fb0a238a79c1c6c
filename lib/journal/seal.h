// Seal: what stands beside a journal with words of the person's in it, drafts and former versions, is encrypted as the journal is. For a journal
// in the clear it is in the clear.
#ifndef STUMBLE_JOURNAL_SEAL_H_
#define STUMBLE_JOURNAL_SEAL_H_

#include <optional>
#include <string>
#include <string_view>

#include "journal/encrypted_journal.h"
#include "journal/identity.h"

namespace stumble {

class Seal {
 public:
  // In the clear.
  Seal() = default;
  // As the journal at this path is now. `identity` must outlive this.
  Seal(const std::string& journal, Identity& identity) : identity_(&identity) {
    if (EncryptedJournal::IsAt(journal)) journal_.emplace(journal);
  }

  bool Encrypts() const { return journal_.has_value(); }
  // What is added to the name of a file that holds what Close gives.
  std::string_view ending() const { return Encrypts() ? kAgeEnding : std::string_view(); }

  // The bytes to write for a text. Throws Error if it can't be encrypted.
  std::string Close(std::string_view text) const { return Encrypts() ? journal_->Encrypt(text) : std::string(text); }

  // Throws Error if Close would: the program age is not there, or the recipients are not to be read.
  void CheckCloses() const { Close(""); }

  // The text that the bytes of the file at `path` stand for; what is not encrypted stands for itself. Throws Error if it can't be opened.
  std::string Open(std::string bytes, const std::string& path) const {
    if (!LooksEncryptedByAge(bytes)) return bytes;
    Identity none;
    return Decrypt(bytes, identity_ ? *identity_ : none, path);
  }
  // Whether Open would ask for a passphrase.
  bool WouldAsk() const { return identity_ && identity_->WouldAsk(); }

 private:
  std::optional<EncryptedJournal> journal_;
  Identity* identity_ = nullptr;
};

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_SEAL_H_
