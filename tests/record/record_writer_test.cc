#include "record/record_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "record/record_text.h"

namespace stumble {
namespace {

std::string Written(const std::string& value) {
  Record record;
  record.Add("A", value);
  return RenderRecord(record);
}

TEST(RecordWriter, WritesAFieldALine) { EXPECT_EQ(Written("one"), "A: one\n"); }

TEST(RecordWriter, WritesNoBlankBehindTheColonOfAnEmptyValue) { EXPECT_EQ(Written(""), "A:\n"); }

TEST(RecordWriter, GoesOnInLinesThatBeginWithPlus) {
  EXPECT_EQ(Written("one\ntwo\n\nfour"), "A: one\n+ two\n+\n+ four\n");
  EXPECT_EQ(Written("\n"), "A:\n+\n");
  EXPECT_EQ(Written(" \n "), "A:  \n+  \n");
}

TEST(RecordWriter, WritesABackslashAtTheEndSoThatItIsReadBack) {
  EXPECT_EQ(Written("one\\"), "A: one\\\\\n\n");
  EXPECT_EQ(Written("one\\\ntwo"), "A: one\\\\\n\n+ two\n");
  EXPECT_EQ(Written("\\"), "A: \\\\\n\n");
}

TEST(RecordWriter, WritesNoCarriageReturnsAtLineEnds) { EXPECT_EQ(Written("one\r\ntwo\r\r"), "A: one\n+ two\n"); }

TEST(RecordWriter, WritesCommentsAsTheyAre) {
  Record record;
  record.Add("", "# a note \\");
  record.Add("A", "1");
  EXPECT_EQ(RenderRecord(record), "# a note \\\nA: 1\n");
}

rc::Gen<std::string> Names() {
  const std::string first = "ABCxyz", next = "ABCxyz019_";
  return rc::gen::mapcat(rc::gen::elementOf(first), [next](char c) {
    return rc::gen::map(rc::gen::container<std::string>(rc::gen::elementOf(next)),
                        [c](const std::string& rest) { return c + rest; });
  });
}

// Mostly of the characters that the format itself uses.
rc::Gen<std::string> Values() {
  const std::string alphabet("a \t\n\n\\\\+#:%\0\xC3\xA9\xFF", 16);
  return rc::gen::oneOf(rc::gen::container<std::string>(rc::gen::elementOf(alphabet)),
                        rc::gen::map(rc::gen::arbitrary<std::string>(), [](std::string text) {
                          std::erase(text, '\r');
                          return text;
                        }));
}

RC_GTEST_PROP(RecordRoundTrip, ReadsBackWhatWasWritten, ()) {
  auto fields = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<std::string, std::string>>>(
      rc::gen::pair(Names(), Values())));
  Record record;
  for (auto& [name, value] : fields) record.Add(name, value);
  std::string written = RenderRecord(record) + "\nNext: 1\n";
  WhatWasRead read = Read(written);
  RC_ASSERT(read.errors.empty());
  RC_ASSERT(read.records.size() == 2u);
  RC_ASSERT(read.records[0].items() == record.items());
  RC_ASSERT(RenderRecord(read.records[0]) == RenderRecord(record));
  RC_ASSERT(Shown(read.records[1]) == "Next=1");
}

// Lines that look like records, with damage.
rc::Gen<std::string> Texts() {
  const std::vector<std::string> pieces = {"A: ", "B:", "+ ", "+", "#", "\n", "\n", "\n\n", "\\", "\\\n", "\r", "\r\n",
                                           " ",   "\t", "x",  "%rec: ", "\xEF\xBB\xBF", "\xFF", std::string(1, '\0'), ":"};
  auto from_pieces = rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                                  [](const std::vector<std::string>& parts) {
                                    std::string text;
                                    for (const std::string& part : parts) text += part;
                                    return text;
                                  });
  return rc::gen::oneOf(from_pieces, from_pieces, rc::gen::arbitrary<std::string>());
}

RC_GTEST_PROP(RecordRoundTrip, ReadsArbitraryBytesAndGivesTheSameAgainOnceWritten, ()) {
  std::string text = *Texts();
  WhatWasRead read = Read(text);
  WhatWasRead again = Read(read.Rendered());
  RC_ASSERT(again.errors.empty());
  RC_ASSERT(again.records.size() == read.records.size());
  for (size_t i = 0; i < read.records.size(); ++i) RC_ASSERT(again.records[i].items() == read.records[i].items());
  RC_ASSERT(again.Rendered() == read.Rendered());
}

RC_GTEST_PROP(RecordRoundTrip, ReadsTheSameInBlocksOfAnySize, ()) {
  std::string text = *Texts();
  SteppedSource source(text, *rc::gen::inRange<size_t>(1, 5));
  WhatWasRead stepped = ReadFrom(source), whole = Read(text);
  RC_ASSERT(stepped.Rendered() == whole.Rendered());
  RC_ASSERT(stepped.Errors() == whole.Errors());
}

}  // namespace
}  // namespace stumble
