// SafetyWatch: notes, record by record, whether words of a run give concern, and shows the notice once at its end: on a terminal, also
// under -q; elsewhere only with --notice always, for cron mails standard error, perhaps to a shared inbox.
#ifndef STUMBLE_TOOL_SAFETY_WATCH_H_
#define STUMBLE_TOOL_SAFETY_WATCH_H_

#include <string>

#include "reframing/safety.h"
#include "reframing/safety_notice.h"
#include "tool/tool.h"

namespace stumble {

class SafetyWatch {
 public:
  // Declares --notice.
  void Declare(Tool& tool);

  // `concern` was found in a record of that Date; without one, in words of this moment.
  void Saw(Concern concern, std::string_view date, const Tool& tool);

  // Shows the notice if it is due, once a run.
  void Show(const ReachableHelp& help, const Tool& tool);

 private:
  std::string notice_ = "auto";
  Concern gravest_ = Concern::kNone;  // in words of the last day
  bool older_ = false;                // in words before that
  bool shown_ = false;
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_SAFETY_WATCH_H_
