#include "pack/yaml_source.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace stumble {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

unsigned char ByteAt(std::string_view text, std::size_t offset) {
  return offset < text.size() ? static_cast<unsigned char>(text[offset]) : 0;
}

bool IsContinuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

std::string Hex(const char* format, unsigned value) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, format, value);
  return buffer;
}

std::string DescribeControl(unsigned char byte, unsigned char next) {
  if (byte == 0) return "a NUL byte stands here; expected text (save the file as UTF-8)";
  if (byte == '\r') return "a carriage return without a newline stands here; expected lines that end in LF or CRLF";
  unsigned value = byte == 0xC2 ? next : byte;
  return "a control character (" + Hex("U+%04X", value) + ") stands here; expected plain text";
}

}  // namespace

// The table of well-formed byte sequences: The Unicode Standard, table 3-7.
std::size_t Utf8Length(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  unsigned char first = ByteAt(text, offset), second = ByteAt(text, offset + 1);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || !IsContinuation(second)) return 0;
  if (first < 0xE0) return 2;
  if (!IsContinuation(ByteAt(text, offset + 2))) return 0;
  if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
  if (first < 0xF0) return 3;
  if (!IsContinuation(ByteAt(text, offset + 3))) return 0;
  if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
  return 4;
}

bool IsControl(std::string_view text, std::size_t offset) {
  unsigned char byte = ByteAt(text, offset);
  if (byte == '\t' || byte == '\n') return false;
  return byte < 0x20 || byte == 0x7F || (byte == 0xC2 && ByteAt(text, offset + 1) < 0xA0);
}

YamlSource::YamlSource(std::string_view bytes, std::string file) : file_(std::move(file)) {
  if (bytes.size() > kMaxBytes) throw Error("the file is too large; expected a pack of at most 1 MiB", {file_, 1, 1});
  if (bytes.substr(0, kByteOrderMark.size()) == kByteOrderMark) bytes.remove_prefix(kByteOrderMark.size());
  text_ = bytes;
  if (text_.empty() || text_.back() != '\n') text_ += '\n';
  CheckBytes();
}

void YamlSource::CheckBytes() {
  for (std::size_t offset = 0; offset < text_.size();) {
    std::size_t length = Utf8Length(text_, offset);
    if (length == 0) {
      throw Error("byte " + Hex("0x%02X", ByteAt(text_, offset)) + " is not UTF-8; expected a file saved as UTF-8",
                  PlaceAt(offset));
    }
    bool line_end = text_[offset] == '\r' && At(offset + 1) == '\n';
    if (!line_end && IsControl(text_, offset))
      throw Error(DescribeControl(ByteAt(text_, offset), ByteAt(text_, offset + 1)), PlaceAt(offset));
    offset += length;
  }
}

std::size_t YamlSource::StartOfLine(std::size_t offset) const {
  std::size_t newline = offset == 0 ? std::string::npos : text_.rfind('\n', offset - 1);
  return newline == std::string::npos ? 0 : newline + 1;
}

Place YamlSource::PlaceAt(std::size_t offset) {
  offset = std::min(offset, text_.size());
  if (offset < known_offset_) {
    std::size_t start = StartOfLine(offset);
    known_line_ -= static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(start),
                                               text_.begin() + static_cast<std::ptrdiff_t>(known_offset_), '\n'));
    known_offset_ = start;
    known_column_ = 1;
  }
  for (; known_offset_ < offset; ++known_offset_) {
    if (text_[known_offset_] == '\n') {
      ++known_line_;
      known_column_ = 1;
    } else if (!IsContinuation(ByteAt(text_, known_offset_ + 1))) {
      ++known_column_;
    }
  }
  return {file_, known_line_, known_column_};
}

std::size_t YamlSource::ClosingQuote(std::size_t opening) const {
  char quote = At(opening);
  for (std::size_t at = opening + 1; at < text_.size(); ++at) {
    if (quote == '"' && text_[at] == '\\') {
      ++at;
    } else if (text_[at] == quote) {
      if (quote == '"' || At(at + 1) != quote) return at;
      ++at;
    }
  }
  return std::string::npos;
}

std::size_t YamlSource::TabInIndentation(std::size_t offset) const {
  for (std::size_t at = StartOfLine(std::min(offset, text_.size())); At(at) == ' ' || At(at) == '\t'; ++at)
    if (At(at) == '\t') return at;
  return std::string::npos;
}

std::size_t YamlSource::LastMarkBefore(std::size_t offset) const {
  if (offset == 0) return 0;
  std::size_t found = text_.find_last_not_of(" \t\r\n", std::min(offset, text_.size()) - 1);
  return found == std::string::npos ? 0 : found;
}

}  // namespace stumble
