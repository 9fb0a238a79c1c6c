// Page: blocks of short items laid out on a page of so many lines. When there is more than fits, each block keeps its least, then
// takes one more line in turn; items are cut with an ellipsis, lists end in "and others". Nothing says how many those are.
#ifndef STUMBLE_REPORT_PAGE_H_
#define STUMBLE_REPORT_PAGE_H_

#include <string>
#include <vector>

#include "report/lines.h"

namespace stumble {

// "November 17: I froze at the phone (eased November 19)". Where room is short, the words are cut, never what stands around them.
struct PageItem {
  std::string lead;
  std::string words;
  std::string note;
};

struct PageBlock {
  std::string heading;          // empty: the items stand alone, at the margin
  std::vector<PageItem> items;  // oldest first; where not all fit, the newest are shown
};

// The blocks in at most `line_count` lines of the spelling's columns each; blank lines stand between them if all fits with those,
// else only below a first one without a heading. Blocks without items are left out.
// `line_count` is expected to be 3 or more for each block, 2 for one without a heading.
std::vector<std::string> LayOut(const std::vector<PageBlock>& blocks, int line_count, Spelling spelling);

// The item in full: its first line indented by `indent`, those after it by 2 more.
std::vector<std::string> RenderItemInFull(const PageItem& item, int indent, Spelling spelling);

}  // namespace stumble

#endif  // STUMBLE_REPORT_PAGE_H_
