#include "insight/episodes.h"

#include "moment/calendar.h"

namespace stumble {

void Observe(const Setback& setback, const Moment& as_of, Observed& observed) {
  size_t before = observed.observations.size();
  for (const Episode& episode : setback.episodes) {
    bool is_open = setback.state != State::kRecovered && &episode == &setback.episodes.back();
    if (!episode.onset || (!is_open && !episode.days)) {
      ++observed.undated;
      continue;
    }
    double watched = ElapsedDays(*episode.onset, as_of);
    if (watched < 0) continue;
    bool eased_later = episode.eased && ElapsedDays(as_of, *episode.eased) > 0;
    bool ended = !is_open && !eased_later;
    observed.observations.push_back({ended ? *episode.days : watched, ended});
  }
  if (observed.observations.size() > before) ++observed.setbacks;
}

}  // namespace stumble
