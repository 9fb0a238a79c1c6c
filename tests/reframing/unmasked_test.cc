#include "reframing/unmasked.h"

#include <gtest/gtest.h>

namespace stumble {
namespace {

std::string Read(const std::string& text) {
  static const Misspellings misspellings(
      {"kill", "myself", "suicide", "want", "die", "kms"}, [] { return Misspellings::WordSet{"i", "to", "and", "we"}; });
  return Unmasked(text, misspellings);
}

TEST(Unmasked, ReadsSignsAsTheLettersTheyStandFor) {
  EXPECT_EQ(Read("k1ll my$elf"), "kill myself");
  EXPECT_EQ(Read("I w4nt to d!e!"), "i want to die!");
  EXPECT_EQ(Read("su1c1de, again"), "suicide, again");
  EXPECT_EQ(Read("k*ll"), "kill");
}

TEST(Unmasked, JoinsLettersThatStandOneByOne) {
  EXPECT_EQ(Read("s u i c i d e comes up"), "suicide comes up");
  EXPECT_EQ(Read("K.M.S. honestly"), "kms. honestly");
  EXPECT_EQ(Read("i want to d-i-e"), "i want to die");
}

TEST(Unmasked, DropsWhatHasNoWidthAndAccentsAndReadsLookalikes) {
  EXPECT_EQ(Read("sui\u200Bcide"), "suicide");
  EXPECT_EQ(Read("süicìde"), "suicide");
  EXPECT_EQ(Read("su\u0456c\u0456de"), "suicide");  // Cyrillic
  EXPECT_EQ(Read("ｓｕｉｃｉｄｅ"), "suicide");       // full width
  EXPECT_EQ(Read("caf\xe9 \xe9\xe9 su\u0456c\u0456de").substr(Read("caf\xe9 \xe9\xe9 su\u0456c\u0456de").size() - 7), "suicide");  // beside what grows
}

TEST(Unmasked, MendsMisspeltWords) {
  EXPECT_EQ(Read("i wnat to dieeee"), "i want to die");
  EXPECT_EQ(Read("kil myslef"), "kill myself");
}

TEST(Unmasked, IsEmptyWhereNothingIsMasked) {
  for (const char* text : {"", "I want to kill time", "At 8 we met in room 101!", "a b c", "We paid $5 and 4 euros", "R2D2", "O'Brien said 'no'"})
    EXPECT_EQ(Read(text), "") << text;
}

TEST(Unmasked, StandsBytesThatAreNoText) {
  EXPECT_NO_THROW(Read("k\xFFll \xC3 my$elf"));
  EXPECT_NE(Read("\xFF k1ll").find("kill"), std::string::npos);
}

}  // namespace
}  // namespace stumble
