// Calibration: how much each sign weighs for each pattern, and the threshold at which a pattern is named, fitted to texts that people
// labeled. Logistic regression with a ridge penalty (Hoerl & Kennard 1970; le Cessie & van Houwelingen 1992), its strength chosen by
// cross-validation; thresholds by the best F1 on what was left out. The same texts give the same numbers on every machine.
#ifndef STUMBLE_REFRAMING_CALIBRATION_H_
#define STUMBLE_REFRAMING_CALIBRATION_H_

#include <cstddef>
#include <string>
#include <vector>

namespace stumble {

// A text as calibration sees it.
struct CalibrationRow {
  std::vector<size_t> signs;     // that stand in it, as places in a pack's list of signs; ascending
  std::vector<bool> labels;      // for each pattern: whether people saw it there
  std::vector<double> shares;    // for each pattern: how much the row counts; 0: it says nothing about that pattern
  bool is_plain = false;         // no pattern belongs here: what `most_plain` looks at
};

struct CalibrationChoices {
  std::vector<double> penalties = {1, 3, 10};  // of which cross-validation takes the best
  size_t folds = 5;
  double least_weight = 0.1;  // a sign that weighs less than this for a pattern is left out there
  double beta = 1.5;          // thresholds are where F-beta is best: above 1, staying silent costs more than naming too much
  double most_plain = 0.039;  // of the plain texts may be named when left out; thresholds rise together until they are
};

struct CalibratedPattern {
  std::vector<double> weights;  // a log odds ratio for each sign, to two decimals; 0: left out
  double threshold = 0;         // as `threshold:` of the pack: positive, as all weights are above the base rate
  double f1 = 0;                // on texts left out when fitting, before and after the thresholds rose
  double precision = 0, recall = 0;
};

struct Calibrated {
  std::vector<CalibratedPattern> patterns;
  double penalty = 0;       // the one that was chosen
  double micro_f1 = 0, macro_f1 = 0;  // on texts left out
  double silent = 0;        // share of the labeled texts in which nothing is named
  double plain_named = 0;   // share of the plain texts in which something is
};

// Throws Error if there are no rows, or a pattern has no text of its own in some fold.
Calibrated Calibrate(const std::vector<CalibrationRow>& rows, size_t signs, size_t patterns,
                     const CalibrationChoices& choices = {});

struct LassoChoices {
  std::vector<double> penalties = {0.5, 1, 2};  // of which cross-validation takes the best
  size_t folds = 5;
  double least_weight = 0.1;   // a sign that weighs less than this is left out
  double most_clear = 0.02;    // of the texts without the label may be named when left out
  double most_plain = 0.003;   // and of those among them that are plain
};

struct CalibratedRule {
  std::vector<double> weights;  // a log odds ratio for each sign, to one decimal; 0: left out
  double threshold = 0;         // to one decimal; what the base rate is, is in it
  double penalty = 0;           // the one that was chosen
  double recall = 0, specificity = 0, plain_named = 0;  // on texts left out
};

// The same for one label and thousands of signs, such as all words of all texts: logistic regression with a lasso penalty (Tibshirani
// 1996), which leaves out most signs, by coordinate descent (Genkin, Lewis & Madigan 2007). Looks at the first label of each row.
// Throws Error likewise.
CalibratedRule CalibrateRule(const std::vector<CalibrationRow>& rows, size_t signs, const LassoChoices& choices = {});

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_CALIBRATION_H_
