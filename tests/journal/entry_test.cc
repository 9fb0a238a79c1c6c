#include "journal/entry.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/entry_fields.h"
#include "journal/journal_of.h"
#include "journal/new_entry.h"

namespace stumble {
namespace {

Entry EntryOf(std::string_view text) {
  return ReadEntry(RecordOf(text), [](const Error& error) { ADD_FAILURE() << error.Sentence(); });
}

std::string Reported(std::string_view text) {
  std::string reports;
  CheckValues(RecordOf(text), [&](const Error& error) { reports += error.Sentence() + "\n"; });
  return reports;
}

TEST(ReadEntry, ReadsFieldsIntoTypes) {
  Entry entry = EntryOf(
      "Id: 1\nDate: 2026-11-20\nSetback: x\nIntensity: 7\nBelief: 90\nRecovered: 2026-11-22\nPrivate: yes\n");
  EXPECT_EQ(entry.id, "1");
  EXPECT_EQ(FormatMoment(*entry.date), "2026-11-20");
  EXPECT_TRUE(entry.IsSetback());
  EXPECT_FALSE(entry.IsFollowUp());
  EXPECT_EQ(entry.intensity, 7);
  EXPECT_EQ(entry.belief, 90);
  ASSERT_TRUE(entry.recovery);
  EXPECT_TRUE(entry.recovery->recovered);
  EXPECT_EQ(FormatMoment(*entry.recovery->moment), "2026-11-22");
  EXPECT_TRUE(entry.is_private);
}

TEST(ReadEntry, IsASetbackOnlyWithoutAbout) {
  EXPECT_FALSE(EntryOf("Setback: x\nAbout: 1\n").IsSetback());
  EXPECT_TRUE(EntryOf("Setback: x\nAbout: 1\n").IsFollowUp());
  EXPECT_FALSE(EntryOf("Thought: x\n").IsSetback());
}

TEST(ReadEntry, TakesRecoveredYesAndNoAtTheEntrysOwnDate) {
  EXPECT_TRUE(EntryOf("Recovered: yes\n").recovery->recovered);
  EXPECT_FALSE(EntryOf("Recovered: yes\n").recovery->moment);
  EXPECT_FALSE(EntryOf("Recovered: no\n").recovery->recovered);
  EXPECT_FALSE(EntryOf("Setback: x\n").recovery);
}

TEST(ReadEntry, CountsAValueThatIsNoneAsAbsentAndReportsIt) {
  std::string reports;
  Entry entry = ReadEntry(RecordOf("\nDate: yesterday\nIntensity: 11\nBelief: -1\nRecovered: soon\n"),
                          [&](const Error& error) { reports += error.Sentence() + "\n"; });
  EXPECT_FALSE(entry.date);
  EXPECT_FALSE(entry.intensity);
  EXPECT_FALSE(entry.belief);
  EXPECT_FALSE(entry.recovery);
  EXPECT_EQ(reports,
            "j.rec:2: Date: expected a date such as 2026-11-20 or a time such as 2026-11-20T21:14:00-05:00\n"
            "j.rec:3: Intensity: expected a whole number from 0 to 10\n"
            "j.rec:4: Belief: expected a whole number from 0 to 100\n"
            "j.rec:5: Recovered: expected yes, no, a date or a time such as 2026-11-20T21:14:00-05:00\n");
}

TEST(ReadEntry, TakesAnUnclearPrivateForYes) {
  for (const char* value : {"yes", "Yes", "", "no ", "perhaps"}) {
    Entry entry = ReadEntry(RecordOf("Private: " + std::string(value) + "\n"), [](const Error&) {});
    EXPECT_TRUE(entry.is_private) << value;
  }
  EXPECT_FALSE(EntryOf("Private: no\n").is_private);
  EXPECT_TRUE(EntryOf("Private: no\nPrivate: yes\n").is_private);
}

TEST(ReadEntry, KnowsTheSameEntryReadTwice) {
  EXPECT_EQ(EntryOf("Id: 1\nA: x\n").content, EntryOf("Id: 1\r\nA: x\r\n").content);
  EXPECT_NE(EntryOf("Id: 1\nA: x\n").content, EntryOf("Id: 1\nA: y\n").content);
}

TEST(CheckValues, TakesTheBoundsOfRatings) {
  EXPECT_EQ(Reported("Intensity: 0\nBelief: 0\n\n"), "");
  EXPECT_EQ(Reported("Intensity: 10\nBelief: 100\n"), "");
  for (const char* wrong : {"", " 5", "5 ", "5.0", "+5", "-1", "11", "five", "99999999999999999999"})
    EXPECT_EQ(Reported("Intensity: " + std::string(wrong) + "\n"),
              "j.rec:1: Intensity: expected a whole number from 0 to 10\n")
        << wrong;
}

TEST(CheckValues, NamesTheLineOfTheFieldBehindValuesOfSeveralLines) {
  EXPECT_EQ(Reported("# c\nSetback: a\n+ b\nMine:x\nPrivate: perhaps\n"), "j.rec:5: Private: expected yes or no\n");
  EXPECT_EQ(Reported("Safety: maybe\n"), "j.rec:1: Safety: expected no, crisis or abuse\n");
}

TEST(CheckValues, NamesTheLineOfTheFieldBehindJoinedLines) {
  EXPECT_EQ(Reported("Setback: a \\\nb \\\nc\nPrivate: perhaps\n"), "j.rec:4: Private: expected yes or no\n");
}

TEST(EntryFields, KnowsWhichHoldAPersonsOwnWords) {
  for (const char* name : {"Setback", "Thought", "Trigger", "Domain", "Tag", "Answer", "Helped", "Kindness", "Reframe", "Mine"})
    EXPECT_TRUE(IsFreeText(name)) << name;
  for (const char* name : {"Id", "Date", "About", "Intensity", "Question", "Pattern", "Cue", "State", "RecoveryDays", "Safety"})
    EXPECT_FALSE(IsFreeText(name)) << name;
}

TEST(EntryFields, KnowsWhatIsDerived) {
  for (const char* name : {"State", "IntensityNow", "BeliefNow", "RecoveryDays"}) EXPECT_TRUE(IsDerived(name, "x")) << name;
  EXPECT_TRUE(IsDerived("Safety", "crisis"));
  EXPECT_FALSE(IsDerived("Safety", "no"));
  EXPECT_FALSE(IsDerived("Recovered", "yes"));
}

TEST(NewEntry, CleansValues) {
  EXPECT_EQ(CleanValue("  one\r\ntwo  \n\n"), "one\ntwo");
  EXPECT_EQ(CleanValue("one\n\n\ntwo"), "one\n\n\ntwo");
  EXPECT_EQ(CleanValue(" \n "), "");
}

TEST(NewEntry, ParsesAnAssignment) {
  Item item = ParseAssignment("Mine= a=b ");
  EXPECT_EQ(item.name + "|" + item.value, "Mine|a=b");
  EXPECT_EQ(ParseAssignment("Tag=").value, "");
  for (const char* wrong : {"Mine", "=x", "My field=x", "%rec=x", ""})
    EXPECT_EQ(Thrown([&] { ParseAssignment(wrong); }), "--set: expected FIELD=VALUE, such as Domain=work") << wrong;
  for (const char* given : {"Id=x", "Date=2026-11-20", "About=x"})
    EXPECT_EQ(Thrown([&] { ParseAssignment(given); }),
              "--set: expected a field other than Id, Date and About; --when and --about give the last two")
        << given;
  EXPECT_EQ(Thrown([&] { ParseAssignment("Intensity=my secret"); }), "Intensity: expected a whole number from 0 to 10");
}

TEST(NewEntry, OrdersFieldsByTheTableAndOthersBehind) {
  EXPECT_EQ(Shown(InTableOrder(RecordOf("Mine: 1\nKindness: k\nWhy: b\nWhy: a\nSetback: s\nYours: 2\nId: i\n"))),
            "Id=i|Setback=s|Why=b|Why=a|Kindness=k|Mine=1|Yours=2");
}

TEST(NewEntry, PutsIdAndDateInFront) {
  EXPECT_EQ(Shown(WithIdAndDate(RecordOf("Setback: s\n"), "7", "2026-11-20")), "Id=7|Date=2026-11-20|Setback=s");
  EXPECT_EQ(Shown(WithIdAndDate(RecordOf("Setback: s\nDate: 2026-11-01\nId: old\n"), "7", "2026-11-20")),
            "Id=7|Date=2026-11-01|Setback=s");
}

}  // namespace
}  // namespace stumble
