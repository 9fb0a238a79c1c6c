#include "asking/situation.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/journal_of.h"

namespace stumble {
namespace {

// All conditions of a prompt's `when` that hold, each followed by a space.
std::string Holding(const Situation& situation) {
  std::string holding;
  for (const char* condition : {"open", "eased", "came-back", "intense", "mild", "thought", "trigger", "quiet", "unknown"})
    if (situation.Holds(condition)) holding += std::string(condition) + " ";
  return holding;
}

std::string Of(std::string_view record) { return Holding(SituationOf(RecordOf(record))); }

std::string Now(std::string_view text, const std::function<bool(const Record&)>& may_ask = [](const Record&) { return true; }) {
  Journal journal = JournalFrom(text);
  Situation situation = SituationNow(journal, Fold(journal.entries()), *ParseDay("2026-11-20"), may_ask);
  return Holding(situation) + situation.trigger;
}

TEST(Situation, HoldsNothingButQuietWithoutASetback) {
  EXPECT_EQ(Now(""), "quiet ");
  EXPECT_EQ(Now("Date: 2026-11-19\nThought: a note\n"), "quiet ");
}

TEST(Situation, IsOpenEasedOrCameBack) {
  const std::string root = "Id: A\nDate: 2026-11-18\nSetback: a\n\n";
  const std::string eased = root + "Date: 2026-11-19\nAbout: A\nRecovered: yes\n\n";
  EXPECT_EQ(Now(root), "open ");
  EXPECT_EQ(Now(eased), "eased ");
  EXPECT_EQ(Now(eased + "Date: 2026-11-20\nAbout: A\nRecovered: no\n"), "open came-back ");
}

TEST(Situation, GoesByTheLastRating) {
  EXPECT_EQ(Of("Setback: a\nIntensity: 7\n"), "open intense ");
  EXPECT_EQ(Of("Setback: a\nIntensity: 6\n"), "open ");
  EXPECT_EQ(Of("Setback: a\nIntensity: 4\n"), "open ");
  EXPECT_EQ(Of("Setback: a\nIntensity: 3\n"), "open mild ");
  EXPECT_EQ(Now("Id: A\nDate: 2026-11-18\nSetback: a\nIntensity: 9\n\nDate: 2026-11-19\nAbout: A\nIntensity: 2\n"), "open mild ");
}

TEST(Situation, KnowsThoughtAndTrigger) {
  EXPECT_EQ(Of("Setback: a\nThought: t\nTrigger: x\n"), "open thought trigger ");
  EXPECT_EQ(Now("Id: A\nDate: 2026-11-18\nSetback: a\n\nDate: 2026-11-19\nAbout: A\nThought: t\nTrigger: noise\nTrigger: x\n"),
            "open thought trigger noise");
}

TEST(Situation, OfARecordThatIsNoSetbackHasNoState) { EXPECT_EQ(Of("Thought: t\n").find("open"), std::string::npos); }

TEST(SituationNow, TakesTheNewestOpenSetbackOfTheLastTwoWeeks) {
  EXPECT_EQ(Now("Date: 2026-11-05\nSetback: a\n"), "quiet ");
  EXPECT_EQ(Now("Date: 2026-11-06\nSetback: a\nTrigger: old\n"), "open trigger old");
  EXPECT_EQ(Now("Date: 2026-11-21\nSetback: tomorrow\n"), "quiet ");
  EXPECT_EQ(Now("Setback: no date\n"), "quiet ");
  EXPECT_EQ(Now("Date: 2026-11-18\nSetback: a\nTrigger: newer\n\nDate: 2026-11-17\nSetback: b\nTrigger: older\n"),
            "open trigger newer");
  EXPECT_EQ(Now("Date: 2026-11-19\nSetback: a\nTrigger: eased\nRecovered: yes\n\nDate: 2026-11-10\nSetback: b\nTrigger: open\n"),
            "open trigger open");
}

TEST(SituationNow, DoesNotAskAboutWhatIsPrivateOrHeldNorCallsItQuiet) {
  EXPECT_EQ(Now("Date: 2026-11-18\nSetback: a\nPrivate: yes\n"), "");
  EXPECT_EQ(Now("Date: 2026-11-18\nSetback: a\n", [](const Record&) { return false; }), "");
  EXPECT_EQ(Now("Date: 2026-11-18\nSetback: a\nPrivate: yes\n\nDate: 2026-11-17\nSetback: b\nTrigger: x\n"), "open trigger x");
}

}  // namespace
}  // namespace stumble
