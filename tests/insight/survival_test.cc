#include "insight/survival.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "insight/observations.h"

namespace stumble {
namespace {

// Weeks in remission of 42 children with acute leukemia, 21 on 6-mercaptopurine, 21 on placebo. Freireich et al. 1963, Blood
// 21:699; the data that Gehan 1965 and Cox 1972 made the standard example.
std::vector<Observation> SixMp() {
  return Observations({6, 6, 6, 7, 10, 13, 16, 22, 23}, {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35});
}

std::vector<Observation> Placebo() {
  return Observations({1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}, {});
}

const SurvivalStep& StepAt(const std::vector<SurvivalStep>& curve, double days) {
  return *std::find_if(curve.begin(), curve.end(), [&](const SurvivalStep& step) { return step.days == days; });
}

// The published table: Kleinbaum & Klein, Survival Analysis, 3rd ed., table 2.1; errors as in R's survfit(leuk).
TEST(SurvivalCurve, AgreesWithThePublishedTableOfTheSixMpArm) {
  struct Expected {
    double days;
    size_t at_risk, ended, censored;
    double survival, std_error;
  };
  const std::vector<Expected> table = {
      {6, 21, 3, 1, .8571, .0764}, {7, 17, 1, 0, .8067, .0869},  {10, 15, 1, 1, .7529, .0963}, {13, 12, 1, 0, .6902, .1068},
      {16, 11, 1, 0, .6275, .1141}, {22, 7, 1, 0, .5378, .1282}, {23, 6, 1, 0, .4482, .1346},
  };
  const std::vector<SurvivalStep> curve = SurvivalCurve(SixMp());
  EXPECT_EQ(curve.size(), 16u);
  for (const Expected& expected : table) {
    const SurvivalStep& step = StepAt(curve, expected.days);
    EXPECT_EQ(step.at_risk, expected.at_risk) << expected.days;
    EXPECT_EQ(step.ended, expected.ended) << expected.days;
    EXPECT_EQ(step.censored, expected.censored) << expected.days;
    EXPECT_NEAR(step.survival, expected.survival, 5e-5) << expected.days;
    EXPECT_NEAR(step.std_error, expected.std_error, 5e-5) << expected.days;
  }
}

TEST(SurvivalCurve, StaysLevelWhereSomethingIsOnlyCensored) {
  const std::vector<SurvivalStep> curve = SurvivalCurve(SixMp());
  EXPECT_EQ(StepAt(curve, 9).ended, 0u);
  EXPECT_EQ(StepAt(curve, 9).survival, StepAt(curve, 7).survival);
  EXPECT_EQ(StepAt(curve, 35).survival, StepAt(curve, 23).survival);
}

TEST(SurvivalCurve, IsEmptyForNothing) { EXPECT_TRUE(SurvivalCurve({}).empty()); }

// SAS's PROC LIFETEST, whose default is this transform, prints 23 (13, .) and 8 (4, 11). By hand for 6-MP: at week 13,
// log(-log .5) = -.3665, log(-log .6902) = -.9919, error .1068 / (.6902 * .3708) = .4174, z = 1.499, the first below 1.960
// (week 10: z = 1.980); at week 23, z = -.392, and the curve falls no further.
TEST(MedianSurvival, AgreesWithPublishedIntervals) {
  const std::optional<Median> six_mp = MedianSurvival(SurvivalCurve(SixMp()));
  ASSERT_TRUE(six_mp);
  EXPECT_EQ(six_mp->days, 23);
  EXPECT_EQ(six_mp->low_days, 13);
  EXPECT_EQ(six_mp->high_days, std::nullopt);
  const std::optional<Median> placebo = MedianSurvival(SurvivalCurve(Placebo()));
  ASSERT_TRUE(placebo);
  EXPECT_EQ(placebo->days, 8);
  EXPECT_EQ(placebo->low_days, 4);
  EXPECT_EQ(placebo->high_days, 11);
}

TEST(MedianSurvival, IsNotReachedWhileTheCurveStaysAboveOneHalf) {
  EXPECT_FALSE(MedianSurvival(SurvivalCurve(Observations({1}, {2, 3}))));
  EXPECT_FALSE(MedianSurvival(SurvivalCurve(Observations({}, {1, 2}))));
  EXPECT_FALSE(MedianSurvival({}));
}

TEST(MedianSurvival, IsTheSmallestTimeAtWhichTheCurveIsExactlyOneHalf) {
  EXPECT_EQ(MedianSurvival(SurvivalCurve(Observations({1, 2, 3, 4}, {})))->days, 2);
  // 5/6 * 4/5 * 3/4, each rounded
  EXPECT_EQ(MedianSurvival(SurvivalCurve(Observations({1, 2, 3, 4, 5, 6}, {})))->days, 3);
}

TEST(MedianSurvival, HasNoBoundsWhereAllEndedAtOnce) {
  const std::optional<Median> median = MedianSurvival(SurvivalCurve(Observations({0, 0, 0}, {})));
  ASSERT_TRUE(median);
  EXPECT_EQ(median->days, 0);
  EXPECT_EQ(median->low_days, std::nullopt);
  EXPECT_EQ(median->high_days, std::nullopt);
}

// As Stata's sts list prints the 6-MP arm; R: survfit(leuk, conf.type = "log-log").
TEST(BandAt, AgreesWithThePublishedIntervalsOfTheSixMpArm) {
  struct Expected {
    double days, low, high;
  };
  const std::vector<Expected> table = {{6, .6197, .9516},  {7, .5631, .9228},  {10, .5032, .8894}, {13, .4316, .8491},
                                       {16, .3675, .8049}, {22, .2678, .7468}, {23, .1881, .6801}};
  const std::vector<SurvivalStep> curve = SurvivalCurve(SixMp());
  for (const Expected& expected : table) {
    const std::optional<SurvivalBand> band = BandAt(StepAt(curve, expected.days));
    ASSERT_TRUE(band) << expected.days;
    EXPECT_NEAR(band->low, expected.low, 5e-5) << expected.days;
    EXPECT_NEAR(band->high, expected.high, 5e-5) << expected.days;
  }
}

TEST(BandAt, HasNoValueBeforeTheFirstEndAndOnceAllHaveEnded) {
  const std::vector<SurvivalStep> curve = SurvivalCurve(Observations({2, 3}, {1}));
  EXPECT_FALSE(BandAt(StepAt(curve, 1)));
  EXPECT_TRUE(BandAt(StepAt(curve, 2)));
  EXPECT_FALSE(BandAt(StepAt(curve, 3)));
}

std::vector<Observation> AnyObservations(bool with_censored = true) {
  std::vector<Observation> observations;
  for (const auto& [days, ended] : *rc::gen::container<std::vector<std::pair<int, bool>>>(
           rc::gen::pair(rc::gen::inRange(0, 40), rc::gen::arbitrary<bool>())))
    observations.push_back({days / 4.0, ended || !with_censored});
  return observations;
}

RC_GTEST_PROP(SurvivalCurve, NeverRisesAndLiesBetweenZeroAndOne, ()) {
  double before = 1;
  for (const SurvivalStep& step : SurvivalCurve(AnyObservations())) {
    RC_ASSERT(step.survival <= before);
    RC_ASSERT(step.survival >= 0);
    RC_ASSERT(step.std_error >= 0 && std::isfinite(step.std_error));
    before = step.survival;
  }
}

RC_GTEST_PROP(SurvivalCurve, IsTheEmpiricalDistributionWhenNothingIsCensored, ()) {
  const std::vector<Observation> observations = AnyObservations(false);
  for (const SurvivalStep& step : SurvivalCurve(observations)) {
    auto longer = std::count_if(observations.begin(), observations.end(),
                                [&](const Observation& each) { return each.days > step.days; });
    double share = static_cast<double>(longer) / static_cast<double>(observations.size());
    RC_ASSERT(std::abs(step.survival - share) < 1e-9);
    double binomial = std::sqrt(share * (1 - share) / static_cast<double>(observations.size()));
    RC_ASSERT(std::abs(step.std_error - binomial) < 1e-9);
  }
}

RC_GTEST_PROP(SurvivalCurve, CountsEachObservationOnceInAnyOrder, ()) {
  std::vector<Observation> observations = AnyObservations();
  const std::vector<SurvivalStep> curve = SurvivalCurve(observations);
  const size_t turn = *rc::gen::inRange<size_t>(0, observations.size() + 1);
  std::rotate(observations.begin(), observations.begin() + static_cast<std::ptrdiff_t>(turn), observations.end());
  std::reverse(observations.begin(), observations.begin() + static_cast<std::ptrdiff_t>(turn));
  const std::vector<SurvivalStep> other = SurvivalCurve(observations);
  RC_ASSERT(curve.size() == other.size());
  size_t counted = 0;
  for (size_t at = 0; at < curve.size(); ++at) {
    RC_ASSERT(curve[at].survival == other[at].survival);
    RC_ASSERT(curve[at].std_error == other[at].std_error);
    counted += curve[at].ended + curve[at].censored;
  }
  RC_ASSERT(counted == observations.size());
}

RC_GTEST_PROP(MedianSurvival, LiesInItsInterval, ()) {
  const std::optional<Median> median = MedianSurvival(SurvivalCurve(AnyObservations()));
  if (!median) return;
  if (median->low_days) RC_ASSERT(*median->low_days <= median->days);
  if (median->high_days) RC_ASSERT(median->days <= *median->high_days);
}

RC_GTEST_PROP(BandAt, HoldsTheCurveBetweenZeroAndOne, ()) {
  for (const SurvivalStep& step : SurvivalCurve(AnyObservations()))
    if (const std::optional<SurvivalBand> band = BandAt(step)) {
      RC_ASSERT(0 <= band->low && band->low <= step.survival);
      RC_ASSERT(step.survival <= band->high && band->high <= 1);
    }
}

RC_GTEST_PROP(BandAt, GrowsWithConfidence, ()) {
  for (const SurvivalStep& step : SurvivalCurve(AnyObservations()))
    if (const std::optional<SurvivalBand> band = BandAt(step, 0.8)) {
      RC_ASSERT(BandAt(step, 0.95)->low <= band->low);
      RC_ASSERT(BandAt(step, 0.95)->high >= band->high);
    }
}

// The interval of the median is where the band lets the curve be one half.
RC_GTEST_PROP(BandAt, GivesTheIntervalOfTheMedian, ()) {
  const std::vector<SurvivalStep> curve = SurvivalCurve(AnyObservations());
  const std::optional<Median> median = MedianSurvival(curve);
  if (!median) return;
  std::optional<double> low_days, high_days;
  for (const SurvivalStep& step : curve)
    if (const std::optional<SurvivalBand> band = BandAt(step)) {
      if (!low_days && band->low <= 0.5) low_days = step.days;
      if (!high_days && band->high < 0.5) high_days = step.days;
    }
  RC_ASSERT(median->low_days == low_days);
  RC_ASSERT(median->high_days == high_days);
}

}  // namespace
}  // namespace stumble
