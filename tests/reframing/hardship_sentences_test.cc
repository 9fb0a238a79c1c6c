// Grief, illness, poverty, discrimination, harassment, abuse and real danger in plain words are no thinking patterns; distorted everyday
// thoughts, which use some of the same words, are no hardship.
#include <gtest/gtest.h>

#include <cstdio>
#include <map>

#include "reframing/labeled_sentences.h"
#include "reframing/reframer.h"
#include "reframing/shelf_of.h"

namespace stumble {
namespace {

TEST(HardshipSentences, NameNoPatternAndEverydayThoughtsNoHardship) {
  Reframer reframer(BuiltInPatterns(), BuiltInSafety(), {});
  struct Count {
    int all = 0, named = 0, concern = 0;
  };
  std::map<std::string, Count> kinds;
  Count hardship, everyday;
  for (const LabeledSentence& sentence : LoadSentences("hardship_sentences.tsv")) {
    bool is_hardship = sentence.label == "hardship";
    ASSERT_TRUE(is_hardship || sentence.label == "everyday") << sentence.text;
    Record record;
    record.Add("Thought", sentence.text);
    bool named = reframer.Reframe(record).Has("Pattern");
    bool concern = BuiltInSafety().Judge(sentence.text) != Concern::kNone;
    if (is_hardship ? named : concern)
      std::printf("%s: %s\n", named ? "named" : "not weighed", sentence.text.c_str());
    for (Count* count : {is_hardship ? &hardship : &everyday, &kinds[sentence.kind]}) {
      ++count->all;
      count->named += named ? 1 : 0;
      count->concern += concern ? 1 : 0;
    }
  }
  std::printf("%-16s %5s %6s %12s\n", "kind", "n", "named", "not weighed");
  for (const auto& [kind, count] : kinds)
    std::printf("%-16s %5d %6d %12d\n", kind.c_str(), count.all, count.named, count.concern);
  EXPECT_GE(hardship.all, 200);
  EXPECT_LE(hardship.named, hardship.all / 100);
  EXPECT_GE(hardship.concern, hardship.all * 9 / 10) << "left to whether a pattern happens to fit";
  EXPECT_GE(everyday.all, 80);
  EXPECT_LE(everyday.concern, everyday.all / 20);
}

TEST(HardshipSentences, ThatBelongWithTheTherapistGetOnlyTheOneLine) {
  Reframer reframer(BuiltInPatterns(), BuiltInSafety(), {});
  for (const LabeledSentence& sentence : LoadSentences("hardship_sentences.tsv")) {
    if (sentence.kind != "unweighed") continue;
    Record record;
    record.Add("Thought", sentence.text);
    EXPECT_EQ(BuiltInSafety().Judge(sentence.text), Concern::kBringToTherapist) << sentence.text;
    Record reframed = reframer.Reframe(record);
    EXPECT_FALSE(reframed.Has("Pattern")) << sentence.text;
    EXPECT_FALSE(reframed.Has("Reframe")) << sentence.text;
  }
}

}  // namespace
}  // namespace stumble
