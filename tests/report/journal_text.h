// Journals as text, and the reports on them, for the tests of this room. Now is Friday, November 20, 2026, 21:00 UTC.
#ifndef STUMBLE_TESTS_REPORT_JOURNAL_TEXT_H_
#define STUMBLE_TESTS_REPORT_JOURNAL_TEXT_H_

#include <string>
#include <string_view>

#include "journal/journal.h"
#include "moment/period.h"
#include "record/byte_source.h"
#include "record/record_reader.h"
#include "report/digest.h"
#include "report/report.h"
#include "report/report_text.h"
#include "report/shareable.h"

namespace stumble {

inline Journal JournalOf(std::string_view text) {
  TextSource source(text);
  RecordReader reader(source, "test", [](const Error&) {});
  Journal journal;
  while (const Record* record = reader.Next()) journal.Add(*record, [](const Error&) {});
  return journal;
}

inline bool IsHeld(const Record& record) {
  return record.HasPair("Safety", "crisis") || record.HasPair("Safety", "abuse");
}

// What is kept of a journal for a report on a period.
inline Journal DigestsOf(std::string_view text, const Period& period) {
  const Journal whole = JournalOf(text);
  Journal journal;
  for (const Record& record : whole.records())
    journal.Add(DigestOf(record, period, IsHeld(record)), [](const Error&) {});
  return journal;
}

inline Journal ShareableOf(std::string_view text) {
  Journal journal = JournalOf(text);
  const Folded folded = Fold(journal.entries());
  return Shareable(std::move(journal), folded, IsHeld);
}

inline Moment Now() { return *ParseMoment("2026-11-20T21:00:00+00:00"); }

inline Report ReportOn(std::string_view text, std::string_view span = "week") {
  Period period = LastPeriod(span, Now().day);
  Journal digests = DigestsOf(text, period);
  const Folded folded = Fold(digests.entries());
  Journal journal = Shareable(std::move(digests), folded, IsHeld);
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
