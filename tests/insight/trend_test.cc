#include "insight/trend.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace stumble {
namespace {

// One value a day from day 1 on.
std::vector<TrendPoint> Daily(const std::vector<double>& values) {
  std::vector<TrendPoint> points;
  for (double value : values) points.push_back({static_cast<double>(points.size() + 1), value});
  return points;
}

// J. Little, A Mann-Kendall Example "By Hand", College of the Holy Cross: S = 54, Z = 2.9058, one-sided p about
// .0018. Of the 91 slopes, the 27th and the 65th are the ends of the interval, as (91 - 1.960 sqrt(332.667)) / 2 =
// 27.6.
TEST(TrendOf, AgreesWithAPublishedExample) {
  const std::optional<Trend> trend =
      TrendOf(Daily({12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7}));
  ASSERT_TRUE(trend);
  EXPECT_EQ(trend->points, 14u);
  EXPECT_FALSE(trend->gathered);
  EXPECT_FALSE(trend->exact);
  EXPECT_EQ(trend->s, 54);
  EXPECT_NEAR(trend->variance, 332.667, 5e-4);
  EXPECT_NEAR(trend->z, 2.9058, 5e-5);
  EXPECT_NEAR(trend->p, .00366, 5e-6);
  EXPECT_NEAR(trend->slope_per_day, .5667, 5e-5);
  ASSERT_TRUE(trend->low_per_day && trend->high_per_day);
  EXPECT_NEAR(*trend->low_per_day, .32, 1e-9);
  EXPECT_NEAR(*trend->high_per_day, .875, 1e-9);
}

// The effect of cloud seeding in five years: Smith 1967, in Hollander & Wolfe 1999, Nonparametric Statistical
// Methods, 2nd ed., chapter 9: C = -6, one-sided p = .117, slope -.056.
TEST(TrendOf, AgreesWithThePublishedSlopeOfCloudSeedingFromFivePoints) {
  const std::optional<Trend> trend = TrendOf(Daily({1.26, 1.27, 1.12, 1.16, 1.03}));
  ASSERT_TRUE(trend);
  EXPECT_TRUE(trend->exact);
  EXPECT_EQ(trend->s, -6);
  EXPECT_NEAR(trend->p, 2 * .117, 1e-3);
  EXPECT_NEAR(trend->slope_per_day, -.05625, 1e-9);
}

// Gilbert 1987, Statistical Methods for Environmental Pollution Monitoring, table A18, one-sided, from Kendall: .0083
// for S = 10 of 5 values, .0011 for S = 33 of 10. R: cor.test(method = "kendall") gives .002213 for both sides of the
// latter.
TEST(TrendOf, AgreesWithThePublishedTableOfTheExactDistribution) {
  EXPECT_NEAR(TrendOf(Daily({1, 2, 3, 4, 5}))->p, 2 * .0083, 1e-4);
  const std::optional<Trend> ten = TrendOf(Daily({2, 1, 4, 3, 6, 5, 8, 10, 7, 9}));
  EXPECT_EQ(ten->s, 33);
  EXPECT_NEAR(ten->p, .002213, 5e-7);
}

TEST(TrendOf, IsNothingBelowFivePointsAndWhereAllHaveTheSameTime) {
  EXPECT_FALSE(TrendOf({}));
  EXPECT_FALSE(TrendOf(Daily({3})));
  EXPECT_FALSE(TrendOf(Daily({1, 2, 3, 4})));
  EXPECT_FALSE(TrendOf(std::vector<TrendPoint>{{7, 1}, {7, 2}, {7, 3}, {7, 4}, {7, 5}}));
}

TEST(TrendOf, IsLevelWhereAllValuesAreTheSame) {
  const std::optional<Trend> trend = TrendOf(Daily(std::vector<double>(20, 5)));
  ASSERT_TRUE(trend);
  EXPECT_EQ(trend->slope_per_day, 0);
  EXPECT_EQ(trend->s, 0);
  EXPECT_EQ(trend->variance, 0);
  EXPECT_EQ(trend->z, 0);
  EXPECT_EQ(trend->p, 1);
  EXPECT_FALSE(trend->low_per_day);
  EXPECT_FALSE(trend->high_per_day);
}

// Five points by hand: S = 10 and -10 lie beyond with 2/120 together, so that 8 is the reach and (10 - 8) / 2 = 1 the
// rank.
TEST(TrendOf, HasTheOutermostSlopesAsItsIntervalForFivePoints) {
  const std::optional<Trend> trend = TrendOf(Daily({1, 2, 4, 8, 16}));
  EXPECT_EQ(trend->low_per_day, 1);
  EXPECT_EQ(trend->high_per_day, 8);
  EXPECT_FALSE(TrendOf(Daily({1, 2, 4, 8, 16}), 0.99)->low_per_day);
}

TEST(TrendOf, UsesRealDatesAndLeavesOutPairsOfOneDay) {
  const std::optional<Trend> trend =
      TrendOf(std::vector<TrendPoint>{{0, 0}, {0, 100}, {10, 20}, {100, 200}, {365, 730}, {1, 2}});
  ASSERT_TRUE(trend);
  EXPECT_EQ(trend->slope_per_day, 2);
}

TEST(TrendOf, GathersThousandsOfPointsByWeek) {
  std::vector<TrendPoint> points;
  for (int at = 0; at < 12000; ++at) points.push_back({at / 4.0, at / 400.0 + at * 37 % 5});
  const std::optional<Trend> trend = TrendOf(points);
  ASSERT_TRUE(trend);
  EXPECT_TRUE(trend->gathered);
  EXPECT_EQ(trend->points, 429u);  // 3,000 days
  EXPECT_NEAR(trend->slope_per_day, 0.01, 1e-4);
}

TEST(TrendOf, GathersByMoreWeeksWhatOneWouldLeaveTooMany) {
  std::vector<TrendPoint> points;
  for (int at = 0; at < 3000; ++at) points.push_back({at * 7.0, static_cast<double>(at)});
  const std::optional<Trend> trend = TrendOf(points);
  ASSERT_TRUE(trend);
  EXPECT_EQ(trend->points, 1500u);
  EXPECT_NEAR(trend->slope_per_day, 1 / 7.0, 1e-12);
}

TEST(MediansOfSpans, CountsSpansFromTheEarliestPointAndLeavesOutEmptyOnes) {
  const std::vector<TrendPoint> medians =
      MediansOfSpans(std::vector<TrendPoint>{{30, 9}, {3, 1}, {9.5, 5}, {4, 2}, {10, 7}}, 7);
  ASSERT_EQ(medians.size(), 3u);
  EXPECT_EQ(medians[0].days, 4);
  EXPECT_EQ(medians[0].value, 2);
  EXPECT_EQ(medians[1].days, 10);
  EXPECT_EQ(medians[1].value, 7);
  EXPECT_EQ(medians[2].days, 30);
  EXPECT_TRUE(MediansOfSpans({}, 7).empty());
}

std::vector<TrendPoint> AnyPoints(int most) {
  std::vector<TrendPoint> points;
  const int size = *rc::gen::inRange(5, most + 1);
  for (int at = 0; at < size; ++at)
    points.push_back({*rc::gen::inRange(0, 30) / 2.0, static_cast<double>(*rc::gen::inRange(0, 11))});
  return points;
}

long S(const std::vector<TrendPoint>& points) {
  long s = 0;
  for (const TrendPoint& a : points)
    for (const TrendPoint& b : points)
      if (a.days < b.days) s += (b.value > a.value) - (b.value < a.value);
  return s;
}

// S of every order of the values, one by one: its spread is the variance, and the share of orders beyond it is p.
RC_GTEST_PROP(TrendOf, HasTheExactDistributionOfAllOrdersWithTies, ()) {
  std::vector<TrendPoint> points = AnyPoints(6);
  for (TrendPoint& point : points) {
    point.days = std::floor(point.days / 3);  // ties are wanted
    point.value = std::floor(point.value / 3);
  }
  const std::optional<Trend> trend = TrendOf(points);
  if (!trend) return;
  std::vector<double> values;
  for (const TrendPoint& point : points) values.push_back(point.value);
  std::vector<size_t> order(points.size());
  for (size_t at = 0; at < order.size(); ++at) order[at] = at;
  double orders = 0, beyond = 0, squares = 0;
  do {
    for (size_t at = 0; at < order.size(); ++at) points[at].value = values[order[at]];
    const long s = S(points);
    ++orders;
    squares += static_cast<double>(s * s);
    if (std::labs(s) >= std::labs(trend->s)) ++beyond;
  } while (std::next_permutation(order.begin(), order.end()));
  RC_ASSERT(std::abs(trend->p - beyond / orders) < 1e-12);
  RC_ASSERT(std::abs(trend->variance - squares / orders) < 1e-9);
}

RC_GTEST_PROP(TrendOf, HoldsItsSlopeInItsIntervalAndPBetweenZeroAndOne, ()) {
  const std::vector<TrendPoint> points = AnyPoints(40);
  const std::optional<Trend> trend = TrendOf(points);
  if (!trend) return;
  RC_ASSERT(trend->s == S(points));
  RC_ASSERT(0 <= trend->p && trend->p <= 1 + 1e-12);
  RC_ASSERT(trend->low_per_day.has_value() == trend->high_per_day.has_value());
  if (!trend->low_per_day) return;
  RC_ASSERT(*trend->low_per_day <= trend->slope_per_day);
  RC_ASSERT(trend->slope_per_day <= *trend->high_per_day);
}

RC_GTEST_PROP(TrendOf, IsTheSameFromAnyBeginningAndInAnyOrder, ()) {
  std::vector<TrendPoint> points = AnyPoints(40);
  const std::optional<Trend> trend = TrendOf(points);
  const double shift = *rc::gen::inRange(-20000, 20000);
  for (TrendPoint& point : points) point.days += shift;
  std::reverse(points.begin(), points.end());
  const std::optional<Trend> shifted = TrendOf(points);
  RC_ASSERT(trend.has_value() == shifted.has_value());
  if (!trend) return;
  RC_ASSERT(trend->slope_per_day == shifted->slope_per_day);
  RC_ASSERT(trend->low_per_day == shifted->low_per_day);
  RC_ASSERT(trend->p == shifted->p);
}

RC_GTEST_PROP(TrendOf, GrowsWithTheValuesAndTurnsWithTheirSign, ()) {
  std::vector<TrendPoint> points = AnyPoints(40);
  const std::optional<Trend> trend = TrendOf(points);
  if (!trend) return;
  for (TrendPoint& point : points) point.value *= -4;
  const std::optional<Trend> scaled = TrendOf(points);
  auto are_same = [](double a, double b) { return std::abs(a - b) <= 1e-12 * (1 + std::abs(a)); };  // what lies between two is rounded
  RC_ASSERT(are_same(scaled->slope_per_day, -4 * trend->slope_per_day));
  RC_ASSERT(scaled->s == -trend->s);
  RC_ASSERT(std::abs(scaled->p - trend->p) < 1e-12);
  if (trend->low_per_day) RC_ASSERT(are_same(*scaled->high_per_day, -4 * *trend->low_per_day));
}

}  // namespace
}  // namespace stumble
