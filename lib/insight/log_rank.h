// The log-rank test: whether the things of one group take longer to end than those of another, with what has not
// ended yet counted for as long as it was watched. It compares whole survival curves, not one point of them.
#ifndef STUMBLE_INSIGHT_LOG_RANK_H_
#define STUMBLE_INSIGHT_LOG_RANK_H_

#include <cstddef>
#include <optional>
#include <span>

#include "insight/survival.h"

namespace stumble {

struct LogRank {
  size_t observed_first = 0, observed_second = 0;  // ends in each group
  // The ends each group would have if both ended at the same rate among those at risk. The sum is that of the
  // observed ones.
  double expected_first = 0, expected_second = 0;
  double variance = 0;    // of observed - expected, the same for both groups
  double chi_square = 0;  // with 1 degree of freedom
  double p = 1;           // two-sided: 0 to 1
};

// Fewer ends observed than expected mean that a group takes longer. Of things tied at a time, those censored are
// counted as ending later, as in SurvivalCurve. nullopt if the variance is 0, so that nothing can be told: a group is
// empty, nothing ended while both groups were being watched, or all ended at once.
// Source: Mantel 1966, Cancer Chemother. Rep. 50:163; the variance is the hypergeometric one, as in R's survdiff.
std::optional<LogRank> CompareSurvival(std::span<const Observation> first, std::span<const Observation> second);

}  // namespace stumble

#endif  // STUMBLE_INSIGHT_LOG_RANK_H_
