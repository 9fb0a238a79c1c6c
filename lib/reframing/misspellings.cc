#include "reframing/misspellings.h"

#include <algorithm>
#include <cstddef>

namespace stumble {

namespace {

constexpr size_t kMostBytes = 24;
constexpr size_t kShort = 4, kMiddling = 5, kLong = 8;

bool IsAscii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Optimal string alignment: insertions, deletions, substitutions, and neighbors swapped.
size_t Edits(std::string_view a, std::string_view b) {
  size_t cost[kMostBytes + 1][kMostBytes + 1];
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      size_t change = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({change, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

// `most` of the same letter in a row.
std::string Squeezed(std::string_view word, size_t most) {
  std::string squeezed;
  size_t run = 0;
  for (char c : word) {
    run = !squeezed.empty() && squeezed.back() == c ? run + 1 : 1;
    if (run <= most) squeezed += c;
  }
  return squeezed;
}

bool IsSwapped(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  size_t at = 0;
  while (at < a.size() && a[at] == b[at]) ++at;
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

bool IsMasked(std::string_view word, std::string_view meant) {
  if (word.size() != meant.size()) return false;
  for (size_t at = 0; at < word.size(); ++at)
    if (word[at] != '*' && word[at] != meant[at]) return false;
  return true;
}

// "wnt" for "want".
bool LacksAVowel(std::string_view word, std::string_view meant) {
  if (word.size() < 3 || word.size() + 1 != meant.size()) return false;
  for (size_t at = 1; at + 1 < meant.size(); ++at) {
    bool vowel = std::string_view("aeiou").find(meant[at]) != std::string_view::npos;
    if (vowel && word.substr(0, at) == meant.substr(0, at) && word.substr(at) == meant.substr(at + 1)) return true;
  }
  return false;
}

bool IsMisspelt(std::string_view word, std::string_view meant) {
  if (IsSwapped(word, meant)) return true;
  if (word[0] != meant[0]) return false;
  if (meant.size() <= kShort)
    return (word.size() != meant.size() && Squeezed(word, 1) == Squeezed(meant, 1)) || LacksAVowel(word, meant);
  size_t edits = Edits(word, meant);
  // In five letters, one wrong letter makes too many other words.
  if (meant.size() == kMiddling) return edits == 1 && word.size() != meant.size();
  return edits <= (meant.size() >= kLong ? 2u : 1u);
}

}  // namespace

Misspellings::Misspellings(const std::vector<std::string>& near, std::set<std::string> known) : known_(std::move(known)) {
  for (const std::string& word : near) {
    if (word.size() < 3 || word.size() > kMostBytes || !IsAscii(word)) continue;
    near_[word[0]].push_back(word);
    known_.insert(word);
  }
}

std::string Misspellings::Meant(const std::string& word) const {
  if (IsKnown(word)) return word;
  if (word.size() < 3 || word.size() + 2 > kMostBytes || !IsAscii(word)) {
    std::string once = word.size() < 3 ? "" : Squeezed(word, 1);
    return IsKnown(once) ? once : "";
  }
  if (Squeezed(word, 2) != word) {
    for (size_t most : {2, 1})
      if (std::string squeezed = Squeezed(word, most); IsKnown(squeezed)) return squeezed;
  }
  bool masked = word.find('*') != std::string::npos;
  for (char first : {word[0], word[1]}) {
    auto found = near_.find(first);
    if (found == near_.end()) continue;
    for (const std::string& meant : found->second)
      if (masked ? IsMasked(word, meant) : IsMisspelt(word, meant)) return meant;
    if (word[0] == word[1]) break;
  }
  return "";
}

}  // namespace stumble
