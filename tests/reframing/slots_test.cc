#include "reframing/slots.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "reframing/hard_thoughts.h"
#include "reframing/harsh_name.h"

namespace stumble {
namespace {

std::string Slot(std::string_view thought, const std::string& slot) {
  Slots slots = SlotsOf(thought);
  return slots.Has(slot) ? slots.values.at(slot) : "";
}

TEST(Slots, FindTheAbsoluteWordAndItsKind) {
  EXPECT_EQ(Slot("I ALWAYS ruin it", "absolute"), "always");
  EXPECT_EQ(Slot("I ALWAYS ruin it", "always"), "always");
  EXPECT_EQ(Slot("No one ever calls", "everyone"), "no one");
  EXPECT_EQ(Slot("No one ever calls", "always"), "");
  EXPECT_EQ(Slot("It goes wrong every time", "absolute"), "every time");
  EXPECT_EQ(Slot("I was late", "absolute"), "");
}

TEST(Slots, SayAFearAsAnEvent) {
  EXPECT_EQ(Slot("I'm going to fail the exam, I just know it", "feared"), "failing the exam");
  EXPECT_EQ(Slot("I will probably lose my job", "feared"), "losing my job");
  EXPECT_EQ(Slot("I'll get fired and end up homeless", "feared"), "getting fired");
  EXPECT_EQ(Slot("My boss is going to fire me", "feared"), "my boss firing me");
  EXPECT_EQ(Slot("She’ll leave me", "feared"), "her leaving me");
  EXPECT_EQ(Slot("They're going to laugh at me", "feared"), "them laughing at me");
  EXPECT_EQ(Slot("No one will ever love me", "feared"), "no one ever loving me");
  EXPECT_EQ(Slot("I won't pass the test", "feared"), "not passing the test");
  EXPECT_EQ(Slot("I will never find love", "feared"), "never finding love");
  EXPECT_EQ(Slot("I'm afraid of losing my apartment", "feared"), "losing my apartment");
  EXPECT_EQ(Slot("What if I forget everything", "feared"), "forgetting everything");
  EXPECT_EQ(Slot("I'll never be as good as my brother", "feared"), "");
  EXPECT_EQ(Slot("He's going to leave me sooner or later", "feared"), "");
}

TEST(Slots, DoNotSayAgainWhatIsTooGrave) {
  for (const char* thought :
       {"I'm going to have a heart attack", "He'll end up in the hospital", "I will get hurt in a crash"})
    EXPECT_EQ(Slot(thought, "feared"), "") << thought;
  EXPECT_EQ(Slot("I'm going to have a panic attack", "feared"), "having a panic attack");
}

TEST(Slots, KnowWhatHasNoHourInWhichItHappens) {
  EXPECT_EQ(Slot("I will never find love", "feared-event"), "");
  EXPECT_EQ(Slot("I will always be alone", "feared"), "always being alone");
  EXPECT_EQ(Slot("I will always be alone", "feared-event"), "");
  EXPECT_EQ(Slot("I will be late", "feared-event"), "being late");
}

TEST(Slots, LeaveAFutureThatNobodyFears) {
  for (const char* thought :
       {"I will call my sister tonight", "I'm going to the store", "I will be fine", "She will be here at ten",
        "I'll get better", "I will have a rest", "It will rain", "I will leave at five"})
    EXPECT_EQ(Slot(thought, "feared"), "") << thought;
}

TEST(Slots, FindWhatThePersonCallsThemselves) {
  EXPECT_EQ(Slot("I'm such an idiot for saying that", "a-label"), "an idiot");
  EXPECT_EQ(Slot("I am a terrible mother", "label"), "terrible mother");
  EXPECT_EQ(Slot("I am a terrible mother", "a-label"), "a terrible mother");
  EXPECT_EQ(Slot("im a useless friend", "a-label"), "a useless friend");
  EXPECT_EQ(Slot("I'm worthless.", "a-label"), "worthless");
  EXPECT_EQ(Slot("I am nothing but a burden", "a-label"), "a burden");
  EXPECT_EQ(Slot("I think I am a fraud", "a-label"), "a fraud");
}

TEST(Slots, DoNotTakeForAnOwnNameWhatIsNone) {
  for (const char* thought :
       {"Everyone must think I'm an idiot", "He says I am a failure", "I am a teacher", "I am weak in math",
        "He is a jerk", "I'm in a mess of papers", "My father is a good cook"})
    EXPECT_EQ(Slot(thought, "a-label"), "") << thought;
}

TEST(Slots, KnowWhomANameOrARuleIsFor) {
  EXPECT_TRUE(SlotsOf("He is a jerk").about_others);
  EXPECT_TRUE(SlotsOf("My coworkers are all idiots").about_others);
  EXPECT_TRUE(SlotsOf("People should think before they speak").about_others);
  EXPECT_FALSE(SlotsOf("He is a jerk and I am a coward").about_others);
  EXPECT_FALSE(SlotsOf("I should be over this").about_others);
}

TEST(Slots, NameTheOtherPersonInThreeForms) {
  EXPECT_EQ(Slot("My boss hates me", "person"), "my boss");
  EXPECT_EQ(Slot("My boss hates me", "person-possessive"), "my boss's");
  EXPECT_EQ(Slot("All my friends are married", "person-possessive"), "my friends'");
  EXPECT_EQ(Slot("She hates me", "person-object"), "her");
  EXPECT_EQ(Slot("I disappointed him", "person"), "he");
  EXPECT_EQ(Slot("My new manager hates me", "person"), "my new manager");
  EXPECT_EQ(Slot("Everyone hates me", "person"), "");
}

TEST(Slots, SayARuleAsAWish) {
  EXPECT_EQ(Slot("I should be over this by now", "wish"), "I could be over this by now");
  EXPECT_EQ(Slot("I should have known better", "wish"), "I had known better");
  EXPECT_EQ(Slot("I shouldn't have said that to her", "wish"), "I had not said that to her");
  EXPECT_EQ(Slot("I should’ve called", "missed"), "called");
  EXPECT_EQ(Slot("People should think before they speak", "wish"), "people would think before they speak");
  EXPECT_EQ(Slot("It would be fine if my boss would just listen", "wish"), "my boss would listen");
  EXPECT_EQ(Slot("He should have called me", "wish"), "he had called me");
  EXPECT_EQ(Slot("I have to be strong for them because they need me", "rule"), "be strong for them");
  EXPECT_EQ(Slot("I should be able to do this", "wish"), "I could do this");
}

TEST(Slots, MakeNobodyWishForHarm) {
  for (const char* thought :
       {"I should be ashamed of myself", "I should be punished", "I should just give up", "I should quit",
        "I must be stupid", "He should suffer", "I should feel guilty", "I should disappear",
        "I have to please everybody", "I should do this without medication", "I should eat less"})
    EXPECT_EQ(Slot(thought, "wish"), "") << thought;
}

TEST(Slots, KnowAFeelingAndTheGoodBeforeABut) {
  EXPECT_EQ(Slot("I feel so guilty, I must have done wrong", "feeling"), "guilty");
  EXPECT_EQ(Slot("I feel like a burden", "feeling"), "like a burden");
  EXPECT_EQ(Slot("I feel like a walk", "feeling"), "");
  EXPECT_EQ(Slot("I ran my first 5k, but anyone could do that", "good"), "I ran my first 5k");
  EXPECT_EQ(Slot("I did not win, but I ran", "good"), "");
  EXPECT_EQ(Slot("It rained all day but we went", "good"), "");
}

TEST(Filled, SpeaksToThePersonOrAsThem) {
  Slots slots = SlotsOf("My boss is going to fire me and I always ruin everything");
  EXPECT_EQ(Filled("{person} may be tired.", slots, "", Voice::kI), "My boss may be tired.");
  EXPECT_EQ(Filled("What of {feared}?", slots, "", Voice::kYou), "What of your boss firing you?");
  EXPECT_EQ(Filled("What of “{cue}”?", slots, "my boss", Voice::kYou), "What of “my boss”?");
  EXPECT_EQ(Filled("So it is. {person} may see. {cue}", slots, "{cue}", Voice::kI),
            "So it is. My boss may see. {cue}");
}

TEST(ToYou, ChangesWhoSpeaks) {
  EXPECT_EQ(ToYou("losing my keys before I'm home"), "losing your keys before you're home");
  EXPECT_EQ(ToYou("I was late and I am sorry, it is mine"), "you were late and you are sorry, it is yours");
  EXPECT_EQ(ToYou("the army of mine"), "the army of yours");
}

TEST(WithIndefiniteArticle, GoesByTheSound) {
  EXPECT_EQ(WithIndefiniteArticle("idiot"), "an idiot");
  EXPECT_EQ(WithIndefiniteArticle("useless friend"), "a useless friend");
  EXPECT_EQ(WithIndefiniteArticle("utter fool"), "an utter fool");
  EXPECT_EQ(WithIndefiniteArticle("honest fool"), "an honest fool");
  EXPECT_EQ(WithIndefiniteArticle("loser"), "a loser");
}

// Whatever is typed, a slot is a piece of one line that the thought's words make up, and never a thing of its own.
TEST(Slots, AreShortAndOnOneLineWhateverIsTyped) {
  const std::vector<std::string> pieces = {
      "I",     "will",  "'ll",  "never", "be", "fail", "my",  "boss", "she",  "should", "have", "known",
      "an",    "idiot", "am",   "I'm",   ",",  ".",    "but", "so",   "feel", "guilty", "if",   "would",
      "going", "to",    "lose", "\n",    "“",  "”",    "not", "no",   "one",  "ever",   "love", "great"};
  rc::check("slots of any words", [&] {
    std::string thought;
    for (int i = *rc::gen::inRange(0, 14); i > 0; --i) thought += *rc::gen::elementOf(pieces) + " ";
    for (const auto& [slot, value] : SlotsOf(thought).values) {
      RC_ASSERT(!value.empty());
      RC_ASSERT(value.find('\n') == std::string::npos);
      RC_ASSERT(value.find("  ") == std::string::npos);
      RC_ASSERT(value.find_first_of("{}") == std::string::npos);
      RC_ASSERT(std::count(value.begin(), value.end(), ' ') < 14);
      RC_ASSERT(value.front() != ' ' && value.back() != ' ');
      RC_ASSERT(std::string(",.;").find(value.back()) == std::string::npos);
    }
  });
  rc::check("slots of any bytes", [](const std::string& thought) {
    for (const auto& [slot, value] : SlotsOf(thought).values) RC_ASSERT(!value.empty());
  });
}

}  // namespace
}  // namespace stumble
