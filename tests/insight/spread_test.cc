#include "insight/spread.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

namespace stumble {
namespace {

// Mendel 1865: 556 peas, round or wrinkled, yellow or green, where 9:3:3:1 are expected; the chi-square of .470 with
// p over .9 is in Pearson's and many a textbook since. R: chisq.test(c(315, 101, 108, 32), p = c(9, 3, 3, 1) / 16).
TEST(SpreadOver, AgreesWithThePublishedPeasOfMendel) {
  const std::optional<Spread> spread =
      SpreadOver(std::vector<size_t>{315, 101, 108, 32}, std::vector<double>{9, 3, 3, 1});
  ASSERT_TRUE(spread);
  EXPECT_NEAR(spread->chi_square, .47002398, 5e-9);
  EXPECT_EQ(spread->degrees_of_freedom, 3u);
  EXPECT_NEAR(spread->p, .9254259, 5e-8);
}

TEST(SpreadOver, HasSixDegreesOfFreedomForWeekdays) {
  const std::optional<Spread> spread =
      SpreadOver(std::vector<size_t>{10, 10, 10, 10, 10, 10, 10}, std::vector<double>{4, 4, 4, 4, 4, 4, 4});
  ASSERT_TRUE(spread);
  EXPECT_EQ(spread->chi_square, 0);
  EXPECT_EQ(spread->degrees_of_freedom, 6u);
  EXPECT_EQ(spread->p, 1);
  // By hand: counts 21, 9, 9, 9, 9, 9 and 4 where 10 are expected of each give (121 + 5 + 36) / 10.
  EXPECT_NEAR(SpreadOver(std::vector<size_t>{21, 9, 9, 9, 9, 9, 4}, std::vector<double>(7, 1))->chi_square, 16.2,
              1e-12);
}

TEST(SpreadOver, IsNothingWhereAKindMayExpectFewerThanFive) {
  EXPECT_FALSE(SpreadOver(std::vector<size_t>{4, 4}, std::vector<double>{1, 1}));
  EXPECT_TRUE(SpreadOver(std::vector<size_t>{10, 0}, std::vector<double>{1, 1}));
  EXPECT_FALSE(SpreadOver(std::vector<size_t>{30, 4}, std::vector<double>{7, 1}));
  EXPECT_FALSE(SpreadOver(std::vector<size_t>{10, 10}, std::vector<double>{1, 0}));
  EXPECT_FALSE(SpreadOver(std::vector<size_t>{10, 10}, std::vector<double>{0, 0}));
}

TEST(SpreadOver, IsNothingForFewerThanTwoKinds) {
  EXPECT_FALSE(SpreadOver({}, {}));
  EXPECT_FALSE(SpreadOver(std::vector<size_t>{50}, std::vector<double>{1}));
}

RC_GTEST_PROP(SpreadOver, HasAPBetweenZeroAndOneThatTheSumOfSharesLeavesAlone, ()) {
  const auto events = *rc::gen::container<std::vector<size_t>>(rc::gen::inRange<size_t>(0, 60));
  std::vector<double> shares;
  for (size_t kind = 0; kind < events.size(); ++kind) shares.push_back(*rc::gen::inRange(1, 5));
  const std::optional<Spread> spread = SpreadOver(events, shares);
  for (double& share : shares) share *= 4;
  const std::optional<Spread> other = SpreadOver(events, shares);
  RC_ASSERT(spread.has_value() == other.has_value());
  if (!spread) return;
  RC_ASSERT(0 <= spread->p && spread->p <= 1);
  RC_ASSERT(spread->chi_square >= 0);
  RC_ASSERT(std::abs(spread->p - other->p) < 1e-9);
}

}  // namespace
}  // namespace stumble
