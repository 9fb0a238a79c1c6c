// Document: what a report says, in order: blocks for the first glance, then sections. Text, Markdown and the page lay out the same document,
// and draw from the same report; they choose no words and compute no numbers.
#ifndef STUMBLE_REPORT_DOCUMENT_H_
#define STUMBLE_REPORT_DOCUMENT_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/page.h"
#include "report/report.h"
#include "report/sections.h"
#include "words/words.h"

namespace stumble {

struct DocumentChoices {
  std::string span_name;  // "week" for "this week"; empty: the days are named
  Words own = {};         // what the person calls a setback
  bool for_therapist = false;
  bool detail = true;     // the sections too; what was asked for, such as a comparison, is always there
  std::set<std::string_view> sections = {};  // without detail: those of these ids
  // Something was noted in the span that the report leaves out: then it doesn't say that nothing was. For the person's own terminal
  // alone.
  bool something_is_kept = false;
};

struct Document {
  std::string title;  // "This week", "From May 3 to May 9", "For the next session"
  bool has_title = false;  // in text too, which has no room for one else
  std::string days;   // "from May 3 to May 9", where the title doesn't say it
  std::string nothing;  // if not empty: all there is to say at a glance, such as that nothing was noted
  std::vector<PageBlock> glance;  // in the order of a person's interest, the newest items of each; those without items
                                  // are left out
  std::vector<Section> sections;
};

Document DocumentOf(const Report& report, const DocumentChoices& choices);

}  // namespace stumble

#endif  // STUMBLE_REPORT_DOCUMENT_H_
