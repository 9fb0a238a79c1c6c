#include "insight/names.h"

#include <gtest/gtest.h>

namespace stumble {
namespace {

using Counts = std::vector<NameCount>;
using Names = std::vector<std::vector<std::string>>;

TEST(RankNames, PutsTheMostFrequentFirst) {
  EXPECT_EQ(RankNames(Names{{"phone"}, {"silence"}, {"silence"}}), (Counts{{"silence", 2}, {"phone", 1}}));
}

TEST(RankNames, PutsTheLatestFirstAmongEquals) {
  EXPECT_EQ(RankNames(Names{{"phone"}, {"silence"}}), (Counts{{"silence", 1}, {"phone", 1}}));
  EXPECT_EQ(RankNames(Names{{"phone"}, {"silence", "work"}, {"phone"}, {"work", "silence"}}),
            (Counts{{"silence", 2}, {"work", 2}, {"phone", 2}}));
}

TEST(RankNames, TakesANameInAnyLetterCaseForTheSameAndShowsTheFirstSpelling) {
  EXPECT_EQ(RankNames(Names{{"Élan"}, {" élan "}}), (Counts{{"Élan", 2}}));
}

TEST(RankNames, CountsANameOnceForASetback) {
  EXPECT_EQ(RankNames(Names{{"phone", "Phone", "phone"}}), (Counts{{"phone", 1}}));
}

TEST(RankNames, LeavesBlankNamesOut) { EXPECT_EQ(RankNames(Names{{"", "  "}, {}}), Counts{}); }

}  // namespace
}  // namespace stumble
