#include "moment/zone.h"

#include <time.h>

#include <algorithm>

namespace stumble {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

static_assert(sizeof(time_t) >= 8, "expected a time_t that goes on after 2038");

// RFC 3339 writes offsets of less than a day.
constexpr minutes kMostOffset{23 * 60 + 59};

minutes OffsetAt(Instant instant) {
  // localtime_r need not look at TZ again by itself.
  tzset();
  const time_t time = instant.time_since_epoch().count();
  struct tm local = {};
  if (localtime_r(&time, &local) == nullptr) return minutes{0};
  return std::clamp(std::chrono::round<minutes>(seconds{local.tm_gmtoff}), -kMostOffset, kMostOffset);
}

}  // namespace

Moment LocalMoment(Instant instant) {
  // A day inside the ends, so that no offset leads beyond them.
  instant = std::clamp<Instant>(instant, kFirstDay + days{1}, kLastDay - seconds{1});
  const minutes offset = OffsetAt(instant);
  const Instant wall_clock = instant + offset;
  const Day day = std::chrono::floor<days>(wall_clock);
  return Moment{day, wall_clock - day, offset};
}

// mktime leaves it open what skipped and repeated times give, so we ask for offsets only. The one that holds at `day`
// and `time_of_day` is that of a day before or of a day after, for no zone changes twice within these two days.
Moment AtLocalTime(Day day, seconds time_of_day) {
  const Instant wall_clock = day + time_of_day;
  const minutes before = OffsetAt(wall_clock - days{1});
  const minutes after = OffsetAt(wall_clock + days{1});
  // The larger offset gives the earlier instant.
  for (minutes offset : {std::max(before, after), std::min(before, after)}) {
    if (OffsetAt(wall_clock - offset) == offset) return Moment{day, time_of_day, offset};
  }
  return LocalMoment(wall_clock - before);
}

}  // namespace stumble
