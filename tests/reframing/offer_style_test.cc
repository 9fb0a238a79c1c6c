// How the built-in questions and reframes read, as they stand in the pack and filled from thoughts.
#include <gtest/gtest.h>

#include <cctype>
#include <cstdio>
#include <set>
#include <string>
#include <vector>

#include "reframing/hard_thoughts.h"
#include "reframing/offers.h"
#include "reframing/shelf_of.h"
#include "text/regex.h"
#include "text/text.h"

namespace stumble {
namespace {

struct FilledOffer {
  std::string pattern, text;
};

// Every text that fits a thought, filled from it, for every thought that is not held, also at its strongest.
std::vector<FilledOffer> AllFilled(Voice voice) {
  std::vector<FilledOffer> all;
  for (std::string_view thought : kHardThoughts) {
    if (IsHeld(BuiltInSafety().Judge(thought))) continue;
    for (std::optional<int> intensity : {std::optional<int>(), std::optional<int>(9)})
      for (const Pattern* pattern : BuiltInShelf().patterns())
        for (std::string& text : Ranked(voice == Voice::kI ? pattern->reframes : pattern->questions,
                                        OccasionOf(thought, "work", intensity, 0), "this", voice))
          all.push_back({pattern->id, std::move(text)});
  }
  return all;
}

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (char c : std::string(text) + " ") {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

// Groups of vowels, without a silent e at the end: rough, and even over many words.
int SyllablesOf(const std::string& word) {
  std::string w = FoldCase(word);
  bool silent =
      w.size() > 3 && ((w.ends_with("e") && !w.ends_with("le")) || (w.ends_with("es") && !w.ends_with("ses")) ||
                       (w.ends_with("ed") && !w.ends_with("ted") && !w.ends_with("ded")));
  int groups = 0;
  bool in_group = false;
  for (char c : w) {
    bool vowel = std::string_view("aeiouy").find(c) != std::string_view::npos;
    groups += vowel && !in_group ? 1 : 0;
    in_group = vowel;
  }
  return std::max(1, groups - (silent ? 1 : 0));
}

// Grade level after Flesch and Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others
// 1975).
double GradeOf(std::string_view text) {
  std::vector<std::string> words = WordsOf(text);
  int syllables = 0, sentences = 0;
  for (const std::string& word : words) syllables += SyllablesOf(word);
  for (char c : text) sentences += c == '.' || c == '?' ? 1 : 0;
  auto count = static_cast<double>(words.size());
  return 0.39 * count / std::max(1, sentences) + 11.8 * syllables / count - 15.59;
}

std::string WithPlainSlots(std::string text) {
  for (size_t open; (open = text.find('{')) != std::string::npos;)
    text.replace(open, text.find('}', open) - open + 1, "this");
  return text;
}

TEST(OfferStyle, GradesAreThoseOfThePublishedFormula) {
  // 6 words, 6 syllables, one sentence; and 8 words of 17 syllables.
  EXPECT_NEAR(GradeOf("The cat sat on the mat."), 0.39 * 6 + 11.8 - 15.59, 1e-9);
  EXPECT_NEAR(GradeOf("Careful consideration of every available possibility remains necessary."),
              0.39 * 8 + 11.8 * 26 / 8 - 15.59, 1.5);
}

TEST(OfferStyle, ThereAreEnoughOfEachPatternAndOfSeveralStrategies) {
  for (const Pattern* pattern : BuiltInShelf().patterns()) {
    std::set<std::string> strategies;
    size_t general = 0, kind = 0;
    for (const Offer& offer : pattern->reframes) {
      strategies.insert(offer.strategy);
      general +=
          offer.needs.empty() && (offer.when.empty() || offer.when == std::vector<std::string>{"me"}) ? 1u : 0u;
      kind += std::find(offer.when.begin(), offer.when.end(), "intense") != offer.when.end() ? 1u : 0u;
    }
    EXPECT_GE(pattern->questions.size(), 8u) << pattern->id;
    EXPECT_GE(pattern->reframes.size(), 12u) << pattern->id;
    EXPECT_FALSE(strategies.contains("")) << pattern->id;
    EXPECT_GE(strategies.size(), 6u) << pattern->id;
    EXPECT_GE(kind, 2u) << pattern->id;
    EXPECT_GE(general, 6u) << pattern->id;
  }
}

TEST(OfferStyle, EachOfferIsFirstPersonShortPlainAndHedged) {
  Regex first_person(R"(\b(I|I'll|me|my|myself|mine)\b)", "test");
  Regex hedge(
      R"(\b(may|might|could|perhaps|maybe|some|part|not sure|right now|for now|don't know|can't know|a bit|a little|yet|guess)\b)",
      "test", Regex::Case::kInsensitive);
  for (const Pattern* pattern : BuiltInShelf().patterns()) {
    for (const Offer& offer : pattern->reframes) {
      std::string text = WithPlainSlots(offer.text);
      EXPECT_TRUE(first_person.FoundIn(text)) << text;
      EXPECT_TRUE(hedge.FoundIn(text)) << text;
      EXPECT_GE(WordsOf(text).size(), 11u) << text;
      EXPECT_LE(WordsOf(text).size(), 38u) << text;
      EXPECT_LE(GradeOf(text), 7) << text;
    }
    for (const Offer& offer : pattern->questions) {
      EXPECT_LE(GradeOf(WithPlainSlots(offer.text)), 8) << offer.text;
      EXPECT_TRUE(offer.text.ends_with("?")) << offer.text;
    }
  }
}

TEST(OfferStyle, NothingPromisesPraisesBlamesOrCheersUp) {
  Regex hurtful(
      R"(!|\bat least\b|bright side|happens for a reason|will be (fine|ok|okay|all right)|everything will|look on|stay positive|think positive)"
      R"(|\b(distort|irrational|disorder|wrong thinking|overreact|just relax|calm down|cheer up|get over|good job|well done|proud of you|your fault|you should|you must)\w*)",
      "test", Regex::Case::kInsensitive);
  for (const Pattern* pattern : BuiltInShelf().patterns()) {
    for (const auto* offers : {&pattern->questions, &pattern->reframes})
      for (const Offer& offer : *offers) EXPECT_FALSE(hurtful.FoundIn(offer.text)) << offer.text;
    EXPECT_FALSE(hurtful.FoundIn(pattern->plain));
    EXPECT_FALSE(hurtful.FoundIn(pattern->about));
  }
  for (const Prompt* prompt : BuiltInShelf().prompts()) EXPECT_FALSE(hurtful.FoundIn(prompt->text)) << prompt->text;
  for (const Routine* routine : BuiltInShelf().routines()) {
    EXPECT_FALSE(hurtful.FoundIn(routine->stop_text)) << routine->stop_text;
    for (const Step& step : routine->steps)
      for (const std::string& text : {step.say, step.ask, step.help}) EXPECT_FALSE(hurtful.FoundIn(text)) << text;
  }
}

TEST(OfferStyle, NoTextStandsTwiceInAllPacks) {
  std::set<std::string> seen;
  auto once = [&](const std::string& text) {
    EXPECT_TRUE(text.empty() || seen.insert(FoldCase(text)).second) << text;
  };
  for (const Pattern* pattern : BuiltInShelf().patterns())
    for (const auto* offers : {&pattern->questions, &pattern->reframes})
      for (const Offer& offer : *offers) once(offer.text);
  for (const Prompt* prompt : BuiltInShelf().prompts()) once(prompt->text);
  for (const Routine* routine : BuiltInShelf().routines()) {
    once(routine->stop_text);
    for (const Step& step : routine->steps)
      for (const std::string& text : {step.say, step.ask, step.help}) once(text);
  }
  EXPECT_GT(seen.size(), 500u);
}

TEST(OfferStyle, FilledTextsAreSentences) {
  Regex broken(
      R"([{}]|  | [.,?]|[.?][.?]|\b(a) [“]?(a|e|i|o|un|ug|ut)[a-z]|\ban [“]?[b-df-gj-np-tv-z]|\b(I is|I are|you is|you am|he are|she are|my my|your my|the the|to to|of of|a a|an an)\b|\bi\b)",
      "test");
  Regex useful(R"(\ba (use|uni|one))", "test"), mine(R"(\b(my|me|I|myself)\b)", "test");
  size_t count = 0, hard = 0;
  double hardest = 0;
  for (Voice voice : {Voice::kI, Voice::kYou}) {
    for (const FilledOffer& offer : AllFilled(voice)) {
      const std::string& text = offer.text;
      ++count;
      EXPECT_FALSE(broken.FoundIn(text) && !useful.FoundIn(text)) << text;
      std::string_view begin = text;
      if (begin.starts_with("“")) begin.remove_prefix(std::string_view("“").size());
      EXPECT_TRUE(std::isupper(static_cast<unsigned char>(begin[0])) != 0) << text;
      EXPECT_TRUE(text.ends_with(voice == Voice::kI ? "." : "?")) << text;
      // What is quoted may say "my"; the rest speaks to the person.
      bool to_you = text.find("“") != std::string::npos || !mine.FoundIn(text);
      EXPECT_TRUE(voice == Voice::kI || to_you) << text;
      if (voice == Voice::kYou) continue;
      EXPECT_GE(WordsOf(text).size(), 11u) << text;
      EXPECT_LE(WordsOf(text).size(), 38u) << text;
      double grade = GradeOf(text);
      hardest = std::max(hardest, grade);
      if (grade > 7) ++hard;
    }
  }
  std::printf("%zu filled texts; %zu reframes above grade 7, the hardest %.1f\n", count, hard, hardest);
  EXPECT_LE(hard * 100, count) << "a person's own long words may lift a few";
  EXPECT_LE(hardest, 9);
}

TEST(OfferStyle, FilledTextsNameNoPatternThemselves) {
  for (Voice voice : {Voice::kI, Voice::kYou}) {
    std::set<std::string> texts, named;
    for (const FilledOffer& offer : AllFilled(voice)) texts.insert(offer.text);
    for (const std::string& text : texts) {
      for (const FoundPattern& found : BuiltInPatterns().Find(text))
        if (named.insert(text).second) std::printf("%s: %s\n", found.pattern->id.c_str(), text.c_str());
      EXPECT_FALSE(IsHeld(BuiltInSafety().Judge(text))) << text;
    }
    std::printf("%zu of %zu %s name a pattern\n", named.size(), texts.size(),
                voice == Voice::kI ? "reframes" : "questions");
    EXPECT_LE(named.size() * 100, texts.size() * 3);
  }
}

}  // namespace
}  // namespace stumble
