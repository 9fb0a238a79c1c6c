#include "insight/spread.h"

#include <boost/math/special_functions/gamma.hpp>
#include <numeric>

namespace stumble {

namespace {

constexpr double kFewestExpected = 5;

}  // namespace

std::optional<Spread> SpreadOver(std::span<const size_t> events, std::span<const double> shares) {
  if (events.size() < 2) return std::nullopt;
  const double all_events = static_cast<double>(std::accumulate(events.begin(), events.end(), size_t{0}));
  const double all_shares = std::accumulate(shares.begin(), shares.end(), 0.0);
  Spread spread{.degrees_of_freedom = events.size() - 1};
  for (size_t kind = 0; kind < events.size(); ++kind) {
    const double expected = all_events * shares[kind] / all_shares;
    if (!(expected >= kFewestExpected)) return std::nullopt;  // also where no kind has any time
    const double excess = static_cast<double>(events[kind]) - expected;
    spread.chi_square += excess * excess / expected;
  }
  spread.p = boost::math::gamma_q(static_cast<double>(spread.degrees_of_freedom) / 2, spread.chi_square / 2);
  return spread;
}

}  // namespace stumble
