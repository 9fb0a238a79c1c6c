// Near words: the name that was probably meant by a misspelt one, so that a message can ask 'did you mean …?'.
#ifndef STUMBLE_TEXT_NEAR_WORDS_H_
#define STUMBLE_TEXT_NEAR_WORDS_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stumble {

// The candidate that takes the fewest letters to add, drop, change or swap, the first one of equals: up to one for
// words of four letters or less, two up to eight, three above. Else the only candidate that begins with the word, of
// three letters or more. Letter case, hyphens, underscores and spaces make no difference. nullopt if nothing is near.
// The distance is the optimal string alignment of Damerau and Levenshtein.
std::optional<std::string> NearWord(std::string_view word, std::span<const std::string> candidates);

// "; did you mean NAME?" for the candidate that is near, with `before` in front of it; else empty.
std::string DidYouMean(std::string_view word, std::span<const std::string> candidates, std::string_view before = {});

}  // namespace stumble

#endif  // STUMBLE_TEXT_NEAR_WORDS_H_
