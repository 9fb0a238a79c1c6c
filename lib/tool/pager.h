// Pager: a program that shows a long text a screen at a time: $STUMBLE_PAGER, else $PAGER, else less. No shell starts it, and less is told
// to keep nothing of what was searched for.
#ifndef STUMBLE_TOOL_PAGER_H_
#define STUMBLE_TOOL_PAGER_H_

#include <sys/types.h>

#include <csignal>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stumble {

// The pager's words; empty if there is to be none: a variable that is set and empty, or `cat`.
std::vector<std::string> PagerCommand();

class Pager {
 public:
  // nullptr if the program can't be started.
  static std::unique_ptr<Pager> Start(const std::vector<std::string>& command);
  // Waits until the person has left the pager. Until then the keyboard's interrupts are the pager's.
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

  // A pager that was left early takes no more, which is no error.
  void Write(std::string_view bytes);

 private:
  Pager(pid_t process, int descriptor);

  pid_t process_;
  int descriptor_;
  struct sigaction before_[3];
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_PAGER_H_
