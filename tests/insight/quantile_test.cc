#include "insight/quantile.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

namespace stumble {
namespace {

TEST(Quantile, IsNothingOfNothingAndTheOnlyValueOfOne) {
  EXPECT_FALSE(Quantile({}, 0.5));
  EXPECT_EQ(Quantile(std::vector<double>{3}, 0.25), 3);
}

TEST(Quantile, TakesTheMiddleOrHalfwayBetweenTheMiddleTwo) {
  EXPECT_EQ(Quantile(std::vector<double>{9, 1, 4}, 0.5), 4);
  EXPECT_EQ(Quantile(std::vector<double>{9, 1, 4, 5}, 0.5), 4.5);
}

// R: quantile(c(1, 2, 3, 4)) is 1.00 1.75 2.50 3.25 4.00.
TEST(Quantile, LiesOnAStraightLineBetweenTheNearestValues) {
  const std::vector<double> values = {4, 2, 1, 3};
  EXPECT_DOUBLE_EQ(*Quantile(values, 0), 1);
  EXPECT_DOUBLE_EQ(*Quantile(values, 0.25), 1.75);
  EXPECT_DOUBLE_EQ(*Quantile(values, 0.75), 3.25);
  EXPECT_DOUBLE_EQ(*Quantile(values, 1), 4);
}

RC_GTEST_PROP(Quantile, RisesWithTheShareAndStaysWithinTheValues, ()) {
  const auto whole = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-50, 50)));
  const std::vector<double> values(whole.begin(), whole.end());
  double before = *std::min_element(values.begin(), values.end());
  for (double share : {0.1, 0.25, 0.5, 0.9, 1.0}) {
    RC_ASSERT(*Quantile(values, share) >= before);
    before = *Quantile(values, share);
  }
  RC_ASSERT(before == *std::max_element(values.begin(), values.end()));
}

}  // namespace
}  // namespace stumble
