#include "report/sections.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <regex>

#include "report/report_of.h"

namespace stumble {
namespace {

// The section of that id as text; empty if there is none.
std::string SectionOf(const Report& report, std::string_view id, const Words& own = {}) {
  std::string text;
  for (const Section& section : SectionsOf(report, own))
    if (section.id == id) text += SectionsAsText({section});
  return text;
}

std::string SectionOf(std::string_view journal, std::string_view id) {
  return SectionOf(Sample(journal).report(), id);
}

const std::string kEased = "Recovered: 2026-11-17\n";

TEST(SectionsOf, SaysHowLongItTookFromTenOrMoreAlone) {
  EXPECT_EQ(SectionOf(SampleSetbacks(9, "2026-11-15", kEased), "how-long"),
            "How long until it eased\n"
            " From 9 setbacks: too few to say how long it tends to take.\n");
  EXPECT_EQ(SectionOf(SampleSetbacks(10, "2026-11-15", kEased) + SampleSetbacks(1, "2026-11-16"), "how-long"),
            "How long until it eased\n"
            " Half eased within 2 days (95% interval: 2 to 2 days), from 11 setbacks.\n"
            " 1 is still with you and counts as going on.\n"
            " The times are the Kaplan-Meier estimate. Where something came back, that counts as a time of its own. "
            "Longer is not worse, and shorter is not better.\n");
  EXPECT_EQ(SectionOf(SampleSetbacks(10, "2026-11-15"), "how-long").substr(0, 110),
            "How long until it eased\n"
            " Fewer than half have eased so far, from 10 setbacks, so there is no middle time yet.\n");
  EXPECT_EQ(SectionOf("Date: 2026-11-15\nHelped: tea\n", "how-long"),
            "How long until it eased\n Nothing that could be timed.\n");
}

TEST(SectionsOf, SaysThatItTookLongerOrShorterAndNeverThatThisIsBetterOrWorse) {
  const std::string now = SampleSetbacks(10, "2026-11-14", "Recovered: 2026-11-19\n");
  const std::string quick = SampleSetbacks(10, "2026-01-14", "Recovered: 2026-01-15\n");
  const std::string slow = SampleSetbacks(10, "2026-01-14", "Recovered: 2026-03-15\n");
  EXPECT_NE(SectionOf(now + quick, "how-long")
                .find("It has taken longer than before, compared with 10 setbacks (log-rank test: p < 0.001).\n"),
            std::string::npos);
  EXPECT_NE(SectionOf(now + slow, "how-long")
                .find("It has taken less time than before, compared with 10 setbacks (log-rank test: p < 0.001).\n"),
            std::string::npos);
  EXPECT_NE(SectionOf(now + SampleSetbacks(3, "2026-01-14", "Recovered: 2026-01-18\n") +
                          SampleSetbacks(2, "2026-01-14", "Recovered: 2026-01-20\n"),
                      "how-long")
                .find("There is no clear difference from before, compared with 5 setbacks (log-rank test: "),
            std::string::npos);
  EXPECT_NE(
      SectionOf(now + SampleSetbacks(4, "2026-01-14"), "how-long")
          .find("To compare with before, it would take 5 setbacks on each side; there are 10 now and 4 before.\n"),
      std::string::npos);
}

TEST(SectionsOf, SaysHowRatingsMovedFromHowManyItIs) {
  EXPECT_EQ(SectionOf(SampleSetbacks(2, "2026-11-15", "Intensity: 8\nIntensityNow: 3\n") +
                          SampleSetbacks(1, "2026-11-16", "Intensity: 2\nIntensityNow: 3\n"),
                      "strength"),
            "How strong it felt\n"
            " Of 3 rated more than once, the last rating was lower in 2 and higher in 1.\n"
            " There are first ratings from 2 days; below 5 there is no saying whether they rise or fall.\n");
  EXPECT_EQ(SectionOf(SampleSetbacks(10, "2026-11-15", "Belief: 80\nBeliefNow: 30\n"), "belief"),
            "How true the thoughts felt\n"
            " Of 10 rated more than once, the middle rating was 80 at first and 30 at last; it was lower in 10.\n"
            " The usual change is -50 (95% interval: -50 to -50).\n");
  EXPECT_EQ(SectionOf(SampleSetbacks(1, "2026-11-15", "Intensity: 8\n"), "strength"),
            "How strong it felt\n"
            " Nothing was rated more than once, so there is no before and after.\n"
            " There are first ratings from 1 day; below 5 there is no saying whether they rise or fall.\n");
  EXPECT_EQ(SectionOf(SampleSetbacks(3, "2026-11-15"), "strength"), "");
}

TEST(SectionsOf, SaysOfATrendWhetherItIsClear) {
  std::string rising, level;
  for (int day = 1; day <= 20; ++day) {
    const std::string date = FormatDay(Sample::DayOf("2026-11-01") + std::chrono::days(day - 1));
    rising += SampleSetbacks(1, date, "Intensity: " + std::to_string(day / 2) + "\n");
    level += SampleSetbacks(1, date, "Intensity: " + std::to_string(day % 2 + 4) + "\n");
  }
  auto strength = [](const std::string& journal) {
    return SectionOf(Sample(journal, Sample::Since("2026-11-01")).report(), "strength");
  };
  EXPECT_NE(strength(rising).find(" From 20 first ratings, they rose by about 3.5 a week (95% interval: "),
            std::string::npos)
      << strength(rising);
  EXPECT_NE(strength(rising).find("; Mann-Kendall test: p < 0.001).\n"), std::string::npos) << strength(rising);
  EXPECT_NE(strength(level).find(" From 20 first ratings, no clear rise or fall: 0 a week (95% interval: "),
            std::string::npos)
      << strength(level);
}

TEST(SectionsOf, LeavesNamesAsTheyWereWrittenWhateverTheyLookLike) {
  const std::string journal = SampleSetbacks(6, "2026-11-15", "Trigger: {other name}\nCause: {setbacks} {name}\n") +
                              SampleSetbacks(9, "2026-11-16");
  EXPECT_NE(SectionOf(journal, "together").find(" {other name} and {setbacks} {name}: together in 6 of 15 setbacks, "),
            std::string::npos)
      << SectionOf(journal, "together");
}

TEST(SectionsOf, NamesWhatStoodBesideIt) {
  EXPECT_EQ(SectionOf(SampleSetbacks(2, "2026-11-15", "Trigger: phone\nFeeling: blank\n") +
                          SampleSetbacks(1, "2026-11-16", "Trigger: rain\n"),
                      "beside"),
            "What stood beside it\n"
            " There are too few days before these to compare with.\n"
            " - Triggers: phone 2, and others.\n"
            " - Feelings: blank 2.\n");
  std::string weeks, phone;
  for (int week = 1; week <= 20; ++week)
    weeks += "Date: " + FormatDay(Sample::DayOf("2026-11-14") - std::chrono::days(7 * week)) + "\nHelped: tea\n\n";
  for (int day = 14; day <= 20; ++day) phone += SampleSetbacks(1, "2026-11-" + std::to_string(day), "Trigger: phone\n");
  EXPECT_NE(SectionOf(weeks + phone, "beside").find(" phone: not noted before these days (adjusted p < 0.001).\n"),
            std::string::npos);
  const std::string more = SectionOf(weeks + phone + SampleSetbacks(5, "2026-10-15", "Trigger: phone\n"), "beside");
  EXPECT_NE(more.find(" phone: noted more often than before, about 140 times the earlier rate"), std::string::npos) << more;
  EXPECT_NE(more.find("As long a time before brought it on 0 to 0.28 days."), std::string::npos) << more;
  EXPECT_NE(SectionOf(weeks + SampleSetbacks(1, "2026-11-15", "Trigger: phone\n"), "beside")
                .find(" None is clearly noted more or less often than in the 20 weeks before in which you wrote.\n"),
            std::string::npos);
}

TEST(SectionsOf, SaysThatTogetherIsNotBecause) {
  const std::string journal =
      SampleSetbacks(6, "2026-11-15", "Trigger: phone\nFeeling: blank\n") + SampleSetbacks(6, "2026-11-16");
  EXPECT_EQ(SectionOf(journal, "together"),
            "What comes together\n"
            " phone and blank: together in 6 of 12 setbacks, 2 times as often as chance would have it (Fisher's "
            "exact test, adjusted: p = 0.001).\n"
            " Of the one pair of names that was looked at.\n"
            " That two things come together does not say that one brings the other.\n");
  EXPECT_EQ(SectionOf(SampleSetbacks(9, "2026-11-15", "Trigger: phone\nFeeling: blank\n"), "together"), "");
}

TEST(SectionsOf, SaysWhenItBegan) {
  EXPECT_EQ(SectionOf(SampleSetbacks(9, "2026-11-16"), "when"), "");
  EXPECT_EQ(SectionOf(SampleSetbacks(10, "2026-11-16"), "when"),
            "When it began\n"
            " 10 setbacks are too few to say whether a weekday or a part of the day stands out.\n");
  std::string mondays;
  for (int week = 0; week < 45; ++week)
    mondays += SampleSetbacks(1, FormatDay(Sample::DayOf("2026-01-05") + std::chrono::days(7 * week)) + "T09:00:00+00:00");
  EXPECT_EQ(SectionOf(Sample(mondays, Sample::Since("2026-01-05")).report(), "when"),
            "When it began\n"
            " Of 45 days on which something began, some weekdays have more than others, most of all Monday (p < 0.001).\n"
            " Of 45 parts of days in which something began, most, for their length, were in the morning (5 to 12) (p < 0.001).\n");
}

TEST(SectionsOf, GivesThePersonsWordsBack) {
  const std::string journal =
      "Date: 2026-11-15\nSetback: x\nWhy: late\nWhy: no pause\nHelped: tea\nNextStep: call\n\n"
      "Date: 2026-11-16\nHelped: Tea\n\nDate: 2026-11-16\nLearned: once\n";
  EXPECT_EQ(SectionOf(journal, "whys"), "Where your whys led\n - One chain of whys ended in: no pause\n");
  EXPECT_EQ(SectionOf(journal, "returned"), "Words you came back to\n - tea (written 2 times)\n");
  EXPECT_EQ(SectionOf(journal, "next-steps"), "Small steps you had in mind\n - call\n");
}

TEST(SectionsOf, TellsThePath) {
  EXPECT_EQ(
      SectionOf(
          "Id: A\nDate: 2026-11-15\nSetback: x\nRecovered: 2026-11-16\n\nDate: 2026-11-18\nAbout: A\nRecovered: no\n",
          "path"),
      "The path\n"
      " On these days 1 began, 1 eased and 1 came back.\n"
      " Coming back is an ordinary turn of the path.\n");
  EXPECT_EQ(SectionOf("Setback: x\n", "path"), "The path\n Nothing with a date lies on these days.\n");
}

TEST(SectionsOf, SaysWhatIsNotInTheNumbers) {
  EXPECT_EQ(SectionOf("Setback: x\n\nSetback: y\n\nDate: 2026-11-25\nSetback: z\n", "left-out"),
            "Not in these numbers\n"
            " 2 setbacks have no date, so they are in none of the numbers of these days.\n"
            " 1 setback has a date after today.\n");
  EXPECT_EQ(SectionOf("Date: 2026-11-16\nSetback: x\n", "left-out"), "");
}

TEST(SectionsOf, UsesThePersonsOwnWordForASetback) {
  const Words own{"hard moment", "hard moments"};
  const Report report = Sample(SampleSetbacks(3, "2026-11-16", "Trigger: phone\n") + "Setback: undated\n")
                            .whole_report(GroupedBy::kDomain);
  std::vector<Section> sections = SectionsOf(report, own);
  sections.push_back(*ComparisonSection(report, own));
  sections.push_back(*GroupsSection(report, own));
  for (const Section& section : ExplainedSections(own)) sections.push_back(section);
  const std::string text = SectionsAsText(sections);
  EXPECT_NE(text.find("From 3 hard moments"), std::string::npos) << text;
  EXPECT_EQ(text.find("setback"), std::string::npos) << text;
  EXPECT_EQ(text.find('{'), std::string::npos) << text;
}

TEST(SectionsOf, SaysNoNamesBelowThemesAndNoWordsBelowFull) {
  const Report report =
      Sample(SampleSetbacks(
                 12, "2026-11-15",
                 "Trigger: phone\nFeeling: blank\nDomain: work\nWhy: MARKED\nHelped: MARKED\nNextStep: MARKED\n"))
          .whole_report();
  auto text_at = [&](Privacy privacy) {
    const Report shown = WithPrivacy(report, privacy);
    std::vector<Section> sections = SectionsOf(shown, {});
    sections.push_back(*ComparisonSection(shown, {}));
    sections.push_back(*GroupsSection(shown, {}));
    return SectionsAsText(sections);
  };
  EXPECT_NE(text_at(Privacy::kFull).find("MARKED"), std::string::npos);
  EXPECT_EQ(text_at(Privacy::kThemes).find("MARKED"), std::string::npos);
  EXPECT_NE(text_at(Privacy::kThemes).find("phone"), std::string::npos);
  for (const char* name : {"MARKED", "phone", "blank", "work"})
    EXPECT_EQ(text_at(Privacy::kCounts).find(name), std::string::npos) << name;
}

// --- side by side

TEST(ComparisonSection, SetsNumbersSideBySide) {
  const Report report = Sample(SampleSetbacks(2, "2026-11-15", "Trigger: phone\nHelped: tea\n") +
                               SampleSetbacks(1, "2026-11-08", kEased))
                            .whole_report();
  EXPECT_EQ(SectionsAsText({*ComparisonSection(report, {})}),
            "Side by side\n"
            " these days: 2026-11-14 to 2026-11-20; before: 2026-11-07 to 2026-11-13.\n"
            " Nothing was noted by these days a year ago.\n"
            " |  | these days | before |\n"
            " | setbacks | 2 | 1 |\n"
            " | eased by now | 0 | 1 |\n"
            " | half eased within | too few to say | too few to say |\n"
            " | middle first rating | too few to say | too few to say |\n"
            " | helped, times noted | 2 | 0 |\n"
            " | learned, times noted | 0 | 0 |\n"
            " | kind words, times noted | 0 | 0 |\n"
            " | what came before | phone | - |\n");
  EXPECT_FALSE(ComparisonSection(Sample("").report(), {}));
}

TEST(GroupsSection, CountsEachGroupAndThoseWithoutAny) {
  const std::string journal =
      SampleSetbacks(10, "2026-11-15", "Trigger: phone\n" + kEased) + SampleSetbacks(1, "2026-11-16");
  EXPECT_EQ(SectionsAsText({*GroupsSection(Sample(journal).whole_report(GroupedBy::kTrigger), {})}),
            "By trigger\n"
            " 1 setback has no trigger.\n"
            " | trigger | setbacks | eased by now | half eased within |\n"
            " | phone | 10 | 10 | 2 days |\n");
  EXPECT_EQ(SectionsAsText({*GroupsSection(Sample("").whole_report(GroupedBy::kDomain), {})}),
            "By part of life\n"
            " There are no setbacks on these days to put side by side.\n");
}

// --- what is true of all of it

std::string AnyJournal() {
  std::string text;
  const int count = *rc::gen::inRange(0, 40);
  for (int at = 0; at < count; ++at) {
    const Day day = Sample::DayOf("2026-06-01") + std::chrono::days(*rc::gen::inRange(0, 173));
    text += "Date: " + FormatDay(day) + *rc::gen::element<std::string>("", "T09:00:00+00:00", "T23:00:00+00:00") +
            "\nSetback: x\n";
    if (*rc::gen::arbitrary<bool>())
      text += "Recovered: " + FormatDay(day + std::chrono::days(*rc::gen::inRange(0, 90))) + "\n";
    const int fields = *rc::gen::inRange(0, 5);
    for (int field = 0; field < fields; ++field)
      text += *rc::gen::element<std::string>("Trigger: phone", "Trigger: rain", "Cause: haste", "Feeling: blank",
                                             "Domain: work", "Helped: tea", "Learned: rest", "NextStep: call",
                                             "Why: late", "Pattern: labeling", "Intensity: 7\nIntensityNow: 3",
                                             "Intensity: 2", "Belief: 80\nBeliefNow: 90") +
              "\n";
    text += "\n";
  }
  return text;
}

RC_GTEST_PROP(SectionsOf, CallNothingBetterOrWorse, ()) {
  const Report report =
      Sample(AnyJournal(), Sample::Since(*rc::gen::element<std::string>("2026-06-01", "2026-09-01", "2026-11-01")))
          .whole_report();
  std::vector<Section> sections = SectionsOf(report, {});
  sections.push_back(*ComparisonSection(report, {}));
  sections.push_back(*GroupsSection(report, {}));
  std::string text = SectionsAsText(sections);
  RC_LOG() << text;
  for (const std::string allowed : {"Longer is not worse", "shorter is not better"})
    for (size_t at = text.find(allowed); at != std::string::npos; at = text.find(allowed))
      text.erase(at, allowed.size());
  static const std::regex kJudging(
      "\\b(better|worse|best|worst|good|bad|improve\\w*|progress|success\\w*|fail\\w*|streak|score|well "
      "done|only|still not|should)\\b",
      std::regex::icase);
  RC_ASSERT(!std::regex_search(text, kJudging));
  RC_ASSERT(text.find('!') == std::string::npos);
  RC_ASSERT(text.find("nan") == std::string::npos);
  RC_ASSERT(text.find("inf") == std::string::npos);
  for (const Section& section : sections) {
    RC_ASSERT(!section.heading.empty());
    RC_ASSERT(!section.sentences.empty() || !section.items.empty() || section.table);
    if (!section.table) continue;
    for (const std::vector<std::string>& row : section.table->rows)
      RC_ASSERT(row.size() == section.table->columns.size());
  }
  if (report.measures.recovery.setbacks < 10) RC_ASSERT(text.find("Half eased") == std::string::npos);
}

TEST(ExplainedSections, SayHowEachIsMadeAndHowNotToReadIt) {
  for (const Section& section : ExplainedSections({})) {
    EXPECT_FALSE(section.heading.empty());
    ASSERT_EQ(section.sentences.size(), 2u);
    EXPECT_TRUE(section.sentences[1].starts_with("Not ")) << section.sentences[1];
  }
}

TEST(SpokenNumber, IsShort) {
  EXPECT_EQ(SpokenNumber(0.375), "0.38");
  EXPECT_EQ(SpokenNumber(-0.001), "0");
  EXPECT_EQ(SpokenNumber(-2.25), "-2.3");
  EXPECT_EQ(SpokenNumber(12), "12");
}

TEST(SpokenWeekday, BeginsOnMonday) {
  EXPECT_EQ(SpokenWeekday(1), "Monday");
  EXPECT_EQ(SpokenWeekday(7), "Sunday");
}

}  // namespace
}  // namespace stumble
