#include "asking/heard.h"

#include <gtest/gtest.h>

#include "record/record_text.h"

namespace stumble {
namespace {

TEST(HeardSentence, SaysWhatTheRecordSaysInPlainWords) {
  EXPECT_EQ(HeardSentence(RecordOf("Thought: t\nBelief: 80\nFeeling: ashamed\n")),
            "You wrote that it feels 80 percent true and that you feel ashamed. That can weigh a lot. It makes sense "
            "that it hurts.");
  EXPECT_EQ(HeardSentence(RecordOf("Feeling: fear\nFeeling: shame\nFeeling: anger\nFeeling: envy\nIntensity: 8\n")),
            "You wrote that you feel fear, shame, and anger and that it is at 8 of 10. That is a lot to carry. It "
            "makes sense that it "
            "hurts.");
  EXPECT_EQ(HeardSentence(RecordOf("Intensity: 2\n")), "You wrote that it is at 2 of 10. That counts, too.");
}

TEST(HeardSentence, SaysThatItCanWeighALotWhereNothingIsKnown) {
  EXPECT_EQ(HeardSentence(RecordOf("Thought: t\n")),
            "A thought like this can weigh a lot. It makes sense that it hurts.");
  EXPECT_EQ(HeardSentence(RecordOf("Thought: t\nIntensity: 12\nBelief: very\n")),
            HeardSentence(RecordOf("Thought: t\n")));
}

TEST(HeardSentence, TakesTheLatestRatingsAndNamesOnly) {
  EXPECT_EQ(HeardSentence(RecordOf("Intensity: 9\nIntensityNow: 5\nBelief: 90\nBeliefNow: 40\n")),
            "You wrote that it feels 40 percent true and that it is at 5 of 10. That can weigh a lot. It makes sense "
            "that it hurts.");
  EXPECT_EQ(HeardSentence(RecordOf("Feeling: as if everything in the house had become very far away\n")),
            "A thought like this can weigh a lot. It makes sense that it hurts.");
}

}  // namespace
}  // namespace stumble
