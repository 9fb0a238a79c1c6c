// HarshName: a word that somebody puts on a whole person, "I'm such an idiot", and on whom.
#ifndef STUMBLE_REFRAMING_HARSH_NAME_H_
#define STUMBLE_REFRAMING_HARSH_NAME_H_

#include <string>

#include "reframing/thought_words.h"

namespace stumble {

struct HarshName {
  std::string name;        // what the person calls themselves: "idiot", "terrible mother", "stupid"; empty if nothing
  std::string after_i_am;  // "an idiot", "a terrible mother", "stupid"
  bool for_others = false;  // somebody else is called something, and the person is not
};

// What others are thought to say ("they think I'm dull") is not what the person calls themselves.
HarshName FindHarshName(const ThoughtWords& words);

// The words with "a" or "an" before them, as they are said.
std::string WithIndefiniteArticle(const std::string& words);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_HARSH_NAME_H_
