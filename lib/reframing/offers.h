// Offers: which question is asked and which other words are offered for a thought. What fits is chosen, what names
// the thought's own parts before what is general, what was not said lately before what was, and where it is very
// strong, kindness and something to hold on to before anything else. The same thought and seed give the same choice.
#ifndef STUMBLE_REFRAMING_OFFERS_H_
#define STUMBLE_REFRAMING_OFFERS_H_

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.h"
#include "reframing/slots.h"

namespace stumble {

inline constexpr int kIntenseFrom = 7, kMildTo = 3;  // of Intensity, as in prompts

// What is known of the moment in which something is offered.
struct Occasion {
  std::string thought;
  Slots slots;
  std::set<std::string> areas;  // see AreasOf
  std::optional<int> intensity;
  uint64_t seed = 0;
  std::vector<std::string> said_lately;  // questions and reframes given for other thoughts
};

Occasion OccasionOf(std::string_view thought, std::string_view domain, std::optional<int> intensity, uint64_t seed);

// The offers that fit, filled, the one to take first at the front. `cue`: the words that decided.
std::vector<std::string> Ranked(const std::vector<Offer>& offers, const Occasion& occasion, std::string_view cue,
                                Voice voice);

// Whether `said` is this text with its slots filled, in whichever way.
bool IsFilledFrom(std::string_view said, std::string_view text);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_OFFERS_H_
