#include "moment/clock_time.h"

#include <algorithm>

#include "moment/digits.h"

namespace stumble {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

enum class HalfOfDay { kUnsaid, kBeforeNoon, kAfterNoon };

HalfOfDay ParseHalfOfDay(std::string_view word) {
  if (word == "am" || word == "a.m.") return HalfOfDay::kBeforeNoon;
  if (word == "pm" || word == "p.m.") return HalfOfDay::kAfterNoon;
  return HalfOfDay::kUnsaid;
}

// ":30" is 30; takes it off the beginning of `text`.
std::optional<int> TakeSixtieths(std::string_view& text) {
  if (text.size() < 3 || text[0] != ':') return std::nullopt;
  const std::optional<int> number = ParseDigits(text.substr(1, 2));
  if (!number || *number > 59) return std::nullopt;
  text.remove_prefix(3);
  return number;
}

// "9", "9:30" or "9:30:15", with the half of the day that was said.
std::optional<seconds> ParseDial(std::string_view text, HalfOfDay half) {
  const size_t hour_width = std::min(text.find(':'), text.size());
  std::optional<int> hour = hour_width > 2 ? std::nullopt : ParseDigits(text.substr(0, hour_width));
  if (!hour) return std::nullopt;
  text.remove_prefix(hour_width);
  if (half != HalfOfDay::kUnsaid) {
    if (*hour < 1 || *hour > 12) return std::nullopt;
    hour = *hour % 12 + (half == HalfOfDay::kAfterNoon ? 12 : 0);
  } else if (*hour > 23 || text.empty()) {
    return std::nullopt;
  }
  const int minute = TakeSixtieths(text).value_or(0);
  const int second = TakeSixtieths(text).value_or(0);
  if (!text.empty()) return std::nullopt;
  return hours{*hour} + minutes{minute} + seconds{second};
}

}  // namespace

std::optional<ClockTime> ParseClockTime(std::string_view word, std::string_view next) {
  if (word == "noon") return ClockTime{hours{12}, 1};
  if (word == "midnight") return ClockTime{hours{0}, 1};
  size_t word_count = 1;
  std::string_view dial = word.substr(0, std::min(word.find_first_not_of("0123456789:"), word.size()));
  HalfOfDay half = ParseHalfOfDay(word.substr(dial.size()));
  if (dial.size() < word.size() && half == HalfOfDay::kUnsaid) return std::nullopt;
  if (dial.size() == word.size()) {
    half = ParseHalfOfDay(next);
    if (half != HalfOfDay::kUnsaid) word_count = 2;
  }
  const std::optional<seconds> time_of_day = ParseDial(dial, half);
  if (!time_of_day) return std::nullopt;
  return ClockTime{*time_of_day, word_count};
}

}  // namespace stumble
