#include "journal/entry_form.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "journal/entry_fields.h"
#include "journal/journal_of.h"

namespace stumble {
namespace {

const Moment kNow = *ParseMoment("2026-11-20T21:30:00-05:00");

// What a form says, then what was wrong with it.
std::string ReadForm(const std::string& text) {
  std::string shown, errors;
  for (const Record& record : ReadEntryForm(text, "d.rec", kNow, [&](const Error& e) { errors += e.Sentence() + "\n"; }))
    shown += Shown(record) + "\n";
  return shown + errors;
}

std::string Edited(const std::string& before, const std::string& text, const std::string& others = "") {
  std::string errors;
  std::optional<Record> edited = ReadEditedEntry(text, "d.rec", RecordOf(before), JournalFrom(before + "\n" + others), kNow,
                                                 [&](const Error& e) { errors += e.Sentence() + "\n"; });
  return errors.empty() ? edited ? RenderRecord(*edited) : "nothing" : errors;
}

TEST(EntryForm, SaysNothingUnlessFilledIn) { EXPECT_EQ(ReadForm(EntryForm({})), ""); }

TEST(EntryForm, ExplainsEachFieldThatAPersonFillsIn) {
  std::string form = EntryForm({});
  for (const EntryField& field : EntryFields()) {
    std::string_view name = field.name;
    bool by_tools = name == "Id" || name == "About" || name == "Pattern" || name == "Cue" || name == "Question" || name == "Prompt";
    EXPECT_EQ(form.find("\n" + std::string(name) + ": \n") != std::string::npos, !by_tools) << name;
  }
}

TEST(EntryForm, GivesBackWhatItWasFilledWith) {
  Record filled = RecordOf("Setback: Froze\n+ and left\nTrigger: a\nTrigger: b\nWeather: rain\n");
  EXPECT_EQ(ReadForm(EntryForm(filled)), "Setback=Froze/and left|Trigger=a|Trigger=b|Weather=rain\n");
}

TEST(EntryForm, AsksWhatHelpedFirstForAFollowUp) {
  std::string form = EntryForm(RecordOf("About: ABCD\n"));
  EXPECT_LT(form.find("\nHelped:"), form.find("\nSetback:"));
  EXPECT_EQ(ReadForm(form), "") << "an About alone says nothing";
}

TEST(EntryForm, UnderstandsSpokenTimes) {
  EXPECT_EQ(ReadForm("Setback: x\nDate: 2026-11-01 \nIntensity:  7 \n"), "Setback=x|Date=2026-11-01|Intensity=7\n");
  EXPECT_EQ(ReadForm("Setback: x\nRecovered: 2026-11-02\n"), "Setback=x|Recovered=2026-11-02\n");
  EXPECT_EQ(ReadForm("Setback: x\nDate: yesterday\n"), "Setback=x|Date=2026-11-19\n");
}

TEST(EntryForm, NamesWhatIsNotRightByItsLine) {
  auto errors_of = [](const std::string& text) {
    std::string said = ReadForm(text);
    return said.substr(said.find("d.rec"));
  };
  EXPECT_EQ(errors_of("# c\nSetback: x\nIntensity: 11\n"), "d.rec:3: Intensity: expected a whole number from 0 to 10\n");
  EXPECT_EQ(errors_of("Setback: x\nSetback: y\n"), "d.rec:2: Setback: expected only once in an entry\n");
  EXPECT_EQ(errors_of("Setback: x\nDate: 03/04/2026\n"), "d.rec:2: Date: ambiguous date: expected 2026-03-04 or 2026-04-03\n");
  EXPECT_EQ(errors_of("# c\nRecovered: yes\n"),
            "d.rec:2: Recovered: expected what happened in the same entry; 'log-setback --about REF -e' follows an earlier one up\n");
}

TEST(EntryForm, DoesNotKeepWhatToolsCompute) {
  EXPECT_EQ(ReadForm("Setback: x\nState: open\nSafety: crisis\n\nSafety: no\nTag: y\n"), "Setback=x\nSafety=no|Tag=y\n");
}

TEST(EditedEntry, KeepsCommentsOrderAndUnknownFields) {
  std::string before = "# mine\n#! mine too\nWeather:rain\nId: ABCD\nDate: 2026-11-01\n# in it\nSetback:  x \n";
  EXPECT_EQ(Edited(before, EntryToEdit(before)), before);
  EXPECT_EQ(Edited(before, EntryToEdit(before) + "# new\nTag: y\n"), before + "# new\nTag: y\n");
}

TEST(EditedEntry, LeavesOutWhatIsEmptyOrComputed) {
  EXPECT_EQ(Edited("Id: A\nTag: x\nTag: y\n", "Id: A\nTag:\nTag: y\nState: open\n"), "Id: A\nTag: y\n");
}

TEST(EditedEntry, IsNothingWhenAllIsDeleted) {
  EXPECT_EQ(Edited("Id: A\nTag: x\n", ""), "nothing");
  EXPECT_EQ(Edited("Id: A\nTag: x\n", "#! ours\n"), "nothing");
  EXPECT_EQ(Edited("Id: A\nTag: x\n", "# a comment\nId: A\n"), "nothing");
}

TEST(EditedEntry, KeepsItsId) {
  EXPECT_EQ(Edited("Id: A\nTag: x\n", "Tag: y\nId: B\n"), "d.rec:2: Id: expected it as it was: other entries may follow this one up\n");
  EXPECT_EQ(Edited("Tag: x\n", "Id: B\nTag: x\n"), "Id: B\nTag: x\n") << "it may get one";
  EXPECT_EQ(Edited("Tag: x\n", "Id: B\nTag: x\n", "Id: B\n"), "d.rec:1: Id: expected one that no other entry has\n");
}

TEST(EditedEntry, FollowsUpAnEntryThatIsThere) {
  std::string before = "Id: A\nTag: x\n";
  EXPECT_EQ(Edited(before, "Id: A\nAbout: B\nTag: x\n", "Id: B\n"), "Id: A\nAbout: B\nTag: x\n");
  for (const char* about : {"A", "C"})
    EXPECT_EQ(Edited(before, "Id: A\nAbout: " + std::string(about) + "\nTag: x\n", "Id: B\n"),
              "d.rec:2: About: expected the Id of another entry in the journal\n");
}

TEST(EditedEntry, LetsAWrongValueStayButTakesNoNewOne) {
  std::string before = "Id: A\nIntensity: a lot\nTag: x\n";
  EXPECT_EQ(Edited(before, "Id: A\nIntensity: a lot\nTag: y\n"), "Id: A\nIntensity: a lot\nTag: y\n");
  EXPECT_EQ(Edited(before, "Id: A\nIntensity: very\nTag: x\n"), "d.rec:2: Intensity: expected a whole number from 0 to 10\n");
}

TEST(EditedEntry, IsOneParagraph) {
  EXPECT_EQ(Edited("Id: A\nTag: x\n", "Id: A\n\nTag: x\n"), "d.rec:3: expected one entry, and no blank line within it\n");
  EXPECT_EQ(Edited("Id: A\nTag: x\n", "%rec: E\n"), "d.rec:1: expected one entry, and no blank line within it\n");
}

RC_GTEST_PROP(EditedEntry, IsTheSameWhenNothingWasChanged, ()) {
  Record entry;
  entry.Add("Id", "ABCD");
  auto line = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab #+:\\")));
  for (const std::string& text : *rc::gen::container<std::vector<std::string>>(line)) {
    std::string value(*rc::gen::arbitrary<bool>() ? "x" + text + "\nand " + text : "y" + text);
    entry.Add(*rc::gen::element<std::string>("Tag", "Own", "Why"), value);
    if (*rc::gen::arbitrary<bool>()) entry.Add("", "#" + text);
  }
  std::string before = RenderRecord(entry);
  RC_ASSERT(Edited(before, EntryToEdit(before)) == RenderRecord(RecordOf(before)));
}

}  // namespace
}  // namespace stumble
