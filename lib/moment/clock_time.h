// Clock times as people say them: 21:00, 9am, 9:30 pm, noon. Only forms with one reading count; "at 9" is none of
// them, since it may be morning or evening.
#ifndef STUMBLE_MOMENT_CLOCK_TIME_H_
#define STUMBLE_MOMENT_CLOCK_TIME_H_

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace stumble {

struct ClockTime {
  // From midnight, less than 24 hours. Midnight is the one that begins the day.
  std::chrono::seconds time_of_day{0};
  // How many words it took: 2 where am or pm stood apart.
  std::size_t word_count = 1;
};

// Reads a lower-case word together with the one after it ("" at the end); nullopt when `word` begins no clock time.
std::optional<ClockTime> ParseClockTime(std::string_view word, std::string_view next);

}  // namespace stumble

#endif  // STUMBLE_MOMENT_CLOCK_TIME_H_
