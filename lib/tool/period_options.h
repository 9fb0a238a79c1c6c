// PeriodOptions: from when until when: --since, --until and --last, the same in every tool.
#ifndef STUMBLE_TOOL_PERIOD_OPTIONS_H_
#define STUMBLE_TOOL_PERIOD_OPTIONS_H_

#include <optional>
#include <string>

#include "moment/period.h"
#include "tool/tool.h"

namespace stumble {

class PeriodOptions {
 public:
  void Declare(Tool& tool);

  // nullopt if none of the options was given. Throws a usage Error for times that are not understood.
  std::optional<Period> Given(const Tool& tool) const;

  // The name that --last was given; empty if it wasn't.
  std::string last() const { return last_.value_or(""); }

 private:
  std::optional<std::string> since_, until_, last_;
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_PERIOD_OPTIONS_H_
