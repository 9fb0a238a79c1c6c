#include "insight/paired_change.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "insight/quantile.h"

namespace stumble {

namespace {

constexpr size_t kMostPairsExact = 50;

// The Walsh averages of n numbers: the n (n + 1) / 2 averages of two of them, each also taken with itself. A journal
// of years has tens of millions, so they are never written down. Where the sums of two up to some level lie in the
// sorted numbers is a staircase, which is walked in n steps; halving the range between two sums closes in on the one
// of a given rank.
class WalshAverages {
 public:
  explicit WalshAverages(std::vector<double> numbers) : numbers_(std::move(numbers)) {
    std::sort(numbers_.begin(), numbers_.end());
  }

  size_t size() const { return numbers_.size() * (numbers_.size() + 1) / 2; }

  // The one with `rank` - 1 before it in ascending order; ranks run from 1 to size().
  double Smallest(size_t rank) const {
    double low = 2 * numbers_.front(), high = 2 * numbers_.back();  // sums, not averages; the one sought lies between
    while (low < high) {
      double middle = std::midpoint(low, high);
      if (middle >= high) middle = low;  // rounded up, as nothing lies between them
      Split split = SplitAt(middle);
      if (split.count >= rank)
        high = split.last_in;
      else
        low = split.first_out;
    }
    return high / 2;
  }

  double Median() const { return std::midpoint(Smallest((size() + 1) / 2), Smallest(size() / 2 + 1)); }

 private:
  struct Split {
    size_t count = 0;  // of the sums up to a level
    double last_in = -std::numeric_limits<double>::infinity(), first_out = std::numeric_limits<double>::infinity();
  };

  Split SplitAt(double level) const {
    Split split;
    size_t end = numbers_.size();  // numbers_[at] with those before it stays up to the level
    for (size_t at = 0; at < numbers_.size(); ++at) {
      while (end > 0 && numbers_[at] + numbers_[end - 1] > level) --end;
      if (end > at) {
        split.count += end - at;
        split.last_in = std::max(split.last_in, numbers_[at] + numbers_[end - 1]);
      }
      if (size_t out = std::max(end, at); out < numbers_.size())
        split.first_out = std::min(split.first_out, numbers_[at] + numbers_[out]);
    }
    return split;
  }

  std::vector<double> numbers_;
};

// The rank of the Walsh average that is the lower end: the least whole number that the signed-rank statistic of n
// differences stays at or below with a probability of at least `tail`. 0 where none is left out even so.
size_t ExactRank(size_t n, double tail) {
  // How many of the 2^n choices of signs give each sum of ranks.
  std::vector<double> ways(n * (n + 1) / 2 + 1);
  ways[0] = 1;
  for (size_t rank = 1; rank <= n; ++rank)
    for (size_t sum = ways.size() - 1; sum >= rank; --sum) ways[sum] += ways[sum - rank];
  double allowed = std::ldexp(tail, static_cast<int>(n));
  double below = ways[0];
  size_t sum = 0;
  while (below < allowed) below += ways[++sum];
  return sum;
}

size_t ApproximateRank(size_t n, double tail) {
  double count = static_cast<double>(n);
  double mean = count * (count + 1) / 4, variance = count * (count + 1) * (2 * count + 1) / 24;
  return static_cast<size_t>(mean + boost::math::quantile(boost::math::normal(), tail) * std::sqrt(variance));
}

}  // namespace

std::optional<PairedChange> ChangeOf(std::span<const BeforeAfter> pairs, double confidence) {
  if (pairs.empty()) return std::nullopt;
  PairedChange change{.pairs = pairs.size(), .low = {}, .high = {}};
  std::vector<double> before, after, differences;
  for (const BeforeAfter& pair : pairs) {
    before.push_back(pair.before);
    after.push_back(pair.after);
    differences.push_back(pair.after - pair.before);
    ++(pair.after < pair.before ? change.fell : pair.after > pair.before ? change.rose : change.stayed);
  }
  change.median_before = *Quantile(before, 0.5);
  change.median_after = *Quantile(after, 0.5);
  const WalshAverages averages(std::move(differences));
  change.shift = averages.Median();
  double tail = (1 - confidence) / 2;
  size_t rank = pairs.size() <= kMostPairsExact ? ExactRank(pairs.size(), tail) : ApproximateRank(pairs.size(), tail);
  if (rank > 0) {
    change.low = averages.Smallest(rank);
    change.high = averages.Smallest(averages.size() + 1 - rank);
  }
  return change;
}

}  // namespace stumble
