#include "tool/answerers.h"

#include <unistd.h>

#include "journal/entry_fields.h"
#include "text/text.h"
#include "words/short_answer.h"
#include "words/words.h"

namespace stumble {

namespace {

// Whether the answer begins like the word: "go on", "g" and "GO" for "go".
bool Begins(std::string_view answer, std::string_view word) {
  std::string_view first = answer.substr(0, answer.find(' '));
  return EqualIgnoringCase(first, word) || (word != "see" && word != "stop" && EqualIgnoringCase(first, word.substr(0, 1)));
}

bool IsBack(std::string_view answer) { return answer == "<"; }
bool IsTakingOut(std::string_view answer) { return answer == "-"; }
bool IsQuit(std::string_view answer) { return answer == ":quit"; }

// The line below a question; a scale stands on a line of its own, so that it is found at a glance.
std::string HelpOf(const Step& step, const std::string* former) {
  std::string help = step.help;
  auto add = [&](const std::string& line) { help += (help.empty() ? "" : "\n") + line; };
  if (step.kind == "rating")
    add("0 " + step.low + " … " + (step.field == "Belief" ? "100" : "10") + " " + step.high);
  if (former) {
    add(std::string(words::kSoFar) + Shorten(OnOneLine(*former), TextColumnsOf(STDERR_FILENO) - 8));
    add(std::string(words::kEnterKeepsIt));
  }
  return help;
}

}  // namespace

Reply LineAnswerer::Answer(const Step& step, const std::string*) {
  std::string line;
  if (!std::getline(lines_, line)) return {};
  ++line_;
  std::string answer = InWords(step, std::string(Trim(line)));
  if (answer.empty()) return {};
  std::string expected = ExpectedOf(step.field, answer);
  if (expected.empty()) return {Reply::Kind::kAnswer, std::move(answer)};
  on_error_(Error(step.field + ": " + expected + "; this answer was left out", {name_, line_}));
  return {};
}

void PersonAnswerer::Say(const std::string& text) {
  if (!text.empty()) terminal_.Say(text + "\n");
}

Reply PersonAnswerer::Answer(const Step& step, const std::string* former) {
  auto expected = [&](const std::string& value) {
    if (IsBack(value) || IsQuit(value) || IsTakingOut(value)) return std::string();
    return ExpectedOf(step.field, InWords(step, value));
  };
  std::optional<std::string> answer = terminal_.AskUntil(step.ask, HelpOf(step, former), expected);
  if (terminal_.AtEnd() || (answer && IsQuit(*answer))) stopped_ = Stopping::kQuietly;
  if (!answer || stopped_ != Stopping::kNo) return {};
  if (IsBack(*answer)) return {Reply::Kind::kBack};
  if (IsTakingOut(*answer)) return {former ? Reply::Kind::kTakenOut : Reply::Kind::kNothing};
  return {Reply::Kind::kAnswer, InWords(step, *answer)};
}

Stopping SafetyPause::Look(const std::string& answer) {
  Concern concern = safety_.Judge(answer);
  if (!IsHeld(concern)) return Stopping::kNo;
  try {
    return Pause(concern);
  } catch (const Interrupted& stop) {
    throw Interrupted(stop.signal(), "");
  }
}

Stopping SafetyPause::Pause(Concern concern) {
  terminal_.Say("\n" + (paused_ ? "" : SafetyNotice(concern, help_)));
  paused_ = true;
  bool has_plan = help_.plan && !help_.plan().empty();
  while (true) {
    std::optional<std::string> choice = terminal_.Ask(has_plan ? words::kStopSeePlanOrGo : words::kStopSeeOrGo);
    was_left_ = terminal_.AtEnd();
    if (was_left_) return Stopping::kQuietly;
    if (!choice || Begins(*choice, "go") || UnderstoodAs(*choice) == ShortAnswer::kYes) return Stopping::kNo;
    if (Begins(*choice, "stop") || UnderstoodAs(*choice) == ShortAnswer::kNo) return Stopping::kAfterPause;
    terminal_.Say(Begins(*choice, "see") ? CrisisPage(help_) : std::string(words::kStopSeeGoExpected));
  }
}

}  // namespace stumble
