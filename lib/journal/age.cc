#include "journal/age.h"

#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "error.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr int kHandedOnAs = 3;

}  // namespace

MemoryFile::MemoryFile(std::string_view bytes) : descriptor_(memfd_create("stumble", MFD_CLOEXEC)) {
  while (descriptor_ >= 0 && !bytes.empty()) {
    ssize_t count = write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) break;
    bytes.remove_prefix(static_cast<size_t>(count));
  }
  if (descriptor_ >= 0 && bytes.empty() && lseek(descriptor_, 0, SEEK_SET) == 0) return;
  int reason = errno;
  if (descriptor_ >= 0) close(descriptor_);
  throw Error(std::string("no memory for what is to be encrypted or decrypted: ") + std::strerror(reason));
}

MemoryFile::~MemoryFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

std::string MemoryFile::Bytes() const {
  off_t size = lseek(descriptor_, 0, SEEK_END);
  std::string bytes(static_cast<size_t>(std::max<off_t>(size, 0)), '\0');
  size_t at = 0;
  while (at < bytes.size()) {
    ssize_t count = pread(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw Error("memory could not be read");
    at += static_cast<size_t>(count);
  }
  return bytes;
}

AgeProcess::AgeProcess(std::vector<std::string> arguments, int input, int output, int handed_on, bool answers_keys) {
  arguments.insert(arguments.begin(), "age");
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, complaint_.descriptor(), STDERR_FILENO);
  if (handed_on >= 0) posix_spawn_file_actions_adddup2(&actions, handed_on, kHandedOnAs);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  if (answers_keys) {
    sigset_t keys;
    sigemptyset(&keys);
    sigaddset(&keys, SIGINT);
    sigaddset(&keys, SIGQUIT);
    posix_spawnattr_setsigdefault(&attributes, &keys);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  }
  int reason = posix_spawnp(&process_, "age", &actions, &attributes, pointers.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (reason == 0) return;
  process_ = -1;
  if (reason == ENOENT)
    throw ClosedNow("the program age, which encrypts and decrypts the journal, was not found in $PATH; please install it (the package is called age)");
  throw ClosedNow(std::string("the program age could not be started: ") + std::strerror(reason));
}

AgeProcess::~AgeProcess() {
  if (process_ < 0) return;
  kill(process_, SIGKILL);
  Wait();
}

AgeEnd AgeProcess::Wait() {
  AgeEnd end;
  int status = 0;
  while (waitpid(process_, &status, 0) < 0) {
    if (errno == EINTR) continue;
    process_ = -1;
    end.said = "its end could not be waited for";
    return end;
  }
  process_ = -1;
  end.done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  if (end.done) return end;
  constexpr std::string_view kMark = "age: error: ";
  std::string text = complaint_.Bytes();
  size_t begin = text.find(kMark);
  if (begin != std::string::npos) text.erase(0, begin + kMark.size());
  end.said = SafeForTerminal(Trim(std::string_view(text).substr(0, text.find('\n'))));
  if (end.said.empty()) end.said = end.signal != 0 ? "it was ended by signal " + std::to_string(end.signal) : "it gave no reason";
  return end;
}

// An intro that it doesn't expect may be that of a later age.
bool AgeEnd::FoundDamage() const {
  if (done || said.find("unexpected intro") != std::string::npos) return false;
  for (std::string_view complaint : {"failed to read header", "bad header MAC", "failed to read nonce", "payload chunk"})
    if (said.find(complaint) != std::string::npos) return true;
  return false;
}

bool LooksEncryptedByAge(std::string_view beginning) {
  return beginning.starts_with("age-encryption.org/") || beginning.starts_with("-----BEGIN AGE ENCRYPTED FILE-----");
}

// The first byte of a binary message is the tag of a session key's packet (RFC 4880, 4.2), which no line of text begins with.
bool LooksEncryptedByGpg(std::string_view beginning) {
  constexpr std::string_view kTags = "\x84\x85\x86\x8C\x8D\xC1";
  return beginning.starts_with("-----BEGIN PGP MESSAGE-----") ||
         (!beginning.empty() && kTags.find(beginning[0]) != std::string_view::npos);
}

}  // namespace stumble
