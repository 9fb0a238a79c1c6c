// The page of a report: one file of HTML that asks for nothing else, runs nothing and can be read anywhere: the
// person's own words first, then, for who looks closer, sentences and drawings.
#ifndef STUMBLE_REPORT_REPORT_HTML_H_
#define STUMBLE_REPORT_REPORT_HTML_H_

#include <string>

#include "report/document.h"
#include "report/report.h"
#include "words/words.h"

namespace stumble {

struct HtmlChoices {
  std::string span_name;      // "week" for a page named "Your week" in its tab; empty: "Your days"
  Words own = {};             // what the person calls a setback
  bool sunday_first = false;  // how weeks begin in drawings
};

// The page as UTF-8, from <!DOCTYPE html> on. `document` is of this very report, which holds what the privacy lets be
// shown and no more. However long the journal is, the page stays small: lists and tables end with the words that
// there are others.
std::string RenderHtml(const Report& report, const Document& document, const HtmlChoices& choices = {});

}  // namespace stumble

#endif  // STUMBLE_REPORT_REPORT_HTML_H_
