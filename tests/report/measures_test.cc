#include "report/measures.h"

#include <gtest/gtest.h>

#include "moment/calendar.h"
#include "report/report_of.h"

namespace stumble {
namespace {

std::string OnDay(int day, const std::string& lines, const std::string& month = "2026-11-") {
  return "Date: " + month + (day < 10 ? "0" : "") + std::to_string(day) + "\nSetback: x\n" + lines + "\n";
}

// --- how long it took

TEST(Measure, TimesEachEpisodeOfTheSetbacksOfThePeriod) {
  const Recovery recovery = Sample(
                                "Id: A\nDate: 2026-11-15\nSetback: came back, and eased again\n\n"
                                "Date: 2026-11-16\nAbout: A\nRecovered: yes\n\n"
                                "Date: 2026-11-18\nAbout: A\nRecovered: no\n\n"
                                "Date: 2026-11-20\nAbout: A\nRecovered: yes\n\n"
                                "Date: 2026-11-17\nSetback: open\n\n"
                                "Date: 2026-11-13\nSetback: before the period\n\n"
                                "Setback: on no day\n")
                                .measures()
                                .recovery;
  EXPECT_EQ(recovery.setbacks, 2u);
  EXPECT_EQ(recovery.n, 3u);
  EXPECT_EQ(recovery.eased, 2u);
  EXPECT_EQ(recovery.open, 1u);
  EXPECT_EQ(recovery.undated, 0u);
  EXPECT_EQ(recovery.median_days, 2);
}

TEST(Measure, CountsWhatCouldNotBeTimed) {
  const Recovery recovery =
      Sample(
          "Date: 2026-11-15\nSetback: x\nState: open again\n\nDate: 2026-11-15\nSetback: y\nRecovered: 2026-11-16\n")
          .measures()
          .recovery;
  EXPECT_EQ(recovery.setbacks, 1u);
  EXPECT_EQ(recovery.undated, 2u) << "when it eased, and when it came back";
}

TEST(Measure, SetsThePeriodBesideAllThatCameBeforeIt) {
  EXPECT_FALSE(Sample(SampleSetbacks(5, "2026-11-15")).measures().against_past);
  const std::string four = SampleSetbacks(4, "2026-11-15", "Recovered: 2026-11-19\n");
  const std::string five = four + SampleSetbacks(1, "2026-11-15", "Recovered: 2026-11-19\n");
  const std::string past = SampleSetbacks(4, "2026-01-15", "Recovered: 2026-01-16\n") +
                           SampleSetbacks(1, "2025-01-15", "Recovered: 2025-01-16\n");
  const Measures few = Sample(four + past).measures();
  ASSERT_TRUE(few.against_past);
  EXPECT_EQ(few.against_past->past.setbacks, 5u);
  EXPECT_FALSE(few.against_past->log_rank);
  const Measures enough = Sample(five + past).measures();
  ASSERT_TRUE(enough.against_past->log_rank);
  EXPECT_EQ(enough.against_past->log_rank->observed_first, 5u);
  EXPECT_GT(enough.against_past->log_rank->expected_first, 5);
  EXPECT_LT(enough.against_past->log_rank->p, 0.05);
}

TEST(Measure, DrawsTheCurveThatTheMedianIsFrom) {
  const Measures measures =
      Sample(OnDay(15, "Recovered: 2026-11-16\n") + OnDay(15, "Recovered: 2026-11-18\n") + OnDay(18, "")).measures();
  ASSERT_EQ(measures.curve.size(), 3u);
  EXPECT_EQ(measures.curve[0].step.days, 1);
  EXPECT_DOUBLE_EQ(measures.curve[0].step.survival, 2.0 / 3);
  EXPECT_TRUE(measures.curve[0].band);
  EXPECT_EQ(measures.curve[1].step.censored, 1u);
  EXPECT_EQ(measures.curve[2].step.survival, 0);
  EXPECT_FALSE(measures.curve[2].band) << "there is none once nobody is left";
  EXPECT_EQ(measures.recovery.median_days, 3);
}

// --- ratings

TEST(Measure, PairsTheFirstRatingOfASetbackWithItsLast) {
  const Measures measures = Sample(
                                "Id: A\nDate: 2026-11-15\nSetback: x\nIntensity: 8\nBelief: 90\n\n"
                                "Date: 2026-11-16\nAbout: A\nIntensity: 9\n\n"
                                "Date: 2026-11-17\nAbout: A\nIntensity: 4\nBelief: 90\n\n"
                                "Date: 2026-11-18\nSetback: rated once\nIntensity: 5\n\n"
                                "Date: 2026-11-18\nSetback: folded by recall\nIntensity: 2\nIntensityNow: 3\n\n"
                                "Date: 2026-11-18\nSetback: beyond the scale\nIntensity: 2\nIntensityNow: 11\n\n"
                                "Date: 2026-11-01\nSetback: of before\nIntensity: 9\nIntensityNow: 1\n\n"
                                "Date: 2026-11-18\nThought: a note\nBelief: 60\nBeliefNow: 10\n")
                                .measures();
  ASSERT_TRUE(measures.intensity);
  EXPECT_EQ(measures.intensity->pairs, 2u);
  EXPECT_EQ(measures.intensity->fell, 1u);
  EXPECT_EQ(measures.intensity->rose, 1u);
  ASSERT_EQ(measures.intensity_pairs.size(), 2u);
  EXPECT_EQ(measures.intensity_pairs[0].before, 8);
  EXPECT_EQ(measures.intensity_pairs[0].after, 4);
  ASSERT_TRUE(measures.belief);
  EXPECT_EQ(measures.belief->pairs, 1u) << "of setbacks alone";
  EXPECT_EQ(measures.belief->stayed, 1u);
}

TEST(Measure, HasNoChangeWhereNothingWasRatedTwice) {
  const Measures measures = Sample(OnDay(16, "Intensity: 8\n")).measures();
  EXPECT_FALSE(measures.intensity);
  EXPECT_FALSE(measures.belief);
  EXPECT_EQ(measures.rated, 1u);
}

TEST(Measure, KeepsTheNewestPairsAndCountsAll) {
  std::string journal;
  for (size_t at = 0; at < Measures::kMostPairsKept + 3; ++at)
    journal += OnDay(at < 3 ? 15 : 16, "Intensity: " + std::string(at < 3 ? "1" : "5") + "\nIntensityNow: 4\n");
  const Measures measures = Sample(journal).measures();
  EXPECT_EQ(measures.intensity->pairs, Measures::kMostPairsKept + 3);
  ASSERT_EQ(measures.intensity_pairs.size(), Measures::kMostPairsKept);
  EXPECT_EQ(measures.intensity_pairs.front().before, 5);
}

TEST(Measure, DrawsTheTrendThroughTheRealDates) {
  // One point less a week, with a gap of five weeks.
  const std::string journal = OnDay(1, "Intensity: 10\n", "2026-09-") + OnDay(8, "Intensity: 9\n", "2026-09-") +
                              OnDay(15, "Intensity: 8\n", "2026-09-") + OnDay(20, "Intensity: 3\n", "2026-10-") +
                              OnDay(27, "Intensity: 2\n", "2026-10-") + OnDay(3, "Intensity: 1\n");
  const Measures measures = Sample(journal, Sample::Since("2026-09-01")).measures();
  ASSERT_TRUE(measures.intensity_trend);
  EXPECT_NEAR(measures.intensity_trend->slope_per_day, -1.0 / 7, 1e-12);
  EXPECT_EQ(measures.intensity_trend->points, 6u);
  EXPECT_LT(measures.intensity_trend->p, 0.05);
  EXPECT_EQ(measures.rated, 6u);
}

TEST(Measure, DrawsTheTrendThroughFirstRatingsAlone) {
  std::string journal;
  for (int day = 1; day <= 17; day += 4)
    journal += OnDay(day, "Intensity: 5\nIntensityNow: " + std::to_string((17 - day) / 4) + "\n");
  const Measures measures = Sample(journal, Sample::Since("2026-11-01")).measures();
  ASSERT_TRUE(measures.intensity_trend);
  EXPECT_EQ(measures.intensity_trend->slope_per_day, 0);
}

TEST(Measure, DrawsNoTrendThroughDaysOfLessThanTwoWeeks) {
  std::string journal;
  for (int day = 5; day <= 18; ++day) journal += OnDay(day, "Intensity: " + std::to_string(day % 10) + "\n");
  EXPECT_FALSE(Sample(journal, Sample::Since("2026-11-01")).measures().intensity_trend);
}

TEST(Measure, DrawsNoTrendThroughFewDays) {
  EXPECT_FALSE(Sample(OnDay(14, "Intensity: 1\n") + OnDay(15, "Intensity: 2\n") + OnDay(16, "Intensity: 3\n") +
                      OnDay(17, "Intensity: 4\n"))
                   .measures()
                   .intensity_trend);
  const Measures one_day = Sample(SampleSetbacks(9, "2026-11-16", "Intensity: 7\n")).measures();
  EXPECT_FALSE(one_day.intensity_trend) << "several on a day are no independent points";
  EXPECT_EQ(one_day.rated, 9u);
  EXPECT_EQ(one_day.rated_days, 1u);
}

// --- names

TEST(Measure, CountsANameOnceForEachSetbackInAnyLetterCase) {
  const Themes themes = Sample(OnDay(16, "Trigger: Silence\nTrigger: silence\nCause: haste\n") +
                               OnDay(17, "Trigger: SILENCE\nTrigger: phone\nFeeling: blank\nDomain: work\n") +
                               "Date: 2026-11-18\nThought: a note\nTrigger: phone\nPattern: labeling\n\n" +
                               OnDay(17, "Pattern: labeling\n") + OnDay(10, "Trigger: silence\n"))
                            .measures()
                            .themes;
  ASSERT_EQ(themes.triggers.size(), 2u);
  EXPECT_EQ(themes.triggers[0].name, "Silence");
  EXPECT_EQ(themes.triggers[0].setbacks, 2u);
  EXPECT_EQ(themes.triggers[0].setbacks_before, 1u);
  EXPECT_EQ(themes.triggers[1].setbacks, 1u) << "a note has none that count";
  EXPECT_EQ(themes.causes.at(0).name, "haste");
  EXPECT_EQ(themes.feelings.at(0).name, "blank");
  EXPECT_EQ(themes.domains.at(0).name, "work");
  EXPECT_EQ(themes.patterns.at(0).setbacks, 2u) << "but its patterns do";
}

// A note in each of so many weeks before the period, and an entry of the given fields on the first days of the first ones.
std::string WeeksBefore(int weeks, int with_fields = 0, const std::string& fields = "") {
  std::string journal;
  for (int week = 1; week <= weeks; ++week) {
    const std::string day = FormatDay(Sample::DayOf("2026-11-14") - std::chrono::days(7 * week));
    journal += week <= with_fields ? SampleSetbacks(1, day, fields) : "Date: " + day + "\nHelped: tea\n\n";
  }
  return journal;
}

TEST(Measure, ComparesNamesWithTheWeeksBeforeInWhichAnythingWasNoted) {
  const std::string now = OnDay(16, "Trigger: phone\n");
  const Themes alone = Sample(now).measures().themes;
  EXPECT_EQ(alone.days, 7);
  EXPECT_FALSE(alone.days_before);
  EXPECT_FALSE(alone.triggers[0].against_past);
  EXPECT_FALSE(alone.triggers[0].Differs());
  const Themes with_past = Sample(now + WeeksBefore(2) + "Date: 1999-05-01\nHelped: an early one\n").measures().themes;
  EXPECT_EQ(with_past.days_before, 21) << "decades without an entry are no quiet days";
  ASSERT_TRUE(with_past.triggers[0].against_past);
  EXPECT_FALSE(with_past.triggers[0].against_past->ratio) << "it was never noted before";
  EXPECT_FALSE(with_past.triggers[0].Differs()) << "one mention says nothing";
}

TEST(Measure, SaysThatANameDiffersOnlyIfItClearlyDoes) {
  std::string journal = WeeksBefore(20, 3, "Trigger: phone\nTrigger: rain\n") + OnDay(16, "Trigger: rain\n");
  for (int day = 14; day <= 19; ++day) journal += OnDay(day, "Trigger: phone\n");
  const Themes themes = Sample(journal).measures().themes;
  EXPECT_EQ(themes.triggers[0].name, "phone");
  EXPECT_TRUE(themes.triggers[0].Differs());
  EXPECT_GE(themes.triggers[0].adjusted_p, themes.triggers[0].against_past->p);
  EXPECT_NEAR(*themes.triggers[0].against_past->ratio, (6.0 / 7) / (3.0 / 140), 1e-9);
  EXPECT_LT(*themes.triggers[0].usual_low, 3 * 7.0 / 140);
  EXPECT_GT(*themes.triggers[0].usual_high, 3 * 7.0 / 140);
  EXPECT_FALSE(themes.triggers[1].Differs());
}

TEST(Measure, CountsSeveralMentionsOfADayOnce) {
  const Themes themes = Sample(WeeksBefore(20, 3, "Trigger: phone\n") + SampleSetbacks(9, "2026-11-16", "Trigger: phone\n")).measures().themes;
  EXPECT_EQ(themes.triggers[0].setbacks, 9u);
  EXPECT_NEAR(*themes.triggers[0].against_past->ratio, (1.0 / 7) / (3.0 / 140), 1e-9);
  EXPECT_FALSE(themes.triggers[0].Differs());
}

TEST(Measure, TellsOfNamesThatAreClearlyMissingNow) {
  std::string journal = OnDay(16, "Trigger: rain\n");
  for (int day = 1; day <= 60; ++day)
    journal += SampleSetbacks(1, FormatDay(Sample::DayOf("2026-11-14") - std::chrono::days(day)), "Trigger: boss\nTrigger: rain\n");
  const Themes themes = Sample(journal).measures().themes;
  ASSERT_EQ(themes.triggers.size(), 2u);
  EXPECT_EQ(themes.triggers[1].name, "boss");
  EXPECT_EQ(themes.triggers[1].setbacks, 0u);
  EXPECT_TRUE(themes.triggers[1].Differs());
}

TEST(Measure, CountsTheDaysUntilNowAlone) {
  EXPECT_EQ(Sample(OnDay(20, ""), Sample::From("2026-11-19", "2026-11-30")).measures().themes.days, 2);
  EXPECT_EQ(Sample(OnDay(20, ""), Sample::Since("2026-11-19")).measures().themes.days, 2);
  EXPECT_EQ(Sample(OnDay(11, ""), Period()).measures().themes.days, 7) << "the week of the first entry";
}

// --- what comes together

TEST(Measure, FindsNamesThatComeTogetherMoreOftenThanByChance) {
  const std::string together = SampleSetbacks(6, "2026-11-16", "Trigger: phone\nFeeling: Blank\nFeeling: blank\n");
  const Measures measures = Sample(together + SampleSetbacks(6, "2026-11-17", "Domain: work\n")).measures();
  EXPECT_EQ(measures.pairs_tested, 3u);
  ASSERT_EQ(measures.together.size(), 1u) << "those that keep apart are not told";
  const Pair& pair = measures.together[0];
  EXPECT_EQ(pair.first, "phone");
  EXPECT_EQ(pair.first_kind, "trigger");
  EXPECT_EQ(pair.second, "Blank");
  EXPECT_EQ(pair.second_kind, "feeling");
  EXPECT_EQ(pair.both, 6u);
  EXPECT_EQ(pair.first_setbacks, 6u);
  EXPECT_EQ(pair.lift, 2);
  EXPECT_LE(pair.adjusted_p, 0.05);
}

TEST(Measure, LooksForPairsAmongTenSetbacksOrMoreAndFrequentNames) {
  const std::string both = "Trigger: phone\nFeeling: blank\n";
  EXPECT_EQ(Sample(SampleSetbacks(5, "2026-11-16", both) + SampleSetbacks(4, "2026-11-16")).measures().pairs_tested,
            0u);
  EXPECT_EQ(Sample(SampleSetbacks(5, "2026-11-16", both) + SampleSetbacks(5, "2026-11-16")).measures().pairs_tested,
            1u);
  EXPECT_EQ(Sample(SampleSetbacks(2, "2026-11-16", both) + SampleSetbacks(9, "2026-11-16")).measures().pairs_tested,
            0u);
}

// --- when

TEST(Measure, CountsWhenItBeganByTheClockThatHungThere) {
  const TimesOfDay times = Sample(
                               "Date: 2026-11-16T23:30:00-11:00\nSetback: a Monday night, Tuesday noon in London\n\n"
                               "Date: 2026-11-18T05:00:00+00:00\nSetback: morning\n\n"
                               "Date: 2026-11-18T12:00:00+00:00\nSetback: afternoon\n\n"
                               "Date: 2026-11-18T17:00:00+00:00\nSetback: evening\n\n"
                               "Date: 2026-11-15T04:59:59+00:00\nSetback: night\n\n"
                               "Date: 2026-11-15\nSetback: some time of a Sunday\n")
                               .measures()
                               .times;
  EXPECT_EQ(times.by_weekday, (std::array<size_t, 7>{1, 0, 3, 0, 0, 0, 2}));
  EXPECT_EQ(times.by_part, (std::array<size_t, 4>{2, 1, 1, 1}));
  EXPECT_EQ(times.by_hour[0][23], 1u);
  EXPECT_EQ(times.by_hour[2][5], 1u);
  EXPECT_EQ(times.by_hour[6][4], 1u);
  EXPECT_EQ(times.with_day, 6u);
  EXPECT_EQ(times.with_time, 5u);
  EXPECT_FALSE(times.weekdays) << "too few to ask";
  EXPECT_FALSE(times.parts);
}

TEST(Measure, AsksWhetherAWeekdayStandsOutWhereThereIsEnough) {
  std::string journal;
  for (int week = 0; week < 40; ++week)
    journal += SampleSetbacks(1, FormatDay(Sample::DayOf("2026-01-05") + std::chrono::days(7 * week)));
  const TimesOfDay times = Sample(journal, Sample::Since("2026-01-05")).measures().times;
  ASSERT_TRUE(times.weekdays);
  EXPECT_LT(times.weekdays->p, 0.001);
  EXPECT_EQ(times.weekdays->degrees_of_freedom, 6u);
  EXPECT_FALSE(times.parts) << "none has a time";
}

TEST(Measure, CountsSeveralOfADayOnceWhereItAsksForWeekdays) {
  const TimesOfDay times = Sample(SampleSetbacks(60, "2026-11-16")).measures().times;
  EXPECT_EQ(times.by_weekday[0], 60u);
  EXPECT_EQ(times.days, 1u);
  EXPECT_FALSE(times.weekdays);
}

TEST(Measure, CountsTheWeekdaysUntilNowWhetherOrNotAnythingBegan) {
  const Day first = Sample::DayOf("2026-09-01");
  std::string journal;
  std::array<double, 7> began{}, days{};
  for (int day = 0; day < 81; ++day) {  // until November 20
    const size_t weekday = IsoWeekOf(first + std::chrono::days(day)).weekday - 1;
    ++days[weekday];
    if (day >= 61) continue;
    ++began[weekday];
    journal += SampleSetbacks(1, FormatDay(first + std::chrono::days(day)));
  }
  double chi_square = 0;
  for (size_t weekday = 0; weekday < 7; ++weekday) {
    const double expected = 61 * days[weekday] / 81;
    chi_square += (began[weekday] - expected) * (began[weekday] - expected) / expected;
  }
  const TimesOfDay times = Sample(journal, Sample::Since("2026-09-01")).measures().times;
  ASSERT_TRUE(times.weekdays);
  EXPECT_NEAR(times.weekdays->chi_square, chi_square, 1e-9);
}

TEST(TimesOfDay, FindsTheBusiestPartForItsLength) {
  TimesOfDay times;
  times.days_by_part = {7, 7, 6, 5};
  EXPECT_EQ(times.BusiestPart(), 2u);
}

// --- whys

TEST(Measure, GathersChainsOfWhysByTheirLastLink) {
  const Measures measures = Sample(
                                "Id: A\nDate: 2026-11-15\nSetback: x\nWhy: I came late\nWhy: No pause\n\n"
                                "Date: 2026-11-16\nSetback: y\nWhy: I was hungry\nWhy:\nWhy:  no pause \n\n"
                                "Date: 2026-11-17\nAbout: A\nWhy: one link more\n\n"
                                "Date: 2026-11-17\nSetback: z\nWhy: I said yes\nWhy: NO PAUSE\n\n"
                                "Date: 2026-11-10\nSetback: before\nWhy: no pause\n")
                                .measures();
  ASSERT_EQ(measures.whys.size(), 2u);
  EXPECT_EQ(measures.whys[0].words, "NO PAUSE") << "as it was written last";
  EXPECT_EQ(measures.whys[0].chains, 2u);
  EXPECT_EQ(measures.whys[0].newest_chain, (std::vector<std::string>{"I said yes", "NO PAUSE"}));
  EXPECT_EQ(measures.whys[1].words, "one link more") << "a follow-up goes on with the chain";
  EXPECT_EQ(measures.whys[1].newest_chain.size(), 3u);
}

// --- what is left out

TEST(Measure, CountsWhatHasNoDateAndWhatIsStillToCome) {
  const Measures measures =
      Sample(
          "Setback: some time\n\nSetback: some other time\n\nDate: 2026-11-21\nSetback: tomorrow\n\n"
          "Date: 2026-11-20T21:00:01+00:00\nSetback: in a second\n\nDate: 2026-11-20\nSetback: today\n\n"
          "Helped: a note on no day\n")
          .measures();
  EXPECT_EQ(measures.undated_setbacks, 2u);
  EXPECT_EQ(measures.setbacks_in_future, 2u);
}

TEST(Measure, LeavesWhatIsStillToComeOutOfEveryNumber) {
  const std::string today =
      SampleSetbacks(1, "2026-11-20", "Trigger: phone\nIntensity: 5\nIntensityNow: 4\nWhy: because\n");
  const Measures measures =
      Sample(today + SampleSetbacks(20, "2026-11-25T10:00:00+00:00",
                                    "Trigger: rain\nFeeling: blank\nIntensity: 9\nIntensityNow: 1\nWhy: later\n"),
             Sample::Since("2026-11-14"))
          .measures();
  EXPECT_EQ(measures.recovery.setbacks, 1u);
  EXPECT_EQ(measures.rated, 1u);
  EXPECT_EQ(measures.intensity->pairs, 1u);
  EXPECT_EQ(measures.themes.triggers.size(), 1u);
  EXPECT_EQ(measures.pairs_tested, 0u);
  EXPECT_EQ(measures.times.with_day, 1u);
  EXPECT_EQ(measures.whys.size(), 1u);
}

TEST(Measure, SaysNothingOfAnEmptyJournal) {
  const Measures measures = Sample("", Period()).measures();
  EXPECT_EQ(measures.recovery.n, 0u);
  EXPECT_TRUE(measures.curve.empty());
  EXPECT_FALSE(measures.against_past);
  EXPECT_EQ(measures.themes.days, 0);
  EXPECT_EQ(measures.times.with_day, 0u);
}

}  // namespace
}  // namespace stumble
