#include "report/report.h"

#include <gtest/gtest.h>

#include "report/journal_text.h"

namespace stumble {
namespace {

std::string Days(const std::vector<ReportedSetback>& setbacks) {
  std::string text;
  for (const ReportedSetback& setback : setbacks)
    text += (setback.date ? FormatDay(*setback.date) : "undated") + " " + std::string(StateName(setback.state)) + "; ";
  return text;
}

TEST(BuildReport, TakesSetbacksThatHappenedEasedOrCameBackInThePeriod) {
  const Report report = ReportOn(
      "Id: A\nDate: 2026-09-01\nSetback: eased now\n\nDate: 2026-11-14\nAbout: A\nRecovered: yes\n\n"
      "Id: B\nDate: 2026-09-02\nSetback: back now\nRecovered: 2026-09-03\n\nDate: 2026-11-15\nAbout: B\nRecovered: no\n\n"
      "Date: 2026-09-03\nSetback: still open\n\n"
      "Date: 2026-09-04\nSetback: eased then\nRecovered: 2026-09-05\n\n"
      "Date: 2026-11-14\nSetback: first day\n\n"
      "Date: 2026-11-21\nSetback: tomorrow\n");
  EXPECT_EQ(Days(report.setbacks), "2026-09-01 recovered; 2026-09-02 open again; 2026-11-14 open; ");
  EXPECT_EQ(Days(report.still_open), "2026-09-02 open again; 2026-09-03 open; 2026-11-14 open; ");
  EXPECT_EQ(Days(report.still_open_from_before), "2026-09-03 open; ");
}

TEST(BuildReport, KeepsAnOpenSetbackWithoutADateAmongThoseStillThere) {
  const Report report = ReportOn("Setback: no date\n");
  EXPECT_EQ(Days(report.setbacks), "");
  EXPECT_EQ(Days(report.still_open), "undated open; ");
  EXPECT_FALSE(report.anything_noted);
}

TEST(BuildReport, TakesTheKindWordsOfThePeriodThenOlderOnesThenWhatHelped) {
  const std::string helped = "Date: 2026-05-01\nHelped: a walk\n";
  const std::string older = "\nDate: 2026-04-01\nKindness: older\n";
  const std::string newer = "\nDate: 2026-11-18\nKindness: newer\n";
  EXPECT_EQ(ReportOn(helped).kind_line->words, "a walk");
  EXPECT_TRUE(ReportOn(helped).kind_line->helped);
  EXPECT_EQ(ReportOn(helped + older).kind_line->words, "older");
  EXPECT_EQ(ReportOn(helped + older + newer).kind_line->words, "newer");
  EXPECT_FALSE(ReportOn("Date: 2026-11-21\nKindness: tomorrow\n\nKindness: undated\n").kind_line);
}

TEST(BuildReport, TakesTheSameWordsOnce) {
  const Report report = ReportOn("Date: 2026-11-18\nHelped: Walking home\n\nDate: 2026-11-19\nHelped: walking home \n");
  ASSERT_EQ(report.helped.size(), 1u);
  EXPECT_EQ(report.helped[0].words, "Walking home");
}

TEST(BuildReport, BringsTheNewestWordsForTheNextSessionOrALaterNextStep) {
  const std::string tagged = "Date: 2026-11-19\nTag: Bring\nTrigger: silence\nThought: I never get this right\n";
  const std::string step = "\nDate: 2026-10-01\nNextStep: older\n\nDate: 2026-10-02\nNextStep: newer\n";
  const std::string review =
      "\nDate: 2026-11-19T20:00:00Z\nPrompt: weekly-review/good\nAnswer: soup\nPrompt: weekly-review/bring\nAnswer: the talk\n"
      "NextStep: chapter one\n";
  EXPECT_EQ(ReportOn(tagged).bring->words, "I never get this right");
  EXPECT_EQ(ReportOn(step).bring->words, "newer");
  EXPECT_TRUE(ReportOn(step).bring_is_a_step);
  EXPECT_EQ(ReportOn(tagged + step).bring->words, "I never get this right");
  EXPECT_EQ(ReportOn(tagged + step + review).bring->words, "the talk");
  EXPECT_FALSE(ReportOn(tagged + step + review).bring_is_a_step);
  EXPECT_EQ(ReportOn(tagged + "\nDate: 2026-11-20\nNextStep: later\n").bring->words, "later");
  EXPECT_FALSE(ReportOn("Date: 2026-11-21\nNextStep: tomorrow\n").bring);
  EXPECT_FALSE(ReportOn("Date: 2026-11-20\nNextStep: private\nPrivate: yes\n").bring);
}

TEST(BuildReport, ReadsAFoldedRecord) {
  const Report report = ReportOn(
      "Id: A\nDate: 2026-11-16\nSetback: x\nHelped: y\nRecovered: 2026-11-18\nState: recovered\nRecoveryDays: 2\n");
  EXPECT_EQ(Days(report.setbacks), "2026-11-16 recovered; ");
  EXPECT_EQ(report.measures.recovery.median_days, 2);
  EXPECT_EQ(report.helped.size(), 1u);
}

TEST(BuildReport, EstimatesRecoveryForThePeriodAndTheDaysBefore) {
  const Report report = ReportOn(
      "Date: 2026-11-14\nSetback: a\nRecovered: 2026-11-15\n\n"
      "Date: 2026-11-14\nSetback: b\nRecovered: 2026-11-17\n\n"
      "Date: 2026-11-14\nSetback: c\n\n"
      "Date: 2026-11-13\nSetback: d\n\n"
      "Date: 2026-11-14\nSetback: e\nPrivate: yes\n\n"
      "Date: 2026-11-14\nSetback: f\nSafety: crisis\n");
  EXPECT_EQ(report.measures.recovery.setbacks, 3u);
  EXPECT_EQ(report.measures.recovery.n, 3u);
  EXPECT_EQ(report.measures.recovery.eased, 2u);
  EXPECT_EQ(report.measures.recovery.open, 1u);
  EXPECT_EQ(report.measures.recovery.median_days, 3);
  ASSERT_TRUE(report.measures.against_past);
  EXPECT_EQ(report.measures.against_past->past.n, 1u);
  EXPECT_EQ(report.measures.against_past->past.median_days, std::nullopt);
}

TEST(BuildReport, TakesEverythingWhereNoEndIsGiven) {
  const Digests journal = ShareableOf("Date: 1976-11-20\nSetback: x\n\nDate: 2026-11-20\nSetback: y\n");
  const Report all = BuildReport(journal, Fold(journal.entries()), Period(), Now());
  EXPECT_FALSE(all.measures.against_past);
  EXPECT_EQ(all.setbacks.size(), 2u);
}

TEST(BuildReport, CountsHowOftenTheSameWordsWereWrittenAndWhenLast) {
  const Report report = ReportOn("Date: 2026-11-16\nHelped: Walking home\n\nDate: 2026-11-17\nHelped: Soup\n\n"
                                 "Date: 2026-11-19\nHelped: walking home \n");
  ASSERT_EQ(report.helped.size(), 2u);
  EXPECT_EQ(report.helped[0].words, "Soup");
  EXPECT_EQ(report.helped[1].words, "Walking home");
  EXPECT_EQ(report.helped[1].times, 2u);
  EXPECT_EQ(FormatDay(report.helped[1].date), "2026-11-19");
}

}  // namespace
}  // namespace stumble
