#include "text/text.h"

#include <unicase.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace stumble {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

const uint8_t* Bytes(std::string_view text) { return reinterpret_cast<const uint8_t*>(text.data()); }

// Calls `each(code_point, bytes)` for every character; an ill-formed byte comes as U+FFFD, alone.
template <typename Each>
void ForEachCharacter(std::string_view text, Each each) {
  while (!text.empty()) {
    ucs4_t character;
    int length = u8_mbtoucr(&character, Bytes(text), text.size());
    if (length < 1) {
      each(ucs4_t{0xFFFD}, std::string_view());
      text.remove_prefix(1);
      continue;
    }
    each(character, text.substr(0, length));
    text.remove_prefix(length);
  }
}

constexpr ucs4_t kFirstSymbol = 0x2190, kBlackFlag = 0x1F3F4, kCancelTag = 0xE007F, kZeroWidthJoiner = 0x200D, kEmojiVariation = 0xFE0F;

bool IsTag(ucs4_t c) { return c >= 0xE0000 && c <= 0xE007F; }

bool SteersATerminal(ucs4_t c) {
  if (c == '\n' || c == '\t') return false;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  if (c == 0x061C || c == 0x200E || c == 0x200F) return true;                                   // bidirectional marks
  if ((c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;                // separators, overrides
  return (c >= 0xFFF9 && c <= 0xFFFB) || IsTag(c);
}

// How many bytes at the beginning of `rest`, which follows a black flag, are the tags that make it the flag of a region.
size_t FlagTagBytes(std::string_view rest) {
  size_t bytes = 0;
  for (int tags = 0; tags < 32; ++tags) {
    ucs4_t c;
    int length = u8_mbtoucr(&c, Bytes(rest.substr(bytes)), rest.size() - bytes);
    if (length < 1 || !IsTag(c) || c < 0xE0020) return 0;
    bytes += length;
    if (c == kCancelTag) return tags > 0 ? bytes : 0;
  }
  return 0;
}

int CharacterWidth(ucs4_t c) { return std::max(0, uc_width(c, "UTF-8")); }

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

bool IsRegionalIndicator(ucs4_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

// The first of what a person sees as characters: a letter with its accents, a syllable, an emoji with all that it is joined of.
// At least one byte; an ill-formed byte is alone.
std::string_view FirstGrapheme(std::string_view text) {
  ucs4_t first, second;
  int length = u8_mbtoucr(&first, Bytes(text), text.size());
  if (length < 1) return text.substr(0, 1);
  if (first < 0x80 && (text.size() == 1 || static_cast<unsigned char>(text[1]) < 0x80)) return text.substr(0, 1);
  if (first == kBlackFlag)
    if (size_t tags = FlagTagBytes(text.substr(length))) return text.substr(0, length + tags);
  if (IsRegionalIndicator(first)) {  // two make a flag, and libunistring may take all that follow
    int more = u8_mbtoucr(&second, Bytes(text.substr(length)), text.size() - length);
    if (more > 0 && IsRegionalIndicator(second)) return text.substr(0, length + more);
  }
  const uint8_t* end = u8_grapheme_next(Bytes(text), Bytes(text) + text.size());
  size_t bytes = std::max<size_t>(end ? static_cast<size_t>(end - Bytes(text)) : text.size(), length);
  // Emoji joined to one, which libunistring 1.0 does not know: the joiner ends what it takes.
  constexpr std::string_view kJoiner = "\u200D";
  while (bytes < text.size() && text.substr(0, bytes).ends_with(kJoiner)) {
    int more = u8_mbtoucr(&second, Bytes(text.substr(bytes)), text.size() - bytes);
    if (more < 1 || second < kFirstSymbol) break;
    const uint8_t* next = u8_grapheme_next(Bytes(text.substr(bytes)), Bytes(text) + text.size());
    bytes = next ? static_cast<size_t>(next - Bytes(text)) : text.size();
  }
  return text.substr(0, bytes);
}

// Columns of one grapheme.
int GraphemeWidth(std::string_view grapheme) {
  int width = 0, characters = 0;
  bool is_emoji = false;
  ForEachCharacter(grapheme, [&](ucs4_t c, std::string_view) {
    if (c == kEmojiVariation || (c == kZeroWidthJoiner && width == 2)) is_emoji = true;
    if (characters > 0 && c >= 0x1F3FB && c <= 0x1F3FF) is_emoji = true;  // a skin tone
    width += CharacterWidth(c);
    ++characters;
  });
  return is_emoji && width > 0 ? 2 : width;
}

// Where a line may end inside a word, before the byte: 1 at each such byte.
std::vector<char> BreaksInside(std::string_view word) {
  std::vector<char> breaks(word.size(), UC_BREAK_PROHIBITED);
  if (!word.empty() && IsUtf8(word)) u8_possible_linebreaks(Bytes(word), word.size(), "UTF-8", breaks.data());
  for (char& at : breaks) at = at == UC_BREAK_POSSIBLE || at == UC_BREAK_MANDATORY;
  return breaks;
}

// A word as pieces between which a line may end: the whole word, unless it has wide characters.
std::vector<std::string_view> PiecesOf(std::string_view word) {
  if (IsAscii(word)) return {word};
  std::vector<char> breaks = BreaksInside(word);
  std::vector<std::string_view> pieces;
  size_t begin = 0, at = 0;
  bool wide_before = false;
  while (at < word.size()) {
    std::string_view grapheme = FirstGrapheme(word.substr(at));
    bool wide = GraphemeWidth(grapheme) > 1;
    if (at > begin && breaks[at] && (wide || wide_before)) {
      pieces.push_back(word.substr(begin, at - begin));
      begin = at;
    }
    wide_before = wide;
    at += grapheme.size();
  }
  pieces.push_back(word.substr(begin));
  return pieces;
}

// The beginning of a word that fits into `room` columns, at least one grapheme.
std::string_view WhatFits(std::string_view word, int room) {
  size_t bytes = 0;
  int used = 0;
  while (bytes < word.size()) {
    std::string_view grapheme = FirstGrapheme(word.substr(bytes));
    used += GraphemeWidth(grapheme);
    if (used > room && bytes > 0) break;
    bytes += grapheme.size();
  }
  return word.substr(0, bytes);
}

// Lines in the making.
class LineFiller {
 public:
  LineFiller(std::string indent, int width, WideWords wide_words, std::vector<std::string>& lines)
      : indent_(std::move(indent)), width_(width), wide_words_(wide_words), lines_(lines) {
    if (wide_words_ == WideWords::kBreak && static_cast<int>(indent_.size()) > width / 2) indent_.clear();
    Begin();
  }

  // `after_space`: the piece begins a word.
  void Add(std::string_view piece, bool after_space) {
    int piece_width = WidthColumns(piece);
    bool spaced = after_space && !IsEmpty();
    if (!IsEmpty() && used_ + (spaced ? 1 : 0) + piece_width > width_) {
      End();
      spaced = false;
    }
    if (spaced) Put(" ", 1);
    while (wide_words_ == WideWords::kBreak && used_ + WidthColumns(piece) > width_) {
      std::string_view part = WhatFits(piece, width_ - used_);
      if (part.size() == piece.size()) break;
      Put(part, WidthColumns(part));
      piece.remove_prefix(part.size());
      End();
    }
    Put(piece, WidthColumns(piece));
  }

  void End() {
    lines_.push_back(std::move(line_));
    Begin();
  }

 private:
  void Begin() {
    line_ = indent_;
    used_ = static_cast<int>(indent_.size());
  }
  bool IsEmpty() const { return line_.size() <= indent_.size(); }
  void Put(std::string_view text, int width) {
    line_ += text;
    used_ += width;
  }

  std::string indent_;
  int width_;
  WideWords wide_words_;
  std::vector<std::string>& lines_;
  std::string line_;
  int used_ = 0;
};

}  // namespace

bool IsUtf8(std::string_view text) { return u8_check(Bytes(text), text.size()) == nullptr; }

std::string ReplaceIllFormed(std::string_view text) {
  if (IsUtf8(text)) return std::string(text);
  std::string result;
  ForEachCharacter(text, [&](ucs4_t, std::string_view bytes) { result += bytes.empty() ? kReplacement : bytes; });
  return result;
}

int WidthColumns(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    std::string_view grapheme = FirstGrapheme(text);
    width += GraphemeWidth(grapheme);
    text.remove_prefix(grapheme.size());
  }
  return width;
}

std::vector<std::string> Wrap(std::string_view text, int width, WideWords wide_words) {
  std::vector<std::string> lines;
  for (std::string_view paragraph : Split(text, '\n')) {
    std::string indent(std::min(paragraph.find_first_not_of(' '), paragraph.size()), ' ');
    paragraph.remove_prefix(indent.size());
    LineFiller filler(std::move(indent), width, wide_words, lines);
    for (std::string_view word : Split(paragraph, ' ')) {
      bool first = true;
      for (std::string_view piece : PiecesOf(word)) {
        filler.Add(piece, first);
        first = false;
      }
    }
    filler.End();
  }
  return lines;
}

std::string Shorten(std::string_view text, int width) {
  if (WidthColumns(text) <= width) return std::string(text);
  std::string result;
  int used = 0;
  while (!text.empty()) {
    std::string_view grapheme = FirstGrapheme(text);
    used += GraphemeWidth(grapheme);
    if (used > width - 1) break;
    result += ReplaceIllFormed(grapheme);
    text.remove_prefix(grapheme.size());
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result + "…";
}

std::string SafeForTerminal(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    ucs4_t c;
    int length = u8_mbtoucr(&c, Bytes(text), text.size());
    if (length < 1 || SteersATerminal(c)) {
      result += kReplacement;
      text.remove_prefix(std::max(length, 1));
      continue;
    }
    size_t bytes = length;
    if (c == kBlackFlag) bytes += FlagTagBytes(text.substr(bytes));
    result += text.substr(0, bytes);
    text.remove_prefix(bytes);
  }
  return result;
}

std::string OnOneLine(std::string_view text) {
  std::string result;
  for (char c : text) {
    if (c != '\n' && c != '\r') {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  while (!result.empty() && result.back() == ' ' && !text.empty() && text.back() == '\n') result.pop_back();
  return result;
}

std::string HarmlessJson(std::string_view json) {
  std::string harmless;
  for (size_t at = 0; at < json.size();) {
    ucs4_t c;
    int length = u8_mbtoucr(&c, reinterpret_cast<const uint8_t*>(json.data()) + at, json.size() - at);
    bool steers = length > 0 && ((c >= 0x7F && c <= 0x9F) || c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                                 (c >= 0x2066 && c <= 0x2069));
    auto bytes = static_cast<size_t>(std::max(1, length));
    if (steers) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      harmless += escape;
    } else {
      harmless += json.substr(at, bytes);
    }
    at += bytes;
  }
  return harmless;
}

std::string FoldCase(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    std::string folded(text);  // as nearly all words are; a pack has thousands
    for (char& c : folded)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return folded;
  }
  if (!IsUtf8(text)) return std::string(text);  // compared byte by byte
  size_t length = 0;
  std::unique_ptr<uint8_t, void (*)(void*)> folded(
      u8_casefold(Bytes(text), text.size(), nullptr, UNINORM_NFKC, nullptr, &length), std::free);
  if (!folded) return std::string(text);
  return std::string(reinterpret_cast<char*>(folded.get()), length);
}

bool EqualIgnoringCase(std::string_view a, std::string_view b) { return a == b || FoldCase(a) == FoldCase(b); }

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\v\f";
  size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (true) {
    size_t end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

}  // namespace stumble
