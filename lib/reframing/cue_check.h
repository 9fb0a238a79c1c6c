// CueCheck: runs the examples that stand beside cues, patterns and safety rules, so that whoever writes a pack sees at once what a
// cue catches and what it doesn't.
#ifndef STUMBLE_REFRAMING_CUE_CHECK_H_
#define STUMBLE_REFRAMING_CUE_CHECK_H_

#include <vector>

#include "pack/pack.h"
#include "pack/problem.h"

namespace stumble {

// Cues that don't compile (fatal), examples without a match, counterexamples with one. A pattern's or rule's examples are
// held against the sum of its cues.
std::vector<Problem> CheckCues(const Pack& pack);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_CUE_CHECK_H_
