#include "text/regex.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "error.h"
#include "text/stable_hash.h"

namespace stumble {
namespace {

TEST(Regex, FindsAMatchByBytes) {
  Regex regex("l+", "--match");
  EXPECT_EQ(regex.Find("hello all"), (Range{2, 4}));
  EXPECT_EQ(regex.Find("hello all", 4), (Range{7, 9}));
  EXPECT_EQ(regex.Find("hello", 4), std::nullopt);
  EXPECT_EQ(regex.Find("hello", 99), std::nullopt);
  EXPECT_EQ(Regex("é", "x").Find("café"), (Range{3, 5}));
}

TEST(Regex, MindsLetterCaseUnlessTold) {
  EXPECT_FALSE(Regex("phone", "x").FoundIn("Phone"));
  EXPECT_TRUE(Regex("phone", "x", Regex::Case::kInsensitive).FoundIn("PHONE"));
}

TEST(Regex, RefusesAnInvalidExpressionAndSaysWhoseItIs) {
  try {
    Regex("(", "--match");
    FAIL() << "expected an Error";
  } catch (const Error& error) {
    EXPECT_EQ(error.Sentence(), "--match: expected a regular expression in RE2's syntax: missing )");
    EXPECT_EQ(error.status(), ExitStatus::kUsage);
  }
}

TEST(Regex, MatchesInLinearTime) {
  auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(Regex("(a*)*b", "x").FoundIn(std::string(200'000, 'a')));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST(Range, OverlapsWhereBytesAreShared) {
  EXPECT_TRUE((Range{0, 3}.Overlaps({2, 5})));
  EXPECT_FALSE((Range{0, 3}.Overlaps({3, 5})));
}

TEST(StableHash, StaysTheSameForEver) {
  EXPECT_EQ(StableHash("always"), StableHash("always"));
  EXPECT_NE(StableHash("always"), StableHash("always", 1));
  EXPECT_EQ(StableHash(""), 14695981039346656037u ^ (14695981039346656037u >> 32));
}

}  // namespace
}  // namespace stumble
