#include "asking/routine_run.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>

#include "record/record_text.h"

namespace stumble {
namespace {

// Answers from a list; "=" leaves a step out or keeps the former answer, "-" takes it out, "<" goes back, "…stop" answers and stops,
// "…pause" answers and stops after a pause.
class ScriptedAnswerer : public Answerer {
 public:
  explicit ScriptedAnswerer(std::deque<std::string> answers) : answers_(std::move(answers)) {}
  void Say(const std::string& text) override { heard += "say " + text + "\n"; }
  Reply Answer(const Step& step, const std::string* former) override {
    heard += "ask " + step.id + (former ? " (" + *former + ")" : "") + "\n";
    if (answers_.empty()) return {};
    std::string answer = answers_.front();
    answers_.pop_front();
    if (answer.ends_with("stop")) stopped_ = Stopping::kQuietly;
    if (answer.ends_with("pause")) stopped_ = Stopping::kAfterPause;
    if (stopped_ != Stopping::kNo) answer.erase(answer.rfind(' ') == std::string::npos ? 0 : answer.rfind(' '));
    if (answer == "=" || answer.empty()) return {};
    if (answer == "-") return {Reply::Kind::kTakenOut};
    if (answer == "<") return {Reply::Kind::kBack};
    return {Reply::Kind::kAnswer, answer};
  }
  Stopping Stopped() const override { return stopped_; }

  std::string heard;

 private:
  std::deque<std::string> answers_;
  Stopping stopped_ = Stopping::kNo;
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
  RoutineProgress progress;
  RunRoutine(Sample(), answerer, progress);
  return {RenderRecord(RecordOfRun(Sample(), "2026-11-20", progress)), answerer.heard};
}

TEST(RunRoutine, AsksItsStepsAndMakesARecordOfTheAnswers) {
  Ran run = Answered({"I froze", "she asked", "I was tired", "=", "tight", "80"});
  EXPECT_EQ(run.record,
            "Date: 2026-11-20\nSetback: I froze\nWhy: she asked\nWhy: I was tired\nPrompt: sample/body\nAnswer: tight\nBelief: 80\n");
  EXPECT_EQ(run.heard, "say Take your time.\nask situation\nask why\nask why\nask why\nask body\nask belief\n");
}

TEST(RunRoutine, AsksARepeatedStepNoMoreOftenThanItSays) {
  Ran run = Answered({"=", "1", "2", "3", "body"});
  EXPECT_EQ(run.record, "Date: 2026-11-20\nWhy: 1\nWhy: 2\nWhy: 3\nPrompt: sample/body\nAnswer: body\n");
}

TEST(RunRoutine, HasTheDateAloneWithoutAnyAnswer) {
  EXPECT_EQ(Answered({}).record, "Date: 2026-11-20\n");
}

TEST(RunRoutine, KeepsWhatWasAnsweredWhenItIsStoppedAndSaysNothing) {
  Ran run = Answered({"I froze", "because stop"});
  EXPECT_EQ(run.record, "Date: 2026-11-20\nSetback: I froze\nWhy: because\n");
  EXPECT_EQ(run.heard, "say Take your time.\nask situation\nask why\n");
}

TEST(RunRoutine, SaysItsStopTextOnlyAfterAPause) {
  EXPECT_EQ(Answered({"pause"}).heard, "say Take your time.\nask situation\nsay Stopping is fine.\n");
  EXPECT_EQ(Answered({"stop"}).heard, "say Take your time.\nask situation\n");
}

TEST(RunRoutine, GoesBackAndKeepsWhatStands) {
  Ran run = Answered({"I froze", "one", "two", "<", "<", "uno", "=", "=", "tight", "80"});
  EXPECT_EQ(run.record, "Date: 2026-11-20\nSetback: I froze\nWhy: uno\nWhy: two\nPrompt: sample/body\nAnswer: tight\nBelief: 80\n");
  EXPECT_EQ(run.heard,
            "say Take your time.\nask situation\nask why\nask why\nask why\nask why (two)\nask why (one)\nask why (two)\n"
            "ask why\nask body\nask belief\n");
}

TEST(RunRoutine, GoesBackOverWhatIsSaidWithoutSayingItAgain) {
  EXPECT_EQ(Answered({"<", "<", "I froze", "<", "=", "stop"}).heard,
            "say Take your time.\nask situation\nask situation\nask situation\nask why\nask situation (I froze)\nask why\n");
}

TEST(RunRoutine, TakesAnAnswerOut) {
  EXPECT_EQ(Answered({"I froze", "<", "-", "because", "="}).record, "Date: 2026-11-20\nWhy: because\n");
  EXPECT_EQ(Answered({"=", "1", "2", "3", "<", "<", "<", "-", "=", "="}).record, "Date: 2026-11-20\nWhy: 2\nWhy: 3\n");
}

TEST(DraftOfRun, GoesOnWhereItWasLeft) {
  ScriptedAnswerer first({"I froze", "one", "two", "=", "tight stop"}), then({"90"});
  RoutineProgress progress;
  RunRoutine(Sample(), first, progress);
  Record draft = DraftOfRun(Sample(), progress);
  EXPECT_EQ(RenderRecord(draft),
            "Prompt: sample/situation\nAnswer: I froze\nPrompt: sample/why\nAnswer: one\nPrompt: sample/why\nAnswer: two\n"
            "Prompt: sample/body\nAnswer: tight\nNext: belief\n");
  RoutineProgress later = ProgressOfDraft(Sample(), draft);
  RunRoutine(Sample(), then, later);
  EXPECT_EQ(then.heard, "ask belief\n");
  EXPECT_EQ(RenderRecord(RecordOfRun(Sample(), "2026-11-21", later)),
            "Date: 2026-11-21\nSetback: I froze\nWhy: one\nWhy: two\nPrompt: sample/body\nAnswer: tight\nBelief: 90\n");
}

TEST(DraftOfRun, OfARoutineThatHasChangedBeginsAtItsBeginning) {
  Record draft;
  draft.Add("Prompt", "sample/gone");
  draft.Add("Answer", "x");
  draft.Add("Next", "gone");
  RoutineProgress progress = ProgressOfDraft(Sample(), draft);
  EXPECT_EQ(progress.step, 0u);
  EXPECT_FALSE(progress.HasAnswers());
}

TEST(DraftOfRun, OfARoutineThatWasAskedToItsEndAsksNothingMore) {
  ScriptedAnswerer first({"I froze"}), then({"x"});
  RoutineProgress progress;
  RunRoutine(Sample(), first, progress);
  RoutineProgress later = ProgressOfDraft(Sample(), DraftOfRun(Sample(), progress));
  RunRoutine(Sample(), then, later);
  EXPECT_EQ(then.heard, "");
  EXPECT_TRUE(later.HasAnswers());
}

// Sees the record as it was when an answer was looked at.
class Heeding : public ScriptedAnswerer {
 public:
  Heeding(std::deque<std::string> answers, std::function<void(const std::string&)> heed)
      : ScriptedAnswerer(std::move(answers)), heed_(std::move(heed)) {}
  void Heed(const std::string& words) override { heed_(words); }

 private:
  std::function<void(const std::string&)> heed_;
};

TEST(RunRoutine, KeepsAnAnswerBeforeItIsLookedAt) {
  std::string kept, seen;
  RoutineProgress progress;
  Heeding answerer({"I froze"}, [&](const std::string& words) { seen += words + " | " + kept; });
  RunRoutine(Sample(), answerer, progress, [&] { kept = RenderRecord(DraftOfRun(Sample(), progress)); });
  EXPECT_EQ(seen, "I froze | Prompt: sample/situation\nAnswer: I froze\nNext: why\n");
}

// A run in which the word "held" is one that nothing weighs.
Ran WithHeldWords(std::deque<std::string> answers) {
  Routine routine = Sample();
  routine.steps[2].weighs = routine.steps[4].weighs = true;  // why, belief
  Step closing;
  closing.id = "closing";
  closing.say = "Look at the belief again another day.";
  routine.steps.push_back(closing);
  routine = WithRoomForMore(routine);
  ScriptedAnswerer answerer(std::move(answers));
  RoutineProgress progress;
  RunRoutine(routine, answerer, progress, {}, [&] {
    return RenderRecord(RecordOfRun(routine, "", progress)).find("held") != std::string::npos;
  });
  return {RenderRecord(RecordOfRun(routine, "2026-11-20", progress)), answerer.heard};
}

TEST(RunRoutine, AsksNothingThatWeighsOfHeldWordsButGivesRoomForMore) {
  Ran run = WithHeldWords({"held", "tight", "and more"});
  EXPECT_EQ(run.heard, "say Take your time.\nask situation\nask body\nask more\n");
  EXPECT_EQ(run.record,
            "Date: 2026-11-20\nSetback: held\nPrompt: sample/body\nAnswer: tight\nPrompt: sample/more\nAnswer: and more\n");
}

TEST(RunRoutine, AsksNoFurtherWhyOfHeldWords) {
  EXPECT_EQ(WithHeldWords({"late", "one", "held"}).heard,
            "say Take your time.\nask situation\nask why\nask why\nask body\nask more\n");
}

TEST(RunRoutine, WeighsAgainOnceHeldWordsAreTakenBack) {
  EXPECT_EQ(WithHeldWords({"held", "<", "late", "=", "=", "50"}).heard,
            "say Take your time.\nask situation\nask body\nask situation (held)\nask why\nask body\nask belief\n"
            "say Look at the belief again another day.\n");
}

// What a filled-in template says, and then what was wrong with it.
std::string Filled(const std::string& text) {
  Record rest;
  std::string errors;
  RoutineProgress progress = ProgressOfTemplate(Sample(), Read(text).records.at(0), rest,
                                                [&](const Error& error) { errors += std::string(error.what()) + "\n"; });
  Record record = RecordOfRun(Sample(), "2026-11-20", progress);
  for (const Item& item : rest.items()) record.items().push_back(item);
  return RenderRecord(record) + errors;
}

TEST(ProgressOfTemplate, TakesFieldsByNameAndQuestionsById) {
  EXPECT_EQ(Filled("# a comment\nDate: 2026-11-01\nSetback: I froze\nWhy: one\nWhy: two\nPrompt: sample/body\nAnswer: tight\nBelief: 80\n"),
            "Date: 2026-11-20\nSetback: I froze\nWhy: one\nWhy: two\nPrompt: sample/body\nAnswer: tight\nBelief: 80\n");
}

TEST(ProgressOfTemplate, LeavesOutWhatIsEmptyOrNotTakenAndKeepsWhatItDoesNotAskFor) {
  EXPECT_EQ(Filled("Setback:\nWhy: one\nWeather: rain\nPrompt: sample/body\nAnswer:\nBelief: lots\n"),
            "Date: 2026-11-20\nWhy: one\nWeather: rain\n"
            "Belief: expected a whole number from 0 to 100; this answer was left out\n");
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
