// Passages: a long text cut into stretches of a few sentences, as long as the thoughts that weights are fitted to. A letter holds a sign
// of everything somewhere; a pattern is in it only if one passage shows it.
#ifndef STUMBLE_REFRAMING_PASSAGES_H_
#define STUMBLE_REFRAMING_PASSAGES_H_

#include <vector>

#include "reframing/wording.h"

namespace stumble {

// Stretches of whole sentences, in order: the whole text if it has no more than `most_words`; else each as long as fits, at least one
// sentence, and beginning in the middle of the one before it, so that no two neighbors are only ever seen apart. Empty for a text without
// words.
std::vector<Range> PassagesOf(const Wording& wording, size_t most_words = 55);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_PASSAGES_H_
