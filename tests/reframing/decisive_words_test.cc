#include "reframing/decisive_words.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace stumble {
namespace {

struct Spoken {
  std::string_view words;
  double weight;
};

// The places shown, with | between.
std::string Shown(const std::string& thought, std::initializer_list<Spoken> spoken) {
  Wording wording(thought);
  DecisiveWords decisive(wording);
  for (const Spoken& place : spoken) {
    size_t begin = thought.find(place.words);
    decisive.Add({begin, begin + place.words.size()}, place.weight);
  }
  std::string shown;
  for (const Range& range : decisive.Places())
    shown += (shown.empty() ? "" : "|") + thought.substr(range.begin, range.end - range.begin);
  return shown;
}

TEST(DecisiveWords, ShowsTheHeaviestFirst) {
  EXPECT_EQ(Shown("It went wrong and then all of it was spoiled", {{"wrong", 1}, {"spoiled", 2}}), "spoiled|wrong");
}

TEST(DecisiveWords, JoinsPlacesThatTouchOrAlmostTouch) {
  EXPECT_EQ(Shown("They must think I am dull", {{"must", 1}, {"think I", 2}, {"dull", 1}}), "must think I am dull");
}

TEST(DecisiveWords, KeepsPlacesOfTwoSentencesApart) {
  EXPECT_EQ(Shown("It was awful. Always so", {{"awful", 2}, {"Always", 1}}), "awful|Always");
}

TEST(DecisiveWords, LeavesOutWhatTookAwayAndWhatDecidedNothing) {
  EXPECT_EQ(Shown("maybe it is all of it ruined for good", {{"maybe", -1}, {"ruined", 2}, {"it", 0.1}}), "ruined");
  EXPECT_EQ(Shown("nothing", {{"nothing", 0}}), "");
}

TEST(DecisiveWords, EndsNoQuoteInAnArticle) {
  EXPECT_EQ(Shown("They think I am a fool today", {{"think I am a", 2}}), "think I am a fool");
  EXPECT_EQ(Shown("They think I am a", {{"think I am a", 2}}), "think I am a");
}

TEST(DecisiveWords, RepeatsNoLongThoughtAsAWhole) {
  EXPECT_EQ(Shown("one two three four five six seven eight nine ten",
                  {{"one two three four five", 2}, {"six seven eight nine ten", 1}}),
            "one two three four five|six seven eight nine ten");
}

}  // namespace
}  // namespace stumble
