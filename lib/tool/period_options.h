// PeriodOptions: from when until when: --since, --until and --last, the same in every tool.
#ifndef STUMBLE_TOOL_PERIOD_OPTIONS_H_
#define STUMBLE_TOOL_PERIOD_OPTIONS_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "moment/period.h"
#include "tool/tool.h"

namespace stumble {

class PeriodOptions {
 public:
  // Lets --since take names besides times: for a beginning that is not a time. Before Declare.
  void TakeNames(std::vector<std::string_view> names) { names_ = std::move(names); }

  void Declare(Tool& tool);

  // nullopt if none of the options was given. Throws a usage Error for times that are not understood.
  std::optional<Period> Given(const Tool& tool) const;

  // The name that --since was given; empty if it wasn't given one. Given() has an open beginning then.
  std::string_view name() const;

  // What --until was given.
  std::optional<Moment> Upper(const Tool& tool) const;

  // The name that --last was given; empty if it wasn't.
  std::string last() const { return last_.value_or(""); }

 private:
  std::vector<std::string_view> names_;
  std::optional<std::string> since_, until_, last_;
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_PERIOD_OPTIONS_H_
