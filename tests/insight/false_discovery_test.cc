#include "insight/false_discovery.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

namespace stumble {
namespace {

// The fifteen tests of a heart trial that Benjamini & Hochberg 1995 work out; they reject the four smallest at 0.05.
// The adjusted values as in R's p.adjust(method = "BH").
TEST(AdjustForFalseDiscovery, AgreesWithThePublishedTrialOfFifteenTests) {
  const std::vector<double> p = {.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                                 .0459, .3240, .4262, .5719, .6528, .7590, 1.000};
  const std::vector<double> expected = {.0015, .0030, .0095,      .035625, .0603,      .063857143, .063857143, .0645,
                                        .0765, .4860, .581181818, .714875, .753230769, .813214286, 1.000};
  const std::vector<double> adjusted = AdjustForFalseDiscovery(p);
  ASSERT_EQ(adjusted.size(), expected.size());
  for (size_t at = 0; at < expected.size(); ++at) EXPECT_NEAR(adjusted[at], expected[at], 5e-10) << at;
  EXPECT_EQ(std::count_if(adjusted.begin(), adjusted.end(), [](double each) { return each <= .05; }), 4);
}

TEST(AdjustForFalseDiscovery, LeavesOneAloneAndNothingEmpty) {
  EXPECT_TRUE(AdjustForFalseDiscovery({}).empty());
  EXPECT_EQ(AdjustForFalseDiscovery(std::vector<double>{.03}), std::vector<double>{.03});
}

TEST(AdjustForFalseDiscovery, KeepsTheOrderAndLeavesEqualOnesEqual) {
  EXPECT_EQ(AdjustForFalseDiscovery(std::vector<double>{.5, .125, .5, .125}),
            (std::vector<double>{.5, .25, .5, .25}));
}

std::vector<double> AnyPValues() {
  std::vector<double> p_values;
  for (int thousandths : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1001)))
    p_values.push_back(thousandths / 1000.0);
  return p_values;
}

RC_GTEST_PROP(AdjustForFalseDiscovery, LiesBetweenPAndOneAndKeepsTheirRanks, ()) {
  const std::vector<double> p = AnyPValues();
  const std::vector<double> adjusted = AdjustForFalseDiscovery(p);
  for (size_t at = 0; at < p.size(); ++at) {
    RC_ASSERT(p[at] <= adjusted[at] && adjusted[at] <= 1);
    for (size_t other = 0; other < p.size(); ++other)
      if (p[at] <= p[other]) RC_ASSERT(adjusted[at] <= adjusted[other]);
  }
}

// The paper's own words: let k be the largest i for which the i-th smallest p is at most i q / m; reject the k
// smallest.
RC_GTEST_PROP(AdjustForFalseDiscovery, RejectsAsManyAsTheStepUpProcedure, ()) {
  std::vector<double> p = AnyPValues();
  const std::vector<double> adjusted = AdjustForFalseDiscovery(p);
  std::sort(p.begin(), p.end());
  const double q = 0.1003;  // not hit exactly
  size_t rejected = 0;
  for (size_t rank = 1; rank <= p.size(); ++rank)
    if (p[rank - 1] <= static_cast<double>(rank) * q / static_cast<double>(p.size())) rejected = rank;
  RC_ASSERT(static_cast<size_t>(
                std::count_if(adjusted.begin(), adjusted.end(), [&](double each) { return each <= q; })) == rejected);
}

}  // namespace
}  // namespace stumble
