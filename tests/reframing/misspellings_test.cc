#include "reframing/misspellings.h"

#include <gtest/gtest.h>

namespace stumble {
namespace {

const Misspellings& Few() {
  static const Misspellings misspellings({"kill", "die", "want", "suicidal", "anymore", "ending", "alive"}, {"diet", "skill", "well"});
  return misspellings;
}

TEST(Misspellings, FindsLettersSwappedDoubledWrongMissingOrTooMany) {
  for (const auto& [written, meant] : {std::pair{"wnat", "want"}, {"kil", "kill"}, {"dieee", "die"}, {"endign", "ending"}, {"anynore", "anymore"},
                                       {"sucidal", "suicidal"}, {"suicidial", "suicidal"}, {"sucidial", "suicidal"}, {"alvie", "alive"}, {"alve", "alive"}})
    EXPECT_EQ(Few().Meant(written), meant) << written;
}

TEST(Misspellings, TakesAStarForAnyLetter) {
  EXPECT_EQ(Few().Meant("k*ll"), "kill");
  EXPECT_EQ(Few().Meant("su*c*dal"), "suicidal");
}

TEST(Misspellings, LeavesOtherWordsAlone) {
  for (const char* word : {"wait", "will", "pill", "olive", "lending", "mending", "tie", "dye", "went", "", "a", "more"})
    EXPECT_EQ(Few().Meant(word), "") << word;
}

TEST(Misspellings, KnowsWhatIsRightAsItIs) {
  EXPECT_EQ(Few().Meant("diet"), "diet");
  EXPECT_TRUE(Few().IsKnown("skill"));
  EXPECT_FALSE(Few().IsKnown("skil"));
}

}  // namespace
}  // namespace stumble
