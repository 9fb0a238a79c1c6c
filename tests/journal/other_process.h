// OtherProcess: work that another process does meanwhile, for tests of locks and limits.
#ifndef STUMBLE_TESTS_JOURNAL_OTHER_PROCESS_H_
#define STUMBLE_TESTS_JOURNAL_OTHER_PROCESS_H_

#include <sys/wait.h>
#include <unistd.h>

#include <functional>

namespace stumble {

class OtherProcess {
 public:
  // Runs `work` in a new process, whose exit status is what it returns; 99 if it throws. It ends after a minute at the latest.
  explicit OtherProcess(const std::function<int()>& work) : id_(fork()) {
    if (id_ != 0) return;
    alarm(60);
    int status = 99;
    try {
      status = work();
    } catch (...) {
    }
    _exit(status);
  }
  ~OtherProcess() {
    if (id_ > 0) Wait();
  }
  OtherProcess(const OtherProcess&) = delete;
  OtherProcess& operator=(const OtherProcess&) = delete;
  OtherProcess(OtherProcess&& other) noexcept : id_(other.id_) { other.id_ = -1; }

  // Its exit status; 128 and the signal's number if a signal ended it.
  int Wait() {
    int status = 0;
    waitpid(id_, &status, 0);
    id_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t id_;
};

// A pipe on which one process tells another that it has come so far.
class Signpost {
 public:
  Signpost() {
    if (pipe(ends_) != 0) ends_[0] = ends_[1] = -1;
  }
  ~Signpost() {
    close(ends_[0]);
    close(ends_[1]);
  }
  void Reach() {
    char byte = '!';
    if (write(ends_[1], &byte, 1) != 1) _exit(98);
  }
  void Await() {
    char byte;
    if (read(ends_[0], &byte, 1) != 1) _exit(97);
  }

 private:
  int ends_[2];
};

}  // namespace stumble

#endif  // STUMBLE_TESTS_JOURNAL_OTHER_PROCESS_H_
