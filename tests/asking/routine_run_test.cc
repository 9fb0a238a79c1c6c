#include "asking/routine_run.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>

#include "record/record_text.h"

namespace stumble {
namespace {

// Answers from a list; "-" leaves a step out, "stop" leaves it out and stops, "…stop" answers and stops.
class ScriptedAnswerer : public Answerer {
 public:
  explicit ScriptedAnswerer(std::deque<std::string> answers) : answers_(std::move(answers)) {}
  void Say(const std::string& text) override { heard += "say " + text + "\n"; }
  std::optional<std::string> Answer(const Step& step) override {
    heard += "ask " + step.id + "\n";
    if (answers_.empty()) return std::nullopt;
    std::string answer = answers_.front();
    answers_.pop_front();
    stopped_ = answer.ends_with("stop");
    if (stopped_) answer.erase(answer.size() - 4);
    if (answer == "-" || answer.empty()) return std::nullopt;
    return answer;
  }
  bool Stopped() const override { return stopped_; }

  std::string heard;

 private:
  std::deque<std::string> answers_;
  bool stopped_ = false;
};

Step Asking(const std::string& id, const std::string& field, int repeat = 1) {
  Step step;
  step.id = id;
  step.ask = "What of " + id + "?";
  step.field = field;
  step.repeat = repeat;
  return step;
}

Routine Sample() {
  Routine routine;
  routine.id = "sample";
  routine.title = "A sample";
  routine.stop_text = "Stopping is fine.";
  Step opening;
  opening.id = "opening";
  opening.say = "Take your time.";
  routine.steps = {opening, Asking("situation", "Setback"), Asking("why", "Why", 3), Asking("body", "")};
  Step rating = Asking("belief", "Belief");
  rating.kind = "rating";
  rating.low = "not at all";
  rating.high = "fully";
  routine.steps.push_back(rating);
  return routine;
}

struct Ran {
  std::string record, heard;
};

Ran Answered(std::deque<std::string> answers) {
  ScriptedAnswerer answerer(std::move(answers));
  std::string record = RenderRecord(RunRoutine(Sample(), "2026-11-20", answerer));
  return {record, answerer.heard};
}

TEST(RunRoutine, AsksItsStepsAndMakesARecordOfTheAnswers) {
  Ran run = Answered({"I froze", "she asked", "I was tired", "-", "tight", "80"});
  EXPECT_EQ(run.record,
            "Date: 2026-11-20\nSetback: I froze\nWhy: she asked\nWhy: I was tired\nPrompt: sample/body\nAnswer: tight\nBelief: 80\n");
  EXPECT_EQ(run.heard, "say Take your time.\nask situation\nask why\nask why\nask why\nask body\nask belief\n");
}

TEST(RunRoutine, AsksARepeatedStepNoMoreOftenThanItSays) {
  Ran run = Answered({"-", "1", "2", "3", "body"});
  EXPECT_EQ(run.record, "Date: 2026-11-20\nWhy: 1\nWhy: 2\nWhy: 3\nPrompt: sample/body\nAnswer: body\n");
}

TEST(RunRoutine, HasTheDateAloneWithoutAnyAnswer) {
  EXPECT_EQ(Answered({}).record, "Date: 2026-11-20\n");
}

TEST(RunRoutine, KeepsWhatWasAnsweredWhenItIsStopped) {
  Ran run = Answered({"I froze", "because stop"});
  EXPECT_EQ(run.record, "Date: 2026-11-20\nSetback: I froze\nWhy: because\n");
  EXPECT_EQ(run.heard, "say Take your time.\nask situation\nask why\nsay Stopping is fine.\n");
  EXPECT_EQ(Answered({"stop"}).heard, "say Take your time.\nask situation\nsay Stopping is fine.\n");
}

TEST(RunRoutine, KeepsAnswersOfSeveralLines) {
  EXPECT_EQ(Answered({" one\r\ntwo \n"}).record, "Date: 2026-11-20\nSetback: one\n+ two\n");
}

TEST(TemplateOf, IsARecordToFillInByHand) {
  EXPECT_EQ(RenderRecord(TemplateOf(Sample(), "2026-11-20")),
            "# A sample\nDate: 2026-11-20\n# Take your time.\n# What of situation?\nSetback:\n# What of why?\nWhy:\n"
            "# What of body?\nPrompt: sample/body\nAnswer:\n# What of belief?\n# 0 not at all, 100 fully\nBelief:\n");
}

TEST(TemplateOf, SaysWhatAYesNoStepTakes) {
  Routine routine = Sample();
  routine.steps = {Asking("eased", "Recovered")};
  routine.steps[0].kind = "yes-no";
  EXPECT_EQ(RenderRecord(TemplateOf(routine, "2026-11-20")),
            "# A sample\nDate: 2026-11-20\n# What of eased?\n# yes or no\nRecovered:\n");
}

TEST(TemplateOf, MakesEachLineOfALongTextAComment) {
  Routine routine = Sample();
  routine.steps[0].say = "One line.\nAnother line.\n";
  std::string text = RenderRecord(TemplateOf(routine, "2026-11-20"));
  EXPECT_EQ(Read(text).Errors(), "") << text;
  EXPECT_NE(text.find("# One line.\n# Another line.\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace stumble
