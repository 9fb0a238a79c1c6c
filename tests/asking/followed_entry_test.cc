#include "asking/followed_entry.h"

#include <gtest/gtest.h>

#include "record/record_text.h"

namespace stumble {
namespace {

Routine RoutineOf(std::initializer_list<const char*> fields) {
  Routine routine;
  for (const char* field : fields) {
    Step& step = routine.steps.emplace_back();
    step.id = step.ask = step.field = field;
  }
  return routine;
}

std::string FieldsOf(const Routine& routine) {
  std::string fields;
  for (const Step& step : routine.steps) fields += step.field + " ";
  return fields;
}

TEST(FollowedEntry, TheThoughtToLookAtIsTheLastOneWithoutAReframe) {
  EXPECT_EQ(ThoughtToLookAt(RecordOf("Setback: Froze\n")), "");
  EXPECT_EQ(ThoughtToLookAt(RecordOf("Thought: One\nThought: Two\n")), "Two");
  EXPECT_EQ(ThoughtToLookAt(RecordOf("Thought: One\nThought: Two\nReframe: Softer\n")), "Two");
  EXPECT_EQ(ThoughtToLookAt(RecordOf("Thought: One\nReframe: Softer\n")), "One");
}

TEST(FollowedEntry, WhatItSaysIsNotAskedAgain) {
  Routine routine = RoutineOf({"Setback", "Trigger", "Feeling", "Thought"});
  EXPECT_EQ(FieldsOf(WithoutWhatIsKnown(routine, RecordOf("Setback: Froze\nTrigger: silence\n"))), "Feeling Thought ");
  EXPECT_EQ(FieldsOf(WithoutWhatIsKnown(routine, RecordOf("Setback: Froze\n"))), "Trigger Feeling Thought ");
}

TEST(FollowedEntry, ItsThoughtIsAFormerAnswer) {
  Routine routine = RoutineOf({"Feeling", "Thought"});
  RoutineProgress progress = ProgressAbout(routine, RecordOf("Setback: Froze\nThought: I bore her\n"));
  ASSERT_EQ(progress.answers.size(), 2u);
  EXPECT_TRUE(progress.answers[0].empty());
  EXPECT_EQ(progress.answers[1], std::vector<std::string>{"I bore her"});
  EXPECT_FALSE(ProgressAbout(routine, RecordOf("Setback: Froze\n")).HasAnswers());
}

}  // namespace
}  // namespace stumble
