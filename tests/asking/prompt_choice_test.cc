#include "asking/prompt_choice.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace stumble {
namespace {

Prompt Of(const std::string& id, const std::string& theme, const std::vector<std::string>& when = {}, const std::string& text = "Q?") {
  Prompt prompt;
  prompt.id = id;
  prompt.theme = theme;
  prompt.text = text;
  prompt.when = when;
  return prompt;
}

const std::vector<Prompt>& Prompts() {
  static const std::vector<Prompt> prompts = {
      Of("any-1", "path"),           Of("any-2", "path"),       Of("any-3", "insight"), Of("open", "path", {"open"}),
      Of("intense", "path", {"open", "intense"}), Of("quiet", "path", {"quiet"}), Of("slot", "path", {}, "What did {trigger} say? {trigger}!"),
  };
  return prompts;
}

std::vector<std::string> Chosen(const std::vector<std::string>& themes, const Situation& situation, size_t count, uint64_t seed) {
  std::vector<const Prompt*> pointers;
  for (const Prompt& prompt : Prompts()) pointers.push_back(&prompt);
  std::vector<std::string> ids;
  for (const Prompt* prompt : ChoosePrompts(pointers, themes, situation, count, seed)) ids.push_back(prompt->id);
  return ids;
}

std::set<std::string> AllOf(const std::vector<std::string>& themes, const Situation& situation) {
  std::vector<std::string> ids = Chosen(themes, situation, 100, 1);
  return {ids.begin(), ids.end()};
}

Situation Open() {
  Situation situation;
  situation.quiet = false;
  situation.state = State::kOpen;
  return situation;
}

TEST(ChoosePrompts, TakesThoseWhoseConditionsAllHold) {
  EXPECT_EQ(AllOf({}, {}), (std::set<std::string>{"any-1", "any-2", "any-3", "quiet"}));
  EXPECT_EQ(AllOf({}, Open()), (std::set<std::string>{"any-1", "any-2", "any-3", "open"}));
  Situation mild = Open();
  mild.intensity = 3;
  EXPECT_EQ(AllOf({}, mild), (std::set<std::string>{"any-1", "any-2", "any-3", "open"}));
}

TEST(ChoosePrompts, LeavesOutThoseForAnyDayWhereASetbackWasNamed) {
  Situation asked_for = Open();
  asked_for.is_asked_for = true;
  EXPECT_EQ(AllOf({}, asked_for), std::set<std::string>{"open"});
  EXPECT_EQ(AllOf({"insight"}, asked_for), std::set<std::string>{"any-3"});  // there is none for just that
}

TEST(ChoosePrompts, TakesThoseForIntenseMomentsAloneWhereItIsOne) {
  Situation intense = Open();
  intense.intensity = 8;
  EXPECT_EQ(AllOf({}, intense), (std::set<std::string>{"intense"}));
  EXPECT_EQ(AllOf({"insight"}, intense), (std::set<std::string>{"any-3"}));
}

TEST(ChoosePrompts, TakesTheWantedThemesAlone) {
  EXPECT_EQ(AllOf({"insight"}, {}), (std::set<std::string>{"any-3"}));
  EXPECT_EQ(AllOf({"insight", "path"}, {}).size(), 4u);
  EXPECT_EQ(AllOf({"none"}, {}).size(), 0u);
}

TEST(ChoosePrompts, TakesAPromptWithASlotOnlyWhereItCanBeFilled) {
  Situation situation = Open();
  situation.trigger = "silence";
  EXPECT_TRUE(AllOf({}, situation).contains("slot"));
  EXPECT_FALSE(AllOf({}, Open()).contains("slot"));
}

TEST(ChoosePrompts, GivesTheSameForTheSameSeedForEver) {
  EXPECT_EQ(Chosen({}, {}, 3, 7), Chosen({}, {}, 3, 7));
  EXPECT_EQ(Chosen({}, {}, 4, 7), (std::vector<std::string>{"quiet", "any-2", "any-3", "any-1"}));
}

TEST(ChoosePrompts, ReachesEveryPromptWithSomeSeed) {
  std::set<std::string> first;
  for (uint64_t seed = 0; seed < 60; ++seed) first.insert(Chosen({}, {}, 1, seed).at(0));
  EXPECT_EQ(first.size(), 4u);
}

RC_GTEST_PROP(ChoosePrompts, GivesDifferentOnesAndNoMoreThanWanted, (uint64_t seed)) {
  size_t count = *rc::gen::inRange<size_t>(0, 9);
  std::vector<std::string> ids = Chosen({}, Open(), count, seed);
  RC_ASSERT(ids.size() == std::min<size_t>(count, 4));
  RC_ASSERT((std::set<std::string>(ids.begin(), ids.end()).size() == ids.size()));
  std::vector<std::string> more = Chosen({}, Open(), count + 1, seed);
  RC_ASSERT(std::equal(ids.begin(), ids.end(), more.begin()));
}

TEST(FilledText, FillsInTheTriggerOnOneLine) {
  Situation situation;
  situation.trigger = "a\nb {trigger}";
  EXPECT_EQ(FilledText(Prompts().back(), situation), "What did a b {trigger} say? a b {trigger}!");
  EXPECT_EQ(FilledText(Prompts().front(), situation), "Q?");
}

TEST(SeedOfDay, DiffersFromDayToDay) {
  EXPECT_EQ(SeedOfDay(*ParseDay("2026-11-20")), SeedOfDay(*ParseDay("2026-11-20")));
  EXPECT_NE(SeedOfDay(*ParseDay("2026-11-20")), SeedOfDay(*ParseDay("2026-11-21")));
}

}  // namespace
}  // namespace stumble
