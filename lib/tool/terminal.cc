#include "tool/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>

#include "text/text.h"
#include "words/short_answer.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr int kWidestText = 78, kNarrowestText = 20;

// A whole number above 0 of the environment; else 0.
int NumberIn(const char* variable) {
  const char* text = std::getenv(variable);
  int number = 0;
  if (text) std::from_chars(text, text + std::string_view(text).size(), number);
  return std::max(0, number);
}

}  // namespace

int ColumnsOf(int stream) {
  winsize size{};
  if (ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  int columns = NumberIn("COLUMNS");
  return columns > 0 ? columns : 80;
}

int RowsOf(int stream) {
  winsize size{};
  if (ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_row > 0) return size.ws_row;
  int rows = NumberIn("LINES");
  return rows > 0 ? rows : 24;
}

int TextColumnsOf(int stream) {
  if (isatty(stream) != 1) return kWidestText;
  return std::clamp(ColumnsOf(stream), kNarrowestText, kWidestText);
}

Terminal::Terminal(std::istream& in, std::ostream& out) : in_(in), out_(out) {
  if (&in == &std::cin && &out == &std::cerr) lines_ = OpenLineInput();
}

void Terminal::Say(std::string_view text) {
  int width = lines_ ? TextColumnsOf(STDERR_FILENO) : kWidestText;
  for (const std::string& line : Wrap(SafeForTerminal(text), width, WideWords::kBreak)) out_ << line << '\n';
  out_.flush();
}

std::optional<std::string> Terminal::ReadLine() {
  if (lines_) return lines_->ReadLine("> ");
  out_ << "> " << std::flush;
  std::string line;
  if (std::getline(in_, line)) return line;
  out_ << '\n' << std::flush;
  return std::nullopt;
}

std::optional<std::string> Terminal::Ask(std::string_view question, std::string_view help) {
  if (at_end_) return std::nullopt;
  if (!question.empty()) Say(question);
  if (!help.empty()) Say(help);
  std::optional<std::string> line = ReadLine();
  if (!line) {
    at_end_ = true;
    return std::nullopt;
  }
  std::string answer(Trim(*line));
  return answer.empty() ? std::nullopt : std::optional(answer);
}

std::optional<std::string> Terminal::AskUntil(std::string_view question, std::string_view help,
                                              const std::function<std::string(const std::string&)>& expected) {
  std::optional<std::string> answer = Ask(question, help);
  while (answer) {
    std::string reason = expected(*answer);
    if (reason.empty()) return answer;
    answer = Ask(words::PleaseGive(reason));
  }
  return std::nullopt;
}

std::optional<bool> Terminal::AskYesOrNo(std::string_view question) {
  std::optional<std::string> answer = Ask(question);
  while (answer && !IsYes(answer) && !IsNo(answer)) {
    Say(words::kYesOrNo);
    answer = Ask(question);
  }
  return answer ? std::optional(IsYes(answer)) : std::nullopt;
}

}  // namespace stumble
