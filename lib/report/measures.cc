#include "report/measures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "insight/association.h"
#include "insight/false_discovery.h"
#include "insight/names.h"
#include "moment/calendar.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr size_t kLeastTogether = 3;    // a name beside fewer setbacks is not looked at for what comes with it
constexpr size_t kMostNamesPaired = 40;  // the most frequent ones; more would test by the thousand
constexpr size_t kMostPairsTold = 10;
constexpr size_t kMostThemes = 100;
constexpr double kSure = 0.05;

// --- how long it took

template <typename Wanted>
Observed ObservedWhere(const Material& material, Wanted wanted) {
  Observed observed;
  for (const Setback& setback : material.folded.setbacks)
    if (wanted(material.DateOf(setback))) Observe(setback, material.as_of, observed);
  return observed;
}

void MeasureRecovery(const Material& material, Measures& measures) {
  Observed now = ObservedWhere(material, [&](const auto& date) { return material.IsIn(date); });
  measures.recovery = Summed(now);
  for (const SurvivalStep& step : SurvivalCurve(now.observations)) measures.curve.push_back({step, BandAt(step)});
  Observed past = ObservedWhere(material, [&](const auto& date) { return material.IsBefore(date); });
  if (past.observations.empty()) return;
  RecoveryAgainstPast against{Summed(past), std::nullopt};
  constexpr size_t kLeast = RecoveryAgainstPast::kLeastSetbacks;
  if (now.setbacks >= kLeast && past.setbacks >= kLeast)
    against.log_rank = CompareSurvival(now.observations, past.observations);
  measures.against_past = against;
}

// --- ratings

void MeasureChange(const Material& material, const std::vector<const Setback*>& setbacks, bool is_belief,
                   std::optional<PairedChange>& change, std::vector<BeforeAfter>& pairs) {
  for (const Setback* setback : setbacks) {
    std::vector<double> ratings = RatingsOf(material, *setback, is_belief);
    if (ratings.size() > 1) pairs.push_back({ratings.front(), ratings.back()});
  }
  change = ChangeOf(pairs);
  if (pairs.size() > Measures::kMostPairsKept)
    pairs.erase(pairs.begin(), pairs.end() - static_cast<std::ptrdiff_t>(Measures::kMostPairsKept));
}

void MeasureTrend(const Material& material, const std::vector<const Setback*>& setbacks, Measures& measures) {
  std::vector<TrendPoint> points;
  for (const Setback* setback : setbacks)
    if (setback->intensity_first)
      points.push_back({static_cast<double>(material.DateOf(*setback)->day.time_since_epoch().count()),
                        static_cast<double>(*setback->intensity_first)});
  measures.rated = points.size();
  // Several on a day are no independent points.
  std::vector<TrendPoint> medians = MediansOfSpans(points, 1);
  measures.rated_days = medians.size();
  // A slope a week from a few days would be a guess.
  bool is_long = !medians.empty() && medians.back().days - medians.front().days >= Measures::kLeastTrendDays;
  if (is_long) measures.intensity_trend = TrendOf(medians);
}

// --- names

// The names of one kind beside the setbacks of the period and those before it.
class ThemeFinder {
 public:
  ThemeFinder(const Material& material, std::string_view field, bool with_notes) {
    Take(material, field, material.folded.setbacks);
    if (with_notes) Take(material, field, material.folded.notes);
  }

  // The names of the period, and after them those of before that are clearly missing now. All of them are tested.
  std::vector<Theme> Find(double days, std::optional<double> days_before) const {
    std::vector<Theme> themes;
    std::unordered_set<std::string> of_period;
    for (const NameCount& count : RankNames(now_)) {
      std::string folded = FoldCase(count.name);
      of_period.insert(folded);
      themes.push_back(ThemeOf(count.name, folded, count.setbacks));
    }
    for (const auto& [folded, name] : names_before_)
      if (!of_period.contains(folded)) themes.push_back(ThemeOf(name, folded, 0));
    if (days_before && days > 0) Compare(days, *days_before, themes);
    std::erase_if(themes, [](const Theme& theme) { return theme.setbacks == 0 && !theme.Differs(); });
    if (themes.size() > kMostThemes) themes.resize(kMostThemes);
    return themes;
  }

 private:
  using DaysOfNames = std::unordered_map<std::string, std::set<Day>>;

  void Take(const Material& material, std::string_view field, const std::vector<Setback>& setbacks) {
    auto wanted = [&](const Setback& setback) {
      return material.IsIn(material.DateOf(setback)) || material.IsBefore(material.DateOf(setback));
    };
    for (const Setback* setback : material.ByDay(setbacks, wanted)) {
      const std::optional<Moment>& date = material.DateOf(*setback);
      bool is_now = material.IsIn(date), is_before = material.IsBefore(date);
      std::vector<std::string> names = material.NamesOf(*setback, field);
      std::unordered_set<std::string> once;
      for (const std::string& name : names) {
        std::string folded = FoldCase(Trim(name));
        if (folded.empty() || !once.insert(folded).second) continue;
        (is_now ? days_now_ : days_before_)[folded].insert(date->day);
        if (is_before) {
          names_before_.emplace(folded, Trim(name));
          ++setbacks_before_[folded];
        }
      }
      if (is_now) now_.push_back(std::move(names));
    }
  }

  Theme ThemeOf(const std::string& name, const std::string& folded, size_t setbacks) const {
    auto before = setbacks_before_.find(folded);
    return {name, setbacks, before == setbacks_before_.end() ? 0 : before->second, {}, {}, {}, 1};
  }

  static size_t DaysOf(const DaysOfNames& days, const std::string& name) {
    auto known = days.find(FoldCase(name));
    return known == days.end() ? 0 : known->second.size();
  }

  void Compare(double days, double days_before, std::vector<Theme>& themes) const {
    std::vector<double> p_values;
    for (Theme& theme : themes) {
      EventCount now{DaysOf(days_now_, theme.name), days}, before{DaysOf(days_before_, theme.name), days_before};
      theme.against_past = CompareRates(now, before);
      if (std::optional<Rate> usual = RateOf(before)) {
        theme.usual_low = usual->low_per_day * days;
        theme.usual_high = usual->high_per_day * days;
      }
      if (theme.against_past) p_values.push_back(theme.against_past->p);
    }
    std::vector<double> adjusted = AdjustForFalseDiscovery(p_values);
    size_t at = 0;
    for (Theme& theme : themes)
      if (theme.against_past) theme.adjusted_p = adjusted[at++];
  }

  std::vector<std::vector<std::string>> now_;
  std::map<std::string, std::string> names_before_;  // as they were spelled first, by the folded name
  std::unordered_map<std::string, size_t> setbacks_before_;
  DaysOfNames days_now_, days_before_;
};

double DaysFrom(Day first, Day last) { return static_cast<double>((last - first).count()) + 1; }

void MeasureThemes(const Material& material, Measures& measures) {
  Themes& themes = measures.themes;
  Day last = std::min(material.period.last_day().value_or(material.as_of.day), material.as_of.day);
  std::optional<Day> first = material.period.first_day();
  if (!first)
    for (const Entry& entry : material.journal.entries())
      if (entry.date && (!first || entry.date->day < *first)) first = entry.date->day;
  if (!first || *first > last) return;
  std::set<long> weeks;  // in which anything was noted, 0 for that of the first day
  for (const Entry& entry : material.journal.entries()) {
    if (!entry.date || entry.date->day > last) continue;
    long days = (entry.date->day - *first).count();
    weeks.insert(days >= 0 ? days / 7 : -((6 - days) / 7));
  }
  double days_before = 0;
  for (long week : weeks) {
    if (week < 0) days_before += 7;
    if (week >= 0) themes.days += std::min(7.0, DaysFrom(*first + std::chrono::days(7 * week), last));
  }
  if (days_before > 0 && days_before >= themes.days) themes.days_before = days_before;
  auto find = [&](std::string_view field, bool with_notes = false) {
    return ThemeFinder(material, field, with_notes).Find(themes.days, themes.days_before);
  };
  themes.triggers = find("Trigger");
  themes.causes = find("Cause");
  themes.feelings = find("Feeling");
  themes.domains = find("Domain");
  themes.patterns = find("Pattern", /*with_notes=*/true);
}

// --- what comes together

struct PairedName {
  std::string name, kind;
  std::unordered_set<size_t> setbacks;
};

std::vector<PairedName> NamesToPair(const Material& material, const std::vector<const Setback*>& setbacks) {
  struct Kind {
    std::string_view field, kind;
  };
  static constexpr Kind kKinds[] = {
      {"Trigger", "trigger"}, {"Cause", "cause"}, {"Feeling", "feeling"}, {"Domain", "domain"}, {"Pattern", "pattern"}};
  std::vector<PairedName> names;
  std::map<std::pair<std::string_view, std::string>, size_t> places;
  for (size_t number = 0; number < setbacks.size(); ++number) {
    for (const Kind& kind : kKinds) {
      for (const std::string& value : material.NamesOf(*setbacks[number], kind.field)) {
        std::string name(Trim(value));
        if (name.empty()) continue;
        auto [known, is_new] = places.emplace(std::pair(kind.kind, FoldCase(name)), names.size());
        if (is_new) names.push_back({name, std::string(kind.kind), {}});
        names[known->second].setbacks.insert(number);
      }
    }
  }
  std::erase_if(names, [](const PairedName& name) { return name.setbacks.size() < kLeastTogether; });
  std::stable_sort(names.begin(), names.end(),
                   [](const PairedName& a, const PairedName& b) { return a.setbacks.size() > b.setbacks.size(); });
  if (names.size() > kMostNamesPaired) names.resize(kMostNamesPaired);
  return names;
}

TogetherCount Together(const PairedName& first, const PairedName& second, size_t setbacks) {
  TogetherCount count;
  for (size_t number : first.setbacks) count.both += second.setbacks.contains(number) ? 1 : 0;
  count.first_only = first.setbacks.size() - count.both;
  count.second_only = second.setbacks.size() - count.both;
  count.neither = setbacks - count.both - count.first_only - count.second_only;
  return count;
}

void MeasureTogether(const Material& material, const std::vector<const Setback*>& setbacks, Measures& measures) {
  if (setbacks.size() < Recovery::kLeastSetbacks) return;
  std::vector<PairedName> names = NamesToPair(material, setbacks);
  std::vector<double> p_values;
  for (size_t first = 0; first < names.size(); ++first) {
    for (size_t second = first + 1; second < names.size(); ++second) {
      // A setback has one domain, as a rule: two can't come together.
      if (names[first].kind == "domain" && names[second].kind == "domain") continue;
      TogetherCount count = Together(names[first], names[second], setbacks.size());
      p_values.push_back(FisherPGreater(count));
      measures.together.push_back({names[first].name, names[second].name, names[first].kind, names[second].kind, count.both,
                                   names[first].setbacks.size(), names[second].setbacks.size(), Lift(count).value_or(0), 1});
    }
  }
  std::vector<double> adjusted = AdjustForFalseDiscovery(p_values);
  for (size_t at = 0; at < adjusted.size(); ++at) measures.together[at].adjusted_p = adjusted[at];
  measures.pairs_tested = adjusted.size();
  std::erase_if(measures.together, [](const Pair& pair) { return pair.lift <= 1 || pair.adjusted_p > kSure; });
  std::stable_sort(measures.together.begin(), measures.together.end(),
                   [](const Pair& a, const Pair& b) { return a.adjusted_p < b.adjusted_p; });
  if (measures.together.size() > kMostPairsTold) measures.together.resize(kMostPairsTold);
}

// --- when

constexpr std::array<double, TimesOfDay::kParts> kHoursOfPart = {7, 7, 5, 5};

size_t PartOfDay(size_t hour) {
  if (hour < 5 || hour >= 22) return 0;
  if (hour < 12) return 1;
  return hour < 17 ? 2 : 3;
}

// How many of each weekday the days hold, Monday first.
std::array<double, 7> WeekdaysIn(Day first, Day last) {
  std::array<double, 7> shares{};
  double days = DaysFrom(first, last);
  double whole_weeks = std::floor(days / 7);
  shares.fill(whole_weeks);
  auto rest = static_cast<int>(days - whole_weeks * 7);
  for (int at = 0; at < rest; ++at) ++shares[IsoWeekOf(first + std::chrono::days(at)).weekday - 1];
  return shares;
}

void MeasureTimes(const Material& material, const std::vector<const Setback*>& setbacks, Measures& measures) {
  TimesOfDay& times = measures.times;
  std::optional<Day> first;
  std::set<Day> days;
  std::set<std::pair<Day, size_t>> parts;
  for (const Setback* setback : setbacks) {
    const Moment& date = *material.DateOf(*setback);
    size_t weekday = IsoWeekOf(date.day).weekday - 1;
    ++times.by_weekday[weekday];
    ++times.with_day;
    times.days_by_weekday[weekday] += days.insert(date.day).second ? 1 : 0;
    if (!first) first = date.day;
    if (!date.HasTime()) continue;
    auto hour = static_cast<size_t>(std::chrono::duration_cast<std::chrono::hours>(*date.time_of_day).count());
    ++times.by_hour[weekday][hour];
    ++times.by_part[PartOfDay(hour)];
    times.days_by_part[PartOfDay(hour)] += parts.insert({date.day, PartOfDay(hour)}).second ? 1 : 0;
    ++times.with_time;
  }
  if (!first) return;
  times.days = days.size();
  times.parts_of_days = parts.size();
  Day from = material.period.first_day().value_or(*first);
  Day until = std::min(material.period.last_day().value_or(material.as_of.day), material.as_of.day);
  times.weekdays = SpreadOver(times.days_by_weekday, WeekdaysIn(std::min(from, *first), until));
  times.parts = SpreadOver(times.days_by_part, kHoursOfPart);
}

// --- whys

void MeasureWhys(const Material& material, const std::vector<const Setback*>& setbacks, Measures& measures) {
  std::unordered_map<uint64_t, size_t> places;
  for (const Setback* setback : setbacks) {
    const std::vector<WordsId> chain = material.WordsOf(*setback, "Why");
    if (chain.empty()) continue;
    auto [known, is_new] = places.emplace(material.journal.KeyOf(chain.back()), measures.whys.size());
    if (is_new) measures.whys.emplace_back();
    LastWhy& why = measures.whys[known->second];
    ++why.chains;
    const std::string* last = material.journal.TextOf(chain.back());
    if (last == nullptr) continue;
    why.words = *last;
    why.newest_chain.clear();
    for (WordsId link : chain)
      if (const std::string* text = material.journal.TextOf(link)) why.newest_chain.push_back(*text);
  }
  std::erase_if(measures.whys, [](const LastWhy& why) { return why.words.empty(); });
  std::stable_sort(measures.whys.begin(), measures.whys.end(),
                   [](const LastWhy& a, const LastWhy& b) { return a.chains > b.chains; });
}

void CountThoseLeftOut(const Material& material, Measures& measures) {
  for (const Setback& setback : material.folded.setbacks) {
    const std::optional<Moment>& date = material.DateOf(setback);
    if (!date) ++measures.undated_setbacks;
    if (date && ElapsedDays(material.as_of, *date) > 0) ++measures.setbacks_in_future;
  }
}

}  // namespace

std::vector<double> RatingsOf(const Material& material, const Setback& setback, bool is_belief) {
  std::vector<double> ratings;
  auto add = [&](size_t place) {
    const Entry& entry = material.journal.entries()[place];
    const std::optional<int>& rating = is_belief ? entry.belief : entry.intensity;
    if (rating) ratings.push_back(*rating);
    std::optional<int> last = material.journal.LastRating(place, is_belief);
    // The same number as at first may be the same rating, told twice.
    if (last && rating && *last != *rating) ratings.push_back(*last);
  };
  Material::ForEachEntryOf(setback, add);
  return ratings;
}

Recovery Summed(const Observed& observed) {
  Recovery recovery;
  recovery.setbacks = observed.setbacks;
  recovery.undated = observed.undated;
  recovery.n = observed.observations.size();
  for (const Observation& observation : observed.observations) ++(observation.ended ? recovery.eased : recovery.open);
  if (std::optional<Median> median = MedianSurvival(SurvivalCurve(observed.observations))) {
    recovery.median_days = median->days;
    recovery.low_days = median->low_days;
    recovery.high_days = median->high_days;
  }
  return recovery;
}

size_t TimesOfDay::BusiestPart() const {
  auto density = [&](size_t part) { return static_cast<double>(days_by_part[part]) / kHoursOfPart[part]; };
  size_t busiest = 0;
  for (size_t part = 1; part < kParts; ++part)
    if (density(part) > density(busiest)) busiest = part;
  return busiest;
}

Measures Measure(const Material& material) {
  Measures measures;
  const std::vector<const Setback*> setbacks = material.ByDay(
      material.folded.setbacks, [&](const Setback& setback) { return material.IsIn(material.DateOf(setback)); });
  MeasureRecovery(material, measures);
  MeasureChange(material, setbacks, /*is_belief=*/false, measures.intensity, measures.intensity_pairs);
  MeasureChange(material, setbacks, /*is_belief=*/true, measures.belief, measures.belief_pairs);
  MeasureTrend(material, setbacks, measures);
  MeasureThemes(material, measures);
  MeasureTogether(material, setbacks, measures);
  MeasureTimes(material, setbacks, measures);
  MeasureWhys(material, setbacks, measures);
  CountThoseLeftOut(material, measures);
  return measures;
}

}  // namespace stumble
