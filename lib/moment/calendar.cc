#include "moment/calendar.h"

#include <algorithm>
#include <array>

namespace stumble {

using std::chrono::days;
using std::chrono::year;
using std::chrono::year_month_day;

namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

unsigned IsoWeekday(Day day) { return std::chrono::weekday{day}.iso_encoding(); }

// January 4 is in week 1 by definition.
Day FirstMonday(int iso_year) {
  const Day january_4 = year{iso_year} / 1 / 4;
  return january_4 - days{IsoWeekday(january_4) - 1};
}

// Whether `word`, in lower case, begins `name`, which begins with a capital.
bool Begins(std::string_view word, std::string_view name) {
  return word.size() <= name.size() && word.front() + ('A' - 'a') == name.front() &&
         word.substr(1) == name.substr(1, word.size() - 1);
}

// A full name, its first three letters, or up to `most_letters` of them.
template <size_t kCount>
std::optional<unsigned> FindName(const std::array<std::string_view, kCount>& names, std::string_view word,
                                 size_t most_letters) {
  if (word.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < kCount; ++i) {
    if (Begins(word, names[i]) && (word.size() <= most_letters || word.size() == names[i].size())) return i;
  }
  return std::nullopt;
}

}  // namespace

IsoWeek IsoWeekOf(Day day) {
  const unsigned weekday = IsoWeekday(day);
  const Day thursday = day + days{4} - days{weekday};
  const int iso_year = static_cast<int>(year_month_day{thursday}.year());
  const auto since_first_monday = (day - FirstMonday(iso_year)).count();
  return IsoWeek{iso_year, static_cast<unsigned>(since_first_monday / 7) + 1, weekday};
}

unsigned WeeksInIsoYear(int iso_year) {
  return static_cast<unsigned>((FirstMonday(iso_year + 1) - FirstMonday(iso_year)).count() / 7);
}

std::optional<Day> MondayOfIsoWeek(int iso_year, unsigned week) {
  if (week < 1 || week > WeeksInIsoYear(iso_year)) return std::nullopt;
  return FirstMonday(iso_year) + days{7 * (week - 1)};
}

std::string SpokenDate(Day day, Day today) {
  const year_month_day date{day};
  std::string text(MonthName(date.month()));
  text += ' ' + std::to_string(static_cast<unsigned>(date.day()));
  if (date.year() != year_month_day{today}.year()) text += ", " + std::to_string(static_cast<int>(date.year()));
  return text;
}

std::string SpokenOn(Day day, Day today) {
  if (day == today) return "today";
  if (day == today - days{1}) return "yesterday";
  return "on " + SpokenDate(day, today);
}

std::string_view WeekdayName(Day day) { return kWeekdays[std::chrono::weekday{day}.c_encoding()]; }

std::string_view MonthName(std::chrono::month month) { return kMonths[static_cast<unsigned>(month) - 1]; }

std::optional<std::chrono::weekday> ParseWeekday(std::string_view word) {
  const std::optional<unsigned> found = word == "weds" ? 3 : FindName(kWeekdays, word, 5);
  if (!found) return std::nullopt;
  return std::chrono::weekday{*found};
}

std::optional<std::chrono::month> ParseMonth(std::string_view word) {
  const std::optional<unsigned> found = FindName(kMonths, word, 4);
  if (!found) return std::nullopt;
  return std::chrono::month{*found + 1};
}

std::optional<Day> MonthsBefore(Day day, std::int64_t months) {
  const year_month_day date{day};
  const int month_index = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  // Far more months than the calendar has would overflow the subtraction.
  constexpr std::int64_t kMostMonths = 120000;
  if (months > kMostMonths || months < -kMostMonths) return std::nullopt;
  const std::int64_t month_count = static_cast<int>(date.year()) * 12 + month_index - months;
  if (month_count < 12 || month_count >= kMostMonths) return std::nullopt;
  const std::chrono::year_month month{year{static_cast<int>(month_count / 12)},
                                      std::chrono::month{static_cast<unsigned>(month_count % 12) + 1}};
  const Day last = month / std::chrono::last;
  return std::min(last, Day{month / 1} + (day - Day{date.year() / date.month() / 1}));
}

days CalendarDaysBetween(const Moment& from, const Moment& to) { return to.day - from.day; }

double ElapsedDays(const Moment& from, const Moment& to) {
  const std::optional<Instant> start = from.ToInstant();
  const std::optional<Instant> end = to.ToInstant();
  if (!start || !end) return static_cast<double>(CalendarDaysBetween(from, to).count());
  return std::chrono::duration<double, days::period>(*end - *start).count();
}

}  // namespace stumble
