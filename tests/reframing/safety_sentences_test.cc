// How much of what speaks of suicide, self-harm or abuse is heard, and how much of what only sounds like it is left alone, on sentences
// that were written for this, apart from the rules.
#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <set>

#include "reframing/labeled_sentences.h"
#include "reframing/shelf_of.h"

namespace stumble {
namespace {

struct Count {
  int all = 0, right = 0;
  double share() const { return all == 0 ? 1 : static_cast<double>(right) / all; }
};

TEST(SafetySentences, AreHeardOrLeftAloneAsTheyShouldBe) {
  std::map<std::pair<std::string, std::string>, Count> kinds;  // by label and kind
  Count held, clear;
  std::set<std::string> texts;
  for (const LabeledSentence& sentence : LoadSentences("safety_sentences.tsv")) {
    ASSERT_TRUE(sentence.label == "held" || sentence.label == "clear") << sentence.text;
    EXPECT_TRUE(texts.insert(sentence.text).second) << "twice: " << sentence.text;
    bool meant = sentence.label == "held";
    bool right = IsHeld(BuiltInSafety().Judge(sentence.text)) == meant;
    if (!right) std::printf("%s: %s: %s\n", meant ? "not heard" : "held without need", sentence.kind.c_str(), sentence.text.c_str());
    for (Count* count : {meant ? &held : &clear, &kinds[{sentence.label, sentence.kind}]}) {
      ++count->all;
      count->right += right ? 1 : 0;
    }
  }
  std::printf("%-12s %5s %6s %11s\n", "kind", "n", "heard", "left alone");
  for (const auto& [name, count] : kinds) {
    bool meant = name.first == "held";
    int heard = meant ? count.right : count.all - count.right;
    std::printf("%-12s %5d %6d %11d\n", name.second.c_str(), count.all, heard, count.all - heard);
    EXPECT_GE(count.share(), .85) << name.second;
  }
  std::printf("recall %.3f of %d, specificity %.3f of %d\n", held.share(), held.all, clear.share(), clear.all);
  EXPECT_GE(held.all + clear.all, 500);
  EXPECT_GE(held.all, 250);
  EXPECT_GE(clear.all, 250);
  EXPECT_GE(held.share(), .95);
  EXPECT_GE(clear.share(), .95);
}

TEST(SafetySentences, AreHeardBesideADenialToo) {
  const std::string denials[] = {"I'm not suicidal.", "He has never hit me.", "I don't want to die.", "I would never hurt myself."};
  size_t number = 0, heard_alone = 0, heard_beside = 0;
  for (const LabeledSentence& sentence : LoadSentences("safety_sentences.tsv")) {
    if (sentence.label != "held" || ++number % 7 != 0 || !IsHeld(BuiltInSafety().Judge(sentence.text))) continue;
    const std::string& denial = denials[number % 4];
    bool ends = std::string(".!?").find(sentence.text.back()) != std::string::npos;
    std::string said = sentence.text + (ends ? " " : ". ");
    heard_alone += 2;
    for (const std::string& text : {denial + " " + sentence.text, said + denial}) {
      bool heard = IsHeld(BuiltInSafety().Judge(text));
      heard_beside += heard ? 1 : 0;
      if (!heard) std::printf("not heard beside a denial: %s\n", text.c_str());
    }
  }
  EXPECT_GT(heard_alone, 500u);
  EXPECT_GE(heard_beside, heard_alone * 99 / 100);  // a few take all of several sentences to be heard
}

}  // namespace
}  // namespace stumble
