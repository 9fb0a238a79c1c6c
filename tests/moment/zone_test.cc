#include "moment/zone.h"

#include <gtest/gtest.h>

#include <string>

#include "moment/time_zone.h"

namespace stumble {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::seconds;

std::string LocalOf(std::string_view utc) { return FormatMoment(LocalMoment(*ParseMoment(utc)->ToInstant())); }

std::string AtLocal(std::string_view day, seconds time_of_day) {
  return FormatMoment(AtLocalTime(*ParseDay(day), time_of_day));
}

TEST(Zone, GivesTheOffsetThatHeldThen) {
  const TimeZone zone(kNewYork);
  EXPECT_EQ(LocalOf("2026-01-15T12:00:00Z"), "2026-01-15T07:00:00-05:00");
  EXPECT_EQ(LocalOf("2026-07-15T12:00:00Z"), "2026-07-15T08:00:00-04:00");
  EXPECT_EQ(LocalOf("2026-07-15T02:00:00Z"), "2026-07-14T22:00:00-04:00");
}

TEST(Zone, ChangesTheOffsetInTheVerySecond) {
  {
    const TimeZone zone(kNewYork);
    EXPECT_EQ(LocalOf("2026-03-08T06:59:59Z"), "2026-03-08T01:59:59-05:00");
    EXPECT_EQ(LocalOf("2026-03-08T07:00:00Z"), "2026-03-08T03:00:00-04:00");
    EXPECT_EQ(LocalOf("2026-11-01T05:59:59Z"), "2026-11-01T01:59:59-04:00");
    EXPECT_EQ(LocalOf("2026-11-01T06:00:00Z"), "2026-11-01T01:00:00-05:00");
  }
  const TimeZone zone(kBerlin);
  EXPECT_EQ(LocalOf("2026-03-29T00:59:59Z"), "2026-03-29T01:59:59+01:00");
  EXPECT_EQ(LocalOf("2026-03-29T01:00:00Z"), "2026-03-29T03:00:00+02:00");
  EXPECT_EQ(LocalOf("2026-10-25T00:59:59Z"), "2026-10-25T02:59:59+02:00");
  EXPECT_EQ(LocalOf("2026-10-25T01:00:00Z"), "2026-10-25T02:00:00+01:00");
}

TEST(Zone, MovesATimeThatClocksSkipForward) {
  {
    const TimeZone zone(kNewYork);
    EXPECT_EQ(AtLocal("2026-03-08", 1h + 59min), "2026-03-08T01:59:00-05:00");
    EXPECT_EQ(AtLocal("2026-03-08", 2h), "2026-03-08T03:00:00-04:00");
    EXPECT_EQ(AtLocal("2026-03-08", 2h + 30min), "2026-03-08T03:30:00-04:00");
    EXPECT_EQ(AtLocal("2026-03-08", 3h), "2026-03-08T03:00:00-04:00");
  }
  const TimeZone zone(kBerlin);
  EXPECT_EQ(AtLocal("2026-03-29", 2h + 30min), "2026-03-29T03:30:00+02:00");
}

TEST(Zone, TakesTheEarlierOfTwoEqualTimes) {
  {
    const TimeZone zone(kNewYork);
    EXPECT_EQ(AtLocal("2026-11-01", 59min), "2026-11-01T00:59:00-04:00");
    EXPECT_EQ(AtLocal("2026-11-01", 1h + 30min), "2026-11-01T01:30:00-04:00");
    EXPECT_EQ(AtLocal("2026-11-01", 2h), "2026-11-01T02:00:00-05:00");
  }
  const TimeZone zone(kBerlin);
  EXPECT_EQ(AtLocal("2026-10-25", 2h + 30min), "2026-10-25T02:30:00+02:00");
}

TEST(Zone, GoesOnAfter2038AndWorksLongBefore1970) {
  const TimeZone zone(kNewYork);
  EXPECT_EQ(LocalOf("2038-01-19T03:14:08Z"), "2038-01-18T22:14:08-05:00");
  EXPECT_EQ(LocalOf("2100-07-01T12:00:00Z"), "2100-07-01T08:00:00-04:00");
  EXPECT_EQ(AtLocal("9998-07-01", 8h), "9998-07-01T08:00:00-04:00");
  EXPECT_EQ(AtLocal("1901-01-01", 8h), "1901-01-01T08:00:00-05:00");
}

TEST(Zone, SeesAChangedTz) {
  {
    const TimeZone zone(kKolkata);
    EXPECT_EQ(LocalOf("2026-01-15T12:00:00Z"), "2026-01-15T17:30:00+05:30");
  }
  const TimeZone zone("UTC0");
  EXPECT_EQ(LocalOf("2026-01-15T12:00:00Z"), "2026-01-15T12:00:00+00:00");
}

TEST(Zone, RoundsOffsetsWithSecondsAndKeepsTheInstant) {
  const TimeZone zone("LMT4:56:02");
  const Instant instant = *ParseMoment("1880-01-01T12:00:00Z")->ToInstant();
  const Moment local = LocalMoment(instant);
  EXPECT_EQ(FormatMoment(local), "1880-01-01T07:04:00-04:56");
  EXPECT_EQ(local.ToInstant(), instant);
}

TEST(Zone, HoldsInstantsWithinTheYearsThatCanBeWritten) {
  for (const char* name : {"UTC0", "AAA-24", "BBB24", "no/such zone", ""}) {
    const TimeZone zone(name);
    for (Instant instant : {Instant::min(), Instant::max(), Instant{kFirstDay}, Instant{kLastDay + days{1}}}) {
      const Moment local = LocalMoment(instant);
      EXPECT_EQ(ParseMoment(FormatMoment(local)), local) << name;
    }
    EXPECT_TRUE(ParseMoment(FormatMoment(AtLocalTime(kFirstDay, 0s)))) << name;
    EXPECT_TRUE(ParseMoment(FormatMoment(AtLocalTime(kLastDay, 86399s)))) << name;
  }
}

TEST(Zone, FindsEveryLocalTimeAgain) {
  for (const char* name :
       {kNewYork, kBerlin, kKolkata, "UTC0", "NZST-12NZDT,M9.5.0,M4.1.0/3", "<-11>11", "<+14>-14"}) {
    const TimeZone zone(name);
    const Instant end = Day{std::chrono::year{2028} / 1 / 1};
    for (Instant instant = Day{std::chrono::year{2026} / 1 / 1}; instant < end; instant += 30min) {
      const Moment local = LocalMoment(instant);
      ASSERT_EQ(local.ToInstant(), instant);
      const Moment again = AtLocalTime(local.day, *local.time_of_day);
      ASSERT_EQ(again.day, local.day);
      ASSERT_EQ(again.time_of_day, local.time_of_day);
      ASSERT_LE(again.ToInstant(), instant);
      ASSERT_GE(*again.ToInstant(), instant - 1h);
    }
  }
}

}  // namespace
}  // namespace stumble
