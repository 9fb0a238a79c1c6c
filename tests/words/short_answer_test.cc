#include "words/short_answer.h"

#include <gtest/gtest.h>

namespace stumble {
namespace {

TEST(ShortAnswer, UnderstandsWhatPeopleSayForYes) {
  for (const char* words : {"y", "Yes", "yes please", "Yes, please.", "sure", "OK", "of course"}) {
    EXPECT_TRUE(IsYes(words)) << words;
    EXPECT_FALSE(IsNo(words)) << words;
  }
}

TEST(ShortAnswer, UnderstandsWhatPeopleSayForNo) {
  for (const char* words : {"n", "NO", "nope", "no thanks", "No, thank you.", "not now", "nothing", "that\u2019s all"}) {
    EXPECT_TRUE(IsNo(words)) << words;
    EXPECT_FALSE(IsYes(words)) << words;
  }
}

TEST(ShortAnswer, TellsLaterFromNeverAndBothFromGoingOn) {
  EXPECT_EQ(UnderstoodAs("later please"), ShortAnswer::kLater);
  EXPECT_EQ(UnderstoodAs("not now"), ShortAnswer::kLater);
  EXPECT_EQ(UnderstoodAs("throw it away"), ShortAnswer::kThrowAway);
  EXPECT_EQ(UnderstoodAs("no thanks"), ShortAnswer::kNo);
  EXPECT_EQ(UnderstoodAs("go on from there"), ShortAnswer::kGoOn);
}

TEST(ShortAnswer, LeavesOtherWordsAlone) {
  for (const char* words : {"no one came", "yes she did it again", "the wind blew hard", "nothing helped", "ok for a while", "", "please"})
    EXPECT_EQ(UnderstoodAs(words), ShortAnswer::kOther) << words;
  EXPECT_FALSE(IsYes(std::nullopt));
  EXPECT_FALSE(IsNo(std::nullopt));
}

}  // namespace
}  // namespace stumble
