// What a careful reader would tell the author of a pack, beyond what keeps it from loading: patterns with too little
// to go on, wordings that hurt, helplines that were read long ago. Regular expressions and the examples of cues are
// not judged here: reframing, the only room that knows RE2, compiles the one and runs the other.
#ifndef STUMBLE_PACK_PACK_LINT_H_
#define STUMBLE_PACK_PACK_LINT_H_

#include <string>
#include <string_view>
#include <vector>

#include "pack/problem.h"

namespace stumble {

// All problems of the text, those of ParsePack among them, in the order of the file. `today` is YYYY-MM-DD: helplines
// and regions checked more than twelve months before it are named.
std::vector<Problem> LintPack(std::string_view yaml, const std::string& file, const std::string& today);

}  // namespace stumble

#endif  // STUMBLE_PACK_PACK_LINT_H_
