#include "pack/pack_parser.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "sample_pack.h"

namespace stumble {
namespace {

constexpr const char* kHead = "pack: mine\nversion: 1\ntitle: Mine\nlanguage: en\nlicense: CC0-1.0\nsources: [me]\n";

// Every problem of a pack with a good head, on lines of their own; mild ones are marked with a "~". The head has six
// lines.
std::string ProblemsOf(const std::string& rest, const std::string& head = kHead) {
  std::vector<Problem> problems;
  ParsePack(head + rest, "x.yaml", problems);
  std::string all;
  for (const Problem& problem : problems)
    all += (problem.fatal ? "" : "~") + problem.place.ToString() + ": " + problem.what + "\n";
  return all;
}

std::string Step(const std::string& step) {
  return ProblemsOf("routines:\n- id: r\n  title: t\n  steps:\n  - " + step + "\n");
}

std::string CueProblems(const std::string& cue) {
  return ProblemsOf("words: {absolute: [always]}\npatterns:\n- id: p\n  plain: p\n  cues:\n  - " + cue + "\n");
}

TEST(PackParser, ReadsEveryPart) {
  std::vector<Problem> problems;
  Pack pack = ParsePack(kSamplePack, "sample.yaml", problems);
  for (const Problem& problem : problems) ADD_FAILURE() << problem.place.ToString() << ": " << problem.what;
  EXPECT_EQ(pack.name, "sample");
  EXPECT_EQ(pack.version, 2);
  EXPECT_EQ(pack.sources, std::vector<std::string>{"A book, 1976"});
  EXPECT_EQ(pack.words.at("absolute"), (std::vector<std::string>{"always", "never", "every time"}));
  ASSERT_EQ(pack.patterns.size(), 1u);
  const Pattern& pattern = pack.patterns[0];
  EXPECT_EQ(pattern.place.ToString(), "sample.yaml:14:5");
  EXPECT_EQ(pattern.threshold, 2);
  ASSERT_EQ(pattern.cues.size(), 2u);
  EXPECT_EQ(pattern.cues[0].weight, 1.5);
  EXPECT_EQ(pattern.cues[0].phrases, (std::vector<std::string>{"total failure", "{absolute} … ruin"}));
  EXPECT_EQ(pattern.cues[0].but_not, std::vector<std::string>{"not a total failure"});
  EXPECT_EQ(pattern.cues[1].regex, R"(\beither\b[^.]{0,40}\bor nothing\b)");
  EXPECT_EQ(pattern.cues[1].weight, 1);
  EXPECT_EQ(pack.prompts[0].when, (std::vector<std::string>{"thought", "trigger"}));
  const Routine& routine = pack.routines[0];
  EXPECT_EQ(routine.serves, "weighing one thought");
  EXPECT_EQ(routine.needs, "therapist");
  EXPECT_EQ(routine.minutes, 10);
  ASSERT_EQ(routine.steps.size(), 4u);
  EXPECT_EQ(routine.steps[2].kind, "rating");
  EXPECT_EQ(routine.steps[2].high, "very");
  EXPECT_EQ(routine.steps[3].repeat, 5);
  EXPECT_EQ(pack.rules[0].kind, "crisis");
  EXPECT_EQ(pack.regions[0].emergency, "111");
  EXPECT_EQ(pack.regions[0].lines[0].hours, "24/7");
  ASSERT_TRUE(pack.directory);
  EXPECT_EQ(pack.directory->chat, "https://example.org");
}

TEST(PackParser, NamesEveryMissingKeyOfTheHead) {
  EXPECT_EQ(ProblemsOf("author: me\n", ""),
            "x.yaml:1:1: `pack:` is missing; every pack needs it\n"
            "x.yaml:1:1: `version:` is missing; every pack needs it\n"
            "x.yaml:1:1: `title:` is missing; every pack needs it\n"
            "x.yaml:1:1: `language:` is missing; every pack needs it\n"
            "x.yaml:1:1: `license:` is missing; every pack needs it\n"
            "x.yaml:1:1: `sources:` is missing; every pack needs it\n");
}

TEST(PackParser, NamesValuesOfTheWrongKind) {
  EXPECT_EQ(ProblemsOf("", "pack: My Pack\nversion: new\ntitle: [a]\nlanguage:\nlicense: ''\nsources: {a: b}\n"),
            "x.yaml:1:7: `pack:` expected lower-case letters, digits and hyphens, got `My Pack`\n"
            "x.yaml:2:10: `version:` expected a whole number from 1 on, got `new`\n"
            "x.yaml:3:8: `title:` expected a text, got a list\n"
            "x.yaml:4:1: `language:` expected a text, got nothing\n"
            "x.yaml:5:10: `license:` expected a text, got an empty text\n"
            "x.yaml:6:10: `sources:` expected a list of texts, got a mapping\n");
  EXPECT_EQ(ProblemsOf("patterns: {a: b}\nprompts: none\nroutines:\n- hello\n"),
            "x.yaml:7:11: `patterns:` expected a list of patterns, got a mapping\n"
            "x.yaml:8:10: `prompts:` expected a list of prompts, got `none`\n"
            "x.yaml:10:3: expected a routine as a mapping of `key: value`, got `hello`\n");
}

TEST(PackParser, MentionsUnknownKeysMildlyWithTheOneThatWasMeant) {
  EXPECT_EQ(ProblemsOf("pattern: []\n"), "~x.yaml:7:1: `pattern` is no key of a pack; did you mean `patterns`?\n");
  EXPECT_EQ(CueProblems("{phrases: [a], wieght: 2}"),
            "~x.yaml:12:20: `wieght` is no key of a cue; did you mean `weight`?\n");
  EXPECT_EQ(CueProblems("{phrases: [a], color: red}"),
            "~x.yaml:12:20: `color` is no key of a cue; expected one of but_not, counterexamples, examples, phrases, "
            "regex or weight\n");
}

TEST(PackParser, WantsOneOfPhrasesAndRegexInACue) {
  EXPECT_EQ(CueProblems("{weight: 1}"), "x.yaml:12:5: a cue has either `phrases:` or `regex:`, got neither\n");
  EXPECT_EQ(CueProblems("{phrases: [a], regex: b}"),
            "x.yaml:12:5: a cue has either `phrases:` or `regex:`, got both\n");
}

TEST(PackParser, WantsSomethingToMatchOrToSay) {
  EXPECT_EQ(CueProblems("{phrases: []}"), "x.yaml:12:15: `phrases:` expected at least one text\n");
  EXPECT_EQ(CueProblems("{phrases: ['', [b]]}"),
            "x.yaml:12:16: `phrases:` expected a text in every entry, got an empty text\n"
            "x.yaml:12:20: `phrases:` expected a text in every entry, got a list\n");
  EXPECT_EQ(CueProblems("{regex: ' '}"), "x.yaml:12:13: `regex:` expected a text, got ` `\n");
  EXPECT_EQ(Step("{id: a, ask: }"), "x.yaml:11:13: `ask:` expected a text, got nothing\n");
}

TEST(PackParser, WantsWeightsThatAreFiniteAndSmall) {
  for (const char* weight : {"heavy", "nan", "inf", "10.5", "-11", "1e999", "0x1", "1.5kg", "[1]", "\"\"", "+-1"})
    EXPECT_NE(CueProblems("{phrases: [a], weight: " + std::string(weight) + "}").find("a number from -10 to 10"),
              std::string::npos)
        << weight;
  EXPECT_EQ(CueProblems("{phrases: [a], weight: heavy}"),
            "x.yaml:12:28: `weight:` expected a number from -10 to 10, got `heavy`\n");
  EXPECT_EQ(CueProblems("{phrases: [a], weight: -10}"), "");
}

TEST(PackParser, KnowsTheNamesThatMayStandInBraces) {
  EXPECT_EQ(CueProblems("{phrases: ['{absolute} ruin']}"), "");
  EXPECT_EQ(CueProblems("{phrases: ['{absolut} ruin']}"),
            "x.yaml:12:16: `{absolut}` means nothing in a phrase; did you mean `{absolute}`?\n");
  EXPECT_EQ(CueProblems("{phrases: ['{cue}']}"),
            "x.yaml:12:16: `{cue}` means nothing in a phrase; expected `{absolute}` or no braces\n");
  EXPECT_EQ(CueProblems("{phrases: [a], but_not: ['a { b']}"),
            "x.yaml:12:30: a stray `{` in a phrase; expected a name in braces such as `{absolute}`\n");
  EXPECT_EQ(
      ProblemsOf(
          "patterns:\n- {id: p, plain: p, cues: [{phrases: [a]}], questions: ['{trigger}?'], reframes: ['a}']}\n"),
      "x.yaml:8:57: `{trigger}` means nothing in a question; expected `{cue}` or another that stumble-packs(5) names, or no braces\n"
      "x.yaml:8:83: a stray `}` in a reframe; expected a name in braces such as `{cue}`\n");
  EXPECT_EQ(ProblemsOf("prompts:\n- {id: a, theme: b, text: 'What of {cue}?'}\n"),
            "x.yaml:8:27: `{cue}` means nothing in a prompt; expected `{trigger}` or no braces\n");
  EXPECT_EQ(Step("{id: a, ask: 'What of {trigger}?'}"),
            "x.yaml:11:18: `{trigger}` means nothing in a step; expected no braces here\n");
}

TEST(PackParser, ReadsQuestionsAndReframesAsTextsOrMappings) {
  const std::string pattern = "patterns:\n- {id: p, plain: p, cues: [{phrases: [a]}], reframes: [";
  EXPECT_EQ(ProblemsOf(pattern + "plain, {text: 'To be {a-label}, {label}', strategy: friend, needs: [cue], when: [me, work]}]}\n"), "");
  std::vector<Problem> problems;
  Pack pack = ParsePack(kHead + pattern + "plain, {text: 'To be {a-label}, {label}', needs: [cue], when: [me]}]}\n", "x.yaml", problems);
  ASSERT_EQ(pack.patterns.at(0).reframes.size(), 2u);
  EXPECT_EQ(pack.patterns[0].reframes[0].text, "plain");
  EXPECT_EQ(pack.patterns[0].reframes[1].needs, (std::vector<std::string>{"cue", "a-label", "label"}));
  EXPECT_EQ(ProblemsOf(pattern + "{text: a, when: [noon]}]}\n").substr(0, 38), "x.yaml:8:73: `when:` expected intense,");
  EXPECT_EQ(ProblemsOf(pattern + "{text: a, strategy: cheer}]}\n").find("x.yaml:8:76: `strategy:` expected evidence"), 0u)
      << ProblemsOf(pattern + "{text: a, strategy: cheer}]}\n");
  EXPECT_EQ(ProblemsOf(pattern + "{strategy: friend}]}\n"), "x.yaml:8:56: `text:` is missing; every reframe needs it\n");
  EXPECT_EQ(ProblemsOf(pattern + "[a]]}\n"), "x.yaml:8:56: `reframes:` expected a text in every entry, got a list\n");
}

TEST(PackParser, WantsWordsThatNameNothingElse) {
  EXPECT_EQ(ProblemsOf("words:\n  Abs: [a]\n  cue: [b]\n  c: ['{d}']\n  e: []\n  f: g\n"),
            "x.yaml:8:3: the words `Abs` expected a name of lower-case letters, digits, `-` and `_`\n"
            "x.yaml:9:3: the words `cue` expected another name; `{cue}` has a meaning already\n"
            "x.yaml:10:7: `{d}` means nothing in a list of words; expected `{Abs}`, `{c}`, `{cue}`, `{e}` or `{f}` or no braces\n"
            "x.yaml:11:6: `e:` expected at least one text\n"
            "x.yaml:12:6: `f:` expected a list of texts, got `g`\n");
}

TEST(PackParser, NamesIdsThatStandTwice) {
  EXPECT_EQ(
      ProblemsOf(
          "prompts:\n- {id: a, theme: t, text: x}\n- {id: a, theme: t, text: y}\n- {id: A b, theme: t, text: z}\n"),
      "x.yaml:9:8: the prompt `a` stands twice, first on line 8; expected each once\n"
      "x.yaml:10:8: `id:` expected lower-case letters, digits and hyphens, got `A b`\n");
}

TEST(PackParser, KeepsThemesApartFromSubcommands) {
  EXPECT_EQ(ProblemsOf("prompts:\n- {id: a, theme: list, text: x}\n"),
            "x.yaml:8:18: `theme:` expected another name; `list` is a subcommand of prompt\n");
}

TEST(PackParser, KnowsWhenAPromptMayFit) {
  EXPECT_EQ(ProblemsOf("prompts:\n- {id: a, theme: t, text: x, when: [open, monday]}\n"),
            "x.yaml:8:43: `when:` expected open, eased, came-back, intense, mild, thought, trigger or quiet, got "
            "`monday`\n");
}

TEST(PackParser, WantsAStepToSayOrToAsk) {
  EXPECT_EQ(Step("{id: a}"), "x.yaml:11:5: a step has either `say:` or `ask:`, got neither\n");
  EXPECT_EQ(Step("{id: a, say: x, ask: y}"), "x.yaml:11:5: a step has either `say:` or `ask:`, got both\n");
  EXPECT_EQ(Step("{id: a, say: x, repeat: 2}"),
            "~x.yaml:11:29: `repeat:` does nothing in a step that only says something\n");
}

TEST(PackParser, KnowsTheFieldsThatAnAnswerCanFill) {
  EXPECT_EQ(Step("{id: a, ask: x, field: Feelings}"),
            "x.yaml:11:28: `field:` `Feelings` is no field that an answer can fill; did you mean `Feeling`?\n");
  EXPECT_EQ(Step("{id: a, ask: x, field: Private, kind: yes-no}"), "");
  EXPECT_EQ(Step("{id: a, ask: x, field: Setback, repeat: 3}"),
            "~x.yaml:11:5: `repeat:` asks more than once, but a record holds one `Setback`\n");
}

// Of each of these steps, whether it weighs.
std::string Weighing(const std::string& steps) {
  std::vector<Problem> problems;
  Pack pack = ParsePack(std::string(kHead) + "routines:\n- id: r\n  title: t\n  steps:\n" + steps, "x.yaml", problems);
  std::string all;
  for (const Problem& problem : problems) all += problem.what + "\n";
  for (const auto& step : pack.routines.at(0).steps) all += step.id + (step.weighs ? " weighs\n" : " does not\n");
  return all;
}

TEST(PackParser, TellsByItsFieldWhetherAStepWeighsUnlessItSays) {
  EXPECT_EQ(Weighing("  - {id: a, ask: x, field: Why}\n  - {id: b, ask: x, field: Helped}\n  - {id: c, ask: x}\n"
                     "  - {id: d, ask: x, field: Learned, weighs: no}\n  - {id: e, ask: x, weighs: yes}\n"),
            "a weighs\nb does not\nc does not\nd does not\ne weighs\n");
  EXPECT_EQ(Step("{id: a, ask: x, weighs: maybe}"), "x.yaml:11:29: `weighs:` expected yes or no, got `maybe`\n");
}

TEST(PackParser, WantsRatingsInFieldsThatHoldNumbers) {
  EXPECT_EQ(Step("{id: a, ask: x, kind: rating}"),
            "x.yaml:11:5: `kind: rating` needs `field: Intensity` (0 to 10) or `field: Belief` (0 to 100)\n");
  EXPECT_EQ(Step("{id: a, ask: x, field: Belief}"),
            "x.yaml:11:5: `field: Belief` holds a number; expected `kind: rating` with it\n");
  EXPECT_EQ(Step("{id: a, ask: x, kind: scale}"),
            "x.yaml:11:27: `kind:` expected text, rating or yes-no, got `scale`\n");
}

TEST(PackParser, NamesWhatSafetyLacks) {
  EXPECT_EQ(ProblemsOf("safety:\n  rules:\n  - {id: a, kind: worry, cues: []}\n  regions:\n"
                       "  - {code: nz, country: New Zealand, emergency: 111, source: x, checked: 2026-13-01}\n"
                       "  directory: {name: a, for: crisis, source: b, checked: 23/11/2026}\n"),
            "x.yaml:9:19: `kind:` expected crisis, abuse, bring or hardship, got `worry`\n"
            "x.yaml:9:32: `cues:` expected a list of cues, got an empty one\n"
            "x.yaml:11:12: `code:` expected two capital letters such as NZ, got `nz`\n"
            "x.yaml:11:74: `checked:` expected a day as YYYY-MM-DD, got `2026-13-01`\n"
            "x.yaml:12:14: a helpline has `call:`, `text:` or `chat:`, got none of them\n"
            "x.yaml:12:57: `checked:` expected a day as YYYY-MM-DD, got `23/11/2026`\n");
}

TEST(PackParser, ThrowsTheFirstFatalProblemAndSaysHowManyMore) {
  try {
    PackFromText("packk: a\nversion: 1\n", "x.yaml");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.Sentence(),
              "x.yaml:1:1: `pack:` is missing; every pack needs it (and 4 more; `prompt lint x.yaml` "
              "lists them all)");
  }
}

TEST(PackParser, LoadsAPackOfNextYear) {
  EXPECT_EQ(PackFromText(std::string(kHead) + "moods: [calm]\n", "x.yaml").name, "mine");
}

TEST(PackParser, LoadsAFile) {
  std::string path = testing::TempDir() + "stumble_pack_parser_test.yaml";
  std::ofstream(path) << kSamplePack;
  EXPECT_EQ(LoadPack(path).name, "sample");
  std::remove(path.c_str());
}

TEST(PackParser, SaysWhenAFileCannotBeRead) {
  auto sentence = [](const std::string& path) {
    try {
      LoadPack(path);
    } catch (const Error& error) {
      return error.Sentence();
    }
    return std::string("loaded");
  };
  EXPECT_EQ(sentence("/no/such/pack.yaml"),
            "/no/such/pack.yaml: could not open this pack: No such file or directory");
  EXPECT_EQ(sentence("/"), "/: could not read this pack: Is a directory");
  EXPECT_EQ(sentence("/dev/zero"), "/dev/zero:1:1: the file is too large; expected a pack of at most 1 MiB");
}

// What is left of a good pack after a broken download: it parses, or one Error with a line says why not.
void ExpectPackOrPlacedError(const std::string& yaml) {
  try {
    PackFromText(yaml, "x.yaml");
  } catch (const Error& error) {
    EXPECT_GT(error.place().line, 0) << error.Sentence();
    EXPECT_GT(error.place().column, 0) << error.Sentence();
  }
}

TEST(PackParser, SurvivesTruncationAtEveryByte) {
  std::string pack = kSamplePack;
  for (std::size_t length = 0; length <= pack.size(); ++length) ExpectPackOrPlacedError(pack.substr(0, length));
}

TEST(PackParser, SurvivesADamagedByteAnywhere) {
  const std::string damages("\0\xFF\n\t\"'[]{}&*!|#:-?%,", 20);
  std::string pack = kSamplePack;
  for (std::size_t at = 0; at < pack.size(); ++at) {
    std::string damaged = pack;
    damaged[at] = damages[at % damages.size()];
    ExpectPackOrPlacedError(damaged);
  }
}

}  // namespace
}  // namespace stumble
