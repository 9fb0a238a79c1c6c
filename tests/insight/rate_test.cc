#include "insight/rate.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <utility>
#include <vector>

namespace stumble {
namespace {

// Garwood 1936, Biometrika 28:437, and Pearson & Hartley 1966, Biometrika Tables for Statisticians, vol. 1, table 40;
// the digits beyond from R: qchisq(.025, 2 n) / 2 and qchisq(.975, 2 n + 2) / 2.
TEST(RateOf, AgreesWithThePublishedTableOfIntervals) {
  struct Expected {
    size_t events;
    double low, high;
  };
  const std::vector<Expected> table = {{0, 0, 3.68888},         {1, .0253178, 5.57164},   {5, 1.62349, 11.66833},
                                       {10, 4.79539, 18.39036}, {20, 12.21652, 30.88838}, {100, 81.36399, 121.62679}};
  for (const Expected& expected : table) {
    const std::optional<Rate> rate = RateOf({expected.events, 10});
    ASSERT_TRUE(rate) << expected.events;
    EXPECT_NEAR(rate->low_events, expected.low, 1e-5) << expected.events;
    EXPECT_NEAR(rate->high_events, expected.high, 1e-5) << expected.events;
    EXPECT_DOUBLE_EQ(rate->per_day, static_cast<double>(expected.events) / 10) << expected.events;
    EXPECT_NEAR(rate->low_per_day, expected.low / 10, 1e-6) << expected.events;
    EXPECT_NEAR(rate->high_per_day, expected.high / 10, 1e-6) << expected.events;
  }
}

// Welsh nickel workers, 137 deaths where 24.19893 were expected: the example of R's poisson.test.
TEST(RateOf, AgreesWithThePublishedRateOfWelshNickelWorkers) {
  const std::optional<Rate> rate = RateOf({137, 24.19893});
  ASSERT_TRUE(rate);
  EXPECT_NEAR(rate->per_day, 5.661407, 5e-7);
  EXPECT_NEAR(rate->low_per_day, 4.753125, 5e-7);
  EXPECT_NEAR(rate->high_per_day, 6.692709, 5e-7);
}

TEST(RateOf, IsNothingWithoutDays) {
  EXPECT_FALSE(RateOf({3, 0}));
  EXPECT_FALSE(RateOf({0, -1}));
}

// Lung cancer in Fredericia, 11 cases among 800, and in three other Danish cities, 21 among 3011: the example of R's
// poisson.test. p is twice the smaller tail of the binomial, 2 (1 - pbinom(10, 32, 800 / 3811)).
TEST(CompareRates, AgreesWithThePublishedRatioOfDanishCities) {
  const std::optional<RateRatio> ratio = CompareRates({11, 800}, {21, 3011});
  ASSERT_TRUE(ratio && ratio->ratio && ratio->high);
  EXPECT_NEAR(*ratio->ratio, 1.971488, 5e-7);
  EXPECT_NEAR(ratio->low, .8584264, 5e-8);
  EXPECT_NEAR(*ratio->high, 4.2772659, 5e-8);
  EXPECT_NEAR(ratio->p, .11201732, 5e-9);
}

// R: poisson.test(c(0, 5), c(10, 10)) and poisson.test(c(3, 0), c(10, 20)); by hand, 5 of 5 events in one of two
// equal halves have the probability 1/16, and 3 of 3 in one third of the time 2/27.
TEST(CompareRates, HasAnOpenIntervalWhereNothingHappenedOnOneSide) {
  const std::optional<RateRatio> none_now = CompareRates({0, 10}, {5, 10});
  ASSERT_TRUE(none_now && none_now->high);
  EXPECT_EQ(none_now->ratio, 0);
  EXPECT_EQ(none_now->low, 0);
  EXPECT_NEAR(*none_now->high, 1.0912791, 5e-8);
  EXPECT_NEAR(none_now->p, 1 / 16.0, 1e-12);
  const std::optional<RateRatio> none_before = CompareRates({3, 10}, {0, 20});
  ASSERT_TRUE(none_before);
  EXPECT_FALSE(none_before->ratio);
  EXPECT_NEAR(none_before->low, .82646271, 5e-9);
  EXPECT_FALSE(none_before->high);
  EXPECT_NEAR(none_before->p, 2 / 27.0, 1e-12);
}

TEST(CompareRates, IsNothingWithoutEventsOrDays) {
  EXPECT_FALSE(CompareRates({0, 10}, {0, 20}));
  EXPECT_FALSE(CompareRates({3, 0}, {5, 20}));
  EXPECT_FALSE(CompareRates({3, 10}, {5, 0}));
}

EventCount AnyCount() { return {*rc::gen::inRange<size_t>(0, 400), *rc::gen::inRange(1, 800) / 2.0}; }

RC_GTEST_PROP(RateOf, HoldsItsCountAndGrowsWithConfidence, ()) {
  const EventCount count = AnyCount();
  const std::optional<Rate> rate = RateOf(count), wider = RateOf(count, 0.99);
  const double events = static_cast<double>(count.events);
  RC_ASSERT(0 <= wider->low_events && wider->low_events <= rate->low_events);
  RC_ASSERT(rate->low_events <= events && events < rate->high_events);
  RC_ASSERT(rate->high_events <= wider->high_events);
}

RC_GTEST_PROP(CompareRates, IsTheInverseWhenNowAndPastChangePlaces, ()) {
  const EventCount now = AnyCount(), past = AnyCount();
  if (now.events == 0 || past.events == 0) return;
  const std::optional<RateRatio> one = CompareRates(now, past), other = CompareRates(past, now);
  RC_ASSERT(std::abs(*one->ratio * *other->ratio - 1) < 1e-9);
  RC_ASSERT(std::abs(one->low * *other->high - 1) < 1e-9);
  RC_ASSERT(std::abs(one->p - other->p) < 1e-9);
}

RC_GTEST_PROP(CompareRates, HasAPBelowFivePercentJustWhereTheIntervalLeavesOutOne, ()) {
  const std::optional<RateRatio> ratio = CompareRates(AnyCount(), AnyCount());
  if (!ratio) return;
  RC_ASSERT(0 <= ratio->p && ratio->p <= 1);
  if (ratio->ratio) RC_ASSERT(ratio->low <= *ratio->ratio);
  if (ratio->ratio && ratio->high) RC_ASSERT(*ratio->ratio <= *ratio->high);
  RC_ASSERT((ratio->p < 0.05) == (ratio->low > 1 || (ratio->high && *ratio->high < 1)));
}

}  // namespace
}  // namespace stumble
