#include "asking/safety_plan.h"

#include <gtest/gtest.h>

#include "record/record_reader.h"

namespace stumble {
namespace {

using Texts = std::vector<std::string>;

Record RecordOf(const std::string& text) { return ParseRecord(text, {}); }

SafetyPlan PlanOf(const std::vector<std::string>& records) {
  SafetyPlan plan;
  for (const std::string& text : records) plan.Add(RecordOf(text));
  return plan;
}

TEST(SafetyPlan, ShowsTheStepsInTheirOrderWithLabelsForPeople) {
  SafetyPlan plan =
      PlanOf({"Date: 2026-11-01\nPrompt: my-plan/people\nAnswer: Ada\nPrompt: my-plan/my-garden\nAnswer: beans\n"
              "Prompt: my-plan/signs\nAnswer: no sleep\nPrompt: my-plan/signs\nAnswer: silence\n"});
  EXPECT_EQ(plan.Steps(), (std::vector<PlanStep>{{"When it starts to build", {"no sleep", "silence"}},
                                                 {"Whom I can ask for help", {"Ada"}},
                                                 {"My garden", {"beans"}}}));
}

TEST(SafetyPlan, TakesEachStepFromTheNewestRecordThatAnswersIt) {
  std::string first =
      "Date: 2026-11-01T10:00:00Z\nPrompt: my-plan/signs\nAnswer: old\nPrompt: my-plan/people\nAnswer: Ada\n";
  std::string second = "Date: 2026-11-01T12:00:00+01:00\nPrompt: my-plan/signs\nAnswer: new\n";
  for (const std::vector<std::string>& order : {Texts{first, second}, Texts{second, first}}) {
    SafetyPlan plan = PlanOf(order);
    EXPECT_EQ(plan.AnswersTo("signs"), Texts{"new"});
    EXPECT_EQ(plan.AnswersTo("people"), Texts{"Ada"});
  }
}

TEST(SafetyPlan, TakesTheLaterOneOfTheSameTimeAndTheDatedOneBeforeTheUndated) {
  EXPECT_EQ(
      PlanOf({"Date: 2026-11-01\nPrompt: p/signs\nAnswer: a\n", "Date: 2026-11-01\nPrompt: p/signs\nAnswer: b\n"})
          .AnswersTo("signs"),
      Texts{"b"});
  EXPECT_EQ(
      PlanOf({"Date: 2026-11-01\nPrompt: p/signs\nAnswer: a\n", "Prompt: p/signs\nAnswer: b\n"}).AnswersTo("signs"),
      Texts{"a"});
}

TEST(SafetyPlan, LeavesAStepEmptyWhereAHyphenSaysSo) {
  SafetyPlan plan = PlanOf({"Date: 2026-11-01\nPrompt: my-plan/signs\nAnswer: a\n",
                            "Date: 2026-11-02\nPrompt: my-plan/signs\nAnswer: -\n"});
  EXPECT_TRUE(plan.AnswersTo("signs").empty());
  EXPECT_TRUE(plan.Steps().empty());
}

TEST(SafetyPlan, KeepsWhatATemplateLeftUnanswered) {
  SafetyPlan plan = PlanOf(
      {"Date: 2026-11-01\nPrompt: my-plan/signs\nAnswer: a\n", "Date: 2026-11-02\nPrompt: my-plan/signs\nAnswer:\n"});
  EXPECT_EQ(plan.AnswersTo("signs"), Texts{"a"});
}

TEST(SafetyPlan, TakesOnlyItsOwnRoutineFromAJournal) {
  SafetyPlan plan;
  plan.Add(RecordOf("Date: 2026-11-01\nPrompt: five-whys/signs\nAnswer: other\nAnswer: stray\n"), kPlanRoutine);
  EXPECT_TRUE(plan.Steps().empty());
}

TEST(HoldsPlan, TellsItsRecordsFromOthers) {
  EXPECT_TRUE(HoldsPlan(RecordOf("Date: 2026-11-01\nPrompt: my-plan/signs\nAnswer: a\n")));
  EXPECT_FALSE(HoldsPlan(RecordOf("Date: 2026-11-01\nPrompt: my-planner/signs\nAnswer: a\n")));
  EXPECT_FALSE(HoldsPlan(RecordOf("Date: 2026-11-01\nSetback: my-plan/signs\n")));
}

}  // namespace
}  // namespace stumble
