#include "report/report_json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "report/report_of.h"

namespace stumble {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

json JsonOf(const Report& report) { return json::parse(RenderJson(report)); }

const char* const kSmall =
    "Id: A\nDate: 2026-11-16T10:30:00+00:00\nSetback: Froze\n+ again\nTrigger: silence\nIntensity: 7\nKindness: Go "
    "easy\n\n"
    "Date: 2026-11-17T10:30:00+00:00\nAbout: A\nRecovered: yes\nIntensity: 3\nHelped: Walking\nLearned: "
    "Rest\nNextStep: Call\n\n"
    "Date: 2026-10-01\nSetback: Old\n";

TEST(RenderJson, SpellsWhatHappenedAndTheWordsOfIt) {
  const std::string text = RenderJson(Sample(kSmall).report());
  EXPECT_TRUE(text.starts_with("{\n  \"report\": 2,"));
  EXPECT_TRUE(text.ends_with("}\n"));
  const json report = json::parse(text);
  EXPECT_EQ(report["today"], "2026-11-20");
  EXPECT_EQ(report["period"], json::parse(R"({"first": "2026-11-14", "last": "2026-11-20"})"));
  EXPECT_EQ(report["privacy"], "full");
  EXPECT_EQ(report["anything_noted"], true);
  EXPECT_EQ(report["counts"],
            json::parse(R"({"entries": 2, "setbacks": 1, "eased": 1, "came_back": 0, "still_with_you": 1,
    "still_with_you_from_before": 1, "rated": 1, "helped": 1, "learned": 1, "kindness": 1, "next_steps": 1, "bring": 0})"));
  EXPECT_EQ(report["kind_line"], json::parse(R"({"date": "2026-11-16", "words": "Go easy", "field": "Kindness"})"));
  EXPECT_EQ(
      report["setbacks"],
      json::parse(R"([{"date": "2026-11-16", "words": "Froze\nagain", "names": ["silence"], "state": "recovered",
    "eased": "2026-11-17", "came_back": null}])"));
  EXPECT_EQ(report["helped"], json::parse(R"([{"date": "2026-11-17", "words": "Walking", "times": 1}])"));
  EXPECT_EQ(report["learned"], json::parse(R"([{"date": "2026-11-17", "words": "Rest", "times": 1}])"));
  EXPECT_EQ(report["kindness"], json::parse(R"([{"date": "2026-11-16", "words": "Go easy", "times": 1}])"));
  EXPECT_EQ(report["next_steps"], json::parse(R"([{"date": "2026-11-17", "words": "Call", "times": 1}])"));
  EXPECT_EQ(report["triggers"], json::parse(R"([{"name": "silence", "setbacks": 1}])"));
  EXPECT_EQ(report["still_with_you"],
            json::parse(R"([{"date": "2026-10-01", "words": "Old", "names": [], "state": "open", "eased": null,
    "came_back": null}])"));
  EXPECT_EQ(report["bring"], json::parse(R"({"date": "2026-11-17", "words": "Call", "is_next_step": true})"));
  EXPECT_EQ(report["comparison"], nullptr);
  EXPECT_EQ(report["groups"], nullptr);
}

TEST(RenderJson, SpellsTheMeasures) {
  const json report = JsonOf(Sample(kSmall).report());
  EXPECT_EQ(report["recovery"], json::parse(R"({"setbacks": 1, "n": 1, "eased": 1, "open": 0, "undated": 0,
    "median_days": 1.0, "low_days": null, "high_days": null})"));
  EXPECT_EQ(report["recovery_curve"],
            json::parse(R"([{"days": 1.0, "at_risk": 1, "eased": 1, "censored": 0, "share": 0.0,
    "std_error": 0.0, "low": null, "high": null}])"));
  EXPECT_EQ(report["recovery_against_past"]["before"]["open"], 1);
  EXPECT_EQ(report["recovery_against_past"]["log_rank"], nullptr);
  EXPECT_EQ(report["intensity"],
            json::parse(R"({"pairs": 1, "median_before": 7.0, "median_after": 3.0, "fell": 1, "rose": 0,
    "stayed": 0, "shift": -4.0, "low": null, "high": null, "newest_pairs": [{"before": 7.0, "after": 3.0}]})"));
  EXPECT_EQ(report["belief"], nullptr);
  EXPECT_EQ(report["intensity_trend"], nullptr);
  EXPECT_EQ(report["themes"]["days"], 7);
  EXPECT_EQ(report["themes"]["days_before"], 7);
  EXPECT_EQ(report["themes"]["triggers"][0]["setbacks"], 1);
  EXPECT_EQ(report["themes"]["triggers"][0]["ratio"], nullptr) << "it was not noted before";
  EXPECT_EQ(report["together"], json::parse(R"({"pairs_tested": 0, "pairs": []})"));
  EXPECT_EQ(report["times"]["by_weekday"][0], json::parse(R"({"name": "Monday", "setbacks": 1})"));
  EXPECT_EQ(report["times"]["by_part"][1], json::parse(R"({"name": "morning", "setbacks": 1})"));
  EXPECT_EQ(report["times"]["by_hour"][0][10], 1);
  EXPECT_EQ(report["left_out"], json::parse(R"({"undated": 0, "in_future": 0})"));
}

TEST(RenderJson, SpellsThePath) {
  const json path = JsonOf(Sample(kSmall).report())["path"];
  EXPECT_EQ(path["first"], "2026-11-14");
  EXPECT_EQ(path["last"], "2026-11-20");
  EXPECT_EQ(path["stretch"], "day");
  EXPECT_EQ(path["stretches"].size(), 7u);
  EXPECT_EQ(path["stretches"][2],
            json::parse(R"({"first": "2026-11-16", "last": "2026-11-16", "happened": 1, "eased": 0,
    "came_back": 0, "with_you": 2})"));
  EXPECT_EQ(path["rows"][1], json::parse(R"({"date": "2026-11-16", "words": "Froze\nagain",
    "episodes": [{"begins": "2026-11-16", "eased": "2026-11-17", "came_back": false}]})"));
}

TEST(RenderJson, SpellsNumbersSideBySide) {
  const json report = JsonOf(Sample(kSmall).whole_report(GroupedBy::kTrigger));
  EXPECT_EQ(report["comparison"]["now"]["first"], "2026-11-14");
  EXPECT_EQ(report["comparison"]["before"]["setbacks"], 0);
  EXPECT_EQ(report["comparison"]["year_ago"], nullptr);
  EXPECT_EQ(report["groups"]["by"], "trigger");
  EXPECT_EQ(report["groups"]["groups"][0]["name"], "silence");
  EXPECT_EQ(report["groups"]["groups"][0]["entries"], 2);
  EXPECT_EQ(report["groups"]["groups"][0]["stretches"].size(), 7u);
}

TEST(RenderJson, SurvivesIllFormedText) {
  const json report = JsonOf(Sample("Date: 2026-11-16\nSetback: a\xFFz\nTrigger: \xC3\nWhy: \xE2\x82\n").report());
  EXPECT_EQ(report["setbacks"][0]["words"], "a\uFFFDz");
  EXPECT_EQ(report["triggers"][0]["name"], "\uFFFD");
}

TEST(RenderJson, SaysNothingOfPrivateAndHeldEntries) {
  EXPECT_EQ(RenderJson(Sample("Id: A\nDate: 2026-11-16\nSetback: x\nTrigger: y\nPrivate: yes\n\n"
                              "Date: 2026-11-17\nAbout: A\nRecovered: yes\nHelped: z\n\n"
                              "Date: 2026-11-17\nSetback: x\nSafety: crisis\nKindness: w\n\n"
                              "Setback: undated\nPrivate: yes\n\nDate: 2026-11-29\nSetback: to come\nSafety: abuse\n")
                           .whole_report()),
            RenderJson(Sample("").whole_report()));
}

// Every text within a JSON value, and every name of a field.
void AddTexts(const json& value, std::vector<std::string>& texts) {
  if (value.is_string()) texts.push_back(value.get<std::string>());
  if (!value.is_structured()) return;
  for (const auto& [name, inner] : value.items()) {
    texts.push_back(name);
    AddTexts(inner, texts);
  }
}

bool Says(const json& report, const std::string& mark) {
  std::vector<std::string> texts;
  AddTexts(report, texts);
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return text.find(mark) != std::string::npos; });
}

// A journal in which every text of a person has MARKWORDS in it, and every short name MARKNAME.
std::string AnyJournal() {
  std::string text;
  const int entries = *rc::gen::inRange(0, 30);
  for (int at = 0; at < entries; ++at) {
    text += "Id: E" + std::to_string(at) + "\n";
    if (*rc::gen::inRange(0, 8) > 0)
      text += "Date: 2026-" +
              *rc::gen::element<std::string>("09-01", "11-08", "11-14", "11-16T23:10:00+00:00", "11-20", "11-30") +
              "\n";
    if (at > 0 && *rc::gen::inRange(0, 3) == 0) {
      text += "About: E" + std::to_string(*rc::gen::inRange(0, at)) + "\n";
      text += "Recovered: " + *rc::gen::element<std::string>("yes", "no", "2026-11-18") + "\n";
    } else {
      text += "Setback: MARKWORDS " + std::to_string(*rc::gen::inRange(0, 3)) + "\n";
    }
    const int fields = *rc::gen::inRange(0, 8);
    for (int field = 0; field < fields; ++field) {
      const std::string number = std::to_string(*rc::gen::inRange(0, 3));
      text += *rc::gen::element<std::string>("Trigger", "Cause", "Feeling", "Pattern", "Domain") + ": MARKNAME " +
              number + "\n";
      text += *rc::gen::element<std::string>("Helped", "Learned", "Kindness", "NextStep", "Why", "Thought", "Answer",
                                             "Reframe", "Question", "EvidenceFor", "Own") +
              ": MARKWORDS " + number + "\n";
      text += *rc::gen::element<std::string>("Intensity: 7\n", "Belief: 80\n", "Tag: bring\n", "Tag: MARKWORDS\n",
                                             "Prompt: weekly-review/bring\nAnswer: MARKWORDS\n");
    }
    text += "\n";
  }
  return text;
}

RC_GTEST_PROP(RenderJson, NamesNoWordsBelowFullPrivacy, ()) {
  const Sample sample(AnyJournal(), Sample::Since("2026-11-10"));
  for (GroupedBy by : {GroupedBy::kDomain, GroupedBy::kTrigger, GroupedBy::kMonth}) {
    const Report report = sample.whole_report(by);
    RC_ASSERT(!Says(JsonOf(WithPrivacy(report, Privacy::kThemes)), "MARKWORDS"));
    const json counts = JsonOf(WithPrivacy(report, Privacy::kCounts));
    RC_ASSERT(!Says(counts, "MARKWORDS"));
    RC_ASSERT(!Says(counts, "MARKNAME"));
    RC_ASSERT(counts["counts"] == JsonOf(report)["counts"]);
  }
}

TEST(RenderJson, TellsWordsThatAreNotShownFromNone) {
  const Report report = Sample("Date: 2026-11-16\nSetback:\n").report();
  EXPECT_EQ(JsonOf(report)["setbacks"][0]["words"], "");
  const json themes = JsonOf(WithPrivacy(report, Privacy::kThemes));
  EXPECT_EQ(themes["privacy"], "themes");
  EXPECT_EQ(themes["setbacks"][0]["words"], nullptr);
  EXPECT_EQ(themes["path"]["rows"][0]["words"], nullptr);
}

// The text of a file of the project.
std::string ReadSource(const std::string& name) {
  std::ifstream file(std::string(STUMBLE_SOURCE_DIR) + "/" + name, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

class Schema : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("/usr/bin/python3 -c 'import jsonschema' 2>/dev/null") != 0)
      GTEST_SKIP() << "jsonschema is not installed";
    folder_ = fs::path(testing::TempDir()) / ("stumble_report_schema_" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override {
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  void Add(const Report& report) {
    std::ofstream(folder_ / (std::to_string(++count_) + ".json"), std::ios::binary) << RenderJson(report);
  }

  void AddAllOf(const Sample& sample) {
    for (GroupedBy by : {GroupedBy::kDomain, GroupedBy::kTrigger, GroupedBy::kMonth})
      for (Privacy privacy : {Privacy::kCounts, Privacy::kThemes, Privacy::kFull})
        Add(WithPrivacy(sample.whole_report(by), privacy));
    Add(sample.report());
  }

  int Check() const {
    const std::string source = STUMBLE_SOURCE_DIR;
    return std::system(("/usr/bin/python3 '" + source + "/tests/report/schema_test.py' '" + source +
                        "/share/report.schema.json' '" + folder_.string() + "'/*.json")
                           .c_str());
  }

  fs::path folder_;
  int count_ = 0;
};

TEST_F(Schema, FitsReportsOnTheSampleJournal) {
  const std::string journal = ReadSource("share/examples/journal.rec");
  ASSERT_FALSE(journal.empty());
  for (const char* span : {"week", "quarter", "year"}) AddAllOf(Sample(journal, LastPeriod(span, Sample::Now().day)));
  AddAllOf(Sample(journal, Period()));
  EXPECT_EQ(Check(), 0);
}

TEST_F(Schema, FitsReportsOnNothing) {
  AddAllOf(Sample(""));
  AddAllOf(Sample("", Period()));
  EXPECT_EQ(Check(), 0);
}

TEST_F(Schema, FitsReportsWithEveryMeasure) {
  std::string journal;
  for (int day = 1; day <= 28; ++day) {
    const std::string number = (day < 10 ? "0" : "") + std::to_string(day);
    for (const char* month : {"2025-10-", "2026-09-", "2026-10-"})
      journal += "Date: " + (month + number) + "T0" + std::to_string(day % 10) +
                 ":00:00+00:00\nSetback: x\nIntensity: 8\nIntensityNow: 2\n" +
                 "Belief: 80\nBeliefNow: 30\nRecovered: " + month + std::to_string(28) + "\nWhy: y\n" +
                 (day % 2 == 0 ? "Trigger: silence\nFeeling: blank\nPattern: labeling\n\n" : "Domain: work\n\n");
  }
  journal += "Setback: undated\n\nDate: 2026-12-24\nSetback: to come\n";
  const Sample sample(journal, Sample::From("2026-10-01", "2026-10-31"));
  const json report = JsonOf(sample.whole_report());
  for (const char* name : {"recovery_against_past", "intensity", "belief", "intensity_trend", "comparison", "groups"})
    EXPECT_FALSE(report[name].is_null()) << name;
  EXPECT_FALSE(report["recovery_against_past"]["log_rank"].is_null());
  EXPECT_FALSE(report["together"]["pairs"].empty());
  EXPECT_FALSE(report["comparison"]["year_ago"].is_null());
  EXPECT_EQ(report["left_out"], json::parse(R"({"undated": 1, "in_future": 1})"));
  AddAllOf(sample);
  AddAllOf(Sample(journal, Period()));
  EXPECT_EQ(Check(), 0);
}

}  // namespace
}  // namespace stumble
