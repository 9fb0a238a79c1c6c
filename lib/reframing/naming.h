// Naming: which of the patterns found in a thought may be named, given what else the thought speaks of. Hardship is not a thinking error:
// beside it a pattern is named only where it stands out on its own ("she is in the hospital, I am such a useless son").
#ifndef STUMBLE_REFRAMING_NAMING_H_
#define STUMBLE_REFRAMING_NAMING_H_

#include <string_view>
#include <vector>

#include "reframing/pattern_finder.h"
#include "reframing/safety.h"

namespace stumble {

// The strongest first; none where the concern is graver than hardship.
std::vector<FoundPattern> NamedPatterns(const PatternFinder& finder, Concern concern, std::string_view thought);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_NAMING_H_
