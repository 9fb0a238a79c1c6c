#include "asking/thought_talk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <string>

#include "record/record_text.h"
#include "reframing/shelf_of.h"

namespace stumble {
namespace {

// Answers from a list, in order; an empty one leaves the question out, and so does the end of the list. "stop" stops.
class Scripted : public Answerer {
 public:
  explicit Scripted(std::deque<std::string> answers) : answers_(std::move(answers)) {}
  void Say(const std::string& text) override { heard += text + "\n"; }
  Reply Answer(const Step& step, const std::string*) override {
    asked.push_back(step.id);
    if (answers_.empty()) return {};
    std::string answer = answers_.front();
    answers_.pop_front();
    stopped_ = answer == "stop";
    if (stopped_ || answer.empty()) return {};
    return {Reply::Kind::kAnswer, answer};
  }
  Stopping Stopped() const override { return stopped_ ? Stopping::kQuietly : Stopping::kNo; }

  std::string heard;
  std::vector<std::string> asked;

 private:
  std::deque<std::string> answers_;
  bool stopped_ = false;
};

struct Talked {
  std::string records, heard;
  std::vector<std::string> asked;
  bool Asked(const std::string& id) const { return std::find(asked.begin(), asked.end(), id) != asked.end(); }
};

Talked Talk(const std::string& begun, std::deque<std::string> answers, const std::string& about = "") {
  Reframer reframer(BuiltInPatterns(), BuiltInSafety(), {});
  ThoughtTalk talk(reframer, BuiltInSafety(), BuiltInShelf(),
                   [](const Record&) { return std::vector<std::string>{"Once you wrote: tea."}; });
  talk.set_about(RecordOf(about));
  Scripted person(std::move(answers));
  std::string records;
  for (const Record& record : talk.Run(RecordOf(begun), "2026-11-20", [] { return std::string("ID"); }, person))
    records += Shown(record) + "\n";
  return {records, person.heard, person.asked};
}

const char kMindReading[] = "Everyone must think I'm stupid";

TEST(ThoughtTalk, AsksForAThoughtAndGivesNothingWithoutOne) {
  Talked talked = Talk("", {""});
  EXPECT_EQ(talked.records, "");
  EXPECT_EQ(talked.asked, std::vector<std::string>{"thought"});
}

TEST(ThoughtTalk, EveryAnswerMayBeLeftOut) {
  Talked talked = Talk("", {kMindReading});
  EXPECT_NE(talked.records.find("Date=2026-11-20|Thought=Everyone must think I'm stupid|Pattern="), std::string::npos);
  EXPECT_EQ(talked.records.find("Reframe="), std::string::npos);
  EXPECT_EQ(talked.records.find("Belief="), std::string::npos);
}

TEST(ThoughtTalk, AcknowledgesBeforeItNamesAPatternAndAsks) {
  Talked talked = Talk(std::string("Thought: ") + kMindReading + "\n", {});
  size_t heard = talked.heard.find("It makes sense that it hurts."), named = talked.heard.find("This might be");
  EXPECT_LT(heard, named);
  EXPECT_NE(named, std::string::npos);
  EXPECT_LT(named, talked.heard.find("Once you wrote: tea."));
  EXPECT_EQ(talked.asked.front(), "belief");
}

TEST(ThoughtTalk, AcknowledgesWhatTheEntrySaysAndDoesNotWriteItAgain) {
  Talked talked = Talk(std::string("About: A\nThought: ") + kMindReading + "\n", {},
                       "Thought: t\nBelief: 80\nFeeling: ashamed\nIntensity: 8\n");
  EXPECT_EQ(talked.heard.find("You wrote that it feels 80 percent true, that you feel ashamed, and that it is at 8 of 10."), 0u)
      << talked.heard;
  EXPECT_EQ(talked.records.find("Feeling"), std::string::npos);
  EXPECT_EQ(talked.records.find("Intensity"), std::string::npos);
  EXPECT_EQ(talked.records.find("Belief"), std::string::npos);
  EXPECT_NE(talked.records.find("Question=It is lonely to feel judged. Who or what helps you feel a bit safer right now?"),
            std::string::npos)
      << talked.records;
}

TEST(ThoughtTalk, SaysThatTheAnswerIsTheSameAsBeforeAndKeepsNoCommentOfIt) {
  Reframer reframer(BuiltInPatterns(), BuiltInSafety(), {});
  EarlierAnswers answers;
  answers.Remember(kMindReading, {{"Pattern", "mind-reading", {}, 0}, {"Question", "Asked then?", {}, 0}});
  reframer.set_earlier([&]() -> const EarlierAnswers& { return answers; });
  ThoughtTalk talk(reframer, BuiltInSafety(), BuiltInShelf(), [](const Record&) { return std::vector<std::string>(); });
  Scripted person({});
  std::vector<Record> records =
      talk.Run(RecordOf(std::string("Thought: ") + kMindReading + "\n"), "2026-11-20", [] { return std::string("ID"); }, person);
  EXPECT_NE(person.heard.find("You looked at this within the last day, so the answer is the same. If it keeps"), std::string::npos)
      << person.heard;
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(Shown(records[0]).find("#"), std::string::npos);
  EXPECT_EQ(Shown(records[0]).find("Question=Asked then?"), Shown(records[0]).find("Question="));
}

TEST(ThoughtTalk, KeepsThePersonsOwnSentenceAndTheRatingsBeforeAndAfter) {
  Talked first = Talk(std::string("Thought: ") + kMindReading + "\n", {"80"});
  std::deque<std::string> answers = {"80"};
  for (size_t i = 1; first.asked[i] != "own"; ++i) answers.push_back("an answer");
  answers.push_back("Some may, and some will not");
  answers.push_back("40");
  Talked talked = Talk(std::string("Thought: ") + kMindReading + "\n", answers);
  EXPECT_EQ(talked.records.rfind("Id=ID|Date=2026-11-20|Thought=", 0), 0u);
  EXPECT_NE(talked.records.find("|Reframe=Some may, and some will not|Belief=80|Prompt=reframe/"), std::string::npos);
  EXPECT_NE(talked.records.find("\nDate=2026-11-20|About=ID|Belief=40\n"), std::string::npos) << talked.records;
  EXPECT_FALSE(talked.Asked("offer"));
}

TEST(ThoughtTalk, OffersAReframeOnlyWhereNoOwnSentenceCame) {
  Talked talked = Talk(std::string("Thought: ") + kMindReading + "\n", {});
  EXPECT_TRUE(talked.Asked("offer"));
  EXPECT_EQ(talked.records.find("Reframe="), std::string::npos);
}

TEST(ThoughtTalk, HoldsWordsOfCrisisAndAsksNothingAboutThem) {
  Talked talked = Talk("", {"I want to die", "so tired"});
  EXPECT_EQ(talked.asked, (std::vector<std::string>{"thought", "more"}));
  EXPECT_NE(talked.records.find("Safety=crisis"), std::string::npos);
  EXPECT_EQ(talked.records.find("Pattern="), std::string::npos);
  EXPECT_NE(talked.records.find("Answer=so tired"), std::string::npos);
}

TEST(ThoughtTalk, TakesOutWhatItFoundOnceALaterAnswerSpeaksOfCrisis) {
  Talked talked = Talk(std::string("Thought: ") + kMindReading + "\n", {"80", "I want to kill myself"});
  EXPECT_EQ(talked.records.find("Pattern="), std::string::npos);
  EXPECT_NE(talked.records.find("Safety=crisis"), std::string::npos);
  EXPECT_FALSE(talked.Asked("offer"));
}

TEST(ThoughtTalk, StopsWithoutLosingWhatWasWritten) {
  Talked talked = Talk("", {kMindReading, "stop"});
  EXPECT_NE(talked.records.find("Thought=Everyone must think I'm stupid"), std::string::npos);
  EXPECT_FALSE(talked.Asked("own"));
}

TEST(ThoughtTalk, LooksFromBothSidesWhereNoPatternStandsOut) {
  Talked talked = Talk("Thought: The bus was late again today\n", {"50", "It was late", "Not every day"});
  EXPECT_NE(talked.records.find("Belief=50|EvidenceFor=It was late|EvidenceAgainst=Not every day"), std::string::npos)
      << talked.records;
}

}  // namespace
}  // namespace stumble
