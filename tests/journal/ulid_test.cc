#include "journal/ulid.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>
#include <string>

namespace stumble {
namespace {

IdMaker Seeded(uint64_t seed) {
  return IdMaker([random = std::mt19937_64(seed)]() mutable { return random(); });
}

TEST(IdMaker, WritesTheTimeIntoTheFirstTenCharacters) {
  // The example of github.com/ulid/javascript: ulid(1469918176385) begins with 01ARYZ6S41.
  EXPECT_EQ(Seeded(1).Make(1469918176385).substr(0, 10), "01ARYZ6S41");
  EXPECT_EQ(IdMaker([] { return uint64_t{0}; }).Make(1469918176385), "01ARYZ6S410000000000000000");
  EXPECT_EQ(IdMaker([] { return ~uint64_t{0}; }).Make(1469918176385), "01ARYZ6S41ZZZZZZZZZZZZZZZZ");
}

TEST(IdMaker, CountsUpWithinAMillisecond) {
  IdMaker ids([] { return uint64_t{31}; });
  std::string first = ids.Make(1469918176385), second = ids.Make(1469918176385);
  EXPECT_LT(first, second);
  EXPECT_EQ(first.substr(0, 10), second.substr(0, 10));
}

TEST(IdMaker, CarriesIntoTheTimeWhenAllDigitsAreUsedUp) {
  IdMaker ids([] { return ~uint64_t{0}; });
  std::string first = ids.Make(1469918176385);
  EXPECT_LT(first, ids.Make(1469918176385));
}

TEST(IdMaker, StaysAheadWhenTheClockGoesBack) {
  IdMaker ids = Seeded(2);
  std::string first = ids.Make(2000);
  EXPECT_LT(first, ids.Make(1000));
  EXPECT_LT(first, ids.Make(-5));
}

TEST(IdMaker, ComesAfterAnIdOfTheSameMillisecond) {
  const std::string other = "01ARYZ6S41ZZZZZZZZZZZZZZZ0";
  IdMaker ids = Seeded(3);
  ids.ComeAfter(other, 1469918176385);
  EXPECT_EQ(ids.Make(1469918176385), "01ARYZ6S41ZZZZZZZZZZZZZZZ1");
}

TEST(IdMaker, DoesNotFollowIdsOfOtherTimesOrNone) {
  IdMaker ids = Seeded(3);
  ids.ComeAfter("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", 1469918176385);  // a clock gone wrong long ago
  ids.ComeAfter("mine", 1469918176385);
  ids.ComeAfter("", 1469918176385);
  EXPECT_EQ(ids.Make(1469918176385).substr(0, 10), "01ARYZ6S41");
}

TEST(IdMaker, ReadsAnIdInLowerCase) {
  IdMaker ids = Seeded(3);
  ids.ComeAfter("01aryz6s41zzzzzzzzzzzzzzz0", 1469918176385);
  EXPECT_EQ(ids.Make(1469918176385), "01ARYZ6S41ZZZZZZZZZZZZZZZ1");
}

TEST(IsUlid, TakesCrockfordsDigitsAlone) {
  EXPECT_TRUE(IsUlid("01ARYZ6S41TSV4RRFFQ69G5FAV"));
  EXPECT_TRUE(IsUlid("01aryz6s41tsv4rrffq69g5fav"));
  EXPECT_TRUE(IsUlid("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"));
  EXPECT_FALSE(IsUlid("8ZZZZZZZZZZZZZZZZZZZZZZZZZ"));
  EXPECT_FALSE(IsUlid("01ARYZ6S41TSV4RRFFQ69G5FA"));
  EXPECT_FALSE(IsUlid("01ARYZ6S41TSV4RRFFQ69G5FAVV"));
  EXPECT_FALSE(IsUlid("01ARYZ6S41TSV4RRFFQ69G5FAI"));
  EXPECT_FALSE(IsUlid("01ARYZ6S41TSV4RRFFQ69G5FAL"));
  EXPECT_FALSE(IsUlid("01ARYZ6S41TSV4RRFFQ69G5FAO"));
  EXPECT_FALSE(IsUlid("01ARYZ6S41TSV4RRFFQ69G5FAU"));
  EXPECT_FALSE(IsUlid(""));
}

RC_GTEST_PROP(IdMaker, MakesValidIdsThatRise, (uint64_t seed)) {
  IdMaker ids = Seeded(seed);
  std::string before;
  int64_t time = *rc::gen::inRange<int64_t>(1, int64_t{1} << 47);
  for (int step : *rc::gen::container<std::vector<int>>(rc::gen::inRange(-2, 3))) {
    std::string id = ids.Make(time += step);
    RC_ASSERT(IsUlid(id));
    RC_ASSERT(before < id);
    before = id;
  }
}

}  // namespace
}  // namespace stumble
