// Digits: plain ASCII digits, whatever the locale. Times are written in these and nothing else, so a sign, a space or
// a digit of another script is not a number here.
#ifndef STUMBLE_MOMENT_DIGITS_H_
#define STUMBLE_MOMENT_DIGITS_H_

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace stumble {

inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }

inline bool AreDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

// The number that one to nine digits stand for; nullopt for all else, so that it always fits.
inline std::optional<int> ParseDigits(std::string_view text) {
  if (!AreDigits(text) || text.size() > 9) return std::nullopt;
  int number = 0;
  for (char c : text) number = number * 10 + (c - '0');
  return number;
}

}  // namespace stumble

#endif  // STUMBLE_MOMENT_DIGITS_H_
