#include "journal/selection.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/journal_of.h"

namespace stumble {
namespace {

Record Silence() {
  return RecordOf("Date: 2026-11-20T23:30:00-05:00\nSetback: The phone rang\nTrigger: Silence\nTrigger: her voice\nTag:\n");
}

bool Matches(const Selection& selection) { return selection.Matches(Silence()); }

TEST(Selection, WantsNothingUntilTold) {
  Selection selection;
  EXPECT_TRUE(selection.empty());
  EXPECT_TRUE(Matches(selection));
  EXPECT_TRUE(selection.Matches(Record()));
}

TEST(Selection, WantsOneOfTheNamesInAnyValueOfTheField) {
  Selection selection;
  selection.WantNames("Trigger", {"noise", "HER VOICE "});
  EXPECT_TRUE(Matches(selection));
  Selection other;
  other.WantNames("Trigger", {"voice"});
  EXPECT_FALSE(Matches(other));
}

TEST(Selection, WantsNoNamesWithoutAny) {
  Selection selection;
  selection.WantNames("Trigger", {});
  EXPECT_TRUE(selection.empty());
}

TEST(Selection, WantsAllConditions) {
  Selection selection;
  selection.WantNames("Trigger", {"silence"});
  selection.WantNames("Domain", {"work"});
  EXPECT_FALSE(Matches(selection));
}

TEST(Selection, WantsAValueThatAnExpressionMatches) {
  Selection selection;
  selection.WantMatch("Setback=ph[o]ne");
  EXPECT_TRUE(Matches(selection));
  Selection equals;
  equals.WantMatch("Setback=a=b");
  EXPECT_FALSE(Matches(equals));
  Selection empty;
  empty.WantMatch("Tag=^$");
  EXPECT_TRUE(Matches(empty));
  Selection missing;
  missing.WantMatch("Cause=^$");
  EXPECT_FALSE(Matches(missing));
}

TEST(Selection, SaysWhatItExpectedOfAMatch) {
  for (const char* wrong : {"phone", "=phone", "Set back=phone", ""})
    EXPECT_EQ(Thrown([&] { Selection().WantMatch(wrong); }), "--match: expected FIELD=REGEX, such as Setback=phone");
  EXPECT_EQ(Thrown([&] { Selection().WantMatch("Setback=("); }),
            "--match: expected a regular expression in RE2's syntax: missing )");
}

TEST(Selection, WantsADateInThePeriodByTheDayOfTheEntryItself) {
  Selection selection;
  selection.WantPeriod(Period(*ParseDay("2026-11-20"), *ParseDay("2026-11-20")));
  EXPECT_FALSE(selection.empty());
  EXPECT_TRUE(Matches(selection));
  EXPECT_TRUE(selection.Matches(RecordOf("Date: 2026-11-20\n")));
  EXPECT_FALSE(selection.Matches(RecordOf("Date: 2026-11-21\n")));
  EXPECT_FALSE(selection.Matches(RecordOf("Setback: no date\n")));
  EXPECT_FALSE(selection.Matches(RecordOf("Date: soon\n")));
}

}  // namespace
}  // namespace stumble
