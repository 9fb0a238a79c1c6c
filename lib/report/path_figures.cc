// The figures that lie along time: the path, what was with the person stretch by stretch, and the same in small for
// groups.
#include <algorithm>

#include "moment/calendar.h"
#include "report/drawing.h"
#include "report/figures.h"
#include "report/html_text.h"
#include "report/lines.h"
#include "report/sparkline.h"
#include "text/text.h"
#include "words/page_words.h"

namespace stumble {

namespace {

constexpr int kRoomyColumns = 88, kTipColumns = 200;

// Days along the width of a drawing, each as wide as the others.
class DayScale {
 public:
  DayScale(Day first, Day last) : first_(first), days_(static_cast<double>((last - first).count()) + 1) {}
  // Signs stand in the middle of their day.
  double PlaceOf(Day day) const {
    return std::clamp((static_cast<double>((day - first_).count()) + 0.5) / days_, 0.0, 1.0);
  }
  int days() const { return static_cast<int>(days_); }

 private:
  Day first_;
  double days_;
};

// The days at both ends, below each other where `columns` have no room for both, and the one in the middle where they
// have room for three. The height that this takes.
double DrawDays(Drawing& drawing, Day first, Day last, Day today, double y, int columns) {
  constexpr double kLine = 14, kBelow = 6;
  const std::string from = SpokenDate(first, today), until = SpokenDate(last, today),
                    middle = SpokenDate(first + (last - first) / 2, today);
  drawing.Text(0, y, "start", HtmlText(from));
  if (first == last) return kBelow;
  const bool is_crowded = WidthColumns(from) + WidthColumns(until) + 2 > columns;
  drawing.Text(1, is_crowded ? y + kLine : y, "end", HtmlText(until));
  const int longest_end = std::max(WidthColumns(from), WidthColumns(until));
  if ((last - first).count() >= 4 && 2 * (longest_end + 1) + WidthColumns(middle) <= columns)
    drawing.Text(0.5, y, "middle", HtmlText(middle));
  return is_crowded ? kBelow + kLine : kBelow;
}

constexpr double kPathRow = 40;

// The first day that a drawing of the rows from `first_row` on needs: where most of the path is without any, they get
// its place.
Day FirstDayDrawn(const Path& path, size_t first_row) {
  using std::chrono::days;
  Day first = *path.last;
  for (size_t at = first_row; at < path.rows.size(); ++at)
    first = std::min(first, path.rows[at].episodes.front().begins);
  constexpr days kLeast(6), kBefore(1);
  first = std::max(*path.first, std::min(first - kBefore, *path.last - kLeast));
  const bool gains_much = 4 * (*path.last - first) < 3 * (*path.last - *path.first);
  return gains_much ? first : *path.first;
}

// A row of the path at `top`. What began before the path comes in at its edge without a sign; what goes on leaves it
// with an open one.
void DrawEpisodes(Drawing& drawing, const PathRow& row, const Path& path, const DayScale& scale, double top) {
  constexpr double kHalfBar = 3.5;
  const double y = top + 25;
  std::optional<double> eased_at;
  for (const PathEpisode& episode : row.episodes) {
    const bool is_before = episode.begins < *path.first;
    const double from = is_before ? 0 : scale.PlaceOf(episode.begins);
    const double until = episode.eased ? scale.PlaceOf(*episode.eased) : 1;
    if (eased_at) drawing.Line(*eased_at, y, from, y, "between");
    drawing.Bar(from, until, y - kHalfBar, 2 * kHalfBar, "episode");
    if (!is_before) drawing.Sign(episode.came_back ? "back" : "began", from, y);
    drawing.Sign(episode.eased ? "eased" : "on", until, y);
    eased_at = episode.eased ? std::optional(until) : std::nullopt;
  }
}

std::vector<Figure::Sign> PathLegend(const Path& path) {
  bool began = false, eased = false, came_back = false, goes_on = false;
  for (const PathRow& row : path.rows)
    for (const PathEpisode& episode : row.episodes) {
      if (episode.begins >= *path.first) (episode.came_back ? came_back : began) = true;
      (episode.eased ? eased : goes_on) = true;
    }
  std::vector<Figure::Sign> legend;
  if (began) legend.push_back({"began", words::kSignBegan});
  if (eased) legend.push_back({"eased", words::kSignEased});
  if (came_back) legend.push_back({"back", words::kSignCameBack});
  if (goes_on) legend.push_back({"on", words::kSignGoesOn});
  return legend;
}

std::string WayOf(const PathRow& row, Day today) {
  std::string way;
  auto add = [&](const std::string& turn) { way += (way.empty() ? "" : "; ") + turn; };
  for (const PathEpisode& episode : row.episodes) {
    const std::string begins = SpokenDate(episode.begins, today);
    add(words::Turn(episode.came_back ? words::kSignCameBack : words::kSignBegan, begins));
    add(episode.eased ? words::Turn(words::kSignEased, SpokenDate(*episode.eased, today)) : std::string(words::kSignGoesOn));
  }
  return way;
}

}  // namespace

// Each row has its words above its bars, so that both have the whole width: short ones where there is little.
double Figures::DrawPath(Drawing& drawing, size_t first_row) const {
  const Path& path = report_.path;
  const double height = kPathRow * static_cast<double>(path.rows.size() - first_row);
  const Day first = FirstDayDrawn(path, first_row);
  const DayScale scale(first, *path.last);
  constexpr int kMostDayLines = 14;
  if (scale.days() <= kMostDayLines)
    for (int day = 0; day <= scale.days(); ++day) {
      const double x = static_cast<double>(day) / scale.days();
      drawing.Line(x, 0, x, height, "grid");
    }
  for (size_t at = first_row; at < path.rows.size(); ++at) {
    const double top = static_cast<double>(at - first_row) * kPathRow;
    const PathRow& row = path.rows[at];
    const std::string date = row.date ? Spoken(*row.date) : "";
    auto label = [&](int columns) {
      std::string html = "<tspan class=\"day\">" + HtmlText(date) + "</tspan>";
      if (!row.words.empty())
        html += "<tspan dx=\"8\">" + HtmlIsolatedCut(row.words, columns - WidthColumns(date)) + "</tspan>";
      return html;
    };
    const std::string narrow = label(Drawing::kPhoneColumns), roomy = label(kRoomyColumns);
    drawing.BeginGroup(HtmlTextCut(date + (row.words.empty() ? "" : ": " + OneSafeLine(row.words)), kTipColumns));
    drawing.Text(0, top + 13, "start", narrow, narrow == roomy ? "" : "narrow");
    if (narrow != roomy) drawing.Text(0, top + 13, "start", roomy, "roomy");
    DrawEpisodes(drawing, row, path, scale, top);
    drawing.EndGroup();
  }
  drawing.Line(0, height, 1, height, "axis");
  return height + 15 + DrawDays(drawing, first, *path.last, report_.today, height + 15, Drawing::kPhoneColumns);
}

Figure Figures::PathFigure() {
  const Path& path = report_.path;
  Figure figure{own_.In(words::kPathFigure)};
  Drawing drawing(Drawing::kInset, 1 - Drawing::kInset);
  const double height = DrawPath(drawing, 0);
  figure.panels.push_back({"", Finished(drawing, words::kPathFigure, words::kPathFigureSeen, height)});
  if (path.rows.size() > kMostPaperRows) {
    Drawing on_paper(Drawing::kInset, 1 - Drawing::kInset);
    const double paper_height = DrawPath(on_paper, path.rows.size() - kMostPaperRows);
    figure.on_paper = on_paper.FinishedForPaper(paper_height);
  }
  figure.legend = PathLegend(path);
  if (path.rows_left_out > 0) figure.note = words::kNewestRows;

  const bool has_words = report_.privacy == Privacy::kFull;
  figure.table.columns.emplace_back(words::kColumnDay);
  if (has_words) figure.table.columns.emplace_back(words::kColumnHappened);
  figure.table.columns.emplace_back(words::kColumnWay);
  for (const PathRow& row : path.rows) {
    figure.table.rows.push_back({row.date ? Spoken(*row.date) : ""});
    if (has_words)
      figure.table.rows.back().push_back(row.words.empty() ? std::string(words::kWithoutWords) : row.words);
    figure.table.rows.back().push_back(WayOf(row, report_.today));
  }
  return figure;
}

namespace {

// Where most of the time comes before anything was there, the rest gets its place.
std::vector<Stretch> WithoutAnEmptyBeginning(const std::vector<Stretch>& stretches) {
  auto something = std::find_if(stretches.begin(), stretches.end(), [](const Stretch& each) {
    return each.happened + each.eased + each.came_back + each.with_you > 0;
  });
  if (something != stretches.begin()) --something;
  const bool gains_much = 4 * (stretches.end() - something) < 3 * (stretches.end() - stretches.begin());
  return {gains_much && stretches.end() - something > 1 ? something : stretches.begin(), stretches.end()};
}

// A column for each stretch, on the base line at `base`.
void DrawStretches(Drawing& drawing, const std::vector<Stretch>& stretches, size_t most, double base,
                   double tallest) {
  constexpr size_t kMostRoomyStretches = 20;
  const double count = static_cast<double>(stretches.size());
  for (size_t at = 0; at < stretches.size(); ++at) {
    double height = tallest * static_cast<double>(stretches[at].with_you) / static_cast<double>(most);
    constexpr double kGap = 0.08;
    double place = static_cast<double>(at);
    if (height == 0) continue;
    constexpr double kEdge = 3;
    const double from = (place + kGap) / count, until = (place + 1 - kGap) / count;
    drawing.Bar(from, until, base - height, height, "with-you");
    drawing.Bar(from, until, base - height, kEdge, "edge");
  }
  drawing.Line(0, base, 1, base, "axis");
  // What began may have eased before the end of its stretch, and so be no part of a column.
  for (size_t at = 0; at < stretches.size(); ++at) {
    const Stretch& stretch = stretches[at];
    const bool both = stretch.happened > 0 && stretch.came_back > 0;
    auto x = [&](double within) { return (static_cast<double>(at) + within) / count; };
    const bool is_narrow = stretches.size() > kMostRoomyStretches;
    if (stretch.happened > 0) drawing.Sign(is_narrow ? "began-small" : "began", x(both ? 0.3 : 0.5), base);
    if (stretch.came_back > 0) drawing.Sign(is_narrow ? "back-small" : "back", x(both ? 0.7 : 0.5), base);
  }
}

std::vector<Figure::Sign> StretchLegend(const std::vector<const Stretch*>& stretches) {
  auto any = [&](size_t Stretch::*count) {
    return std::any_of(stretches.begin(), stretches.end(),
                       [&](const Stretch* stretch) { return stretch->*count > 0; });
  };
  std::vector<Figure::Sign> legend;
  if (any(&Stretch::happened)) legend.push_back({"began", words::kSignBegan});
  if (any(&Stretch::came_back)) legend.push_back({"back", words::kSignCameBack});
  if (any(&Stretch::with_you)) legend.push_back({"with-you", words::kSignWithYou});
  return legend;
}

}  // namespace

Figure Figures::WithYouFigure() {
  const Path& path = report_.path;
  Figure figure{words::WithYouFigure(StretchName(path.kind))};
  const std::vector<Stretch> drawn = WithoutAnEmptyBeginning(path.stretches);
  const size_t most = std::max<size_t>(1, MostWithYou(drawn));
  const Day first = drawn.front().first, last = drawn.back().last;
  constexpr double kBase = 104, kTallest = 84;
  Drawing drawing(Drawing::kInset, 1 - Drawing::kInset);
  drawing.Line(0, kBase - kTallest, 1, kBase - kTallest, "grid");
  drawing.Text(0, kBase - kTallest - 5, "start", std::to_string(most));
  DrawStretches(drawing, drawn, most, kBase, kTallest);
  const double height =
      kBase + 18 + DrawDays(drawing, first, last, report_.today, kBase + 18, Drawing::kPhoneColumns);
  const std::string seen = words::WithYouSeen(Spoken(first), Spoken(last), most);
  figure.panels.push_back({"", Finished(drawing, figure.caption, seen, height)});
  std::vector<const Stretch*> all;
  for (const Stretch& stretch : drawn) all.push_back(&stretch);
  figure.legend = StretchLegend(all);

  figure.table.columns = {std::string(StretchName(path.kind)), std::string(words::kColumnNoted),
                          std::string(words::kSignEased), std::string(words::kSignCameBack),
                          std::string(words::kSignWithYou)};
  const size_t begin = drawn.size() > kMostTableRows ? drawn.size() - kMostTableRows : 0;
  figure.rows_left_out = begin > 0;
  for (size_t at = begin; at < drawn.size(); ++at) {
    const Stretch& stretch = drawn[at];
    figure.table.rows.push_back({words::FromTo(Spoken(stretch.first), Spoken(stretch.last)),
                                 std::to_string(stretch.happened), std::to_string(stretch.eased),
                                 std::to_string(stretch.came_back), std::to_string(stretch.with_you)});
  }
  return figure;
}

std::optional<Figure> Figures::GroupsFigure() {
  if (!report_.groups || report_.groups->groups.empty()) return std::nullopt;
  const Groups& groups = *report_.groups;
  if (groups.by == GroupedBy::kMonth) return MonthsFigure(groups);
  Figure figure{words::WithYouFigure(StretchName(groups.kind))};
  const size_t most = std::max<size_t>(1, MostWithYou(groups));
  std::vector<const Stretch*> all;
  for (const Group& group : groups.groups) {
    if (group.stretches.empty()) continue;
    constexpr double kBase = 62, kTallest = 40;
    constexpr int kColumns = 26;
    Drawing drawing(Drawing::kInset, 1 - Drawing::kInset);
    drawing.Line(0, kBase - kTallest, 1, kBase - kTallest, "grid");
    drawing.Text(0, kBase - kTallest - 5, "start", std::to_string(most));
    DrawStretches(drawing, group.stretches, most, kBase, kTallest);
    const double height = kBase + 18 +
                          DrawDays(drawing, group.stretches.front().first, group.stretches.back().last, report_.today,
                                   kBase + 18, kColumns);
    figure.panels.push_back(
        {group.name, Finished(drawing, group.name, words::GroupsSeen(StretchName(groups.kind)), height)});
    for (const Stretch& stretch : group.stretches) all.push_back(&stretch);
  }
  figure.legend = StretchLegend(all);
  AddGroupRows(groups, figure);
  return figure;
}

// The newest stretches of each group in which there was anything.
void Figures::AddGroupRows(const Groups& groups, Figure& figure) const {
  figure.table.columns = {std::string(words::kColumnName), std::string(StretchName(groups.kind)), std::string(words::kColumnNoted),
                          std::string(words::kSignEased), std::string(words::kSignCameBack), std::string(words::kSignWithYou)};
  const size_t most = std::max<size_t>(1, kMostTableRows / groups.groups.size());
  for (const Group& group : groups.groups) {
    std::vector<const Stretch*> told;
    for (const Stretch& stretch : group.stretches)
      if (stretch.happened + stretch.eased + stretch.came_back + stretch.with_you > 0) told.push_back(&stretch);
    const size_t begin = told.size() > most ? told.size() - most : 0;
    figure.rows_left_out = figure.rows_left_out || begin > 0;
    for (size_t at = begin; at < told.size(); ++at)
      figure.table.rows.push_back({group.name, words::FromTo(Spoken(told[at]->first), Spoken(told[at]->last)),
                                   std::to_string(told[at]->happened), std::to_string(told[at]->eased),
                                   std::to_string(told[at]->came_back), std::to_string(told[at]->with_you)});
  }
}

}  // namespace stumble
