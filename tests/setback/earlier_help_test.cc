#include "setback/earlier_help.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/journal_of.h"

namespace stumble {
namespace {

const std::string kSilence =
    "Id: A\nDate: 2026-05-01\nSetback: a\nTrigger: Silence\n\n"
    "Id: B\nDate: 2026-05-03\nAbout: A\nHelped: Walking home\nRecovered: yes\n\n";
const std::string kThought =
    "Id: C\nDate: 2026-06-01\nThought: they must think so\nPattern: mind-reading\n\n"
    "Id: D\nDate: 2026-06-02\nAbout: C\nLearned: Nobody had noticed\n\n";

std::set<std::string> PatternsIn(const Record& record) {
  std::set<std::string> patterns;
  for (std::string_view pattern : record.All("Pattern")) patterns.insert(std::string(pattern));
  return patterns;
}

std::string HelpFor(const std::string& journal_text, const Likeness& likeness, const std::string& record = "Thought: t\n",
                    size_t most = 3, bool may_show = true) {
  Journal journal = JournalFrom(journal_text);
  std::string shown;
  for (const Record& help : EarlierHelp(journal, Fold(journal.entries()), RecordOf(record), likeness, most,
                                        {[&](const Record&) { return may_show; }, PatternsIn}))
    shown += Shown(help) + "\n";
  return shown;
}

TEST(EarlierHelp, BringsWhatWasWrittenAboutTheSameTriggerAndThatItEased) {
  EXPECT_EQ(HelpFor(kSilence, {{"silence"}, {}}),
            "Id=A|Date=2026-05-01|Setback=a|Helped=Walking home|Recovered=2026-05-03\n");
  EXPECT_EQ(HelpFor(kSilence, {{"noise"}, {}}), "");
  EXPECT_EQ(HelpFor(kSilence, {}), "");
}

TEST(EarlierHelp, BringsWhatWasLearnedFromAThoughtOfTheSamePattern) {
  EXPECT_EQ(HelpFor(kThought, {{}, {"mind-reading"}}), "Id=C|Date=2026-06-01|Learned=Nobody had noticed\n");
  EXPECT_EQ(HelpFor(kThought, {{}, {"labeling"}}), "");
}

TEST(EarlierHelp, BringsReframesOfThePersonsOwnWithTheirThoughts) {
  Journal journal = JournalFrom("Id: A\nDate: 2026-05-01\nTrigger: silence\nThought: t\nPattern: p\nReframe: offered\nReframe: mine\n");
  EarlierHelpRules rules{[](const Record&) { return true; }, PatternsIn, [](const std::string& reframe) { return reframe == "mine"; }};
  std::vector<Record> helps = EarlierHelp(journal, Fold(journal.entries()), RecordOf("Thought: u\n"), {{"silence"}, {}}, 3, rules);
  ASSERT_EQ(helps.size(), 1u);
  EXPECT_EQ(Shown(helps[0]), "Id=A|Date=2026-05-01|Thought=t|Reframe=mine");
  EXPECT_EQ(EarlierHelpSentence(helps[0], DatedLines(journal, Fold(journal.entries()), helps[0]), *ParseDay("2026-11-20")), "On May 1 you wrote: mine.");
}

TEST(EarlierHelp, AsksForPatternsAndSafetyOnlyAsLongAsSomethingIsMissing) {
  Journal journal = JournalFrom(kThought + "Id: E\nDate: 2026-07-01\nThought: u\nPattern: mind-reading\nHelped: tea\n");
  int asked = 0;
  EarlierHelpRules rules{[&](const Record&) { return ++asked > 0; }, PatternsIn};
  EXPECT_EQ(EarlierHelp(journal, Fold(journal.entries()), RecordOf("Thought: v\n"), {{}, {"mind-reading"}}, 1, rules).size(), 1u);
  EXPECT_EQ(asked, 1);
}

TEST(EarlierHelp, PutsASharedTriggerBeforeASharedPattern) {
  EXPECT_EQ(HelpFor(kSilence + kThought, {{"silence"}, {"mind-reading"}}),
            "Id=A|Date=2026-05-01|Setback=a|Helped=Walking home|Recovered=2026-05-03\n"
            "Id=C|Date=2026-06-01|Learned=Nobody had noticed\n");
  EXPECT_EQ(HelpFor(kSilence + kThought, {{"silence"}, {"mind-reading"}}, "Thought: t\n", 1),
            "Id=A|Date=2026-05-01|Setback=a|Helped=Walking home|Recovered=2026-05-03\n");
}

TEST(EarlierHelp, LeavesOutWhatIsPrivateHeldOrTheSameSetback) {
  EXPECT_EQ(HelpFor("Id: A\nSetback: a\nTrigger: silence\nHelped: tea\nPrivate: yes\n", {{"silence"}, {}}), "");
  EXPECT_EQ(HelpFor(kSilence, {{"silence"}, {}}, "Thought: t\n", 3, /*may_show=*/false), "");
  EXPECT_EQ(HelpFor(kSilence, {{"silence"}, {}}, "Id: B\nAbout: A\nThought: t\n"), "");
  EXPECT_EQ(HelpFor(kSilence, {{"silence"}, {}}, "About: A\nThought: t\n"), "");
}

TEST(EarlierHelp, LeavesOutWhatSaysNothingOfHelp) {
  EXPECT_EQ(HelpFor("Id: A\nSetback: a\nTrigger: silence\nIntensity: 3\n", {{"silence"}, {}}), "");
}

TEST(TriggersOf, TakesThoseOfTheWholeSetbackThatARecordBelongsTo) {
  Journal journal = JournalFrom(kSilence);
  Folded folded = Fold(journal.entries());
  EXPECT_EQ(TriggersOf(journal, folded, RecordOf("About: A\nTrigger: Phone\n")), (std::set<std::string>{"phone", "silence"}));
  EXPECT_EQ(TriggersOf(journal, folded, RecordOf("Thought: t\n")), std::set<std::string>());
}

std::string Told(const std::string& journal_text, const std::string& help) {
  Journal journal = JournalFrom(journal_text);
  Record record = RecordOf(help);
  return EarlierHelpSentence(record, DatedLines(journal, Fold(journal.entries()), record), *ParseDay("2026-11-20"));
}

TEST(EarlierHelpSentence, SaysInOneSentenceWhatWasWrittenAndThatItEased) {
  EXPECT_EQ(Told("", "Date: 2026-05-01\nHelped: Walking home\nLearned: It passes.\nRecovered: 2026-05-03\n"),
            "On May 1 you wrote: Walking home. It passes. It eased on May 3.");
  EXPECT_EQ(Told("", "Helped: tea\nRecovered: yes\n"), "Once you wrote: tea. It eased.");
  EXPECT_EQ(Told("", "Date: 2026-05-01\nRecovered: 2026-05-03\n"), "Something like this came on May 1, and eased on May 3.");
}

TEST(EarlierHelpSentence, TellsTheDayOnWhichALineWasWritten) {
  EXPECT_EQ(Told(kSilence, "Id: A\nDate: 2026-05-01\nHelped: Walking home\nRecovered: 2026-05-03\n"),
            "On May 3 you wrote: Walking home. It eased on May 3.");
  EXPECT_EQ(Told(kSilence + "Id: E\nDate: 2026-05-04\nAbout: A\nKindness: You are tired\n",
                 "Id: A\nDate: 2026-05-01\nHelped: Walking home\nKindness: You are tired\n"),
            "On May 3 you wrote: Walking home. On May 4 you wrote: You are tired.");
}

}  // namespace
}  // namespace stumble
