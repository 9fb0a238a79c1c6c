#include "reframing/phrase.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <string>

#include "journal/journal_of.h"
#include "journal/other_process.h"
#include "reframing/cue_matcher.h"

namespace stumble {
namespace {

const std::shared_ptr<const WordLists>& SharedLists() {
  using Words = std::map<std::string, std::vector<std::string>>;
  static const auto lists = std::make_shared<const WordLists>(Words{{"absolute", {"always", "never", "every time", "every"}}, {"none", {}}});
  return lists;
}

const WordLists& Lists() { return *SharedLists(); }

// The places of a text where a phrase stands, with | between.
std::string Found(const std::string& phrase, const std::string& text) {
  std::string found;
  for (const Range& range : Phrase(phrase, Lists()).FindAll(Wording(text)))
    found += (found.empty() ? "" : "|") + text.substr(range.begin, range.end - range.begin);
  return found;
}

TEST(Phrase, FindsWholeWordsInSequence) {
  EXPECT_EQ(Found("total failure", "I am a TOTAL failure"), "TOTAL failure");
  EXPECT_EQ(Found("total failure", "totally failure, total big failure, failure total"), "");
  EXPECT_EQ(Found("fail", "failure"), "");
  EXPECT_EQ(Found("so", "so and so"), "so|so");
}

TEST(Phrase, FindsContractionsHoweverTheyAreWritten) {
  for (const char* text : {"I can't", "I can’t", "I cannot", "I can not", "i cant"}) EXPECT_NE(Found("can not", text), "") << text;
  EXPECT_EQ(Found("can't", "I can not do it"), "can not");
  EXPECT_EQ(Found("I'm", "I am and Im"), "I am|Im");
}

TEST(Phrase, StaysWithinASentence) {
  EXPECT_EQ(Found("total failure", "It was total. Failure came"), "");
  EXPECT_EQ(Found("never … right", "I never try. Right now"), "");
  EXPECT_EQ(Found("total failure", "It was total, failure came"), "total, failure");
}

TEST(Phrase, LeavesUpToSixWordsInAGap) {
  EXPECT_EQ(Found("never … right", "never right"), "never right");
  EXPECT_EQ(Found("never … right", "never 1 2 3 4 5 6 right"), "never 1 2 3 4 5 6 right");
  EXPECT_EQ(Found("never … right", "never 1 2 3 4 5 6 7 right"), "");
  EXPECT_EQ(Found("never ... right", "never 1 right"), "never 1 right");
  EXPECT_EQ(Found("a … b … c", "a 1 b 2 c"), "a 1 b 2 c");
}

TEST(Phrase, TakesTheShortestMatchFromEachFirstWord) {
  EXPECT_EQ(Found("never … right", "never do it right, right"), "never do it right");
  EXPECT_EQ(Found("never … right", "never never right"), "never never right|never right");
}

TEST(Phrase, TakesAnyAlternativeOfAList) {
  EXPECT_EQ(Found("{absolute} … ruin", "I always ruin it"), "always ruin");
  EXPECT_EQ(Found("{absolute} … ruin", "every time I ruin it"), "every time I ruin");
  EXPECT_EQ(Found("I {absolute} ruin", "I every time ruin"), "I every time ruin");
  EXPECT_EQ(Found("I {absolute}", "I every day"), "I every");
  EXPECT_EQ(Found("I{absolute}ruin", "I never ruin"), "I never ruin");
}

TEST(Phrase, TriesALongerAlternativeWhereAShorterOneLeadsNowhere) {
  EXPECT_EQ(Found("{absolute} I", "every time I"), "every time I");
}

TEST(Phrase, RefusesAListThatIsNotThereAndPhrasesWithoutWords) {
  EXPECT_EQ(Thrown([] { Phrase("a {missing}", Lists()); }), "expected a name of this pack's words between { and }");
  EXPECT_EQ(Thrown([] { Phrase("a {absolute", Lists()); }), "expected a name of this pack's words between { and }");
  EXPECT_EQ(Thrown([] { Phrase("…", Lists()); }), "expected a phrase with a word in it");
  EXPECT_EQ(Thrown([] { Phrase("", Lists()); }), "expected a phrase with a word in it");
}

TEST(Phrase, IgnoresGapsAtItsEnds) { EXPECT_EQ(Found("… never …", "I never do"), "never"); }

TEST(Phrase, BeginsASentenceWhereItSaysSo) {
  EXPECT_EQ(Found("^ sure", "Sure, it was. I am sure. sure"), "Sure|sure");
  EXPECT_EQ(Found("^ … never", "I would never. Never"), "I would never|Never");
}

TEST(Phrase, GoesOnAtTheBeginningOfTheNextSentence) {
  EXPECT_EQ(Found("great / but", "It was great with them. But long"), "great with them. But");
  EXPECT_EQ(Found("great / but", "It was great, but long. It was. But"), "");
  EXPECT_EQ(Found("great / … but", "It was great. Long but"), "great. Long but");
  EXPECT_EQ(Found("great / but", "great"), "");
  EXPECT_EQ(Found("/ I am", "It rained. I am wet"), "I am");
}

TEST(Phrase, MatchesInGoodTimeHoweverManyGapsItHas) {
  OtherProcess matching([] {
    alarm(5);
    std::string phrase = "a", text;
    for (int i = 0; i < 10; ++i) phrase += " … a";
    for (int i = 0; i < 60; ++i) text += "a ";
    return Found(phrase + " … b", text).empty() ? 0 : 1;
  });
  EXPECT_EQ(matching.Wait(), 0) << "142: it took longer than five seconds";
}

std::string FoundBy(const Cue& cue, const std::string& text) {
  auto range = CueMatcher(cue, SharedLists()).Find(Wording(text));
  return range ? text.substr(range->begin, range->end - range->begin) : "nothing";
}

TEST(CueMatcher, FindsTheFirstOfItsPhrasesThatStands) {
  Cue cue;
  cue.phrases = {"total failure", "never"};
  EXPECT_EQ(FoundBy(cue, "I never, a total failure"), "total failure");
  EXPECT_EQ(FoundBy(cue, "I never"), "never");
  EXPECT_EQ(FoundBy(cue, "fine"), "nothing");
}

TEST(CueMatcher, DoesNotCountWhereAnExceptionOverlaps) {
  Cue cue;
  cue.phrases = {"total failure"};
  cue.but_not = {"not a total failure", "failure of the pump"};
  EXPECT_EQ(FoundBy(cue, "I am not a total failure"), "nothing");
  EXPECT_EQ(FoundBy(cue, "a total failure of the pump"), "nothing");
  EXPECT_EQ(FoundBy(cue, "Not a total failure then. A total failure now"), "total failure");
  EXPECT_EQ(FoundBy(cue, "The failure of the pump, and I am a total failure"), "total failure");
}

TEST(CueMatcher, SearchesExpressionsInThePlainTextWithoutRegardToCase) {
  Cue cue;
  cue.regex = "can't\\s+\\w+";
  EXPECT_EQ(FoundBy(cue, "‘So’ I CAN’T cope"), "CAN’T cope");
  EXPECT_EQ(FoundBy(cue, "I can cope"), "nothing");
}

TEST(WaitingPhrase, FindsWhatItsPhraseFinds) {
  for (const char* text : {"I always lose", "the day it hit", "a long day", "hit", "nothing of it", "cannot lose it all"})
    for (const char* phrase : {"{absolute} lose", "long [and hard] day", "hit~", "(the/a) day", "[long hard] day … hit", "can not lose", "…hit",
                               "(I/we) (always/never) lose", "(a long/the) (day it/day)", "(can not/no) (lose it/always)", "[a] (hit/long) (day/{absolute})"})
      EXPECT_EQ(WaitingPhrase(phrase, SharedLists()).FindAll(Wording(text)).size(), Phrase(phrase, Lists()).FindAll(Wording(text)).size())
          << phrase << ": " << text;
}

TEST(WaitingPhrase, IsFoundByAContractionThatIsWrittenOut) {
  EXPECT_EQ(WaitingPhrase("I am not gonna", SharedLists()).FindAll(Wording("I'm not going to")).size(), 1u);
}

TEST(CueMatcher, NamesThePlaceOfACueThatIsNotValid) {
  Cue cue;
  cue.place = {"mine.yaml", 7, 9};
  cue.regex = "(";
  EXPECT_EQ(Thrown([&] { CueMatcher(cue, SharedLists()); }),
            "mine.yaml:7:9: regex: expected a regular expression in RE2's syntax: missing )");
  cue.regex = "";
  cue.phrases = {"{missing}"};
  EXPECT_EQ(Thrown([&] { CueMatcher(cue, SharedLists()); }), "mine.yaml:7:9: expected a name of this pack's words between { and }");
}

TEST(WeighedCues, AddsEachCueOnceAndTellsTheHeaviestFirst) {
  Cue never, total, takes;
  never.phrases = {"never"};
  total.phrases = {"total failure"};
  total.weight = 2;
  takes.phrases = {"sometimes"};
  takes.weight = -0.5;
  WeighedCues cues({never, total, takes}, SharedLists());
  auto weighed = cues.Weigh(Wording("never, never, sometimes a total failure"));
  EXPECT_DOUBLE_EQ(weighed.sum, 2.5);
  EXPECT_EQ(weighed.places, (std::vector<std::pair<Range, double>>{{{26, 39}, 2}, {{0, 5}, 1}, {{14, 23}, -0.5}}));
}

}  // namespace
}  // namespace stumble
