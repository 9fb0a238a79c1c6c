#include "report/detail_text.h"

#include "report/page.h"
#include "report/span.h"
#include "setback/merged_record.h"

namespace stumble {

namespace {

std::string Counted(size_t count, const std::string& one, const std::string& several) {
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

std::string SpokenDays(double days) {
  if (days < 1) return "less than a day";
  return FormatDays(days) + (days == 1 ? " day" : " days");
}

std::string Interval(const Recovery& recovery) {
  if (!recovery.low_days && !recovery.high_days) return "";
  if (!recovery.high_days) return " (95% interval: " + FormatDays(*recovery.low_days) + " days or more)";
  if (!recovery.low_days) return " (95% interval: up to " + FormatDays(*recovery.high_days) + " days)";
  return " (95% interval: " + FormatDays(*recovery.low_days) + " to " + FormatDays(*recovery.high_days) + " days)";
}

std::string Half(const Recovery& recovery) {
  if (!recovery.median_days) return "less than half have eased so far";
  return "half eased within " + SpokenDays(*recovery.median_days) + Interval(recovery);
}

std::string Spoken(const Recovery& recovery) {
  if (recovery.setbacks == 0) return "nothing that could be timed.";
  std::string setbacks = Counted(recovery.setbacks, "setback", "setbacks");
  if (!recovery.HasEnough()) return setbacks + ", too few to say how long it tends to take.";
  std::string text = Half(recovery) + ". From " + setbacks;
  if (recovery.open == 0) return text + ".";
  return text + "; " + Counted(recovery.open, "is still with you and counts", "are still with you and count") +
         " as going on.";
}

std::string Capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// What the numbers mean, where there are any.
std::string Reading(const Report& report) {
  const auto& before = report.recovery_before;
  if (!report.recovery.HasEnough() && !(before && before->HasEnough())) return "";
  return "Longer is not worse: this says how long it took, and no more. The times are the Kaplan-Meier estimate; "
         "where something came back, that counts as a time of its own.";
}

}  // namespace

std::vector<std::string> DetailLines(const Report& report, Spelling spelling) {
  std::vector<std::string> lines = {"How long until it eased"};
  auto add = [&](const std::string& text) {
    if (text.empty()) return;
    std::vector<std::string> more = RenderItemInFull({"", text, ""}, 2, spelling);
    lines.insert(lines.end(), more.begin(), more.end());
  };
  add(Capitalized(SpokenSpan(report.first, report.last, report.today)) + ": " + Spoken(report.recovery));
  if (report.recovery_before)
    add(Capitalized(SpokenSpan(report.before_first, report.before_last, report.today)) + ": " +
        Spoken(*report.recovery_before));
  if (report.recovery.undated > 0) add("What has no date is left out of this.");
  add(Reading(report));
  return lines;
}

}  // namespace stumble
