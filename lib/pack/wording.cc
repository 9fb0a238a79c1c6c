#include "pack/wording.h"

#include <cstddef>

#include "text/near_words.h"

namespace stumble {

namespace {

constexpr std::size_t kQuotedCharacters = 40;

}  // namespace

std::string Quoted(std::string_view text) {
  std::string quoted = "`";
  std::size_t characters = 0;
  for (char byte : text) {
    bool starts_character = (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    if (starts_character && ++characters > kQuotedCharacters) return quoted + "…`";
    quoted += byte == '\n' || byte == '\t' ? ' ' : byte;
  }
  return quoted + "`";
}

std::string Listed(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
    list += names[i];
  }
  return list;
}

std::string NearestName(std::string_view written, const std::vector<std::string>& names) {
  return NearWord(written, names).value_or("");
}

}  // namespace stumble
