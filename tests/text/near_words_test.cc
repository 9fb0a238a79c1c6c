#include "text/near_words.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace stumble {
namespace {

const std::vector<std::string> kOptions = {"--trigger", "--tag", "--thought", "--next-step", "--format", "--packs"};

TEST(NearWord, FindsASwappedADroppedAndAChangedLetter) {
  EXPECT_EQ(NearWord("--triger", kOptions), "--trigger");
  EXPECT_EQ(NearWord("--tigger", kOptions), "--trigger");
  EXPECT_EQ(NearWord("--fromat", kOptions), "--format");
}

TEST(NearWord, TakesHyphensUnderscoresSpacesAndCaseForNothing) {
  EXPECT_EQ(NearWord("next_step", kOptions), "--next-step");
  EXPECT_EQ(NearWord("Next Step", kOptions), "--next-step");
  EXPECT_EQ(NearWord("NEXTSTEP", kOptions), "--next-step");
}

TEST(NearWord, AllowsMoreMistakesInLongerWords) {
  EXPECT_EQ(NearWord("tga", kOptions), "--tag");
  EXPECT_EQ(NearWord("toy", kOptions), std::nullopt);
  EXPECT_EQ(NearWord("resiliance", std::vector<std::string>{"resilience"}), "resilience");
  EXPECT_EQ(NearWord("relisiance", std::vector<std::string>{"resilience"}), "resilience");
  EXPECT_EQ(NearWord("experience", std::vector<std::string>{"resilience"}), std::nullopt);
}

TEST(NearWord, CompletesABeginningThatOnlyOneWordHas) {
  EXPECT_EQ(NearWord("thou", kOptions), "--thought");
  EXPECT_EQ(NearWord("t", kOptions), std::nullopt);
  EXPECT_EQ(NearWord("for", std::vector<std::string>{"format", "forgetting"}), std::nullopt);
}

TEST(NearWord, TakesTheFirstOfEquals) {
  EXPECT_EQ(NearWord("cart", std::vector<std::string>{"card", "care"}), "card");
}

TEST(NearWord, CountsLettersAndNotBytes) {
  EXPECT_EQ(NearWord("Übel", std::vector<std::string>{"Übung", "übrl"}), "übrl");
}

TEST(NearWord, IsNotFoundInWhatOnePersonCouldHaveWritten) {
  EXPECT_EQ(NearWord("", kOptions), std::nullopt);
  EXPECT_EQ(NearWord("--", kOptions), std::nullopt);
  EXPECT_EQ(NearWord("I froze again at the phone, and then I could not say a word", kOptions), std::nullopt);
}

TEST(DidYouMean, AsksOrStaysSilent) {
  EXPECT_EQ(DidYouMean("jsno", std::vector<std::string>{"rec", "json"}), "; did you mean json?");
  EXPECT_EQ(DidYouMean("crysis", std::vector<std::string>{"crisis"}, "prompt "), "; did you mean prompt crisis?");
  EXPECT_EQ(DidYouMean("banana", std::vector<std::string>{"rec", "json"}), "");
}

RC_GTEST_PROP(NearWord, FindsEveryWordInItself, (const std::string& word)) {
  std::optional<std::string> near = NearWord(word, std::vector<std::string>{word});
  RC_ASSERT((!near || *near == word));  // in parentheses, or both sides are looked at
}

RC_GTEST_PROP(NearWord, ForgivesOneDroppedLetter, ()) {
  std::string word = *rc::gen::container<std::string>(8, rc::gen::inRange<char>('a', 'z' + 1));
  std::string misspelt = word;
  misspelt.erase(*rc::gen::inRange<size_t>(0, misspelt.size()), 1);
  RC_ASSERT(NearWord(misspelt, std::vector<std::string>{word}) == word);
}

}  // namespace
}  // namespace stumble
