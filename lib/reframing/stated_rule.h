// StatedRule: what a thought says that somebody should do, said again as a wish.
#ifndef STUMBLE_REFRAMING_STATED_RULE_H_
#define STUMBLE_REFRAMING_STATED_RULE_H_

#include <string>

#include "reframing/thought_words.h"

namespace stumble {

struct StatedRule {
  std::string rule;    // "be over this by now": after "I would like to"
  std::string missed;  // "known better", "not said that": after "I wish I had"
  std::string wish;    // "I could be over this by now", "I had known better", "people would listen": after "I wish"
  bool for_others = false;
};

// Empty where there is no rule, or none that could be said as a wish for certain: nobody is made to wish that they
// were punished.
StatedRule FindStatedRule(const ThoughtWords& words);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_STATED_RULE_H_
