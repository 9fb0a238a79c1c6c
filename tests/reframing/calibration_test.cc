#include "reframing/calibration.h"

#include <gtest/gtest.h>

#include <cmath>

#include "journal/journal_of.h"

namespace stumble {
namespace {

// `times` rows in which these signs stand, labeled with the one pattern or not.
void Add(std::vector<CalibrationRow>& rows, int times, std::vector<size_t> signs, bool label, bool plain = false) {
  CalibrationRow row;
  row.signs = std::move(signs);
  row.labels = {label};
  row.shares = {1};
  row.is_plain = plain;
  for (int i = 0; i < times; ++i) rows.push_back(row);
}

CalibrationChoices WithPenalty(double penalty) {
  CalibrationChoices choices;
  choices.penalties = {penalty};
  choices.least_weight = 0;
  return choices;
}

TEST(Calibration, GivesTheLogOddsRatioOfATwoByTwoTable) {
  // With next to no penalty, one sign's weight is the log odds ratio: here ln((30 * 40) / (10 * 20)).
  std::vector<CalibrationRow> rows;
  Add(rows, 30, {0}, true);
  Add(rows, 10, {0}, false);
  Add(rows, 20, {}, true);
  Add(rows, 40, {}, false);
  Calibrated fitted = Calibrate(rows, 1, 1, WithPenalty(1e-6));
  EXPECT_NEAR(fitted.patterns[0].weights[0], std::log(6), 0.005);
}

TEST(Calibration, DrawsWeightsTowardNothingByItsPenalty) {
  std::vector<CalibrationRow> rows;
  Add(rows, 30, {0}, true);
  Add(rows, 30, {}, false);
  double loose = Calibrate(rows, 1, 1, WithPenalty(1)).patterns[0].weights[0];
  double tight = Calibrate(rows, 1, 1, WithPenalty(10)).patterns[0].weights[0];
  EXPECT_GT(loose, tight);
  EXPECT_GT(tight, 0);
}

TEST(Calibration, PutsTheThresholdBetweenWhatIsLabeledAndWhatIsNot) {
  std::vector<CalibrationRow> rows;
  for (int i = 0; i < 20; ++i) {
    Add(rows, 1, {0, 1}, true);
    Add(rows, 1, {1}, false);
  }
  Calibrated fitted = Calibrate(rows, 2, 1, WithPenalty(1));
  const CalibratedPattern& pattern = fitted.patterns[0];
  EXPECT_GE(pattern.weights[0] + pattern.weights[1], pattern.threshold);
  EXPECT_LT(pattern.weights[1], pattern.threshold);
  EXPECT_DOUBLE_EQ(pattern.f1, 1);
  EXPECT_DOUBLE_EQ(fitted.silent, 0);
}

TEST(Calibration, RaisesThresholdsUntilPlainTextsFallSilent) {
  std::vector<CalibrationRow> rows;
  for (int i = 0; i < 10; ++i) {
    Add(rows, 1, {0, 1}, true);
    Add(rows, 2, {0}, true);
    Add(rows, 1, {0}, false, /*plain=*/true);
    Add(rows, 1, {1}, false, /*plain=*/true);
    Add(rows, 4, {}, false);
  }
  CalibrationChoices choices = WithPenalty(1);
  choices.most_plain = 1;
  EXPECT_DOUBLE_EQ(Calibrate(rows, 2, 1, choices).plain_named, 0.5);
  choices.most_plain = 0.04;
  EXPECT_DOUBLE_EQ(Calibrate(rows, 2, 1, choices).plain_named, 0);
}

TEST(Calibration, LeavesOutSignsThatWeighNextToNothing) {
  std::vector<CalibrationRow> rows;
  for (int i = 0; i < 20; ++i) {
    Add(rows, 1, {0, 1}, true);
    Add(rows, 1, {1}, false);
  }
  CalibrationChoices choices = WithPenalty(1);
  choices.least_weight = 0.5;
  Calibrated fitted = Calibrate(rows, 2, 1, choices);
  EXPECT_GT(fitted.patterns[0].weights[0], 0.5);
  EXPECT_EQ(fitted.patterns[0].weights[1], 0);
}

TEST(Calibration, IgnoresRowsThatSayNothingAboutAPattern) {
  std::vector<CalibrationRow> rows;
  Add(rows, 20, {0}, true);
  Add(rows, 20, {}, false);
  Calibrated before = Calibrate(rows, 1, 1, WithPenalty(1));
  size_t known = rows.size();
  Add(rows, 20, {0}, false);
  for (size_t r = known; r < rows.size(); ++r) rows[r].shares = {0};
  EXPECT_EQ(Calibrate(rows, 1, 1, WithPenalty(1)).patterns[0].weights, before.patterns[0].weights);
}

TEST(Calibration, AsksForTextsOfEachPattern) {
  std::vector<CalibrationRow> rows;
  Add(rows, 20, {0}, false);
  EXPECT_EQ(Thrown([&] { Calibrate(rows, 1, 1); }), "expected at least 5 texts with each pattern");
}

TEST(Calibration, KeepsOnlyTheWordsThatTellALabelFromTheRest) {
  std::vector<CalibrationRow> rows;
  for (size_t i = 0; i < 200; ++i) {
    bool labeled = i % 2 == 0;
    std::vector<size_t> signs = {labeled ? size_t{0} : size_t{1}};
    if (i % 3 == 0) signs.push_back(2);  // says nothing
    rows.push_back({signs, {labeled}, {1}, false});
  }
  CalibratedRule rule = CalibrateRule(rows, 3);
  EXPECT_GT(rule.weights[0] - rule.weights[1], 3);
  EXPECT_EQ(rule.weights[2], 0);
  EXPECT_EQ(rule.recall, 1);
  EXPECT_EQ(rule.specificity, 1);
}

}  // namespace
}  // namespace stumble
