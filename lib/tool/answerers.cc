#include "tool/answerers.h"

#include "journal/entry_fields.h"
#include "text/text.h"

namespace stumble {

namespace {

// What an answer means to its step: y is yes.
std::string InWords(const Step& step, const std::string& answer) {
  if (step.kind != "yes-no") return answer;
  if (EqualIgnoringCase(answer, "y") || EqualIgnoringCase(answer, "yes")) return "yes";
  if (EqualIgnoringCase(answer, "n") || EqualIgnoringCase(answer, "no")) return "no";
  return answer;
}

// Whether the answer begins like the word: "go on", "g" and "GO" for "go".
bool Begins(std::string_view answer, std::string_view word) {
  std::string_view first = answer.substr(0, answer.find(' '));
  return EqualIgnoringCase(first, word) || (word != "see" && word != "stop" && EqualIgnoringCase(first, word.substr(0, 1)));
}

std::string HelpOf(const Step& step) {
  if (step.kind != "rating") return step.help;
  std::string most = step.field == "Belief" ? "100" : "10";
  return step.help + (step.help.empty() ? "" : " ") + "0 " + step.low + " ... " + most + " " + step.high;
}

}  // namespace

std::optional<std::string> LineAnswerer::Answer(const Step& step) {
  std::string line;
  if (!std::getline(lines_, line)) return std::nullopt;
  ++line_;
  std::string answer = InWords(step, std::string(Trim(line)));
  if (answer.empty()) return std::nullopt;
  std::string expected = ExpectedOf(step.field, answer);
  if (expected.empty()) return answer;
  on_error_(Error(step.field + ": " + expected + "; this answer was left out", {"standard input", line_}));
  return std::nullopt;
}

void PersonAnswerer::Say(const std::string& text) {
  if (!text.empty()) terminal_.Say(text + "\n");
}

std::optional<std::string> PersonAnswerer::Answer(const Step& step) {
  std::optional<std::string> answer = terminal_.AskUntil(
      step.ask, HelpOf(step), [&](const std::string& value) { return ExpectedOf(step.field, InWords(step, value)); });
  stopped_ = terminal_.AtEnd();
  if (!answer) return std::nullopt;
  Concern concern = safety_.Judge(*answer);
  if (IsHeld(concern)) Pause(concern);
  return InWords(step, *answer);
}

void PersonAnswerer::Pause(Concern concern) {
  terminal_.Say("\n" + (paused_ ? "" : SafetyNotice(concern, help_)));
  paused_ = true;
  while (!terminal_.AtEnd()) {
    std::optional<std::string> choice = terminal_.Ask(
        "What would you like: stop here, see who can be reached, or go on writing? (stop, see or go; Enter: go on)");
    if (terminal_.AtEnd()) break;
    if (!choice || Begins(*choice, "go")) return;
    if (Begins(*choice, "stop")) break;
    if (Begins(*choice, "see")) terminal_.Say(CrisisPage(help_));
    else terminal_.Say("One of these words is expected: stop, see, or go.");
  }
  stopped_ = true;
}

}  // namespace stumble
