#include "tool/safety_watch.h"

#include <unistd.h>

#include <algorithm>

#include "moment/calendar.h"

namespace stumble {

namespace {

// Straight to the stream: the notice is for a person, not a message with a level.
void WriteToStandardError(const std::string& text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    ssize_t count = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (count <= 0) return;  // nobody reads it
    rest.remove_prefix(static_cast<size_t>(count));
  }
}

}  // namespace

void SafetyWatch::Declare(Tool& tool) {
  tool.AddMore("--notice", notice_, "Show a safety notice on a terminal (auto) or always")
      ->type_name("WHEN")
      ->check(OneOf({"auto", "always"}));
}

void SafetyWatch::Saw(Concern concern, std::string_view date, const Tool& tool) {
  if (!IsHeld(concern)) return;
  std::optional<Moment> moment = ParseMoment(date);
  if (moment && ElapsedDays(*moment, tool.now()) > 1) {
    older_ = true;
  } else {
    gravest_ = std::max(gravest_, concern);
  }
}

void SafetyWatch::Show(const ReachableHelp& help, const Tool& tool) {
  if (shown_ || (notice_ != "always" && !tool.stderr_is_terminal())) return;
  if (gravest_ == Concern::kNone && !older_) return;
  shown_ = true;
  ReachableHelp shown = help;
  if (!tool.stderr_is_terminal()) {  // a log or a mail, perhaps to others: nothing of the person's own
    shown.plan = nullptr;
    shown.contact.clear();
  }
  WriteToStandardError("\n" + (IsHeld(gravest_) ? SafetyNotice(gravest_, shown) : LaterSafetyNotice(help.columns)));
}

}  // namespace stumble
