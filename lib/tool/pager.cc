#include "tool/pager.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "error.h"
#include "tool/program.h"

namespace stumble {

namespace {

constexpr int kSignals[3] = {SIGINT, SIGQUIT, SIGPIPE};

// Our environment, and what keeps less from writing down searches, from starting programs, and from mangling UTF-8.
std::vector<std::string> PagerEnvironment() {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable; ++variable) {
    std::string_view text = *variable;
    if (!text.starts_with("LESSHISTFILE=") && !text.starts_with("LESSSECURE=") && !text.starts_with("LESSCHARSET="))
      variables.emplace_back(text);
  }
  for (const char* added : {"LESSHISTFILE=-", "LESSSECURE=1", "LESSCHARSET=utf-8"}) variables.emplace_back(added);
  return variables;
}

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

std::vector<std::string> PagerCommand() {
  const char* command = std::getenv("STUMBLE_PAGER");
  if (!command) command = std::getenv("PAGER");
  if (!command) return IsInPath("less") ? std::vector<std::string>{"less", "-FRX"} : std::vector<std::string>();
  std::vector<std::string> words;
  try {
    words = CommandWords(command, "$PAGER");
  } catch (const Error&) {
    return {};  // what can't be understood is no reason to show nothing
  }
  if (words.size() == 1 && words[0] == "cat") words.clear();
  return words;
}

Pager::Pager(pid_t process, int descriptor) : process_(process), descriptor_(descriptor) {
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  for (size_t i = 0; i < 3; ++i) sigaction(kSignals[i], &ignore, &before_[i]);
}

std::unique_ptr<Pager> Pager::Start(const std::vector<std::string>& command) {
  int ends[2];
  if (command.empty() || pipe2(ends, O_CLOEXEC) != 0) return nullptr;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  std::vector<std::string> words = command, variables = PagerEnvironment();
  pid_t process = 0;
  int failure = posix_spawnp(&process, words[0].c_str(), &actions, nullptr, Pointers(words).data(), Pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[0]);
  if (failure != 0) {
    close(ends[1]);
    return nullptr;
  }
  return std::unique_ptr<Pager>(new Pager(process, ends[1]));
}

Pager::~Pager() {
  if (descriptor_ >= 0) close(descriptor_);
  while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) continue;
  for (size_t i = 0; i < 3; ++i) sigaction(kSignals[i], &before_[i], nullptr);
}

void Pager::Write(std::string_view bytes) {
  while (!bytes.empty() && descriptor_ >= 0) {
    ssize_t count = write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      close(descriptor_);
      descriptor_ = -1;
      return;
    }
    bytes.remove_prefix(static_cast<size_t>(count));
  }
}

}  // namespace stumble
