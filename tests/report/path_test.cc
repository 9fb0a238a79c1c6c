#include "report/path.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "report/report_of.h"

namespace stumble {
namespace {

// The rows, a line each: "11-16 words: 11-16..11-18, again 11-19..".
std::string Rows(const Path& path) {
  auto spoken = [](Day day) { return FormatDay(day).substr(5); };
  std::string text;
  for (const PathRow& row : path.rows) {
    text += (row.date ? spoken(*row.date) : "?") + " " + row.words + ":";
    for (const PathEpisode& episode : row.episodes)
      text += std::string(&episode == &row.episodes.front() ? "" : ",") + (episode.came_back ? " again " : " ") +
              spoken(episode.begins) + ".." + (episode.eased ? spoken(*episode.eased) : "");
    text += "\n";
  }
  return text;
}

// The stretches, a line each: "11-16..11-16 happened 1 eased 0 came back 0, with you 1".
std::string Stretches(const std::vector<Stretch>& stretches) {
  std::string text;
  for (const Stretch& each : stretches)
    text += FormatDay(each.first).substr(5) + ".." + FormatDay(each.last).substr(5) + " happened " +
            std::to_string(each.happened) + " eased " + std::to_string(each.eased) + " came back " +
            std::to_string(each.came_back) + ", with you " + std::to_string(each.with_you) + "\n";
  return text;
}

TEST(FindPath, ShowsWhatWasThereWhenItEasedAndWhenItCameBack) {
  const Path path = Sample(
                        "Id: A\nDate: 2026-11-15\nSetback: came back\n\n"
                        "Date: 2026-11-16\nAbout: A\nRecovered: yes\n\n"
                        "Date: 2026-11-18\nAbout: A\nRecovered: no\n\n"
                        "Date: 2026-11-17\nSetback: open\n\n"
                        "Date: 2026-11-14\nSetback: eased\nRecovered: 2026-11-17\n\n"
                        "Setback: on no day\n")
                        .path();
  EXPECT_EQ(Rows(path),
            "11-14 eased: 11-14..11-17\n"
            "11-15 came back: 11-15..11-16, again 11-18..\n"
            "11-17 open: 11-17..\n");
  EXPECT_EQ(path.kind, StretchKind::kDay);
  EXPECT_EQ(Stretches(path.stretches),
            "11-14..11-14 happened 1 eased 0 came back 0, with you 1\n"
            "11-15..11-15 happened 1 eased 0 came back 0, with you 2\n"
            "11-16..11-16 happened 0 eased 1 came back 0, with you 1\n"
            "11-17..11-17 happened 1 eased 1 came back 0, with you 1\n"
            "11-18..11-18 happened 0 eased 0 came back 1, with you 2\n"
            "11-19..11-19 happened 0 eased 0 came back 0, with you 2\n"
            "11-20..11-20 happened 0 eased 0 came back 0, with you 2\n");
}

TEST(FindPath, HasWhatReachesIntoThePeriodAndNothingElse) {
  const Path path = Sample(
                        "Date: 2026-10-01\nSetback: eased on the first day\nRecovered: 2026-11-10\n\n"
                        "Date: 2026-10-02\nSetback: eased the day before\nRecovered: 2026-11-09\n\n"
                        "Date: 2026-10-03\nSetback: open from before\n\n"
                        "Date: 2026-11-12\nSetback: on the last day\n\n"
                        "Date: 2026-11-11\nSetback: eased later\nRecovered: 2026-11-13\n\n"
                        "Date: 2026-11-13\nSetback: after it\n\n"
                        "Id: A\nDate: 2026-10-04\nSetback: there before, and after\nRecovered: 2026-10-05\n\n"
                        "Date: 2026-11-14\nAbout: A\nRecovered: no\n",
                        Sample::From("2026-11-10", "2026-11-12"))
                        .path();
  EXPECT_EQ(Rows(path),
            "10-01 eased on the first day: 10-01..11-10\n"
            "10-03 open from before: 10-03..\n"
            "11-11 eased later: 11-11..\n"
            "11-12 on the last day: 11-12..\n");
  EXPECT_EQ(Stretches(path.stretches),
            "11-10..11-10 happened 0 eased 1 came back 0, with you 1\n"
            "11-11..11-11 happened 1 eased 0 came back 0, with you 2\n"
            "11-12..11-12 happened 1 eased 0 came back 0, with you 3\n");
}

TEST(FindPath, EndsNow) {
  const Path path =
      Sample("Date: 2026-11-19\nSetback: x\nRecovered: 2026-11-25\n\nDate: 2026-11-21\nSetback: tomorrow\n",
             Sample::From("2026-11-19", "2026-11-30"))
          .path();
  EXPECT_EQ(FormatDay(*path.last), "2026-11-20");
  EXPECT_EQ(Rows(path), "11-19 x: 11-19..\n");
  EXPECT_EQ(path.stretches.size(), 2u);
}

TEST(FindPath, BeginsWithTheFirstSetbackWhereThePeriodIsOpen) {
  const Path path = Sample("Date: 2026-11-18\nSetback: x\n\nDate: 2026-11-02\nHelped: a note\n", Period()).path();
  EXPECT_EQ(FormatDay(*path.first), "2026-11-18");
  EXPECT_EQ(path.stretches.size(), 3u);
}

TEST(FindPath, IsEmptyWhereNothingHasADate) {
  const Path path = Sample("Setback: some time\n", Period()).path();
  EXPECT_FALSE(path.first);
  EXPECT_TRUE(path.rows.empty());
  EXPECT_TRUE(path.stretches.empty());
}

TEST(FindPath, TakesTheDayItEasedLastForWhereItCameBackOnAnUnknownOne) {
  EXPECT_EQ(Rows(Sample("Date: 2026-11-15\nSetback: x\nState: open again\n").path()),
            "11-15 x: 11-15..11-15, again 11-15..\n");
}

TEST(FindPath, KeepsTheNewestRowsAndCountsTheOthers) {
  std::string journal;
  for (size_t at = 0; at < Path::kMostRows + 5; ++at)
    journal +=
        "Date: 2026-11-" + std::string(at < 6 ? "15" : "16") + "\nSetback: moment " + std::to_string(at) + "\n\n";
  const Path path = Sample(journal).path();
  ASSERT_EQ(path.rows.size(), Path::kMostRows);
  EXPECT_EQ(path.rows_left_out, 5u);
  EXPECT_EQ(path.rows.front().words, "moment 5");
  EXPECT_EQ(path.rows.back().words, "moment 28");
  EXPECT_EQ(path.stretches.back().with_you, Path::kMostRows + 5) << "the stretches have all";
}

TEST(KindFor, GivesAtMostAboutSixtyStretches) {
  const Day first = Sample::DayOf("2024-02-29");
  auto kind_of = [&](int days) { return KindFor(first, first + std::chrono::days(days - 1)); };
  EXPECT_EQ(kind_of(1), StretchKind::kDay);
  EXPECT_EQ(kind_of(45), StretchKind::kDay);
  EXPECT_EQ(kind_of(46), StretchKind::kWeek);
  EXPECT_EQ(kind_of(365), StretchKind::kWeek);
  EXPECT_EQ(kind_of(401), StretchKind::kMonth);
  EXPECT_EQ(kind_of(365 * 6 + 1), StretchKind::kYear);
}

TEST(StretchesOf, KeepToTheCalendar) {
  const Sample sample("");
  auto ends = [&](StretchKind kind, std::string_view first, std::string_view last) {
    std::string text;
    for (const Stretch& each : StretchesOf(sample.material(), {}, kind, Sample::DayOf(first), Sample::DayOf(last)))
      text += FormatDay(each.first).substr(2) + ".." + FormatDay(each.last).substr(2) + " ";
    return text;
  };
  EXPECT_EQ(ends(StretchKind::kWeek, "2026-11-11", "2026-11-24"),
            "26-11-11..26-11-15 26-11-16..26-11-22 26-11-23..26-11-24 ");
  EXPECT_EQ(ends(StretchKind::kMonth, "2028-01-31", "2028-03-01"),
            "28-01-31..28-01-31 28-02-01..28-02-29 28-03-01..28-03-01 ");
  EXPECT_EQ(ends(StretchKind::kYear, "2026-12-31", "2027-06-01"), "26-12-31..26-12-31 27-01-01..27-06-01 ");
}

RC_GTEST_PROP(FindPath, CountsWhatItsRowsShow, ()) {
  const Day start = Sample::DayOf("2026-10-20");
  auto any_day = [&] { return FormatDay(start + std::chrono::days(*rc::gen::inRange(0, 31))); };
  std::string journal;
  const int count = *rc::gen::inRange(0, 20);
  for (int at = 0; at < count; ++at) {
    const std::string id = "S" + std::to_string(at);
    journal += "Id: " + id + "\nDate: " + any_day() + "\nSetback: x\n\n";
    const int turns = *rc::gen::inRange(0, 4);
    for (int turn = 0; turn < turns; ++turn)
      journal += "Date: " + any_day() + "\nAbout: " + id + "\nRecovered: " + (turn % 2 == 0 ? "yes" : "no") + "\n\n";
  }
  const int first = *rc::gen::inRange(0, 31), last = *rc::gen::inRange(first, 31);
  const Path path = Sample(journal, Period(start + std::chrono::days(first), start + std::chrono::days(last))).path();
  RC_ASSERT(path.stretches.size() == static_cast<size_t>(last - first) + 1);
  for (const Stretch& stretch : path.stretches) {
    size_t with_you = 0, happened = 0, eased = 0, came_back = 0;
    for (const PathRow& row : path.rows) {
      for (const PathEpisode& episode : row.episodes) {
        with_you += episode.begins <= stretch.last && (!episode.eased || *episode.eased > stretch.last) ? 1 : 0;
        happened += !episode.came_back && episode.begins == stretch.first ? 1 : 0;
        came_back += episode.came_back && episode.begins == stretch.first ? 1 : 0;
        eased += episode.eased == stretch.first ? 1 : 0;
      }
    }
    RC_ASSERT(stretch.with_you == with_you);
    RC_ASSERT(stretch.happened == happened);
    RC_ASSERT(stretch.came_back == came_back);
    RC_ASSERT(stretch.eased == eased);
  }
}

}  // namespace
}  // namespace stumble
