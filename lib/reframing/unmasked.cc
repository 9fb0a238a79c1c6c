#include "reframing/unmasked.h"

#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <vector>

#include "text/text.h"

namespace stumble {

namespace {

constexpr size_t kFewestSpacedLetters = 3;
constexpr size_t kMostSpacedLetters = 24;  // no known word is longer

struct Sign {
  ucs4_t sign;
  char letter;
};

// Letters of other alphabets that look like Latin ones.
constexpr Sign kLookalikes[] = {{0x430, 'a'}, {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x443, 'y'},
                                {0x445, 'x'}, {0x456, 'i'}, {0x455, 's'}, {0x458, 'j'}, {0x501, 'd'}, {0x3B9, 'i'},
                                {0x3BF, 'o'}, {0x3B1, 'a'}, {0x131, 'i'}, {0x2019, '\''}, {0x2018, '\''}};

// Signs that stand for a letter inside a word.
constexpr Sign kSigns[] = {{'0', 'o'}, {'1', 'i'}, {'3', 'e'}, {'4', 'a'}, {'5', 's'}, {'7', 't'},
                           {'8', 'b'}, {'9', 'g'}, {'@', 'a'}, {'$', 's'}, {'!', 'i'}, {'|', 'i'},
                           {'+', 't'}, {'*', '*'}};

char LetterFor(char sign) {
  for (const Sign& known : kSigns)
    if (known.sign == static_cast<unsigned char>(sign)) return known.letter;
  return 0;
}

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// In lower case, without accents, joiners and what has no width, lookalikes as the letters they look like.
std::string Bare(std::string_view text) {
  std::string folded = FoldCase(ReplaceIllFormed(text));
  bool plain = true;
  for (char c : folded) plain = plain && static_cast<unsigned char>(c) < 0x80;
  if (plain) return folded;
  size_t length = 0;
  std::unique_ptr<uint8_t, void (*)(void*)> taken_apart(
      u8_normalize(UNINORM_NFKD, reinterpret_cast<const uint8_t*>(folded.data()), folded.size(), nullptr, &length),
      std::free);
  if (!taken_apart) return folded;
  std::string bare;
  for (size_t at = 0; at < length;) {
    ucs4_t c;
    int bytes = u8_mbtoucr(&c, taken_apart.get() + at, length - at);
    if (bytes < 1) return folded;
    char looks_like = 0;
    for (const Sign& known : kLookalikes)
      if (known.sign == c) looks_like = known.letter;
    if (looks_like != 0) {
      bare += looks_like;
    } else if (!uc_is_general_category(c, UC_MARK) && !uc_is_general_category(c, UC_FORMAT)) {
      bare.append(reinterpret_cast<const char*>(taken_apart.get()) + at, static_cast<size_t>(bytes));
    }
    at += static_cast<size_t>(bytes);
  }
  return bare;
}

// A word between blanks, with the signs around it apart.
struct Token {
  std::string before, word, after;
};

Token Parted(std::string_view piece) {
  size_t begin = 0, end = piece.size();
  auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  auto belongs = [&](size_t at) { return IsLetter(piece[at]) || is_digit(piece[at]) || LetterFor(piece[at]) != 0; };
  while (begin < end && !belongs(begin)) ++begin;
  // Exclamation marks and the like at the end are what they seem.
  while (end > begin && !IsLetter(piece[end - 1]) && !is_digit(piece[end - 1])) --end;
  return {std::string(piece.substr(0, begin)), std::string(piece.substr(begin, end - begin)),
          std::string(piece.substr(end))};
}

// The word without its signs; empty if it has none, or no letter.
std::string WithoutSigns(const std::string& word, char for_one) {
  std::string plain;
  bool has_sign = false, has_letter = false;
  for (char c : word) {
    if (IsLetter(c)) {
      has_letter = true;
      plain += c;
    } else if (c == '1') {
      has_sign = true;
      plain += for_one;
    } else if (char letter = LetterFor(c)) {
      has_sign = true;
      plain += letter;
    } else {
      return "";
    }
  }
  return has_sign && has_letter ? plain : "";
}

// "k.m.s", "d-i-e": letters with a sign between every two.
std::string WithoutDots(const std::string& word) {
  std::string letters;
  for (size_t at = 0; at < word.size(); ++at) {
    if (IsLetter(word[at]) != (at % 2 == 0)) return "";
    if (at % 2 == 0) letters += word[at];
  }
  return letters.size() >= kFewestSpacedLetters ? letters : "";
}

std::string MeantBy(const std::string& word, const Misspellings& misspellings) {
  if (std::string written_out = misspellings.WrittenOut(word); !written_out.empty()) return written_out;
  if (std::all_of(word.begin(), word.end(), IsLetter)) {
    std::string meant = misspellings.MeantByMisspelt(word);
    return meant.empty() ? misspellings.Apart(word) : meant;
  }
  if (word.find(' ') != std::string::npos || misspellings.IsKnown(word)) return "";  // letters that were joined are words already
  // "every1", "no1".
  if (word.ends_with('1'))
    if (std::string meant = misspellings.Meant(word.substr(0, word.size() - 1) + "one"); !meant.empty()) return meant;
  for (char for_one : {'i', 'l'}) {
    std::string plain = WithoutSigns(word, for_one);
    if (plain.empty()) break;
    if (std::string meant = misspellings.Meant(plain); !meant.empty()) return meant;
  }
  std::string letters = WithoutDots(word);
  return !letters.empty() && misspellings.IsKnown(letters) ? letters : "";
}

bool IsSingleLetter(const Token& token) { return token.word.size() == 1 && (IsLetter(token.word[0]) || LetterFor(token.word[0]) != 0); }

// The letters of tokens from `begin` to before `end`, each of one.
std::string Joined(const std::vector<Token>& tokens, size_t begin, size_t end) {
  std::string joined;
  for (size_t at = begin; at < end; ++at) {
    char c = tokens[at].word[0];
    joined += IsLetter(c) ? c : LetterFor(c);
  }
  return joined;
}

// Joins letters that stand one by one: all of them as known words, else the longest known word first.
void JoinLetters(std::vector<Token>& tokens, const Misspellings& misspellings, bool& changed) {
  for (size_t begin = 0; begin < tokens.size(); ++begin) {
    size_t end = begin;
    while (end < tokens.size() && end - begin < kMostSpacedLetters && IsSingleLetter(tokens[end])) ++end;
    if (end < begin + kFewestSpacedLetters) continue;
    size_t last = end;
    std::string meant = misspellings.Apart(Joined(tokens, begin, end), kFewestSpacedLetters);
    for (; meant.empty() && last >= begin + kFewestSpacedLetters; --last)
      if (std::string joined = Joined(tokens, begin, last); misspellings.IsKnown(joined)) {
        meant = joined;
        break;
      }
    if (meant.empty()) continue;
    tokens[begin].word = meant;
    tokens[begin].after = tokens[last - 1].after;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(begin) + 1, tokens.begin() + static_cast<std::ptrdiff_t>(last));
    changed = true;
  }
}

}  // namespace

std::string Unmasked(std::string_view text, const Misspellings& misspellings) {
  std::string bare = Bare(text);
  // Accents, lookalikes, what has no width, or letters of another width.
  bool changed = bare.size() < text.size() || bare != FoldCase(ReplaceIllFormed(text));
  std::vector<Token> tokens;
  for (size_t at = 0; at < bare.size();) {
    if (IsBlank(bare[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < bare.size() && !IsBlank(bare[end])) ++end;
    tokens.push_back(Parted(std::string_view(bare).substr(at, end - at)));
    at = end;
  }
  JoinLetters(tokens, misspellings, changed);
  std::string unmasked;
  for (const Token& token : tokens) {
    std::string meant = MeantBy(token.word, misspellings);
    if (!meant.empty()) changed = true;
    if (!unmasked.empty()) unmasked += ' ';
    unmasked += token.before + (meant.empty() ? token.word : meant) + token.after;
  }
  return changed ? unmasked : "";
}

}  // namespace stumble
