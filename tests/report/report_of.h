// What a report is made of, from a journal as text: for the tests of the report's model. Now is Friday, November 20,
// 2026, 21:00 UTC.
#ifndef STUMBLE_TESTS_REPORT_REPORT_OF_H_
#define STUMBLE_TESTS_REPORT_REPORT_OF_H_

#include <optional>
#include <string>
#include <string_view>

#include "moment/period.h"
#include "record/byte_source.h"
#include "record/record_reader.h"
#include "report/digests.h"
#include "report/document.h"
#include "report/material.h"
#include "report/report.h"
#include "report/sections.h"
#include "report/shareable.h"

namespace stumble {

// A journal, what may be shared of it, and a period to look at.
class Sample {
 public:
  static Moment Now() { return *ParseMoment("2026-11-20T21:00:00+00:00"); }
  static Day DayOf(std::string_view text) { return *ParseDay(text); }
  static Period From(std::string_view first, std::string_view last) { return Period(DayOf(first), DayOf(last)); }
  static Period Since(std::string_view first) { return Period(Moment{DayOf(first)}, std::nullopt); }

  static bool IsHeld(const Record& record) {
    return record.HasPair("Safety", "crisis") || record.HasPair("Safety", "abuse");
  }

  static std::vector<Record> RecordsOf(std::string_view text) {
    TextSource source(text);
    RecordReader reader(source, "test", [](const Error&) {});
    std::vector<Record> records;
    while (const Record* record = reader.Next()) records.push_back(*record);
    return records;
  }

  explicit Sample(std::string_view text, Period period = LastPeriod("week", Now().day), Moment as_of = Now())
      : Sample(RecordsOf(text), period, as_of) {}

  Sample(const std::vector<Record>& records, const Period& period, const Moment& as_of)
      : Sample(records, Showing{Showing::Words::kAll, period, as_of}) {}

  Sample(const std::vector<Record>& records, const Showing& showing)
      : journal_(SharedOf(records, showing)), folded_(Fold(journal_.entries())), period_(showing.period), as_of_(showing.as_of) {}

  const Digests& journal() const { return journal_; }
  Material material() const { return {journal_, folded_, period_, as_of_}; }
  Measures measures() const { return Measure(material()); }
  Path path() const { return FindPath(material()); }
  Report report() const { return BuildReport(journal_, folded_, period_, as_of_); }

  // With all that can be asked for besides.
  Report whole_report(GroupedBy by = GroupedBy::kTrigger) const {
    Report whole = report();
    whole.comparison = Compare(material());
    whole.groups = GroupBy(material(), by);
    return whole;
  }

 private:
  static Digests SharedOf(const std::vector<Record>& records, const Showing& showing) {
    Digests digests(showing);
    for (const Record& record : records) digests.Add(record, IsHeld(record), [](const Error&) {});
    const Folded folded = Fold(digests.entries());
    return Shareable(std::move(digests), folded);
  }

  Digests journal_;
  Folded folded_;
  Period period_;
  Moment as_of_;
};

// So many setbacks that begin on the day, each with these further lines: "Trigger: silence\n".
inline std::string SampleSetbacks(size_t count, std::string_view day, std::string_view lines = "") {
  std::string text;
  for (size_t number = 0; number < count; ++number)
    text += "Date: " + std::string(day) + "\nSetback: moment " + std::to_string(number) + "\n" + std::string(lines) +
            "\n";
  return text;
}

// The report's sections as text: "heading\n sentence\n - item\n | cell | cell |\n".
inline std::string SectionsAsText(const std::vector<Section>& sections) {
  std::string text;
  for (const Section& section : sections) {
    text += section.heading + "\n";
    for (const std::string& sentence : section.sentences) text += " " + sentence + "\n";
    for (const std::string& item : section.items) text += " - " + item + "\n";
    if (!section.table) continue;
    auto add = [&](const std::vector<std::string>& row) {
      text += " |";
      for (const std::string& cell : row) text += " " + cell + " |";
      text += "\n";
    };
    add(section.table->columns);
    for (const std::vector<std::string>& row : section.table->rows) add(row);
  }
  return text;
}

}  // namespace stumble

#endif  // STUMBLE_TESTS_REPORT_REPORT_OF_H_
