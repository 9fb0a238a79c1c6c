#include "report/digests.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "report/report_json.h"
#include "report/report_markdown.h"
#include "report/report_of.h"
#include "report/report_text.h"
#include "report/written.h"
#include "text/text.h"

namespace stumble {
namespace {

const Period kWeek = Sample::From("2026-11-14", "2026-11-20");

Digests DigestsOf(const std::string& text, Showing showing, bool is_held = false) {
  showing.period = kWeek;
  showing.as_of = Sample::Now();
  Digests digests(showing);
  for (const Record& record : Sample::RecordsOf(text)) digests.Add(record, is_held, [](const Error&) {});
  return digests;
}

Digests DigestsOf(const std::string& text) { return DigestsOf(text, Showing{}); }

// The words of a field in all entries, a line each; those that are not held any longer are "...".
std::string Words(const Digests& digests, std::string_view field) {
  std::string text;
  for (size_t place = 0; place < digests.entries().size(); ++place)
    for (WordsId words : digests.Words(place, field)) {
      const std::string* held = digests.TextOf(words);
      text += (held == nullptr ? "..." : *held) + "\n";
    }
  return text;
}

std::string Names(const Digests& digests, std::string_view field) {
  std::string text;
  for (size_t place = 0; place < digests.entries().size(); ++place)
    for (std::string_view name : digests.Names(place, field)) text += std::string(name) + "\n";
  return text;
}

TEST(Digests, HoldTheWordsOfThePeriodAndNamesOfAllDays) {
  const Digests digests = DigestsOf(
      "Date: 2026-11-16\nSetback: froze\nTrigger: phone\nTrigger: \nWhy: late\nWhy: no pause\nHelped: tea \nHelped:\n"
      "Learned: rest\nKindness: easy\nNextStep: call\n\n"
      "Date: 2026-01-16\nSetback: fell\nTrigger: rain\nCause: haste\nFeeling: blank\nDomain: work\nTag: x\nPattern: labeling\n");
  EXPECT_EQ(digests.SetbackWords(0), "froze");
  EXPECT_EQ(digests.SetbackWords(1), "fell");
  EXPECT_EQ(Words(digests, "Helped"), "tea\n");
  EXPECT_EQ(Words(digests, "Learned"), "rest\n");
  EXPECT_EQ(Words(digests, "Kindness"), "easy\n");
  EXPECT_EQ(Words(digests, "NextStep"), "call\n");
  EXPECT_EQ(Words(digests, "Why"), "late\nno pause\n");
  EXPECT_EQ(Names(digests, "Trigger"), "phone\nrain\n");
  EXPECT_EQ(Names(digests, "Cause") + Names(digests, "Feeling") + Names(digests, "Domain") + Names(digests, "Tag") +
                Names(digests, "Pattern"),
            "haste\nblank\nwork\nx\nlabeling\n");
}

TEST(Digests, HoldOfWhatCameBeforeTheLastWordsOfAnEntryThatMayComeBack) {
  const Digests digests = DigestsOf(
      "Date: 2026-01-16\nHelped: tea\nHelped: sleep\nHelped:\nLearned: rest\nKindness: easy\nNextStep: write\n"
      "NextStep: call\nWhy: late\n\nDate: 2026-11-21\nHelped: to come\nNextStep: to come\n\nHelped: on no day\n");
  EXPECT_EQ(Words(digests, "Helped"), "...\nsleep\n...\n...\n");
  EXPECT_EQ(Words(digests, "Learned"), "...\n");
  EXPECT_EQ(Words(digests, "Kindness"), "easy\n");
  EXPECT_EQ(Words(digests, "NextStep"), "...\ncall\n...\n");
  EXPECT_EQ(Words(digests, "Why"), "...\n");
}

TEST(Digests, LetTheOldestWordsGoWhereTheNewestAreShown) {
  std::string journal;
  for (int day : {16, 14, 17, 15})
    journal += "Date: 2026-11-" + std::to_string(day) + "\nHelped: on " + std::to_string(day) + "\nSetback: on " +
               std::to_string(day) + std::string(kMostBytesOfALine, '.') + "\n\n";
  const Digests digests = DigestsOf(journal, {.words = Showing::Words::kNewest, .newest = 2});
  EXPECT_EQ(Words(digests, "Helped"), "on 16\n...\non 17\n...\n");
  EXPECT_EQ(digests.SetbackWords(0), "on 16" + std::string(kMostBytesOfALine, '.'));
  EXPECT_EQ(digests.SetbackWords(1), "on 14" + std::string(kMostBytesOfALine - 5, '.') + "…");
}

TEST(Digests, HoldTheWordsThatThePersonReturnsToMostOften) {
  std::string journal;
  for (const char* words : {"tea", "sleep", "Tea", "walk", "sleep", "rain", "tea", "song", "bath"})
    journal += std::string("Date: 2026-11-16\nHelped: ") + words + "\n\n";
  const Digests digests = DigestsOf(journal, {.words = Showing::Words::kNewest, .newest = 1, .most_returned = 1});
  EXPECT_EQ(Words(digests, "Helped"), "tea\n...\ntea\n...\n...\n...\ntea\n...\nbath\n");
  const WordsOfPeriod helped = WordsIn(digests, "Helped", kWeek);
  EXPECT_EQ(helped.different, 6u);
  ASSERT_EQ(helped.shown.size(), 2u);
  EXPECT_EQ(helped.shown[0].words, "tea");
  EXPECT_EQ(helped.shown[0].times, 3u);
}

TEST(Digests, HoldTheEndsOfChainsThatCameMostOften) {
  std::string journal;
  for (const char* why : {"late", "tired", "late", "alone"})
    journal += std::string("Date: 2026-11-16\nSetback: x\nWhy: since\nWhy: ") + why + "\n\n";
  const Digests digests = DigestsOf(journal, {.words = Showing::Words::kNewest, .most_returned = 2});
  EXPECT_EQ(Words(digests, "Why"), "...\nlate\n...\ntired\n...\nlate\n...\n...\n");
}

TEST(Digests, HoldWordsThatStandElsewhereTooWhereOneEntryTurnsOutToBePrivate) {
  std::string journal;
  for (const char* id : {"A", "B"})
    journal += std::string("Id: ") + id + "\nDate: 2026-11-16\nSetback: x\nHelped: tea\nWhy: late\n\n";
  journal += "Date: 2026-11-17\nHelped: walk\n\nId: B\nDate: 2026-11-16\nSetback: x\nPrivate: yes\n";
  Digests digests = DigestsOf(journal, {.words = Showing::Words::kNewest, .newest = 1});
  const Folded folded = Fold(digests.entries());
  const Digests shared = Shareable(std::move(digests), folded);
  EXPECT_EQ(Words(shared, "Helped"), "tea\nwalk\n");
  EXPECT_EQ(Words(shared, "Why"), "late\n");
}

TEST(Digests, HoldNoWordsWhereNoneAreShown) {
  const Digests digests =
      DigestsOf("Date: 2026-11-16\nSetback: froze\nHelped: tea\nWhy: late\nTag: bring\n", {.words = Showing::Words::kNone});
  EXPECT_EQ(digests.SetbackWords(0), "");
  EXPECT_EQ(Words(digests, "Helped") + Words(digests, "Why") + Words(digests, kBringField), "...\n...\n...\n");
}

TEST(Digests, TellTwoVersionsOfAnEntryApartThatDifferInWhatTheyDoNotHold) {
  const Digests digests = DigestsOf("Id: A\nThought: one\n\nId: A\nThought: one\n\nId: A\nThought: two\n");
  EXPECT_EQ(digests.entries()[0].content, digests.entries()[1].content);
  EXPECT_NE(digests.entries()[0].content, digests.entries()[2].content);
}

TEST(Digests, HoldWhatIsForTheNextSession) {
  EXPECT_EQ(Words(DigestsOf("Date: 2026-01-16\nTag: bring\nThought: I always fail\n"), kBringField), "I always fail\n");
  EXPECT_EQ(Words(DigestsOf("Date: 2026-11-16\nPrompt: weekly-review/bring\nAnswer: the talk\n"), kBringField), "the talk\n");
}

TEST(Digests, TakeNeitherWordsNorNamesOfPrivateAndHeldEntriesAndOfThePlan) {
  const std::string entry =
      "Id: A\nDate: 2026-11-16\nAbout: B\nSetback: froze\nTrigger: phone\nHelped: tea\nTag: bring\nIntensity: 7\n";
  auto all = [](const Digests& digests) {
    return digests.SetbackWords(0) + Names(digests, "Trigger") + Words(digests, "Helped") + Words(digests, kBringField);
  };
  const Digests shown = DigestsOf(entry + "Private: no\nSafety: no\n");
  EXPECT_EQ(all(shown), "frozephone\ntea\nfroze\n");
  EXPECT_FALSE(shown.entries()[0].is_private);
  for (const Digests& digests :
       {DigestsOf(entry + "Private: yes\n"), DigestsOf(entry + "Private: Yes, please\n"), DigestsOf(entry, Showing{}, true),
        DigestsOf(entry + "Prompt: my-plan/people\nAnswer: my sister\n")}) {
    EXPECT_EQ(all(digests), "");
    EXPECT_TRUE(digests.entries()[0].is_private || digests.IsHeld(0));
    EXPECT_EQ(digests.entries()[0].about, "B");
    EXPECT_TRUE(digests.entries()[0].has_setback);
  }
}

TEST(Digests, CutWhatIsLongAndSaySo) {
  const std::string longest(kMostBytesShown + 1, 'w'), line(kMostBytesOfALine + 1, 'w'), name(kMostBytesOfAName + 1, 'n');
  const Digests now =
      DigestsOf("Date: 2026-11-16\nSetback: " + longest + "\nHelped: " + longest + "\nTrigger: " + name + "\n");
  EXPECT_EQ(now.SetbackWords(0), longest.substr(1) + "…");
  EXPECT_EQ(Words(now, "Helped"), longest.substr(1) + "…\n");
  EXPECT_EQ(Names(now, "Trigger"), name.substr(1) + "…\n");
  const Digests then = DigestsOf("Date: 2026-01-16\nSetback: " + line + "\nHelped: " + line + "\nTag: bring\n");
  EXPECT_EQ(then.SetbackWords(0), line.substr(1) + "…");
  EXPECT_EQ(Words(then, "Helped"), line.substr(1) + "…\n");
  EXPECT_EQ(Words(then, kBringField), line.substr(1) + "…\n");
}

TEST(Digests, TakeSoManyNamesOfEachKind) {
  std::string entry = "Date: 2026-11-16\nSetback: x\n";
  for (size_t at = 0; at < kMostValues + 10; ++at) entry += "Trigger: t" + std::to_string(at) + "\nFeeling: f\n";
  const Digests digests = DigestsOf(entry);
  EXPECT_EQ(digests.Names(0, "Trigger").size(), kMostValues);
  EXPECT_EQ(digests.Names(0, "Feeling").size(), kMostValues);
}

RC_GTEST_PROP(Digests, CutBetweenCharacters, ()) {
  std::string words;
  while (words.size() < kMostBytesShown + 20) words += *rc::gen::element<std::string>("a", "é", "昨", "👩", "e\u0301");
  const Digests digests =
      DigestsOf("Date: 2026-11-16\nSetback: " + words + "\nTrigger: " + words + "\nHelped: " + words + "\n");
  RC_ASSERT(IsUtf8(Words(digests, "Helped")));
  RC_ASSERT(IsUtf8(Names(digests, "Trigger")));
  const std::string kept = digests.SetbackWords(0);
  RC_ASSERT(IsUtf8(kept));
  RC_ASSERT(kept.ends_with("…"));
  RC_ASSERT(words.starts_with(kept.substr(0, kept.size() - std::string_view("…").size())));
  RC_ASSERT(kept.size() <= kMostBytesShown + 3);
}

TEST(Digests, SurviveWordsThatAreNoUtf8) {
  const Digests digests = DigestsOf("Date: 2026-11-16\nSetback: " + std::string(5000, '\x80') + "\n");
  EXPECT_LE(digests.SetbackWords(0).size(), kMostBytesShown + 3);
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

// The newest are enough for what lists show, in whichever order the entries come.
RC_GTEST_PROP(Digests, TellTheSameTextWithFewWordsAsWithAll, ()) {
  const std::string journal = AnyJournal();
  const std::vector<Record> records = Sample::RecordsOf(journal);
  auto told = [&](Showing::Words words) {
    Showing showing{words, kWeek, Sample::Now()};
    showing.newest = 30;
    showing.newest_of_before = 30;
    showing.most_returned = 6;
    const Report report = Sample(records, showing).whole_report();
    const Document document = DocumentOf(report, {.span_name = "week"});
    return RenderText(report, document, {}) + RenderMarkdown(report, document, {});
  };
  RC_LOG() << journal;
  RC_ASSERT(told(Showing::Words::kNewest) == told(Showing::Words::kAll));
}

// What the words are is asked of nobody who only counts.
RC_GTEST_PROP(Digests, TellTheSameThemesWithoutWords, ()) {
  const std::string journal = AnyJournal();
  const std::vector<Record> records = Sample::RecordsOf(journal);
  auto told = [&](Showing::Words words) {
    return RenderJson(WithPrivacy(Sample(records, Showing{words, kWeek, Sample::Now()}).whole_report(), Privacy::kThemes));
  };
  RC_LOG() << journal;
  RC_ASSERT(told(Showing::Words::kNone) == told(Showing::Words::kAll));
}

}  // namespace
}  // namespace stumble
