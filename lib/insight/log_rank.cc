#include "insight/log_rank.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace stumble {

namespace {

// Walks one group's curve forward in time.
class Group {
 public:
  explicit Group(std::span<const Observation> observations) : steps_(SurvivalCurve(observations)) {}

  // The next time of which something is known; infinite after the last.
  double NextDays() const { return at_ < steps_.size() ? steps_[at_].days : std::numeric_limits<double>::infinity(); }

  size_t AtRisk() const { return at_ < steps_.size() ? steps_[at_].at_risk : 0; }

  // The ends at `days`, which is NextDays() or earlier; what happened at `days` is passed.
  size_t TakeEnds(double days) { return NextDays() == days ? steps_[at_++].ended : 0; }

 private:
  std::vector<SurvivalStep> steps_;
  size_t at_ = 0;
};

}  // namespace

std::optional<LogRank> CompareSurvival(std::span<const Observation> first, std::span<const Observation> second) {
  LogRank result;
  Group one(first), other(second);
  while (one.AtRisk() + other.AtRisk() > 0) {
    double days = std::min(one.NextDays(), other.NextDays());
    double risk_one = static_cast<double>(one.AtRisk()), risk_other = static_cast<double>(other.AtRisk());
    double risk = risk_one + risk_other;
    size_t ends_one = one.TakeEnds(days), ends_other = other.TakeEnds(days);
    double ends = static_cast<double>(ends_one + ends_other);
    result.observed_first += ends_one;
    result.observed_second += ends_other;
    result.expected_first += ends * risk_one / risk;
    result.expected_second += ends * risk_other / risk;
    // The last one left ends where it must: there is nothing to compare it with.
    if (risk > 1) result.variance += ends * (risk - ends) * (risk_one / risk) * (risk_other / risk) / (risk - 1);
  }
  if (result.variance <= 0) return std::nullopt;
  double excess = static_cast<double>(result.observed_first) - result.expected_first;
  result.chi_square = excess * excess / result.variance;
  result.p = std::erfc(std::sqrt(result.chi_square / 2));
  return result;
}

}  // namespace stumble
