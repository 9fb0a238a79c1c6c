// The detail below a report's text: how long it took until it eased, in this period and in the one before, and how sure that is.
#ifndef STUMBLE_REPORT_DETAIL_TEXT_H_
#define STUMBLE_REPORT_DETAIL_TEXT_H_

#include <string>
#include <vector>

#include "report/lines.h"
#include "report/report.h"
#include "words/words.h"

namespace stumble {

std::vector<std::string> DetailLines(const Report& report, Spelling spelling, const Words& own);

}  // namespace stumble

#endif  // STUMBLE_REPORT_DETAIL_TEXT_H_
