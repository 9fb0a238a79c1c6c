// OtherPerson: somebody else whom a thought names, as a sentence about them needs it: "my boss", or "she", "her".
#ifndef STUMBLE_REFRAMING_OTHER_PERSON_H_
#define STUMBLE_REFRAMING_OTHER_PERSON_H_

#include <optional>
#include <string>

#include "reframing/thought_words.h"

namespace stumble {

struct OtherPerson {
  std::string subject, object, possessive;
  size_t length = 1;  // in words
};

// Whoever is named by the words that begin at `place`: my or the with a role, or he, she, they.
std::optional<OtherPerson> OtherPersonAt(const ThoughtWords& words, size_t place);

// The first one in the thought, and also known by "her", "him", "them" alone.
std::optional<OtherPerson> FirstOtherPerson(const ThoughtWords& words);

// Where a clause that begins before `place` ends: at a comma, or before a word that begins another.
size_t EndOfClause(const ThoughtWords& words, size_t place);

// Whether `word`, with blanks around, is in a list such as " fail lose ".
bool IsOneOf(const std::string& word, std::string_view list);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_OTHER_PERSON_H_
