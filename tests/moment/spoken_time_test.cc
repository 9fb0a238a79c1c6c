#include "moment/spoken_time.h"

#include <gtest/gtest.h>

#include <string>

#include "error.h"
#include "moment/time_zone.h"

namespace stumble {
namespace {

// A Friday.
constexpr std::string_view kNow = "2026-11-20T18:30:15-05:00";

constexpr std::string_view kUnknown =
    "expected a time such as 2026-11-20, yesterday 21:00, 3 days ago, monday or 2026-W47";

struct Case {
  std::string text;
  std::string expected;
};

class SpokenTimeTest : public testing::Test {
 protected:
  // "2026-11-20", or "2026-11-16 to 2026-11-22" for a span, or what was expected instead.
  static std::string Heard(std::string_view text, std::string_view now = kNow) {
    try {
      const SpokenTime time = ParseSpokenTime(text, ParseMoment(now).value());
      const std::string first = FormatMoment(time.first);
      return time.first.day == time.last ? first : first + " to " + FormatDay(time.last);
    } catch (const Error& error) {
      EXPECT_EQ(error.status(), ExitStatus::kUsage) << text;
      EXPECT_EQ(error.place().ToString(), "") << text;
      return error.what();
    }
  }

  static void ExpectHeard(std::initializer_list<Case> cases) {
    for (const Case& c : cases) EXPECT_EQ(Heard(c.text), c.expected) << c.text;
  }

  const TimeZone zone_{kNewYork};
};

TEST_F(SpokenTimeTest, KeepsRfc3339AsItWasWritten) {
  ExpectHeard({{"2026-11-20T21:14:00+01:00", "2026-11-20T21:14:00+01:00"},
               {"2026-11-20 21:14:00Z", "2026-11-20T21:14:00+00:00"},
               {"on 2026-11-20t21:14z", "2026-11-20T21:14:00+00:00"}});
}

TEST_F(SpokenTimeTest, TakesATimeWithoutAnOffsetAsLocal) {
  ExpectHeard({{"2026-11-20T21:14", "2026-11-20T21:14:00-05:00"},
               {"2026-07-20T21:14:09", "2026-07-20T21:14:09-04:00"},
               {"2026-07-20 21:14", "2026-07-20T21:14:00-04:00"},
               {"21:14 2026-07-20", "2026-07-20T21:14:00-04:00"}});
}

TEST_F(SpokenTimeTest, LeavesADayWithoutATime) {
  ExpectHeard({{"2026-11-19", "2026-11-19"},
               {"today", "2026-11-20"},
               {"Tomorrow", "2026-11-21"},
               {"YESTERDAY", "2026-11-19"},
               {" yesterday ", "2026-11-19"}});
}

TEST_F(SpokenTimeTest, HearsClockTimesInAnyOrder) {
  ExpectHeard({{"yesterday 21:00", "2026-11-19T21:00:00-05:00"},
               {"21:00 yesterday", "2026-11-19T21:00:00-05:00"},
               {"9am yesterday", "2026-11-19T09:00:00-05:00"},
               {"yesterday, at 9 AM", "2026-11-19T09:00:00-05:00"},
               {"yesterday 9 a.m.", "2026-11-19T09:00:00-05:00"},
               {"9:30 pm", "2026-11-20T21:30:00-05:00"},
               {"9:30pm", "2026-11-20T21:30:00-05:00"},
               {"9:30", "2026-11-20T09:30:00-05:00"},
               {"21:00:07", "2026-11-20T21:00:07-05:00"},
               {"00:00", "2026-11-20T00:00:00-05:00"},
               {"12am", "2026-11-20T00:00:00-05:00"},
               {"12:30 pm", "2026-11-20T12:30:00-05:00"},
               {"noon", "2026-11-20T12:00:00-05:00"},
               {"midnight", "2026-11-20T00:00:00-05:00"},
               {"monday at noon", "2026-11-16T12:00:00-05:00"},
               {"9am 3 days ago", "2026-11-17T09:00:00-05:00"}});
}

TEST_F(SpokenTimeTest, TakesABareTimeAsTodayEvenWhenItIsStillToCome) {
  ExpectHeard({{"now", std::string(kNow)}, {"23:00", "2026-11-20T23:00:00-05:00"}});
}

TEST_F(SpokenTimeTest, CountsDaysBackOnTheCalendar) {
  ExpectHeard({{"3 days ago", "2026-11-17"},
               {"a week ago", "2026-11-13"},
               {"two weeks ago", "2026-11-06"},
               {"twelve days ago", "2026-11-08"},
               {"a month ago", "2026-10-20"},
               {"3 months ago", "2026-08-20"},
               {"1 year ago", "2025-11-20"},
               {"7d", "2026-11-13"},
               {"30d", "2026-10-21"},
               {"2w", "2026-11-06"},
               {"1y", "2025-11-20"},
               {"7d ago", "2026-11-13"},
               {"0 days ago", "2026-11-20"},
               {"last week", "2026-11-13"},
               {"last month", "2026-10-20"},
               {"last year", "2025-11-20"}});
  EXPECT_EQ(Heard("last month", "2026-03-31"), "2026-02-28");
  EXPECT_EQ(Heard("last year", "2024-02-29"), "2023-02-28");
}

TEST_F(SpokenTimeTest, CountsHoursAndMinutesBackAsElapsedTime) {
  ExpectHeard({{"2 hours ago", "2026-11-20T16:30:15-05:00"},
               {"an hour ago", "2026-11-20T17:30:15-05:00"},
               {"30 minutes ago", "2026-11-20T18:00:15-05:00"},
               {"12h", "2026-11-20T06:30:15-05:00"},
               {"3min", "2026-11-20T18:27:15-05:00"},
               {"15 seconds ago", "2026-11-20T18:30:00-05:00"}});
  EXPECT_EQ(Heard("2 hours ago", "2026-11-20"), "expected a present time of day to count hours or minutes from");
  EXPECT_EQ(Heard("now", "2026-11-20"), "2026-11-20");
}

TEST_F(SpokenTimeTest, GivesTheOffsetThatHeldThenAcrossClockChanges) {
  EXPECT_EQ(Heard("yesterday 21:00", "2026-03-08T12:00:00-04:00"), "2026-03-07T21:00:00-05:00");
  EXPECT_EQ(Heard("yesterday 21:00", "2026-11-01T12:00:00-05:00"), "2026-10-31T21:00:00-04:00");
  EXPECT_EQ(Heard("3 days ago", "2026-03-10T00:30:00-04:00"), "2026-03-07");
  EXPECT_EQ(Heard("24h", "2026-03-09T00:30:00-04:00"), "2026-03-07T23:30:00-05:00");
  EXPECT_EQ(Heard("today 02:30", "2026-03-08T12:00:00-04:00"), "2026-03-08T03:30:00-04:00");
  EXPECT_EQ(Heard("1:30am", "2026-11-01T12:00:00-05:00"), "2026-11-01T01:30:00-04:00");
  EXPECT_EQ(Heard("1 hour ago", "2026-11-01T01:15:00-05:00"), "2026-11-01T01:15:00-04:00");
  const TimeZone berlin(kBerlin);
  EXPECT_EQ(Heard("yesterday 21:00", "2026-03-29T12:00:00+02:00"), "2026-03-28T21:00:00+01:00");
  EXPECT_EQ(Heard("yesterday 21:00", "2026-10-25T12:00:00+01:00"), "2026-10-24T21:00:00+02:00");
}

TEST_F(SpokenTimeTest, TakesAWeekdayAsTheMostRecentOne) {
  ExpectHeard({{"friday", "2026-11-20"},
               {"fri", "2026-11-20"},
               {"last friday", "2026-11-13"},
               {"monday", "2026-11-16"},
               {"last monday", "2026-11-16"},
               {"saturday", "2026-11-14"},
               {"last sat 9pm", "2026-11-14T21:00:00-05:00"},
               {"Thurs", "2026-11-19"},
               {"Friday, 13 November", "2026-11-13"},
               {"Fri Nov 20 21:00:00 2026", "2026-11-20T21:00:00-05:00"},
               {"monday 2026-11-20", "expected the weekday of that date, or no weekday"}});
}

TEST_F(SpokenTimeTest, HearsIsoWeeksAndMonthsAsSpans) {
  ExpectHeard({{"2026-W47", "2026-11-16 to 2026-11-22"},
               {"2026-w47-3", "2026-11-18"},
               {"2026-W53", "2026-12-28 to 2027-01-03"},
               {"2026-11", "2026-11-01 to 2026-11-30"},
               {"2024-02", "2024-02-01 to 2024-02-29"},
               {"9999-12", "9999-12-01 to 9999-12-31"},
               {"Nov 2026", "2026-11-01 to 2026-11-30"},
               {"2026-W47-3 9am", "2026-11-18T09:00:00-05:00"},
               {"2026-W47 9am", std::string(kUnknown)},
               {"2025-W53", "expected a week that is in the calendar, such as 2026-W47 or 2026-W47-3"},
               {"2026-W47-8", "expected a week that is in the calendar, such as 2026-W47 or 2026-W47-3"},
               {"2026-13", "expected a month that is in the calendar, such as 2026-11"}});
}

TEST_F(SpokenTimeTest, HearsDatesWithTheMonthByName) {
  ExpectHeard({{"20 Nov 2026", "2026-11-20"},
               {"Nov 20 2026", "2026-11-20"},
               {"November 20th, 2026", "2026-11-20"},
               {"the 3rd of May", "2026-05-03"},
               {"20 November", "2026-11-20"},
               {"21 november", "2025-11-21"},
               {"nov 20 9 pm", "2026-11-20T21:00:00-05:00"},
               {"feb 29", "2024-02-29"},
               {"29 Feb 2026", "expected a day that is in the calendar, such as 20 Nov 2026"},
               {"31 june", "expected a day that is in the calendar, such as 20 Nov 2026"},
               {"nov 0", "expected a day that is in the calendar, such as 20 Nov 2026"},
               {"nov 20 26", std::string(kUnknown)},
               {"november", std::string(kUnknown)},
               {"20 2026", std::string(kUnknown)}});
  EXPECT_EQ(Heard("feb 29", "1904-02-28"), "1896-02-29");
}

TEST_F(SpokenTimeTest, TakesPartsOfThisDayAsTheDayAlone) {
  const std::string misfit = "expected a time in that part of the day, such as this evening 20:30";
  const std::string night = "ambiguous night: expected a day and a time, such as yesterday 23:00 or today 01:00";
  ExpectHeard({{"this morning", "2026-11-20"},
               {"tonight", "2026-11-20"},
               {"yesterday evening", "2026-11-19"},
               {"tonight 9pm", "2026-11-20T21:00:00-05:00"},
               {"8:15 this morning", "2026-11-20T08:15:00-05:00"},
               {"tonight 1am", misfit},
               {"this morning 9pm", misfit},
               {"tonight midnight", misfit},
               {"last night", night},
               {"monday night", night},
               {"evening", std::string(kUnknown)},
               {"evening 21:00", std::string(kUnknown)},
               {"this monday", std::string(kUnknown)}});
}

TEST_F(SpokenTimeTest, RefusesDatesWithTwoReadingsAndNamesThem) {
  ExpectHeard({{"03/04/2026", "ambiguous date: expected 2026-03-04 or 2026-04-03"},
               {"3.4.2026", "ambiguous date: expected 2026-03-04 or 2026-04-03"},
               {"21:00 3/4/2026", "ambiguous date: expected 2026-03-04 or 2026-04-03"},
               {"03-04-26", "ambiguous date: expected 2003-04-26, 2026-03-04 or 2026-04-03"},
               {"3/4", "ambiguous date: expected 2026-03-04 or 2026-04-03"},
               {"20/11/2026", "unclear date: expected 2026-11-20"},
               {"2026/11/20", "unclear date: expected 2026-11-20"},
               {"2026-1-5", "unclear date: expected 2026-01-05"},
               {"4/4/2026", "unclear date: expected 2026-04-04"},
               {"31/31/2026", "expected a day that is in the calendar, such as 2026-11-20"},
               {"2026-02-30", "expected a day that is in the calendar, such as 2026-11-20"},
               {"0000-11-20", "expected a day that is in the calendar, such as 2026-11-20"}});
}

TEST_F(SpokenTimeTest, RefusesMThatMayBeMinutesOrMonths) {
  const std::string expected = "ambiguous unit: expected minutes, such as 3min, or months, such as 3 months ago";
  ExpectHeard({{"3m", expected}, {"3 m ago", expected}, {"3M ago", expected}});
}

TEST_F(SpokenTimeTest, RefusesTimesOutsideOfTheCalendar) {
  const std::string expected = "expected a time in the years 1 to 9999";
  for (const char* unit : {"minutes", "hours", "days", "weeks", "months", "years"}) {
    EXPECT_EQ(Heard("99999999999 " + std::string(unit) + " ago"), expected) << unit;
    EXPECT_EQ(Heard("99999999999999999999999999 " + std::string(unit) + " ago"), expected) << unit;
  }
  ExpectHeard({{"2026y", expected}, {"9999-W52", expected}, {"2025y", "0001-11-20"}});
  EXPECT_EQ(Heard("tomorrow", "9999-12-31"), expected);
  EXPECT_EQ(Heard("yesterday 21:00", "0001-01-01"), expected);
  EXPECT_EQ(Heard("48h", "0001-01-02T00:00:00Z"), expected);
  ExpectHeard({{"10000-01-01", std::string(kUnknown)}});
}

TEST_F(SpokenTimeTest, RefusesWhatItDoesNotUnderstandWithoutRepeatingIt) {
  for (const char* text : {"",
                           " ",
                           "at",
                           ",",
                           "soon",
                           "my father",
                           "9",
                           "at 9",
                           "yesterday 9",
                           "25:00",
                           "24:00",
                           "9:5",
                           "9:60",
                           "13pm",
                           "0am",
                           "21:00 pm",
                           "9:00:",
                           "9::00",
                           "yesterday today",
                           "21:00 22:00",
                           "now 21:00",
                           "2 hours ago 21:00",
                           "ago",
                           "3 days",
                           "days ago",
                           "-3 days ago",
                           "1.5 days ago",
                           "in 3 days",
                           "next week",
                           "last",
                           "last m",
                           "last 3 days",
                           "2026",
                           "20.11",
                           "2026-W4",
                           "2026-11-20T21:00+1",
                           "2026-11-20 21:00 22:00",
                           "2026-11-20 yesterday",
                           "1/2/3/4",
                           "//",
                           "1//2",
                           "+5h",
                           "thirteen days ago",
                           "\xC3\xBC"
                           "bermorgen",
                           "\x01"}) {
    EXPECT_EQ(Heard(text), kUnknown) << text;
  }
}

TEST_F(SpokenTimeTest, RefusesVeryLongText) {
  EXPECT_EQ(Heard("yesterday" + std::string(191, ' ')), "2026-11-19");
  EXPECT_EQ(Heard("yesterday" + std::string(192, ' ')), kUnknown);
  EXPECT_EQ(Heard(std::string(1 << 20, '9')), kUnknown);
}

TEST_F(SpokenTimeTest, HearsEveryDayOfTwoCenturiesAsItself) {
  for (Day day = ParseDay("1900-01-01").value(); FormatDay(day) < "2101"; day += std::chrono::days{1}) {
    ASSERT_EQ(Heard(FormatDay(day)), FormatDay(day));
  }
}

// Whatever comes in, a usage Error or a moment that can be written comes out.
TEST_F(SpokenTimeTest, SurvivesEveryPairAndTripleOfWords) {
  const char* kWords[] = {"now",   "yesterday", "3",    "days",  "ago",  "21:00", "9",  "pm",       "monday",
                          "last",  "week",      "nov",  "2026",  "20th", "99",    "12", "2026-W47", "2026-11",
                          "night", "this",      "noon", "00:60", "7d",   "0",     "a",  "morning",  "2026-11-20T9:00",
                          "3/4",   "0000",      "m",    "t",     "at"};
  for (const char* a : kWords) {
    for (const char* b : kWords) {
      for (const char* c : kWords) {
        const std::string text = std::string(a) + " " + b + " " + c;
        try {
          const Moment first = ParseWhen(text, *ParseMoment(kNow));
          ASSERT_EQ(ParseMoment(FormatMoment(first)), first) << text;
        } catch (const Error& error) {
          ASSERT_EQ(error.status(), ExitStatus::kUsage) << text;
        }
      }
    }
  }
}

TEST_F(SpokenTimeTest, GivesTheFirstDayOfASpanAsAPoint) {
  EXPECT_EQ(FormatMoment(ParseWhen("2026-W47", *ParseMoment(kNow))), "2026-11-16");
  EXPECT_EQ(FormatMoment(ParseWhen("9am yesterday", *ParseMoment(kNow))), "2026-11-19T09:00:00-05:00");
}

}  // namespace
}  // namespace stumble
