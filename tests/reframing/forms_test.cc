#include "reframing/forms.h"

#include <gtest/gtest.h>

#include "error.h"

namespace stumble {
namespace {

using Texts = std::vector<std::string>;

TEST(VerbForms, FollowTheRulesOfSpelling) {
  EXPECT_EQ(VerbForms("slap"), (Texts{"slap", "slaps", "slapping", "slapped"}));
  EXPECT_EQ(VerbForms("choke"), (Texts{"choke", "chokes", "choking", "choked"}));
  EXPECT_EQ(VerbForms("push"), (Texts{"push", "pushes", "pushing", "pushed"}));
  EXPECT_EQ(VerbForms("bury"), (Texts{"bury", "buries", "burying", "buried"}));
  EXPECT_EQ(VerbForms("threaten"), (Texts{"threaten", "threatens", "threatening", "threatened"}));
  EXPECT_EQ(VerbForms("control"), (Texts{"control", "controls", "controlling", "controlled"}));
}

TEST(VerbForms, KnowIrregularVerbs) {
  EXPECT_EQ(VerbForms("beat"), (Texts{"beat", "beats", "beating", "beaten"}));
  EXPECT_EQ(VerbForms("take"), (Texts{"take", "takes", "taking", "took", "taken"}));
  EXPECT_EQ(VerbForms("die"), (Texts{"die", "dies", "dying", "died"}));
  EXPECT_EQ(VerbForms("cut"), (Texts{"cut", "cuts", "cutting"}));
}

TEST(PlainPhrases, WriteOutEachChoice) {
  EXPECT_EQ(PlainPhrases("in/on my car"), (Texts{"in my car", "on my car"}));
  EXPECT_EQ(PlainPhrases("(so that/in order) to"), (Texts{"so that to", "in order to"}));
  EXPECT_EQ(PlainPhrases("my [own] life"), (Texts{"my own life", "my  life"}));
  EXPECT_EQ(PlainPhrases("{who} hit~"), (Texts{"{who} hit", "{who} hits", "{who} hitting"}));
}

TEST(PlainPhrases, SayWhereABracketIsOpenOrThereAreTooManyForms) {
  EXPECT_THROW(PlainPhrases("my [own life"), Error);
  EXPECT_THROW(PlainPhrases("my (own life"), Error);
  EXPECT_THROW(PlainPhrases("a/b/c/d/e/f a/b/c/d/e/f a/b/c/d/e/f a/b/c/d/e/f a/b/c/d/e/f a/b/c/d/e/f"), Error);
}

TEST(PlainWords, TakeInTheListsThatAListNames) {
  NamedWords plain = PlainWords({{"kin", {"mother", "father"}}, {"who", {"he", "my {kin}"}}});
  EXPECT_EQ(plain["who"], (Texts{"he", "my father", "my mother"}));
}

TEST(PlainWords, RefuseListsThatNameEachOtherInACircle) {
  EXPECT_THROW(PlainWords({{"a", {"{b}"}}, {"b", {"x {a}"}}}), Error);
  EXPECT_THROW(PlainWords({{"a", {"{missing}"}}}), Error);
}

}  // namespace
}  // namespace stumble
