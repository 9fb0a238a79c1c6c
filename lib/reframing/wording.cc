#include "reframing/wording.h"

#include <unictype.h>
#include <unistr.h>

#include <algorithm>
#include <array>

#include "text/stable_hash.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr std::array<std::string_view, 2> kTypographicApostrophes = {"\xE2\x80\x99", "\xE2\x80\x98"};

// Words after which 's stands for "is"; after others it may as well mean whose something is.
constexpr std::array<std::string_view, 12> kBeforeIs = {"it",    "he",  "she", "that", "there", "what",
                                                        "where", "who", "how", "here", "everything", "nothing"};

struct Contraction {
  std::string_view word;
  std::array<std::string_view, 2> parts;
};

// Contractions that don't follow from their ending, and ones typed without an apostrophe that are no other word.
constexpr Contraction kContractions[] = {
    {"can't", {"can", "not"}},   {"cannot", {"can", "not"}},    {"won't", {"will", "not"}},
    {"shan't", {"shall", "not"}}, {"i'm", {"i", "am"}},         {"im", {"i", "am"}},
    {"dont", {"do", "not"}},     {"cant", {"can", "not"}},      {"didnt", {"did", "not"}},
    {"doesnt", {"does", "not"}}, {"isnt", {"is", "not"}},       {"wasnt", {"was", "not"}},
    {"wouldnt", {"would", "not"}}, {"couldnt", {"could", "not"}}, {"shouldnt", {"should", "not"}},
    {"ive", {"i", "have"}},      {"gonna", {"going", "to"}},    {"wanna", {"want", "to"}},
};

struct Ending {
  std::string_view ending, word;
};

constexpr Ending kEndings[] = {{"n't", "not"}, {"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}, {"'d", "would"}};

std::vector<std::string> WrittenOut(const std::string& word) {
  for (const Contraction& contraction : kContractions)
    if (word == contraction.word) return {std::string(contraction.parts[0]), std::string(contraction.parts[1])};
  for (const Ending& ending : kEndings)
    if (word.size() > ending.ending.size() && word.ends_with(ending.ending))
      return {word.substr(0, word.size() - ending.ending.size()), std::string(ending.word)};
  if (word.ends_with("'s")) {
    std::string_view base = std::string_view(word).substr(0, word.size() - 2);
    if (std::find(kBeforeIs.begin(), kBeforeIs.end(), base) != kBeforeIs.end()) return {std::string(base), "is"};
  }
  return {word};
}

bool IsContraction(std::string_view word) {
  return std::any_of(std::begin(kContractions), std::end(kContractions), [&](const Contraction& known) { return known.word == word; });
}

bool EndsSentence(ucs4_t c) {
  return c == '.' || c == '!' || c == '?' || c == ';' || c == 0x2026 || c == 0x3002;
}

bool IsWordCharacter(ucs4_t c) { return uc_is_alnum(c) || c == '_' || uc_is_general_category(c, UC_MARK); }

}  // namespace

uint64_t HashOfPlainWord(std::string_view word) {
  bool is_plain = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_plain && !IsContraction(word) ? StableHash(word) : 0;
}

Wording::Wording(std::string_view original) : original_bytes_(original.size()) {
  for (size_t at = 0; at < original.size();) {
    std::string_view rest = original.substr(at);
    bool typographic = rest.starts_with(kTypographicApostrophes[0]) || rest.starts_with(kTypographicApostrophes[1]);
    if (typographic) apostrophes_.push_back(plain_.size());
    plain_ += typographic ? '\'' : original[at];
    at += typographic ? 3 : 1;
  }
  const auto* bytes = reinterpret_cast<const uint8_t*>(plain_.data());
  int sentence = 0;
  size_t begin = 0;
  bool in_word = false;
  auto end_word = [&](size_t end) {
    if (!in_word) return;
    in_word = false;
    size_t last = plain_.find_last_not_of('\'', end - 1) + 1;  // a closing quote is no part of the word
    Range range = InOriginal({begin, last});
    for (std::string& part : WrittenOut(FoldCase(std::string_view(plain_).substr(begin, last - begin))))
      words_.push_back({StableHash(part), range, sentence});
  };
  for (size_t at = 0; at < plain_.size();) {
    ucs4_t c;
    int length = std::max(1, u8_mbtoucr(&c, bytes + at, plain_.size() - at));
    if (u8_mbtoucr(&c, bytes + at, plain_.size() - at) < 1) c = ' ';
    if (IsWordCharacter(c)) {
      if (!in_word) begin = at;
      in_word = true;
    } else if (c != '\'' || !in_word) {
      end_word(at);
      // One line end is white space, as an editor puts it anywhere; an empty line separates.
      bool empty_line = c == '\n' && plain_.find_first_not_of(" \t\r", at + 1) < plain_.size() &&
                        plain_[plain_.find_first_not_of(" \t\r", at + 1)] == '\n';
      if (EndsSentence(c) || empty_line) ++sentence;
    }
    at += static_cast<size_t>(length);
  }
  end_word(plain_.size());
  for (const Word& word : words_) signs_.set(SignOf(word.hash));
}

Wording Wording::Without(const std::set<uint64_t>& hashes) const {
  Wording less = *this;
  std::erase_if(less.words_, [&](const Word& word) { return hashes.contains(word.hash); });
  return less;  // its signs are those of all words, which is no harm
}

Wording Wording::Without(const std::vector<Range>& places) const {
  Wording less = *this;
  std::erase_if(less.words_, [&](const Word& word) {
    return std::any_of(places.begin(), places.end(), [&](const Range& place) { return place.Overlaps(word.range); });
  });
  return less;
}

std::vector<Wording> Wording::Sentences() const {
  std::vector<Wording> sentences;
  for (size_t begin = 0; begin < words_.size();) {
    size_t end = begin;
    while (end < words_.size() && words_[end].sentence == words_[begin].sentence) ++end;
    Wording one;
    one.original_bytes_ = original_bytes_;
    one.words_.assign(words_.begin() + static_cast<std::ptrdiff_t>(begin), words_.begin() + static_cast<std::ptrdiff_t>(end));
    one.signs_ = signs_;
    size_t first = InPlain(words_[begin].range.begin);
    one.plain_ = plain_.substr(first, InPlain(words_[end - 1].range.end) - first);
    sentences.push_back(std::move(one));
    begin = end;
  }
  return sentences;
}

size_t Wording::InPlain(size_t in_original) const {
  size_t before = 0;
  while (before < apostrophes_.size() && apostrophes_[before] + 2 * before < in_original) ++before;
  return in_original - 2 * before;
}

Range Wording::InOriginal(Range in_plain) const {
  auto original_place = [&](size_t place) {
    size_t before = static_cast<size_t>(std::lower_bound(apostrophes_.begin(), apostrophes_.end(), place) -
                                        apostrophes_.begin());
    return place + 2 * before;
  };
  return {original_place(in_plain.begin), original_place(in_plain.end)};
}

}  // namespace stumble
