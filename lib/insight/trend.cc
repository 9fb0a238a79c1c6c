#include "insight/trend.h"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "insight/quantile.h"

namespace stumble {

namespace {

constexpr size_t kMostPointsExact = 10;

int Sign(double number) { return (number > 0) - (number < 0); }

// How often each value of a sorted list comes.
std::vector<size_t> TieSizes(std::span<const double> sorted) {
  std::vector<size_t> sizes;
  for (size_t at = 0; at < sorted.size(); ++at) {
    if (at == 0 || sorted[at] != sorted[at - 1]) sizes.push_back(0);
    ++sizes.back();
  }
  return sizes;
}

// The variance of S for n points with ties of these sizes among times and values: Kendall 1970.
double VarianceOfS(double n, std::span<const size_t> time_ties, std::span<const size_t> value_ties) {
  auto pairs = [](double t) { return t * (t - 1); };
  auto triples = [](double t) { return t * (t - 1) * (t - 2); };
  auto spread = [](double t) { return t * (t - 1) * (2 * t + 5); };
  auto sum = [](std::span<const size_t> ties, auto term) {
    double sum = 0;
    for (size_t tie : ties) sum += term(static_cast<double>(tie));
    return sum;
  };
  return (spread(n) - sum(time_ties, spread) - sum(value_ties, spread)) / 18 +
         sum(time_ties, triples) * sum(value_ties, triples) / (9 * triples(n)) +
         sum(time_ties, pairs) * sum(value_ties, pairs) / (2 * pairs(n));
}

// The distribution of S over all orders of a few values, each as likely as any other.
class OrdersOfValues {
 public:
  // `time_ties` tells how many values come at each time, earliest first. The orders are counted without going through
  // them: which values have come so far decides what those to come add to S, however the former were ordered. So
  // times are filled one after another, for each set of values that can have come (a bit each), and the ways to reach
  // it with each S are kept.
  OrdersOfValues(std::span<const double> values, std::span<const size_t> time_ties) {
    const unsigned all = (1u << values.size()) - 1;
    std::vector<Ways> ways_to(all + 1);
    ways_to[0][kMost] = 1;
    size_t come = 0;
    for (size_t tie : time_ties) {
      for (unsigned set = 0; set <= all; ++set) {
        if (static_cast<size_t>(std::popcount(set)) != come) continue;
        const unsigned left = all & ~set;
        for (unsigned next = left; next > 0; next = (next - 1) & left)
          if (static_cast<size_t>(std::popcount(next)) == tie)
            Add(ways_to[set], Gain(values, next, left & ~next), ways_to[set | next]);
      }
      come += tie;
    }
    ways_ = ways_to[all];
  }

  // The probability that S lies at least as far from 0 as `s`.
  double Beyond(long s) const {
    double beyond = 0, total = 0;
    for (long at = -kMost; at <= kMost; ++at) {
      total += WaysTo(at);
      if (std::abs(at) >= std::abs(s)) beyond += WaysTo(at);
    }
    return beyond / total;
  }

  // The least distance from 0 within which S lies with the probability `confidence` or more.
  long Reach(double confidence) const {
    long reach = 0;
    while (reach < kMost && 1 - Beyond(reach + 1) < confidence) ++reach;
    return reach;
  }

 private:
  static constexpr long kMost = kMostPointsExact * (kMostPointsExact - 1) / 2;  // S of 10 values that only rise
  using Ways = std::array<double, 2 * kMost + 1>;                               // by S + kMost; 10! fits exactly

  static void Add(const Ways& ways, long gain, Ways& sum) {
    for (long s = std::max(-kMost, -kMost - gain); s <= std::min(kMost, kMost - gain); ++s)
      sum[static_cast<size_t>(s + gain + kMost)] += ways[static_cast<size_t>(s + kMost)];
  }

  // What the pairs of one value of the set `next` and a later one add to S.
  static long Gain(std::span<const double> values, unsigned next, unsigned later) {
    long gain = 0;
    for (size_t one = 0; one < values.size(); ++one)
      for (size_t other = 0; other < values.size(); ++other)
        if (next >> one & 1 && later >> other & 1) gain += Sign(values[other] - values[one]);
    return gain;
  }

  double WaysTo(long s) const { return ways_[static_cast<size_t>(s + kMost)]; }

  Ways ways_;
};

// The slope's interval: a slope is left in it while S, with that slope taken from the values, lies within `reach` of
// 0 (Sen 1968).
void SetInterval(std::vector<double>& slopes, double reach, Trend& trend) {
  double left_out = std::floor((static_cast<double>(slopes.size()) - reach) / 2);  // on each side, and the end itself
  if (left_out < 1) return;
  auto low = slopes.begin() + static_cast<std::ptrdiff_t>(left_out) - 1;
  std::nth_element(slopes.begin(), low, slopes.end());
  trend.low_per_day = *low;
  auto high = slopes.end() - static_cast<std::ptrdiff_t>(left_out);
  std::nth_element(slopes.begin(), high, slopes.end());
  trend.high_per_day = *high;
}

Trend TrendOfSorted(std::span<const TrendPoint> points, double confidence) {
  Trend trend{.points = points.size(), .low_per_day = {}, .high_per_day = {}};
  std::vector<double> times, values, slopes;
  for (const TrendPoint& point : points) {
    times.push_back(point.days);
    values.push_back(point.value);
  }
  slopes.reserve(points.size() * (points.size() - 1) / 2);
  for (size_t later = 1; later < points.size(); ++later)
    for (size_t at = 0; at < later && times[at] < times[later]; ++at) {
      slopes.push_back((values[later] - values[at]) / (times[later] - times[at]));
      trend.s += Sign(values[later] - values[at]);
    }
  trend.slope_per_day = *Quantile(slopes, 0.5);

  std::sort(values.begin(), values.end());
  const std::vector<size_t> time_ties = TieSizes(times), value_ties = TieSizes(values);
  if (value_ties.size() == 1) return trend;
  trend.variance = VarianceOfS(static_cast<double>(points.size()), time_ties, value_ties);
  double error = std::sqrt(trend.variance);
  trend.z = static_cast<double>(trend.s - Sign(static_cast<double>(trend.s))) / error;
  trend.exact = points.size() <= kMostPointsExact;
  if (trend.exact) {
    const OrdersOfValues orders(values, time_ties);
    trend.p = orders.Beyond(trend.s);
    SetInterval(slopes, static_cast<double>(orders.Reach(confidence)), trend);
  } else {
    trend.p = std::erfc(std::abs(trend.z) / std::sqrt(2));
    SetInterval(slopes, boost::math::quantile(boost::math::normal(), (1 + confidence) / 2) * error, trend);
  }
  return trend;
}

std::vector<TrendPoint> SortedByTime(std::span<const TrendPoint> points) {
  std::vector<TrendPoint> sorted(points.begin(), points.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const TrendPoint& a, const TrendPoint& b) { return a.days < b.days; });
  return sorted;
}

}  // namespace

std::optional<Trend> TrendOf(std::span<const TrendPoint> points, double confidence) {
  std::vector<TrendPoint> used = SortedByTime(points);
  for (int weeks = 1; used.size() > kMostTrendPoints; ++weeks) used = MediansOfSpans(points, 7.0 * weeks);
  if (used.size() < kFewestTrendPoints || used.front().days == used.back().days) return std::nullopt;
  Trend trend = TrendOfSorted(used, confidence);
  trend.gathered = points.size() > kMostTrendPoints;
  return trend;
}

std::vector<TrendPoint> MediansOfSpans(std::span<const TrendPoint> points, double span_days) {
  const std::vector<TrendPoint> sorted = SortedByTime(points);
  std::vector<TrendPoint> medians;
  for (size_t at = 0; at < sorted.size();) {
    auto span_of = [&](const TrendPoint& point) {
      return std::floor((point.days - sorted.front().days) / span_days);
    };
    const double span = span_of(sorted[at]);
    std::vector<double> times, values;
    for (; at < sorted.size() && span_of(sorted[at]) == span; ++at) {
      times.push_back(sorted[at].days);
      values.push_back(sorted[at].value);
    }
    medians.push_back({*Quantile(times, 0.5), *Quantile(values, 0.5)});
  }
  return medians;
}

}  // namespace stumble
