#include "report/figures.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "moment/calendar.h"
#include "report/drawing.h"
#include "report/html_text.h"
#include "words/page_words.h"
#include "words/report_words.h"

namespace stumble {

namespace {

double Share(double part, double whole) { return whole <= 0 ? 0 : part / whole; }

// The steps of an axis from 0: 1, 2 or 5 times a power of ten, at most five of them.
double NiceStep(double most) {
  double step = 1;
  for (int at = 0; most / step > 5; ++at) step *= at % 3 == 1 ? 2.5 : 2;
  return step;
}

// So many of the values, evenly spaced, the first and the last among them.
template <typename Value>
std::vector<Value> EvenlyChosen(const std::vector<Value>& values, size_t most) {
  if (values.size() <= most) return values;
  std::vector<Value> chosen;
  for (size_t at = 0; at < most; ++at) chosen.push_back(values[at * (values.size() - 1) / (most - 1)]);
  return chosen;
}

}  // namespace

Figures::Figures(const Report& report, const Words& own, bool sunday_first)
    : report_(report), own_(own), sunday_first_(sunday_first) {}

std::string Figures::Spoken(Day day) const { return SpokenDate(day, report_.today); }

std::string Figures::Finished(const Drawing& drawing, std::string_view title, std::string_view seen, double height) {
  return drawing.Finished("figure-" + std::to_string(++drawn_), HtmlText(title), HtmlText(own_.In(seen)), height);
}

std::vector<Figure> Figures::Of(std::string_view section_id) {
  std::vector<Figure> figures;
  auto add = [&](std::optional<Figure> figure) {
    if (figure) figures.push_back(std::move(*figure));
  };
  const Measures& measures = report_.measures;
  if (section_id == "path" && report_.path.first && !report_.path.rows.empty()) {
    add(PathFigure());
    add(WithYouFigure());
  }
  if (section_id == "how-long" && measures.recovery.HasEnough() && !measures.curve.empty()) add(CurveFigure());
  if (section_id == "strength") add(SlopeFigure(/*is_belief=*/false));
  if (section_id == "belief") add(SlopeFigure(/*is_belief=*/true));
  if (section_id == "beside") {
    const Themes& themes = measures.themes;
    add(NamesFigure(words::kTriggers, themes.triggers));
    add(NamesFigure(words::kCauses, themes.causes));
    add(NamesFigure(words::kFeelings, themes.feelings));
    add(NamesFigure(words::kDomains, themes.domains));
    add(NamesFigure(words::kPatterns, themes.patterns));
  }
  if (section_id == "when") add(WhenFigure());
  if (section_id == "groups") add(GroupsFigure());
  return figures;
}

// A step function is all lines across and down, and its band all boxes: they need no points, and so fit any width.
Figure Figures::CurveFigure() {
  Figure figure{std::string(words::kCurveFigure)};
  constexpr size_t kMostSteps = 240;
  const std::vector<CurvePoint> steps = EvenlyChosen(report_.measures.curve, kMostSteps);
  constexpr double kTop = 18, kTall = 160, kBase = kTop + kTall;
  const double last = std::max(1.0, steps.back().step.days);
  auto x = [&](double days) { return days / last; };
  auto y = [&](double share) { return kBase - kTall * std::clamp(share, 0.0, 1.0); };

  Drawing drawing(Drawing::kInset, 1 - Drawing::kInset);
  for (size_t at = 0; at < steps.size(); ++at) {
    if (!steps[at].band) continue;
    double until = at + 1 < steps.size() ? steps[at + 1].step.days : last;
    double high = y(steps[at].band->high);
    constexpr double kNoSeam = 0.002;
    drawing.Bar(x(steps[at].step.days), x(until) + kNoSeam, high, y(steps[at].band->low) - high, "band");
  }
  for (auto [share, name] :
       {std::pair(1.0, words::kShareAll), std::pair(0.5, words::kShareHalf), std::pair(0.0, std::string_view())}) {
    drawing.Line(0, y(share), 1, y(share), share == 0 ? "axis" : "grid");
    if (!name.empty()) drawing.Text(1, y(share) - 5, "end", name);
  }
  double from = 0, share = 1;
  bool has_strokes = false;
  for (const CurvePoint& point : steps) {
    drawing.Line(x(from), y(share), x(point.step.days), y(share), "curve");
    if (point.step.survival != share)
      drawing.Line(x(point.step.days), y(share), x(point.step.days), y(point.step.survival), "curve");
    from = point.step.days;
    share = point.step.survival;
  }
  for (const CurvePoint& point : steps) {
    if (point.step.censored == 0) continue;
    drawing.Sign("stroke", x(point.step.days), y(point.step.survival));
    has_strokes = true;
  }
  const double step = NiceStep(last);
  for (double days = 0; days <= last; days += step) {
    bool is_last = days + step > last;
    std::string label = is_last ? words::Days(SpokenNumber(days)) : SpokenNumber(days);
    drawing.Line(x(days), kBase, x(days), kBase + 4, "axis");
    drawing.Text(x(days), kBase + 18, days == 0 ? "start" : x(days) > 0.9 ? "end" : "middle", label);
  }
  figure.legend.push_back({"band", words::kSignBand});
  if (has_strokes) figure.legend.push_back({"stroke", words::kSignStillGoing});
  figure.panels.push_back({"", Finished(drawing, words::kCurveFigure, words::kCurveSeen, kBase + 24)});

  figure.table.columns = {std::string(words::kColumnDays), std::string(words::kColumnShare),
                          std::string(words::kSignBand), std::string(words::kColumnKnown)};
  constexpr size_t kMostRows = 24;
  figure.rows_left_out = report_.measures.curve.size() > kMostRows;
  for (const CurvePoint& point : EvenlyChosen(report_.measures.curve, kMostRows))
    figure.table.rows.push_back(
        {SpokenNumber(point.step.days), words::Percent(point.step.survival),
         point.band ? words::PercentBand(point.band->low, point.band->high) : std::string(words::kNoBand),
         std::to_string(point.step.at_risk)});
  return figure;
}

std::optional<Figure> Figures::SlopeFigure(bool is_belief) {
  const Measures& measures = report_.measures;
  const std::vector<BeforeAfter>& pairs = is_belief ? measures.belief_pairs : measures.intensity_pairs;
  const std::optional<PairedChange>& change = is_belief ? measures.belief : measures.intensity;
  if (pairs.empty()) return std::nullopt;
  std::map<std::pair<double, double>, size_t> alike;
  for (const BeforeAfter& pair : pairs) ++alike[{pair.before, pair.after}];

  Figure figure{words::SlopeFigure(is_belief)};
  const double most = is_belief ? 100 : 10;
  constexpr double kTop = 30, kTall = 170, kBase = kTop + kTall, kLeft = 0.16, kRight = 0.84;
  auto y = [&](double rating) { return kBase - kTall * std::clamp(rating / most, 0.0, 1.0); };
  Drawing drawing;
  drawing.Text(kLeft, 14, "middle", words::kFirstRating);
  drawing.Text(kRight, 14, "middle", words::kLastRating);
  for (double rating : {0.0, most / 2, most}) {
    drawing.Line(kLeft, y(rating), kRight, y(rating), "grid");
    drawing.Text(kLeft - 0.04, y(rating) + 4, "end", SpokenNumber(rating));
    drawing.Text(kRight + 0.04, y(rating) + 4, "start", SpokenNumber(rating));
  }
  for (const auto& [pair, count] : alike) {
    constexpr size_t kMostToTellApart = 40;
    std::string_view width = alike.size() > kMostToTellApart ? "slope faint"
                             : count == 1                    ? "slope"
                             : count == 2                    ? "slope twice"
                                                             : "slope often";
    drawing.Line(kLeft, y(pair.first), kRight, y(pair.second), width);
    drawing.Circle(kLeft, y(pair.first), 3.5, "end");
    drawing.Circle(kRight, y(pair.second), 3.5, "end");
  }
  if (change && change->pairs >= Recovery::kLeastSetbacks) {
    drawing.Line(kLeft, y(change->median_before), kRight, y(change->median_after), "middle-line");
    drawing.Sign("middle", kLeft, y(change->median_before));
    drawing.Sign("middle", kRight, y(change->median_after));
    figure.legend.push_back({"middle", words::kSignMiddle});
  }
  figure.panels.push_back({"", Finished(drawing, figure.caption, words::SlopeSeen(is_belief), kBase + 10)});

  figure.table.columns = {std::string(words::kFirstRating), std::string(words::kLastRating),
                          std::string(words::kColumnTimes)};
  for (const auto& [pair, count] : alike) {
    if (figure.table.rows.size() == kMostTableRows) {
      figure.rows_left_out = true;
      break;
    }
    figure.table.rows.push_back({SpokenNumber(pair.first), SpokenNumber(pair.second), std::to_string(count)});
  }
  return figure;
}

namespace {

// A bar a name, below the name.
double DrawNames(Drawing& drawing, const std::vector<std::pair<std::string, size_t>>& names) {
  constexpr double kRow = 36;
  size_t most = 1;
  for (const auto& [name, count] : names) most = std::max(most, count);
  double top = 0;
  for (const auto& [name, count] : names) {
    drawing.Text(0, top + 14, "start", HtmlIsolatedCut(name, Drawing::kPhoneColumns - 4));
    drawing.Text(1, top + 14, "end", std::to_string(count), "number");
    drawing.Bar(0, 1, top + 20, 8, "track");
    drawing.Bar(0, Share(static_cast<double>(count), static_cast<double>(most)), top + 20, 8, "name");
    top += kRow;
  }
  return top;
}

}  // namespace

// Names that stand beside more than one setback: one alone is no tendency, and the table has it.
std::optional<Figure> Figures::NamesFigure(std::string_view kind, const std::vector<Theme>& themes) {
  if (themes.empty() || themes[0].setbacks < 2) return std::nullopt;
  Figure figure{std::string(kind)};
  std::vector<std::pair<std::string, size_t>> names;
  const bool has_past = report_.measures.themes.days_before.has_value();
  figure.table.columns = {std::string(words::kColumnName), std::string(words::kColumnThese)};
  if (has_past) figure.table.columns.emplace_back(words::kColumnBefore);
  for (const Theme& theme : themes) {
    if (theme.setbacks > 1 && names.size() < kMostNames) names.emplace_back(theme.name, theme.setbacks);
    if (figure.table.rows.size() == kMostTableRows / 2) {
      figure.rows_left_out = true;
      break;
    }
    figure.table.rows.push_back({theme.name, std::to_string(theme.setbacks)});
    if (has_past) figure.table.rows.back().push_back(std::to_string(theme.setbacks_before));
  }
  Drawing drawing;
  double height = DrawNames(drawing, names);
  figure.panels.push_back({"", Finished(drawing, kind, words::NamesSeen(kind), height)});
  return figure;
}

std::optional<Figure> Figures::WhenFigure() {
  const TimesOfDay& times = report_.measures.times;
  constexpr size_t kLeastTimes = 5;  // fewer circles show less than the words above them say
  if (times.with_time < kLeastTimes) return std::nullopt;
  constexpr size_t kHours = 3, kSteps = 24 / kHours;
  auto count_of = [&](size_t weekday, size_t step) {
    size_t count = 0;
    for (size_t hour = step * kHours; hour < (step + 1) * kHours; ++hour) count += times.by_hour[weekday][hour];
    return count;
  };
  size_t most = 1;
  for (size_t weekday = 0; weekday < 7; ++weekday)
    for (size_t step = 0; step < kSteps; ++step) most = std::max(most, count_of(weekday, step));

  Figure figure{std::string(words::kWhenFigure)};
  figure.table.columns = {std::string(words::kColumnWeekday)};
  for (size_t step = 0; step < kSteps; ++step)
    figure.table.columns.push_back(words::Hours(step * kHours, (step + 1) * kHours));

  constexpr double kRow = 30, kTop = 8, kLargest = 12.5, kSmallest = 4, kHeight = kTop + 7 * kRow;
  constexpr size_t kLetters = 3;
  constexpr double kLeft = 0.15;  // beside the names of the days
  auto x = [&](double steps) { return kLeft + (1 - kLeft) * steps / kSteps; };
  Drawing drawing;
  for (size_t step = 0; step <= kSteps; step += 2) {
    double place = x(static_cast<double>(step));
    drawing.Line(place, kTop, place, kHeight, "grid");
    drawing.Text(place, kHeight + 18, step == kSteps ? "end" : "middle", std::to_string(step * kHours));
  }
  for (size_t at = 0; at < 7; ++at) {
    const size_t weekday = sunday_first_ ? (at + 6) % 7 : at;
    const std::string name(SpokenWeekday(weekday + 1));
    const double y = kTop + (static_cast<double>(at) + 0.5) * kRow;
    drawing.Text(0, y + 4.5, "start", name.substr(0, kLetters));
    drawing.Line(kLeft, y, 1, y, "grid");
    figure.table.rows.push_back({name});
    for (size_t step = 0; step < kSteps; ++step) {
      size_t count = count_of(weekday, step);
      figure.table.rows.back().push_back(std::to_string(count));
      if (count == 0) continue;
      double radius =
          std::max(kSmallest, kLargest * std::sqrt(Share(static_cast<double>(count), static_cast<double>(most))));
      drawing.Circle(x(static_cast<double>(step) + 0.5), y, radius, "hours");
    }
  }
  figure.panels.push_back({"", Finished(drawing, words::kWhenFigure, words::kWhenSeen, kHeight + 24)});
  return figure;
}

Figure Figures::MonthsFigure(const Groups& groups) {
  Figure figure{std::string(words::kMonthsFigure)};
  std::vector<std::pair<std::string, size_t>> months;
  for (const Group& group : groups.groups) months.emplace_back(group.name, group.summary.setbacks);
  Drawing drawing;
  double height = DrawNames(drawing, months);
  figure.panels.push_back({"", Finished(drawing, words::kMonthsFigure, words::kMonthsSeen, height)});
  return figure;
}

}  // namespace stumble
