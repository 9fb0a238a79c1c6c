// Zone: the local time of this machine, or of $TZ, which is looked at anew in each call. The C library does the work;
// these functions settle what it leaves open: clock changes, and offsets that RFC 3339 can't write. They never throw.
// Changing the environment in another thread meanwhile is not safe, as everywhere in C.
#ifndef STUMBLE_MOMENT_ZONE_H_
#define STUMBLE_MOMENT_ZONE_H_

#include <chrono>

#include "moment/moment.h"

namespace stumble {

// The local date, time and offset at `instant`; always with a time. Offsets with seconds in them (local mean times of
// the 19th century) are rounded to minutes, and the instant stays the same. Instants outside of the years 1 to 9999
// are held at their ends.
Moment LocalMoment(Instant instant);

// The moment at which the local clock shows `time_of_day` (0 s to 86399 s) on `day`. When clocks skip that time in
// spring, it moves forward by what they skip: 02:30 becomes 03:30. When they show it twice in autumn, the earlier one
// is meant.
Moment AtLocalTime(Day day, std::chrono::seconds time_of_day);

}  // namespace stumble

#endif  // STUMBLE_MOMENT_ZONE_H_
