// Journals as text, and the reports on them, for the tests of this room. Now is Friday, November 20, 2026, 21:00 UTC.
#ifndef STUMBLE_TESTS_REPORT_JOURNAL_TEXT_H_
#define STUMBLE_TESTS_REPORT_JOURNAL_TEXT_H_

#include <string>
#include <string_view>

#include "moment/period.h"
#include "record/byte_source.h"
#include "record/record_reader.h"
#include "report/digests.h"
#include "report/report.h"
#include "report/report_text.h"
#include "report/shareable.h"

namespace stumble {

inline bool IsHeld(const Record& record) {
  return record.HasPair("Safety", "crisis") || record.HasPair("Safety", "abuse");
}

inline Moment Now() { return *ParseMoment("2026-11-20T21:00:00+00:00"); }

// What is kept of a journal for a report on a period.
inline Digests DigestsOf(std::string_view text, const Period& period) {
  TextSource source(text);
  RecordReader reader(source, "test", [](const Error&) {});
  Digests digests({Showing::Words::kAll, period, Now()});
  while (const Record* record = reader.Next()) digests.Add(*record, IsHeld(*record), [](const Error&) {});
  return digests;
}

inline Digests ShareableOf(std::string_view text, const Period& period = {}) {
  Digests digests = DigestsOf(text, period);
  const Folded folded = Fold(digests.entries());
  return Shareable(std::move(digests), folded);
}

inline Report ReportOn(std::string_view text, std::string_view span = "week") {
  Period period = LastPeriod(span, Now().day);
  const Digests journal = ShareableOf(text, period);
  return BuildReport(journal, Fold(journal.entries()), period, Now());
}

inline std::string TextOf(std::string_view journal, bool detail = false, Spelling spelling = {}) {
  Report report = ReportOn(journal);
  DocumentChoices choices;
  choices.span_name = "week";
  choices.detail = detail;
  return RenderText(report, DocumentOf(report, choices), spelling);
}

}  // namespace stumble

#endif  // STUMBLE_TESTS_REPORT_JOURNAL_TEXT_H_
