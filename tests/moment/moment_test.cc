#include "moment/moment.h"

#include <gtest/gtest.h>

#include <string>

namespace stumble {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

std::string Rewritten(std::string_view text) {
  const std::optional<Moment> moment = ParseMoment(text);
  return moment ? FormatMoment(*moment) : "refused";
}

TEST(Moment, ReadsRfc3339AndDaysAndWritesOneForm) {
  const struct {
    const char* text;
    const char* expected;
  } kCases[] = {
      {"2026-11-20", "2026-11-20"},
      {"2026-11-20T21:14:00-05:00", "2026-11-20T21:14:00-05:00"},
      {"2026-11-20t21:14:00z", "2026-11-20T21:14:00+00:00"},
      {"2026-11-20 21:14:00Z", "2026-11-20T21:14:00+00:00"},
      {"2026-11-20T21:14:00-00:00", "2026-11-20T21:14:00+00:00"},
      {"2026-11-20T21:14:00.999999999999Z", "2026-11-20T21:14:00+00:00"},
      {"2026-11-20T21:00+01:00", "2026-11-20T21:00:00+01:00"},
      {"1937-01-01T12:00:27.87+00:20", "1937-01-01T12:00:27+00:20"},
      {"1990-12-31T23:59:60Z", "1990-12-31T23:59:59+00:00"},
      {"1990-12-31T15:59:60-08:00", "1990-12-31T15:59:59-08:00"},
      {"0001-01-01T00:00:00+23:59", "0001-01-01T00:00:00+23:59"},
      {"9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59-23:59"},
      {"2024-02-29", "2024-02-29"},
      {"2000-02-29", "2000-02-29"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Rewritten(c.text), c.expected) << c.text;
}

TEST(Moment, RefusesWhatIsNoMoment) {
  for (const char* text : {"",
                           " ",
                           "x",
                           "2026",
                           "2026-11",
                           "2026-11-2",
                           "2026-1-20",
                           "26-11-20",
                           "2026/11/20",
                           "20261120",
                           "0000-01-01",
                           "10000-01-01",
                           "2026-00-10",
                           "2026-13-10",
                           "2026-11-00",
                           "2026-11-31",
                           "2026-02-29",
                           "1900-02-29",
                           "2026-11-20T",
                           "2026-11-20T21",
                           "2026-11-20T21:14",
                           "2026-11-20T21:14:00",
                           "2026-11-20T24:00:00Z",
                           "2026-11-20T21:60:00Z",
                           "2026-11-20T21:14:61Z",
                           "2026-11-20T21:14:00.Z",
                           "2026-11-20T21:14:00,5Z",
                           "2026-11-20T21:14.5Z",
                           "2026-11-20T21:14:00+1:00",
                           "2026-11-20T21:14:00+0100",
                           "2026-11-20T21:14:00+24:00",
                           "2026-11-20T21:14:00+01:60",
                           "2026-11-20T21:14:00+01",
                           "2026-11-20T21:14:00Zx",
                           "2026-11-20T21:14:00Z ",
                           " 2026-11-20",
                           "2026-11-20 ",
                           "2026-11-20  21:14:00Z",
                           "-026-11-20",
                           "+026-11-20",
                           "2026-11-20T-1:14:00Z",
                           "2026-11-20T21:14:00 Z",
                           "2026-11-20x21:14:00Z",
                           "2026\xE2\x80\x93"
                           "11-20"}) {
    EXPECT_EQ(ParseMoment(text), std::nullopt) << text;
  }
  EXPECT_EQ(ParseMoment(std::string_view("2026-11-20\0", 11)), std::nullopt);
}

TEST(Moment, RefusesEveryCutOfAGoodOneExceptTheDay) {
  const std::string good = "2026-11-20T21:14:07.25+01:30";
  for (size_t length = 0; length < good.size(); ++length) {
    EXPECT_EQ(ParseMoment(good.substr(0, length)).has_value(), length == 10) << length;
  }
}

TEST(Moment, SurvivesAnyByteAnywhere) {
  const std::string good = "2026-11-20T21:14:07.25+01:30";
  for (size_t at = 0; at < good.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string damaged = good;
      damaged[at] = static_cast<char>(byte);
      const std::optional<Moment> moment = ParseMoment(damaged);
      EXPECT_TRUE(!moment || ParseMoment(FormatMoment(*moment)) == moment) << damaged;
    }
  }
}

TEST(Moment, KnowsItsInstantOnlyWithATime) {
  EXPECT_EQ(ParseMoment("1970-01-01T00:00:00Z")->ToInstant(), Instant{0s});
  EXPECT_EQ(ParseMoment("2026-11-20T21:14:00-05:00")->ToInstant(), ParseMoment("2026-11-21T02:14:00Z")->ToInstant());
  EXPECT_EQ(ParseMoment("2026-11-20")->ToInstant(), std::nullopt);
  EXPECT_FALSE(ParseMoment("2026-11-20")->HasTime());
}

TEST(Moment, IsEqualOnlyWhenWrittenAlike) {
  EXPECT_EQ(ParseMoment("2026-11-20T21:14:00Z"), ParseMoment("2026-11-20 21:14+00:00"));
  EXPECT_NE(ParseMoment("2026-11-20T21:14:00Z"), ParseMoment("2026-11-20T22:14:00+01:00"));
  EXPECT_NE(ParseMoment("2026-11-20"), ParseMoment("2026-11-20T00:00:00Z"));
}

TEST(Moment, WritesWhatItReadsForEveryDayOfTwoCenturies) {
  for (Day day = std::chrono::year{1900} / 1 / 1; day < std::chrono::year{2101} / 1 / 1; day += days{1}) {
    const auto number = day.time_since_epoch().count();
    const std::chrono::seconds time{((number * 7919) % 86400 + 86400) % 86400};
    const Moment timed{day, time, std::chrono::minutes{(number * 31) % 1440}};
    ASSERT_EQ(ParseDay(FormatDay(day)), day);
    ASSERT_EQ(ParseMoment(FormatMoment(Moment{day})), Moment{day});
    ASSERT_EQ(ParseMoment(FormatMoment(timed)), timed) << FormatMoment(timed);
  }
}

TEST(Moment, ReachesFromTheFirstDayToTheLast) {
  EXPECT_EQ(FormatDay(kFirstDay), "0001-01-01");
  EXPECT_EQ(FormatDay(kLastDay), "9999-12-31");
  EXPECT_EQ(ParseDay("0001-01-01"), kFirstDay);
  EXPECT_EQ(ParseDay("9999-12-31"), kLastDay);
}

}  // namespace
}  // namespace stumble
