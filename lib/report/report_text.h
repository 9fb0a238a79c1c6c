// The report as a person reads it: their own words first, in the order they are needed, at most 20 lines. What is
// inferred stands behind `detail`. No line counts or weighs what happened.
#ifndef STUMBLE_REPORT_REPORT_TEXT_H_
#define STUMBLE_REPORT_REPORT_TEXT_H_

#include <string>

#include "report/lines.h"
#include "report/report.h"
#include "words/words.h"

namespace stumble {

inline constexpr int kMostTextLines = 20;

struct TextChoices {
  std::string span_name;  // "week" for "this week"; empty: the days are named
  bool detail = false;    // how long it took to ease, below the 20 lines
  Spelling spelling;
  Words own = {};  // what the person calls a setback
  // Something was noted in the span that the report leaves out: then it doesn't say that nothing was. For the person's own terminal
  // alone.
  bool something_is_kept = false;
};

std::string RenderText(const Report& report, const TextChoices& choices);

}  // namespace stumble

#endif  // STUMBLE_REPORT_REPORT_TEXT_H_
