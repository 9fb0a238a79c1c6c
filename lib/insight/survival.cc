#include "insight/survival.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

namespace stumble {

namespace {

// A product such as 3/4 * 2/3 may miss one half by a rounding error.
constexpr double kRounding = 1e-12;

bool HasReachedHalf(const SurvivalStep& step) { return step.survival <= 0.5 + kRounding; }

// How many standard errors the curve lies above one half at a step, on the scale of log(-log S); negative below. nullopt where
// the scale has no value: before the first end and once the curve has reached 0.
std::optional<double> ErrorsAboveHalf(const SurvivalStep& step) {
  if (step.survival >= 1 || step.survival <= 0) return std::nullopt;
  double log_survival = std::log(step.survival);
  // By the delta method, from the error of S to that of log(-log S).
  double error = step.std_error / std::abs(step.survival * log_survival);
  return (std::log(-std::log(0.5)) - std::log(-log_survival)) / error;
}

}  // namespace

std::vector<SurvivalStep> SurvivalCurve(std::span<const Observation> observations) {
  std::vector<Observation> sorted(observations.begin(), observations.end());
  std::sort(sorted.begin(), sorted.end(), [](const Observation& a, const Observation& b) { return a.days < b.days; });
  std::vector<SurvivalStep> curve;
  double survival = 1;
  double greenwood = 0;  // the sum of d / (n (n - d))
  for (size_t at = 0; at < sorted.size();) {
    SurvivalStep step{.days = sorted[at].days, .at_risk = sorted.size() - at};
    for (; at < sorted.size() && sorted[at].days == step.days; ++at) ++(sorted[at].ended ? step.ended : step.censored);
    double left = static_cast<double>(step.at_risk - step.ended);
    survival *= left / static_cast<double>(step.at_risk);
    if (left > 0) greenwood += static_cast<double>(step.ended) / (static_cast<double>(step.at_risk) * left);
    step.survival = survival;
    step.std_error = survival * std::sqrt(greenwood);
    curve.push_back(step);
  }
  return curve;
}

std::optional<Median> MedianSurvival(std::span<const SurvivalStep> curve, double confidence) {
  auto half = std::find_if(curve.begin(), curve.end(), HasReachedHalf);
  if (half == curve.end()) return std::nullopt;
  Median median{.days = half->days, .low_days = {}, .high_days = {}};
  double most = boost::math::quantile(boost::math::normal(), (1 + confidence) / 2);
  for (const SurvivalStep& step : curve) {
    std::optional<double> errors = ErrorsAboveHalf(step);
    if (!errors) continue;
    if (!median.low_days && *errors <= most) median.low_days = step.days;
    if (!median.high_days && *errors < -most) median.high_days = step.days;
  }
  return median;
}

}  // namespace stumble
