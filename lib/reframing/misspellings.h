// Misspellings: which word was probably meant by one that is misspelt by a letter or two ("sucidal", "myslef"), among a few that matter. A
// word that the list knows to be right is never taken for another.
#ifndef STUMBLE_REFRAMING_MISSPELLINGS_H_
#define STUMBLE_REFRAMING_MISSPELLINGS_H_

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace stumble {

class Misspellings {
 public:
  // Of letters in words that were written as one; in fewer, what looks like two words is most often chance.
  static constexpr size_t kFewestJoined = 7;

  using WordSet = std::set<std::string>;

  // `near`: words to be found also when misspelt. `known` gives words that are right as they are, and is asked when they first matter, for
  // they are many. All in lower case. `shorthand`: what else stands for a word or words.
  Misspellings(const std::vector<std::string>& near, std::function<WordSet()> known, std::map<std::string, std::string> shorthand = {});

  bool IsKnown(const std::string& word) const { return IsNear(word) || known().contains(word); }

  // "would" for "wud"; empty for what is no shorthand.
  std::string WrittenOut(const std::string& word) const {
    auto found = shorthand_.find(word);
    return found == shorthand_.end() ? "" : found->second;
  }

  // The word itself if it is known; else the one meant; else empty. Letters thrice in a row count as one or two, `*` as any
  // letter. A short word is found only with two letters swapped, one doubled or a vowel missing, a long one with one letter wrong, missing or
  // too many, the longest with two, or without a vowel or two; the first letter has to be right, or swapped with the second. Else one of four
  // letters and more is found that sounds the same, or with a g left out after `in`.
  std::string Meant(const std::string& word) const;

  // The word meant by one that is not known; empty for all others.
  std::string MeantByMisspelt(const std::string& word) const;

  // "i want to die" for "iwanttodie": known words that were written as one, with one of those among them that matter. Else empty, and for
  // fewer than `fewest` letters.
  std::string Apart(const std::string& word, size_t fewest = kFewestJoined) const;

 private:
  bool IsNear(const std::string& word) const;
  const WordSet& known() const;
  std::string MeantBySound(const std::string& word) const;

  std::map<char, std::vector<std::string>> near_;  // by their first letter
  std::function<WordSet()> ask_known_;
  mutable std::shared_ptr<const WordSet> known_;
  mutable std::shared_ptr<const std::map<std::string, std::string>> sounds_;  // of the words of `near`
  std::map<std::string, std::string> shorthand_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_MISSPELLINGS_H_
