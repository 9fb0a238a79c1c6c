// Forms: the short writing of phrases and words in packs, so that a rule can say a form of speech once: `hit~` for hit, hits and
// hitting, `to/of` for either word, `(in order to/so that)` for
// either of several words, `[my] own` for a part that may be missing, and lists of words that name other lists.
#ifndef STUMBLE_REFRAMING_FORMS_H_
#define STUMBLE_REFRAMING_FORMS_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace stumble {

using NamedWords = std::map<std::string, std::vector<std::string>>;

// A verb in its forms: "slap", "slaps", "slapped", "slapping". Common irregular verbs are known.
std::vector<std::string> VerbForms(const std::string& verb);

// The plain phrases that words with `~`, `/`, `( )` and `[ ]` stand for; names in braces stay in them. Throws Error if a
// bracket is not closed, or if they are more than 2000.
std::vector<std::string> PlainPhrases(std::string_view phrase);

// The lists with their forms written out, and the words of lists that they name. Throws Error if lists name each
// other in a circle or one that isn't there, or if a list grows beyond 20,000.
NamedWords PlainWords(const NamedWords& words);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_FORMS_H_
