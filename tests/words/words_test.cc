#include "words/words.h"

#include <gtest/gtest.h>

namespace stumble {
namespace {

const Words kOwn{"hard moment", "hard moments"};

TEST(Words, StandWhereTheTextHasTheirPlace) {
  EXPECT_EQ(Words().In("this {setback}, all {setbacks}"), "this setback, all setbacks");
  EXPECT_EQ(kOwn.In("this {setback}, all {setbacks}"), "this hard moment, all hard moments");
}

TEST(Words, BeginASentenceWithACapital) {
  EXPECT_EQ(kOwn.In("{Setbacks} that eased. {Setback}."), "Hard moments that eased. Hard moment.");
  EXPECT_EQ((Words{"Éclair", "Éclairs"}).In("{Setback}"), "Éclair");
}

TEST(Words, LeaveOtherBracesAlone) {
  EXPECT_EQ(kOwn.In("--recovered{yes} {setback {Setbackx} {"), "--recovered{yes} {setback {Setbackx} {");
}

TEST(Words, AreNotFilledIntoThemselves) { EXPECT_EQ((Words{"{setbacks}", "x"}).In("{setback}"), "{setbacks}"); }

}  // namespace
}  // namespace stumble
