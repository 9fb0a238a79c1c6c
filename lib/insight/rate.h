// Rates: how often something happens a day, from a count and the days it was watched for. Counts are taken to be
// Poisson: each event comes by itself, at a rate that does not change within the days.
#ifndef STUMBLE_INSIGHT_RATE_H_
#define STUMBLE_INSIGHT_RATE_H_

#include <cstddef>
#include <optional>

namespace stumble {

// A count over the days it was watched for. Days may be parts of days, and are more than 0.
struct EventCount {
  size_t events = 0;
  double days = 0;
};

struct Rate {
  double low_events = 0, high_events = 0;  // the confidence interval of the events that as many days bring on average
  double per_day = 0;
  double low_per_day = 0, high_per_day = 0;
};

// The rate and its exact interval; no events have the low end 0. nullopt unless the days are more than 0.
// `confidence` lies between 0 and 1.
// Source: Garwood 1936, Biometrika 28:437.
std::optional<Rate> RateOf(const EventCount& count, double confidence = 0.95);

struct RateRatio {
  std::optional<double> ratio;  // of the rate now to that of the past; nullopt if nothing happened in the past
  double low = 0;               // the ends of its confidence interval; 0 if nothing happened now,
  std::optional<double> high;   // and nullopt, without bound, if nothing happened in the past
  double p = 1;                 // two-sided, that both rates are the same: 0 to 1
};

// A person's rate now against their own past, over days that don't overlap. Given the sum of both counts, that of now
// is binomial; the interval is Clopper and Pearson's of that. p is twice the smaller tail, at most 1: it is below 1 -
// `confidence` just where the interval leaves out 1. (R's poisson.test has the same interval, but a p that sums the
// less probable counts.) nullopt if nothing happened in either, and unless both have days.
// Source: Przyborowski & Wilenski 1940, Biometrika 31:313; Clopper & Pearson 1934, Biometrika 26:404.
std::optional<RateRatio> CompareRates(const EventCount& now, const EventCount& past, double confidence = 0.95);

}  // namespace stumble

#endif  // STUMBLE_INSIGHT_RATE_H_
