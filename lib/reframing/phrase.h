// Phrase: plain words of a cue, made ready to be found in a Wording: whole words in sequence within one sentence, `…` for up to
// six words between, `{name}` for any alternative of the pack's words of that name, `^` for the beginning of a sentence, `/` for
// going on at the beginning of the next sentence.
#ifndef STUMBLE_REFRAMING_PHRASE_H_
#define STUMBLE_REFRAMING_PHRASE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reframing/wording.h"

namespace stumble {

// Words by their hashes, in order.
using WordSequence = std::vector<uint64_t>;

// Sequences of which one must stand in a place; sorted, so that those which begin with a word are found at once.
struct Alternatives {
  std::vector<WordSequence> sequences;
  WordSet first_words;  // of all of them
};

// A pack's named words, compiled once for all its phrases.
class WordLists {
 public:
  explicit WordLists(const std::map<std::string, std::vector<std::string>>& words);
  // nullptr if there are none of that name.
  std::shared_ptr<const Alternatives> Find(const std::string& name) const;

 private:
  std::map<std::string, std::shared_ptr<const Alternatives>> lists_;
};

class Phrase {
 public:
  // Throws Error if it names words that `lists` doesn't have, or holds no word at all.
  Phrase(std::string_view text, const WordLists& lists);

  // Every place where the phrase stands, the shortest match from each first word.
  std::vector<Range> FindAll(const Wording& wording) const;

 private:
  struct Part {
    std::shared_ptr<const Alternatives> alternatives;
    bool after_gap = false;   // up to six words may stand before it
    bool begins = false;      // it stands at the beginning of a sentence
    bool next_sentence = false;  // of the one after that in which the part before it ended
  };

  // Places and parts from which no match leads on.
  using DeadEnds = std::set<std::pair<size_t, size_t>>;
  size_t MatchFrom(const std::vector<Word>& words, size_t at, size_t part, DeadEnds& dead_ends) const;

  // The word at which parts_[part] may stand at the earliest, when what came before it ends before `at`; words.size() if at none.
  size_t EarliestPlace(const std::vector<Word>& words, size_t at, size_t part) const;

  std::vector<Part> parts_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_PHRASE_H_
