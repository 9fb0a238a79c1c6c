#include "moment/time_ago.h"

#include <algorithm>
#include <array>
#include <string>

#include "error.h"
#include "moment/calendar.h"
#include "moment/digits.h"
#include "moment/zone.h"

namespace stumble {

using std::chrono::days;
using std::chrono::seconds;

namespace {

// Stands for all numbers with more digits: in any unit it leads out of the calendar, and in none it overflows.
constexpr std::int64_t kTooMany = 1'000'000'000'000;

struct UnitNames {
  TimeUnit unit;
  std::array<std::string_view, 5> names;
};

constexpr std::array<UnitNames, 7> kUnits = {{
    {TimeUnit::kSecond, {"second", "seconds", "sec", "secs"}},
    {TimeUnit::kMinute, {"minute", "minutes", "min", "mins"}},
    {TimeUnit::kHour, {"hour", "hours", "h", "hr", "hrs"}},
    {TimeUnit::kDay, {"day", "days", "d"}},
    {TimeUnit::kWeek, {"week", "weeks", "w", "wk", "wks"}},
    {TimeUnit::kMonth, {"month", "months", "mo"}},
    {TimeUnit::kYear, {"year", "years", "y", "yr", "yrs"}},
}};

constexpr std::array<std::string_view, 13> kNumbers = {"",      "one",   "two",  "three", "four",   "five",  "six",
                                                       "seven", "eight", "nine", "ten",   "eleven", "twelve"};

std::optional<std::int64_t> ParseCount(std::string_view word) {
  if (const std::optional<int> count = ParseDigits(word)) return *count;
  if (AreDigits(word)) return kTooMany;
  if (word == "a" || word == "an") return 1;
  const auto* found = std::find(kNumbers.begin() + 1, kNumbers.end(), word);
  if (found == kNumbers.end()) return std::nullopt;
  return found - kNumbers.begin();
}

// The length of an hour or a shorter unit; nullopt for those of the calendar.
std::optional<seconds> LengthOf(TimeUnit unit) {
  if (unit == TimeUnit::kSecond) return seconds{1};
  if (unit == TimeUnit::kMinute) return seconds{60};
  if (unit == TimeUnit::kHour) return seconds{3600};
  return std::nullopt;
}

[[noreturn]] void RefuseFarAway() { throw Error("expected a time in the years 1 to 9999", {}, ExitStatus::kUsage); }

std::optional<Day> DayAgo(const TimeAmount& amount, Day today) {
  if (amount.unit == TimeUnit::kDay) return today - days{amount.count};
  if (amount.unit == TimeUnit::kWeek) return today - days{7 * amount.count};
  return MonthsBefore(today, amount.unit == TimeUnit::kYear ? 12 * amount.count : amount.count);
}

}  // namespace

std::optional<TimeUnit> ParseTimeUnit(std::string_view word) {
  if (word.empty()) return std::nullopt;
  if (word == "m") {
    throw Error("ambiguous unit: expected minutes, such as 3min, or months, such as 3 months ago", {},
                ExitStatus::kUsage);
  }
  for (const UnitNames& unit : kUnits) {
    if (std::find(unit.names.begin(), unit.names.end(), word) != unit.names.end()) return unit.unit;
  }
  return std::nullopt;
}

std::optional<TimeAmount> ParseTimeAmount(std::string_view count, std::string_view unit) {
  const std::optional<std::int64_t> parsed_count = ParseCount(count);
  if (!parsed_count) return std::nullopt;
  const std::optional<TimeUnit> parsed_unit = ParseTimeUnit(unit);
  if (!parsed_unit) return std::nullopt;
  return TimeAmount{*parsed_count, *parsed_unit};
}

std::optional<TimeAmount> ParseShortAmount(std::string_view word) {
  const size_t width = word.find_first_not_of("0123456789");
  if (width == 0 || width == std::string_view::npos) return std::nullopt;
  return ParseTimeAmount(word.substr(0, width), word.substr(width));
}

Moment MomentAgo(const TimeAmount& amount, const Moment& now) {
  const std::optional<seconds> length = LengthOf(amount.unit);
  if (!length) {
    const std::optional<Day> day = DayAgo(amount, now.day);
    if (!day || *day < kFirstDay) RefuseFarAway();
    return Moment{*day};
  }
  const std::optional<Instant> instant = now.ToInstant();
  if (!instant) throw Error("expected a present time of day to count hours or minutes from", {}, ExitStatus::kUsage);
  const Instant then = *instant - amount.count * *length;
  if (then < kFirstDay + days{1}) RefuseFarAway();
  return LocalMoment(then);
}

}  // namespace stumble
