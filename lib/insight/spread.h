// Spread: whether events fall on some kinds of time, such as weekdays or parts of the day, more than an even spread
// would have it.
#ifndef STUMBLE_INSIGHT_SPREAD_H_
#define STUMBLE_INSIGHT_SPREAD_H_

#include <cstddef>
#include <optional>
#include <span>

namespace stumble {

struct Spread {
  double chi_square = 0;
  size_t degrees_of_freedom = 0;  // kinds - 1
  double p = 1;                   // that the events are spread by the shares: 0 to 1
};

// The events of each kind against the share of the time that each kind has, such as how many of each weekday the days
// watched had; shares may have any sum. The approximation is good only where each kind may expect at least 5 events:
// nullopt where one expects fewer, and for fewer than 2 kinds. Both lists have the same length.
// Source: Pearson 1900, Philos. Mag. 50:157; the rule of 5 is Fisher's, 1925, Statistical Methods for Research
// Workers.
std::optional<Spread> SpreadOver(std::span<const size_t> events, std::span<const double> shares);

}  // namespace stumble

#endif  // STUMBLE_INSIGHT_SPREAD_H_
