#include "report/html_text.h"

#include "report/lines.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr int kMostColumns = 1200;
// Marks that stack on one letter take no columns: they are bounded by bytes.
constexpr size_t kMostBytesAColumn = 4;

// The beginning of a text, cut between characters.
std::string_view Beginning(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

}  // namespace

std::string HtmlTextCut(std::string_view text, int columns) {
  size_t most_bytes = static_cast<size_t>(columns) * kMostBytesAColumn;
  bool is_cut = text.size() > most_bytes * 4;
  std::string line = OneSafeLine(is_cut ? Beginning(text, most_bytes * 4) : text);
  std::string_view kept = Beginning(line, most_bytes);
  is_cut = is_cut || kept.size() < line.size();
  return Escaped(Shorten(is_cut ? std::string(kept) + "…" : line, columns));
}

std::string HtmlText(std::string_view text) { return HtmlTextCut(text, kMostColumns); }

std::string HtmlIsolatedCut(std::string_view text, int columns) {
  return "\u2068" + HtmlTextCut(text, columns) + "\u2069";
}

std::string HtmlOwnWords(std::string_view text, int columns) {
  return "<bdi>" + HtmlTextCut(text, columns) + "</bdi>";
}

}  // namespace stumble
