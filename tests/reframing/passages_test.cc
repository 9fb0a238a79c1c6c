#include "reframing/passages.h"

#include <gtest/gtest.h>

#include <string>

namespace stumble {
namespace {

// The passages of a text, with | between.
std::string Passages(const std::string& text, size_t most_words) {
  std::string passages;
  for (const Range& range : PassagesOf(Wording(text), most_words))
    passages += (passages.empty() ? "" : "|") + text.substr(range.begin, range.end - range.begin);
  return passages;
}

TEST(Passages, TakesAShortTextAsAWhole) {
  EXPECT_EQ(Passages(" One two. Three! ", 3), " One two. Three! ");
  EXPECT_EQ(Passages("", 3), "");
  EXPECT_EQ(Passages("...", 3), "");
}

TEST(Passages, CutsBetweenSentencesAndOverlaps) {
  EXPECT_EQ(Passages("One two. Three four. Five six. Seven eight. Nine.", 4),
            "One two. Three four. |Three four. Five six. |Five six. Seven eight. |Seven eight. Nine.");
}

TEST(Passages, KeepsALongSentenceWhole) {
  EXPECT_EQ(Passages("One two three four five six. Seven.", 3), "One two three four five six. |Seven.");
}

TEST(Passages, LoseNoWordAndKeepNeighborsTogether) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "word" + std::to_string(i) + (i % 3 == 2 ? ". " : " ");
  auto passages = PassagesOf(Wording(text), 12);
  ASSERT_GT(passages.size(), 2u);
  EXPECT_EQ(passages.front().begin, 0u);
  EXPECT_EQ(passages.back().end, text.size());
  for (size_t i = 1; i < passages.size(); ++i) EXPECT_LT(passages[i].begin, passages[i - 1].end);
}

}  // namespace
}  // namespace stumble
