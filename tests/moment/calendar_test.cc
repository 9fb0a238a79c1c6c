#include "moment/calendar.h"

#include <gtest/gtest.h>

#include <string>

namespace stumble {
namespace {

using std::chrono::days;

Day DayOf(std::string_view text) { return ParseDay(text).value(); }

Moment MomentOf(std::string_view text) { return ParseMoment(text).value(); }

// Source: the examples of ISO 8601 and its common commentaries, for years that begin and end on every weekday.
TEST(Calendar, KnowsThePublishedIsoWeeks) {
  const struct {
    const char* day;
    IsoWeek week;
  } kCases[] = {
      {"1977-01-01", {1976, 53, 6}}, {"1977-12-31", {1977, 52, 6}}, {"1978-01-02", {1978, 1, 1}},
      {"1979-12-31", {1980, 1, 1}},  {"1981-12-31", {1981, 53, 4}}, {"1982-01-03", {1981, 53, 7}},
      {"2005-01-01", {2004, 53, 6}}, {"2005-01-02", {2004, 53, 7}}, {"2005-12-31", {2005, 52, 6}},
      {"2006-01-01", {2005, 52, 7}}, {"2006-01-02", {2006, 1, 1}},  {"2006-12-31", {2006, 52, 7}},
      {"2007-01-01", {2007, 1, 1}},  {"2007-12-30", {2007, 52, 7}}, {"2007-12-31", {2008, 1, 1}},
      {"2008-01-01", {2008, 1, 2}},  {"2008-12-28", {2008, 52, 7}}, {"2008-12-29", {2009, 1, 1}},
      {"2008-12-31", {2009, 1, 3}},  {"2009-12-31", {2009, 53, 4}}, {"2010-01-03", {2009, 53, 7}},
      {"2026-11-18", {2026, 47, 3}}, {"0001-01-01", {1, 1, 1}},     {"9999-12-31", {9999, 52, 5}},
  };
  for (const auto& c : kCases) EXPECT_EQ(IsoWeekOf(DayOf(c.day)), c.week) << c.day;
}

TEST(Calendar, FindsEveryDayOfTwoCenturiesByItsWeek) {
  IsoWeek before = IsoWeekOf(DayOf("1899-12-31"));
  for (Day day = DayOf("1900-01-01"); day < DayOf("2101-01-01"); day += days{1}) {
    const IsoWeek week = IsoWeekOf(day);
    const std::optional<Day> monday = MondayOfIsoWeek(week.year, week.week);
    ASSERT_TRUE(monday);
    ASSERT_EQ(*monday + days{week.weekday - 1}, day);
    ASSERT_EQ(week.weekday, before.weekday % 7 + 1);
    ASSERT_TRUE(week.week == before.week || week.weekday == 1);
    before = week;
  }
}

TEST(Calendar, KnowsWhichYearsHave53Weeks) {
  // Source: of 400 years, 71 have 53 weeks.
  int long_years = 0;
  for (int year = 2000; year < 2400; ++year) long_years += WeeksInIsoYear(year) == 53;
  EXPECT_EQ(long_years, 71);
  EXPECT_EQ(WeeksInIsoYear(2026), 53u);
  EXPECT_EQ(MondayOfIsoWeek(2025, 53), std::nullopt);
  EXPECT_EQ(MondayOfIsoWeek(2025, 0), std::nullopt);
  EXPECT_EQ(MondayOfIsoWeek(2026, 53), DayOf("2026-12-28"));
}

TEST(Calendar, SpeaksADateWithTheYearOnlyWhereItDiffers) {
  EXPECT_EQ(SpokenDate(DayOf("2026-05-03"), DayOf("2026-11-20")), "May 3");
  EXPECT_EQ(SpokenDate(DayOf("2025-05-03"), DayOf("2026-11-20")), "May 3, 2025");
  EXPECT_EQ(SpokenDate(DayOf("2027-01-01"), DayOf("2026-12-31")), "January 1, 2027");
}

TEST(Calendar, SpeaksOfTodayAndYesterday) {
  EXPECT_EQ(SpokenOn(DayOf("2026-11-20"), DayOf("2026-11-20")), "today");
  EXPECT_EQ(SpokenOn(DayOf("2026-10-31"), DayOf("2026-11-01")), "yesterday");
  EXPECT_EQ(SpokenOn(DayOf("2026-11-18"), DayOf("2026-11-20")), "on November 18");
  EXPECT_EQ(SpokenOn(DayOf("2026-11-21"), DayOf("2026-11-20")), "on November 21");
}

TEST(Calendar, NamesWeekdays) {
  EXPECT_EQ(WeekdayName(DayOf("2026-11-20")), "Friday");
  EXPECT_EQ(WeekdayName(DayOf("2000-01-01")), "Saturday");
  EXPECT_EQ(WeekdayName(DayOf("1900-01-01")), "Monday");
}

TEST(Calendar, ReadsNamesAndTheirAbbreviations) {
  for (const char* word : {"tuesday", "tue", "tues"}) EXPECT_EQ(ParseWeekday(word), std::chrono::Tuesday) << word;
  for (const char* word : {"thursday", "thu", "thur", "thurs"}) EXPECT_EQ(ParseWeekday(word), std::chrono::Thursday);
  for (const char* word : {"wednesday", "wed", "weds"}) EXPECT_EQ(ParseWeekday(word), std::chrono::Wednesday) << word;
  for (const char* word : {"", "t", "tu", "thu.", "thursda", "mondayy", "m", "yon"}) EXPECT_FALSE(ParseWeekday(word));
  for (const char* word : {"september", "sep", "sept"}) EXPECT_EQ(ParseMonth(word), std::chrono::September) << word;
  EXPECT_EQ(ParseMonth("may"), std::chrono::May);
  for (const char* word : {"", "ma", "ju", "septem", "mays", "monday"}) EXPECT_FALSE(ParseMonth(word)) << word;
}

TEST(Calendar, StepsMonthsAndStaysWithinTheirLengths) {
  EXPECT_EQ(MonthsBefore(DayOf("2026-03-31"), 1), DayOf("2026-02-28"));
  EXPECT_EQ(MonthsBefore(DayOf("2024-03-31"), 1), DayOf("2024-02-29"));
  EXPECT_EQ(MonthsBefore(DayOf("2024-02-29"), 12), DayOf("2023-02-28"));
  EXPECT_EQ(MonthsBefore(DayOf("2026-01-15"), 1), DayOf("2025-12-15"));
  EXPECT_EQ(MonthsBefore(DayOf("2026-01-15"), 13), DayOf("2024-12-15"));
  EXPECT_EQ(MonthsBefore(DayOf("2026-12-31"), -2), DayOf("2027-02-28"));
  EXPECT_EQ(MonthsBefore(DayOf("2026-01-15"), 0), DayOf("2026-01-15"));
  EXPECT_EQ(MonthsBefore(DayOf("0001-01-31"), 1), std::nullopt);
  EXPECT_EQ(MonthsBefore(DayOf("9999-12-31"), -1), std::nullopt);
  EXPECT_EQ(MonthsBefore(DayOf("2026-01-15"), INT64_MAX), std::nullopt);
  EXPECT_EQ(MonthsBefore(DayOf("2026-01-15"), INT64_MIN), std::nullopt);
}

TEST(Calendar, CountsCalendarDaysByTheWrittenDays) {
  EXPECT_EQ(CalendarDaysBetween(MomentOf("2026-11-20T23:59:00Z"), MomentOf("2026-11-21T00:01:00Z")), days{1});
  EXPECT_EQ(CalendarDaysBetween(MomentOf("2026-03-07"), MomentOf("2026-03-10T12:00:00Z")), days{3});
  EXPECT_EQ(CalendarDaysBetween(MomentOf("2026-03-10"), MomentOf("2026-03-07")), days{-3});
}

TEST(Calendar, MeasuresElapsedTimeWhereBothTimesAreKnown) {
  EXPECT_DOUBLE_EQ(ElapsedDays(MomentOf("2026-11-20T12:00:00Z"), MomentOf("2026-11-21T18:00:00Z")), 1.25);
  // The day on which clocks go forward has 23 hours.
  EXPECT_DOUBLE_EQ(ElapsedDays(MomentOf("2026-03-08T00:00:00-05:00"), MomentOf("2026-03-09T00:00:00-04:00")),
                   23.0 / 24.0);
  EXPECT_DOUBLE_EQ(ElapsedDays(MomentOf("2026-11-20T12:00:00Z"), MomentOf("2026-11-20T13:00:00+01:00")), 0.0);
  EXPECT_DOUBLE_EQ(ElapsedDays(MomentOf("2026-11-20T23:00:00Z"), MomentOf("2026-11-22")), 2.0);
  EXPECT_DOUBLE_EQ(ElapsedDays(MomentOf("2026-11-22"), MomentOf("2026-11-20")), -2.0);
}

}  // namespace
}  // namespace stumble
