#include "report/report_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/journal_text.h"

namespace stumble {
namespace {

TEST(RenderJson, IsComplete) {
  const std::string text = RenderJson(ReportOn(
      "Id: A\nDate: 2026-11-16\nSetback: Froze\n+ again\nTrigger: silence\nKindness: Go easy\n\n"
      "Date: 2026-11-17\nAbout: A\nRecovered: yes\nHelped: Walking\nLearned: Rest\nNextStep: Call\n\n"
      "Date: 2026-10-01\nSetback: Old\n"));
  EXPECT_EQ(nlohmann::json::parse(text), nlohmann::json::parse(R"({
    "report": 1,
    "period": {"first": "2026-11-14", "last": "2026-11-20"},
    "kind_line": {"date": "2026-11-16", "words": "Go easy", "field": "Kindness"},
    "setbacks": [{"date": "2026-11-16", "words": "Froze\nagain", "state": "recovered", "eased": "2026-11-17",
                  "came_back": null}],
    "helped": [{"date": "2026-11-17", "words": "Walking"}],
    "learned": [{"date": "2026-11-17", "words": "Rest"}],
    "kindness": [{"date": "2026-11-16", "words": "Go easy"}],
    "triggers": [{"name": "silence", "setbacks": 1}],
    "still_with_you": [{"date": "2026-10-01", "words": "Old", "state": "open", "eased": null, "came_back": null}],
    "bring": {"date": "2026-11-17", "words": "Call"},
    "recovery": {"setbacks": 1, "n": 1, "eased": 1, "open": 0, "undated": 0, "median_days": 1.0,
                 "low_days": null, "high_days": null},
    "recovery_before": {"setbacks": 0, "n": 0, "eased": 0, "open": 0, "undated": 0, "median_days": null,
                        "low_days": null, "high_days": null}
  })"));
  EXPECT_TRUE(text.starts_with("{\n  \"report\": 1,"));
  EXPECT_TRUE(text.ends_with("}\n"));
}

TEST(RenderJson, SurvivesIllFormedText) {
  const auto json = nlohmann::json::parse(RenderJson(ReportOn("Date: 2026-11-16\nSetback: a\xFFz\n")));
  EXPECT_EQ(json["setbacks"][0]["words"], "a\uFFFDz");
}

TEST(RenderJson, SaysNothingOfPrivateAndHeldEntries) {
  EXPECT_EQ(RenderJson(ReportOn("Id: A\nDate: 2026-11-16\nSetback: x\nTrigger: y\nPrivate: yes\n\n"
                                "Date: 2026-11-17\nAbout: A\nRecovered: yes\nHelped: z\n\n"
                                "Date: 2026-11-17\nSetback: x\nSafety: crisis\nKindness: w\n")),
            RenderJson(ReportOn("")));
}

}  // namespace
}  // namespace stumble
