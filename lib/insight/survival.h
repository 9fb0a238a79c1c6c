// Survival: how long things take to end when some have not ended yet. A setback that is still open tells only that it took at least
// this long; Kaplan and Meier's product-limit estimate uses that and leaves nobody out. Pure functions of numbers.
#ifndef STUMBLE_INSIGHT_SURVIVAL_H_
#define STUMBLE_INSIGHT_SURVIVAL_H_

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace stumble {

// One thing watched for `days` days, 0 or more: until it ended, or until nobody looked any longer (censored).
struct Observation {
  double days = 0;
  bool ended = false;
};

// The curve from `days` on, until the next step.
struct SurvivalStep {
  double days = 0;
  size_t at_risk = 0;    // watched for at least `days`, and not ended before
  size_t ended = 0;      // at `days`
  size_t censored = 0;   // at `days`; those tied with an end are counted as ending later
  double survival = 1;   // S(days): the share, 0 to 1, that takes longer than `days`
  double std_error = 0;  // of survival, by Greenwood's formula; 0 once the curve has reached 0, where it gives none
};

// The product-limit estimate: one step for each distinct time among the observations, earliest first. The order of the
// observations plays no part. Empty for none.
// Source: Kaplan & Meier 1958, J. Am. Stat. Assoc. 53:457; Greenwood 1926.
std::vector<SurvivalStep> SurvivalCurve(std::span<const Observation> observations);

// The ends of the confidence interval of the curve at one step, as shares, 0 to 1.
struct SurvivalBand {
  double low = 0, high = 1;
};

// The interval at one step, pointwise: it speaks of that step, not of the whole curve at once. With the transform
// log(-log S), as for the median below, it stays between 0 and 1: S to the power of exp(z e) and exp(-z e), where e
// is the error of log(-log S). nullopt where the transform has no value: before the first end, and once the curve has
// reached 0. `confidence` lies between 0 and 1.
// Source: Kalbfleisch & Prentice 1980, The Statistical Analysis of Failure Time Data; R has it as conf.type =
// "log-log".
std::optional<SurvivalBand> BandAt(const SurvivalStep& step, double confidence = 0.95);

struct Median {
  double days = 0;
  // The ends of the confidence interval; nullopt where the observations set no bound on that side.
  std::optional<double> low_days, high_days;
};

// The smallest time at which the curve is at or below one half; nullopt when it stays above ("not reached").
// The interval holds the times at which the test by Brookmeyer & Crowley 1982 (Biometrics 38:29) does not reject that S is one
// half, with the transform log(-log S), as SAS has it and R with conf.type = "log-log". It runs from the first such time to the
// first one later at which the curve lies clearly below one half. `confidence` lies between 0 and 1.
std::optional<Median> MedianSurvival(std::span<const SurvivalStep> curve, double confidence = 0.95);

}  // namespace stumble

#endif  // STUMBLE_INSIGHT_SURVIVAL_H_
