// Who answers a routine: the lines of standard input, or a person at a terminal.
#ifndef STUMBLE_TOOL_ANSWERERS_H_
#define STUMBLE_TOOL_ANSWERERS_H_

#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "asking/routine_run.h"
#include "reframing/safety.h"
#include "reframing/safety_notice.h"
#include "tool/terminal.h"

namespace stumble {

// One line an answer, an empty one for none; nothing is said. An answer that its field doesn't take goes to `on_error` and is left
// out. `name` is what messages call the lines.
class LineAnswerer : public Answerer {
 public:
  LineAnswerer(std::istream& lines, std::string name, ErrorHandler on_error)
      : lines_(lines), name_(std::move(name)), on_error_(std::move(on_error)) {}
  void Say(const std::string&) override {}
  Reply Answer(const Step& step, const std::string* former) override;
  Stopping Stopped() const override { return Stopping::kNo; }

 private:
  std::istream& lines_;
  std::string name_;
  ErrorHandler on_error_;
  int line_ = 0;
};

// A person at a terminal: Enter leaves a question out or keeps the former answer, `<` goes one back, `-` takes a former answer out,
// `:quit` and Ctrl-D stop without a word.
class PersonAnswerer : public Answerer {
 public:
  // `look` sees every answer once it is kept, and says whether the run goes on after it. Both must outlive the answerer.
  PersonAnswerer(Terminal& terminal, std::function<Stopping(const std::string&)> look)
      : terminal_(terminal), look_(std::move(look)) {}
  void Say(const std::string& text) override;
  Reply Answer(const Step& step, const std::string* former) override;
  void Heed(const std::string& words) override { stopped_ = look_(words); }
  Stopping Stopped() const override { return stopped_; }

 private:
  Terminal& terminal_;
  std::function<Stopping(const std::string&)> look_;
  Stopping stopped_ = Stopping::kNo;
};

// Words that give concern pause a routine: the person decides how it goes on.
class SafetyPause {
 public:
  // All must outlive the pause.
  SafetyPause(Terminal& terminal, const SafetyRules& safety, const ReachableHelp& help)
      : terminal_(terminal), safety_(safety), help_(help) {}

  // Looks at an answer that is kept already, and pauses if it is due. What was typed at the pause is no answer: if Ctrl-C comes
  // there, Interrupted carries nothing.
  Stopping Look(const std::string& answer);

  // Whether the input ended at the pause: the person was told that their words are kept.
  bool WasLeft() const { return was_left_; }

 private:
  Stopping Pause(Concern concern);
  Terminal& terminal_;
  const SafetyRules& safety_;
  const ReachableHelp& help_;
  bool paused_ = false, was_left_ = false;
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_ANSWERERS_H_
