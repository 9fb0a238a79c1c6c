#include "reframing/cue_check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "pack/pack_parser.h"

namespace stumble {
namespace {

std::string Checked(const std::string& cues, const std::string& rest) {
  std::vector<Problem> problems;
  Pack pack = ParsePack("pack: p\nversion: 1\ntitle: T\nlanguage: en\nlicense: CC0-1.0\nsources: [me]\npatterns:\n- id: late\n"
                        "  plain: p\n  term: t\n  about: a\n  threshold: 1\n  cues:\n" + cues + rest,
                        "p.yaml", problems);
  EXPECT_TRUE(problems.empty() || !problems[0].fatal) << problems[0].what;
  std::string text;
  for (const Problem& problem : CheckCues(pack))
    text += Error(problem.what, problem.place).Sentence() + (problem.fatal ? " (fatal)\n" : "\n");
  return text;
}

constexpr const char* kRest = "  examples: [too late]\n  counterexamples: [in time]\n  questions: [q]\n  reframes: [r]\n";

TEST(CheckCues, FindsNothingWrongWithExamplesThatHold) {
  EXPECT_EQ(Checked("  - {phrases: [too late], examples: [It was too late], counterexamples: [too soon]}\n", kRest), "");
}

TEST(CheckCues, NamesPhrasesToPassOverThatAreNone) {
  std::string found = Checked("  - {phrases: [too late]}\n", std::string(kRest) +
                                                                  "safety:\n  reading: {passed_over: ['only (really', fine by me, '{nope} thing']}\n"
                                                                  "  rules: [{id: going, kind: crisis, cues: [{phrases: [vanish]}]}]\n");
  EXPECT_NE(found.find("p.yaml:20:12: passed_over: "), std::string::npos) << found;
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 2) << found;
}

TEST(CheckCues, NamesExamplesThatDoNotMatchAndCounterexamplesThatDo) {
  EXPECT_EQ(Checked("  - {phrases: [too late], examples: [too late, too soon], counterexamples: [never too late]}\n", kRest),
            "p.yaml:14:5: this cue does not match example 2\np.yaml:14:5: this cue matches counterexample 1\n");
}

TEST(CheckCues, HoldsAPatternsExamplesAgainstTheSum) {
  EXPECT_EQ(Checked("  - {phrases: [too late], weight: 0.5}\n",
                    "  examples: [too late]\n  counterexamples: [in time]\n  questions: [q]\n  reframes: [r]\n"),
            "p.yaml:8:3: 'late' does not match example 1\n");
  EXPECT_EQ(Checked("  - {phrases: [too late], weight: 0.7}\n  - {phrases: [again], weight: 0.3}\n",
                    "  examples: [too late again]\n  counterexamples: [again too late]\n  questions: [q]\n  reframes: [r]\n"),
            "p.yaml:8:3: 'late' matches counterexample 1\n");
}

TEST(CheckCues, CallsACueThatDoesNotCompileFatal) {
  EXPECT_EQ(Checked("  - {regex: '('}\n", kRest),
            "p.yaml:14:5: regex: expected a regular expression in RE2's syntax: missing ) (fatal)\n");
}

}  // namespace
}  // namespace stumble
