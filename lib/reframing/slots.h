// Slots: parts of a thought that a question or an offer can say again: the absolute word, the name someone calls
// themselves, what they fear, the other person, the rule. They are found by short lists of words and by what stands
// beside them. What is not certain stays empty, and a text that needs it is not chosen: a wrong sentence is worse
// than a general one.
#ifndef STUMBLE_REFRAMING_SLOTS_H_
#define STUMBLE_REFRAMING_SLOTS_H_

#include <map>
#include <string>
#include <string_view>

#include "reframing/thought_words.h"

namespace stumble {

// Who speaks in a text: the person ("I", in a reframe), or somebody to the person ("you", in a question).
enum class Voice { kI, kYou };

struct Slots {
  // By the names of pack/offer_reader.h, all but `cue`, as the person would say them ("my boss").
  std::map<std::string, std::string> values;
  bool about_others = false;  // a name or a rule in it is for somebody else

  bool Has(const std::string& slot) const { return values.contains(slot); }
};

// absolute         "always", in lower case; of its kinds:
//   always         "always", "every time"
//   never          "never"
//   everyone       "everyone", "nobody"
// label            what the person calls themselves: "idiot", "stupid"
// a-label          the same after "I am": "an idiot", "stupid"
// feared           "failing the exam", "never finding love": after "scared of"
// feared-event     the same, if it would happen at one time
// person           "my boss", "she": before a verb, which must fit one and many ("did", "may")
//   -object        "my boss", "her": after a verb
//   -possessive    "my boss's", "her"
// rule             what the person asks of themselves, after "I would like to": "be over this by now"
// missed           "known better": after "I wish I had"
// wish             a rule for anybody, after "I wish": "I could be over this", "people would listen"
// feeling          "guilty", "like a burden": after "I feel"
// good             the words before a "but", when they tell of something good; for quotation marks
Slots SlotsOf(std::string_view thought);
Slots SlotsOf(std::string_view thought, const ThoughtWords& words);

// The text with its slots filled; each must have a value. Where "you" are spoken to, "my boss" becomes "your boss",
// but for what is quoted. A slot that begins a sentence gets a capital.
std::string Filled(std::string_view text, const Slots& slots, std::string_view cue, Voice voice);

// "I'm late with my work" as said to the person: "you're late with your work".
std::string ToYou(std::string_view words);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_SLOTS_H_
