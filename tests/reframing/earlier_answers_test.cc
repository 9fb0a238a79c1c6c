#include "reframing/earlier_answers.h"

#include <gtest/gtest.h>

#include "journal/journal_of.h"

namespace stumble {
namespace {

EarlierAnswers AnswersOf(const std::string& journal_text, bool held = false) {
  Journal journal = JournalFrom(journal_text);
  return EarlierAnswers(journal, Fold(journal.entries()), *ParseMoment("2026-11-20T21:00:00-05:00"),
                        [&](const Record&) { return !held; });
}

std::string AnswerTo(const EarlierAnswers& answers, std::string_view thought) {
  std::string shown;
  for (const Item& item : answers.AnswerTo(thought)) shown += item.name + "=" + item.value + ";";
  return shown;
}

constexpr const char* kAnswer =
    "Thought: I always ruin everything\nPattern: p\nCue: always\nQuestion: q?\nReframe: r\nHelped: h\n";
constexpr const char* kShown = "Pattern=p;Cue=always;Question=q?;Reframe=r;";

TEST(AreNearlyTheSame, IgnoresCasePunctuationAndSmallWords) {
  EXPECT_TRUE(AreNearlyTheSame("I always ruin everything", "i ALWAYS ruin everything!!"));
  EXPECT_TRUE(AreNearlyTheSame("I am a loser", "I'm such a loser."));
  EXPECT_TRUE(AreNearlyTheSame("I can’t do this", "I just can not do this"));
  EXPECT_TRUE(AreNearlyTheSame("My boss will fire me tomorrow", "Tomorrow my boss will fire me"));
}

TEST(AreNearlyTheSame, TellsWhoAndNot) {
  EXPECT_FALSE(AreNearlyTheSame("I am a jerk", "He is a jerk"));
  EXPECT_FALSE(AreNearlyTheSame("I can do this", "I can not do this"));
  EXPECT_FALSE(AreNearlyTheSame("I always fail at math", "I always fail at cooking"));
  EXPECT_FALSE(AreNearlyTheSame("", "I"));
}

TEST(EarlierAnswers, GiveTheAnswerOfTheLastDay) {
  EarlierAnswers answers = AnswersOf(std::string("Date: 2026-11-20T09:00:00-05:00\n") + kAnswer);
  EXPECT_EQ(AnswerTo(answers, "i always ruin EVERYTHING."), kShown);
  EXPECT_EQ(AnswerTo(answers, "I never ruin anything"), "");
}

TEST(EarlierAnswers, LeaveOlderAndLaterOnes) {
  for (const char* date : {"2026-11-19T20:59:59-05:00", "2026-11-19", "2026-11-21T09:00:00-05:00"})
    EXPECT_EQ(AnswerTo(AnswersOf("Date: " + std::string(date) + "\n" + kAnswer), "I always ruin everything"),
              std::string(date) == "2026-11-19" ? kShown : "")
        << date;
  EXPECT_EQ(AnswerTo(AnswersOf("Date: 2026-11-20\n" + std::string(kAnswer)), "I always ruin everything"), kShown);
}

TEST(EarlierAnswers, TakeTheNewest) {
  std::string older = "Date: 2026-11-20T08:00:00-05:00\nThought: t\nPattern: p\nQuestion: older\n\n";
  std::string newer = "Date: 2026-11-20T09:00:00-05:00\nThought: t\nPattern: p\nQuestion: newer\n\n";
  EXPECT_EQ(AnswerTo(AnswersOf(newer + older), "t"), "Pattern=p;Question=newer;");
}

TEST(EarlierAnswers, NeedAPatternAndAQuestion) {
  std::string date = "Date: 2026-11-20T09:00:00-05:00\n";
  EXPECT_EQ(AnswerTo(AnswersOf(date + "Thought: t\nReframe: mine\n"), "t"), "");
  EXPECT_EQ(AnswerTo(AnswersOf(date + "Thought: t\nPattern: p\n"), "t"), "");
}

TEST(EarlierAnswers, NeverComeFromWhatIsPrivateOrHeld) {
  std::string root = "Id: A\nDate: 2026-11-20T08:00:00-05:00\nSetback: s\nPrivate: yes\n\n";
  std::string follow_up = "Id: B\nDate: 2026-11-20T09:00:00-05:00\nAbout: A\n" + std::string(kAnswer);
  EXPECT_EQ(AnswerTo(AnswersOf(root + follow_up), "I always ruin everything"), "");
  EXPECT_EQ(AnswerTo(AnswersOf(follow_up + "Private: yes\n"), "I always ruin everything"), "");
  EXPECT_EQ(AnswerTo(AnswersOf(follow_up, /*held=*/true), "I always ruin everything"), "");
  EXPECT_TRUE(AnswersOf(root + follow_up).SaidForOthers("other").empty());
}

TEST(EarlierAnswers, KnowWhatOthersWereToldWithinWeeks) {
  EarlierAnswers answers = AnswersOf("Date: 2026-11-01\n" + std::string(kAnswer) +
                                     "\nDate: 2026-10-01\nThought: u\nPattern: p\nQuestion: old?\n");
  EXPECT_EQ(answers.SaidForOthers("another"), (std::vector<std::string>{"q?", "r"}));
  EXPECT_TRUE(answers.SaidForOthers("I always ruin everything").empty());
}

TEST(EarlierAnswers, RememberWhatWasJustSaid) {
  EarlierAnswers answers;
  EXPECT_EQ(AnswerTo(answers, "t"), "");
  answers.Remember("t", {{"Pattern", "p", {}, 0}, {"Question", "q", {}, 0}});
  EXPECT_EQ(AnswerTo(answers, "T!"), "Pattern=p;Question=q;");
}

}  // namespace
}  // namespace stumble
