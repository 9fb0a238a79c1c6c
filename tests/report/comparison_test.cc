#include "report/comparison.h"

#include <gtest/gtest.h>

#include "report/report_of.h"

namespace stumble {
namespace {

std::string Days(const std::optional<Summary>& summary) {
  if (!summary) return "none";
  auto shown = [](const std::optional<Day>& day) { return day ? FormatDay(*day) : ""; };
  return shown(summary->first) + ".." + shown(summary->last);
}

// --- beside other days

TEST(Compare, SetsThePeriodBesideAsManyDaysBeforeAndAYearAgo) {
  const Comparison comparison =
      Compare(Sample("Date: 2026-11-16\nSetback: now\n\nDate: 2026-11-10\nSetback: before\n\n"
                     "Date: 2026-11-11\nSetback: before, too\nRecovered: yes\n\n"
                     "Date: 2025-11-20\nSetback: a year ago\n")
                  .material());
  EXPECT_EQ(Days(comparison.now), "2026-11-14..2026-11-20");
  EXPECT_EQ(comparison.now.setbacks, 1u);
  EXPECT_EQ(Days(comparison.before), "2026-11-07..2026-11-13");
  EXPECT_EQ(comparison.before->setbacks, 2u);
  EXPECT_EQ(comparison.before->eased, 1u);
  EXPECT_EQ(Days(comparison.year_ago), "2025-11-14..2025-11-20");
  EXPECT_EQ(comparison.year_ago->setbacks, 1u);
}

TEST(Compare, HasNothingToCompareWithWhereNothingHadBeenNoted) {
  const Comparison first_week = Compare(Sample("Date: 2026-11-14\nSetback: x\n").material());
  EXPECT_EQ(Days(first_week.before), "none");
  EXPECT_EQ(Days(first_week.year_ago), "none");
  const Comparison quiet =
      Compare(Sample("Date: 2026-11-14\nSetback: x\n\nDate: 2025-01-01\nHelped: tea\n").material());
  EXPECT_EQ(Days(quiet.before), "2026-11-07..2026-11-13") << "days without an entry are days, too";
  EXPECT_EQ(quiet.before->entries, 0u);
  EXPECT_EQ(Days(quiet.year_ago), "2025-11-14..2025-11-20");
}

TEST(Compare, HasNothingBeforeAnOpenBeginning) {
  const Comparison comparison =
      Compare(Sample("Date: 2026-11-14\nSetback: x\n\nDate: 2024-11-14\nSetback: y\n", Period()).material());
  EXPECT_EQ(Days(comparison.now), "..");
  EXPECT_EQ(comparison.now.setbacks, 2u);
  EXPECT_EQ(Days(comparison.before), "none");
  EXPECT_EQ(Days(comparison.year_ago), "none");
}

TEST(Compare, TakesAnOpenEndForToday) {
  const Comparison comparison =
      Compare(Sample("Date: 2020-01-01\nSetback: x\n", Sample::Since("2026-11-18")).material());
  EXPECT_EQ(Days(comparison.now), "2026-11-18..");
  EXPECT_EQ(Days(comparison.before), "2026-11-15..2026-11-17");
  EXPECT_EQ(Days(comparison.year_ago), "2025-11-18..2025-11-20");
}

TEST(Compare, TakesFebruary28ForAFebruary29ThatAYearAgoLacks) {
  const std::string journal = "Date: 2020-01-01\nSetback: x\n";
  const Moment in_2028 = *ParseMoment("2028-03-10");
  EXPECT_EQ(Days(Compare(Sample(journal, Sample::From("2028-02-29", "2028-02-29"), in_2028).material()).year_ago),
            "2027-02-28..2027-02-28");
  EXPECT_EQ(Days(Compare(Sample(journal, Sample::From("2028-02-28", "2028-03-01"), in_2028).material()).year_ago),
            "2027-02-28..2027-03-01");
  EXPECT_EQ(Days(Compare(Sample(journal, Sample::From("2028-02-28", "2028-03-01"), in_2028).material()).before),
            "2028-02-25..2028-02-27");
}

TEST(Compare, HasNothingBeforeTheFirstYear) {
  const Comparison comparison =
      Compare(Sample("Date: 0001-01-01\nSetback: x\n", Sample::From("0001-01-01", "0001-01-02")).material());
  EXPECT_EQ(Days(comparison.before), "none");
  EXPECT_EQ(Days(comparison.year_ago), "none");
}

// --- a summary

TEST(Summarize, CountsWhatHappenedAndWhatWasWritten) {
  const Sample sample(
      "Id: A\nDate: 2026-11-16\nSetback: x\nTrigger: phone\nHelped: tea\nHelped:\n\n"
      "Date: 2026-11-25\nAbout: A\nRecovered: yes\nHelped: after the period\n\n"
      "Date: 2026-11-17\nSetback: y\nTrigger: Phone\nTrigger: rain\nLearned: a\nLearned: b\n\n"
      "Date: 2026-11-18\nKindness: a note\nHelped: tea\n\n"
      "Date: 2026-11-13\nSetback: before\nKindness: z\n",
      Sample::From("2026-11-14", "2026-11-20"), *ParseMoment("2026-11-30"));
  const Summary summary = Summarize(sample.material(), Sample::From("2026-11-14", "2026-11-20"));
  EXPECT_EQ(summary.entries, 3u);
  EXPECT_EQ(summary.setbacks, 2u);
  EXPECT_EQ(summary.eased, 1u) << "by now";
  EXPECT_EQ(summary.helped, 2u);
  EXPECT_EQ(summary.learned, 2u);
  EXPECT_EQ(summary.kindness, 1u);
  EXPECT_EQ(summary.recovery.n, 2u);
  EXPECT_EQ(summary.triggers, std::vector<std::string>{"phone"}) << "that came before more than one";
}

TEST(Summarize, LeavesOutWhatIsStillToCome) {
  const Sample sample(
      "Date: 2026-11-20\nSetback: now\nTrigger: rain\n\nDate: 2026-11-25\nSetback: to come\nTrigger: phone\n",
      Sample::Since("2026-11-14"));
  EXPECT_EQ(Summarize(sample.material(), Sample::Since("2026-11-14")).setbacks, 1u);
  EXPECT_EQ(GroupBy(sample.material(), GroupedBy::kTrigger).groups.size(), 1u);
  EXPECT_EQ(sample.report().counts.setbacks, 1u);
}

TEST(Summarize, HasNoMiddleRatingOfFewerThanTen) {
  const Period week = Sample::From("2026-11-14", "2026-11-20");
  auto median_of = [&](size_t count) {
    return Summarize(Sample(SampleSetbacks(count, "2026-11-16", "Intensity: 6\nIntensityNow: 1\n")).material(), week)
        .median_intensity;
  };
  EXPECT_FALSE(median_of(9));
  EXPECT_EQ(median_of(10), 6) << "of first ratings";
}

// --- by domain, trigger or month

std::string Named(const Groups& groups) {
  std::string text;
  for (const Group& group : groups.groups) text += group.name + " " + std::to_string(group.summary.setbacks) + "; ";
  return text;
}

TEST(GroupBy, GathersSetbacksByTrigger) {
  const Groups groups = GroupBy(
      Sample("Id: A\nDate: 2026-11-15\nSetback: x\nTrigger: rain\nTrigger: Phone\nTrigger: phone\nHelped: tea\n\n"
             "Date: 2026-11-16\nAbout: A\nRecovered: yes\nTrigger: work\nHelped: sleep\n\n"
             "Date: 2026-11-17\nSetback: y\nTrigger: phone \n\n"
             "Date: 2026-11-17\nSetback: z\nTrigger:\n\n"
             "Date: 2026-11-10\nSetback: before\nTrigger: phone\n")
          .material(),
      GroupedBy::kTrigger);
  EXPECT_EQ(Named(groups), "Phone 2; rain 1; work 1; ");
  EXPECT_EQ(groups.without, 1u);
  EXPECT_EQ(groups.others, 0u);
  EXPECT_EQ(groups.groups[0].summary.eased, 1u);
  EXPECT_EQ(groups.groups[0].summary.entries, 3u) << "with follow-ups";
  EXPECT_EQ(groups.groups[0].summary.helped, 2u);
  EXPECT_EQ(groups.groups[0].summary.recovery.n, 2u);
  ASSERT_EQ(groups.groups[0].stretches.size(), 7u);
  EXPECT_EQ(groups.groups[0].stretches[1].with_you, 2u) << "with the one from before the period";
  EXPECT_EQ(groups.groups[0].stretches[3].with_you, 2u);
  EXPECT_EQ(groups.groups[1].stretches[3].with_you, 0u);
}

TEST(GroupBy, GathersSetbacksByDomain) {
  const std::string journal = SampleSetbacks(2, "2026-11-15", "Domain: family\n") +
                              SampleSetbacks(3, "2026-11-16", "Domain: Work\n") +
                              SampleSetbacks(1, "2026-11-17", "Trigger: phone\n");
  const Groups groups = GroupBy(Sample(journal).material(), GroupedBy::kDomain);
  EXPECT_EQ(Named(groups), "Work 3; family 2; ");
  EXPECT_EQ(groups.without, 1u);
}

TEST(GroupBy, GathersSetbacksByMonthInTheirOrderWithThoseThatHadNone) {
  const std::string journal =
      SampleSetbacks(2, "2026-10-31") + SampleSetbacks(3, "2026-11-01") + SampleSetbacks(1, "2026-07-24");
  const Groups groups = GroupBy(Sample(journal, LastPeriod("year", Sample::Now().day)).material(), GroupedBy::kMonth);
  EXPECT_EQ(Named(groups), "2026-07 1; 2026-08 0; 2026-09 0; 2026-10 2; 2026-11 3; ");
  EXPECT_EQ(groups.without, 0u);
}

TEST(GroupBy, BeginsMonthsWithThePeriodWhereSomethingWasNotedBefore) {
  auto months = [](const std::string& journal) {
    return Named(GroupBy(Sample(journal, LastPeriod("quarter", Sample::Now().day)).material(), GroupedBy::kMonth));
  };
  EXPECT_EQ(months(SampleSetbacks(1, "2026-10-31")), "2026-10 1; 2026-11 0; ");
  EXPECT_EQ(months("Date: 2026-09-10\nHelped: tea\n\n" + SampleSetbacks(1, "2026-10-31")), "2026-09 0; 2026-10 1; 2026-11 0; ");
  EXPECT_EQ(months("Date: 2020-01-10\nHelped: tea\n\n" + SampleSetbacks(1, "2026-10-31")),
            "2026-08 0; 2026-09 0; 2026-10 1; 2026-11 0; ");
}

TEST(GroupBy, KeepsTheMostFrequentOrTheNewestMonths) {
  std::string triggers, months;
  for (int at = 1; at <= 15; ++at) {
    triggers += SampleSetbacks(at == 1 ? 1 : 2, "2026-11-16", "Trigger: t" + std::to_string(at) + "\n");
    months += SampleSetbacks(1, FormatDay(Sample::DayOf("2025-01-15") + std::chrono::days(31 * at)));
  }
  const Groups by_trigger = GroupBy(Sample(triggers).material(), GroupedBy::kTrigger);
  EXPECT_EQ(by_trigger.groups.size(), Groups::kMostGroups);
  EXPECT_EQ(by_trigger.others, 2u);
  EXPECT_EQ(by_trigger.groups.front().name, "t2");
  const Groups by_month = GroupBy(Sample(months, Period()).material(), GroupedBy::kMonth);
  EXPECT_EQ(by_month.others, 9u);
  EXPECT_EQ(by_month.groups.front().name, "2025-11");
  EXPECT_EQ(by_month.groups.back().name, "2026-11");
}

TEST(GroupBy, HasNothingWhereNothingHappened) {
  const Groups groups = GroupBy(Sample("Date: 2026-11-16\nTrigger: a note\n").material(), GroupedBy::kTrigger);
  EXPECT_TRUE(groups.groups.empty());
  EXPECT_EQ(groups.without, 0u);
}

}  // namespace
}  // namespace stumble
