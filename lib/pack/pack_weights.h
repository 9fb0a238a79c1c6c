// PackWeights: puts fitted weights and thresholds into the text of a pack, and leaves every other byte as it is, comments too.
#ifndef STUMBLE_PACK_PACK_WEIGHTS_H_
#define STUMBLE_PACK_PACK_WEIGHTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.h"

namespace stumble {

// The pack's text with this threshold and these signs for one pattern, in place of the `threshold:` and `signs:` that it has there;
// both must stand, on lines of their own, indented by four blanks. Throws Error if they don't.
std::string WithWeights(std::string_view yaml, const std::string& pattern, double threshold,
                        const std::vector<SignWeight>& signs);

// A phrase and what it weighs for a safety rule.
struct WeighedPhrase {
  std::string phrase;
  double weight;
};

// The pack's text with this threshold and these phrases for one safety rule, each a cue of its own on one line, `- {phrases: ["…"],
// weight: …}`, in place of all cues of the rule that are written so; cues that are written otherwise stay. `threshold:` and `cues:` must
// stand in the rule, indented by six blanks. Throws Error if they don't.
std::string WithWeighedPhrases(std::string_view yaml, const std::string& rule, double threshold,
                               const std::vector<WeighedPhrase>& phrases);

}  // namespace stumble

#endif  // STUMBLE_PACK_PACK_WEIGHTS_H_
