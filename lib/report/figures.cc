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

// The last day of the curve; where a few are known for far longer than most took to ease, one by which most is drawn, for else all
// that there is to see would stand at the left edge.
double LastDayDrawn(const std::vector<CurvePoint>& curve) {
  constexpr double kShareEased = 0.9, kRoomAfter = 2, kWorthIt = 2, kLeastDays = 7;
  const double last = std::max(1.0, curve.back().step.days);
  size_t eased = 0, eased_by_then = 0;
  for (const CurvePoint& point : curve) eased += point.step.ended;
  if (eased == 0) return last;
  double most_by = last;
  for (const CurvePoint& point : curve) {
    eased_by_then += point.step.ended;
    most_by = point.step.days;
    if (static_cast<double>(eased_by_then) >= kShareEased * static_cast<double>(eased)) break;
  }
  const double enough = std::max(kLeastDays, std::ceil(kRoomAfter * most_by));
  return last > kWorthIt * enough ? enough : last;
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
  const std::vector<CurvePoint>& curve = report_.measures.curve;
  const double last = LastDayDrawn(curve);
  auto end = std::find_if(curve.begin(), curve.end(), [&](const CurvePoint& point) { return point.step.days > last; });
  if (end != curve.end())
    figure.note = words::CurveGoesOn(SpokenNumber(last), end->step.at_risk, SpokenNumber(curve.back().step.days));
  const std::vector<CurvePoint> steps = EvenlyChosen(std::vector<CurvePoint>(curve.begin(), end), kMostSteps);
  constexpr double kTop = 18, kTall = 160, kBase = kTop + kTall;
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
  if (end != curve.end()) drawing.Line(x(from), y(share), 1, y(share), "curve");
  for (const CurvePoint& point : steps) {
    if (point.step.censored == 0) continue;
    drawing.Sign("stroke", x(point.step.days), y(point.step.survival));
    has_strokes = true;
  }
  const double step = NiceStep(last);
  for (int tick = 0; tick * step <= last; ++tick) {
    const double days = tick * step;
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
  figure.rows_left_out = curve.size() > kMostRows;
  for (const CurvePoint& point : EvenlyChosen(curve, kMostRows))
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

// As much of a name as there is room for.
void DrawCut(Drawing& drawing, double y, const std::string& name, int narrow_columns, int roomy_columns) {
  const std::string narrow = HtmlIsolatedCut(name, narrow_columns), roomy = HtmlIsolatedCut(name, roomy_columns);
  drawing.Text(0, y, "start", narrow, narrow == roomy ? "" : "narrow");
  if (narrow != roomy) drawing.Text(0, y, "start", roomy, "roomy");
}

// A bar a name, below the name.
double DrawNames(Drawing& drawing, const std::vector<std::pair<std::string, size_t>>& names) {
  constexpr double kRow = 36;
  constexpr int kRoomyNameColumns = 44;  // two figures stand side by side there
  size_t most = 1;
  for (const auto& [name, count] : names) most = std::max(most, count);
  double top = 0;
  for (const auto& [name, count] : names) {
    DrawCut(drawing, top + 14, name, Drawing::kPhoneColumns - 4, kRoomyNameColumns);
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
  constexpr size_t kHours = 24, kLabelEach = 3;
  size_t most = 1;
  for (const auto& hours : times.by_hour) most = std::max(most, *std::max_element(hours.begin(), hours.end()));

  Figure figure{std::string(words::kWhenFigure)};
  figure.table.columns = {std::string(words::kColumnWeekday), std::string(words::kColumnBegan),
                          std::string(words::kColumnHours)};
  constexpr double kRow = 30, kTop = 2, kHighest = 23, kLowest = 5, kHeight = kTop + 7 * kRow, kGap = 0.1;
  constexpr size_t kLetters = 3;
  constexpr double kLeft = 0.14;  // beside the names of the days
  auto x = [&](double hours) { return kLeft + (1 - kLeft) * hours / kHours; };
  Drawing drawing;
  for (size_t hour = 0; hour <= kHours; hour += kLabelEach) {
    double place = x(static_cast<double>(hour));
    drawing.Line(place, kTop, place, kHeight, "grid");
    drawing.Text(place, kHeight + 18, hour == kHours ? "end" : "middle", std::to_string(hour));
  }
  for (size_t at = 0; at < 7; ++at) {
    const size_t weekday = sunday_first_ ? (at + 6) % 7 : at;
    const std::string name(SpokenWeekday(weekday + 1));
    const double base = kTop + static_cast<double>(at + 1) * kRow;
    drawing.Text(0, base - 8, "start", name.substr(0, kLetters));
    drawing.Line(kLeft, base, 1, base, "grid");
    size_t all = 0;
    std::string listed;
    for (size_t hour = 0; hour < kHours; ++hour) {
      const size_t count = times.by_hour[weekday][hour];
      if (count == 0) continue;
      all += count;
      listed += (listed.empty() ? "" : ", ") + words::HourAndCount(hour, count);
      const double height = std::max(kLowest, kHighest * Share(static_cast<double>(count), static_cast<double>(most)));
      const auto from = static_cast<double>(hour);
      drawing.Bar(x(from + kGap), x(from + 1 - kGap), base - height, height, "hours");
    }
    figure.table.rows.push_back({name, std::to_string(all), listed.empty() ? std::string(words::kNoHours) : listed});
  }
  figure.panels.push_back({"", Finished(drawing, words::kWhenFigure, words::kWhenSeen, kHeight + 24)});
  figure.note = words::HighestColumn(most);
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
