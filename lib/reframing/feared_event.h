// FearedEvent: what a thought says is coming, as words that stand after "scared of": "failing the exam", "my boss
// firing me".
#ifndef STUMBLE_REFRAMING_FEARED_EVENT_H_
#define STUMBLE_REFRAMING_FEARED_EVENT_H_

#include <string>

#include "reframing/thought_words.h"

namespace stumble {

struct FearedEvent {
  std::string said;         // empty where there is none, or none that could be said in this way for certain
  bool is_lasting = false;  // "never finding love": no hour in which it happens
};

// Only what nobody wishes for counts: "I will call her" is no fear.
FearedEvent FindFearedEvent(const ThoughtWords& words);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_FEARED_EVENT_H_
