#include "insight/false_discovery.h"

#include <algorithm>
#include <numeric>

namespace stumble {

std::vector<double> AdjustForFalseDiscovery(std::span<const double> p_values) {
  std::vector<size_t> greatest_first(p_values.size());
  std::iota(greatest_first.begin(), greatest_first.end(), 0);
  std::sort(greatest_first.begin(), greatest_first.end(),
            [&](size_t a, size_t b) { return p_values[a] > p_values[b]; });
  std::vector<double> adjusted(p_values.size());
  const double tests = static_cast<double>(p_values.size());
  double least = 1;
  double rank = tests;
  for (size_t at : greatest_first) {
    least = std::min(least, p_values[at] * (tests / rank--));
    adjusted[at] = least;
  }
  return adjusted;
}

}  // namespace stumble
