#include "insight/episodes.h"

#include <gtest/gtest.h>

#include <string>

#include "record/byte_source.h"
#include "journal/journal.h"
#include "record/record_reader.h"

namespace stumble {
namespace {

// "3 ended, 2.5 open; setbacks 1; undated 0", as of noon on November 20, 2026.
std::string ObservedIn(std::string_view text) {
  TextSource source(text);
  RecordReader reader(source, "test", [](const Error& error) { ADD_FAILURE() << error.Sentence(); });
  Journal journal;
  while (const Record* record = reader.Next()) journal.Add(*record, [](const Error&) {});
  Observed observed;
  for (const Setback& setback : Fold(journal.entries()).setbacks)
    Observe(setback, *ParseMoment("2026-11-20T12:00:00+00:00"), observed);
  std::string result;
  for (const Observation& each : observed.observations) {
    char item[64];
    std::snprintf(item, sizeof item, "%g %s, ", each.days, each.ended ? "ended" : "open");
    result += item;
  }
  return result + std::to_string(observed.setbacks) + " setbacks, " + std::to_string(observed.undated) + " undated";
}

TEST(Observe, TakesElapsedDaysUntilItEased) {
  EXPECT_EQ(ObservedIn("Date: 2026-11-17T12:00:00+00:00\nSetback: x\nRecovered: 2026-11-19T00:00:00+00:00\n"),
            "1.5 ended, 1 setbacks, 0 undated");
}

TEST(Observe, TakesCalendarDaysWhereATimeIsNotKnown) {
  EXPECT_EQ(ObservedIn("Date: 2026-11-17\nSetback: x\nRecovered: 2026-11-19T23:00:00+00:00\n"),
            "2 ended, 1 setbacks, 0 undated");
}

TEST(Observe, CensorsWhatIsOpen) {
  EXPECT_EQ(ObservedIn("Date: 2026-11-18T12:00:00+00:00\nSetback: x\n"), "2 open, 1 setbacks, 0 undated");
}

TEST(Observe, TakesEachComingBackForAnEpisodeOfItsOwn) {
  EXPECT_EQ(ObservedIn("Id: A\nDate: 2026-11-10\nSetback: x\n\n"
                       "Date: 2026-11-13\nAbout: A\nRecovered: yes\n\n"
                       "Date: 2026-11-16\nAbout: A\nRecovered: no\n"),
            "3 ended, 4 open, 1 setbacks, 0 undated");
}

TEST(Observe, CensorsWhatEasesOnlyLater) {
  EXPECT_EQ(ObservedIn("Date: 2026-11-18\nSetback: x\nRecovered: 2026-11-25\n"), "2 open, 1 setbacks, 0 undated");
}

TEST(Observe, LeavesOutWhatBeginsLater) {
  EXPECT_EQ(ObservedIn("Date: 2026-11-21\nSetback: x\n"), "0 setbacks, 0 undated");
}

TEST(Observe, LeavesOutAndCountsWhatCannotBeTimed) {
  EXPECT_EQ(ObservedIn("Setback: no date at all\n\n"
                       "Id: A\nDate: 2026-11-10\nSetback: nobody knows when it eased\n\n"
                       "About: A\nRecovered: yes\n\n"
                       "Date: 2026-11-10\nSetback: eased before it began\nRecovered: 2026-11-01\n"),
            "0 setbacks, 3 undated");
}

}  // namespace
}  // namespace stumble
