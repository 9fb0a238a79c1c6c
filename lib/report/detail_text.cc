#include "report/detail_text.h"

#include "report/page.h"
#include "report/span.h"
#include "setback/merged_record.h"
#include "words/words.h"

namespace stumble {

namespace {

std::string SpokenDays(double days) { return words::DaysTaken(days < 1 ? "" : FormatDays(days)); }

std::string Interval(const Recovery& recovery) {
  auto bound = [](const std::optional<double>& days) { return days ? FormatDays(*days) : ""; };
  std::string interval = words::IntervalOfDays(bound(recovery.low_days), bound(recovery.high_days));
  return interval.empty() ? "" : " (" + interval + ")";
}

std::string Half(const Recovery& recovery) {
  if (!recovery.median_days) return std::string(words::kLessThanHalf);
  return words::HalfEasedWithin(SpokenDays(*recovery.median_days)) + Interval(recovery);
}

std::string Spoken(const Recovery& recovery, const Words& own) {
  if (recovery.setbacks == 0) return std::string(words::kNothingTimed);
  std::string setbacks = words::SetbacksCounted(recovery.setbacks, own);
  if (!recovery.HasEnough()) return setbacks + std::string(words::kTooFew);
  std::string text = Half(recovery) + ". From " + setbacks;
  if (recovery.open == 0) return text + ".";
  return text + "; " + words::StillGoingOn(recovery.open) + ".";
}

std::string Capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// What the numbers mean, where there are any.
std::string Reading(const Report& report) {
  const auto& before = report.recovery_before;
  if (!report.recovery.HasEnough() && !(before && before->HasEnough())) return "";
  return std::string(words::kLongerIsNotWorse);
}

}  // namespace

std::vector<std::string> DetailLines(const Report& report, Spelling spelling, const Words& own) {
  std::vector<std::string> lines = BreakLines(words::kHowLong, spelling.columns, spelling);
  auto add = [&](const std::string& text) {
    if (text.empty()) return;
    std::vector<std::string> more = RenderItemInFull({"", text, ""}, 2, spelling);
    lines.insert(lines.end(), more.begin(), more.end());
  };
  add(Capitalized(SpokenSpan(report.first, report.last, report.today)) + ": " + Spoken(report.recovery, own));
  if (report.recovery_before)
    add(Capitalized(SpokenSpan(report.before_first, report.before_last, report.today)) + ": " +
        Spoken(*report.recovery_before, own));
  if (report.recovery.undated > 0) add(std::string(words::kUndated));
  add(Reading(report));
  return lines;
}

}  // namespace stumble
