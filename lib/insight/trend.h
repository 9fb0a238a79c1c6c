// Trend: whether numbers given over time rise or fall, and how fast. The slope is the median of the slopes between
// every two points, which a few odd days can't pull far, on the real dates, so that gaps do no harm; the test asks
// only which of two values is greater.
#ifndef STUMBLE_INSIGHT_TREND_H_
#define STUMBLE_INSIGHT_TREND_H_

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace stumble {

// A number given at a time: days, and parts of days, since any beginning.
struct TrendPoint {
  double days = 0;
  double value = 0;
};

// With fewer points there is no trend to tell; with more, they are gathered first.
inline constexpr size_t kFewestTrendPoints = 5, kMostTrendPoints = 2000;

struct Trend {
  size_t points = 0;      // what the trend was drawn through: as many as given, or the medians they were gathered to
  bool gathered = false;  // there were more than kMostTrendPoints
  double slope_per_day = 0;
  // The ends of the slope's confidence interval; nullopt where the points set no bound: they are too few for that
  // confidence, or all values are the same.
  std::optional<double> low_per_day, high_per_day;
  long s = 0;  // Mann and Kendall's S: pairs of points of which the later is greater, less those of which it is less
  double variance = 0;  // of S if there were no trend
  double z = 0;         // S in standard errors, one step nearer to 0 for continuity; 0 if the variance is 0
  double p = 1;         // two-sided: 0 to 1
  bool exact = false;   // p and the interval come from the exact distribution of S
};

// The trend through the points, whose order plays no part. Pairs at the same time say nothing of the slope and count
// 0 in S; equal values have the slope 0 and count 0 in S; the variance is corrected for both. nullopt for fewer than
// kFewestTrendPoints points, also once they are gathered, and where all have the same time. `confidence` lies between
// 0 and 1.
//
// For up to 10 points p and the interval are exact, with ties too: S's distribution over all orders in which the
// values could have come at these times. Above, they are by the normal approximation, for p with Z.
//
// It takes time that grows with the square of the points. More than kMostTrendPoints are therefore gathered into
// MediansOfSpans of a week, or of the fewest whole weeks that leave few enough. p takes the points for independent of
// each other: numbers given several times a day are not, and are better gathered by week first whatever their number.
// Source: Theil 1950, Proc. K. Ned. Akad. Wet. A 53:386; Sen 1968, J. Am. Stat. Assoc. 63:1379; Mann 1945,
// Econometrica 13:245; Kendall 1970, Rank Correlation Methods, 4th ed., chapters 4 and 5.
std::optional<Trend> TrendOf(std::span<const TrendPoint> points, double confidence = 0.95);

// One point for each span of `span_days` days, more than 0, that has any, counted from the earliest point: the
// medians of its times and of its values. Earliest first; empty for none.
std::vector<TrendPoint> MediansOfSpans(std::span<const TrendPoint> points, double span_days);

}  // namespace stumble

#endif  // STUMBLE_INSIGHT_TREND_H_
