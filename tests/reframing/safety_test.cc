#include "reframing/safety.h"

#include <gtest/gtest.h>

#include "journal/temporary_directory.h"
#include "reframing/shelf_of.h"

namespace stumble {
namespace {

constexpr const char* kPack =
    "words: {gone: [leave, vanish~]}\n"
    "safety:\n"
    "  reading: {filler: [just, really], near: [vanish], known: [banish], passed_over: ['(asked/ask) … vanish … no', 'never (want/wanted) to vanish']}\n"
    "  rules:\n"
    "  - id: going\n"
    "    kind: crisis\n"
    "    cues: [{phrases: ['I want to {gone}'], but_not: [vanish from the list]}]\n"
    "  - id: cold\n"
    "    kind: hardship\n"
    "    cues: [{phrases: [really just cold]}]\n";

Concern JudgedByPack(const std::string& text) {
  static const PackShelf shelf = ShelfOf(kPack);
  static const SafetyRules rules(shelf);
  return rules.Judge(text);
}

TEST(SafetyRules, ReadATextAsIfItsFillerWereNotThere) {
  EXPECT_EQ(JudgedByPack("I really want to just vanish"), Concern::kCrisis);
  EXPECT_EQ(JudgedByPack("I want all of you to vanish"), Concern::kNone);
  EXPECT_EQ(JudgedByPack("It is cold"), Concern::kHardship) << "filler is left out of phrases, too";
}

TEST(SafetyRules, LookPastWhatIsDeniedOrOnlySpokenOf) {
  EXPECT_EQ(JudgedByPack("I never wanted to vanish, I want to leave"), Concern::kCrisis);
  EXPECT_EQ(JudgedByPack("They asked if I want to vanish, and I said no"), Concern::kNone);
  EXPECT_EQ(JudgedByPack("They asked if I want to leave, and I said no"), Concern::kCrisis);
}

TEST(SafetyRules, StandThoughAPhraseToPassOverIsNone) {
  TemporaryDirectory directory;
  directory.Write("mine.yaml", "pack: mine\nversion: 1\ntitle: T\nlanguage: en\nlicense: CC0-1.0\nsources: [me]\n"
                               "safety: {reading: {passed_over: ['only (really', 'never vanish']}, "
                               "rules: [{id: going, kind: crisis, cues: [{phrases: [vanish]}]}]}\n");
  ShelfOptions options;
  options.paths = {directory.At("mine.yaml")};
  const PackShelf shelf(options);
  int complaints = 0;
  const SafetyRules rules(shelf, [&](const Error&) { ++complaints; });
  EXPECT_EQ(complaints, 1);
  EXPECT_EQ(rules.Judge("I want to vanish"), Concern::kCrisis);
  EXPECT_EQ(rules.Judge("I never vanish"), Concern::kNone);
}

TEST(SafetyRules, ReadMisspeltAndMaskedWordsASecondTime) {
  EXPECT_EQ(JudgedByPack("i want to vnaish"), Concern::kCrisis);
  EXPECT_EQ(JudgedByPack("i want to v4n1sh"), Concern::kCrisis);
  EXPECT_EQ(JudgedByPack("I want to banish"), Concern::kNone);
  EXPECT_EQ(JudgedByPack("I want to v4n1sh from the list"), Concern::kNone);
}

TEST(SafetyRules, HaveAReadingForEachPackAlone) {
  // Filler and known words of one pack change nothing for the rules of another.
  const std::string head = "version: 1\ntitle: T\nlanguage: en\nlicense: CC0-1.0\nsources: [me]\n";
  const std::string first = "pack: a\n" + head + kPack;
  const std::string second = "pack: b\n" + head +
                             "safety: {reading: {filler: [vanish, leave, want], known: [vnaish]}, rules: [{id: other, kind: bring, "
                             "cues: [{phrases: [nothing of that]}]}]}\n";
  BuiltInPack packs[] = {{"a", "safety", first}, {"b", "safety", second}};
  ShelfOptions options;
  options.built_in = packs;
  const PackShelf shelf(options);
  const SafetyRules rules(shelf);
  EXPECT_EQ(rules.Judge("I want to vanish"), Concern::kCrisis);
  EXPECT_EQ(rules.Judge("I want to vnaish"), Concern::kCrisis);
}

}  // namespace
}  // namespace stumble
