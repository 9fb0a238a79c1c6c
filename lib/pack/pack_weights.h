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

}  // namespace stumble

#endif  // STUMBLE_PACK_PACK_WEIGHTS_H_
