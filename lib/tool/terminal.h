// Terminal: asks one question at a time and takes a line as the answer. Questions go to standard error, for standard output may be a
// pipe, wrapped to the width of the terminal there. An empty answer is always fine.
#ifndef STUMBLE_TOOL_TERMINAL_H_
#define STUMBLE_TOOL_TERMINAL_H_

#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "tool/line_input.h"

namespace stumble {

// Columns of the terminal at a stream: as it says, else $COLUMNS, else 80; and its rows, else 24.
int ColumnsOf(int stream);
int RowsOf(int stream);

// The columns in which a text for people is set on the terminal at a stream: 78, or less where that is narrower, but not under 20.
// On what is no terminal, 78.
int TextColumnsOf(int stream);

class Terminal {
 public:
  // `in` and `out` must outlive the terminal: std::cin and std::cerr in tools, where lines are edited and Ctrl-C throws Interrupted.
  Terminal(std::istream& in, std::ostream& out);

  // Shows a text, wrapped.
  void Say(std::string_view text);

  // Asks and reads a line. nullopt if it is empty or the input has ended; see AtEnd().
  std::optional<std::string> Ask(std::string_view question, std::string_view help = {});

  // Asks again, saying what was expected, until `expected` gives an empty text for the answer, or there is none.
  std::optional<std::string> AskUntil(std::string_view question, std::string_view help,
                                      const std::function<std::string(const std::string&)>& expected);

  // Asks until the answer is a yes or a no; nullopt if it is empty or the input has ended.
  std::optional<bool> AskYesOrNo(std::string_view question);

  bool AtEnd() const { return at_end_; }

 private:
  std::optional<std::string> ReadLine();

  std::istream& in_;
  std::ostream& out_;
  std::unique_ptr<LineInput> lines_;  // nullptr where the streams are not a person's terminal
  bool at_end_ = false;
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_TERMINAL_H_
