#include "reframing/reframer.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/journal_of.h"
#include "reframing/shelf_of.h"

namespace stumble {
namespace {

constexpr const char* kParts = R"yaml(
words:
  absolute: [always, never]
patterns:
  - id: all-or-nothing
    plain: seeing it as all or nothing
    term: all-or-nothing thinking
    about: Things are rarely all one.
    threshold: 1
    cues:
      - {phrases: ["{absolute}"], weight: 0.7}
      - {phrases: ["ruin everything"], weight: 0.3}
      - {phrases: ["total failure"], weight: 3}
      - {phrases: ["sometimes"], weight: -1}
    examples: ["I always ruin everything"]
    counterexamples: ["I was late"]
    questions: ["What lies between, when you say “{cue}”?"]
    reframes: ["Part of this went badly."]
  - id: labeling
    plain: a label
    term: labeling
    about: A label is not a person.
    threshold: 1
    cues:
      - {phrases: ["failure"], weight: 1}
    examples: ["I am a failure"]
    counterexamples: ["I was late"]
    questions: ["Who says {cue}?"]
    reframes: ["I am more than {cue}."]
safety:
  rules:
    - {id: die, kind: crisis, cues: [{phrases: ["want to die"]}], examples: ["I want to die"], counterexamples: ["fine"]}
    - {id: hit, kind: abuse, cues: [{phrases: ["he hits me"]}], examples: ["he hits me"], counterexamples: ["fine"]}
    - {id: voices, kind: bring, cues: [{phrases: ["the voices"]}], examples: ["the voices"], counterexamples: ["fine"]}
    - {id: grief, kind: hardship, cues: [{phrases: ["mother died"]}], examples: ["my mother died"], counterexamples: ["fine"]}
)yaml";

struct Room {
  Room() : shelf(ShelfOf(kParts)), finder(shelf), safety(shelf) {}
  PackShelf shelf;
  PatternFinder finder;
  SafetyRules safety;
};

const Room& TheRoom() {
  static const Room room;
  return room;
}

std::string Reframed(std::string_view text, ReframeChoices choices = {}) {
  Reframer reframer(TheRoom().finder, TheRoom().safety, choices);
  return RenderRecord(reframer.Reframe(RecordOf(text)));
}

std::string Again(std::string_view text) {
  ReframeChoices choices;
  choices.again = true;
  return Reframed(text, choices);
}

// "all-or-nothing 0 always ruin everything;"
std::string Patterns(std::string_view thought) {
  std::string found;
  for (const FoundPattern& pattern : TheRoom().finder.Find(thought)) {
    char strength[32];
    std::snprintf(strength, sizeof strength, " %g ", pattern.strength);
    found += pattern.pattern->id + strength;
    for (const std::string& cue : pattern.cues) found += (&cue == &pattern.cues[0] ? "" : ",") + cue;
    found += ";";
  }
  return found;
}

TEST(PatternFinder, NamesAPatternWhenTheSumReachesItsThreshold) {
  EXPECT_EQ(Patterns("I always forget"), "");
  EXPECT_EQ(Patterns("I always ruin everything"), "all-or-nothing 0 always ruin everything;");
  EXPECT_EQ(Patterns("Sometimes I always ruin everything"), "");
  EXPECT_EQ(Patterns(""), "");
}

TEST(PatternFinder, PutsTheStrongestFirst) {
  EXPECT_EQ(Patterns("I am a total failure"), "all-or-nothing 2 total failure;labeling 0 failure;");
  EXPECT_EQ(Patterns("failure, sometimes total failure"), "all-or-nothing 1 total failure;labeling 0 failure;");
}

TEST(PatternFinder, ShowsTheWordsAsTheyStandOnOneLine) {
  EXPECT_EQ(Patterns("A TOTAL,   Failure"), "all-or-nothing 2 TOTAL,   Failure;labeling 0 Failure;");
}

TEST(PatternFinder, LooksForTheWantedPatternsAlone) {
  PatternFinder finder(TheRoom().shelf, {"labeling"});
  ASSERT_EQ(finder.Find("I am a total failure").size(), 1u);
  EXPECT_EQ(finder.Find("I am a total failure")[0].pattern->id, "labeling");
}

TEST(Reframer, AddsWhatItFoundRightBehindTheThought) {
  EXPECT_EQ(Reframed("Setback: s\nThought: I always ruin everything\nHelped: h\n"),
            "Setback: s\nThought: I always ruin everything\nPattern: all-or-nothing\nCue: always ruin everything\n"
            "Question: What lies between, when you say “always ruin everything”?\nReframe: Part of this went badly.\nHelped: h\n");
}

TEST(Reframer, GivesPatternsFirstThenQuestionsThenOneReframeOfTheStrongest) {
  EXPECT_EQ(Reframed("Thought: A total failure\n"),
            "Thought: A total failure\nPattern: all-or-nothing\nCue: total failure\nPattern: labeling\nCue: failure\n"
            "Question: What lies between, when you say “total failure”?\nQuestion: Who says failure?\n"
            "Reframe: Part of this went badly.\n");
}

TEST(Reframer, NamesNoMorePatternsThanWanted) {
  ReframeChoices choices;
  choices.most_patterns = 1;
  EXPECT_EQ(Reframed("Thought: A total failure\n", choices).find("labeling"), std::string::npos);
}

TEST(Reframer, LooksAtEachThought) {
  EXPECT_EQ(Reframed("Thought: fine\nThought: failure\nThought: late\n"),
            "Thought: fine\nThought: failure\nPattern: labeling\nCue: failure\nQuestion: Who says failure?\n"
            "Reframe: I am more than failure.\nThought: late\n");
}

TEST(Reframer, NamesNothingRatherThanGuess) {
  const std::string text = "# c\nMine:x\nSetback: I always ruin everything\nThought: I was late\n";
  EXPECT_EQ(Reframed(text), text);
}

TEST(Reframer, KeepsCommentsAndUnknownFieldsInPlace) {
  EXPECT_EQ(Reframed("# one\nMine:x\nThought: failure\n# two\nYours: y\n# three\n"),
            "# one\nMine:x\nThought: failure\nPattern: labeling\nCue: failure\nQuestion: Who says failure?\n"
            "Reframe: I am more than failure.\n# two\nYours: y\n# three\n");
}

TEST(Reframer, LeavesWhatIsNoEntry) {
  EXPECT_EQ(Reframed("%rec: Entry\n%doc: total failure\n"), "%rec: Entry\n%doc: total failure\n");
  EXPECT_EQ(Reframed("# Thought: total failure\n"), "# Thought: total failure\n");
}

TEST(Reframer, ChangesNothingTheSecondTime) {
  for (const char* text : {"Thought: I always ruin everything\nThought: failure\nHelped: h\n", "Thought: failure\n# c\nMine: x\n",
                           "Thought: the voices\n", "Thought: my mother died\n", "Thought: I want to die\n", "Thought: fine\n"}) {
    std::string once = Reframed(text);
    EXPECT_EQ(Reframed(once), once) << text;
  }
}

TEST(Reframer, LeavesAThoughtThatHasAPattern) {
  const std::string text = "Thought: total failure\nPattern: mine\nThought: failure\n";
  EXPECT_EQ(Reframed(text),
            text + "Pattern: labeling\nCue: failure\nQuestion: Who says failure?\nReframe: I am more than failure.\n");
}

TEST(Reframer, LooksAgainWhenAskedAndKeepsThePersonsReframe) {
  EXPECT_EQ(Again("Thought: failure\nPattern: old\nCue: old\nQuestion: old\nReframe: my own\nHelped: h\n"),
            "Thought: failure\nPattern: labeling\nCue: failure\nQuestion: Who says failure?\nReframe: my own\n"
            "Reframe: I am more than failure.\nHelped: h\n");
}

TEST(Reframer, ChangesNothingHoweverOftenItLooksAgain) {
  std::string once = Again("Thought: failure\nReframe: my own\n");
  EXPECT_EQ(Again(once), once);
  std::string offered = Again("Thought: failure\n");
  EXPECT_EQ(Again(offered), offered);
}

TEST(Reframer, AddsSafetyAndNothingElseToAHeldRecord) {
  EXPECT_EQ(Reframed("Thought: I always ruin everything\nAnswer: I want to die\n"),
            "Thought: I always ruin everything\nAnswer: I want to die\nSafety: crisis\n");
  EXPECT_EQ(Reframed("Thought: total failure\nMine: he hits me\n"), "Thought: total failure\nMine: he hits me\nSafety: abuse\n");
  EXPECT_EQ(Reframed("Setback: he hits me\nTag: I want to die\n"), "Setback: he hits me\nTag: I want to die\nSafety: crisis\n");
}

TEST(Reframer, HoldsARecordThatSaysSo) {
  EXPECT_EQ(Reframed("Thought: total failure\nSafety: crisis\n"), "Thought: total failure\nSafety: crisis\n");
  EXPECT_EQ(Reframed("Thought: total failure\nSafety: abuse\n"), "Thought: total failure\nSafety: abuse\n");
}

TEST(Reframer, SaysCrisisInAPipeWhateverElseStandsInSafety) {
  std::string reframed = Reframed("Thought: I want to die\nSafety: perhaps\n");
  EXPECT_NE(reframed.find("Safety: crisis\n"), std::string::npos) << reframed;
}

TEST(Reframer, BelievesThePersonsNo) {
  std::string reframed = Reframed("Thought: I want to die, a failure\nSafety: no\n");
  EXPECT_NE(reframed.find("Safety: no\n"), std::string::npos);
  EXPECT_EQ(reframed.find("Safety: crisis"), std::string::npos);
}

TEST(Reframer, DoesNotReadWhatToolsWroteAsThePersonsWords) {
  EXPECT_EQ(Reframed("Question: Do you want to die?\nSetback: x\n"), "Question: Do you want to die?\nSetback: x\n");
}

TEST(Reframer, DoesNotWeighHardship) {
  EXPECT_EQ(Reframed("Thought: My mother died and I always ruin everything\n"),
            "Thought: My mother died and I always ruin everything\n"
            "Question: Is this something to weigh, or something to be supported through?\n");
}

TEST(Reframer, LeavesIntrusiveThoughtsToTheTherapist) {
  EXPECT_EQ(Reframed("Thought: the voices say total failure\n"),
            "Thought: the voices say total failure\n"
            "Question: This is one to bring to your therapist just as you wrote it, rather than to weigh here. Would that be all "
            "right?\n");
}

TEST(Reframer, GivesTheSameThoughtTheSameAnswer) {
  const std::string text = "Thought: I always ruin everything\n";
  EXPECT_EQ(Reframed(text), Reframed(text));
  EXPECT_EQ(Reframed("Setback: other\n" + text), "Setback: other\n" + Reframed(text));
}

// A reframer that knows what a journal holds.
std::string ReframedKnowing(const std::string& journal_text, std::string_view text, ReframeChoices choices = {}) {
  Journal journal = JournalFrom(journal_text);
  EarlierAnswers answers(journal, Fold(journal.entries()), *ParseMoment("2026-11-20T21:00:00-05:00"),
                         [](const Record& record) { return !IsHeld(TheRoom().safety.JudgeRecord(record)); });
  Reframer reframer(TheRoom().finder, TheRoom().safety, choices);
  reframer.set_earlier([&]() -> const EarlierAnswers& { return answers; });
  return RenderRecord(reframer.Reframe(RecordOf(text)));
}

constexpr const char* kAnswered =
    "Date: 2026-11-20T09:00:00-05:00\nThought: I am a failure\nPattern: labeling\nCue: failure\nQuestion: Asked then?\nReframe: My own words.\n";
constexpr const char* kSameLines =
    "# You looked at this within the last day, so the answer is the same.\n"
    "# If it keeps coming round: a glass of water, a few steps, or leave it here.\n";

TEST(Reframer, GivesNearlyTheSameThoughtTheAnswerOfTheLastDayAndSaysSo) {
  EXPECT_EQ(ReframedKnowing(kAnswered, "Thought: i'm a FAILURE!\nHelped: h\n"),
            std::string("Thought: i'm a FAILURE!\nPattern: labeling\nCue: failure\nQuestion: Asked then?\nReframe: My own words.\n") +
                kSameLines + "Helped: h\n");
  ReframeChoices other_seed;
  other_seed.seed = 7;
  EXPECT_EQ(ReframedKnowing(kAnswered, "Thought: I am a failure\n", other_seed), ReframedKnowing(kAnswered, "Thought: I am a failure\n"));
}

TEST(Reframer, ChangesNothingTheSecondTimeAlsoWhenItKnowsTheAnswer) {
  std::string once = ReframedKnowing(kAnswered, "Thought: I am a failure\n");
  EXPECT_EQ(ReframedKnowing(kAnswered, once), once);
}

TEST(Reframer, GivesAnAnswerOfItsOwnAfterADay) {
  std::string older = std::string(kAnswered).replace(6, 10, "2026-11-18");
  EXPECT_EQ(ReframedKnowing(older, "Thought: I am a failure\n"), Reframed("Thought: I am a failure\n"));
}

TEST(Reframer, LooksAfreshWhereTheEarlierAnswerNamesWhatIsNotLookedFor) {
  std::string unknown = kAnswered;
  unknown.replace(unknown.find("labeling"), 8, "gone-one");
  EXPECT_EQ(ReframedKnowing(unknown, "Thought: I am a failure\n"), Reframed("Thought: I am a failure\n"));
}

TEST(Reframer, DoesNotWeighHardshipOrIntrusiveThoughtsAlsoWhenTheyWereAnswered) {
  std::string answered = "Date: 2026-11-20T09:00:00-05:00\nThought: the voices\nPattern: labeling\nQuestion: q?\n";
  EXPECT_EQ(ReframedKnowing(answered, "Thought: the voices\n"), Reframed("Thought: the voices\n"));
}

TEST(IntensityOf, TakesTheLatestAndThenThatOfTheEntry) {
  EXPECT_EQ(IntensityOf(RecordOf("Intensity: 8\nIntensityNow: 3\n")), 3);
  EXPECT_EQ(IntensityOf(RecordOf("Thought: t\n"), RecordOf("Intensity: 8\n")), 8);
  EXPECT_EQ(IntensityOf(RecordOf("Intensity: 11\n")), std::nullopt);
  EXPECT_EQ(IntensityOf(RecordOf("Intensity: 7x\n")), std::nullopt);
}

TEST(SafetyRules, JudgesTheGravestFirst) {
  const SafetyRules& safety = TheRoom().safety;
  EXPECT_EQ(safety.Judge("my mother died, the voices, he hits me, I want to die"), Concern::kCrisis);
  EXPECT_EQ(safety.Judge("my mother died, the voices, he hits me"), Concern::kAbuse);
  EXPECT_EQ(safety.Judge("my mother died, the voices"), Concern::kBringToTherapist);
  EXPECT_EQ(safety.Judge("my mother died"), Concern::kHardship);
  EXPECT_EQ(safety.Judge("fine"), Concern::kNone);
}

TEST(SafetyRules, HoldsARecordForCrisisAndAbuseAlone) {
  const SafetyRules& safety = TheRoom().safety;
  EXPECT_EQ(safety.JudgeRecord(RecordOf("Thought: my mother died\nWhy: the voices\n")), Concern::kNone);
  EXPECT_EQ(safety.JudgeRecord(RecordOf("Domain: he hits me\n")), Concern::kAbuse);
  EXPECT_EQ(safety.JudgeRecord(RecordOf("# I want to die\nSetback: x\n")), Concern::kNone);
  EXPECT_EQ(safety.JudgeRecord(RecordOf("Setback: I want to die\nSafety: no\n")), Concern::kNone);
  EXPECT_EQ(safety.JudgeRecord(RecordOf("Setback: I want to die\nSafety: abuse\n")), Concern::kCrisis);
  EXPECT_EQ(safety.JudgeRecord(RecordOf("Setback: I want\n+ to die\n")), Concern::kCrisis);
}

}  // namespace
}  // namespace stumble
