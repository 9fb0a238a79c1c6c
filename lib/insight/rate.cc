#include "insight/rate.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace stumble {

namespace {

// The ends of the interval of a binomial probability, by Clopper & Pearson 1934.
double LowShare(double hits, double misses, double tail) {
  return hits == 0 ? 0 : boost::math::ibeta_inv(hits, misses + 1, tail);
}
double HighShare(double hits, double misses, double tail) { return 1 - LowShare(misses, hits, tail); }

// The probability of at least as many hits out of hits + misses.
double AtLeast(double hits, double misses, double share) {
  return hits == 0 ? 1 : boost::math::ibeta(hits, misses + 1, share);
}

}  // namespace

std::optional<Rate> RateOf(const EventCount& count, double confidence) {
  if (!(count.days > 0)) return std::nullopt;
  double events = static_cast<double>(count.events), tail = (1 - confidence) / 2;
  Rate rate;
  rate.per_day = events / count.days;
  // A Poisson count is at least n with the probability that n events come within a gamma-distributed time.
  if (count.events > 0) rate.low_events = boost::math::gamma_p_inv(events, tail);
  rate.high_events = boost::math::gamma_q_inv(events + 1, tail);
  rate.low_per_day = rate.low_events / count.days;
  rate.high_per_day = rate.high_events / count.days;
  return rate;
}

std::optional<RateRatio> CompareRates(const EventCount& now, const EventCount& past, double confidence) {
  if (!(now.days > 0) || !(past.days > 0) || now.events + past.events == 0) return std::nullopt;
  double events_now = static_cast<double>(now.events), events_past = static_cast<double>(past.events);
  double tail = (1 - confidence) / 2;
  auto ratio_of_share = [&](double share) { return share / (1 - share) * past.days / now.days; };
  RateRatio result{.ratio = {}, .low = ratio_of_share(LowShare(events_now, events_past, tail)), .high = {}};
  if (past.events > 0) {
    result.ratio = (events_now / now.days) / (events_past / past.days);
    result.high = ratio_of_share(HighShare(events_now, events_past, tail));
  }
  double share = now.days / (now.days + past.days);  // of the events that fall into now, if the rates are the same
  double tails = std::min(AtLeast(events_now, events_past, share), AtLeast(events_past, events_now, 1 - share));
  result.p = std::min(1.0, 2 * tails);
  return result;
}

}  // namespace stumble
