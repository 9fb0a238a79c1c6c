// ThoughtWords: a thought as a sequence of words as they were written, for rules that look at what stands beside
// what. Unlike a Wording it keeps contractions as they are, so that parts of it can be said again.
#ifndef STUMBLE_REFRAMING_THOUGHT_WORDS_H_
#define STUMBLE_REFRAMING_THOUGHT_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "text/regex.h"

namespace stumble {

struct ThoughtWord {
  std::string written;       // as it stands, with a plain apostrophe
  std::string folded;        // in lower case
  Range range;               // in the thought
  bool ends_clause = false;  // a comma, a dash, a bracket or the end of a sentence follows
  bool ends_sentence = false;
};

class ThoughtWords {
 public:
  explicit ThoughtWords(std::string_view thought);

  size_t size() const { return words_.size(); }
  const ThoughtWord& operator[](size_t place) const { return words_[place]; }

  // The word in lower case; empty beyond the end.
  const std::string& At(size_t place) const;
  // Whether the words of `phrase`, with blanks between, stand at `place`, in one clause.
  bool StandAt(size_t place, std::string_view phrase) const;
  // The words from `begin` to before `end` with blanks between, lower case at the beginning but for "I".
  std::string Said(size_t begin, size_t end) const;

 private:
  std::vector<ThoughtWord> words_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_THOUGHT_WORDS_H_
