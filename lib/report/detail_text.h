// The detail below a report's text: how long it took until it eased, in this period and in the one before, and how sure that is.
#ifndef STUMBLE_REPORT_DETAIL_TEXT_H_
#define STUMBLE_REPORT_DETAIL_TEXT_H_

#include <string>
#include <vector>

#include "report/lines.h"
#include "report/report.h"
#include "report/sections.h"
#include "words/words.h"

namespace stumble {

// The sections in full, an empty line before each.
std::vector<std::string> SectionLines(const Report& report, const std::vector<Section>& sections, Spelling spelling);

// How the numbers are made, and how not to read them.
std::vector<std::string> ExplainLines(Spelling spelling, const Words& own);

}  // namespace stumble

#endif  // STUMBLE_REPORT_DETAIL_TEXT_H_
