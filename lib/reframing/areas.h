// Areas: which parts of a life a thought is about: work, school, family and so on, by plain words in it and by the
// Domain that the person gave. A text of a pack may ask for one of them.
#ifndef STUMBLE_REFRAMING_AREAS_H_
#define STUMBLE_REFRAMING_AREAS_H_

#include <set>
#include <string>
#include <string_view>

#include "reframing/thought_words.h"

namespace stumble {

// Of work, school, family, relationship, friends, health, therapy those that the words name, and `domain` if it is
// one of them.
std::set<std::string> AreasOf(const ThoughtWords& words, std::string_view domain);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_AREAS_H_
