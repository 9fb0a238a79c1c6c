// Lines: words made to fit a page: broken where their script allows it, and cut with an ellipsis where there is no room for more.
#ifndef STUMBLE_REPORT_LINES_H_
#define STUMBLE_REPORT_LINES_H_

#include <string>
#include <string_view>
#include <vector>

namespace stumble {

inline constexpr int kPageColumns = 80;

// How a page spells what isn't the person's own, and how wide it is.
struct Spelling {
  bool ascii = false;  // "..." for "…"
  int columns = kPageColumns;
};

// The text as one safe line: white space runs are one space, what could steer a terminal is visible, and what is longer than any
// page is left away.
std::string OneSafeLine(std::string_view text);

// The beginning of a text, with an ellipsis if it is wider than `width` columns; `width` is 4 or more.
std::string Cut(std::string_view text, int width, Spelling spelling);

// A one-line text broken into lines of at most `width` columns, after the rules of Unicode (UAX 14), so that Chinese, Japanese and
// Thai texts break too. A piece wider than a line is cut.
std::vector<std::string> BreakLines(std::string_view text, int width, Spelling spelling);

}  // namespace stumble

#endif  // STUMBLE_REPORT_LINES_H_
