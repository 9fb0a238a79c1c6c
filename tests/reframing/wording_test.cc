#include "reframing/wording.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "text/stable_hash.h"

namespace stumble {
namespace {

// Whether a text is cut into these words.
testing::AssertionResult HasWords(const std::string& text, const std::vector<std::string>& expected) {
  Wording wording(text);
  std::vector<uint64_t> hashes, wanted;
  for (const Word& word : wording.words()) hashes.push_back(word.hash);
  for (const std::string& word : expected) wanted.push_back(StableHash(word));
  if (hashes == wanted) return testing::AssertionSuccess();
  std::string shown;
  for (const Word& word : wording.words()) shown += text.substr(word.range.begin, word.range.end - word.range.begin) + "|";
  return testing::AssertionFailure() << text << " was cut into " << shown;
}

// The parts of the original that the words came from, and each one's sentence.
std::string Parts(const std::string& text) {
  Wording wording(text);
  std::string parts;
  for (const Word& word : wording.words())
    parts += text.substr(word.range.begin, word.range.end - word.range.begin) + std::to_string(word.sentence) + " ";
  return parts;
}

TEST(Wording, CutsATextIntoWordsInLowerCase) {
  EXPECT_TRUE(HasWords("I ALWAYS ruin everything!", {"i", "always", "ruin", "everything"}));
  EXPECT_TRUE(HasWords("ÜBER alles, naïve–ja", {"über", "alles", "naïve", "ja"}));
  EXPECT_TRUE(HasWords("well-known (twice) \"quoted\"", {"well", "known", "twice", "quoted"}));
  EXPECT_TRUE(HasWords("", {}));
  EXPECT_TRUE(HasWords(" ... !? ", {}));
}

TEST(Wording, WritesContractionsOut) {
  EXPECT_TRUE(HasWords("I can't", {"i", "can", "not"}));
  EXPECT_TRUE(HasWords("cannot won't shan't don't isn't", {"can", "not", "will", "not", "shall", "not", "do", "not", "is", "not"}));
  EXPECT_TRUE(HasWords("I'm you're we've they'll she'd", {"i", "am", "you", "are", "we", "have", "they", "will", "she", "would"}));
  EXPECT_TRUE(HasWords("im dont cant gonna wanna", {"i", "am", "do", "not", "can", "not", "going", "to", "want", "to"}));
}

TEST(Wording, WritesIsOutOnlyWhereItIsMeant) {
  EXPECT_TRUE(HasWords("it's she's that's", {"it", "is", "she", "is", "that", "is"}));
  EXPECT_TRUE(HasWords("my mother's house", {"my", "mother's", "house"}));
}

TEST(Wording, TakesTypographicApostrophesForPlainOnes) {
  EXPECT_TRUE(HasWords("I can’t, I’m, don‘t", {"i", "can", "not", "i", "am", "do", "not"}));
  EXPECT_EQ(Wording("I can’t").plain(), "I can't");
}

TEST(Wording, KnowsQuotesFromApostrophes) {
  EXPECT_TRUE(HasWords("'never' he said", {"never", "he", "said"}));
  EXPECT_TRUE(HasWords("‘never’ the dogs'", {"never", "the", "dogs"}));
  EXPECT_EQ(Parts("‘never’ so"), "never0 so0 ");
}

TEST(Wording, KnowsWhereEachWordStandsInTheOriginal) {
  EXPECT_EQ(Parts("It’s so, I can’t"), "It’s0 It’s0 so0 I0 can’t0 can’t0 ");
  EXPECT_EQ(Parts("a 日本 é b"), "a0 日本0 é0 b0 ");
}

TEST(Wording, SeparatesSentences) {
  EXPECT_EQ(Parts("a. b! c? d; e, f"), "a0 b1 c2 d3 e4 f4 ");
  std::string parts = Parts("a\n\nb");
  EXPECT_NE(parts, "a0 b0 ") << "an empty line separates";
  EXPECT_EQ(Parts("a… b。c"), "a0 b1 c2 ");
}

TEST(Wording, IsReadWithoutSomeOfItsPlacesAndBySentences) {
  const std::string text = "I'm not ill. I want to die";
  const Wording wording(text);
  const Wording rest = wording.Without(std::vector<Range>{{0, 11}});
  EXPECT_EQ(rest.words().size(), 4u);
  const Wording whole = wording.Without(std::vector<Range>());
  EXPECT_EQ(whole.words().size(), wording.words().size());
  std::vector<Wording> sentences = wording.Sentences();
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[1].words().size(), 4u);
  EXPECT_EQ(sentences[1].words()[0].range.begin, text.find("I want"));
  EXPECT_TRUE(Wording("").Sentences().empty());
}

TEST(Wording, PassesOverIllFormedBytes) {
  EXPECT_EQ(Parts("a\xFF"
                  "b \xE2\x80"),
            "a0 b0 ");
}

TEST(Wording, FindsTheOriginalOfAPartOfThePlainText) {
  Wording wording("‘a’ ’b");
  EXPECT_EQ(wording.plain(), "'a' 'b");
  EXPECT_EQ(wording.InOriginal({0, 6}), (Range{0, 12}));
  EXPECT_EQ(wording.InOriginal({1, 2}), (Range{3, 4}));
  EXPECT_EQ(wording.InOriginal({5, 6}), (Range{11, 12}));
}

RC_GTEST_PROP(Wording, KeepsItsRangesInsideTheTextAndInOrder, (const std::vector<int>& choices)) {
  const char* pieces[] = {"a", "can’t", "'", "’", "‘", " ", ".", "\n", "é", "日", "\xFF", "\xE2\x80", "I'm", "_", "n't"};
  std::string text;
  for (int choice : choices) text += pieces[static_cast<size_t>(choice) % std::size(pieces)];
  Wording wording(text);
  size_t before = 0;
  int sentence = 0;
  for (const Word& word : wording.words()) {
    RC_ASSERT(word.range.begin < word.range.end);
    RC_ASSERT(word.range.end <= text.size());
    RC_ASSERT(word.range.begin >= before);
    RC_ASSERT(word.sentence >= sentence);
    before = word.range.begin;
    sentence = word.sentence;
  }
  RC_ASSERT(wording.InOriginal({0, wording.plain().size()}).end == text.size());
}

}  // namespace
}  // namespace stumble
