#include "report/report_json.h"

#include <nlohmann/json.hpp>

namespace stumble {

namespace {

using Json = nlohmann::ordered_json;

Json DayJson(const std::optional<Day>& day) { return day ? Json(FormatDay(*day)) : Json(nullptr); }

Json NumberJson(const std::optional<double>& number) { return number ? Json(*number) : Json(nullptr); }

template <typename Value, typename ToJson>
Json ListJson(const std::vector<Value>& values, ToJson to_json) {
  Json list = Json::array();
  for (const Value& value : values) list.push_back(to_json(value));
  return list;
}

Json SetbackJson(const ReportedSetback& setback) {
  return {{"date", DayJson(setback.date)},
          {"words", setback.words},
          {"state", StateName(setback.state)},
          {"eased", DayJson(setback.eased_on)},
          {"came_back", DayJson(setback.came_back)}};
}

Json WordsJson(const WrittenWords& words) { return {{"date", FormatDay(words.date)}, {"words", words.words}}; }

Json KindLineJson(const KindLine& kind) {
  Json json = WordsJson(kind);
  json["field"] = kind.helped ? "Helped" : "Kindness";
  return json;
}

Json TriggerJson(const NameCount& trigger) { return {{"name", trigger.name}, {"setbacks", trigger.setbacks}}; }

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

}  // namespace

std::string RenderJson(const Report& report) {
  Json json;
  json["report"] = kReportVersion;
  json["period"] = {{"first", DayJson(report.first)}, {"last", DayJson(report.last)}};
  json["kind_line"] = report.kind_line ? KindLineJson(*report.kind_line) : Json(nullptr);
  json["setbacks"] = ListJson(report.setbacks, SetbackJson);
  json["helped"] = ListJson(report.helped, WordsJson);
  json["learned"] = ListJson(report.learned, WordsJson);
  json["kindness"] = ListJson(report.kindness, WordsJson);
  json["triggers"] = ListJson(report.triggers, TriggerJson);
  json["still_with_you"] = ListJson(report.still_open, SetbackJson);
  json["bring"] = report.bring ? WordsJson(*report.bring) : Json(nullptr);
  json["recovery"] = RecoveryJson(report.recovery);
  json["recovery_before"] = report.recovery_before ? RecoveryJson(*report.recovery_before) : Json(nullptr);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace stumble
