#include "report/detail_text.h"

#include <algorithm>

#include "report/page.h"
#include "report/sections.h"
#include "report/sparkline.h"
#include "text/text.h"
#include "words/report_words.h"

namespace stumble {

namespace {

class SectionWriter {
 public:
  SectionWriter(const Report& report, Spelling spelling) : report_(report), spelling_(spelling) {}

  std::vector<std::string> Write(const std::vector<Section>& sections) {
    for (const Section& section : sections) Write(section);
    return std::move(lines_);
  }

 private:
  void Write(const Section& section) {
    lines_.emplace_back();
    for (std::string& line : BreakLines(section.heading, spelling_.columns, spelling_)) lines_.push_back(std::move(line));
    for (const std::string& sentence : section.sentences) Add(sentence);
    for (const std::string& item : section.items) Add(item);
    if (section.table) Write(*section.table);
    if (section.id == "groups" && report_.groups) Draw(*report_.groups);
    if (section.id == "path" && !report_.path.rows.empty()) Draw(report_.path);
  }

  void Add(const std::string& text) {
    for (std::string& line : RenderItemInFull({"", OneSafeLine(text), ""}, 2, spelling_)) lines_.push_back(std::move(line));
  }

  // Columns beside each other if they fit; else row by row, each value with the name of its column.
  void Write(const Table& table) {
    std::vector<int> widths = WidthsOf(table);
    int total = 2;
    for (int width : widths) total += width + 2;
    if (total > spelling_.columns) {
      WriteAsList(table);
      return;
    }
    AddRow(table.columns, widths);
    for (const std::vector<std::string>& row : table.rows) AddRow(row, widths);
  }

  static constexpr int kMostCellColumns = 24;

  std::string Cell(const std::string& text) const { return Cut(OneSafeLine(text), kMostCellColumns, spelling_); }

  std::vector<int> WidthsOf(const Table& table) const {
    std::vector<int> widths(table.columns.size(), 0);
    auto widen = [&](const std::vector<std::string>& row) {
      for (size_t at = 0; at < row.size(); ++at) widths[at] = std::max(widths[at], WidthColumns(Cell(row[at])));
    };
    widen(table.columns);
    for (const std::vector<std::string>& row : table.rows) widen(row);
    return widths;
  }

  void AddRow(const std::vector<std::string>& row, const std::vector<int>& widths) {
    std::string line = "  ";
    for (size_t at = 0; at < row.size(); ++at) {
      std::string cell = Cell(row[at]);
      auto padding = static_cast<size_t>(widths[at] - WidthColumns(cell));
      line += cell;
      if (at + 1 < row.size()) line.append(padding + 2, ' ');
    }
    lines_.push_back(line);
  }

  void WriteAsList(const Table& table) {
    for (const std::vector<std::string>& row : table.rows) {
      std::string line = row[0] + ": ";
      for (size_t at = 1; at < row.size(); ++at) line += (at > 1 ? "; " : "") + table.columns[at] + " " + row[at];
      Add(line);
    }
  }

  void Draw(const Path& path) {
    std::vector<Stretch> shown = NewestStretches(path.stretches, static_cast<size_t>(spelling_.columns - 4));
    Add(SparklineLead(path.kind, shown, report_.today));
    lines_.push_back("    " + Sparkline(shown, spelling_.ascii));
  }

  // One line of bars for each group, all over the same days.
  void Draw(const Groups& groups) {
    if (groups.by == GroupedBy::kMonth || groups.groups.empty()) return;
    constexpr int kNameColumns = 18;
    int room = spelling_.columns - kNameColumns - 4;
    if (room < 10) return;
    Add(words::GroupsDrawn(StretchName(groups.kind), MostWithYou(groups)));
    for (const Group& group : groups.groups) {
      std::vector<Stretch> shown = NewestStretches(group.stretches, static_cast<size_t>(room));
      std::string name = Cut(OneSafeLine(group.name), kNameColumns, spelling_);
      name.append(static_cast<size_t>(std::max(0, kNameColumns - WidthColumns(name))), ' ');
      lines_.push_back("  " + name + "  " + Sparkline(shown, spelling_.ascii, MostWithYou(groups)));
    }
  }

  const Report& report_;
  Spelling spelling_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> SectionLines(const Report& report, const std::vector<Section>& sections, Spelling spelling) {
  return SectionWriter(report, spelling).Write(sections);
}

std::vector<std::string> ExplainLines(Spelling spelling, const Words& own) {
  std::vector<std::string> lines = BreakLines(words::kExplainHead, spelling.columns, spelling);
  for (const Section& section : ExplainedSections(own)) {
    lines.emplace_back();
    lines.push_back(section.heading);
    for (const std::string& sentence : section.sentences)
      for (std::string& line : RenderItemInFull({"", sentence, ""}, 2, spelling)) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace stumble
