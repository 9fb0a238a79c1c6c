#include "report/sections.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "moment/calendar.h"
#include "setback/merged_record.h"
#include "words/report_words.h"

namespace stumble {

namespace {

constexpr double kSure = 0.05;
constexpr size_t kMostNamesTold = 6;
constexpr size_t kMostWordsTold = 5;

// What stands in a sentence for the names that it is about.
const std::array<std::string, 2> kNameSlots = {"{name}", "{other name}"};

std::string Bound(const std::optional<double>& number) { return number ? SpokenNumber(*number) : ""; }

// The time within which half eased, where there is enough to tell.
std::string SpokenMedian(const Recovery& recovery) {
  if (!recovery.HasEnough()) return std::string(words::kTooFewShort);
  if (!recovery.median_days) return std::string(words::kNotReached);
  return words::DaysTaken(*recovery.median_days < 1 ? "" : FormatDays(*recovery.median_days));
}

// "2026-11-14 to 2026-11-20": short, for the head of a column.
std::string SpanOfSummary(const Summary& summary) {
  if (!summary.first || !summary.last) return words::Span(summary.first ? FormatDay(*summary.first) : "", summary.last ? FormatDay(*summary.last) : "");
  return FormatDay(*summary.first) + " to " + FormatDay(*summary.last);
}

// A row for each number of the summaries, a column for each of them.
void AddRows(const std::vector<const Summary*>& summaries, const Words& own, Privacy privacy, Table& table) {
  auto row = [&](std::string_view name, auto value) {
    table.rows.push_back({own.In(name)});
    for (const Summary* summary : summaries) table.rows.back().push_back(value(*summary));
  };
  row("{setbacks}", [](const Summary& each) { return std::to_string(each.setbacks); });
  row(words::kEasedByNow, [](const Summary& each) { return std::to_string(each.eased); });
  row(words::kHalfWithin, [](const Summary& each) { return SpokenMedian(each.recovery); });
  row(words::kMiddleRating, [](const Summary& each) {
    return each.median_intensity ? SpokenNumber(*each.median_intensity) : std::string(words::kTooFewShort);
  });
  row(words::kWhatHelpedShort, [](const Summary& each) { return std::to_string(each.helped); });
  row(words::kLearnedShort, [](const Summary& each) { return std::to_string(each.learned); });
  row(words::kKindShort, [](const Summary& each) { return std::to_string(each.kindness); });
  if (privacy == Privacy::kCounts) return;
  row(words::kCameBeforeShort, [](const Summary& each) {
    std::string names;
    for (const std::string& name : each.triggers) names += (names.empty() ? "" : ", ") + name;
    return names.empty() ? std::string("-") : names;
  });
}

class SectionWriter {
 public:
  SectionWriter(const Report& report, const Words& own) : report_(report), measures_(report.measures), own_(own) {}

  std::vector<Section> WriteAll() {
    HowLong();
    Ratings("strength", words::kStrengthHeading, measures_.intensity, /*with_trend=*/true);
    Ratings("belief", words::kBeliefHeading, measures_.belief, /*with_trend=*/false);
    Beside();
    Together();
    When();
    Whys();
    Returned();
    NextSteps();
    ThePath();
    LeftOut();
    return std::move(sections_);
  }

 private:
  void Begin(std::string_view id, std::string_view heading) { sections_.push_back({id, own_.In(heading), {}, {}, {}}); }
  void Say(const std::string& sentence) { sections_.back().sentences.push_back(own_.In(sentence)); }
  // With the person's names where the slots stand: a name may look like a slot for the person's own words, and is none.
  void SayOf(const std::vector<std::string>& names, const std::string& sentence) {
    const std::string said = own_.In(sentence);
    std::string filled;
    for (size_t at = 0; at < said.size();) {
      auto slot = std::find_if(kNameSlots.begin(), kNameSlots.end(),
                               [&](const std::string& each) { return said.compare(at, each.size(), each) == 0; });
      if (slot == kNameSlots.end()) {
        filled += said[at++];
        continue;
      }
      filled += names[static_cast<size_t>(slot - kNameSlots.begin())];
      at += slot->size();
    }
    sections_.back().sentences.push_back(std::move(filled));
  }
  void Add(std::string item) { sections_.back().items.push_back(std::move(item)); }
  void DropIfEmpty() {
    if (sections_.back().sentences.empty() && sections_.back().items.empty()) sections_.pop_back();
  }

  void HowLong() {
    Begin("how-long", words::kHowLongHeading);
    const Recovery& now = measures_.recovery;
    if (now.setbacks == 0) {
      Say(std::string(words::kNothingToTime));
    } else if (!now.HasEnough()) {
      Say(words::TooFewToTime(now.setbacks));
    } else if (!now.median_days) {
      Say(words::LessThanHalfEased(now.setbacks));
    } else {
      std::string time = words::DaysTaken(*now.median_days < 1 ? "" : FormatDays(*now.median_days));
      Say(words::HalfEased(time, words::IntervalOfDays(Bound(now.low_days), Bound(now.high_days)), now.setbacks));
    }
    if (now.HasEnough() && now.open > 0) Say(words::GoingOn(now.open));
    if (now.undated > 0) Say(std::string(words::kUndated));
    AgainstPast();
    if (now.HasEnough()) Say(std::string(words::kHowItIsTimed));
  }

  void AgainstPast() {
    if (!measures_.against_past || measures_.recovery.setbacks == 0) return;
    const RecoveryAgainstPast& against = *measures_.against_past;
    size_t before = against.past.setbacks;
    constexpr size_t kLeast = RecoveryAgainstPast::kLeastSetbacks;
    if (measures_.recovery.setbacks < kLeast || before < kLeast) {
      Say(words::TooFewToCompare(measures_.recovery.setbacks, before, kLeast));
      return;
    }
    if (!against.log_rank) return;
    const LogRank& test = *against.log_rank;
    std::string p = words::PValue(test.p);
    if (test.p > kSure) {
      Say(words::NotClearlyOtherThanBefore(before, p));
    } else if (static_cast<double>(test.observed_first) < test.expected_first) {
      Say(words::LongerThanBefore(before, p));
    } else {
      Say(words::ShorterThanBefore(before, p));
    }
  }

  void Ratings(std::string_view id, std::string_view heading, const std::optional<PairedChange>& change, bool with_trend) {
    Begin(id, heading);
    if (change && change->pairs < Recovery::kLeastSetbacks) {
      Say(words::FewRatedTwice(change->pairs, change->fell, change->stayed, change->rose));
    } else if (change) {
      Say(words::RatedTwice(change->pairs, SpokenNumber(change->median_before), SpokenNumber(change->median_after), change->fell));
      Say(words::UsualChange(SpokenNumber(change->shift), words::Interval(Bound(change->low), Bound(change->high))));
    } else if (with_trend && measures_.rated > 0) {
      Say(std::string(words::kNotRatedTwice));
    }
    if (with_trend && measures_.rated > 0) Trend();
    DropIfEmpty();
  }

  void Trend() {
    const std::optional<stumble::Trend>& trend = measures_.intensity_trend;
    if (!trend && measures_.rated_days >= kFewestTrendPoints) return;  // all within a few days
    if (!trend) {
      Say(words::TooFewForATrend(measures_.rated_days, kFewestTrendPoints));
      return;
    }
    constexpr double kWeek = 7;
    auto weekly = [](const std::optional<double>& per_day) {
      return per_day ? std::optional(*per_day * kWeek) : std::nullopt;
    };
    double slope = trend->slope_per_day * kWeek;
    std::string interval = words::Interval(Bound(weekly(trend->low_per_day)), Bound(weekly(trend->high_per_day)));
    std::string p = "Mann-Kendall test: " + words::PValue(trend->p);
    if (trend->p > kSure) {
      Say(words::NoClearTrend(measures_.rated, SpokenNumber(slope), interval, p));
    } else {
      Say(words::Trend(slope > 0, measures_.rated, SpokenNumber(std::abs(slope)) == "0" ? "less than 0.01" : SpokenNumber(std::abs(slope)), interval, p));
    }
  }

  void Beside() {
    Begin("beside", words::kBesideHeading);
    const Themes& themes = measures_.themes;
    const std::pair<std::string_view, const std::vector<Theme>*> kinds[] = {{words::kTriggers, &themes.triggers},
                                                                           {words::kCauses, &themes.causes},
                                                                           {words::kFeelings, &themes.feelings},
                                                                           {words::kDomains, &themes.domains},
                                                                           {words::kPatterns, &themes.patterns}};
    bool any = false, differs = false;
    for (const auto& [kind, names] : kinds) {
      if (names->empty()) continue;
      any = true;
      bool is_present = names->front().setbacks > 0;
      if (is_present) Add(words::NamesCounted(kind, Listed(*names)));
      for (const Theme& theme : *names) differs = Compare(theme) || differs;
    }
    if (any && !themes.days_before) Say(std::string(words::kNoPastToCompare));
    if (any && themes.days_before && !differs) Say(words::NoNameDiffers(static_cast<size_t>(*themes.days_before / 7)));
    DropIfEmpty();
  }

  // "silence 6, phone 4": those beside more than one; where there are none, the first few.
  static std::string Listed(const std::vector<Theme>& names) {
    constexpr size_t kMostAlone = 3;
    auto end = std::find_if(names.begin(), names.end(), [](const Theme& theme) { return theme.setbacks == 0; });  // missing now
    auto present = static_cast<size_t>(end - names.begin());
    auto once = std::find_if(names.begin(), names.end(), [](const Theme& theme) { return theme.setbacks < 2; });
    auto repeated = static_cast<size_t>(once - names.begin());
    size_t told = repeated > 0 ? std::min(repeated, kMostNamesTold) : std::min(present, kMostAlone);
    std::string listed;
    for (size_t at = 0; at < told; ++at) {
      listed += (at == 0 ? "" : ", ") + names[at].name;
      if (repeated > 0) listed += " " + std::to_string(names[at].setbacks);
    }
    if (present > told) listed += words::kAndOthers;
    return listed;
  }

  // Says it if a name is noted clearly more or less often than before.
  bool Compare(const Theme& theme) {
    if (!theme.Differs()) return false;
    const RateRatio& against = *theme.against_past;
    std::string p = "adjusted " + words::PValue(theme.adjusted_p);
    if (!against.ratio) {
      SayOf({theme.name}, words::NewSinceBefore(kNameSlots[0], p));
      return true;
    }
    std::string interval = words::Interval(SpokenNumber(against.low), Bound(against.high));
    std::string ratio = SpokenNumber(*against.ratio);
    std::string usual = words::UsualDays(SpokenNumber(theme.usual_low.value_or(0)), Bound(theme.usual_high));
    SayOf({theme.name}, (*against.ratio > 1 ? words::MoreThanBefore(kNameSlots[0], ratio, interval, p)
                                            : words::LessThanBefore(kNameSlots[0], ratio, interval, p)) +
                            " " + usual);
    return true;
  }

  void Together() {
    if (report_.privacy == Privacy::kCounts || measures_.pairs_tested == 0) return;
    Begin("together", words::kTogetherHeading);
    if (measures_.together.empty()) {
      Say(words::NoPairStandsOut(measures_.pairs_tested));
      return;
    }
    for (const Pair& pair : measures_.together)
      SayOf({pair.first, pair.second}, words::PairTogether(kNameSlots[0], kNameSlots[1], pair.both, report_.counts.setbacks,
                                                           SpokenNumber(pair.lift), words::PValue(pair.adjusted_p)));
    Say(words::PairsTested(measures_.pairs_tested));
    Say(std::string(words::kTogetherIsNotBecause));
  }

  void When() {
    const TimesOfDay& times = measures_.times;
    if (times.with_day < Recovery::kLeastSetbacks) return;
    Begin("when", words::kWhenHeading);
    if (!times.weekdays && !times.parts) {
      Say(words::TooFewForWhen(times.with_day));
      return;
    }
    if (times.weekdays) {
      const auto& days = times.days_by_weekday;
      auto most = std::max_element(days.begin(), days.end()) - days.begin();
      std::string p = words::PValue(times.weekdays->p);
      Say(times.weekdays->p > kSure
              ? words::WeekdaysDoNotDiffer(times.days, p)
              : words::WeekdaysDiffer(std::string(SpokenWeekday(static_cast<size_t>(most) + 1)), times.days, p));
    }
    if (times.parts) {
      std::string p = words::PValue(times.parts->p);
      Say(times.parts->p > kSure ? words::PartsDoNotDiffer(times.parts_of_days, p)
                                 : words::PartsDiffer(std::string(words::kPartsOfDay[times.BusiestPart()]), times.parts_of_days, p));
    }
  }

  void Whys() {
    if (measures_.whys.empty()) return;
    Begin("whys", words::kWhysHeading);
    for (size_t at = 0; at < std::min(measures_.whys.size(), kMostWordsTold); ++at)
      Add(words::ChainsEnd(measures_.whys[at].chains) + measures_.whys[at].words);
  }

  void Returned() {
    Begin("returned", words::kReturnedHeading);
    std::vector<const WrittenWords*> returned;
    for (const auto* all : {&report_.helped, &report_.learned, &report_.kindness})
      for (const WrittenWords& each : *all)
        if (each.times > 1) returned.push_back(&each);
    std::stable_sort(returned.begin(), returned.end(),
                     [](const WrittenWords* a, const WrittenWords* b) { return a->times > b->times; });
    for (size_t at = 0; at < std::min(returned.size(), kMostWordsTold); ++at)
      Add(returned[at]->words + " (" + words::WrittenTimes(returned[at]->times) + ")");
    DropIfEmpty();
  }

  void NextSteps() {
    if (report_.next_steps.empty()) return;
    Begin("next-steps", words::kNextStepsHeading);
    size_t shown = std::min(report_.next_steps.size(), kMostWordsTold);
    for (size_t at = report_.next_steps.size() - shown; at < report_.next_steps.size(); ++at) Add(report_.next_steps[at].words);
  }

  void ThePath() {
    Begin("path", words::kPathHeading);
    if (!report_.path.first || report_.path.rows.empty()) {
      Say(std::string(words::kNothingOnThePath));
      return;
    }
    size_t began = 0, eased = 0, came_back = 0;
    for (const Stretch& stretch : report_.path.stretches) {
      began += stretch.happened;
      eased += stretch.eased;
      came_back += stretch.came_back;
    }
    Say(words::PathCounted(began, eased, came_back));
    if (came_back > 0) Say(std::string(words::kComingBackIsOrdinary));
  }

  void LeftOut() {
    Begin(kLeftOut, words::kLeftOutHeading);
    if (measures_.undated_setbacks > 0) Say(words::Undated(measures_.undated_setbacks));
    if (measures_.setbacks_in_future > 0) Say(words::InTheFuture(measures_.setbacks_in_future));
    DropIfEmpty();
  }

  const Report& report_;
  const Measures& measures_;
  const Words& own_;
  std::vector<Section> sections_;
};

}  // namespace

std::vector<Section> SectionsOf(const Report& report, const Words& own) { return SectionWriter(report, own).WriteAll(); }

std::optional<Section> ComparisonSection(const Report& report, const Words& own) {
  if (!report.comparison) return std::nullopt;
  const Comparison& comparison = *report.comparison;
  Section section{"comparison", std::string(words::kComparisonHeading), {}, {}, Table{}};
  std::vector<const Summary*> summaries = {&comparison.now};
  section.table->columns = {"", std::string(words::kTheseDays)};
  std::string spans = words::SpanNamed(words::kTheseDays, SpanOfSummary(comparison.now));
  for (const auto* other : {&comparison.before, &comparison.year_ago}) {
    if (!*other) continue;
    summaries.push_back(&**other);
    std::string_view name = other == &comparison.before ? words::kDaysBefore : words::kThen;
    section.table->columns.emplace_back(name);
    spans += "; " + words::SpanNamed(name, SpanOfSummary(**other));
  }
  section.sentences.push_back(spans + ".");
  AddRows(summaries, own, report.privacy, *section.table);
  if (!report.first) section.sentences.emplace_back(words::kNoDaysBefore);
  if (report.first && !comparison.before) section.sentences.emplace_back(words::kNothingBefore);
  if (report.first && !comparison.year_ago) section.sentences.emplace_back(words::kNothingAYearAgo);
  return section;
}

std::optional<Section> GroupsSection(const Report& report, const Words& own) {
  if (!report.groups) return std::nullopt;
  const Groups& groups = *report.groups;
  std::string_view kind = groups.by == GroupedBy::kDomain    ? words::kPartOfLife
                          : groups.by == GroupedBy::kTrigger ? words::kTrigger
                                                             : words::kMonth;
  Section section{"groups", words::ByHeading(kind), {}, {}, std::nullopt};
  if (groups.groups.empty())
    section.sentences.push_back(own.In(report.privacy == Privacy::kCounts && report.counts.setbacks > 0 ? words::kNamesNotShown
                                                                                                        : words::kNothingToGroup));
  if (!groups.groups.empty()) {
    section.table = Table{{std::string(kind), own.In("{setbacks}"), std::string(words::kEasedByNow), std::string(words::kHalfWithin)}, {}};
    for (const Group& group : groups.groups)
      section.table->rows.push_back({group.name, std::to_string(group.summary.setbacks), std::to_string(group.summary.eased),
                                     SpokenMedian(group.summary.recovery)});
  }
  if (groups.others > 0) section.sentences.push_back(words::OthersLeftOut(groups.others));
  if (groups.without > 0 && report.privacy != Privacy::kCounts) section.sentences.push_back(own.In(words::WithoutAny(groups.without, kind)));
  return section;
}

std::vector<Section> ExplainedSections(const Words& own) {
  std::vector<Section> sections;
  for (const words::Explained& each : words::kExplained)
    sections.push_back({"", own.In(each.heading), {own.In(each.made), own.In(each.not_read)}, {}, {}});
  return sections;
}

std::string SpokenNumber(double number) {
  double precision = std::abs(number) < 1 ? 100 : 10;
  double rounded = std::round(number * precision) / precision;
  if (rounded == 0) return "0";
  return rounded < 0 ? "-" + FormatDays(-rounded) : FormatDays(rounded);
}

std::string_view SpokenWeekday(size_t weekday) {
  constexpr Day kAMonday = std::chrono::year{2024} / 1 / 1;
  return WeekdayName(kAMonday + std::chrono::days(static_cast<int>(weekday) - 1));
}

std::string_view StretchName(StretchKind kind) {
  switch (kind) {
    case StretchKind::kDay:
      return "day";
    case StretchKind::kWeek:
      return "week";
    case StretchKind::kMonth:
      return "month";
    case StretchKind::kYear:
      return "year";
  }
  return "";
}

}  // namespace stumble
