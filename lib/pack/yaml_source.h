// YamlSource: the bytes of a pack, judged before any YAML parser sees them. yaml-cpp accepts invalid UTF-8, takes
// byte 4 for the end of the file and counts columns in bytes; here a pack is at most 1 MiB of UTF-8 without control
// characters, and an offset into it becomes the line and column that a text editor shows.
#ifndef STUMBLE_PACK_YAML_SOURCE_H_
#define STUMBLE_PACK_YAML_SOURCE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "error.h"

namespace stumble {

class YamlSource {
 public:
  static constexpr std::size_t kMaxBytes = std::size_t{1} << 20;

  // Throws Error, with line and column, for what is too large, not UTF-8, or holds control characters.
  YamlSource(std::string_view bytes, std::string file);

  // Without a byte order mark, and always ending in a newline.
  const std::string& text() const { return text_; }

  // The line and column (in characters, both from 1) of a byte of text(). An offset beyond it means its end.
  Place PlaceAt(std::size_t offset);

  // The byte at an offset; NUL beyond the end.
  char At(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  // Where the quote that opens at `opening` closes; npos when it never does.
  std::size_t ClosingQuote(std::size_t opening) const;

  // The offset of a tab in the indentation of the line that holds `offset`; npos when there is none.
  std::size_t TabInIndentation(std::size_t offset) const;

  // The offset of the last character before `offset` that is not white space.
  std::size_t LastMarkBefore(std::size_t offset) const;

 private:
  void CheckBytes();
  std::size_t StartOfLine(std::size_t offset) const;

  std::string text_;
  std::string file_;
  // The place asked for last: questions come nearly in order, and counting goes on from there.
  std::size_t known_offset_ = 0;
  int known_line_ = 1;
  int known_column_ = 1;
};

// The length in bytes of the UTF-8 character that begins at `offset`; 0 when none does.
std::size_t Utf8Length(std::string_view text, std::size_t offset);

// Whether a character that begins at `offset` is a control character other than tab and newline.
bool IsControl(std::string_view text, std::size_t offset);

}  // namespace stumble

#endif  // STUMBLE_PACK_YAML_SOURCE_H_
