#include "text/text.h"

#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

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

bool SteersATerminal(ucs4_t c) {
  if (c == '\n' || c == '\t') return false;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

int CharacterWidth(ucs4_t c) { return std::max(0, uc_width(c, "UTF-8")); }

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
  ForEachCharacter(text, [&](ucs4_t c, std::string_view) { width += CharacterWidth(c); });
  return width;
}

std::vector<std::string> Wrap(std::string_view text, int width) {
  std::vector<std::string> lines;
  for (std::string_view paragraph : Split(text, '\n')) {
    std::string indent(std::min(paragraph.find_first_not_of(' '), paragraph.size()), ' ');
    paragraph.remove_prefix(indent.size());
    std::string line = indent;
    int line_width = static_cast<int>(indent.size());
    for (std::string_view word : Split(paragraph, ' ')) {
      int word_width = WidthColumns(word);
      if (line.size() > indent.size() && line_width + 1 + word_width > width) {
        lines.push_back(std::move(line));
        line = indent;
        line_width = static_cast<int>(indent.size());
      }
      if (line.size() > indent.size()) {
        line += ' ';
        ++line_width;
      }
      line += word;
      line_width += word_width;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string Shorten(std::string_view text, int width) {
  if (WidthColumns(text) <= width) return std::string(text);
  std::string result;
  int used = 0;
  bool full = false;
  ForEachCharacter(text, [&](ucs4_t c, std::string_view bytes) {
    used += CharacterWidth(c);
    full = full || used > width - 1;
    if (!full) result += bytes.empty() ? kReplacement : bytes;
  });
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result + "…";
}

std::string SafeForTerminal(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  ForEachCharacter(text, [&](ucs4_t c, std::string_view bytes) {
    result += bytes.empty() || SteersATerminal(c) ? kReplacement : bytes;
  });
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

std::string FoldCase(std::string_view text) {
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
