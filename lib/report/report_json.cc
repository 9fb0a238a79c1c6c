#include "report/report_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "report/sections.h"
#include "text/text.h"

namespace stumble {

namespace {

using Json = nlohmann::ordered_json;

Json DayJson(const std::optional<Day>& day) { return day ? Json(FormatDay(*day)) : Json(nullptr); }

Json NumberJson(const std::optional<double>& number) {
  return number && std::isfinite(*number) ? Json(*number) : Json(nullptr);
}

template <typename Value, typename ToJson>
Json ListJson(const std::vector<Value>& values, ToJson to_json) {
  Json list = Json::array();
  for (const Value& value : values) list.push_back(to_json(value));
  return list;
}

template <typename Value, typename ToJson>
Json OptionalJson(const std::optional<Value>& value, ToJson to_json) {
  return value ? to_json(*value) : Json(nullptr);
}

// --- words

std::string_view PrivacyName(Privacy privacy) {
  switch (privacy) {
    case Privacy::kCounts:
      return "counts";
    case Privacy::kThemes:
      return "themes";
    case Privacy::kFull:
      return "full";
  }
  return "";
}

Json WordsJson(const WrittenWords& words) {
  return {{"date", FormatDay(words.date)}, {"words", words.words}, {"times", words.times}};
}

Json KindLineJson(const KindLine& kind) {
  return {{"date", FormatDay(kind.date)}, {"words", kind.words}, {"field", kind.helped ? "Helped" : "Kindness"}};
}

Json TriggerJson(const NameCount& trigger) { return {{"name", trigger.name}, {"setbacks", trigger.setbacks}}; }

Json PatternJson(const PatternBelief& pattern) {
  return {{"name", pattern.name},
          {"setbacks", pattern.setbacks},
          {"rated_twice", pattern.rated_twice},
          {"belief_before", NumberJson(pattern.belief_before)},
          {"belief_after", NumberJson(pattern.belief_after)}};
}

Json CountsJson(const Counts& counts, const Measures& measures) {
  return {{"entries", counts.entries},
          {"setbacks", counts.setbacks},
          {"eased", counts.eased},
          {"came_back", counts.came_back},
          {"still_with_you", counts.still_open},
          {"still_with_you_from_before", counts.still_open_from_before},
          {"rated", measures.rated},
          {"helped", counts.helped},
          {"learned", counts.learned},
          {"kindness", counts.kindness},
          {"next_steps", counts.next_steps},
          {"bring", counts.bring}};
}

// --- measures

Json RecoveryJson(const Recovery& recovery) {
  return {{"setbacks", recovery.setbacks},
          {"n", recovery.n},
          {"eased", recovery.eased},
          {"open", recovery.open},
          {"undated", recovery.undated},
          {"median_days", NumberJson(recovery.median_days)},
          {"low_days", NumberJson(recovery.low_days)},
          {"high_days", NumberJson(recovery.high_days)}};
}

Json CurvePointJson(const CurvePoint& point) {
  return {{"days", NumberJson(point.step.days)},
          {"at_risk", point.step.at_risk},
          {"eased", point.step.ended},
          {"censored", point.step.censored},
          {"share", NumberJson(point.step.survival)},
          {"std_error", NumberJson(point.step.std_error)},
          {"low", point.band ? NumberJson(point.band->low) : Json(nullptr)},
          {"high", point.band ? NumberJson(point.band->high) : Json(nullptr)}};
}

Json LogRankJson(const LogRank& test) {
  return {{"eased", test.observed_first},
          {"eased_before", test.observed_second},
          {"expected", NumberJson(test.expected_first)},
          {"expected_before", NumberJson(test.expected_second)},
          {"variance", NumberJson(test.variance)},
          {"chi_square", NumberJson(test.chi_square)},
          {"p", NumberJson(test.p)}};
}

Json AgainstPastJson(const RecoveryAgainstPast& against) {
  return {{"before", RecoveryJson(against.past)}, {"log_rank", OptionalJson(against.log_rank, LogRankJson)}};
}

Json PairedChangeJson(const PairedChange& change, const std::vector<BeforeAfter>& newest_pairs) {
  return {{"pairs", change.pairs},
          {"median_before", NumberJson(change.median_before)},
          {"median_after", NumberJson(change.median_after)},
          {"fell", change.fell},
          {"rose", change.rose},
          {"stayed", change.stayed},
          {"shift", NumberJson(change.shift)},
          {"low", NumberJson(change.low)},
          {"high", NumberJson(change.high)},
          {"newest_pairs", ListJson(newest_pairs, [](const BeforeAfter& pair) -> Json {
             return {{"before", NumberJson(pair.before)}, {"after", NumberJson(pair.after)}};
           })}};
}

Json TrendJson(const Trend& trend) {
  return {{"points", trend.points},
          {"gathered", trend.gathered},
          {"slope_per_day", NumberJson(trend.slope_per_day)},
          {"low_per_day", NumberJson(trend.low_per_day)},
          {"high_per_day", NumberJson(trend.high_per_day)},
          {"s", trend.s},
          {"variance", NumberJson(trend.variance)},
          {"z", NumberJson(trend.z)},
          {"p", NumberJson(trend.p)},
          {"exact", trend.exact}};
}

Json ThemeJson(const Theme& theme) {
  const std::optional<RateRatio>& against = theme.against_past;
  return {{"name", theme.name},
          {"setbacks", theme.setbacks},
          {"setbacks_before", theme.setbacks_before},
          {"usual_low_days", NumberJson(theme.usual_low)},
          {"usual_high_days", NumberJson(theme.usual_high)},
          {"ratio", against ? NumberJson(against->ratio) : Json(nullptr)},
          {"low", against ? NumberJson(against->low) : Json(nullptr)},
          {"high", against ? NumberJson(against->high) : Json(nullptr)},
          {"p", against ? NumberJson(against->p) : Json(nullptr)},
          {"adjusted_p", against ? NumberJson(theme.adjusted_p) : Json(nullptr)}};
}

Json ThemesJson(const Themes& themes) {
  return {{"days", NumberJson(themes.days)},
          {"days_before", NumberJson(themes.days_before)},
          {"triggers", ListJson(themes.triggers, ThemeJson)},
          {"causes", ListJson(themes.causes, ThemeJson)},
          {"feelings", ListJson(themes.feelings, ThemeJson)},
          {"domains", ListJson(themes.domains, ThemeJson)},
          {"patterns", ListJson(themes.patterns, ThemeJson)}};
}

Json PairJson(const Pair& pair) {
  return {{"first", pair.first},
          {"first_kind", pair.first_kind},
          {"second", pair.second},
          {"second_kind", pair.second_kind},
          {"both", pair.both},
          {"first_setbacks", pair.first_setbacks},
          {"second_setbacks", pair.second_setbacks},
          {"lift", NumberJson(pair.lift)},
          {"adjusted_p", NumberJson(pair.adjusted_p)}};
}

Json SpreadJson(const Spread& spread) {
  return {{"chi_square", NumberJson(spread.chi_square)},
          {"degrees_of_freedom", spread.degrees_of_freedom},
          {"p", NumberJson(spread.p)}};
}

Json TimesJson(const TimesOfDay& times) {
  static constexpr std::array<std::string_view, TimesOfDay::kParts> kParts = {"night", "morning", "afternoon",
                                                                              "evening"};
  Json by_weekday = Json::array(), by_part = Json::array();
  for (size_t day = 0; day < times.by_weekday.size(); ++day)
    by_weekday.push_back({{"name", SpokenWeekday(day + 1)}, {"setbacks", times.by_weekday[day]}});
  for (size_t part = 0; part < times.by_part.size(); ++part)
    by_part.push_back({{"name", kParts[part]}, {"setbacks", times.by_part[part]}});
  return {{"with_day", times.with_day},
          {"with_time", times.with_time},
          {"by_weekday", std::move(by_weekday)},
          {"by_part", std::move(by_part)},
          {"by_hour", times.by_hour},
          {"weekdays_test", OptionalJson(times.weekdays, SpreadJson)},
          {"parts_test", OptionalJson(times.parts, SpreadJson)}};
}

Json WhyJson(const LastWhy& why) {
  return {{"words", why.words}, {"chains", why.chains}, {"newest_chain", why.newest_chain}};
}

// --- the path, and numbers side by side

Json EpisodeJson(const PathEpisode& episode) {
  return {{"begins", FormatDay(episode.begins)}, {"eased", DayJson(episode.eased)}, {"came_back", episode.came_back}};
}

Json StretchJson(const Stretch& stretch) {
  return {{"first", FormatDay(stretch.first)}, {"last", FormatDay(stretch.last)},
          {"happened", stretch.happened},      {"eased", stretch.eased},
          {"came_back", stretch.came_back},    {"with_you", stretch.with_you}};
}

Json SummaryJson(const Summary& summary) {
  return {{"entries", summary.entries},
          {"setbacks", summary.setbacks},
          {"eased", summary.eased},
          {"helped", summary.helped},
          {"learned", summary.learned},
          {"kindness", summary.kindness},
          {"recovery", RecoveryJson(summary.recovery)},
          {"median_intensity", NumberJson(summary.median_intensity)},
          {"triggers", summary.triggers}};
}

Json PeriodSummaryJson(const Summary& summary) {
  Json json = {{"first", DayJson(summary.first)}, {"last", DayJson(summary.last)}};
  json.update(SummaryJson(summary));
  return json;
}

Json ComparisonJson(const Comparison& comparison) {
  return {{"now", PeriodSummaryJson(comparison.now)},
          {"before", OptionalJson(comparison.before, PeriodSummaryJson)},
          {"year_ago", OptionalJson(comparison.year_ago, PeriodSummaryJson)}};
}

std::string_view GroupedByName(GroupedBy by) {
  switch (by) {
    case GroupedBy::kDomain:
      return "domain";
    case GroupedBy::kTrigger:
      return "trigger";
    case GroupedBy::kMonth:
      return "month";
  }
  return "";
}

Json GroupJson(const Group& group) {
  Json json = {{"name", group.name}};
  json.update(SummaryJson(group.summary));
  json["stretches"] = ListJson(group.stretches, StretchJson);
  return json;
}

Json GroupsJson(const Groups& groups) {
  return {{"by", GroupedByName(groups.by)},
          {"stretch", StretchName(groups.kind)},
          {"groups", ListJson(groups.groups, GroupJson)},
          {"others", groups.others},
          {"without", groups.without}};
}

// Spells a report. Words that the report's privacy doesn't let it show are null, so that they differ from none.
class JsonWriter {
 public:
  explicit JsonWriter(const Report& report) : report_(report), measures_(report.measures) {}

  Json Write() {
    json_["report"] = kReportVersion;
    json_["today"] = FormatDay(report_.today);
    json_["period"] = {{"first", DayJson(report_.first)}, {"last", DayJson(report_.last)}};
    json_["privacy"] = PrivacyName(report_.privacy);
    json_["anything_noted"] = report_.anything_noted;
    json_["counts"] = CountsJson(report_.counts, measures_);
    AddWords();
    AddMeasures();
    json_["path"] = PathJson();
    json_["comparison"] = OptionalJson(report_.comparison, ComparisonJson);
    json_["groups"] = OptionalJson(report_.groups, GroupsJson);
    json_["left_out"] = {{"undated", measures_.undated_setbacks}, {"in_future", measures_.setbacks_in_future}};
    return std::move(json_);
  }

 private:
  Json ShownWords(const std::string& words) const {
    return report_.privacy == Privacy::kFull ? Json(words) : Json(nullptr);
  }

  Json SetbackJson(const ReportedSetback& setback) const {
    return {{"date", DayJson(setback.date)},
            {"words", ShownWords(setback.words)},
            {"names", setback.names},
            {"state", StateName(setback.state)},
            {"eased", DayJson(setback.eased_on)},
            {"came_back", DayJson(setback.came_back)}};
  }

  Json SetbacksJson(const std::vector<ReportedSetback>& setbacks) const {
    return ListJson(setbacks, [&](const ReportedSetback& setback) { return SetbackJson(setback); });
  }

  Json BringJson(const WrittenWords& bring) const {
    return {{"date", FormatDay(bring.date)}, {"words", bring.words}, {"is_next_step", report_.bring_is_a_step}};
  }

  void AddWords() {
    json_["kind_line"] = OptionalJson(report_.kind_line, KindLineJson);
    json_["setbacks"] = SetbacksJson(report_.setbacks);
    json_["helped"] = ListJson(report_.helped, WordsJson);
    json_["learned"] = ListJson(report_.learned, WordsJson);
    json_["kindness"] = ListJson(report_.kindness, WordsJson);
    json_["next_steps"] = ListJson(report_.next_steps, WordsJson);
    json_["triggers"] = ListJson(report_.triggers, TriggerJson);
    json_["still_with_you"] = SetbacksJson(report_.still_open);
    json_["bring"] = OptionalJson(report_.bring, [&](const WrittenWords& bring) { return BringJson(bring); });
    json_["bring_along"] = ListJson(report_.bring_along, WordsJson);
    json_["patterns"] = ListJson(report_.patterns, PatternJson);
  }

  void AddMeasures() {
    auto change = [](const std::optional<PairedChange>& of, const std::vector<BeforeAfter>& pairs) {
      return OptionalJson(of, [&](const PairedChange& each) { return PairedChangeJson(each, pairs); });
    };
    json_["recovery"] = RecoveryJson(measures_.recovery);
    json_["recovery_curve"] = ListJson(measures_.curve, CurvePointJson);
    json_["recovery_against_past"] = OptionalJson(measures_.against_past, AgainstPastJson);
    json_["intensity"] = change(measures_.intensity, measures_.intensity_pairs);
    json_["belief"] = change(measures_.belief, measures_.belief_pairs);
    json_["intensity_trend"] = OptionalJson(measures_.intensity_trend, TrendJson);
    json_["themes"] = ThemesJson(measures_.themes);
    json_["together"] = {{"pairs_tested", measures_.pairs_tested}, {"pairs", ListJson(measures_.together, PairJson)}};
    json_["times"] = TimesJson(measures_.times);
    json_["whys"] = ListJson(measures_.whys, WhyJson);
  }

  Json RowJson(const PathRow& row) const {
    return {{"date", DayJson(row.date)},
            {"words", ShownWords(row.words)},
            {"episodes", ListJson(row.episodes, EpisodeJson)}};
  }

  Json PathJson() const {
    const Path& path = report_.path;
    return {{"first", DayJson(path.first)},
            {"last", DayJson(path.last)},
            {"stretch", StretchName(path.kind)},
            {"stretches", ListJson(path.stretches, StretchJson)},
            {"rows", ListJson(path.rows, [&](const PathRow& row) { return RowJson(row); })},
            {"rows_left_out", path.rows_left_out}};
  }

  const Report& report_;
  const Measures& measures_;
  Json json_;
};

}  // namespace

std::string RenderJson(const Report& report) {
  return HarmlessJson(JsonWriter(report).Write().dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace stumble
