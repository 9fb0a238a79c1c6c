// Episodes as observations: from what a person lived to what survival statistics take. What is still open has been watched until
// now; what has no date can't be timed and is counted apart.
#ifndef STUMBLE_INSIGHT_EPISODES_H_
#define STUMBLE_INSIGHT_EPISODES_H_

#include <cstddef>
#include <vector>

#include "insight/survival.h"
#include "moment/moment.h"
#include "setback/setback.h"

namespace stumble {

struct Observed {
  std::vector<Observation> observations;  // one for each episode: from the setback, or its coming back, until it eased
  size_t setbacks = 0;                    // that gave one or more of them
  size_t undated = 0;                     // episodes left out: the beginning, or when it eased, is not known
};

// Adds the episodes of a setback as they stood at `as_of`: one that was still open then, also if it eased later, is censored at
// `as_of`. One that begins after `as_of` is left out. Days are elapsed time where both times are known, else calendar days.
void Observe(const Setback& setback, const Moment& as_of, Observed& observed);

}  // namespace stumble

#endif  // STUMBLE_INSIGHT_EPISODES_H_
