#include "journal/input_kind.h"

#include <gtest/gtest.h>

#include <string>

#include "record/record_text.h"

namespace stumble {
namespace {

std::string KindOf(std::string_view text, bool complete = true) {
  std::optional<InputKind> kind = TellInputKind(text, complete);
  return !kind ? "unknown yet" : *kind == InputKind::kRecords ? "records" : "text";
}

TEST(TellInputKind, TellsRecordsByAKnownFieldAndAColon) {
  for (const char* text : {"Id: 1\n", "Setback:x", "Thought: I always fail\n", "Answer:\n", "Private: yes\n"})
    EXPECT_EQ(KindOf(text), "records") << text;
}

TEST(TellInputKind, TakesAllElseForText) {
  for (const char* text : {"", "\n\n", "I always fail\n", "Sadly: I failed\n", "thought: I fail\n", "Thought I failed: yes\n",
                           "Thought\n", " Thought: x\n", "+ Thought: x\n", "- Thought: x\n", "Mine: x\n", "Thought : x\n"})
    EXPECT_EQ(KindOf(text), "text") << text;
}

TEST(TellInputKind, SkipsMarksBlanksCommentsAndDescriptors) {
  const std::string bom = "\xEF\xBB\xBF";
  for (const std::string& text :
       {bom + "Id: 1\n", std::string("\n \t\n\r\nId: 1\n"), std::string("# a comment: yes\nId: 1\n"), bom + "# stumble\n%rec: Entry\n\nId: 1\n",
        std::string("%rec: Entry\n%doc: one\n+ two\n+ three\n\nId: 1\n"), std::string("\r\n# c\r\nId: 1\r\n")})
    EXPECT_EQ(KindOf(text), "records") << text;
  EXPECT_EQ(KindOf("# c\n%rec: Entry\n\nI always fail\n"), "text");
  EXPECT_EQ(KindOf("#1 in failing\nThat is me\n"), "text");
  EXPECT_EQ(KindOf("%rec: Entry\n+ x\nI fail\n"), "text");
}

TEST(TellInputKind, LooksAtTheFirstLineThatCountsAlone) {
  EXPECT_EQ(KindOf("I failed\nThought: x\n"), "text");
  EXPECT_EQ(KindOf("Id: 1\nnot a record\n"), "records");
}

TEST(TellInputKind, WaitsUntilTheBytesTell) {
  for (const char* text : {"", "\n", "# c", "# c\n", "Tho", "Thought", "\xEF", "\xEF\xBB\xBF", "%rec: Entry\n", "  ", "%rec: E"})
    EXPECT_EQ(KindOf(text, /*complete=*/false), "unknown yet") << testing::PrintToString(text);
  EXPECT_EQ(KindOf("Thought:", false), "records");
  EXPECT_EQ(KindOf("So: ", false), "text");
  EXPECT_EQ(KindOf("So\n", false), "text");
}

TEST(TellInputKind, TakesAsMuchOfASourceAsItNeedsAndKeepsIt) {
  const std::string text = "# c\n\n%rec: Entry\n+ x\n\nThought: x\nMine: y\n";
  for (size_t step = 1; step <= text.size(); ++step) {
    SteppedSource source(text, step);
    std::string taken;
    EXPECT_EQ(TellInputKind(source, taken), InputKind::kRecords) << step;
    PushedBackSource whole(taken, source);
    EXPECT_EQ(ReadFrom(whole).Rendered(), "# c\n\n%rec: Entry\n+ x\n\nThought: x\nMine: y\n\n") << step;
  }
}

TEST(TellInputKind, StopsLookingAfterAWhile) {
  std::string text(3 << 20, 'x');
  TextSource source(text);
  std::string taken;
  EXPECT_EQ(TellInputKind(source, taken), InputKind::kText);
  EXPECT_LT(taken.size(), size_t{2} << 20);
}

}  // namespace
}  // namespace stumble
