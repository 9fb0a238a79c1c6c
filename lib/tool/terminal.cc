#include "tool/terminal.h"

#include "text/text.h"

namespace stumble {

namespace {

constexpr int kWidthColumns = 78;

}  // namespace

void Terminal::Say(std::string_view text) {
  for (const std::string& line : Wrap(text, kWidthColumns)) out_ << SafeForTerminal(line) << '\n';
  out_.flush();
}

std::optional<std::string> Terminal::Ask(std::string_view question, std::string_view help) {
  if (at_end_) return std::nullopt;
  Say(question);
  if (!help.empty()) Say(help);
  out_ << "> " << std::flush;
  std::string line;
  if (!std::getline(in_, line)) {
    at_end_ = true;
    out_ << '\n' << std::flush;
    return std::nullopt;
  }
  std::string answer(Trim(line));
  return answer.empty() ? std::nullopt : std::optional(answer);
}

std::optional<std::string> Terminal::AskUntil(std::string_view question, std::string_view help,
                                              const std::function<std::string(const std::string&)>& expected) {
  std::optional<std::string> answer = Ask(question, help);
  while (answer) {
    std::string reason = expected(*answer);
    if (reason.empty()) return answer;
    answer = Ask(reason + " (or Enter to leave it out)");
  }
  return std::nullopt;
}

}  // namespace stumble
