#include "insight/paired_change.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "insight/quantile.h"

namespace stumble {
namespace {

// Pairs that start from 0, so that the number after is the difference.
std::vector<BeforeAfter> Differences(const std::vector<double>& differences) {
  std::vector<BeforeAfter> pairs;
  for (double difference : differences) pairs.push_back({0, difference});
  return pairs;
}

// Hamilton's depression scale, factor IV, of nine patients before and after a tranquilizer: Salsburg 1970, in
// Hollander & Wolfe 1999, Nonparametric Statistical Methods, 2nd ed., table 3.1. Their estimate and interval: -.46,
// and (-.786, -.010) with 96.1%.
TEST(ChangeOf, AgreesWithThePublishedChangeOfDepression) {
  const std::vector<BeforeAfter> patients = {{1.83, .878}, {.50, .647},  {1.62, .598}, {2.48, 2.05}, {1.68, 1.06},
                                             {1.88, 1.29}, {1.55, 1.06}, {3.06, 3.14}, {1.30, 1.29}};
  const std::optional<PairedChange> change = ChangeOf(patients);
  ASSERT_TRUE(change);
  EXPECT_EQ(change->pairs, 9u);
  EXPECT_EQ(change->fell, 7u);
  EXPECT_EQ(change->rose, 2u);
  EXPECT_EQ(change->stayed, 0u);
  EXPECT_DOUBLE_EQ(change->median_before, 1.68);
  EXPECT_DOUBLE_EQ(change->median_after, 1.06);
  EXPECT_NEAR(change->shift, -.46, 5e-4);
  ASSERT_TRUE(change->low && change->high);
  EXPECT_NEAR(*change->low, -.786, 5e-4);
  EXPECT_NEAR(*change->high, -.010, 5e-4);
}

// The heights of crossed and self-fertilized maize, in eighths of an inch: Darwin 1876, in Fisher 1935, The Design of
// Experiments, section 17. R: wilcox.test(differences, conf.int = TRUE).
TEST(ChangeOf, AgreesWithRForDarwinsMaize) {
  const std::optional<PairedChange> change =
      ChangeOf(Differences({49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48}));
  ASSERT_TRUE(change);
  EXPECT_EQ(change->rose, 13u);
  EXPECT_EQ(change->fell, 2u);
  EXPECT_EQ(change->shift, 25);
  EXPECT_EQ(change->low, 4);
  EXPECT_EQ(change->high, 41.5);
}

TEST(ChangeOf, IsNothingForNoPairs) { EXPECT_FALSE(ChangeOf({})); }

TEST(ChangeOf, HasNoIntervalForOnePair) {
  const std::optional<PairedChange> change = ChangeOf(std::vector<BeforeAfter>{{8, 3}});
  ASSERT_TRUE(change);
  EXPECT_EQ(change->shift, -5);
  EXPECT_EQ(change->fell, 1u);
  EXPECT_FALSE(change->low);
  EXPECT_FALSE(change->high);
}

// With 5 pairs even all the Walsh averages reach only 1 - 2/32 = 93.75%; with 6 they reach 96.9%.
TEST(ChangeOf, HasAnIntervalOfNinetyFivePercentFromSixPairsOn) {
  EXPECT_FALSE(ChangeOf(Differences({-1, -2, -3, -4, -5}))->low);
  EXPECT_TRUE(ChangeOf(Differences({-1, -2, -3, -4, -5}), 0.9)->low);
  const std::optional<PairedChange> six = ChangeOf(Differences({-1, -2, -3, -4, -5, -6}));
  EXPECT_EQ(six->low, -6);
  EXPECT_EQ(six->high, -1);
}

TEST(ChangeOf, IsSureOfNoShiftWhereAllPairsStayed) {
  const std::optional<PairedChange> change = ChangeOf(std::vector<BeforeAfter>(10, {50, 50}));
  ASSERT_TRUE(change);
  EXPECT_EQ(change->stayed, 10u);
  EXPECT_EQ(change->shift, 0);
  EXPECT_EQ(change->low, 0);
  EXPECT_EQ(change->high, 0);
}

// The differences 1 to n. R: the lower end has rank qsignrank(.025, 50) = 435 among the Walsh averages of 50; of 51,
// by the approximation, n (n + 1) / 4 - 1.96 sqrt(n (n + 1) (2 n + 1) / 24) = 453.9.
TEST(ChangeOf, PassesFromTheExactIntervalToTheApproximateWithoutALeap) {
  std::vector<double> differences;
  for (int each = 1; each <= 50; ++each) differences.push_back(each);
  const std::optional<PairedChange> exact = ChangeOf(Differences(differences));
  differences.push_back(51);
  const std::optional<PairedChange> approximate = ChangeOf(Differences(differences));
  EXPECT_EQ(exact->shift, 25.5);
  EXPECT_EQ(approximate->shift, 26);
  EXPECT_EQ(exact->low, 21);
  EXPECT_EQ(exact->high, 30);
  EXPECT_EQ(approximate->low, 21.5);
  EXPECT_EQ(approximate->high, 30.5);
}

TEST(ChangeOf, TakesTheTensOfMillionsOfAveragesOfAJournalOfYears) {
  std::vector<BeforeAfter> pairs;
  for (int at = 0; at < 20000; ++at)
    pairs.push_back({static_cast<double>(at * 37 % 101), static_cast<double>(at * 59 % 97)});
  const std::optional<PairedChange> change = ChangeOf(pairs);
  ASSERT_TRUE(change);
  EXPECT_EQ(change->pairs, 20000u);
  EXPECT_LE(*change->low, change->shift);
  EXPECT_LE(change->shift, *change->high);
  EXPECT_LE(*change->high - *change->low, 2);
}

std::vector<BeforeAfter> AnyPairs() {
  std::vector<BeforeAfter> pairs;
  for (const auto& [before, after] : *rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<int, int>>>(
           rc::gen::pair(rc::gen::inRange(0, 11), rc::gen::inRange(0, 11)))))
    pairs.push_back({static_cast<double>(before), static_cast<double>(after)});
  return pairs;
}

RC_GTEST_PROP(ChangeOf, HasTheMedianOfAllWalshAveragesAsItsShift, ()) {
  const std::vector<BeforeAfter> pairs = AnyPairs();
  std::vector<double> averages;
  for (size_t at = 0; at < pairs.size(); ++at)
    for (size_t other = at; other < pairs.size(); ++other)
      averages.push_back((pairs[at].after - pairs[at].before + pairs[other].after - pairs[other].before) / 2);
  RC_ASSERT(ChangeOf(pairs)->shift == *Quantile(averages, 0.5));
}

RC_GTEST_PROP(ChangeOf, CountsEachPairOnceAndHoldsTheShiftInItsInterval, ()) {
  const std::vector<BeforeAfter> pairs = AnyPairs();
  const std::optional<PairedChange> change = ChangeOf(pairs);
  RC_ASSERT(change->fell + change->rose + change->stayed == pairs.size());
  RC_ASSERT(change->low.has_value() == (pairs.size() >= 6));
  if (!change->low) return;
  RC_ASSERT(*change->low <= change->shift);
  RC_ASSERT(change->shift <= *change->high);
}

RC_GTEST_PROP(ChangeOf, MovesWithAllTheNumbersAfter, ()) {
  std::vector<BeforeAfter> pairs = AnyPairs();
  const std::optional<PairedChange> change = ChangeOf(pairs);
  const double move = *rc::gen::inRange(-20, 20);
  for (BeforeAfter& pair : pairs) pair.after += move;
  const std::optional<PairedChange> moved = ChangeOf(pairs);
  RC_ASSERT(moved->shift == change->shift + move);
  if (change->low) RC_ASSERT(*moved->low == *change->low + move && *moved->high == *change->high + move);
}

RC_GTEST_PROP(ChangeOf, TurnsItsSignWhenBeforeAndAfterChangePlaces, ()) {
  std::vector<BeforeAfter> pairs = AnyPairs();
  const std::optional<PairedChange> change = ChangeOf(pairs);
  for (BeforeAfter& pair : pairs) std::swap(pair.before, pair.after);
  const std::optional<PairedChange> turned = ChangeOf(pairs);
  RC_ASSERT(turned->shift == -change->shift);
  RC_ASSERT(turned->fell == change->rose);
  if (change->low) RC_ASSERT(*turned->low == -*change->high);
}

}  // namespace
}  // namespace stumble
