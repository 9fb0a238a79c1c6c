// Misspellings: which word was probably meant by one that is misspelt by a letter or two ("sucidal", "myslef"), among a few that matter. A
// word that the list knows to be right is never taken for another.
#ifndef STUMBLE_REFRAMING_MISSPELLINGS_H_
#define STUMBLE_REFRAMING_MISSPELLINGS_H_

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace stumble {

class Misspellings {
 public:
  // `near`: words to be found also when misspelt. `known`: words that are right as they are. All in lower case.
  Misspellings(const std::vector<std::string>& near, std::set<std::string> known);

  bool IsKnown(const std::string& word) const { return known_.contains(word); }

  // The word itself if it is known; else the one meant; else empty. Letters thrice in a row count as one or two, `*` as any
  // letter. A short word is found only with two letters swapped, one doubled or a vowel missing, a long one with one letter wrong, missing or
  // too many, the longest with two; the first letter has to be right, or swapped with the second.
  std::string Meant(const std::string& word) const;

 private:
  std::map<char, std::vector<std::string>> near_;  // by their first letter
  std::set<std::string> known_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_MISSPELLINGS_H_
