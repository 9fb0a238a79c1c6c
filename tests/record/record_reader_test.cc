#include "record/record_reader.h"

#include <gtest/gtest.h>

#include <sys/resource.h>

#include <string>

#include "record/record_text.h"

namespace stumble {
namespace {

constexpr const char* kBom = "\xEF\xBB\xBF";

TEST(RecordReader, KeepsOrderRepeatsAndUnknownFields) {
  EXPECT_EQ(ShownAll("Zebra: 1\nWhy: a\nAlpha: 2\nWhy: b\n"), "Zebra=1|Why=a|Alpha=2|Why=b\n");
}

TEST(RecordReader, SeparatesRecordsByBlankLines) {
  EXPECT_EQ(ShownAll("\n\nA: 1\n\n\n \t\nB: 2\n\n"), "A=1\nB=2\n");
}

TEST(RecordReader, TakesALineOfWhiteSpaceAloneForBlank) {
  EXPECT_EQ(ShownAll("A: 1\n \nB: 2\n\t\n"), "A=1\nB=2\n");
}

TEST(RecordReader, GivesNothingForNothing) {
  EXPECT_EQ(ShownAll(""), "");
  EXPECT_EQ(ShownAll("\n \n\t\n"), "");
  EXPECT_EQ(ShownAll("   "), "");
}

TEST(RecordReader, KeepsCommentsInPlaceAndBetweenRecords) {
  std::string text = "# first\nA: 1\n# in between\nB: 2\n# last\n\n# alone\n# in two lines\n\nC: 3\n";
  EXPECT_EQ(ShownAll(text), "=# first|A=1|=# in between|B=2|=# last\n=# alone|=# in two lines\nC=3\n");
  EXPECT_EQ(Read(text).Rendered(), text + "\n");
}

TEST(RecordReader, GoesOnWithAValueInLinesThatBeginWithPlus) {
  EXPECT_EQ(ShownAll("A: one\n+ two\n+\n+ four\nB: 5\n"), "A=one/two//four|B=5\n");
  EXPECT_EQ(ShownAll("A:\n+ two\n"), "A=/two\n");
  EXPECT_EQ(ShownAll("A: one\n+  indented\n"), "A=one/ indented\n");
}

TEST(RecordReader, TakesOneBlankAfterTheColonAndKeepsTheRest) {
  EXPECT_EQ(ShownAll("A:x\nB: x\nC:  x\nD:\tx\nE:\nF: \n"), "A=x|B=x|C= x|D=x|E=|F=\n");
}

TEST(RecordReader, ReadsCarriageReturnsAtLineEndsAsLineEnds) {
  EXPECT_EQ(ShownAll("A: 1\r\n+ 2\r\n# c\r\n\r\nB: 3\r\n"), "A=1/2|=# c\nB=3\n");
  EXPECT_EQ(Read("A: 1\r\n# c\r\n").Rendered(), "A: 1\n# c\n\n");
  EXPECT_EQ(ShownAll("A: in\rside\n"), "A=in\rside\n");
}

TEST(RecordReader, ReadsSeveralCarriageReturnsAtALineEndAlike) {
  EXPECT_EQ(ShownAll("A: 1\r\r\n# c\r\r\n\r\r\nB: 2\\\r\r\n 3\n\nC: 4\n"), "A=1|=# c\nB=2 3\nC=4\n");
}

TEST(RecordReader, LeavesNoCarriageReturnAtTheEndOfALineThatWasJoined) {
  EXPECT_EQ(ShownAll("A: 1\r\\\n\nB: 2\n"), "A=1|B=2\n");
}

TEST(RecordReader, SkipsAByteOrderMarkAtTheBeginning) {
  EXPECT_EQ(ShownAll(kBom + std::string("A: 1\n")), "A=1\n");
  EXPECT_EQ(ShownAll(kBom + std::string("# c\nA: 1\n")), "=# c|A=1\n");
  EXPECT_EQ(ShownAll(kBom), "");
}

TEST(RecordReader, SkipsAByteOrderMarkBeforeABlankLine) {
  EXPECT_EQ(ShownAll(kBom + std::string("\nA: 1\n\nB: 2\n")), "A=1\nB=2\n");
  EXPECT_EQ(ShownAll(kBom + std::string("\r\n\r\nA: 1\n\nB: 2\n")), "A=1\nB=2\n");
}

TEST(RecordReader, KnowsACommentBehindAByteOrderMark) {
  EXPECT_EQ(ShownAll(kBom + std::string("# c\\\n\nA: 1\n")), "=# c\\\nA=1\n");
}

TEST(RecordReader, SkipsAByteOrderMarkThatCatPutInTheMiddle) {
  EXPECT_EQ(ShownAll("A: 1\n\n" + std::string(kBom) + "B: 2\n"), "A=1\nB=2\n");
}

TEST(RecordReader, LosesNothingWhereCatPutAByteOrderMarkRightBehindARecord) {
  WhatWasRead read = Read("A: 1\n" + std::string(kBom) + "# a journal\n%rec: Entry\n\nB: 2\n");
  EXPECT_EQ(read.Errors(), "");
  ASSERT_FALSE(read.records.empty());
  EXPECT_EQ(read.records.front().Get("A"), "1");
  EXPECT_EQ(read.records.back().Get("B"), "2");
}

TEST(RecordReader, ReadsTwoJournalsThatCatPutTogether) {
  WhatWasRead read = Read("%rec: E\n\nA: 1\n# mine\n%rec: E\n%unique: Id\n\nB: 2\n");
  EXPECT_EQ(read.Errors(), "");
  ASSERT_EQ(read.records.size(), 4u);
  EXPECT_EQ(Shown(read.records[1]), "A=1");
  EXPECT_TRUE(read.records[2].IsDescriptor());
  EXPECT_EQ(Shown(read.records[2]), "=# mine|%rec=E|%unique=Id");
  EXPECT_EQ(read.records[2].place().ToString(), "j.rec:4");
  EXPECT_EQ(Shown(read.records[3]), "B=2");
}

TEST(RecordReader, KeepsAnEntryWholeThatHasAPercentFieldOfItsOwn) {
  EXPECT_EQ(ShownAll("Id: 1\n%mine: x\nSetback: s\n"), "Id=1|%mine=x|Setback=s\n");
}

TEST(RecordReader, KeepsAByteOrderMarkInsideAValue) {
  EXPECT_EQ(ShownAll("A: " + std::string(kBom) + "1\n"), "A=" + std::string(kBom) + "1\n");
}

TEST(RecordReader, ReadsALastLineWithoutALineEnd) {
  EXPECT_EQ(ShownAll("A: 1\nB: 2"), "A=1|B=2\n");
  EXPECT_EQ(ShownAll("A: 1\n+ 2"), "A=1/2\n");
  EXPECT_EQ(ShownAll("A: 1\\"), "A=1\\\n");
  EXPECT_EQ(ShownAll("# c"), "=# c\n");
}

TEST(RecordReader, PassesOverBlanksAtTheEndWithoutALineEnd) {
  EXPECT_EQ(ShownAll("A: 1\n  "), "A=1\n");
  EXPECT_EQ(ShownAll("A: 1\n\t"), "A=1\n");
  EXPECT_EQ(ShownAll("A: 1\r\n\r"), "A=1\n");
  EXPECT_EQ(ShownAll("A: 1\n\n  "), "A=1\n");
}

TEST(RecordReader, JoinsALineThatEndsInABackslashWithTheNext) {
  EXPECT_EQ(ShownAll("A: one \\\ntwo\nB: 3\n"), "A=one two|B=3\n");
  EXPECT_EQ(ShownAll("A: one\n+ two \\\nthree\n"), "A=one/two three\n");
  EXPECT_EQ(ShownAll("A: one \\\r\ntwo\r\n"), "A=one two\n");
  EXPECT_EQ(ShownAll("A: one \\\n# two\n"), "A=one # two\n");
  EXPECT_EQ(ShownAll("A: one \\\n+ two\n"), "A=one + two\n");
  EXPECT_EQ(ShownAll("A: a\\b\n"), "A=a\\b\n");
}

TEST(RecordReader, JoinsABlankLineToo) {
  EXPECT_EQ(ShownAll("A: one\\\\\n\nB: 2\n\nC: 3\n"), "A=one\\|B=2\nC=3\n");
  EXPECT_EQ(ShownAll("A: one\\\n\n\nB: 2\n"), "A=one\nB=2\n");
}

TEST(RecordReader, DoesNotJoinComments) {
  EXPECT_EQ(ShownAll("# one \\\nA: 1\n"), "=# one \\|A=1\n");
  EXPECT_EQ(ShownAll("A: 1\n# one \\\n\nB: 2\n"), "A=1|=# one \\\nB=2\n");
}

TEST(RecordReader, KeepsNulAndIllFormedBytes) {
  std::string text("A: a\0b\xFF\xC0\n# c\0\n", 14);
  WhatWasRead read = Read(text);
  ASSERT_EQ(read.records.size(), 1u);
  EXPECT_EQ(read.records[0].Get("A"), std::string_view("a\0b\xFF\xC0", 5));
  EXPECT_EQ(read.Rendered(), text + "\n");
}

TEST(RecordReader, KeepsAnUnchangedFieldByteForByte) {
  std::string text = "A:x\nB:\tx\nC: \nD: one\n+two\n+\tthree\n+ \nE: last\n";
  EXPECT_EQ(Read(text).Rendered(), text + "\n");
}

TEST(RecordReader, WritesAFieldThatWasSetInItsOwnWay) {
  Record record = RecordOf("A:x\nB:y\n");
  record.Set("A", "z");
  EXPECT_EQ(RenderRecord(record), "A: z\nB:y\n");
}

TEST(RecordReader, WritesABackslashAtTheEndOfTheFileSoThatItIsReadBack) {
  for (const char* text : {"A: 1\\", "A:1\\", "A: 1\n+2\\"}) {
    std::string rendered = Read(text).Rendered() + "B: 2\n";
    EXPECT_EQ(ShownAll(rendered), Shown(RecordOf(text)) + "\nB=2\n") << text;
  }
}

TEST(RecordReader, TellsDescriptorsCommentsAndEntriesApart) {
  WhatWasRead read = Read("# c\n%rec: Entry\n\n# c\n\nA: 1\n");
  ASSERT_EQ(read.records.size(), 3u);
  EXPECT_TRUE(read.records[0].IsDescriptor());
  EXPECT_FALSE(read.records[0].IsEntry());
  EXPECT_FALSE(read.records[1].HasFields());
  EXPECT_FALSE(read.records[1].IsEntry());
  EXPECT_TRUE(read.records[2].IsEntry());
}

TEST(RecordReader, KnowsWhereARecordBegins) {
  WhatWasRead read = Read("\n# c\nA: 1\n+ 2\n\n\nB: 3\\\n\n\nC: 4\n");
  ASSERT_EQ(read.records.size(), 3u);
  EXPECT_EQ(read.records[0].place().ToString(), "j.rec:2");
  EXPECT_EQ(read.records[1].place().ToString(), "j.rec:7");
  EXPECT_EQ(read.records[2].place().ToString(), "j.rec:10");
}

TEST(RecordReader, SkipsADamagedRecordAndNamesItsLine) {
  EXPECT_EQ(ShownAll("A: 1\n\nB: 2\nno field here\nC: 3\n\nD: 4\n"),
            "A=1\nD=4\n"
            "j.rec:4: expected 'Field: value', a line that begins with '+ ', or a comment; could not read this entry; it is "
            "kept as it is\n");
}

TEST(RecordReader, NamesALineThatGoesOnFromNothing) {
  EXPECT_EQ(ShownAll("\n# c\n+ lost\n\nA: 1\n"),
            "A=1\n"
            "j.rec:3: expected a field before a line that begins with '+'; could not read this entry; it is kept as it is\n");
}

TEST(RecordReader, RefusesNamesThatAreNone) {
  for (const char* line : {"1A: x", ": x", "A B: x", "A-B: x", "Ä: x", " A: x", "A : x", "%%: x"}) {
    WhatWasRead read = Read(std::string(line) + "\n\nB: 2\n");
    EXPECT_EQ(read.errors.size(), 1u) << line;
    EXPECT_EQ(read.Rendered(), "B: 2\n\n") << line;
  }
}

TEST(RecordReader, NeverRepeatsThePersonsWordsInAnError) {
  EXPECT_EQ(Read("my secret\n").Errors().find("secret"), std::string::npos);
}

TEST(RecordReader, CountsJoinedLinesWhenItNamesOne) {
  EXPECT_EQ(Read("A: 1\\\n2\\\n3\n+ 4\nbad\n").Errors().substr(0, 8), "j.rec:5:");
}

// Makes up a record: a field name, then `length` bytes of one line, then what follows it.
class EndlessLine : public ByteSource {
 public:
  EndlessLine(std::string before, char fill, size_t length, std::string after)
      : before_(std::move(before)), fill_(fill), left_(length), after_(std::move(after)), rest_(after_) {}
  size_t Read(char* buffer, size_t size) override {
    if (!before_.empty()) {
      size_t count = before_.copy(buffer, size);
      before_.erase(0, count);
      return count;
    }
    if (left_ > 0) {
      size_t count = std::min(size, left_);
      std::memset(buffer, fill_, count);
      left_ -= count;
      return count;
    }
    return rest_.Read(buffer, size);
  }

 private:
  std::string before_;
  char fill_;
  size_t left_;
  std::string after_;
  TextSource rest_;
};

TEST(RecordReader, ReadsARecordThatFillsTheLimit) {
  EndlessLine source("A: ", 'x', kMaxRecordBytes - 8, "\n\nB: 2\n");
  WhatWasRead read = ReadFrom(source);
  EXPECT_EQ(read.Errors(), "");
  ASSERT_EQ(read.records.size(), 2u);
  EXPECT_EQ(read.records[0].Get("A").size(), kMaxRecordBytes - 8);
}

TEST(RecordReader, PassesOverARecordAboveTheLimitAndReadsTheNext) {
  EndlessLine source("# c\n\nA: ", 'x', kMaxRecordBytes, "\nB: 2\n\nC: 3\n");
  WhatWasRead read = ReadFrom(source);
  EXPECT_EQ(read.Rendered(), "# c\n\nC: 3\n\n");
  EXPECT_EQ(read.Errors(),
            "j.rec:3: expected a record of at most 16 MiB; could not read this entry; it is kept as it is\n");
}

TEST(RecordReader, DoesNotHoldARecordAboveTheLimitInMemory) {
  struct rusage before, after;
  getrusage(RUSAGE_SELF, &before);
  EndlessLine source("A: ", 'x', size_t{400} << 20, "\n\nC: 3\n");
  WhatWasRead read = ReadFrom(source);
  getrusage(RUSAGE_SELF, &after);
  EXPECT_EQ(read.Rendered(), "C: 3\n\n");
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 200 << 10);  // KiB
}

TEST(RecordReader, ReadsTheRecordBehindAHugeBlankLine) {
  EndlessLine source("", ' ', kMaxRecordBytes + 1, "\nA: 1\n");
  WhatWasRead read = ReadFrom(source);
  EXPECT_EQ(read.Errors(), "");
  EXPECT_EQ(read.Rendered(), "A: 1\n\n");
}

TEST(RecordReader, GivesTheSameRecordsHoweverTheBytesComeInBlocks) {
  const std::string text = kBom + std::string("# c \\\nA: one \\\r\ntwo\r\n+\r\n+ x\\\\\n\nB:y\n\n \t\r\n") + kBom +
                           "%rec: E\n\n+ lost\nZ: 1\n\nLast: \xF0\x9F\x98\x80\\\n\n\n# end";
  WhatWasRead whole = Read(text);
  for (size_t step = 1; step <= 16; ++step) {
    SteppedSource source(text, step);
    WhatWasRead read = ReadFrom(source);
    EXPECT_EQ(read.Rendered(), whole.Rendered()) << step;
    EXPECT_EQ(read.Errors(), whole.Errors()) << step;
  }
  EXPECT_EQ(whole.records.size(), 4u);
}

TEST(RecordReader, GivesTheSameRecordsWhereABlockEndsAnywhere) {
  constexpr size_t kBlock = 64 << 10;
  const std::string tail = "\\\n\nB: 2\r\n\r\nC: 3\n+ 4\n";
  for (size_t before = 0; before <= tail.size(); ++before) {
    std::string text = "A: " + std::string(kBlock - 3 - before, 'x') + tail;
    WhatWasRead read = Read(text);
    ASSERT_EQ(read.records.size(), 2u) << before;
    EXPECT_EQ(Shown(read.records[1]), "C=3/4") << before;
    EXPECT_EQ(read.records[0].Get("B"), "2") << before;
  }
}

TEST(RecordReader, LetsAnErrorOfTheSourceThrough) {
  class Broken : public ByteSource {
    size_t Read(char*, size_t) override { throw Error("could not be read: Input/output error", {"j.rec"}); }
  } broken;
  RecordReader reader(broken, "j.rec", [](const Error&) { FAIL() << "this is no damaged record"; });
  EXPECT_THROW(reader.Next(), Error);
}

TEST(ParseRecord, ReadsAParagraphByItself) {
  EXPECT_EQ(Shown(ParseRecord("A: 1\nB: 2\n", {"p", 3})), "A=1|B=2");
  try {
    ParseRecord("A: 1\nbad", {"p", 3});
    FAIL() << "expected an Error";
  } catch (const Error& error) {
    EXPECT_EQ(error.place().ToString(), "p:4");
  }
}

TEST(IsFieldName, TakesALetterOrPercentThenLettersDigitsAndUnderscores) {
  for (const char* name : {"A", "a", "%rec", "Field_9", "%"}) EXPECT_TRUE(IsFieldName(name)) << name;
  for (const char* name : {"", "9", "_a", "a-b", "a b", "é", "a%"}) EXPECT_FALSE(IsFieldName(name)) << name;
}

TEST(Record, SetsTheFirstValueAndRemovesAll) {
  Record record = RecordOf("A: 1\nB: 2\nA: 3\n");
  record.Set("A", "4");
  EXPECT_EQ(Shown(record), "A=4|B=2|A=3");
  record.Set("C", "5");
  record.Remove("A");
  EXPECT_EQ(Shown(record), "B=2|C=5");
  EXPECT_EQ(record.Find("A"), nullptr);
  EXPECT_EQ(record.Get("A"), "");
  EXPECT_TRUE(record.HasPair("C", "5"));
}

}  // namespace
}  // namespace stumble
