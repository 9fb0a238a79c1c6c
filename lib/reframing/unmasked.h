// Unmasked: a second reading of a text, for safety alone, in which words that are written in signs, spaced out or misspelt stand as they
// were meant: "k1ll my$elf", "s u i c i d e", "wnat to dieee". Nobody is shown it; the person's text stays as it is.
#ifndef STUMBLE_REFRAMING_UNMASKED_H_
#define STUMBLE_REFRAMING_UNMASKED_H_

#include <string>
#include <string_view>

#include "reframing/misspellings.h"

namespace stumble {

// The text with such words replaced by known ones; empty if there are none, so that nothing needs to be read twice.
std::string Unmasked(std::string_view text, const Misspellings& misspellings);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_UNMASKED_H_
