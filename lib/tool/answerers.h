// Who answers a routine: the lines of standard input, or a person at a terminal.
#ifndef STUMBLE_TOOL_ANSWERERS_H_
#define STUMBLE_TOOL_ANSWERERS_H_

#include <istream>
#include <optional>
#include <string>

#include "asking/routine_run.h"
#include "reframing/safety.h"
#include "reframing/safety_notice.h"
#include "tool/terminal.h"

namespace stumble {

// One line an answer, an empty one for none; nothing is said. An answer that its field doesn't take goes to `on_error` and is left
// out.
class LineAnswerer : public Answerer {
 public:
  LineAnswerer(std::istream& lines, ErrorHandler on_error) : lines_(lines), on_error_(std::move(on_error)) {}
  void Say(const std::string&) override {}
  std::optional<std::string> Answer(const Step& step) override;
  bool Stopped() const override { return false; }

 private:
  std::istream& lines_;
  ErrorHandler on_error_;
  int line_ = 0;
};

// A person at a terminal. Words that give concern pause the routine: the person decides how it goes on.
class PersonAnswerer : public Answerer {
 public:
  // All must outlive the answerer.
  PersonAnswerer(Terminal& terminal, const SafetyRules& safety, const ReachableHelp& help)
      : terminal_(terminal), safety_(safety), help_(help) {}
  void Say(const std::string& text) override;
  std::optional<std::string> Answer(const Step& step) override;
  bool Stopped() const override { return stopped_; }

 private:
  void Pause(Concern concern);

  Terminal& terminal_;
  const SafetyRules& safety_;
  const ReachableHelp& help_;
  bool stopped_ = false;
  bool paused_ = false;
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_ANSWERERS_H_
