// Association: whether two things, such as a trigger and a thinking pattern, stand together more often than chance
// would put them.
#ifndef STUMBLE_INSIGHT_ASSOCIATION_H_
#define STUMBLE_INSIGHT_ASSOCIATION_H_

#include <cstddef>
#include <optional>

namespace stumble {

// Beside how many records each of two things stands.
struct TogetherCount {
  size_t both = 0, first_only = 0, second_only = 0, neither = 0;
};

// How many times as often both stand together as they would if neither cared for the other: 1 for no association, 0
// if they are never together. nullopt if either never occurs.
// Source: Brin, Motwani & Silverstein 1997, Proc. SIGMOD, 265, who call it interest.
std::optional<double> Lift(const TogetherCount& count);

// The two-sided p, 0 to 1, of Fisher's exact test that they don't care for each other: the probability, given how
// often each occurs, of all tables no more probable than this one. 1 where either occurs never or always, so that no
// other table is possible. It takes time that grows with the rarer of the two.
// Source: Fisher 1934, Statistical Methods for Research Workers, 5th ed., section 21.02; tables within 1e-7 of the
// probability of this one count as equal to it, as in R's fisher.test.
double FisherP(const TogetherCount& count);

// The one-sided p, 0 to 1, of the same test: that they would be together this often or more often. For who only asks what comes together.
double FisherPGreater(const TogetherCount& count);

}  // namespace stumble

#endif  // STUMBLE_INSIGHT_ASSOCIATION_H_
