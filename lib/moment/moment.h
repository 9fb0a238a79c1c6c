// Moment: when something happened, as precisely as it is known and no more. It is either a time of day with the
// offset from UTC that held there then, or a calendar day alone; a time is never invented for a day. It keeps what
// was written, so that an entry of a Monday evening in Lisbon stays one wherever it is read.
#ifndef STUMBLE_MOMENT_MOMENT_H_
#define STUMBLE_MOMENT_MOMENT_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace stumble {

// A calendar day, in no zone.
using Day = std::chrono::sys_days;

// A point in time, in seconds of UTC.
using Instant = std::chrono::sys_seconds;

// The days that four digits of a year can write.
inline constexpr Day kFirstDay = std::chrono::year{1} / 1 / 1;
inline constexpr Day kLastDay = std::chrono::year{9999} / 12 / 31;

struct Moment {
  // The day on the wall calendar there.
  Day day{};
  // From midnight, 0 s to 86399 s, as the clock there showed it; nullopt when only the day is known.
  std::optional<std::chrono::seconds> time_of_day = std::nullopt;
  // East of UTC; 0 when only the day is known.
  std::chrono::minutes offset{0};

  bool HasTime() const { return time_of_day.has_value(); }

  // nullopt when only the day is known.
  std::optional<Instant> ToInstant() const;

  // Whether both are written alike. The same instant under two offsets makes two different moments: compare instants
  // where that is meant.
  bool operator==(const Moment&) const = default;
};

// Reads YYYY-MM-DD, the years 0001 to 9999; nullopt for all else, for days that no calendar has too.
std::optional<Day> ParseDay(std::string_view text);

// Reads RFC 3339 or a day alone, the whole of `text`; nullopt for all else. The separator is `T`, `t` or a space, the
// zone `Z`, `z` or ±hh:mm. Seconds may be missing (ISO 8601 allows that), a fraction of them is dropped, and a leap
// second, :60, is held at :59. -00:00 (RFC 3339's "offset unknown") is read as UTC.
std::optional<Moment> ParseMoment(std::string_view text);

// "2026-11-20T21:14:00-05:00", or "2026-11-20" when only the day is known. UTC is written +00:00, never Z: it is an
// offset that held somewhere, like any other. ParseMoment reads back the same moment.
// Days are expected within kFirstDay and kLastDay.
std::string FormatMoment(const Moment& moment);

// "2026-11-20".
std::string FormatDay(Day day);

}  // namespace stumble

#endif  // STUMBLE_MOMENT_MOMENT_H_
