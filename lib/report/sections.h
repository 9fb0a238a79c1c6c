// Sections: what a report says beyond the first glance, as sentences: how many each is from, how sure it is, and how not to take it. The
// text, Markdown, the page and the handout lay out the same sections; none of them computes a number.
#ifndef STUMBLE_REPORT_SECTIONS_H_
#define STUMBLE_REPORT_SECTIONS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "words/words.h"

namespace stumble {

// Numbers side by side. The first column names the rows.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // each as long as `columns`
};

inline constexpr std::string_view kLeftOut = "left-out";

struct Section {
  // "comparison", "groups", "how-long", "strength", "belief", "beside", "together", "when", "whys", "returned", "next-steps", "path",
  // "left-out"; figures are drawn by it.
  std::string_view id;
  std::string heading;
  std::vector<std::string> sentences;
  std::vector<std::string> items;  // the person's words or names, one a line, below the sentences
  std::optional<Table> table = {};
};

// The sections that have something to say, in the order above. Names and words in them are as they were written: whoever lays them out
// escapes them. `own` is what the person calls a setback.
std::vector<Section> SectionsOf(const Report& report, const Words& own);

// What was asked for besides, with a table: the comparison, and the setbacks by domain, trigger or month.
std::optional<Section> ComparisonSection(const Report& report, const Words& own);
std::optional<Section> GroupsSection(const Report& report, const Words& own);

// How each section's numbers are made, and how not to read them: for --explain.
std::vector<Section> ExplainedSections(const Words& own);

// "0.4", "12": at most two decimals, with its sign: for numbers that people read.
std::string SpokenNumber(double number);

// "Monday"; 1 is Monday, 7 Sunday.
std::string_view SpokenWeekday(size_t weekday);

// "day", "week", "month", "year".
std::string_view StretchName(StretchKind kind);

}  // namespace stumble

#endif  // STUMBLE_REPORT_SECTIONS_H_
