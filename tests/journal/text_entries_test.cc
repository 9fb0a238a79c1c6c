#include "journal/text_entries.h"

#include <gtest/gtest.h>

#include <string>

#include "record/record_text.h"

namespace stumble {
namespace {

std::string Entries(std::string_view text, TextUnit unit, size_t step = 1 << 20) {
  SteppedSource source(text, step);
  std::string shown;
  ReadTextEntries(
      source, unit, "F", [&](const Record& record) { shown += Shown(record) + "\n"; },
      [&](const Error& error) { shown += error.Sentence() + "\n"; });
  return shown;
}

TEST(ReadTextEntries, MakesEachLineAnEntry) {
  EXPECT_EQ(Entries("one\n\n  two \r\nthree", TextUnit::kLine), "F=one\nF=two\nF=three\n");
}

TEST(ReadTextEntries, MakesEachParagraphAnEntry) {
  EXPECT_EQ(Entries("one\ntwo\n \t\n\n  three\r\nfour\r\n\r\nfive", TextUnit::kParagraph), "F=one/two\nF=three/four\nF=five\n");
}

TEST(ReadTextEntries, KeepsLinesThatLookLikeCommentsOrFields) {
  EXPECT_EQ(Entries("#1 in failing\n+ and more: yes\n", TextUnit::kParagraph), "F=#1 in failing/+ and more: yes\n");
}

TEST(ReadTextEntries, SkipsAByteOrderMark) {
  EXPECT_EQ(Entries("\xEF\xBB\xBFone\n", TextUnit::kLine), "F=one\n");
  EXPECT_EQ(Entries("\xEF\xBB\xBF\n\none\n", TextUnit::kParagraph), "F=one\n");
}

TEST(ReadTextEntries, GivesNothingForNothing) {
  EXPECT_EQ(Entries("", TextUnit::kLine), "");
  EXPECT_EQ(Entries("\n \n\t", TextUnit::kParagraph), "");
}

TEST(ReadTextEntries, GivesTheSameHoweverTheBytesCome) {
  const char* text = "one\r\ntwo\n \nthree \\\n\nfour";
  for (size_t step = 1; step < 8; ++step) {
    EXPECT_EQ(Entries(text, TextUnit::kLine, step), "F=one\nF=two\nF=three \\\nF=four\n");
    EXPECT_EQ(Entries(text, TextUnit::kParagraph, step), "F=one/two\nF=three \\\nF=four\n");
  }
}

TEST(ReadTextEntries, PassesOverALineThatIsTooLargeAndNamesIt) {
  std::string text = "one\n" + std::string(kMaxRecordBytes + 1, 'x') + "\nthree\n";
  EXPECT_EQ(Entries(text, TextUnit::kLine),
            "F=one\nstandard input:2: expected at most 16 MiB of text in one piece; it was passed over\nF=three\n");
}

}  // namespace
}  // namespace stumble
