// Span: how a stretch of the calendar is said aloud.
#ifndef STUMBLE_REPORT_SPAN_H_
#define STUMBLE_REPORT_SPAN_H_

#include <optional>
#include <string>

#include "moment/moment.h"
#include "moment/period.h"

namespace stumble {

// "from May 3 to May 9", "on May 3", "since May 3", "until May 9"; "so far" if both ends are open. `today` tells which years go
// without saying.
std::string SpokenSpan(std::optional<Day> first, std::optional<Day> last, Day today);

// The period of the same length before this one; an open end counts as `today`. nullopt if there is none.
std::optional<Period> PeriodBefore(const Period& period, Day today);

}  // namespace stumble

#endif  // STUMBLE_REPORT_SPAN_H_
