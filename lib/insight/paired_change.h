// Paired change: how a number given before something and again after it has moved, such as the intensity of a feeling
// before and after a thought was reframed. The shift is the estimate of Hodges and Lehmann, which one wild pair can't
// pull far.
#ifndef STUMBLE_INSIGHT_PAIRED_CHANGE_H_
#define STUMBLE_INSIGHT_PAIRED_CHANGE_H_

#include <cstddef>
#include <optional>
#include <span>

namespace stumble {

// Both on one scale, such as 0 to 10 for intensity or 0 to 100 for belief.
struct BeforeAfter {
  double before = 0, after = 0;
};

struct PairedChange {
  size_t pairs = 0;
  double median_before = 0, median_after = 0;
  size_t fell = 0, rose = 0, stayed = 0;  // pairs whose number after is less, greater, the same
  // The median of the averages of every two differences after - before, each also taken with itself: negative where
  // numbers fell.
  double shift = 0;
  // The ends of its confidence interval; nullopt where the pairs are too few for that confidence (fewer than 6 for
  // 95%).
  std::optional<double> low, high;
};

// nullopt for no pairs. The interval belongs to the signed-rank test of Wilcoxon 1945: exact up to 50 pairs, by the
// normal approximation above. Pairs that stayed count as differences of 0. With equal differences it is, if anything,
// too wide. It takes differences to lie symmetrically about the shift. `confidence` lies between 0 and 1.
// Source: Hodges & Lehmann 1963, Ann. Math. Stat. 34:598; interval by Tukey, as in Hollander & Wolfe 1999,
// Nonparametric Statistical Methods, 2nd ed., section 3.3.
std::optional<PairedChange> ChangeOf(std::span<const BeforeAfter> pairs, double confidence = 0.95);

}  // namespace stumble

#endif  // STUMBLE_INSIGHT_PAIRED_CHANGE_H_
