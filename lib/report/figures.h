// Figures: what a report can show at a glance, each as a drawing and, behind it, a table of the same numbers. All
// numbers are the report's: a figure finds only the place of each on the paper. No color and no place in a figure
// says that something is good or bad.
#ifndef STUMBLE_REPORT_FIGURES_H_
#define STUMBLE_REPORT_FIGURES_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/report.h"
#include "report/sections.h"
#include "words/words.h"

namespace stumble {

struct Figure {
  struct Sign {
    std::string_view sign;  // of drawing.h
    std::string_view name;
  };
  // One drawing, or several of one scale, each with a name of its own above it.
  struct Panel {
    std::string name;  // may be empty; as it was written
    std::string svg;
  };

  std::string caption;
  std::vector<Sign> legend = {};
  std::vector<Panel> panels = {};
  std::string on_paper = {};   // what stands for the one panel where there is little room; may be empty
  Table table = {};            // texts as they were written
  bool rows_left_out = false;  // of the table
  std::string note = {};
};

class Figures {
 public:
  Figures(const Report& report, const Words& own, bool sunday_first);

  // The figures that belong to a section, in their order; none where there is nothing to draw.
  std::vector<Figure> Of(std::string_view section_id);

  static constexpr size_t kMostTableRows = 40;
  static constexpr size_t kMostNames = 8;
  static constexpr size_t kMostPaperRows = 9;

 private:
  Figure PathFigure();
  Figure WithYouFigure();
  Figure CurveFigure();
  std::optional<Figure> SlopeFigure(bool is_belief);
  std::optional<Figure> NamesFigure(std::string_view kind, const std::vector<Theme>& themes);
  std::optional<Figure> WhenFigure();
  std::optional<Figure> GroupsFigure();
  Figure MonthsFigure(const Groups& groups);
  void AddGroupRows(const Groups& groups, Figure& figure) const;

  // The rows from `first_row` on; its height.
  double DrawPath(class Drawing& drawing, size_t first_row) const;
  std::string Finished(const class Drawing& drawing, std::string_view title, std::string_view seen, double height);
  std::string Spoken(Day day) const;

  const Report& report_;
  const Words& own_;
  bool sunday_first_;
  size_t drawn_ = 0;  // so that ids are unique on the page
};

}  // namespace stumble

#endif  // STUMBLE_REPORT_FIGURES_H_
