#include "journal/identity.h"

#include <fcntl.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <cstdint>

#include "journal/private_file.h"

namespace stumble {

namespace {

constexpr size_t kMostBytes = size_t{1} << 20;

// The terminal while age asks there. An interrupt from the keyboard is age's to answer, and leaves the terminal as it was before: age hides
// what is typed.
class QuietedTerminal {
 public:
  QuietedTerminal() : descriptor_(open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {
    if (descriptor_ >= 0) is_known_ = tcgetattr(descriptor_, &before_) == 0;
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGINT, &ignore, &interrupt_);
    sigaction(SIGQUIT, &ignore, &quit_);
  }
  ~QuietedTerminal() {
    if (is_known_) tcsetattr(descriptor_, TCSADRAIN, &before_);
    if (descriptor_ >= 0) close(descriptor_);
    sigaction(SIGINT, &interrupt_, nullptr);
    sigaction(SIGQUIT, &quit_, nullptr);
  }
  QuietedTerminal(const QuietedTerminal&) = delete;
  QuietedTerminal& operator=(const QuietedTerminal&) = delete;
  bool IsThere() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
  termios before_{};
  bool is_known_ = false;
  struct sigaction interrupt_{}, quit_{};
};

// The first bytes that base64 stands for; `text` begins with its first digit.
std::string FromBase64(std::string_view text, size_t most) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  uint32_t bits = 0;
  int count = 0;
  for (char c : text) {
    size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;  // the end of a line
    bits = bits << 6 | static_cast<uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count);
    if (bytes.size() == most) break;
  }
  return bytes;
}

// An SSH key that a passphrase protects. Source: OpenSSH's PROTOCOL.key: a mark, then the cipher's name after its length.
bool IsProtectedSshKey(std::string_view text) {
  if (text.find("Proc-Type: 4,ENCRYPTED") != std::string_view::npos || text.find("BEGIN ENCRYPTED PRIVATE KEY") != std::string_view::npos)
    return true;
  constexpr std::string_view kBegin = "-----BEGIN OPENSSH PRIVATE KEY-----";
  size_t at = text.find(kBegin);
  if (at == std::string_view::npos) return false;
  constexpr std::string_view kUnprotected("openssh-key-v1\0\0\0\0\4none", 23);
  return FromBase64(text.substr(at + kBegin.size()), kUnprotected.size()) != kUnprotected;
}

}  // namespace

void Identity::Read() {
  if (text_) return;
  if (path_.empty())
    throw ClosedNow("this journal is encrypted, and opens with your identity: expected --identity FILE, or $STUMBLE_IDENTITY to name it");
  try {
    text_ = ReadWholeFile(path_, kMostBytes);
  } catch (const Error& error) {
    throw ClosedNow(error.what(), error.place());
  }
}

bool Identity::WouldAsk() {
  if (unlocked_) return false;
  try {
    Read();
  } catch (const Error&) {
    return false;
  }
  return LooksEncryptedByAge(*text_);
}

void Identity::Unlock() {
  if (unlocked_) return;
  Read();
  if (IsProtectedSshKey(*text_))
    throw ClosedNow("is an SSH key under a passphrase, which would be asked for at every file of the journal; expected an identity of age, as "
                "age-keygen makes it, which 'age -p' can put under a passphrase that is asked for once",
                {path_});
  if (LooksEncryptedByAge(*text_)) {
    AskPassphrase();
  } else {
    unlocked_.emplace(*text_);
  }
  asks_each_time_ = unlocked_->Bytes().find("AGE-PLUGIN-") != std::string::npos;
}

void Identity::AskPassphrase() {
  MemoryFile protected_key(*text_), key;
  AgeEnd end;
  {
    QuietedTerminal terminal;
    if (!may_ask_ || !terminal.IsThere())
      throw ClosedNow("is under a passphrase, which can only be asked for at a terminal; where there is none, as in cron, expected an "
                  "identity without one",
                  {path_});
    if (before_asking_) before_asking_();
    end = AgeProcess({"-d"}, protected_key.descriptor(), key.descriptor(), /*handed_on=*/-1, /*answers_keys=*/true).Wait();
  }
  if (end.signal == SIGINT || end.signal == SIGQUIT) raise(end.signal);
  if (!end.done) throw ClosedNow("could not be unlocked; age says: " + end.said, {path_});
  unlocked_.emplace(std::move(key));
}

int Identity::descriptor() {
  Unlock();
  return unlocked_->descriptor();
}

bool Identity::AsksEachTime() {
  Unlock();
  return asks_each_time_;
}

}  // namespace stumble
