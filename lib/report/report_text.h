// The report as a person reads it: their own words first, in the order they are needed, at most 20 lines. What is
// inferred stands behind `detail`. No line counts or weighs what happened.
#ifndef STUMBLE_REPORT_REPORT_TEXT_H_
#define STUMBLE_REPORT_REPORT_TEXT_H_

#include <string>

#include "report/lines.h"
#include "report/document.h"
#include "report/report.h"

namespace stumble {

inline constexpr int kMostTextLines = 20, kMostHandoutLines = 100;

// The glance in at most kMostTextLines lines, then the sections in full.
std::string RenderText(const Report& report, const Document& document, Spelling spelling);

}  // namespace stumble

#endif  // STUMBLE_REPORT_REPORT_TEXT_H_
