// HtmlText: words made safe to stand in a page, whoever wrote them: in text, in a quoted attribute, in the title or
// the labels of a drawing. What could end an element, steer the direction of other words or hide is spelled so that
// it is only read.
#ifndef STUMBLE_REPORT_HTML_TEXT_H_
#define STUMBLE_REPORT_HTML_TEXT_H_

#include <string>
#include <string_view>

namespace stumble {

// A text as one line of HTML; what is longer than anybody reads on a page is cut, with an ellipsis.
std::string HtmlText(std::string_view text);

// The same, cut to so many columns as a terminal counts them.
std::string HtmlTextCut(std::string_view text, int columns);

// The same, in marks that keep its direction to itself (U+2068, U+2069), for where there can be no <bdi>.
std::string HtmlIsolatedCut(std::string_view text, int columns);

// The text in <bdi>: words in Hebrew or Arabic stand as they should amid English ones.
std::string HtmlOwnWords(std::string_view text, int columns);

}  // namespace stumble

#endif  // STUMBLE_REPORT_HTML_TEXT_H_
