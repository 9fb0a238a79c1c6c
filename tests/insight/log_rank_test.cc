#include "insight/log_rank.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <utility>
#include <vector>

#include "insight/observations.h"

namespace stumble {
namespace {

// The trial of 6-mercaptopurine: Freireich et al. 1963, Blood 21:699. Kleinbaum & Klein, Survival Analysis, 3rd ed.,
// chapter 2: 9 observed and 19.25 expected, 21 observed and 10.75 expected, chi-square 16.79; variance 6.2570.
TEST(CompareSurvival, AgreesWithThePublishedTrialOfSixMercaptopurine) {
  const std::optional<LogRank> result =
      CompareSurvival(Observations({6, 6, 6, 7, 10, 13, 16, 22, 23}, {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}),
                      Observations({1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}, {}));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->observed_first, 9u);
  EXPECT_EQ(result->observed_second, 21u);
  EXPECT_NEAR(result->expected_first, 19.2505, 5e-5);
  EXPECT_NEAR(result->expected_second, 10.7495, 5e-5);
  EXPECT_NEAR(result->variance, 6.2570, 5e-5);
  EXPECT_NEAR(result->chi_square, 16.7929, 5e-5);
  EXPECT_NEAR(result->p, 4.17e-5, 5e-8);
}

// By hand: at 1, one of two ends: 1/2 expected of each group, variance 1/4; at 2 the last one ends.
TEST(CompareSurvival, GivesLittleToTellFromOneInEachGroup) {
  const std::optional<LogRank> result = CompareSurvival(Observations({1}, {}), Observations({2}, {}));
  ASSERT_TRUE(result);
  EXPECT_DOUBLE_EQ(result->expected_first, 0.5);
  EXPECT_DOUBLE_EQ(result->expected_second, 1.5);
  EXPECT_DOUBLE_EQ(result->variance, 0.25);
  EXPECT_DOUBLE_EQ(result->chi_square, 1);
  EXPECT_NEAR(result->p, 0.3173, 5e-5);
}

TEST(CompareSurvival, TellsNothingWithoutTwoGroupsAndAnEnd) {
  EXPECT_FALSE(CompareSurvival({}, {}));
  EXPECT_FALSE(CompareSurvival(Observations({1, 2}, {3}), {}));
  EXPECT_FALSE(CompareSurvival({}, Observations({1, 2}, {3})));
  EXPECT_FALSE(CompareSurvival(Observations({}, {1, 2}), Observations({}, {1, 3})));
}

TEST(CompareSurvival, TellsNothingWhereOneGroupWasWatchedOnlyBeforeAnythingEnded) {
  EXPECT_FALSE(CompareSurvival(Observations({}, {1, 1}), Observations({2, 3}, {})));
}

TEST(CompareSurvival, TellsNothingWhereAllEndAtOnce) {
  EXPECT_FALSE(CompareSurvival(Observations({4, 4}, {}), Observations({4}, {})));
}

std::vector<Observation> AnyObservations() {
  std::vector<Observation> observations;
  for (const auto& [days, ended] : *rc::gen::container<std::vector<std::pair<int, bool>>>(
           rc::gen::pair(rc::gen::inRange(0, 30), rc::gen::arbitrary<bool>())))
    observations.push_back({days / 4.0, ended});
  return observations;
}

RC_GTEST_PROP(CompareSurvival, IsTheSameWhenTheGroupsChangePlaces, ()) {
  const std::vector<Observation> first = AnyObservations(), second = AnyObservations();
  const std::optional<LogRank> one = CompareSurvival(first, second), other = CompareSurvival(second, first);
  RC_ASSERT(one.has_value() == other.has_value());
  if (!one) return;
  RC_ASSERT(one->observed_first == other->observed_second);
  RC_ASSERT(one->expected_first == other->expected_second);
  RC_ASSERT(std::abs(one->chi_square - other->chi_square) < 1e-9);
  RC_ASSERT(std::abs(one->p - other->p) < 1e-9);
}

RC_GTEST_PROP(CompareSurvival, ExpectsAsManyEndsAsThereWere, ()) {
  const std::optional<LogRank> result = CompareSurvival(AnyObservations(), AnyObservations());
  if (!result) return;
  double observed = static_cast<double>(result->observed_first + result->observed_second);
  RC_ASSERT(std::abs(result->expected_first + result->expected_second - observed) < 1e-9);
  RC_ASSERT(0 <= result->p && result->p <= 1);
}

RC_GTEST_PROP(CompareSurvival, FindsNoDifferenceBetweenAGroupAndItself, ()) {
  const std::vector<Observation> group = AnyObservations();
  if (const std::optional<LogRank> result = CompareSurvival(group, group)) {
    RC_ASSERT(result->chi_square < 1e-9);
    RC_ASSERT(result->p > 0.999);
  }
}

}  // namespace
}  // namespace stumble
