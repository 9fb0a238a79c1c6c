// Phrase: plain words of a cue, made ready to be found in a Wording: whole words in sequence within one sentence, `…` for up to
// six words between, `{name}` for any alternative of the pack's words of that name, `hit~` for a verb in its forms, `to/of` for
// either word, `(so that/in order to)` for either of several words, `[my own]` for a part that may be missing, `^` for the beginning
// of a sentence, a `/` that stands alone for going on at the beginning of the next sentence.
#ifndef STUMBLE_REFRAMING_PHRASE_H_
#define STUMBLE_REFRAMING_PHRASE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "reframing/wording.h"

namespace stumble {

// Words by their hashes, in order.
using WordSequence = std::vector<uint64_t>;

// Sequences of which one must stand in a place; sorted, so that those which begin with a word are found at once.
using Alternatives = std::vector<WordSequence>;

// A pack's named words, compiled once for all its phrases.
class WordLists {
 public:
  // `filler`: words that are left out of all lists and phrases, as they are to be of the texts. Throws Error if a list
  // is not valid.
  explicit WordLists(const std::map<std::string, std::vector<std::string>>& words,
                     const std::vector<std::string>& filler = {});
  // nullptr if there are none of that name.
  std::shared_ptr<const Alternatives> Find(const std::string& name) const;
  // What stands at one place of a phrase: all that its forms and names in braces stand for.
  std::shared_ptr<const Alternatives> At(std::string_view place) const;
  // The same for choices of several words each, with `/` between them.
  std::shared_ptr<const Alternatives> AtGroup(std::string_view group) const;
  const std::set<uint64_t>& filler() const { return filler_; }

 private:
  const WordSequence& SequenceOf(std::string_view text) const;
  std::shared_ptr<const Alternatives> AtChoices(const std::vector<std::string_view>& choices) const;
  void AddAt(std::string_view place, Alternatives& all) const;

  std::set<uint64_t> filler_;
  std::map<std::string, std::shared_ptr<const Alternatives>> lists_;
  // The same words stand in a pack again and again.
  mutable std::unordered_map<std::string, WordSequence> sequences_;
  mutable std::unordered_map<std::string, std::shared_ptr<const Alternatives>> places_;
};

class Phrase {
 public:
  // Throws Error if it names words that `lists` doesn't have, or holds no word at all.
  Phrase(std::string_view text, const WordLists& lists);

  // Every place where the phrase stands, the shortest match from each first word; the first `most` of them.
  std::vector<Range> FindAll(const Wording& wording, size_t most = SIZE_MAX) const;

 private:
  struct Part {
    std::shared_ptr<const Alternatives> alternatives;
    bool after_gap = false;    // up to six words may stand before it
    bool is_optional = false;  // it may be missing
    bool begins = false;       // it stands at the beginning of a sentence
    bool next_sentence = false;  // of the one after that in which the part before it ended
    WordSigns first_words;     // of all alternatives
  };

  class Search;

  void Add(Part part);

  std::vector<Part> parts_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_PHRASE_H_
