// Period: from when until when entries are looked at. Either end may be open. An end that is a day is compared with
// the calendar day that an entry itself carries, wherever it was written; an end that is a time is compared as an
// instant, and as a day with entries of which only the day is known, for there is no more to go by.
#ifndef STUMBLE_MOMENT_PERIOD_H_
#define STUMBLE_MOMENT_PERIOD_H_

#include <optional>
#include <string_view>

#include "moment/moment.h"
#include "moment/spoken_time.h"

namespace stumble {

class Period {
 public:
  // Everything.
  Period() = default;

  // The days `first` to `last`, both included; `first` is expected not to be after `last`.
  Period(Day first, Day last) : lower_(Moment{first}), upper_(Moment{last}) {}

  // Both ends belong to the period; nullopt leaves one open.
  Period(std::optional<Moment> lower, std::optional<Moment> upper) : lower_(lower), upper_(upper) {}

  bool Contains(const Moment& moment) const;

  // The first and the last day that it reaches, whole or in part; nullopt at an open end.
  std::optional<Day> first_day() const;
  std::optional<Day> last_day() const;

  // The part of it that is not after `end`. A period that begins later holds nothing then.
  Period Until(const Moment& end) const;

  // Whether a moment lies before its beginning; never where that end is open.
  bool BeginsAfter(const Moment& moment) const;

  // As many calendar days as this period reaches, ending the day before it begins. nullopt when an end is open, for
  // then there is no length, or when it would begin before the year 1.
  std::optional<Period> Before() const;

 private:
  std::optional<Moment> lower_;
  std::optional<Moment> upper_;
};

// The period from `since` (a span's first day counts) until `until` (a span's last day counts, and days count whole).
// Throws a usage Error when `since` is after `until`.
Period PeriodOf(std::optional<SpokenTime> since, std::optional<SpokenTime> until);

// The 7, 30, 91 or 365 calendar days that end with `today`, for the name week, month, quarter or year. Throws a usage
// Error that names these four for any other name.
Period LastPeriod(std::string_view name, Day today);

}  // namespace stumble

#endif  // STUMBLE_MOMENT_PERIOD_H_
