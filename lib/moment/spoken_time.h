// Spoken times: points and spans of time in the words people type, for --when, --since, --until and --now. A form
// with two readings is refused and the clear forms are named: a wrong date in a journal is worse than a second try.
// Messages never repeat text that wasn't understood.
#ifndef STUMBLE_MOMENT_SPOKEN_TIME_H_
#define STUMBLE_MOMENT_SPOKEN_TIME_H_

#include <string_view>

#include "moment/moment.h"

namespace stumble {

struct SpokenTime {
  // The point that was said, or the first day of a span.
  Moment first;
  // The last day that it covers: the Sunday of 2026-W47, the day of a point.
  Day last{};
};

// Reads one of these, in any case:
//   now, 12h, 30min, 2 hours ago, an hour ago            a time, counted back from `now`
//   RFC 3339                                             that time, under the offset that was written
//   a day, a time of day, or both in any order, where
//     a day is  2026-11-20, 2026-W47-3, 20 Nov 2026, Nov 20 (the last one until today), today, tomorrow, yesterday,
//               monday (the last one, today included), last monday (before today), 3 days ago, a week ago, 7d,
//               2w, 1y, last week, last month, last year; "this evening" and "tonight" are today
//     a time is 21:00, 21:00:30, 9am, 9:30 pm, noon, midnight (that begins the day); alone it means today, even if
//               that is still to come
//   2026-11, Nov 2026, 2026-W47                          a span
// Commas, "at", "on", "of" and "the" may stand anywhere. A day without a time of day stays a day alone. Days are
// counted on the calendar from now.day; times get the offset of the local zone (see AtLocalTime). Throws a usage
// Error for all else: what is not understood, has two readings (03/04/2026, 3m), contradicts itself, is in no
// calendar or outside of the years 1 to 9999, or is longer than 200 bytes.
SpokenTime ParseSpokenTime(std::string_view text, const Moment& now);

// The point that was said; for a span, its first day. Throws as ParseSpokenTime does.
Moment ParseWhen(std::string_view text, const Moment& now);

}  // namespace stumble

#endif  // STUMBLE_MOMENT_SPOKEN_TIME_H_
