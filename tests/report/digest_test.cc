#include "report/digest.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "record/record_writer.h"
#include "report/report_json.h"
#include "report/report_of.h"
#include "text/text.h"

namespace stumble {
namespace {

const Period kWeek = Sample::From("2026-11-14", "2026-11-20");

Record DigestOfText(const std::string& text, bool is_held = false) {
  return DigestOf(Sample::RecordsOf(text).at(0), kWeek, is_held);
}

// The fields, a line each, but for the hash.
std::string Fields(const Record& record) {
  std::string text;
  for (const Item& item : record.items())
    if (item.name != kContentField) text += item.name + ": " + item.value + "\n";
  return text;
}

TEST(DigestOf, KeepsDatesRatingsNamesAndTheWordsOfThePeriod) {
  EXPECT_EQ(
      Fields(DigestOfText(
          "# a comment\nId: A\nDate: 2026-11-16\nSetback: froze\nDomain: work\nTrigger: phone\nTrigger: rain\nCause: "
          "haste\n"
          "Feeling: blank\nIntensity: 7\nBelief: 80\nWhy: late\nThought: I always fail\nPattern: labeling\nCue: "
          "always\n"
          "Question: always?\nReframe: not always\nEvidenceFor: a\nEvidenceAgainst: b\nHelped: tea\nHelped: sleep\n"
          "Learned: rest\nKindness: easy\nNextStep: call\nRecovered: yes\nPrompt: x/y\nAnswer: z\nSleepHours: 5\n")),
      "Id: A\nDate: 2026-11-16\nIntensity: 7\nBelief: 80\nRecovered: yes\nSetback: froze\nDomain: work\nTrigger: "
      "phone\nTrigger: rain\n"
      "Cause: haste\nFeeling: blank\nWhy: late\nPattern: labeling\nHelped: tea\nHelped: sleep\nLearned: "
      "rest\nKindness: easy\n"
      "NextStep: call\n");
}

TEST(DigestOf, KeepsOfOtherDaysWhatMayComeBackAndHowManyWordsThereAre) {
  EXPECT_EQ(
      Fields(DigestOfText("Date: 2026-01-16\nSetback: froze\nTrigger: phone\nWhy: late\nHelped: tea\nHelped: sleep\n"
                          "Helped:\nLearned: rest\nKindness: easy\nNextStep: write\nNextStep: call\n")),
      "Date: 2026-01-16\nSetback: froze\nTrigger: phone\nHelped: …\nLearned: …\nHelped: sleep\nKindness: easy\n"
      "NextStep: call\nWhy: late\n");
  EXPECT_EQ(Fields(DigestOfText("Setback: froze\nLearned: on no day\n")), "Setback: froze\nLearned: …\n");
}

TEST(DigestOf, TellsTwoVersionsOfAnEntryApartThatDifferInWhatItDoesNotKeep) {
  EXPECT_EQ(DigestOfText("Id: A\nThought: one\n").Get(kContentField), DigestOfText("Id: A\nThought: one\n").Get(kContentField));
  EXPECT_NE(DigestOfText("Id: A\nThought: one\n").Get(kContentField), DigestOfText("Id: A\nThought: two\n").Get(kContentField));
}

TEST(DigestOf, KeepsWhatIsForTheNextSession) {
  EXPECT_EQ(Fields(DigestOfText("Date: 2026-01-16\nTag: bring\nThought: I always fail\n")),
            "Date: 2026-01-16\nTag: bring\n=bring: I always fail\n");
  EXPECT_EQ(Fields(DigestOfText("Date: 2026-11-16\nPrompt: weekly-review/bring\nAnswer: the talk\n")),
            "Date: 2026-11-16\n=bring: the talk\n");
}

TEST(DigestOf, KeepsNoWordsOfPrivateAndHeldEntries) {
  const std::string entry =
      "Id: A\nDate: 2026-11-16\nAbout: B\nSetback: froze\nTrigger: phone\nThought: x\nHelped: tea\nTag: "
      "bring\nIntensity: 7\n";
  EXPECT_EQ(Fields(DigestOfText(entry + "Private: yes\n")),
            "Id: A\nDate: 2026-11-16\nAbout: B\nIntensity: 7\nPrivate: yes\nSetback: \n");
  EXPECT_EQ(Fields(DigestOfText(entry, /*is_held=*/true)),
            "Id: A\nDate: 2026-11-16\nAbout: B\nIntensity: 7\nSafety: crisis\nSetback: \n");
  EXPECT_EQ(Fields(DigestOfText("Date: 2026-11-16\nHelped: tea\nPrivate: Yes, please\n")),
            "Date: 2026-11-16\nPrivate: yes\n");
  EXPECT_EQ(Fields(DigestOfText("Date: 2026-11-16\nHelped: tea\nPrivate: no\nSafety: no\n")),
            "Date: 2026-11-16\nHelped: tea\n");
}

TEST(DigestOf, KeepsNoWordsOfThePlanForHardMoments) {
  EXPECT_EQ(Fields(DigestOfText("Date: 2026-11-16\nPrompt: my-plan/people\nAnswer: my sister\nHelped: tea\n")),
            "Date: 2026-11-16\nPrivate: yes\n");
}

TEST(DigestOf, CutsWhatIsLongAndSaysSo) {
  const std::string longest(kMostBytesShown + 1, 'w'), before(kMostBytesOfBefore + 1, 'w'),
      name(kMostBytesOfAName + 1, 'n');
  const Record now =
      DigestOfText("Date: 2026-11-16\nSetback: " + longest + "\nHelped: " + longest + "\nTrigger: " + name + "\n");
  EXPECT_EQ(now.Get("Setback"), longest.substr(1) + "…");
  EXPECT_EQ(now.Get("Helped"), longest.substr(1) + "…");
  EXPECT_EQ(now.Get("Trigger"), name.substr(1) + "…");
  const Record then = DigestOfText("Date: 2026-01-16\nSetback: " + before + "\nHelped: " + before + "\nTag: bring\n");
  EXPECT_EQ(then.Get("Setback"), before.substr(1) + "…");
  EXPECT_EQ(then.Get("Helped"), before.substr(1) + "…");
  EXPECT_EQ(then.Get(kBringField), before.substr(1) + "…");
}

TEST(DigestOf, KeepsSoManyNamesOfEachKind) {
  std::string entry = "Date: 2026-11-16\nSetback: x\n";
  for (size_t at = 0; at < kMostValues + 10; ++at) entry += "Trigger: t" + std::to_string(at) + "\nFeeling: f\n";
  EXPECT_EQ(DigestOfText(entry).All("Trigger").size(), kMostValues);
  EXPECT_EQ(DigestOfText(entry).All("Feeling").size(), kMostValues);
}

RC_GTEST_PROP(DigestOf, CutsBetweenCharacters, ()) {
  std::string words;
  while (words.size() < kMostBytesShown + 20) words += *rc::gen::element<std::string>("a", "é", "昨", "👩", "e\u0301");
  const Record digest =
      DigestOfText("Date: 2026-11-16\nSetback: " + words + "\nTrigger: " + words + "\nHelped: " + words + "\n");
  for (const Item& item : digest.items()) RC_ASSERT(IsUtf8(item.value));
  const std::string_view kept = digest.Get("Setback");
  RC_ASSERT(kept.ends_with("…"));
  RC_ASSERT(std::string_view(words).starts_with(kept.substr(0, kept.size() - std::string_view("…").size())));
  RC_ASSERT(kept.size() <= kMostBytesShown + 3);
}

TEST(DigestOf, SurvivesWordsThatAreNoUtf8) {
  const Record digest = DigestOfText("Date: 2026-11-16\nSetback: " + std::string(5000, '\x80') + "\n");
  EXPECT_LE(digest.Get("Setback").size(), kMostBytesShown + 3);
}

TEST(DigestOf, KeepsThePlaceOfItsRecord) {
  const Record record = Sample::RecordsOf("# first\n\nDate: 2026-11-16\nSetback: x\n").at(1);
  EXPECT_EQ(DigestOf(record, kWeek, false).place().line, record.place().line);
}

// A journal of entries that follow each other up, with a few private and held ones.
std::string AnyJournal() {
  std::string text;
  const int count = *rc::gen::inRange(0, 25);
  for (int at = 0; at < count; ++at) {
    text += "Id: E" + std::to_string(at) + "\n";
    if (*rc::gen::inRange(0, 8) > 0)
      text += "Date: " +
              *rc::gen::element<std::string>("2026-01-05", "2026-11-10", "2026-11-15T09:00:00+00:00", "2026-11-17",
                                             "2026-11-20") +
              "\n";
    if (at > 0 && *rc::gen::arbitrary<bool>()) {
      text += "About: E" + std::to_string(*rc::gen::inRange(0, at)) +
              "\nRecovered: " + *rc::gen::element<std::string>("yes", "no") + "\n";
    } else if (*rc::gen::arbitrary<bool>()) {
      text += "Setback: moment " + std::to_string(*rc::gen::inRange(0, 4)) + "\nWhy: late\nWhy: no pause\n";
    }
    const int fields = *rc::gen::inRange(0, 6);
    for (int field = 0; field < fields; ++field)
      text += *rc::gen::element<std::string>("Trigger: phone", "Trigger: rain", "Cause: haste", "Feeling: blank",
                                             "Domain: work", "Helped: tea", "Helped: sleep", "Learned: rest",
                                             "Kindness: easy", "NextStep: call", "Thought: t", "Pattern: labeling",
                                             "Intensity: 7", "Belief: 80", "Tag: bring", "Answer: a", "Own: field") +
              "\n";
    if (*rc::gen::inRange(0, 8) == 0)
      text += *rc::gen::element<std::string>("Private: yes\n", "Private: no\n", "Safety: crisis\n");
    text += "\n";
  }
  return text;
}

RC_GTEST_PROP(DigestOf, TellsTheSameReportAsTheRecords, ()) {
  const std::string journal = AnyJournal();
  const std::vector<Record> records = Sample::RecordsOf(journal);
  std::vector<Record> digests;
  for (const Record& record : records) digests.push_back(DigestOf(record, kWeek, Sample::IsHeld(record)));
  const std::string of_records = RenderJson(Sample(records, kWeek, Sample::Now()).whole_report());
  const std::string of_digests = RenderJson(Sample(digests, kWeek, Sample::Now()).whole_report());
  RC_LOG() << journal;
  RC_ASSERT(of_digests == of_records);
}

}  // namespace
}  // namespace stumble
