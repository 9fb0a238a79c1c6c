#include "pack/pack_weights.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/journal_of.h"

namespace stumble {
namespace {

constexpr const char* kPack =
    "pack: p  # mine\n"
    "signs:\n"
    "  - id: late\n"
    "    phrases: [late]\n"
    "patterns:\n"
    "  - id: first\n"
    "    threshold: 1\n"
    "    signs:\n"
    "      {never: 1,\n"
    "       always: 2}\n"
    "    examples: [a]\n"
    "  - id: late\n"
    "    # a comment stays\n"
    "    threshold: 3\n"
    "    signs: {never: 1}\n";

TEST(PackWeights, ReplacesThresholdAndSignsOfOnePatternAndNothingElse) {
  EXPECT_EQ(WithWeights(kPack, "first", 2.5, {{"never", 0.7}, {"always", -1}}),
            "pack: p  # mine\n"
            "signs:\n"
            "  - id: late\n"
            "    phrases: [late]\n"
            "patterns:\n"
            "  - id: first\n"
            "    threshold: 2.5\n"
            "    signs:\n"
            "      {never: 0.7, always: -1}\n"
            "    examples: [a]\n"
            "  - id: late\n"
            "    # a comment stays\n"
            "    threshold: 3\n"
            "    signs: {never: 1}\n");
}

TEST(PackWeights, TellsAPatternFromASignOfTheSameName) {
  std::string changed = WithWeights(kPack, "late", 2, {{"late", 1}});
  EXPECT_NE(changed.find("    threshold: 2\n    signs:\n      {late: 1}\n"), std::string::npos);
  EXPECT_NE(changed.find("  - id: late\n    phrases: [late]\n"), std::string::npos);
}

TEST(PackWeights, GivesTheSameTextTheSecondTime) {
  std::string once = WithWeights(kPack, "first", 2.5, {{"never", 0.7}});
  EXPECT_EQ(WithWeights(once, "first", 2.5, {{"never", 0.7}}), once);
}

TEST(PackWeights, WrapsLongListsOfSigns) {
  std::vector<SignWeight> signs;
  for (int i = 0; i < 30; ++i) signs.push_back({"a-sign-" + std::to_string(i), 1.25});
  std::string changed = WithWeights(kPack, "first", 1, signs);
  for (size_t at = 0, end; (end = changed.find('\n', at)) != std::string::npos; at = end + 1) EXPECT_LE(end - at, 118u);
}

TEST(PackWeights, RefusesAPatternThatIsNotWrittenThatWay) {
  EXPECT_EQ(Thrown([] { WithWeights(kPack, "missing", 1, {}); }),
            "pattern missing: expected lines `threshold:` and `signs:`, indented by four blanks");
}

}  // namespace
}  // namespace stumble
