// Wording: a text cut into words for cues to look at: in lower case, contractions written out, each word knowing which bytes of the
// text it came from and which sentence it stands in. So a cue finds "can not" in "I can’t", and shows "can’t".
#ifndef STUMBLE_REFRAMING_WORDING_H_
#define STUMBLE_REFRAMING_WORDING_H_

#include <bitset>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/regex.h"

namespace stumble {

struct Word {
  uint64_t hash = 0;  // of the word in lower case, typographic apostrophes as '
  Range range;        // in the original; the parts of a contraction share one
  int sentence = 0;   // counted from 0; . ! ? ; and empty lines separate sentences
};

// A set of words, small and quick to compare: a word that is not in it has its place empty, or by chance not.
using WordSigns = std::bitset<512>;
inline size_t SignOf(uint64_t hash) { return (hash ^ (hash >> 32)) % WordSigns().size(); }

// The hash of a word of lower-case letters that is written as it is read; 0 for any other, such as a contraction.
uint64_t HashOfPlainWord(std::string_view word);

class Wording {
 public:
  explicit Wording(std::string_view original);

  const std::vector<Word>& words() const& { return words_; }
  const std::vector<Word>& words() const&& = delete;
  size_t original_bytes() const { return original_bytes_; }

  // The signs of all its words: what has none of a phrase's words is passed over at once.
  const WordSigns& signs() const { return signs_; }

  // The same text as if it were written without these words, or without what stands in these places.
  Wording Without(const std::set<uint64_t>& hashes) const;
  Wording Without(const std::vector<Range>& places) const;

  // Its sentences, each by itself, with the words' places in the whole; sentences without a word are left out.
  std::vector<Wording> Sentences() const;

  // The text with typographic apostrophes as ', for expressions to search.
  const std::string& plain() const { return plain_; }
  // The part of the original that a part of plain() came from.
  Range InOriginal(Range in_plain) const;

 private:
  Wording() = default;
  size_t InPlain(size_t in_original) const;

  size_t original_bytes_ = 0;
  std::string plain_;
  std::vector<size_t> apostrophes_;  // places in plain_ of those that were three bytes in the original
  std::vector<Word> words_;
  WordSigns signs_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_WORDING_H_
