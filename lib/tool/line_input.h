// LineInput: lines typed at a terminal, as a person types them: with editing by libedit where the terminal can, plain where it can't
// or the person asked for plain lines. Reads standard input and writes to standard error, for standard output may be a pipe. Nothing
// of it is remembered: no history, no file of settings.
#ifndef STUMBLE_TOOL_LINE_INPUT_H_
#define STUMBLE_TOOL_LINE_INPUT_H_

#include <exception>
#include <memory>
#include <optional>
#include <string>

namespace stumble {

// Thrown where Ctrl-C, a request to end or a hangup came while a person was asked. It carries what stood in the unfinished line, so
// that whoever asked can keep it.
class Interrupted : public std::exception {
 public:
  Interrupted(int signal, std::string unfinished) : signal_(signal), unfinished_(std::move(unfinished)) {}
  const char* what() const noexcept override { return "interrupted"; }
  int signal() const { return signal_; }
  int exit_status() const { return 128 + signal_; }
  const std::string& unfinished() const { return unfinished_; }

 private:
  int signal_;
  std::string unfinished_;
};

class LineInput {
 public:
  virtual ~LineInput() = default;
  // A line without its end; nullopt at the end of the input (Ctrl-D). Throws Interrupted.
  virtual std::optional<std::string> ReadLine(const std::string& prompt) = 0;
};

// Whether this terminal gets plain lines: no cursor tricks, no color, no pager. So it is with TERM=dumb or none, and with
// STUMBLE_PLAIN, for screen readers and braille lines.
bool IsPlainTerminal();

// nullptr unless standard input and standard error are both terminals.
std::unique_ptr<LineInput> OpenLineInput();

}  // namespace stumble

#endif  // STUMBLE_TOOL_LINE_INPUT_H_
