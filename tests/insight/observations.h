// Observations from the days on which things ended, and those until which they were watched, for the tests of this room.
#ifndef STUMBLE_TESTS_INSIGHT_OBSERVATIONS_H_
#define STUMBLE_TESTS_INSIGHT_OBSERVATIONS_H_

#include <vector>

#include "insight/survival.h"

namespace stumble {

inline std::vector<Observation> Observations(const std::vector<double>& ended, const std::vector<double>& censored) {
  std::vector<Observation> observations;
  for (double days : ended) observations.push_back({days, true});
  for (double days : censored) observations.push_back({days, false});
  return observations;
}

}  // namespace stumble

#endif  // STUMBLE_TESTS_INSIGHT_OBSERVATIONS_H_
