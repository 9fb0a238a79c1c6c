// Identity: the secret key by which age opens an encrypted journal. It is read once and handed to each age through a descriptor; one that
// is under a passphrase is unlocked once, by age's own question at the terminal, and stands unlocked in memory alone.
#ifndef STUMBLE_JOURNAL_IDENTITY_H_
#define STUMBLE_JOURNAL_IDENTITY_H_

#include <functional>
#include <optional>
#include <string>

#include "journal/age.h"

namespace stumble {

class Identity {
 public:
  // None is known.
  Identity() = default;
  // Of a file. `may_ask`: its passphrase, at the terminal.
  Identity(std::string path, bool may_ask) : path_(std::move(path)), may_ask_(may_ask) {}

  // Called right before age asks.
  void set_before_asking(std::function<void()> say) { before_asking_ = std::move(say); }

  bool IsKnown() const { return !path_.empty(); }
  const std::string& path() const { return path_; }

  // Whether using it would ask for a passphrase now. False too if that can't be told, for want of a file.
  bool WouldAsk();

  // Makes it ready, after asking if that is needed. Throws ClosedNow: none is known, it can't be read, it is none, the passphrase is wrong or
  // can't be asked for.
  void Unlock();

  // Once it is ready: what age reads it from, by the name AgeProcess::kHandedOn.
  int descriptor();
  // Whether age may have to ask for something (a touch, a PIN) at each file, so that no two shall run at once.
  bool AsksEachTime();

 private:
  void Read();
  void AskPassphrase();

  std::string path_;
  bool may_ask_ = false;
  std::function<void()> before_asking_;
  std::optional<std::string> text_;  // as the file has it
  std::optional<MemoryFile> unlocked_;
  bool asks_each_time_ = false;
};

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_IDENTITY_H_
