#include "reframing/offers.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "reframing/shelf_of.h"

namespace stumble {
namespace {

Offer Plain(std::string text) { return {{}, std::move(text), "", {}, {}}; }
Offer With(std::string text, std::string strategy, std::vector<std::string> needs, std::vector<std::string> when) {
  return {{}, std::move(text), std::move(strategy), std::move(needs), std::move(when)};
}

std::vector<Offer> Numbered(int count) {
  std::vector<Offer> offers;
  for (int i = 0; i < count; ++i) offers.push_back(Plain("text " + std::to_string(i)));
  return offers;
}

std::string First(const std::vector<Offer>& offers, std::string_view thought, uint64_t seed = 0,
                  std::optional<int> intensity = {}, std::string_view domain = "", Voice voice = Voice::kI) {
  std::vector<std::string> ranked = Ranked(offers, OccasionOf(thought, domain, intensity, seed), "cue", voice);
  return ranked.empty() ? "" : ranked[0];
}

// How often one comes first, of 200 seeds.
int TimesFirst(const std::vector<Offer>& offers, const std::string& text, std::string_view thought) {
  int times = 0;
  for (uint64_t seed = 0; seed < 200; ++seed) times += First(offers, thought, seed) == text ? 1 : 0;
  return times;
}

TEST(Offers, AreChosenByTheThoughtAndTheSeed) {
  const std::vector<Offer> offers = Numbered(7);
  std::set<std::string> by_seed, by_thought;
  for (uint64_t seed = 0; seed < 80; ++seed) by_seed.insert(First(offers, "the thought", seed));
  for (int i = 0; i < 80; ++i) by_thought.insert(First(offers, "thought " + std::to_string(i)));
  EXPECT_EQ(by_seed.size(), offers.size());
  EXPECT_EQ(by_thought.size(), offers.size());
}

TEST(Offers, AreTheSameForTheSameWords) {
  const std::vector<Offer> offers = Numbered(12);
  const std::string expected = First(offers, "I always ruin everything", 3);
  for (const char* near : {"i ALWAYS ruin everything", "I always ruin everything.", "I always  ruin everything!",
                           " I always ruin everything ", "I always, ruin everything"})
    EXPECT_EQ(First(offers, near, 3), expected) << near;
}

TEST(Offers, StayInOrderWhenThePackGetsAnotherText) {
  std::vector<Offer> offers = Numbered(6);
  Occasion occasion = OccasionOf("the thought", "", {}, 5);
  std::vector<std::string> before = Ranked(offers, occasion, "", Voice::kI);
  offers.insert(offers.begin(), Plain("another"));
  std::vector<std::string> after = Ranked(offers, occasion, "", Voice::kI);
  std::erase(after, "another");
  EXPECT_EQ(before, after);
}

TEST(Offers, NeedTheirSlots) {
  const std::vector<Offer> offers = {With("What of {feared}?", "", {"feared"}, {})};
  EXPECT_EQ(First(offers, "I was late"), "");
  EXPECT_EQ(First(offers, "I will lose my keys"), "What of losing my keys?");
  EXPECT_EQ(First(offers, "I will lose my keys", 0, {}, "", Voice::kYou), "What of losing your keys?");
}

TEST(Offers, ThatNameAPartOfTheThoughtComeUpMoreOften) {
  std::vector<Offer> offers = Numbered(5);
  offers.push_back(With("{person}", "", {"person"}, {}));
  int times = TimesFirst(offers, "My boss", "My boss yelled");
  EXPECT_GT(times, 100);
  EXPECT_LT(times, 190);
}

TEST(Offers, OfGrowthComeUpMoreRarelyThanKindness) {
  const std::vector<Offer> offers = {With("growth", "growth", {}, {}), With("kind", "self-compassion", {}, {})};
  EXPECT_GT(TimesFirst(offers, "kind", "t"), TimesFirst(offers, "growth", "t"));
}

TEST(Offers, AreKindFirstWhereItIsVeryStrong) {
  std::vector<Offer> offers = Numbered(9);
  offers.push_back(With("breathe", "grounding", {}, {"intense"}));
  offers.push_back(With("let it be", "acceptance", {}, {}));
  std::set<std::string> firsts;
  for (uint64_t seed = 0; seed < 60; ++seed) {
    for (int intensity : {7, 10}) firsts.insert(First(offers, "t", seed, intensity));
    EXPECT_NE(First(offers, "t", seed, 6), "breathe");
    EXPECT_NE(First(offers, "t", seed), "breathe");
    EXPECT_EQ(First(offers, "t", seed, 8, "", Voice::kYou), "breathe") << "a question to hold on to comes first";
  }
  EXPECT_EQ(firsts, (std::set<std::string>{"breathe", "let it be"}));
}

TEST(Offers, FitTheAreaOfLifeAndWhomItIsAbout) {
  const std::vector<Offer> work = {With("at work", "", {}, {"work", "school"})};
  EXPECT_EQ(First(work, "I was late"), "");
  EXPECT_EQ(First(work, "My boss was late"), "at work");
  EXPECT_EQ(First(work, "I was late", 0, {}, "School"), "at work");
  const std::vector<Offer> me = {With("me", "", {}, {"me"})}, others = {With("others", "", {}, {"others"})};
  EXPECT_EQ(First(me, "He is a jerk") + First(others, "He is a jerk"), "others");
  EXPECT_EQ(First(me, "I am a fool") + First(others, "I am a fool"), "me");
  const std::vector<Offer> mild = {With("mild", "", {}, {"mild"})};
  EXPECT_EQ(First(mild, "t", 0, 3), "mild");
  EXPECT_EQ(First(mild, "t"), "");
}

TEST(Offers, SaidLatelyComeAfterFreshOnes) {
  const std::vector<Offer> offers = {Plain("one"), With("What of {person}?", "", {"person"}, {}), Plain("three")};
  Occasion occasion = OccasionOf("My boss yelled", "", {}, 0);
  occasion.said_lately = {"What of my mother?", "three"};
  EXPECT_EQ(Ranked(offers, occasion, "", Voice::kI)[0], "one");
  occasion.said_lately = {"one", "three", "What of my boss?"};
  EXPECT_EQ(Ranked(offers, occasion, "", Voice::kI).size(), 3u);
}

TEST(IsFilledFrom, KnowsATextHoweverItsSlotsWereFilled) {
  EXPECT_TRUE(IsFilledFrom("I see.", "I see."));
  EXPECT_FALSE(IsFilledFrom("I see. More", "I see."));
  EXPECT_TRUE(IsFilledFrom("My boss may be tired.", "{person} may be tired."));
  EXPECT_TRUE(IsFilledFrom("I wrote “a” and “b” today.", "I wrote “{cue}” and “{good}” today."));
  EXPECT_FALSE(IsFilledFrom("I wrote “a” today.", "I wrote “{cue}” and “{good}” today."));
  EXPECT_FALSE(IsFilledFrom("Well, my boss may be tired, I guess.", "{person} may be tired."));
}

TEST(BuiltInOffers, HaveAnAnswerForEveryPatternAndMoment) {
  for (const Pattern* pattern : BuiltInShelf().patterns()) {
    for (const char* thought : {"x", "He is a jerk", "I am a fool", "People should be kind"}) {
      for (std::optional<int> intensity : {std::optional<int>(), std::optional<int>(2), std::optional<int>(9)}) {
        EXPECT_GE(Ranked(pattern->questions, OccasionOf(thought, "", intensity, 0), "", Voice::kYou).size(), 2u)
            << pattern->id;
        EXPECT_GE(Ranked(pattern->reframes, OccasionOf(thought, "", intensity, 0), "", Voice::kI).size(), 2u)
            << pattern->id;
      }
    }
  }
}

TEST(BuiltInOffers, AreKindFirstWhereItIsVeryStrong) {
  for (const Pattern* pattern : BuiltInShelf().patterns()) {
    for (uint64_t seed = 0; seed < 20; ++seed) {
      Occasion occasion = OccasionOf("I am a fool", "", 8, seed);
      std::string reframe = Ranked(pattern->reframes, occasion, "", Voice::kI)[0];
      std::string question = Ranked(pattern->questions, occasion, "", Voice::kYou)[0];
      for (const Offer& offer : pattern->reframes) {
        bool kind =
            offer.strategy == "self-compassion" || offer.strategy == "acceptance" || offer.strategy == "grounding";
        EXPECT_TRUE(kind || !IsFilledFrom(reframe, offer.text)) << reframe;
      }
      for (const Offer& offer : pattern->questions) {
        bool intense = !offer.when.empty() && offer.when[0] == "intense";
        EXPECT_TRUE(intense || !IsFilledFrom(question, offer.text)) << question;
      }
    }
  }
}

}  // namespace
}  // namespace stumble
