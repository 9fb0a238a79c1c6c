#include "pack/pack_lint.h"

#include <gtest/gtest.h>

#include <string>

#include "sample_pack.h"

namespace stumble {
namespace {

constexpr const char* kHead = "pack: mine\nversion: 1\ntitle: Mine\nlanguage: en\nlicense: CC0-1.0\nsources: [me]\n";

std::string Lint(const std::string& yaml, const std::string& today = "2026-12-01") {
  std::string all;
  for (const Problem& problem : LintPack(yaml, "x.yaml", today))
    all += problem.place.ToString() + ": " + problem.what + "\n";
  return all;
}

std::string LintRest(const std::string& rest) { return Lint(kHead + rest); }

TEST(PackLint, NamesPatternsWithTooLittleToGoOn) {
  EXPECT_EQ(Lint(kSamplePack),
            "x.yaml:14:5: pattern `all-or-nothing` has 2 cues; expected at least 5\n"
            "x.yaml:14:5: pattern `all-or-nothing` has 1 questions; expected at least 4\n"
            "x.yaml:14:5: pattern `all-or-nothing` has 1 reframes; expected at least 4\n");
}

TEST(PackLint, WantsAQuestionAndAReframeThatAlwaysFit) {
  auto lint = [](const std::string& reframe) {
    return LintRest("patterns: [{id: a, plain: b, cues: [{phrases: [c]}], examples: [c], questions: [d], reframes: [" + reframe + "]}]\n");
  };
  const std::string missing =
      "x.yaml:7:12: pattern `a` has no reframe that always fits; expected one without `when:` and without names in braces but "
      "`{cue}`\n";
  EXPECT_EQ(lint("'{cue} hurts'").find(missing), std::string::npos);
  EXPECT_NE(lint("'{person} hurts'").find(missing), std::string::npos) << lint("'{person} hurts'");
  EXPECT_NE(lint("{text: e, when: [work]}").find(missing), std::string::npos);
}

TEST(PackLint, NamesRulesWithoutExamplesOrThatCanNeverMatch) {
  EXPECT_EQ(LintRest("safety: {rules: [{id: a, kind: bring, threshold: 2, cues: [{phrases: [b]}, {phrases: [c], "
                     "weight: -3}]}]}\n"),
            "x.yaml:7:18: safety rule `a` has no `examples:`; expected texts that it should match\n"
            "x.yaml:7:18: safety rule `a` can never reach its `threshold:`; expected cues that weigh as much\n");
}

TEST(PackLint, NamesWordingsThatHurtButNotWhatCuesListenFor) {
  EXPECT_EQ(LintRest("prompts:\n"
                     "- {id: a, theme: t, text: \"Well done!\"}\n"
                     "- {id: b, theme: t, text: \"At\n   least it is over.\"}\n"
                     "- {id: c, theme: t, text: \"That leastways is fine.\"}\n"
                     "safety: {rules: [{id: d, kind: crisis, cues: [{phrases: [committed suicide]}], examples: [At "
                     "least!]}]}\n"),
            "x.yaml:8:27: an exclamation mark; expected a calm sentence\n"
            "x.yaml:9:27: `at least`: it weighs one pain against another; expected the feeling acknowledged\n");
}

TEST(PackLint, NamesTextsThatStandTwice) {
  EXPECT_EQ(LintRest("prompts:\n- {id: a, theme: t, text: \"What now?\"}\n- {id: b, theme: t, text: \"what  now?\"}\n"
                     "routines:\n- id: r\n  title: t\n  steps: [{id: a, ask: Why}, {id: b, ask: Why}]\n"
                     "- id: s\n  title: t\n  steps: [{id: a, ask: Why}]\n"),
            "x.yaml:9:27: the same text stands on line 8; expected another, or one of them\n"
            "x.yaml:13:43: the same text stands on line 13; expected another, or one of them\n");
}

TEST(PackLint, NamesHelplinesThatWereReadLongAgo) {
  std::string directory = "safety: {directory: {name: a, for: abuse, call: 112, source: https://b.org, checked: ";
  EXPECT_EQ(LintRest(directory + "2025-12-01}}\n"), "");
  EXPECT_EQ(LintRest(directory + "2025-11-30}}\n"),
            "x.yaml:7:86: `checked:` is more than 12 months ago; expected a newer "
            "day, after reading the official page again\n");
}

TEST(PackLint, NamesHelplinesThatNobodyCanDialAsTheyStand) {
  EXPECT_EQ(LintRest("safety: {directory: {name: a, for: abuse, call: 0800 HELP, text: SMS 50808, chat: b.org,\n"
                     "  source: https://b.org, checked: 2025-12-01}}\n"),
            "x.yaml:7:49: `0800 HELP` can't be dialed as it stands; expected digits in groups, such as 13 11 14\n"
            "x.yaml:7:66: `SMS 50808` can't be texted as it stands; expected a number, or such as HELLO to 50808\n"
            "x.yaml:7:83: `b.org` is no address of a page; expected one that begins with https://\n");
}

TEST(PackLint, ListsWhatTheLoaderRefusesToo) {
  EXPECT_EQ(Lint("a: [\n"),
            "x.yaml:2:1: expected `,` or `]` in the list that `[` opened (a text with a comma needs quotes)\n");
}

}  // namespace
TEST(PackLint, NamesASlashBetweenChoicesOfSeveralWords) {
  std::string said = LintRest("words: {x: [\"tired of life/the world is\", \"tired of (life/the world) is\", \"want/need to go\"]}\n");
  EXPECT_NE(said.find("this looks for 'life world' and 'the world'; expected `(life/the world)`"), std::string::npos) << said;
  EXPECT_EQ(said.find("want/need"), std::string::npos) << said;
}

TEST(PackLint, NamesChoicesThatAreOnlyFiller) {
  std::string said = LintRest("safety: {reading: {filler: [so, even]}}\nwords: {x: [\"(even/never) again\", \"so/and on\"]}\n");
  EXPECT_NE(said.find("`even` is only `filler:`"), std::string::npos) << said;
  EXPECT_NE(said.find("`so` is only `filler:`"), std::string::npos) << said;
  EXPECT_EQ(said.find("`never`"), std::string::npos) << said;
}

}  // namespace stumble
