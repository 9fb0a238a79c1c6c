#include "report/lines.h"

#include <unilbrk.h>

#include "text/text.h"

namespace stumble {

namespace {

constexpr int kWidestColumns = 2000;

}  // namespace

std::string OneSafeLine(std::string_view text) {
  std::string line;
  for (char c : Shorten(Trim(text), kWidestColumns)) {
    bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_space) line += c;
    if (is_space && !line.empty() && line.back() != ' ') line += ' ';
  }
  return SafeForTerminal(Trim(line));
}

std::string Cut(std::string_view text, int width, Spelling spelling) {
  if (WidthColumns(text) <= width) return std::string(text);
  if (!spelling.ascii) return Shorten(text, width);
  constexpr std::string_view kEllipsis = "…";
  std::string cut = Shorten(text, width - 2);
  cut.resize(cut.size() - kEllipsis.size());
  return cut + "...";
}

std::vector<std::string> BreakLines(std::string_view text, int width, Spelling spelling) {
  std::vector<char> breaks(text.size());
  u8_width_linebreaks(reinterpret_cast<const uint8_t*>(text.data()), text.size(), width, 0, 0, nullptr, "UTF-8",
                      breaks.data());
  std::vector<std::string> lines;
  size_t begin = 0;
  for (size_t at = 1; at <= text.size(); ++at) {
    if (at < text.size() && breaks[at] != UC_BREAK_POSSIBLE && breaks[at] != UC_BREAK_MANDATORY) continue;
    lines.push_back(Cut(Trim(text.substr(begin, at - begin)), width, spelling));
    begin = at;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace stumble
