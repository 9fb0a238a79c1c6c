// Dates in digits: ISO 8601's days, months and weeks. All other orders of day, month and year are read differently by
// different people, so they are refused, and the days that they may mean are named.
#ifndef STUMBLE_MOMENT_NUMERIC_DATE_H_
#define STUMBLE_MOMENT_NUMERIC_DATE_H_

#include <optional>
#include <string_view>

#include "moment/calendar.h"

namespace stumble {

// Reads a lower-case word: 2026-11-20, 2026-11 (the month), 2026-w47 (Monday to Sunday) or 2026-w47-3 (its
// Wednesday). nullopt when `word` doesn't look like a date. Throws a usage Error for dates that are in no calendar,
// and for forms such as 03/04/2026, naming the days they may mean; without a year, as in 3/4, these are not after
// `today`.
std::optional<DaySpan> ParseNumericDate(std::string_view word, Day today);

// The last day on or before `today` with this month and day of the month; nullopt when there is none, ever.
std::optional<Day> MostRecent(std::chrono::month month, std::chrono::day day, Day today);

}  // namespace stumble

#endif  // STUMBLE_MOMENT_NUMERIC_DATE_H_
