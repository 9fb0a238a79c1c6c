#include "setback/merged_record.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/journal_of.h"

namespace stumble {
namespace {

std::string Merged(std::string_view text) {
  Journal journal = JournalFrom(text);
  Folded folded = Fold(journal.entries());
  return RenderRecord(MergedRecord(journal, folded.setbacks.empty() ? folded.notes.at(0) : folded.setbacks.at(0)));
}

TEST(MergedRecord, KeepsTheRootAndAddsItsState) {
  EXPECT_EQ(Merged("# c\nId: A\nDate: 2026-11-20\nMine:x\nSetback: a\n"),
            "# c\nId: A\nDate: 2026-11-20\nMine:x\nSetback: a\nState: open\n");
}

TEST(MergedRecord, AddsWhatFollowUpsSayOnce) {
  EXPECT_EQ(Merged("Id: A\nDate: 2026-11-20\nSetback: a\nTrigger: t\n\n"
                   "# c\nId: B\nDate: 2026-11-21\nAbout: A\nHelped: h\nTrigger: t\n\n"
                   "Id: C\nDate: 2026-11-22\nAbout: B\nHelped: h\nTrigger: u\n"),
            "Id: A\nDate: 2026-11-20\nSetback: a\nTrigger: t\nHelped: h\nTrigger: u\nState: open\n");
}

TEST(MergedRecord, GivesFirstAndLastRatings) {
  EXPECT_EQ(Merged("Id: A\nDate: 2026-11-20\nSetback: a\nIntensity: 7\n\n"
                   "Id: B\nDate: 2026-11-21\nAbout: A\nIntensity: 3\nBelief: 90\n\n"
                   "Id: C\nDate: 2026-11-22\nAbout: A\nIntensity: 2\nBelief: 40\n"),
            "Id: A\nDate: 2026-11-20\nSetback: a\nIntensity: 7\nIntensityNow: 2\nBelief: 90\nBeliefNow: 40\nState: open\n");
}

TEST(MergedRecord, SaysHowItStands) {
  const std::string root = "Id: A\nDate: 2026-11-20T12:00:00+00:00\nSetback: a\n\n";
  EXPECT_EQ(Merged(root + "Id: B\nDate: 2026-11-22T00:00:00+00:00\nAbout: A\nRecovered: yes\n"),
            "Id: A\nDate: 2026-11-20T12:00:00+00:00\nSetback: a\nRecovered: 2026-11-22T00:00:00+00:00\n"
            "State: recovered\nRecoveryDays: 1.5\n");
  EXPECT_EQ(Merged(root + "Id: B\nAbout: A\nRecovered: yes\n"),
            "Id: A\nDate: 2026-11-20T12:00:00+00:00\nSetback: a\nRecovered: yes\nState: recovered\n");
  EXPECT_EQ(Merged(root + "Id: B\nDate: 2026-11-21\nAbout: A\nRecovered: yes\n\nId: C\nDate: 2026-11-22\nAbout: A\nRecovered: no\n"),
            "Id: A\nDate: 2026-11-20T12:00:00+00:00\nSetback: a\nRecovered: no\nState: open again\n");
}

TEST(MergedRecord, KeepsWhatBelongsToEachThoughtWithIt) {
  EXPECT_EQ(Merged("Id: A\nSetback: a\nThought: one\nPattern: p\nThought: two\nHelped: h\n\n"
                   "Id: B\nAbout: A\nThought: one\nPattern: p\nCue: c\nReframe: r\nThought: two\nPattern: p\n\n"
                   "Id: C\nAbout: A\nThought: three\nQuestion: q\n"),
            "Id: A\nSetback: a\nThought: one\nPattern: p\nCue: c\nReframe: r\nThought: two\nPattern: p\nHelped: h\n"
            "Thought: three\nQuestion: q\nState: open\n");
}

TEST(MergedRecord, GivesANoteNoState) {
  EXPECT_EQ(Merged("Id: A\nThought: a\nIntensity: 4\n\nId: B\nAbout: A\nHelped: h\n"),
            "Id: A\nThought: a\nIntensity: 4\nHelped: h\nIntensityNow: 4\n");
}

TEST(FormatDays, GivesAtMostTwoDecimals) {
  EXPECT_EQ(FormatDays(2.5), "2.5");
  EXPECT_EQ(FormatDays(12), "12");
  EXPECT_EQ(FormatDays(0), "0");
  EXPECT_EQ(FormatDays(100), "100");
  EXPECT_EQ(FormatDays(0.041), "0.04");
  EXPECT_EQ(FormatDays(0.001), "0");
}

}  // namespace
}  // namespace stumble
