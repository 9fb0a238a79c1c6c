// Time ago: an amount of time as people say it ("3 days", "two weeks", 12h), and the moment that lies so far back.
// Days and longer units step over the calendar and give a day; hours and shorter ones are elapsed time and give a
// time of day too.
#ifndef STUMBLE_MOMENT_TIME_AGO_H_
#define STUMBLE_MOMENT_TIME_AGO_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "moment/moment.h"

namespace stumble {

enum class TimeUnit { kSecond, kMinute, kHour, kDay, kWeek, kMonth, kYear };

struct TimeAmount {
  std::int64_t count = 0;
  TimeUnit unit = TimeUnit::kDay;
};

// "days", "d", "wk"; nullopt for other words. Throws a usage Error for "m", which may mean minutes or months.
std::optional<TimeUnit> ParseTimeUnit(std::string_view word);

// "3" or "three" and "days"; "a" and "week".
std::optional<TimeAmount> ParseTimeAmount(std::string_view count, std::string_view unit);

// "7d" or "3min".
std::optional<TimeAmount> ParseShortAmount(std::string_view word);

// The moment that lies `amount` before `now`: a day alone for days and longer units (a month ago is clamped to that
// month's length), else a local time with the offset that held then. Throws a usage Error when it is before the
// year 1, and for hours and less when `now` has no time.
Moment MomentAgo(const TimeAmount& amount, const Moment& now);

}  // namespace stumble

#endif  // STUMBLE_MOMENT_TIME_AGO_H_
