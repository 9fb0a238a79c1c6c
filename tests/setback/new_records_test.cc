#include "setback/new_records.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/journal_of.h"

namespace stumble {
namespace {

// What `log-setback -` appends to a journal for an input, each record behind a line of dashes. Ids are made as N1, N2, …; now is noon.
std::string Stored(const std::string& journal_text, const std::string& input, const std::string& about = "",
                   const std::string& common = "") {
  Journal journal = JournalFrom(journal_text);
  int made = 0;
  NewRecords records(
      journal, [&] { return "N" + std::to_string(++made); }, "2026-11-20T12:00:00+00:00");
  std::string stored;
  for (const Record& record : Read(input).records)
    if (auto entry = records.Take(record, about, RecordOf(common))) stored += RenderRecord(*entry) + "\n";
  return stored;
}

// The input is stored, then offered again to the journal that holds it now.
std::string StoredAgain(const std::string& journal_text, const std::string& input) {
  std::string first = Stored(journal_text, input);
  EXPECT_NE(first, "");
  return Stored(journal_text + "\n" + first, input);
}

constexpr const char* kNow = "Date: 2026-11-20T12:00:00+00:00\n";
const std::string kJournal = "Id: A\nDate: 2026-11-01\nSetback: a\nThought: t\nIntensity: 7\n\n";

TEST(NewRecords, MakesAnIdAndADateWhereThereIsNone) {
  EXPECT_EQ(Stored("", "Setback: x\n"), std::string("Id: N1\n") + kNow + "Setback: x\n\n");
}

TEST(NewRecords, KeepsAnIdThatTheJournalLacksAndTheDate) {
  EXPECT_EQ(Stored(kJournal, "Id: B\nDate: 2026-11-02\nSetback: x\n"), "Id: B\nDate: 2026-11-02\nSetback: x\n\n");
}

TEST(NewRecords, MakesARecordOfAKnownIdAFollowUpWithTheNewFieldsAlone) {
  EXPECT_EQ(Stored(kJournal, "Id: A\nDate: 2026-11-01\nSetback: a\nThought: t\nIntensity: 7\nHelped: walking\nHelped: tea\n"),
            std::string("Id: N1\n") + kNow + "About: A\nHelped: walking\nHelped: tea\n\n");
}

TEST(NewRecords, RepeatsTheThoughtThatAnchorsNewFields) {
  EXPECT_EQ(Stored(kJournal, "Id: A\nThought: t\nPattern: p\nCue: c\nThought: u\nPattern: q\n"),
            std::string("Id: N1\n") + kNow + "About: A\nThought: t\nPattern: p\nCue: c\nThought: u\nPattern: q\n\n");
  EXPECT_EQ(Stored(kJournal, "Id: A\nThought: t\nLearned: l\n"), std::string("Id: N1\n") + kNow + "About: A\nLearned: l\n\n");
}

TEST(NewRecords, KeepsAPatternOfANewThoughtThoughAnotherThoughtHasIt) {
  const std::string journal = "Id: A\nSetback: a\nThought: t\nPattern: p\n\n";
  EXPECT_EQ(Stored(journal, "Id: A\nThought: t\nPattern: p\nThought: u\nPattern: p\n"),
            std::string("Id: N1\n") + kNow + "About: A\nThought: u\nPattern: p\n\n");
}

TEST(NewRecords, ComparesWithTheFoldedSetback) {
  const std::string journal = kJournal + "Id: B\nDate: 2026-11-02\nAbout: A\nHelped: walking\nRecovered: yes\n\n";
  EXPECT_EQ(Stored(journal, "Id: A\nDate: 2026-11-01\nSetback: a\nThought: t\nIntensity: 7\nIntensityNow: 7\nHelped: walking\n"
                            "Recovered: 2026-11-02\nState: recovered\nRecoveryDays: 1\n"),
            "");
  EXPECT_EQ(Stored(journal, "Id: B\nHelped: walking\nLearned: l\n"), std::string("Id: N1\n") + kNow + "About: B\nLearned: l\n\n");
}

TEST(NewRecords, StoresNothingWhereNothingIsNew) {
  EXPECT_EQ(Stored(kJournal, kJournal), "");
  EXPECT_EQ(Stored(kJournal, "Id: A\n"), "");
  EXPECT_EQ(Stored(kJournal, "Id: A\nHelped:\n# a comment\n"), "");
}

TEST(NewRecords, StoresNoEmptyValuesCommentsDescriptorsOrDerivedFields) {
  EXPECT_EQ(Stored("", "# c\n%rec: Entry\n\n# alone\n\n# c\nSetback: x\nTag:\nWhy: \nState: open\nIntensityNow: 3\nBeliefNow: 4\n"
                       "RecoveryDays: 2\nSafety: crisis\n"),
            std::string("Id: N1\n") + kNow + "Setback: x\n\n");
  EXPECT_EQ(Stored("", "Setback: x\nSafety: no\n"), std::string("Id: N1\n") + kNow + "Setback: x\nSafety: no\n\n");
  EXPECT_EQ(Stored("", "State: open\nTag:\n"), "");
  EXPECT_EQ(Stored("", "Id: B\nDate: 2026-11-02\n"), "");
}

TEST(NewRecords, FollowsUpWhatAboutNamesWhateverTheRecordsOwnId) {
  EXPECT_EQ(Stored(kJournal, "Setback: other\nHelped: h\n", "A"),
            std::string("Id: N1\n") + kNow + "About: A\nSetback: other\nHelped: h\n\n");
  EXPECT_EQ(Stored(kJournal, "Id: Z\nDate: 2026-11-02\nHelped: h\n", "A"), std::string("Id: N1\n") + kNow + "About: A\nHelped: h\n\n");
  EXPECT_EQ(Stored(kJournal, "Thought: t\n", "A"), "");
}

TEST(NewRecords, AddsWhatStandsInEveryEntry) {
  EXPECT_EQ(Stored("", "Setback: x\nDomain: home\nTag: a\n\nSetback: y\n", "", "Date: 2026-11-05\nDomain: work\nTag: b\nTag: a\n"),
            "Id: N1\nDate: 2026-11-05\nSetback: x\nDomain: work\nTag: a\nTag: b\n\n"
            "Id: N2\nDate: 2026-11-05\nSetback: y\nDomain: work\nTag: b\nTag: a\n\n");
  EXPECT_EQ(Stored(kJournal, "Id: A\nHelped: h\n", "", "Date: 2026-11-05\n"), "Id: N1\nDate: 2026-11-05\nAbout: A\nHelped: h\n\n");
}

TEST(NewRecords, CountsWhatWasTakenAsHeld) {
  EXPECT_EQ(Stored(kJournal, "Id: A\nHelped: h\n\nId: A\nHelped: h\nLearned: l\n"),
            std::string("Id: N1\n") + kNow + "About: A\nHelped: h\n\nId: N2\n" + kNow + "About: A\nLearned: l\n\n");
  EXPECT_EQ(Stored("", "Id: B\nSetback: x\n\nId: B\nSetback: x\n"), std::string("Id: B\n") + kNow + "Setback: x\n\n");
}

TEST(NewRecords, StoresTheSameTwiceOnce) {
  EXPECT_EQ(StoredAgain(kJournal, "Id: A\nThought: t\nPattern: p\nCue: c\nQuestion: q\nReframe: r\n"), "");
  EXPECT_EQ(StoredAgain("", "Id: B\nDate: 2026-11-02\nSetback: x\nThought: t\nPattern: p\n"), "");
  EXPECT_EQ(StoredAgain(kJournal, "Id: C\nDate: 2026-11-02\nAbout: A\nHelped: x\n"), "");
  EXPECT_EQ(StoredAgain("", "Id: C\nDate: 2026-11-02\nAbout: Missing\nHelped: x\n"), "");
}

TEST(NewRecords, KnowsAnIdWithBlanksAround) {
  EXPECT_EQ(Stored("Id: A \nSetback: a\n", "Id: A \nSetback: a\n"), "");
}

TEST(NewRecords, KnowsAnIdOfAStrayOrANote) {
  EXPECT_EQ(Stored("Id: S\nAbout: Missing\nHelped: h\n", "Id: S\nAbout: Missing\nHelped: h\n"), "");
  EXPECT_EQ(Stored("Id: N\nThought: t\n", "Id: N\nThought: t\nPattern: p\n"),
            std::string("Id: N1\n") + kNow + "About: N\nThought: t\nPattern: p\n\n");
}

}  // namespace
}  // namespace stumble
