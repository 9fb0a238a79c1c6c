#include "reframing/misspellings.h"

#include <gtest/gtest.h>

namespace stumble {
namespace {

Misspellings Of(const std::vector<std::string>& near, const Misspellings::WordSet& known, const std::map<std::string, std::string>& shorthand = {}) {
  return Misspellings(near, [known] { return known; }, shorthand);
}

const Misspellings& Few() {
  static const Misspellings misspellings = Of({"kill", "die", "want", "suicidal", "anymore", "ending", "alive"}, {"diet", "skill", "well"});
  return misspellings;
}

TEST(Misspellings, FindsLettersSwappedDoubledWrongMissingOrTooMany) {
  for (const auto& [written, meant] : {std::pair{"wnat", "want"}, {"kil", "kill"}, {"dieee", "die"}, {"endign", "ending"}, {"anynore", "anymore"},
                                       {"sucidal", "suicidal"}, {"suicidial", "suicidal"}, {"sucidial", "suicidal"}, {"alvie", "alive"}, {"alve", "alive"}})
    EXPECT_EQ(Few().Meant(written), meant) << written;
}

TEST(Misspellings, WritesOutShorthand) {
  const Misspellings few = Of({"want"}, {}, {{"wud", "would"}, {"w/o", "without"}});
  EXPECT_EQ(few.WrittenOut("wud"), "would");
  EXPECT_EQ(few.WrittenOut("w/o"), "without");
  EXPECT_EQ(few.WrittenOut("want"), "");
}

TEST(Misspellings, TakesAStarForAnyLetter) {
  EXPECT_EQ(Few().Meant("k*ll"), "kill");
  EXPECT_EQ(Few().Meant("su*c*dal"), "suicidal");
}

TEST(Misspellings, FindsVowelsLeftOut) {
  const Misspellings few = Of({"again", "hanging", "breathe"}, {"breath"});
  for (const auto& [written, meant] : {std::pair{"agn", "again"}, {"agin", "again"}, {"hngng", "hanging"}, {"brthe", "breathe"}, {"breath", "breath"}})
    EXPECT_EQ(few.Meant(written), meant) << written;
  for (const char* word : {"gain", "agnt", "hang", "brth"}) EXPECT_EQ(few.Meant(word), "") << word;
}

TEST(Misspellings, FindsWordsThatSoundTheSame) {
  const Misspellings few = Of({"pills", "train", "school", "uncle", "asleep", "when", "wrist", "notice"}, {"wren", "jumping", "cousin", "trains"});
  for (const auto& [written, meant] : {std::pair{"pilz", "pills"}, {"trane", "train"}, {"skool", "school"}, {"unkle", "uncle"}, {"asleap", "asleep"},
                                       {"rist", "wrist"}, {"jumpin", "jumping"}})
    EXPECT_EQ(few.Meant(written), meant) << written;
  for (const char* word : {"tram", "cousin", "stool", "ankle", "robin", "won"}) EXPECT_EQ(few.Meant(word), word == std::string("cousin") ? word : "") << word;
}

TEST(Misspellings, TakesWordsApartThatWereWrittenAsOne) {
  const Misspellings few = Of({"die", "kill", "ending"}, {"want", "to", "off", "my", "myself", "self", "bending"});
  EXPECT_EQ(few.Apart("iwanttodie"), "i want to die");
  EXPECT_EQ(few.Apart("iwanttodieiwanttodie"), "i want to die i want to die");
  EXPECT_EQ(few.Apart("killmyself"), "kill myself");
  for (const char* word : {"wanttoself", "bending", "indicate", "die", "wanttodiet", ""}) EXPECT_EQ(few.Apart(word), "") << word;
}

TEST(Misspellings, LeavesOtherWordsAlone) {
  for (const char* word : {"wait", "will", "pill", "olive", "lending", "mending", "tie", "dye", "went", "", "a", "more"})
    EXPECT_EQ(Few().Meant(word), "") << word;
}

TEST(Misspellings, AsksForWhatIsRightOnlyWhenItMatters) {
  bool asked = false;
  const Misspellings few({"suicidal", "ending"}, [&asked] {
    asked = true;
    return Misspellings::WordSet{"bending"};
  });
  for (const char* word : {"we", "went", "on", "holiday", "yesterday", "ending"}) few.MeantByMisspelt(word);
  EXPECT_FALSE(asked);
  EXPECT_EQ(few.MeantByMisspelt("bending"), "");
  EXPECT_EQ(few.MeantByMisspelt("sucidal"), "suicidal");
  EXPECT_TRUE(asked);
}

TEST(Misspellings, KnowsWhatIsRightAsItIs) {
  EXPECT_EQ(Few().Meant("diet"), "diet");
  EXPECT_TRUE(Few().IsKnown("skill"));
  EXPECT_FALSE(Few().IsKnown("skil"));
}

}  // namespace
}  // namespace stumble
