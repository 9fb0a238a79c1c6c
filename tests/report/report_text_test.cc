#include "report/report_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "report/journal_text.h"
#include "text/text.h"

namespace stumble {
namespace {

constexpr const char* kNothing = "Nothing noted this week. That is all right.\n";

std::string NothingIn(std::string_view span, const std::string& span_name) {
  Report report = ReportOn("", span);
  DocumentChoices choices;
  choices.span_name = span_name;
  choices.detail = false;
  return RenderText(report, DocumentOf(report, choices), {});
}

TEST(RenderText, SaysThatAQuietWeekIsAllRight) {
  EXPECT_EQ(TextOf(""), kNothing);
  EXPECT_EQ(NothingIn("month", "month"), "Nothing noted this month. That is all right.\n");
  EXPECT_EQ(NothingIn("week", ""), "Nothing noted from November 14 to November 20. That is all right.\n");
}

TEST(RenderText, DoesNotNameWhatIsOlderInAQuietWeek) {
  EXPECT_EQ(TextOf("Date: 2026-05-01\nSetback: older, and open\nKindness: hello\n"), kNothing);
}

TEST(RenderText, ShowsOneEntry) {
  EXPECT_EQ(TextOf("Date: 2026-11-17\nSetback: Froze when she asked\n"),
            "What happened this week\n"
            "  November 17: Froze when she asked (still with you)\n");
}

TEST(RenderText, KeepsToTheOrderThatAPersonNeeds) {
  EXPECT_EQ(TextOf("Date: 2025-05-03T20:00:00+00:00\nKindness: You did what you could.\n\n"
                   "Id: A\nDate: 2026-11-16\nSetback: Froze when she asked\nTrigger: silence\n\n"
                   "Date: 2026-11-18\nAbout: A\nRecovered: yes\nHelped: Walking home\nLearned: Silence protected me\n\n"
                   "Date: 2026-10-02\nSetback: The argument\n\n"
                   "Date: 2026-11-19\nNextStep: Ask to begin in writing\n"),
            "On May 3, 2025 you wrote: You did what you could.\n"
            "\n"
            "What happened this week\n"
            "  November 16: Froze when she asked (eased November 18)\n"
            "\n"
            "What helped\n"
            "  Walking home\n"
            "\n"
            "What you learned\n"
            "  Silence protected me\n"
            "\n"
            "What came before\n"
            "  silence\n"
            "\n"
            "Still with you from before\n"
            "  October 2: The argument\n"
            "\n"
            "A small step you had in mind\n"
            "  Ask to begin in writing\n");
}

TEST(RenderText, ShowsWhatIsOpenAndWhatCameBack) {
  EXPECT_EQ(TextOf("Id: A\nDate: 2026-10-01\nSetback: The old fear\nRecovered: 2026-10-05\n\n"
                   "Date: 2026-11-15\nAbout: A\nRecovered: no\n\n"
                   "Date: 2026-11-16\nSetback: Open\nTrigger: Phone\nTrigger: work\n\n"
                   "Date: 2026-11-17\nSetback:\nTrigger: phone\n"),
            "What happened this week\n"
            "  October 1: The old fear (came back November 15)\n"
            "  November 16: Open (still with you)\n"
            "  November 17: kept without words (still with you)\n"
            "\n"
            "What tends to come before\n"
            "  Phone\n");
}

TEST(RenderText, SaysNothingOfPrivateAndHeldEntries) {
  EXPECT_EQ(TextOf("Id: A\nDate: 2026-11-16\nSetback: x\nPrivate: yes\n\nDate: 2026-11-17\nAbout: A\nHelped: y\n\n"
                   "Date: 2026-11-18\nSetback: z\nSafety: abuse\nNextStep: w\n"),
            kNothing);
}

TEST(RenderText, SaysThatANoteIsKeptWhereThereIsNoMoreToShow) {
  EXPECT_EQ(TextOf("Date: 2026-11-16\nFeeling: tired\n"), "What you noted this week is kept.\n");
}

TEST(RenderText, LeavesUndatedAndFutureEntriesOutOfTheWeek) {
  EXPECT_EQ(TextOf("Setback: undated\n\nDate: 2026-11-21\nSetback: tomorrow\n\nHelped: undated\n"), kNothing);
}

TEST(RenderText, BreaksTextsInAnyScriptAndCutsWhatIsTooLong) {
  EXPECT_EQ(TextOf("Date: 2026-11-16\nSetback: 昨日は眠れなくて、朝の約束に行けなかった。誰にも連絡できず、一日中布団の中にいた。\n\n"
                   "Date: 2026-11-17\nSetback: לא הצלחתי לענות לטלפון\n\n"
                   "Date: 2026-11-18\nHelped: " + std::string(100, 'x') + "\n"),
            "What happened this week\n"
            "  November 16: 昨日は眠れなくて、朝の約束に行けなかった。誰にも連絡できず、\n"
            "    一日中布団の中にいた。 (still with you)\n"
            "  November 17: לא הצלחתי לענות לטלפון (still with you)\n"
            "\n"
            "What helped\n"
            "  " + std::string(73, 'x') + "…\n");
}

TEST(RenderText, SpellsInAsciiWhatIsNotThePersonsOwn) {
  EXPECT_EQ(TextOf("Date: 2026-11-18\nHelped: " + std::string(100, 'x') + "\n", false, {.ascii = true}),
            "What helped\n  " + std::string(71, 'x') + "...\n");
}

TEST(RenderText, NeverSteersATerminal) {
  EXPECT_EQ(TextOf("Date: 2026-11-18\nHelped: a\x1B[31m\tb\n+ c\n"), "What helped\n  a\uFFFD[31m b c\n");
}

std::string EasedAfter(int days, int count, const std::string& day = "2026-11-14") {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += "Date: " + day + "\nSetback: x\nRecovered: " + FormatDay(*ParseDay(day) + std::chrono::days(days)) + "\n\n";
  return text;
}

std::string DetailOf(const std::string& journal) {
  const std::string text = TextOf(journal, true);
  const std::string from = text.substr(text.find("How long"));
  return from.substr(0, from.find("\n\n") + 1);
}

TEST(RenderText, SaysInDetailThatFewSetbacksAreTooFew) {
  EXPECT_EQ(DetailOf(EasedAfter(1, 9) + EasedAfter(2, 1, "2026-11-13")),
            "How long until it eased\n"
            "  From 9 setbacks: too few to say how long it tends to take.\n"
            "  To compare with before, it would take 5 setbacks on each side; there are\n"
            "    9 now and 1 before.\n");
}

TEST(RenderText, GivesTheMedianInDetailWithHowSureItIs) {
  EXPECT_EQ(DetailOf(EasedAfter(1, 4) + EasedAfter(2, 4) + EasedAfter(4, 2) + "Date: 2026-11-15\nSetback: open\n"),
            "How long until it eased\n"
            "  Half eased within 2 days (95% interval: 1 to 4 days), from 11 setbacks.\n"
            "  1 is still with you and counts as going on.\n"
            "  The times are the Kaplan-Meier estimate. Where something came back, that\n"
            "    counts as a time of its own. Longer is not worse, and shorter is not\n"
            "    better.\n");
}

TEST(RenderText, SaysInDetailThatTheMedianIsNotReached) {
  std::string open;
  for (int i = 0; i < 12; ++i) open += "Date: 2026-11-15\nSetback: open\n\n";
  EXPECT_TRUE(DetailOf(open).starts_with(
      "How long until it eased\n"
      "  Fewer than half have eased so far, from 12 setbacks, so there is no\n"
      "    middle time yet.\n"
      "  12 are still with you and count as going on.\n"))
      << DetailOf(open);
}

void ExpectAPage(const std::string& text) {
  EXPECT_TRUE(text.ends_with("\n"));
  EXPECT_LE(std::count(text.begin(), text.end(), '\n'), kMostTextLines) << text;
  for (std::string_view line : Split(text, '\n')) EXPECT_LE(WidthColumns(line), 80) << line;
}

TEST(RenderText, FitsFiveThousandSetbacksOnAPage) {
  std::string journal = "Date: 2026-05-03\nKindness: " + std::string(500, 'k') + " and more\n\n";
  for (int i = 0; i < 5000; ++i) {
    const std::string number = std::to_string(i);
    journal += "Date: 2026-11-1" + std::to_string(i % 2 + 6) + "\nSetback: Hard moment " + number +
               " with a good many words about it that go on and on for a while, as they do\nTrigger: trigger " + number +
               "\nHelped: help " + number + "\nLearned: lesson " + number + "\nNextStep: step " + number + "\n\n" +
               "Date: 2026-10-01\nSetback: Older moment " + number + "\n\n";
  }
  const std::string text = TextOf(journal);
  ExpectAPage(text);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), kMostTextLines);
  EXPECT_NE(text.find(", and others"), std::string::npos);
  EXPECT_EQ(text.find("5000"), std::string::npos);
}

RC_GTEST_PROP(RenderText, FitsAnyJournalOnAPage, ()) {
  const std::vector<std::string> pieces = {"word",    "Überlänge", "昨日は眠れない", "👩‍👩‍👧", "שלום", "\xFF", "\t",
                                           "e\u0301", "....",      "\x1B[1m",       " ",    std::string(90, 'w')};
  std::string journal;
  const int entries = *rc::gen::inRange(0, 30);
  for (int i = 0; i < entries; ++i) {
    journal += "Date: 2026-" + *rc::gen::element<std::string>("10-11", "11-12", "11-15", "11-20") + "\n";
    const int fields = *rc::gen::inRange(1, 5);
    for (int field = 0; field < fields; ++field) {
      journal += *rc::gen::element<std::string>("Setback", "Helped", "Learned", "Kindness", "Trigger", "NextStep") + ": ";
      const int words = *rc::gen::inRange(0, 40);
      for (int word = 0; word < words; ++word)
        journal += pieces[static_cast<size_t>(*rc::gen::inRange(0, static_cast<int>(pieces.size())))] +
                   (*rc::gen::arbitrary<bool>() ? " " : "");
      journal += "\n";
    }
    journal += "\n";
  }
  const std::string text = TextOf(journal);
  RC_ASSERT(std::count(text.begin(), text.end(), '\n') <= kMostTextLines);
  for (std::string_view line : Split(text, '\n')) RC_ASSERT(WidthColumns(line) <= 80);
}

}  // namespace
}  // namespace stumble
