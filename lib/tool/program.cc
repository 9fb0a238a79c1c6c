#include "tool/program.h"

#include <csignal>
#include <cerrno>
#include <cstring>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wordexp.h>

#include "error.h"
#include "text/text.h"
#include "tool/tool.h"

namespace stumble {

namespace {

// Lets an interrupt from the keyboard go to the other program alone.
class IgnoredInterrupts {
 public:
  IgnoredInterrupts() {
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGINT, &ignore, &interrupt_);
    sigaction(SIGQUIT, &ignore, &quit_);
  }
  ~IgnoredInterrupts() {
    sigaction(SIGINT, &interrupt_, nullptr);
    sigaction(SIGQUIT, &quit_, nullptr);
  }
  IgnoredInterrupts(const IgnoredInterrupts&) = delete;
  IgnoredInterrupts& operator=(const IgnoredInterrupts&) = delete;

  // The signals that the other program shall meet as we did before.
  sigset_t Defaults() const {
    sigset_t signals;
    sigemptyset(&signals);
    if (interrupt_.sa_handler != SIG_IGN) sigaddset(&signals, SIGINT);
    if (quit_.sa_handler != SIG_IGN) sigaddset(&signals, SIGQUIT);
    return signals;
  }

 private:
  struct sigaction interrupt_, quit_;
};

// How a program is to be started.
class SpawnSettings {
 public:
  SpawnSettings(const ProgramStreams& streams, const sigset_t& defaults) {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    int target = STDIN_FILENO;
    for (int stream : {streams.in, streams.out, streams.err}) {
      if (stream >= 0) posix_spawn_file_actions_adddup2(&actions, stream, target);
      ++target;
    }
  }
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;

  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
};

std::string WhatIsWrong(int failure) {
  switch (failure) {
    case WRDE_CMDSUB: return "expected a command without command substitution: no shell runs it";
    case WRDE_BADCHAR:
      return "expected a command with its options, and none of | & ; < > ( ) { } outside of quotes: no shell runs it";
    case WRDE_SYNTAX: return "expected a command in which each quote is closed";
    default: return "expected a command that can be understood";
  }
}

}  // namespace

std::vector<std::string> CommandWords(const std::string& command, const std::string& named_by) {
  wordexp_t expansion = {};
  int failure = wordexp(command.c_str(), &expansion, WRDE_NOCMD);
  std::vector<std::string> words;
  if (failure == 0) words.assign(expansion.we_wordv, expansion.we_wordv + expansion.we_wordc);
  if (failure == 0 || failure == WRDE_NOSPACE) wordfree(&expansion);
  if (failure != 0) throw Error(named_by + ": " + WhatIsWrong(failure), {}, ExitStatus::kUsage);
  if (words.empty() || words[0].empty())
    throw Error(named_by + ": expected the name of a program, with its options if you like", {}, ExitStatus::kUsage);
  return words;
}

int RunProgram(const std::vector<std::string>& words, const std::string& named_by, const ProgramStreams& streams) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  IgnoredInterrupts ours;
  SpawnSettings settings(streams, ours.Defaults());
  pid_t id = 0;
  int reason = posix_spawnp(&id, arguments[0], &settings.actions, &settings.attributes, arguments.data(), environ);
  if (reason != 0)
    throw Error(named_by + ": expected a program that can be run: " + std::strerror(reason), {}, ExitStatus::kUsage);
  int status = 0;
  while (waitpid(id, &status, 0) < 0)
    if (errno != EINTR) throw Error(named_by + ": could not wait for the program: " + std::strerror(errno));
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool IsInPath(const std::string& program) {
  std::string path = Environment("PATH").value_or("/usr/bin:/bin");
  for (std::string_view directory : Split(path, ':')) {
    std::string file = std::string(directory.empty() ? "." : directory) + "/" + program;
    if (access(file.c_str(), X_OK) == 0) return true;
  }
  return false;
}

}  // namespace stumble
