// The report as JSON, for programs: one object, versioned by "report". It holds all that the report holds;
// share/report.schema.json says what each number means.
#ifndef STUMBLE_REPORT_REPORT_JSON_H_
#define STUMBLE_REPORT_REPORT_JSON_H_

#include <string>

#include "report/report.h"

namespace stumble {

// 2: the measures, the path, the comparison and the groups came; `recovery_before` became `recovery_against_past`.
inline constexpr int kReportVersion = 2;

// Indented by two, ended by a newline. Days are "2026-11-20", what isn't known is null, ill-formed UTF-8 becomes
// U+FFFD.
std::string RenderJson(const Report& report);

}  // namespace stumble

#endif  // STUMBLE_REPORT_REPORT_JSON_H_
