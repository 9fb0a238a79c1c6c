#include "report/report_text.h"

#include "report/detail_text.h"
#include "report/page.h"

namespace stumble {

std::string RenderText(const Report& report, const Document& document, Spelling spelling) {
  std::vector<std::string> lines;
  int room = kMostTextLines;
  if (document.has_title) {  // a handout, which may take two pages
    lines = {Cut(document.title + ", " + document.days, spelling.columns, spelling), ""};
    room = kMostHandoutLines - 2;
  }
  std::vector<std::string> glance =
      document.nothing.empty() ? LayOut(document.glance, room, spelling) : BreakLines(document.nothing, spelling.columns, spelling);
  lines.insert(lines.end(), glance.begin(), glance.end());
  for (std::string& line : SectionLines(report, document.sections, spelling)) lines.push_back(std::move(line));
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace stumble
