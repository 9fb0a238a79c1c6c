#include "insight/association.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace stumble {
namespace {

// Tea and coffee in baskets: Brin, Motwani & Silverstein 1997: .2 / (.25 * .9) = .89.
TEST(Lift, AgreesWithThePublishedBasketsOfTeaAndCoffee) { EXPECT_NEAR(*Lift({20, 5, 70, 5}), .89, 5e-3); }

TEST(Lift, IsOneForNoAssociationAndZeroForNeverTogether) {
  EXPECT_EQ(Lift({1, 2, 3, 6}), 1);
  EXPECT_EQ(Lift({0, 2, 3, 6}), 0);
}

TEST(Lift, IsNothingWhereOneNeverOccurs) {
  EXPECT_FALSE(Lift({}));
  EXPECT_FALSE(Lift({0, 0, 3, 6}));
  EXPECT_FALSE(Lift({0, 2, 0, 6}));
}

// The lady who told whether milk or tea was poured first: Fisher 1935, The Design of Experiments, chapter 2.
// (16 + 16 + 1 + 1) of 70 ways.
TEST(FisherP, AgreesWithTheLadyTastingTea) {
  EXPECT_NEAR(FisherP({3, 1, 1, 3}), 34 / 70.0, 1e-12);
  EXPECT_NEAR(FisherP({4, 0, 0, 4}), 2 / 70.0, 1e-12);
}

// Twins of criminals: Fisher 1934, section 21.02; the two-sided p as in R's help for fisher.test, 0.0005367.
TEST(FisherP, AgreesWithThePublishedTwinsOfCriminals) { EXPECT_NEAR(FisherP({2, 10, 15, 3}), .00053672412, 5e-12); }

// R: fisher.test(matrix(c(12, 5, 29, 2), 2)) and fisher.test(matrix(c(100, 300, 250, 4000), 2)).
TEST(FisherP, AgreesWithRForUnevenAndForLargeTables) {
  EXPECT_NEAR(FisherP({12, 29, 5, 2}), .080268552, 5e-10);
  EXPECT_NEAR(FisherP({100, 250, 300, 4000}) / 1.3137341e-30, 1, 1e-7);
}

TEST(FisherPGreater, AgreesWithTheLadyTastingTea) {
  EXPECT_NEAR(FisherPGreater({3, 1, 1, 3}), 17.0 / 70, 1e-12);
  EXPECT_NEAR(FisherPGreater({4, 0, 0, 4}), 1.0 / 70, 1e-12);
  EXPECT_DOUBLE_EQ(FisherPGreater({0, 4, 4, 0}), 1);
}

TEST(FisherP, IsOneWhereNoOtherTableIsPossible) {
  EXPECT_EQ(FisherP({}), 1);
  EXPECT_EQ(FisherP({5, 0, 0, 0}), 1);
  EXPECT_EQ(FisherP({0, 4, 0, 3}), 1);
  EXPECT_EQ(FisherP({2, 0, 7, 0}), 1);
}

TEST(FisherP, StaysANumberForAHundredThousandRecords) {
  const double even = FisherP({25000, 25000, 25000, 25000});
  EXPECT_NEAR(even, 1, 1e-9);
  EXPECT_EQ(FisherP({50000, 0, 0, 50000}), 0);
}

TogetherCount AnyCount() {
  auto count = [] { return *rc::gen::inRange<size_t>(0, 40); };
  return {count(), count(), count(), count()};
}

RC_GTEST_PROP(FisherP, IsTheSameWhenTheTwoThingsChangePlaces, ()) {
  const TogetherCount count = AnyCount();
  const double p = FisherP(count);
  RC_ASSERT(0 < p && p <= 1 + 1e-12);
  RC_ASSERT(std::abs(p - FisherP({count.both, count.second_only, count.first_only, count.neither})) < 1e-9);
}

RC_GTEST_PROP(FisherP, IsTheSameForAThingAndItsAbsence, ()) {
  const TogetherCount count = AnyCount();
  RC_ASSERT(std::abs(FisherP(count) - FisherP({count.first_only, count.both, count.neither, count.second_only})) <
            1e-9);
}

// By the definition, from factorials.
RC_GTEST_PROP(FisherP, IsTheSumOfTheTablesNoMoreProbable, ()) {
  const TogetherCount count = AnyCount();
  auto log_choices = [](size_t n, size_t k) {
    auto factorial = [](size_t n) { return std::lgamma(static_cast<double>(n) + 1); };
    return factorial(n) - factorial(k) - factorial(n - k);
  };
  const size_t first = count.both + count.first_only, second = count.both + count.second_only;
  const size_t all = first + count.second_only + count.neither;
  auto probability = [&](size_t both) {
    return std::exp(log_choices(first, both) + log_choices(all - first, second - both) - log_choices(all, second));
  };
  double sum = 0;
  for (size_t both = 0; both <= std::min(first, second); ++both)
    if (second - both <= all - first && probability(both) <= probability(count.both) * (1 + 1e-7))
      sum += probability(both);
  RC_ASSERT(std::abs(FisherP(count) - sum) < 1e-9);
}

RC_GTEST_PROP(Lift, IsTheSameWhenTheTwoThingsChangePlaces, ()) {
  const TogetherCount count = AnyCount();
  RC_ASSERT(Lift(count) == Lift({count.both, count.second_only, count.first_only, count.neither}));
}

}  // namespace
}  // namespace stumble
