// The packs that come with the program: what they promise by their examples holds, their own texts name no pattern, and safety hears what
// it must.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>

#include "journal/journal_of.h"
#include "reframing/cue_check.h"
#include "reframing/reframer.h"
#include "reframing/safety_notice.h"
#include "reframing/shelf_of.h"

namespace stumble {
namespace {

// A pack's text with its slots filled by words that say nothing.
std::string WithPlainSlots(std::string text) {
  for (size_t open; (open = text.find('{')) != std::string::npos;) text.replace(open, text.find('}', open) - open + 1, "this");
  return text;
}

// The patterns named in a text, each followed by a space; and whether it gives concern.
std::string NamedIn(const std::string& text) {
  std::string named;
  for (const FoundPattern& pattern : BuiltInPatterns().Find(text)) named += pattern.pattern->id + " ";
  if (IsHeld(BuiltInSafety().Judge(text))) named += "held ";
  return named;
}

TEST(BuiltInPacks, KeepWhatTheirExamplesPromise) {
  size_t examples = 0;
  for (const Pack& pack : BuiltInShelf().packs()) {
    for (const Problem& problem : CheckCues(pack)) ADD_FAILURE() << Error(problem.what, problem.place).Sentence();
    for (const Pattern& pattern : pack.patterns) examples += pattern.examples.size() + pattern.counterexamples.size();
    for (const SafetyRule& rule : pack.rules) examples += rule.examples.size() + rule.counterexamples.size();
  }
  EXPECT_GT(examples, 100u);
}

TEST(BuiltInPacks, HaveTheThirteenPatterns) {
  std::set<std::string> ids;
  for (const Pattern* pattern : BuiltInShelf().patterns()) ids.insert(pattern->id);
  EXPECT_EQ(ids, (std::set<std::string>{"all-or-nothing", "overgeneralization", "mental-filter", "discounting-the-positive",
                                        "mind-reading", "fortune-telling", "catastrophizing", "emotional-reasoning",
                                        "should-statements", "labeling", "personalization", "blaming", "comparing"}));
}

TEST(BuiltInPacks, OfferQuestionsAndReframesThatNameNoPatternThemselves) {
  for (const Pattern* pattern : BuiltInShelf().patterns()) {
    for (const auto* offers : {&pattern->questions, &pattern->reframes})
      for (const Offer& offer : *offers) EXPECT_EQ(NamedIn(WithPlainSlots(offer.text)), "") << pattern->id << ": " << offer.text;
  }
}

TEST(BuiltInPacks, AskPromptsAndStepsThatAreNotHeldThemselves) {
  for (const Prompt* prompt : BuiltInShelf().prompts())
    EXPECT_FALSE(IsHeld(BuiltInSafety().Judge(WithPlainSlots(prompt->text)))) << prompt->id << ": " << prompt->text;
  for (const Routine* routine : BuiltInShelf().routines())
    for (const Step& step : routine->steps)
      for (const std::string& text : {step.say, step.ask, step.help})
        EXPECT_FALSE(IsHeld(BuiltInSafety().Judge(text))) << routine->id << "/" << step.id;
}

TEST(BuiltInPacks, NameTheStrongestPatternsOfEveryDayThoughts) {
  auto named = [](const char* thought) {
    std::string text = " " + NamedIn(thought);
    return text;
  };
  EXPECT_NE(named("I always ruin everything").find(" overgeneralization "), std::string::npos);
  EXPECT_NE(named("Everyone at work thinks I'm an idiot").find(" mind-reading "), std::string::npos);
  EXPECT_NE(named("I should be over this by now").find(" should-statements "), std::string::npos);
  EXPECT_NE(named("I’m such a loser").find(" labeling "), std::string::npos);
}

TEST(BuiltInPacks, NameNothingInPlainSadnessAndPlainFacts) {
  for (const char* thought : {"I miss her", "I am sad today", "It rained and I stayed in", "The meeting was long", "I cried for an hour",
                              "My father is in hospital", "We cannot pay the rent this month", "I am tired", "He called me a slur on the bus"})
    EXPECT_EQ(NamedIn(thought), "") << thought;
}

struct Sentence {
  const char* text;
  bool held;
};

// Written for this test, apart from the pack.
constexpr Sentence kSentences[] = {
    {"I can't do this anymore, I want it all to be over and I have the pills ready", true},
    {"Some nights I just wish I wouldn't wake up", true},
    {"I've been thinking about ending my life", true},
    {"They would all be better off without me", true},
    {"I cut my arms again yesterday", true},
    {"I don’t see any reason to stay alive", true},
    {"Yesterday I stood on the bridge and nearly jumped", true},
    {"i want to kms", true},
    {"I wrote my goodbye letters on Sunday", true},
    {"I am thinking about suicide every day", true},
    {"I burned myself with a cigarette so I could feel something", true},
    {"Nobody would notice if I were dead", true},
    {"I keep looking up how many tablets it takes", true},
    {"My husband pushed me down the stairs", true},
    {"He choked me last night and said sorry", true},
    {"She threatens to hurt the kids if I leave", true},
    {"My boyfriend goes through my phone and won't let me see my friends", true},
    {"My stepfather used to touch me when I was nine", true},
    {"He forces me to have sex", true},
    {"I'm scared of what my dad will do when he comes home drunk", true},
    {"I was late for work again", false},
    {"This deadline is killing me", false},
    {"I nearly died laughing at her joke", false},
    {"My phone died on the way to therapy", false},
    {"I would kill for a coffee right now", false},
    {"We cut the budget and I felt bad for the team", false},
    {"I burned dinner and cried", false},
    {"He hit the brakes too hard and I got scared", false},
    {"My daughter beat me at chess again", false},
    {"I always ruin everything", false},
    {"I feel like a failure compared to my sister", false},
    {"She never answers my messages, she must hate me", false},
    {"My grandmother died last spring and I miss her", false},
    {"I want to end the lease and move out", false},
    {"I jumped in at the deep end with this project", false},
    {"I'm dead tired after the night shift", false},
    {"The exam was torture", false},
    {"He criticized my slides in front of everyone", false},
    {"I overdosed on cake at the birthday party", false},
    {"I froze when she asked about my father", false},
};

TEST(BuiltInPacks, HoldWhatSpeaksOfSuicideSelfHarmOrAbuse) {
  static_assert(std::size(kSentences) == 40);
  int heard = 0, meant = 0, left = 0, other = 0;
  for (const Sentence& sentence : kSentences) {
    bool held = IsHeld(BuiltInSafety().Judge(sentence.text));
    (sentence.held ? meant : other)++;
    if (held && sentence.held) ++heard;
    if (!held && !sentence.held) ++left;
    if (held != sentence.held) std::printf("%s: %s\n", sentence.held ? "not heard" : "held without need", sentence.text);
  }
  std::printf("heard %d of %d, left alone %d of %d\n", heard, meant, left, other);
  EXPECT_GE(heard, 19);
  EXPECT_GE(left, 19);
}

TEST(BuiltInPacks, HearTheSameWordsHoweverTheyAreTyped) {
  for (const char* text : {"I WANT TO DIE", "i want to die", "I want to\ndie", "I don't want to be alive anymore", "I don’t want to be alive anymore",
                           "I dont want to be alive anymore", "I want to die.", "…I want to die…"})
    EXPECT_EQ(BuiltInSafety().Judge(text), Concern::kCrisis) << text;
}

TEST(BuiltInPacks, HearWordsThatAnEditorBrokeIntoLines) {
  size_t broken = 0, unheard = 0;
  for (const SafetyRule* rule : BuiltInShelf().rules()) {
    if (rule->kind != "crisis" && rule->kind != "abuse") continue;
    for (std::string text : rule->examples) {
      if (!IsHeld(BuiltInSafety().Judge(text))) continue;
      for (size_t space = text.find(' '); space != std::string::npos; space = text.find(' ', space + 1)) {
        text[space] = '\n';
        ++broken;
        if (!IsHeld(BuiltInSafety().Judge(text))) ++unheard;
        text[space] = ' ';
      }
    }
  }
  EXPECT_EQ(unheard, 0u) << "of " << broken << " places for a line end";
}

TEST(BuiltInPacks, GiveHardshipAndIntrusiveThoughtsTheirOwnAnswer) {
  for (const char* text : {"My mother died in spring and I should be over it", "I keep hearing voices that tell me I am worthless",
                           "What if I hurt my baby", "They are watching me through the TV"})
    EXPECT_NE(BuiltInSafety().Judge(text), Concern::kNone) << text;
}

TEST(SafetyNotice, AcknowledgesFirstAndNamesWhoCanBeReached) {
  ReachableHelp help;
  help.region = BuiltInShelf().FindRegion("US");
  help.directory = BuiltInShelf().Directory();
  ASSERT_TRUE(help.region);
  std::string notice = SafetyNotice(Concern::kCrisis, help);
  EXPECT_TRUE(notice.starts_with("That sounds very hard to carry. Your words are kept.\n")) << notice;
  EXPECT_NE(notice.find("988"), std::string::npos);
  EXPECT_NE(notice.find("911"), std::string::npos);
  EXPECT_TRUE(notice.ends_with("'prompt crisis' shows this again at any time.\n"));
  for (std::string_view line = notice; !line.empty(); line.remove_prefix(line.find('\n') + 1))
    EXPECT_LE(line.find('\n'), 80u);
}

TEST(SafetyNotice, ShowsAPlanThatStillFitsAScreenAndNamesALongerOne) {
  ReachableHelp help;
  help.plan = [] { return std::vector<PlanStep>(9, {"When it is hard", {"tea on the balcony"}}); };
  EXPECT_NE(SafetyNotice(Concern::kCrisis, help).find("tea on the balcony"), std::string::npos);
  help.plan = [] { return std::vector<PlanStep>(15, {"When it is hard", {"tea on the balcony"}}); };
  std::string notice = SafetyNotice(Concern::kCrisis, help);
  EXPECT_EQ(notice.find("tea on the balcony"), std::string::npos);
  EXPECT_NE(notice.find("'prompt crisis' shows it"), std::string::npos) << notice;
}

TEST(SafetyNotice, NamesNoCountrysNumberWithoutAKnownRegion) {
  ReachableHelp help;
  help.directory = BuiltInShelf().Directory();
  for (Concern concern : {Concern::kCrisis, Concern::kAbuse}) {
    std::string notice = SafetyNotice(concern, help);
    EXPECT_EQ(notice.find("988"), std::string::npos);
    EXPECT_EQ(notice.find("911"), std::string::npos);
    EXPECT_NE(notice.find("findahelpline"), std::string::npos) << notice;
  }
}

TEST(SafetyNotice, SaysForAbuseThatAnotherDeviceMayBeSafer) {
  ReachableHelp help;
  std::string notice = SafetyNotice(Concern::kAbuse, help);
  std::replace(notice.begin(), notice.end(), '\n', ' ');
  EXPECT_NE(notice.find("another phone or computer may be safer"), std::string::npos);
  for (const char* urging : {"lock", "delete", "leave"}) EXPECT_EQ(notice.find(urging), std::string::npos) << urging;
  EXPECT_EQ(SafetyNotice(Concern::kCrisis, help).find("another phone"), std::string::npos);
}

}  // namespace
}  // namespace stumble
