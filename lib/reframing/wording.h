// Wording: a text cut into words for cues to look at: in lower case, contractions written out, each word knowing which bytes of the
// text it came from and which sentence it stands in. So a cue finds "can not" in "I can’t", and shows "can’t".
#ifndef STUMBLE_REFRAMING_WORDING_H_
#define STUMBLE_REFRAMING_WORDING_H_

#include <bitset>
#include <cstdint>
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

// Which words there are, roughly: what has no bit here is not there. Tells quickly where looking is no use.
class WordSet {
 public:
  void Add(uint64_t hash) { bits_.set(hash % kBits); }
  bool MayShareWith(const WordSet& other) const { return (bits_ & other.bits_).any(); }

 private:
  static constexpr size_t kBits = 512;
  std::bitset<kBits> bits_;
};

class Wording {
 public:
  explicit Wording(std::string_view original);

  const std::vector<Word>& words() const& { return words_; }
  const std::vector<Word>& words() const&& = delete;
  const WordSet& word_set() const { return word_set_; }
  size_t original_bytes() const { return original_bytes_; }

  // The text with typographic apostrophes as ', for expressions to search.
  const std::string& plain() const { return plain_; }
  // The part of the original that a part of plain() came from.
  Range InOriginal(Range in_plain) const;

 private:
  size_t original_bytes_;
  std::string plain_;
  std::vector<size_t> apostrophes_;  // places in plain_ of those that were three bytes in the original
  std::vector<Word> words_;
  WordSet word_set_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_WORDING_H_
