#include "reframing/misspellings.h"

#include <algorithm>
#include <cstddef>

namespace stumble {

namespace {

constexpr size_t kMostBytes = 24;
constexpr size_t kShort = 4, kMiddling = 5, kLong = 8;
constexpr size_t kMostVowelsLeftOut = 2;
constexpr size_t kMostJoined = 64;  // letters of words written as one

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

bool IsVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// "wnt" for "want", "agn" for "again": up to `most` vowels left out, but for the first letter; at the end no other than an e.
bool LacksVowels(std::string_view word, std::string_view meant, size_t most) {
  if (word.size() < 3 || word.size() >= meant.size() || meant.size() - word.size() > most) return false;
  size_t at = 0;
  for (size_t i = 0; i < meant.size(); ++i) {
    if (at < word.size() && word[at] == meant[i]) {
      ++at;
    } else if (i == 0 || !IsVowel(meant[i]) || (i + 1 == meant.size() && meant[i] != 'e')) {
      return false;
    }
  }
  return at == word.size();
}

// Letters that are written for the same sound, the longer ones first; what is left out of a word is silent there.
struct Spelling {
  std::string_view letters;
  std::string_view sound;
};
constexpr Spelling kFirst[] = {{"kn", "n"}, {"wr", "r"}, {"wh", "w"}};
constexpr Spelling kSpellings[] = {{"eigh", "A"}, {"tch", "C"}, {"sch", "sk"}, {"ght", "t"}, {"dge", "j"}, {"igh", "I"}, {"ai", "A"}, {"ay", "A"},
                                   {"ei", "A"},   {"ey", "A"},  {"ea", "E"},   {"ee", "E"},  {"oa", "O"},  {"oe", "O"},  {"oo", "U"}, {"ew", "U"},
                                   {"ue", "U"},   {"ou", "W"},  {"ow", "W"},   {"au", "Q"},  {"aw", "Q"},  {"ph", "f"},  {"ck", "k"}, {"ch", "C"},
                                   {"ce", "se"},  {"ci", "si"}, {"cy", "si"},  {"gh", ""},   {"c", "k"},   {"q", "k"},   {"x", "ks"}, {"z", "s"},
                                   {"y", "i"}};

// How a word sounds, for words written as they are heard: "pilz" as "pills", "trane" as "train", "skool" as "school".
std::string SoundOf(std::string_view word) {
  std::string sound;
  for (const Spelling& spelling : kFirst)
    if (word.starts_with(spelling.letters)) {
      sound = spelling.sound;
      word.remove_prefix(spelling.letters.size());
      break;
    }
  while (!word.empty()) {
    size_t taken = 1;
    std::string_view meant = word.substr(0, 1);
    for (const Spelling& spelling : kSpellings) {
      bool begins_word = word[0] == 'y' && sound.empty();
      if (begins_word || !word.starts_with(spelling.letters)) continue;
      taken = spelling.letters.size();
      meant = spelling.sound;
      break;
    }
    sound += meant;
    word.remove_prefix(taken);
  }
  // A silent e lengthens the one vowel before it: "trane".
  if (sound.size() > 3 && sound.back() == 'e') {
    sound.pop_back();
    size_t vowel = sound.size() - 2;
    bool is_only_one = std::count_if(sound.begin(), sound.end(), IsVowel) == 1;
    if (is_only_one && IsVowel(sound[vowel])) sound[vowel] = static_cast<char>(sound[vowel] - 'a' + 'A');
  }
  return Squeezed(sound, 1);
}

bool IsMisspelt(std::string_view word, std::string_view meant) {
  if (IsSwapped(word, meant)) return true;
  if (word[0] != meant[0]) return false;
  if (meant.size() <= kShort)
    return (word.size() != meant.size() && Squeezed(word, 1) == Squeezed(meant, 1)) || LacksVowels(word, meant, 1);
  if (LacksVowels(word, meant, kMostVowelsLeftOut)) return true;
  size_t edits = Edits(word, meant);
  // In five letters, one wrong letter makes too many other words.
  if (meant.size() == kMiddling) return edits == 1 && word.size() != meant.size();
  return edits <= (meant.size() >= kLong ? 2u : 1u);
}

}  // namespace

Misspellings::Misspellings(const std::vector<std::string>& near, std::function<WordSet()> known, std::map<std::string, std::string> shorthand)
    : ask_known_(std::move(known)), shorthand_(std::move(shorthand)) {
  for (const std::string& word : near)
    if (word.size() >= 3 && word.size() <= kMostBytes && IsAscii(word)) near_[word[0]].push_back(word);
}

bool Misspellings::IsNear(const std::string& word) const {
  auto found = word.empty() ? near_.end() : near_.find(word[0]);
  return found != near_.end() && std::find(found->second.begin(), found->second.end(), word) != found->second.end();
}

const Misspellings::WordSet& Misspellings::known() const {
  if (!known_) known_ = std::make_shared<const WordSet>(ask_known_());
  return *known_;
}

std::string Misspellings::Apart(const std::string& word, size_t fewest) const {
  if (word.size() < fewest || word.size() > kMostJoined || !IsAscii(word)) return "";
  auto stands_in_it = [&](const std::string& near) { return word.find(near) != std::string::npos; };
  bool may_matter = std::any_of(near_.begin(), near_.end(), [&](const auto& words) {
    return std::any_of(words.second.begin(), words.second.end(), stands_in_it);
  });
  if (!may_matter || IsKnown(word)) return "";
  // best[end]: the fewest words that make up the first `end` letters, and where the last of them begins.
  struct Parts {
    size_t count = kMostJoined;
    size_t begin = 0;
  };
  std::vector<Parts> best(word.size() + 1);
  best[0].count = 0;
  for (size_t end = 1; end <= word.size(); ++end)
    for (size_t begin = end > kMostBytes ? end - kMostBytes : 0; begin < end; ++begin) {
      bool is_word = end - begin == 1 ? word[begin] == 'i' : IsKnown(word.substr(begin, end - begin));
      if (is_word && best[begin].count + 1 < best[end].count) best[end] = {best[begin].count + 1, begin};
    }
  if (best.back().count == kMostJoined) return "";
  std::string apart;
  bool matters = false;
  for (size_t end = word.size(); end > 0; end = best[end].begin) {
    std::string part = word.substr(best[end].begin, end - best[end].begin);
    matters = matters || IsNear(part);
    apart.insert(0, apart.empty() ? part : part + " ");
  }
  return matters ? apart : "";
}

std::string Misspellings::Meant(const std::string& word) const { return IsKnown(word) ? word : MeantByMisspelt(word); }

std::string Misspellings::MeantByMisspelt(const std::string& word) const {
  if (IsNear(word)) return "";
  if (word.size() < 3 || word.size() + 2 > kMostBytes || !IsAscii(word)) {
    std::string once = word.size() < 3 ? "" : Squeezed(word, 1);
    return !once.empty() && once != word && IsKnown(once) && !IsKnown(word) ? once : "";
  }
  if (Squeezed(word, 2) != word && !IsKnown(word)) {
    for (size_t most : {2, 1})
      if (std::string squeezed = Squeezed(word, most); IsKnown(squeezed)) return squeezed;
  }
  bool masked = word.find('*') != std::string::npos;
  for (char first : {word[0], word[1]}) {
    auto found = near_.find(first);
    if (found == near_.end()) continue;
    for (const std::string& meant : found->second)
      if (masked ? IsMasked(word, meant) : IsMisspelt(word, meant)) return IsKnown(word) ? "" : meant;
    if (word[0] == word[1]) break;
  }
  if (masked) return "";
  if (word.size() > kShort && word.ends_with("in") && IsKnown(word + "g")) return IsKnown(word) ? "" : word + "g";  // "jumpin"
  return MeantBySound(word);
}

std::string Misspellings::MeantBySound(const std::string& word) const {
  if (!sounds_) {
    auto sounds = std::make_shared<std::map<std::string, std::string>>();
    for (const auto& [first, words] : near_)
      for (const std::string& near : words)
        if (near.size() >= kShort) sounds->emplace(SoundOf(near), near);
    sounds_ = std::move(sounds);
  }
  auto found = sounds_->find(SoundOf(word));
  return found == sounds_->end() || word.size() < kShort || IsKnown(word) ? "" : found->second;
}

}  // namespace stumble
