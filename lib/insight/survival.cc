#include "insight/survival.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

namespace stumble {

namespace {

// A product such as 3/4 * 2/3 may miss one half by a rounding error.
constexpr double kRounding = 1e-12;

bool HasReachedHalf(const SurvivalStep& step) { return step.survival <= 0.5 + kRounding; }

// The standard error of log(-log S), by the delta method. nullopt where that has no value: before the first end and
// once the curve has reached 0.
std::optional<double> TransformedError(const SurvivalStep& step) {
  if (step.survival >= 1 || step.survival <= 0) return std::nullopt;
  return step.std_error / std::abs(step.survival * std::log(step.survival));
}

// How many standard errors the curve lies above one half at a step, on the scale of log(-log S); negative below.
std::optional<double> ErrorsAboveHalf(const SurvivalStep& step) {
  std::optional<double> error = TransformedError(step);
  if (!error) return std::nullopt;
  return (std::log(-std::log(0.5)) - std::log(-std::log(step.survival))) / *error;
}

// Between minus this and this lies a standard normal number with the probability `confidence`.
double NormalBound(double confidence) { return boost::math::quantile(boost::math::normal(), (1 + confidence) / 2); }

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

std::optional<SurvivalBand> BandAt(const SurvivalStep& step, double confidence) {
  std::optional<double> error = TransformedError(step);
  if (!error) return std::nullopt;
  double reach = NormalBound(confidence) * *error;
  return SurvivalBand{.low = std::pow(step.survival, std::exp(reach)), .high = std::pow(step.survival, std::exp(-reach))};
}

std::optional<Median> MedianSurvival(std::span<const SurvivalStep> curve, double confidence) {
  auto half = std::find_if(curve.begin(), curve.end(), HasReachedHalf);
  if (half == curve.end()) return std::nullopt;
  Median median{.days = half->days, .low_days = {}, .high_days = {}};
  double most = NormalBound(confidence);
  for (const SurvivalStep& step : curve) {
    std::optional<double> errors = ErrorsAboveHalf(step);
    if (!errors) continue;
    if (!median.low_days && *errors <= most) median.low_days = step.days;
    if (!median.high_days && *errors < -most) median.high_days = step.days;
  }
  return median;
}

}  // namespace stumble
