#include "pack/dialable.h"

#include <algorithm>
#include <cctype>

namespace stumble {

namespace {

constexpr std::string_view kOr = " or ";
constexpr std::string_view kTo = " to ";
constexpr std::string_view kServices[] = {"WhatsApp ", "Telegram ", "Signal ", "LINE "};
constexpr int kFewestDigits = 2, kMostDigits = 15;  // E.164 has at most fifteen

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsNumber(std::string_view text) {
  int digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool separates = (text[i] == ' ' || text[i] == '-') && i > 0 && i + 1 < text.size() && IsDigit(text[i - 1]) &&
                     IsDigit(text[i + 1]);
    if (IsDigit(text[i])) {
      ++digits;
    } else if (!separates && !(text[i] == '+' && i == 0)) {
      return false;
    }
  }
  return digits >= kFewestDigits && digits <= kMostDigits;
}

}  // namespace

bool IsDialable(std::string_view text) {
  for (std::size_t end = text.find(kOr); end != std::string_view::npos; end = text.find(kOr)) {
    if (!IsNumber(text.substr(0, end))) return false;
    text.remove_prefix(end + kOr.size());
  }
  return IsNumber(text);
}

bool IsTextable(std::string_view text) {
  for (std::string_view service : kServices)
    if (text.starts_with(service)) return IsNumber(text.substr(service.size()));
  std::size_t to = text.find(kTo);
  if (to == std::string_view::npos) return IsNumber(text);
  std::string_view word = text.substr(0, to);
  bool is_word = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
  });
  return is_word && IsNumber(text.substr(to + kTo.size()));
}

bool IsWebAddress(std::string_view text) {
  bool begins = text.starts_with("https://") || text.starts_with("http://");
  return begins && text.find('.') != std::string_view::npos && text.find_first_of(" \t\n") == std::string_view::npos;
}

}  // namespace stumble
