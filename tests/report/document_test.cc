#include "report/document.h"

#include <gtest/gtest.h>

#include "report/report_of.h"

namespace stumble {
namespace {

// The glance as text: "heading\n - lead words note\n".
std::string GlanceOf(const Document& document) {
  std::string text;
  for (const PageBlock& block : document.glance) {
    text += block.heading + "\n";
    for (const PageItem& item : block.items) text += " - " + item.lead + item.words + item.note + "\n";
  }
  return text;
}

Document DocumentOn(std::string_view journal, const DocumentChoices& choices = {"week"},
                    Privacy privacy = Privacy::kFull) {
  return DocumentOf(WithPrivacy(Sample(journal).report(), privacy), choices);
}

const std::string kJournal =
    "Date: 2025-05-03\nKindness: You did what you could.\n\n"
    "Id: A\nDate: 2026-11-16\nSetback: Froze when she asked\nTrigger: silence\nThought: I always fail\nPattern: "
    "labeling\nBelief: 80\n\n"
    "Date: 2026-11-18\nAbout: A\nRecovered: yes\nBelief: 30\nHelped: Walking home\nLearned: It protects me\n\n"
    "Date: 2026-10-02\nSetback: The argument\n\n"
    "Date: 2026-11-19\nTag: bring\nAnswer: How to begin\n";

TEST(DocumentOf, KeepsToTheOrderOfAPersonsInterest) {
  EXPECT_EQ(GlanceOf(DocumentOn(kJournal)),
            "\n"
            " - On May 3, 2025 you wrote: You did what you could.\n"
            "What happened this week\n"
            " - November 16: Froze when she asked (eased November 18)\n"
            "What helped\n"
            " - Walking home\n"
            "What you learned\n"
            " - It protects me\n"
            "What came before\n"
            " - silence\n"
            "Still with you from before\n"
            " - October 2: The argument\n"
            "One thing to bring along\n"
            " - How to begin\n");
}

TEST(DocumentOf, IsCalledByItsSpan) {
  EXPECT_EQ(DocumentOn(kJournal).title, "This week");
  EXPECT_EQ(DocumentOn(kJournal).days, "from November 14 to November 20");
  EXPECT_EQ(DocumentOn(kJournal, {}).title, "From November 14 to November 20");
  EXPECT_EQ(DocumentOn(kJournal, {.span_name = "week", .for_therapist = true}).title, "For the next session");
  EXPECT_EQ(DocumentOf(Sample(kJournal, Period()).report(), {}).title, "So far");
}

TEST(DocumentOf, SaysOfAQuietWeekThatItIsAllRight) {
  const Document quiet = DocumentOn("Date: 2025-05-03\nKindness: older\n\nDate: 2026-10-02\nSetback: open\n");
  EXPECT_EQ(quiet.nothing, "Nothing noted this week. That is all right.");
  EXPECT_TRUE(quiet.glance.empty()) << "what is older is not held up on such a week";
}

TEST(DocumentOf, SaysThatWhatWasNotedIsKeptWhereItIsNotShown) {
  EXPECT_EQ(DocumentOn("Date: 2026-11-16\nFeeling: tired\n").nothing, "What you noted this week is kept.");
  DocumentChoices at_home{"week"};
  at_home.something_is_kept = true;
  EXPECT_EQ(DocumentOn("Date: 2026-11-16\nSetback: x\nPrivate: yes\n", at_home).nothing,
            "What you noted this week is kept.");
  EXPECT_EQ(DocumentOn("Date: 2026-11-16\nSetback: x\nPrivate: yes\n").nothing,
            "Nothing noted this week. That is all right.");
}

TEST(DocumentOf, CountsWhereWordsAreNotToBeShown) {
  EXPECT_EQ(GlanceOf(DocumentOn(kJournal, {"week"}, Privacy::kThemes)),
            "What happened this week\n"
            " - 1 setback noted and 1 eased\n"
            " - 1 still with you from before\n"
            "What you wrote\n"
            " - 1 thing that helped and 1 thing learned\n"
            " - 1 thing to bring along\n"
            "What came before\n"
            " - silence\n");
  const std::string counts =
      GlanceOf(DocumentOn(kJournal, {.span_name = "week", .own = {"hard moment", "hard moments"}}, Privacy::kCounts));
  EXPECT_TRUE(counts.starts_with("What happened this week\n - 1 hard moment noted and 1 eased\n")) << counts;
  EXPECT_EQ(counts.find("silence"), std::string::npos);
}

TEST(DocumentOf, HasForTheNextSessionWhatToTalkOver) {
  const Document handout = DocumentOn(kJournal, {.span_name = "week", .for_therapist = true});
  const std::string glance = GlanceOf(handout);
  EXPECT_TRUE(glance.starts_with("What I would like to bring\n - How to begin\n")) << glance;
  EXPECT_NE(glance.find("What the thoughts might be\n - labeling (1 time; belief lower in 1 of 1 rated twice)\n"),
            std::string::npos)
      << glance;
  EXPECT_EQ(glance.find("You did what you could"), std::string::npos) << "kind words are the person's own";
}

TEST(DocumentOf, HasSectionsWhereDetailIsWished) {
  auto ids = [](const Document& document) {
    std::string text;
    for (const Section& section : document.sections) text += std::string(section.id) + " ";
    return text;
  };
  EXPECT_EQ(ids(DocumentOn(kJournal)), "how-long belief beside path ");
  EXPECT_EQ(ids(DocumentOn(kJournal, {.span_name = "week", .detail = false})), "");
  const Report asked = Sample(kJournal).whole_report();
  EXPECT_EQ(ids(DocumentOf(asked, {.span_name = "week", .detail = false})), "comparison groups ")
      << "what was asked for is there always";
}

TEST(DocumentOf, HasNoBlockWithoutItems) {
  for (Privacy privacy : {Privacy::kCounts, Privacy::kThemes, Privacy::kFull})
    for (bool for_therapist : {false, true})
      for (const std::string& journal : {std::string(), kJournal, std::string("Date: 2026-11-16\nSetback:\n")})
        for (const PageBlock& block :
             DocumentOn(journal, {.span_name = "week", .for_therapist = for_therapist}, privacy).glance)
          EXPECT_FALSE(block.items.empty()) << block.heading;
}

TEST(DocumentOf, HoldsSafeLinesOnly) {
  const Document document =
      DocumentOn("Date: 2026-11-16\nSetback: a\x1B[31m\n+ b\nHelped: \u202Ec\nTrigger: \x07\nKindness: d\n+ e\n");
  for (const PageBlock& block : document.glance)
    for (const PageItem& item : block.items) EXPECT_EQ(OneSafeLine(item.words), item.words);
  EXPECT_NE(GlanceOf(document).find("a\uFFFD[31m b"), std::string::npos);
}

TEST(DocumentOf, CountsWhatHasNoDateWhereNothingWasNotedToo) {
  const Document document = DocumentOn("Setback: on no day\n\nDate: 2027-01-01\nSetback: to come\n");
  EXPECT_EQ(document.nothing, "Nothing noted this week. That is all right.");
  EXPECT_EQ(SectionsAsText(document.sections),
            "Not in these numbers\n 1 setback has no date, so it is in none of the numbers of these days.\n"
            " 1 setback has a date after today.\n");
}

}  // namespace
}  // namespace stumble
