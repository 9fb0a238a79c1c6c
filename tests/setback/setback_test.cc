#include "setback/setback.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "journal/journal_of.h"

namespace stumble {
namespace {

std::string ShownMoment(const std::optional<Moment>& moment) { return moment ? FormatMoment(*moment) : "?"; }

// "A<B,C open 2026-11-20..?": the root's Id, its follow-ups', the state, each episode. For a note the Ids alone.
std::string Shown(const Journal& journal, const Setback& setback, bool is_note) {
  std::string text(journal.entries()[setback.root].id);
  for (size_t i = 0; i < setback.follow_ups.size(); ++i)
    text += (i == 0 ? "<" : ",") + journal.entries()[setback.follow_ups[i]].id;
  if (is_note) return text + " note";
  text += " " + std::string(StateName(setback.state));
  for (const Episode& episode : setback.episodes) text += " " + ShownMoment(episode.onset) + ".." + ShownMoment(episode.eased);
  return text;
}

// All that was folded, a line each.
std::string FoldedText(const Journal& journal) {
  Folded folded = Fold(journal.entries());
  std::string text;
  for (const Setback& setback : folded.setbacks) text += Shown(journal, setback, false) + "\n";
  for (const Setback& note : folded.notes) text += Shown(journal, note, true) + "\n";
  for (size_t stray : folded.strays) text += journal.entries()[stray].id + " stray\n";
  for (size_t repeat : folded.repeats) text += journal.entries()[repeat].id + " repeat\n";
  for (const FoldProblem& problem : folded.problems) text += journal.entries()[problem.entry].id + ": " + problem.what + "\n";
  return text;
}

std::string FoldOf(std::string_view text) { return FoldedText(JournalFrom(text)); }

Setback Only(std::string_view text) {
  Journal journal = JournalFrom(text);
  return Fold(journal.entries()).setbacks.at(0);
}

// "2.5" or "unknown".
std::string DaysOf(std::string_view text) {
  std::optional<double> days = Only(text).recovery_days;
  if (!days) return "unknown";
  char shown[32];
  std::snprintf(shown, sizeof shown, "%g", *days);
  return shown;
}

TEST(Fold, TellsSetbacksNotesAndFollowUpsApart) {
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-20\nSetback: a\n\n"
                   "Id: B\nDate: 2026-11-21\nThought: b\n\n"
                   "Id: C\nDate: 2026-11-22\nAbout: A\nSetback: c\n\n"
                   "Id: D\nDate: 2026-11-22\nAbout: B\nHelped: d\n"),
            "A<C open 2026-11-20..?\nB<D note\n");
}

TEST(Fold, TakesAFollowUpOfAFollowUpToTheRoot) {
  EXPECT_EQ(FoldOf("Id: D\nDate: 2026-11-23\nAbout: C\n\n"
                   "Id: C\nDate: 2026-11-22\nAbout: B\n\n"
                   "Id: B\nDate: 2026-11-21\nAbout: A\n\n"
                   "Id: A\nDate: 2026-11-20\nSetback: a\n"),
            "A<B,C,D open 2026-11-20..?\n");
}

TEST(Fold, ReportsAMissingRootAndDropsNothing) {
  EXPECT_EQ(FoldOf("Id: B\nAbout: A\nHelped: x\n\nId: C\nAbout: B\n\nId: D\nSetback: d\n"),
            "D open ?..?\nB stray\nC stray\n"
            "B: About: expected the Id of an entry of this journal; no entry has it\n");
}

TEST(Fold, ReportsACircleAndDropsNothing) {
  EXPECT_EQ(FoldOf("Id: A\nAbout: B\n\nId: B\nAbout: A\n\nId: C\nAbout: C\n\nId: D\nSetback: d\n"),
            "D open ?..?\nA stray\nB stray\nC stray\n"
            "A: About: this entry and the one it follows up lead to each other in a circle\n"
            "B: About: this entry and the one it follows up lead to each other in a circle\n"
            "C: About: this entry and the one it follows up lead to each other in a circle\n");
}

TEST(Fold, KeepsWhatFollowsUpACircle) {
  std::string folded = FoldOf("Id: A\nAbout: B\n\nId: B\nAbout: A\n\nId: C\nAbout: A\nHelped: x\n");
  EXPECT_EQ(folded.substr(0, 24), "A stray\nB stray\nC stray\n");
}

TEST(Fold, FoldsByDate) {
  EXPECT_EQ(FoldOf("Id: C\nDate: 2026-11-22T10:00:00+00:00\nAbout: A\nRecovered: no\n\n"
                   "Id: A\nDate: 2026-11-20T10:00:00+00:00\nSetback: a\n\n"
                   "Id: B\nDate: 2026-11-21T10:00:00+00:00\nAbout: A\nRecovered: yes\n"),
            "A<B,C open again 2026-11-20T10:00:00+00:00..2026-11-21T10:00:00+00:00 2026-11-22T10:00:00+00:00..?\n");
}

TEST(Fold, ComparesTimesAsInstants) {
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-20T10:00:00+00:00\nSetback: a\n\n"
                   "Id: B\nDate: 2026-11-21T01:00:00+09:00\nAbout: A\nRecovered: yes\n\n"
                   "Id: C\nDate: 2026-11-20T15:00:00-05:00\nAbout: A\nRecovered: no\n"),
            "A<B,C open again 2026-11-20T10:00:00+00:00..2026-11-21T01:00:00+09:00 2026-11-20T15:00:00-05:00..?\n");
}

TEST(Fold, GoesByPlaceWhereDatesTie) {
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-20\nSetback: a\n\n"
                   "Id: C\nDate: 2026-11-21\nAbout: A\nRecovered: yes\n\n"
                   "Id: B\nDate: 2026-11-21\nAbout: A\nRecovered: no\n"),
            "A<C,B open again 2026-11-20..2026-11-21 2026-11-21..?\n");
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-20\nSetback: a\n\n"
                   "Id: C\nDate: 2026-11-21T09:00:00+00:00\nAbout: A\n\n"
                   "Id: B\nDate: 2026-11-21T10:00:00+01:00\nAbout: A\n"),
            "A<C,B open 2026-11-20..?\n");
}

TEST(Fold, LetsADateWithoutATimeStandAtItsPlaceAmongTheTimesOfThatDay) {
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-20T08:00:00+00:00\nSetback: a\n\n"
                   "Id: B\nDate: 2026-11-21T09:00:00+00:00\nAbout: A\n\n"
                   "Id: C\nDate: 2026-11-21\nAbout: A\n\n"
                   "Id: D\nDate: 2026-11-21T10:00:00+00:00\nAbout: A\n\n"
                   "Id: E\nDate: 2026-11-20\nAbout: A\n\n"
                   "Id: F\nDate: 2026-11-22\nAbout: A\n"),
            "A<E,B,C,D,F open 2026-11-20T08:00:00+00:00..?\n");
}

TEST(Fold, LetsAnEntryWithoutADateStandWhereItStands) {
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-20\nSetback: a\n\n"
                   "Id: B\nDate: 2026-11-21\nAbout: A\n\nId: C\nAbout: A\n\nId: D\nDate: 2026-11-22\nAbout: A\n"),
            "A<B,C,D open 2026-11-20..?\n");
}

TEST(Fold, TakesRecoveryInTheEntryItself) {
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-20\nSetback: a\nRecovered: 2026-11-22\n"), "A recovered 2026-11-20..2026-11-22\n");
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-20\nSetback: a\nRecovered: yes\n"), "A recovered 2026-11-20..2026-11-20\n");
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-20\nSetback: a\nRecovered: no\n"), "A open 2026-11-20..?\n");
}

TEST(Fold, TakesRecoveryInAFollowUpAtItsDateOrTheOneItNames) {
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-20\nSetback: a\n\nId: B\nDate: 2026-11-23\nAbout: A\nRecovered: yes\n"),
            "A<B recovered 2026-11-20..2026-11-23\n");
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-20\nSetback: a\n\nId: B\nDate: 2026-11-23\nAbout: A\nRecovered: 2026-11-22\n"),
            "A<B recovered 2026-11-20..2026-11-22\n");
}

TEST(Fold, IsOpenAgainWhenItCameBackAndMayEaseAgain) {
  const std::string open_again =
      "Id: A\nDate: 2026-11-01\nSetback: a\n\nId: B\nDate: 2026-11-03\nAbout: A\nRecovered: yes\n\n"
      "Id: C\nDate: 2026-11-05\nAbout: A\nRecovered: no\n\n";
  EXPECT_EQ(FoldOf(open_again), "A<B,C open again 2026-11-01..2026-11-03 2026-11-05..?\n");
  EXPECT_EQ(FoldOf(open_again + "Id: D\nDate: 2026-11-06\nAbout: A\nRecovered: yes\n"),
            "A<B,C,D recovered 2026-11-01..2026-11-03 2026-11-05..2026-11-06\n");
  EXPECT_EQ(Only(open_again).RecoveredAt(), std::nullopt);
}

TEST(Fold, IsOpenAgainWhereAFoldedRecordSaysSo) {
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-01\nSetback: a\nRecovered: no\nState: open again\n"),
            "A open again 2026-11-01..? ?..?\n");
}

TEST(Fold, HearsTheFirstOfSeveralRecoveries) {
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-01\nSetback: a\n\nId: B\nDate: 2026-11-03\nAbout: A\nRecovered: yes\n\n"
                   "Id: C\nDate: 2026-11-05\nAbout: A\nRecovered: yes\n"),
            "A<B,C recovered 2026-11-01..2026-11-03\n");
}

TEST(Fold, TimesElapsedDaysWhereBothTimesAreKnown) {
  EXPECT_EQ(DaysOf("Date: 2026-11-20T12:00:00+00:00\nSetback: a\nRecovered: 2026-11-22T00:00:00+00:00\n"), "1.5");
  EXPECT_EQ(DaysOf("Date: 2026-11-20T23:00:00-05:00\nSetback: a\nRecovered: 2026-11-21T04:00:00+00:00\n"), "0");
  EXPECT_EQ(DaysOf("Date: 2026-11-01T01:00:00-04:00\nSetback: a\nRecovered: 2026-11-02T00:00:00-05:00\n"), "1");
}

TEST(Fold, TimesCalendarDaysWhereATimeIsNotKnown) {
  EXPECT_EQ(DaysOf("Date: 2026-11-20\nSetback: a\nRecovered: 2026-11-22\n"), "2");
  EXPECT_EQ(DaysOf("Date: 2026-11-20T23:59:00-05:00\nSetback: a\nRecovered: 2026-11-21\n"), "1");
  EXPECT_EQ(DaysOf("Date: 2026-11-20\nSetback: a\nRecovered: 2026-11-20T23:00:00+00:00\n"), "0");
}

TEST(Fold, TimesFromTheBeginningToTheLastEase) {
  EXPECT_EQ(DaysOf("Id: A\nDate: 2026-11-01\nSetback: a\n\nId: B\nDate: 2026-11-03\nAbout: A\nRecovered: yes\n\n"
                   "Id: C\nDate: 2026-11-05\nAbout: A\nRecovered: no\n\nId: D\nDate: 2026-11-11\nAbout: A\nRecovered: yes\n"),
            "10");
}

TEST(Fold, KnowsNoDurationWithoutDates) {
  EXPECT_EQ(DaysOf("Setback: a\nRecovered: yes\n"), "unknown");
  EXPECT_EQ(DaysOf("Date: 2026-11-20\nSetback: a\n"), "unknown");
  EXPECT_EQ(DaysOf("Id: A\nDate: 2026-11-20\nSetback: a\n\nAbout: A\nRecovered: yes\n"), "unknown");
}

TEST(Fold, ReportsRecoveryBeforeOnsetAndDoesNotCountIt) {
  const char* text = "Id: A\nDate: 2026-11-20\nSetback: a\nRecovered: 2026-11-19\n";
  EXPECT_EQ(FoldOf(text),
            "A recovered 2026-11-20..?\nA: Recovered: expected a time after it began; it is not counted\n");
  EXPECT_EQ(DaysOf(text), "unknown");
  EXPECT_EQ(Only(text).episodes[0].days, std::nullopt);
  EXPECT_EQ(FoldOf("Id: A\nDate: 2026-11-20T10:00:00-05:00\nSetback: a\nRecovered: 2026-11-20T14:59:00+00:00\n"),
            "A recovered 2026-11-20T10:00:00-05:00..?\n"
            "A: Recovered: expected a time after it began; it is not counted\n");
}

TEST(Fold, TakesTheFirstAndLastRatings) {
  Setback setback = Only(
      "Id: A\nDate: 2026-11-20\nSetback: a\nIntensity: 7\n\nId: C\nDate: 2026-11-23\nAbout: A\nIntensity: 2\nBelief: 30\n\n"
      "Id: B\nDate: 2026-11-21\nAbout: A\nIntensity: 5\nBelief: 90\n");
  EXPECT_EQ(setback.intensity_first, 7);
  EXPECT_EQ(setback.intensity_last, 2);
  EXPECT_EQ(setback.belief_first, 90);
  EXPECT_EQ(setback.belief_last, 30);
}

TEST(Fold, LetsFollowUpsInheritPrivate) {
  EXPECT_TRUE(Only("Id: A\nSetback: a\nPrivate: yes\n\nAbout: A\nHelped: x\n").is_private);
  EXPECT_FALSE(Only("Id: A\nSetback: a\n\nAbout: A\nHelped: x\nPrivate: yes\n").is_private);
}

TEST(Fold, TakesIdenticalEntriesOnce) {
  EXPECT_EQ(FoldOf("Id: A\nSetback: a\n\nId: A\nSetback: a\n\nId: B\nAbout: A\n\nId: B\nAbout: A\n\nId: A\nSetback: a\n"),
            "A<B open ?..?\nA repeat\nB repeat\nA repeat\n");
}

TEST(Fold, KeepsEntriesWithoutAnIdHoweverAlike) { EXPECT_EQ(FoldOf("Setback: a\n\nSetback: a\n"), " open ?..?\n open ?..?\n"); }

TEST(Fold, KeepsBothOfDifferingEntriesOfOneIdAndReportsThem) {
  EXPECT_EQ(FoldOf("Id: A\nSetback: a\n\nId: A\nSetback: b\n\nId: B\nAbout: A\n"),
            "A<B open ?..?\nA open ?..?\nA: Id: another entry has the same one and differs; both are kept\n");
}

TEST(Fold, TakesADifferingEntryOnceThoughItStandsTwice) {
  EXPECT_EQ(FoldOf("Id: A\nSetback: a\n\nId: A\nSetback: b\n\nId: A\nSetback: a\n\nId: A\nSetback: b\n"),
            "A open ?..?\nA open ?..?\nA repeat\nA repeat\n"
            "A: Id: another entry has the same one and differs; both are kept\n");
}

TEST(Fold, NamesProblemsInTheOrderOfTheFile) {
  Journal journal = JournalFrom("Id: B\nAbout: X\n\nId: A\nDate: 2026-11-20\nSetback: a\nRecovered: 2026-11-01\n\nId: C\nAbout: Y\n");
  std::vector<size_t> places;
  for (const FoldProblem& problem : Fold(journal.entries()).problems) places.push_back(problem.entry);
  EXPECT_EQ(places, (std::vector<size_t>{0, 1, 2}));
}

TEST(Fold, FoldsALongChainInGoodTime) {
  std::string text = "Id: N0\nDate: 2026-11-20\nSetback: a\n\n";
  for (int i = 1; i < 1500; ++i) text += "Id: N" + std::to_string(i) + "\nAbout: N" + std::to_string(i - 1) + "\n\n";
  Journal journal = JournalFrom(text);
  auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(Fold(journal.entries()).setbacks.at(0).follow_ups.size(), 1499u);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

// Entries of two setbacks and a note with dates that all differ, times among them.
RC_GTEST_PROP(Fold, GivesTheSameForAnyOrderOfAFileWithDistinctDates, ()) {
  size_t count = *rc::gen::inRange<size_t>(3, 12);
  std::vector<std::string> records;
  for (size_t i = 0; i < count; ++i) {
    std::string text = "Id: " + std::string(1, static_cast<char>('A' + i)) + "\nDate: 2026-11-" + std::to_string(10 + i);
    if (*rc::gen::arbitrary<bool>()) text += "T" + std::to_string(*rc::gen::inRange(10, 24)) + ":00:00+02:00";
    if (i < 2) text += "\nSetback: s";
    if (i > 2) text += "\nAbout: " + std::string(1, static_cast<char>('A' + *rc::gen::inRange<size_t>(0, i)));
    text += *rc::gen::element("\n", "\nRecovered: yes\n", "\nRecovered: no\n", "\nRecovered: 2026-11-12\n", "\nIntensity: 3\n");
    records.push_back(text);
  }
  auto shown = [](const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += part + "\n";
    std::string folded = FoldedText(JournalFrom(text));
    std::vector<std::string> lines;
    for (size_t at = 0; at < folded.size();) {
      size_t end = folded.find('\n', at);
      lines.push_back(folded.substr(at, end - at));
      at = end + 1;
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  auto expected = shown(records);
  std::vector<std::string> shuffled;
  while (!records.empty()) {
    size_t at = *rc::gen::inRange<size_t>(0, records.size());
    shuffled.push_back(records[at]);
    records.erase(records.begin() + static_cast<std::ptrdiff_t>(at));
  }
  RC_ASSERT(shown(shuffled) == expected);
}

}  // namespace
}  // namespace stumble
