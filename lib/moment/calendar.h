// Calendar: weeks, names of days and months, and distances in days. Nothing here knows a zone or a clock: a day is a
// square on the wall calendar, and steps of days, months and years lead from square to square.
#ifndef STUMBLE_MOMENT_CALENDAR_H_
#define STUMBLE_MOMENT_CALENDAR_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "moment/moment.h"

namespace stumble {

// A run of days; both ends belong to it.
struct DaySpan {
  Day first{};
  Day last{};
};

// A day in ISO 8601's week calendar: weeks begin on Monday (weekday 1) and belong to the year that holds their
// Thursday, so 2027-01-01 is 2026-W53-5.
struct IsoWeek {
  int year = 0;
  unsigned week = 0;     // 1 to 52, in some years 53
  unsigned weekday = 0;  // 1, Monday, to 7, Sunday

  bool operator==(const IsoWeek&) const = default;
};

IsoWeek IsoWeekOf(Day day);

// 52 or 53.
unsigned WeeksInIsoYear(int year);

// The Monday that begins a week; nullopt when that year has no such week.
std::optional<Day> MondayOfIsoWeek(int year, unsigned week);

// "May 3" in the year of `today`, else "May 3, 2025".
std::string SpokenDate(Day day, Day today);

// "today", "yesterday", else "on " and the day as above.
std::string SpokenOn(Day day, Day today);

// "Monday".
std::string_view WeekdayName(Day day);

// "May".
std::string_view MonthName(std::chrono::month month);

// Read a lower-case English name or its usual abbreviations ("mon", "tues", "sept"); nullopt for other words.
std::optional<std::chrono::weekday> ParseWeekday(std::string_view word);
std::optional<std::chrono::month> ParseMonth(std::string_view word);

// The same day of the month so many months earlier (later, when `months` is negative), or that month's last day when
// it is shorter: a month before March 31 is February 28 or 29. nullopt outside of the years 1 to 9999.
std::optional<Day> MonthsBefore(Day day, std::int64_t months);

// The squares on the calendar between the two written days; negative when `to` is the earlier one.
std::chrono::days CalendarDaysBetween(const Moment& from, const Moment& to);

// The time that passed, in days of 24 hours, where both times are known; else the calendar days between.
double ElapsedDays(const Moment& from, const Moment& to);

}  // namespace stumble

#endif  // STUMBLE_MOMENT_CALENDAR_H_
