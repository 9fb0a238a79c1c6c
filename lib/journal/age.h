// Age: the program age, which encrypts and decrypts; no cryptography is our own. It is started with its arguments as they are, no shell
// between, and what it reads and writes are descriptors: no word of a person's is among its arguments, or in a file by a name.
#ifndef STUMBLE_JOURNAL_AGE_H_
#define STUMBLE_JOURNAL_AGE_H_

#include <sys/types.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "error.h"

namespace stumble {

// Thrown where something encrypted can't be opened now, and may well be sound: no identity is known, age is not there.
class ClosedNow : public Error {
  using Error::Error;
};

// It is encrypted to others than this identity.
class WrongIdentity : public ClosedNow {
  using ClosedNow::ClosedNow;
};

// Bytes that have a descriptor and stand on no disk.
class MemoryFile {
 public:
  // Holds `bytes`; who reads the descriptor begins with the first. Throws Error if there is no memory.
  explicit MemoryFile(std::string_view bytes = {});
  ~MemoryFile();
  MemoryFile(MemoryFile&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
  MemoryFile& operator=(MemoryFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }

  int descriptor() const { return descriptor_; }
  // All that was written there.
  std::string Bytes() const;

 private:
  int descriptor_;
};

// How age ended.
struct AgeEnd {
  bool done = false;     // it did all that it was to do; else its output is worth nothing
  int signal = 0;        // that ended it
  std::string said;      // its complaint, on one line; names of files and lines, never what stands in them
  bool NoIdentityFits() const { return said.find("no identity matched") != std::string::npos; }
  // Whether it complains of the encrypted bytes themselves, and not of what it needs to open them.
  bool FoundDamage() const;
};

// age at work.
class AgeProcess {
 public:
  // The name by which age can open the descriptor that is handed on to it.
  static constexpr const char* kHandedOn = "/dev/fd/3";

  // Starts age with these arguments; `input` and `output` are its standard streams, `handed_on` is a further descriptor, -1: none. Throws
  // ClosedNow if there is no such program. `answers_keys`: an interrupt from the keyboard, which we ignore meanwhile, is age's to answer.
  AgeProcess(std::vector<std::string> arguments, int input, int output, int handed_on = -1, bool answers_keys = false);
  // Ends it, if it is still at work.
  ~AgeProcess();
  AgeProcess(AgeProcess&& other) noexcept : complaint_(std::move(other.complaint_)), process_(other.process_) { other.process_ = -1; }
  AgeProcess(const AgeProcess&) = delete;
  AgeProcess& operator=(const AgeProcess&) = delete;

  AgeEnd Wait();

 private:
  MemoryFile complaint_;
  pid_t process_ = -1;
};

// Whether bytes are the beginning of a file that age or gpg has encrypted.
bool LooksEncryptedByAge(std::string_view beginning);
bool LooksEncryptedByGpg(std::string_view beginning);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_AGE_H_
