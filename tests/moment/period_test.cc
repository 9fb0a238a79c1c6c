#include "moment/period.h"

#include <gtest/gtest.h>

#include <string>

#include "error.h"
#include "moment/time_zone.h"

namespace stumble {
namespace {

const Moment kNow = ParseMoment("2026-11-20T12:00:00-05:00").value();

class PeriodTest : public testing::Test {
 protected:
  static std::optional<SpokenTime> Spoken(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return ParseSpokenTime(text, kNow);
  }

  static Period Between(std::string_view since, std::string_view until) {
    return PeriodOf(Spoken(since), Spoken(until));
  }

  static bool Holds(const Period& period, std::string_view moment) { return period.Contains(*ParseMoment(moment)); }

  // "2026-11-14 to 2026-11-20".
  static std::string Days(const std::optional<Period>& period) {
    if (!period) return "none";
    const auto text = [](std::optional<Day> day) { return day ? FormatDay(*day) : std::string("open"); };
    return text(period->first_day()) + " to " + text(period->last_day());
  }

  const TimeZone zone_{kNewYork};
};

TEST_F(PeriodTest, HoldsEverythingWhenBothEndsAreOpen) {
  EXPECT_TRUE(Holds(Period(), "0001-01-01"));
  EXPECT_TRUE(Holds(Between("", ""), "9999-12-31T23:59:59Z"));
  EXPECT_EQ(Days(Period()), "open to open");
}

TEST_F(PeriodTest, IncludesTheWholeDayThatUntilNames) {
  const Period period = Between("2026-11-18", "2026-11-19");
  EXPECT_FALSE(Holds(period, "2026-11-17T23:59:59-05:00"));
  EXPECT_TRUE(Holds(period, "2026-11-18T00:00:00-05:00"));
  EXPECT_TRUE(Holds(period, "2026-11-19T23:59:59-05:00"));
  EXPECT_TRUE(Holds(period, "2026-11-19"));
  EXPECT_FALSE(Holds(period, "2026-11-20"));
}

TEST_F(PeriodTest, ComparesDaysWithTheDayThatTheEntryItselfCarries) {
  const Period period = Between("2026-11-18", "2026-11-18");
  EXPECT_TRUE(Holds(period, "2026-11-18T01:00:00+14:00"));
  EXPECT_TRUE(Holds(period, "2026-11-18T23:00:00-11:00"));
  EXPECT_FALSE(Holds(period, "2026-11-19T01:00:00+14:00"));
}

TEST_F(PeriodTest, ComparesTimesAsInstantsAndWithBareDaysAsDays) {
  const Period period = Between("2026-11-18 09:00", "2026-11-19 21:00");
  EXPECT_FALSE(Holds(period, "2026-11-18T08:59:59-05:00"));
  EXPECT_TRUE(Holds(period, "2026-11-18T09:00:00-05:00"));
  EXPECT_TRUE(Holds(period, "2026-11-18T14:00:00Z"));
  EXPECT_FALSE(Holds(period, "2026-11-18T13:59:59Z"));
  EXPECT_TRUE(Holds(period, "2026-11-20T02:00:00Z"));
  EXPECT_FALSE(Holds(period, "2026-11-20T02:00:01Z"));
  EXPECT_TRUE(Holds(period, "2026-11-18"));
  EXPECT_TRUE(Holds(period, "2026-11-19"));
  EXPECT_FALSE(Holds(period, "2026-11-20"));
}

TEST_F(PeriodTest, ReachesToTheEndOfASpan) {
  EXPECT_EQ(Days(Between("2026-W46", "2026-W46")), "2026-11-09 to 2026-11-15");
  EXPECT_EQ(Days(Between("2026-02", "2026-03")), "2026-02-01 to 2026-03-31");
  EXPECT_TRUE(Holds(Between("", "2026-11"), "2026-11-30T23:59:59Z"));
}

TEST_F(PeriodTest, RefusesABeginningAfterTheEnd) {
  for (const auto& [since, until] : {std::pair("2026-11-19", "2026-11-18"), std::pair("today 21:00", "today 20:59"),
                                     std::pair("2026-12", "2026-11"), std::pair("today 21:00", "yesterday")}) {
    try {
      Between(since, until);
      ADD_FAILURE() << since << " until " << until;
    } catch (const Error& error) {
      EXPECT_EQ(error.Sentence(), "expected --since to be no later than --until");
      EXPECT_EQ(error.status(), ExitStatus::kUsage);
    }
  }
  EXPECT_NO_THROW(Between("today", "today"));
  EXPECT_NO_THROW(Between("today 21:00", "today 21:00"));
  EXPECT_NO_THROW(Between("today 21:00", "today"));
  EXPECT_NO_THROW(Between("2026-11-20", "2026-11"));
}

TEST_F(PeriodTest, LastPeriodsEndToday) {
  EXPECT_EQ(Days(LastPeriod("week", kNow.day)), "2026-11-14 to 2026-11-20");
  EXPECT_EQ(Days(LastPeriod("month", kNow.day)), "2026-10-22 to 2026-11-20");
  EXPECT_EQ(Days(LastPeriod("quarter", kNow.day)), "2026-08-22 to 2026-11-20");
  EXPECT_EQ(Days(LastPeriod("year", kNow.day)), "2025-11-21 to 2026-11-20");
}

TEST_F(PeriodTest, NamesTheLastPeriodsThereAre) {
  for (const char* name : {"", "Week", "weeks", "day", "decade"}) {
    try {
      LastPeriod(name, kNow.day);
      ADD_FAILURE() << name;
    } catch (const Error& error) {
      EXPECT_EQ(error.Sentence(), "expected week, month, quarter or year");
      EXPECT_EQ(error.status(), ExitStatus::kUsage);
    }
  }
}

TEST_F(PeriodTest, IsPrecededByOneAsLong) {
  EXPECT_EQ(Days(LastPeriod("week", kNow.day).Before()), "2026-11-07 to 2026-11-13");
  EXPECT_EQ(Days(Between("2026-11-20", "2026-11-20").Before()), "2026-11-19 to 2026-11-19");
  EXPECT_EQ(Days(Between("2026-11-18 09:00", "2026-11-19 21:00").Before()), "2026-11-16 to 2026-11-17");
  EXPECT_EQ(Days(Between("2026-11-18T00:00+14:00", "2026-11-17T22:00-05:00").Before()), "2026-11-17 to 2026-11-17");
}

TEST_F(PeriodTest, HasNothingBeforeItWithoutALength) {
  EXPECT_EQ(Days(Period().Before()), "none");
  EXPECT_EQ(Days(Between("", "today").Before()), "none");
  EXPECT_EQ(Days(Between("7d", "").Before()), "none");
  EXPECT_EQ(Days(Between("0001-01-02", "today").Before()), "none");
}

}  // namespace
}  // namespace stumble
