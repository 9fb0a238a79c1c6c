#include "moment/numeric_date.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "error.h"
#include "moment/digits.h"

namespace stumble {

using std::chrono::days;
using std::chrono::year;
using std::chrono::year_month_day;

namespace {

[[noreturn]] void RefuseDate(const std::string& expected) { throw Error(expected, {}, ExitStatus::kUsage); }

std::optional<Day> MakeDay(int year_number, int month, int day) {
  if (year_number < 1 || month > 12 || day > 31) return std::nullopt;
  const year_month_day date = year{year_number} / month / day;
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

// The runs of digits in "3.4.2026" or "3/4"; empty when there are more than three, or anything else between them.
std::vector<std::string_view> SplitDigits(std::string_view word) {
  std::vector<std::string_view> parts;
  while (parts.size() < 3) {
    const size_t width = std::min(word.find_first_of("/.-"), word.size());
    if (!AreDigits(word.substr(0, width)) || width > 4) return {};
    parts.push_back(word.substr(0, width));
    if (width == word.size()) return parts;
    word.remove_prefix(width + 1);
  }
  return {};
}

// A year of two digits means one of this century: it only serves to suggest a day.
int YearNumber(std::string_view digits) { return *ParseDigits(digits) + (digits.size() == 2 ? 2000 : 0); }

// All days that someone may mean by three numbers, the earliest first.
std::set<Day> ReadingsOf(std::string_view a, std::string_view b, std::string_view c) {
  std::set<Day> readings;
  const auto add = [&](std::string_view year_part, std::string_view month, std::string_view day) {
    if ((year_part.size() != 2 && year_part.size() != 4) || month.size() > 2 || day.size() > 2) return;
    const auto reading = MakeDay(YearNumber(year_part), *ParseDigits(month), *ParseDigits(day));
    if (reading) readings.insert(*reading);
  };
  add(c, a, b);
  add(c, b, a);
  add(a, b, c);
  return readings;
}

// The same for two numbers that are a day and a month.
std::set<Day> ReadingsOf(std::string_view a, std::string_view b, Day today) {
  std::set<Day> readings;
  for (auto [month, day] : {std::pair(a, b), std::pair(b, a)}) {
    if (month.size() > 2 || day.size() > 2) continue;
    const auto reading = MostRecent(std::chrono::month(static_cast<unsigned>(*ParseDigits(month))),
                                    std::chrono::day(static_cast<unsigned>(*ParseDigits(day))), today);
    if (reading) readings.insert(*reading);
  }
  return readings;
}

[[noreturn]] void RefuseReadings(const std::set<Day>& readings) {
  if (readings.empty()) RefuseDate("expected a day that is in the calendar, such as 2026-11-20");
  std::string names;
  size_t left = readings.size();
  for (Day day : readings) {
    names += FormatDay(day);
    --left;
    if (left > 0) names += left == 1 ? " or " : ", ";
  }
  RefuseDate((readings.size() > 1 ? "ambiguous date: expected " : "unclear date: expected ") + names);
}

std::optional<DaySpan> ParseMonthSpan(std::string_view word) {
  if (word.size() != 7 || word[4] != '-' || !AreDigits(word.substr(0, 4))) return std::nullopt;
  const std::optional<int> month = ParseDigits(word.substr(5));
  if (!month) return std::nullopt;
  const std::optional<Day> first = MakeDay(YearNumber(word.substr(0, 4)), *month, 1);
  if (!first) RefuseDate("expected a month that is in the calendar, such as 2026-11");
  return DaySpan{*first, MonthsBefore(*first, -1).value_or(kLastDay + days{1}) - days{1}};
}

std::optional<DaySpan> ParseWeekSpan(std::string_view word) {
  const bool has_weekday = word.size() == 10 && word[8] == '-';
  if ((word.size() != 8 && !has_weekday) || word.substr(4, 2) != "-w") return std::nullopt;
  const std::optional<int> year_number = ParseDigits(word.substr(0, 4));
  const std::optional<int> week = ParseDigits(word.substr(6, 2));
  const std::optional<int> weekday = has_weekday ? ParseDigits(word.substr(9)) : 1;
  if (!year_number || !week || !weekday) return std::nullopt;
  const std::optional<Day> monday = MondayOfIsoWeek(*year_number, static_cast<unsigned>(*week));
  if (!monday || *year_number < 1 || *weekday < 1 || *weekday > 7) {
    RefuseDate("expected a week that is in the calendar, such as 2026-W47 or 2026-W47-3");
  }
  const Day first = *monday + days{*weekday - 1};
  return DaySpan{first, has_weekday ? first : first + days{6}};
}

}  // namespace

std::optional<Day> MostRecent(std::chrono::month month, std::chrono::day day, Day today) {
  // February 29 can be eight years apart.
  for (int back = 0; back <= 8; ++back) {
    const year_month_day date = (year_month_day{today}.year() - std::chrono::years{back}) / month / day;
    if (date.ok() && Day{date} >= kFirstDay && Day{date} <= today) return Day{date};
  }
  return std::nullopt;
}

std::optional<DaySpan> ParseNumericDate(std::string_view word, Day today) {
  if (const std::optional<Day> day = ParseDay(word)) return DaySpan{*day, *day};
  if (const std::optional<DaySpan> week = ParseWeekSpan(word)) return week;
  if (const std::optional<DaySpan> month = ParseMonthSpan(word)) return month;
  const std::vector<std::string_view> parts = SplitDigits(word);
  if (parts.size() == 3) RefuseReadings(ReadingsOf(parts[0], parts[1], parts[2]));
  // "20.11" may be a time as well.
  if (parts.size() == 2 && word.find('.') == std::string_view::npos) {
    RefuseReadings(ReadingsOf(parts[0], parts[1], today));
  }
  return std::nullopt;
}

}  // namespace stumble
