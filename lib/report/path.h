// Path: the way through a period: when something was there, when it eased, when it came back; and, stretch by stretch, how much was with
// the person. Coming back is a turn of the path like any other.
#ifndef STUMBLE_REPORT_PATH_H_
#define STUMBLE_REPORT_PATH_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "report/material.h"

namespace stumble {

// A stretch in which a setback was there.
struct PathEpisode {
  Day begins{};                // where that is not known, the day of the setback or of its last ease
  std::optional<Day> eased;    // nullopt: still with the person on the last day of the path
  bool came_back = false;      // not its first one
};

struct PathRow {
  std::optional<Day> date;
  std::string words;  // may be empty
  std::vector<PathEpisode> episodes;  // oldest first, at least one
};

// A day, a week, a month or a year.
struct Stretch {
  Day first{}, last{};
  size_t happened = 0, eased = 0, came_back = 0;
  size_t with_you = 0;  // on its last day, or at the end of the path
};

enum class StretchKind { kDay, kWeek, kMonth, kYear };

struct Path {
  std::optional<Day> first, last;  // nullopt where nothing has a date
  std::vector<PathRow> rows;       // setbacks that were there on a day of the path, the newest kMostRows, oldest first
  size_t rows_left_out = 0;
  StretchKind kind = StretchKind::kDay;
  std::vector<Stretch> stretches;  // oldest first, without a gap

  static constexpr size_t kMostRows = 24;
};

// The path through the period, as it is known at `as_of`; an open end is that of what was noted. Setbacks without a date, and what lies
// after `as_of`, are not on it; it is never longer than 120 years.
Path FindPath(const Material& material);

// Stretches of a kind that suits the days from `first` to `last`: at most about 60 of days, weeks and months.
StretchKind KindFor(Day first, Day last);

// The stretches from `first` to `last` with what these setbacks did in them.
std::vector<Stretch> StretchesOf(const Material& material, const std::vector<const Setback*>& setbacks, StretchKind kind, Day first,
                                 Day last);

}  // namespace stumble

#endif  // STUMBLE_REPORT_PATH_H_
