#include "insight/association.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace stumble {

namespace {

constexpr double kRounding = 1e-7;  // relative: tables as probable as another may differ in the last digits

// The tables that have the sums of a given one: `both` tells them apart.
class TablesLike {
 public:
  explicit TablesLike(const TogetherCount& count)
      : first_(static_cast<double>(count.both + count.first_only)),
        second_(static_cast<double>(count.both + count.second_only)),
        all_(first_ + static_cast<double>(count.second_only + count.neither)) {}

  double Least() const { return std::max(0.0, first_ + second_ - all_); }
  double Most() const { return std::min(first_, second_); }

  // The most probable one: the mode of the hypergeometric distribution.
  double Mode() const { return std::floor((first_ + 1) * (second_ + 1) / (all_ + 2)); }

  // How many times as probable the table with `both` + 1 is as that with `both`.
  double Step(double both) const {
    return (first_ - both) * (second_ - both) / ((both + 1) * (all_ - first_ - second_ + both + 1));
  }

 private:
  double first_, second_, all_;
};

}  // namespace

std::optional<double> Lift(const TogetherCount& count) {
  double first = static_cast<double>(count.both + count.first_only);
  double second = static_cast<double>(count.both + count.second_only);
  if (first == 0 || second == 0) return std::nullopt;
  double all = static_cast<double>(count.both + count.first_only + count.second_only + count.neither);
  return static_cast<double>(count.both) * all / (first * second);
}

namespace {

// The probabilities of all tables with these sums, each in that of the most probable one, from the least to the most that can be together.
std::vector<double> WeightsOf(const TablesLike& tables) {
  // Each table's probability in that of the most probable one, from which it is stepped to: none is too great for a
  // number, and those too small for one add nothing.
  const double least = tables.Least();
  const size_t mode = static_cast<size_t>(tables.Mode() - least);
  std::vector<double> weights(static_cast<size_t>(tables.Most() - least) + 1);
  weights[mode] = 1;
  for (size_t at = mode; at + 1 < weights.size(); ++at)
    weights[at + 1] = weights[at] * tables.Step(least + static_cast<double>(at));
  for (size_t at = mode; at > 0; --at)
    weights[at - 1] = weights[at] / tables.Step(least + static_cast<double>(at - 1));
  return weights;
}

size_t PlaceOf(const TogetherCount& count, const TablesLike& tables) {
  return static_cast<size_t>(static_cast<double>(count.both) - tables.Least());
}

}  // namespace

double FisherP(const TogetherCount& count) {
  const TablesLike tables(count);
  const std::vector<double> weights = WeightsOf(tables);
  const double own = weights[PlaceOf(count, tables)];
  double all = 0, as_rare = 0;
  for (double weight : weights) {
    all += weight;
    if (weight <= own * (1 + kRounding)) as_rare += weight;
  }
  return as_rare / all;
}

double FisherPGreater(const TogetherCount& count) {
  const TablesLike tables(count);
  const std::vector<double> weights = WeightsOf(tables);
  auto own = weights.begin() + static_cast<std::ptrdiff_t>(PlaceOf(count, tables));
  return std::accumulate(own, weights.end(), 0.0) / std::accumulate(weights.begin(), weights.end(), 0.0);
}

}  // namespace stumble
