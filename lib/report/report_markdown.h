// The report as Markdown (CommonMark with GitHub's tables), for a note, a page or somebody's next session. Nothing of
// the person's own words acts as Markdown or HTML: it comes out as they wrote it.
#ifndef STUMBLE_REPORT_REPORT_MARKDOWN_H_
#define STUMBLE_REPORT_REPORT_MARKDOWN_H_

#include <string>
#include <string_view>

#include "report/document.h"
#include "report/lines.h"
#include "report/report.h"

namespace stumble {

// Of a block of the glance so many items are shown, the newest.
inline constexpr size_t kMostMarkdownItems = 100;

// A heading for each block and section, items as lists, numbers as tables, and the path as a line of bars, cut to the
// spelling's columns.
std::string RenderMarkdown(const Report& report, const Document& document, Spelling spelling);

// The text as one line of Markdown that reads as the text and does nothing, wherever in a line it stands, in a
// table's cell too: punctuation that could act has a backslash before it. What no backslash keeps from acting, since
// it is looked for in the finished page (addresses with @, and GitHub's @names and #numbers), has an invisible U+2060
// behind its sign.
std::string MarkdownText(std::string_view text);

}  // namespace stumble

#endif  // STUMBLE_REPORT_REPORT_MARKDOWN_H_
