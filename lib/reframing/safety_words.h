// SafetyWords: the words of texts, the pairs of words that follow one another there, and the fields that words belong to, as phrases that a
// pack can hold: what the weighed rules of safety are fitted to. Verbs and nouns count as one in all their forms.
#ifndef STUMBLE_REFRAMING_SAFETY_WORDS_H_
#define STUMBLE_REFRAMING_SAFETY_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "reframing/phrase.h"
#include "reframing/safety_reader.h"
#include "reframing/wording.h"

namespace stumble {

class SafetyWords {
 public:
  // All words and pairs that stand in at least `least` of the texts. They are read as rules read them; the reader must outlive this.
  // `fields` are lists of words of its pack: a word of one stands for the field, and two of them in a sentence, close to each other, for both.
  SafetyWords(const SafetyReader& reader, const std::vector<std::string>& texts, size_t least, const std::vector<std::string>& fields = {});

  // As a cue writes them, "die~" or "want~ to", in the order of letters; then "{field}" and "{field} … {other}".
  const std::vector<std::string>& phrases() const { return phrases_; }

  // Those that stand in a text, as places in phrases(); ascending.
  std::vector<size_t> In(std::string_view text) const;

 private:
  Wording Read(std::string_view text) const;
  void Name(const std::vector<std::string>& texts);
  std::vector<std::string> PhrasesOf(const Wording& wording) const;

  const SafetyReader& reader_;
  std::unordered_map<uint64_t, std::string> names_;  // of words by their hashes: the word, or the one it is a form of, with ~
  std::vector<std::string> phrases_;
  std::map<std::string, size_t, std::less<>> places_;
  std::vector<std::pair<size_t, Phrase>> fields_;  // with their places
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_SAFETY_WORDS_H_
