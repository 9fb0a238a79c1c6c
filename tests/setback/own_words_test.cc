#include "setback/own_words.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/journal_of.h"

namespace stumble {
namespace {

const std::string kEased =
    "Id: A\nDate: 2026-05-01\nSetback: a\nTrigger: Silence\n\n"
    "Id: B\nDate: 2026-05-03\nAbout: A\nHelped: Walking home\n+ slowly\nRecovered: yes\n\n";

std::string HelpFor(const std::string& journal_text, const std::string& entry,
                    const std::function<bool(const Record&)>& may_show = [](const Record&) { return true; }) {
  Journal journal = JournalFrom(journal_text);
  auto line = NewestHelpFor(journal, Fold(journal.entries()), RecordOf(entry), may_show);
  return line ? WroteThen({*line}, *ParseDay("2026-11-20")) : "nothing";
}

TEST(NewestHelpFor, GivesAPersonsOwnWordsOfAnEasedSetbackWithTheSameTrigger) {
  EXPECT_EQ(HelpFor(kEased, "Id: Z\nSetback: z\nTrigger: silence\n"), "On May 3 you wrote: Walking home slowly");
  EXPECT_EQ(HelpFor(kEased, "Id: Z\nSetback: z\nTrigger: noise\n"), "nothing");
  EXPECT_EQ(HelpFor(kEased, "Id: Z\nSetback: z\n"), "nothing");
}

TEST(NewestHelpFor, FindsTheTriggerInAFollowUpToo) {
  EXPECT_EQ(HelpFor("Id: A\nSetback: a\n\nId: B\nAbout: A\nTrigger: Silence\n\nId: C\nAbout: A\nHelped: tea\nRecovered: yes\n",
                    "Trigger: silence\n"),
            "Once you wrote: tea");
}

TEST(NewestHelpFor, BringsWhatHelpedBeforeWhenTheSameCameBack) {
  const std::string back = "Id: C\nAbout: A\nRecovered: no\n", wait = "Id: C\nAbout: A\nIntensity: 3\n";
  const std::string journal = "Id: A\nSetback: a\n\nId: B\nAbout: A\nHelped: tea\nRecovered: yes\n\n";
  EXPECT_EQ(HelpFor(journal + back, back), "Once you wrote: tea");
  EXPECT_EQ(HelpFor(journal + "Id: C\nAbout: B\nRecovered: no\n", "Id: C\nAbout: B\nRecovered: no\n"), "Once you wrote: tea");
  EXPECT_EQ(HelpFor(journal + wait, wait), "nothing");
  EXPECT_EQ(HelpFor("Id: A\nSetback: a\n\n" + back + "Helped: new\n", back + "Helped: new\n"), "nothing");
}

TEST(NewestHelpFor, TakesTheNewestHelpedOrKindness) {
  EXPECT_EQ(HelpFor(kEased + "Id: C\nDate: 2025-06-01\nAbout: A\nKindness: older\n\nId: D\nDate: 2026-06-01\nAbout: A\nKindness: You tried\n",
                    "Trigger: silence\n"),
            "On June 1 you wrote: You tried");
  EXPECT_EQ(HelpFor("Id: A\nSetback: a\nTrigger: silence\nHelped: tea\nRecovered: yes\n", "Trigger: silence\n"),
            "Once you wrote: tea");
}

TEST(NewestHelpFor, KeepsQuietAboutWhatIsOpenPrivateHeldOrTheEntryItself) {
  EXPECT_EQ(HelpFor("Id: A\nSetback: a\nTrigger: silence\nHelped: tea\n", "Trigger: silence\n"), "nothing");
  EXPECT_EQ(HelpFor("Id: A\nSetback: a\nTrigger: silence\nHelped: tea\nRecovered: yes\nPrivate: yes\n", "Trigger: silence\n"),
            "nothing");
  EXPECT_EQ(HelpFor(kEased, "Trigger: silence\n", [](const Record&) { return false; }), "nothing");
  EXPECT_EQ(HelpFor(kEased, "Trigger: silence\n", [](const Record& r) { return !r.Has("Setback"); }), "nothing");
  EXPECT_EQ(HelpFor(kEased, "Id: A\nTrigger: silence\n"), "nothing");
}

TEST(NewestHelpFor, KeepsQuietAboutAFollowUpOfTheEntryItself) {
  EXPECT_EQ(HelpFor(kEased, "Id: Z\nAbout: A\nTrigger: silence\n"), "On May 3 you wrote: Walking home slowly");
}

TEST(EntriesThatHelp, GivesTheNewestFirst) {
  Journal journal = JournalFrom(
      "Id: A\nDate: 2026-05-01\nHelped: a\n\nId: B\nDate: 2026-05-03\nLearned: b\n\nId: C\nDate: 2026-05-03\nKindness: c\n\n"
      "Id: D\nSetback: d\n\nId: A\nDate: 2026-05-01\nHelped: a\n");
  EXPECT_EQ(EntriesThatHelp(journal, Fold(journal.entries())), (std::vector<size_t>{2, 1, 0}));
}

TEST(HelpOf, KeepsIdentityAndHelpAlone) {
  EXPECT_EQ(Shown(HelpOf(RecordOf("Id: A\nDate: d\nSetback: s\nAbout: R\nKindness: k\nThought: t\nHelped: h\nLearned: l\n"))),
            "Id=A|Date=d|About=R|Kindness=k|Helped=h|Learned=l");
}

TEST(RootsByPlace, NamesEachEntrysRoot) {
  Journal journal = JournalFrom("Id: A\nSetback: a\n\nId: B\nAbout: A\n\nId: C\nAbout: X\n\nId: D\nThought: t\n");
  EXPECT_EQ(RootsByPlace(journal, Fold(journal.entries())), (std::vector<std::optional<size_t>>{0, 0, std::nullopt, 3}));
}

}  // namespace
}  // namespace stumble
