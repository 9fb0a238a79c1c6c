// Quantiles of a sample: the value below which a given share of the numbers lies. The median is Quantile(values,
// 0.5).
#ifndef STUMBLE_INSIGHT_QUANTILE_H_
#define STUMBLE_INSIGHT_QUANTILE_H_

#include <optional>
#include <span>

namespace stumble {

// The value at `share`, 0 to 1, of the way through the sorted values, on a straight line between the two nearest: 0
// gives the least, 1 the greatest; the median of an even number lies halfway between the middle two. nullopt for no
// values.
// Source: definition 7 of Hyndman & Fan 1996, Am. Stat. 50:361, R's default.
std::optional<double> Quantile(std::span<const double> values, double share);

}  // namespace stumble

#endif  // STUMBLE_INSIGHT_QUANTILE_H_
