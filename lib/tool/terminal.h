// Terminal: asks one question at a time, in plain lines, and takes a line as the answer. Questions go to standard error, for standard output
// may be a pipe. An empty answer is always fine.
#ifndef STUMBLE_TOOL_TERMINAL_H_
#define STUMBLE_TOOL_TERMINAL_H_

#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace stumble {

class Terminal {
 public:
  // `in` and `out` must outlive the terminal: std::cin and std::cerr in tools.
  Terminal(std::istream& in, std::ostream& out) : in_(in), out_(out) {}

  // Shows a text, wrapped.
  void Say(std::string_view text);

  // Asks and reads a line. nullopt if it is empty or the input has ended; see AtEnd().
  std::optional<std::string> Ask(std::string_view question, std::string_view help = {});

  // Asks again, saying what was expected, until `expected` gives an empty text for the answer, or there is none.
  std::optional<std::string> AskUntil(std::string_view question, std::string_view help,
                                      const std::function<std::string(const std::string&)>& expected);

  bool AtEnd() const { return at_end_; }

 private:
  std::istream& in_;
  std::ostream& out_;
  bool at_end_ = false;
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_TERMINAL_H_
