// False discovery: who looks at many things at once finds some that stand out by chance. p-values are made greater so
// that of those below 0.05, say, on average at most one in twenty does.
#ifndef STUMBLE_INSIGHT_FALSE_DISCOVERY_H_
#define STUMBLE_INSIGHT_FALSE_DISCOVERY_H_

#include <span>
#include <vector>

namespace stumble {

// The p-values adjusted, in the same order: an adjusted value is the least false discovery rate at which its test
// would be called a finding. Each lies between its p and 1. Empty for none. All the tests that were made belong in,
// not only those that look good. It holds for tests that are independent of each other or lean the same way.
// Source: Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57:289; as in R's p.adjust(method = "BH").
std::vector<double> AdjustForFalseDiscovery(std::span<const double> p_values);

}  // namespace stumble

#endif  // STUMBLE_INSIGHT_FALSE_DISCOVERY_H_
