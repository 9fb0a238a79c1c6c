#include "moment/period.h"

#include <algorithm>
#include <chrono>

#include "error.h"

namespace stumble {

using std::chrono::days;

namespace {

// Whether `a` is before `b`, by instants where both have one, else by their days.
bool IsBefore(const Moment& a, const Moment& b) {
  if (a.HasTime() && b.HasTime()) return *a.ToInstant() < *b.ToInstant();
  return a.day < b.day;
}

int DaysIn(std::string_view name) {
  if (name == "week") return 7;
  if (name == "month") return 30;
  if (name == "quarter") return 91;
  if (name == "year") return 365;
  throw Error("expected week, month, quarter or year", {}, ExitStatus::kUsage);
}

}  // namespace

bool Period::Contains(const Moment& moment) const {
  return (!lower_ || !IsBefore(moment, *lower_)) && (!upper_ || !IsBefore(*upper_, moment));
}

std::optional<Day> Period::first_day() const {
  if (!lower_) return std::nullopt;
  return lower_->day;
}

std::optional<Day> Period::last_day() const {
  if (!upper_) return std::nullopt;
  return upper_->day;
}

Period Period::Until(const Moment& end) const {
  return Period(lower_, upper_ && IsBefore(*upper_, end) ? *upper_ : end);
}

bool Period::BeginsAfter(const Moment& moment) const { return lower_ && IsBefore(moment, *lower_); }

std::optional<Period> Period::Before() const {
  if (!lower_ || !upper_) return std::nullopt;
  // Under two offsets, the end can carry an earlier calendar day than the beginning.
  const days length = std::max(days{0}, upper_->day - lower_->day) + days{1};
  if (lower_->day - length < kFirstDay) return std::nullopt;
  return Period(lower_->day - length, lower_->day - days{1});
}

Period PeriodOf(std::optional<SpokenTime> since, std::optional<SpokenTime> until) {
  std::optional<Moment> lower, upper;
  if (since) lower = since->first;
  if (until) upper = until->first.HasTime() ? until->first : Moment{until->last};
  if (lower && upper && IsBefore(*upper, *lower)) {
    throw Error("expected --since to be no later than --until", {}, ExitStatus::kUsage);
  }
  return Period(lower, upper);
}

Period LastPeriod(std::string_view name, Day today) { return Period(today - days{DaysIn(name) - 1}, today); }

}  // namespace stumble
