#include "journal/reference.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/journal_of.h"

namespace stumble {
namespace {

// The Setback that a reference names, or the sentence that was thrown.
std::string Named(std::string_view text, std::string_view reference) {
  const Journal journal = JournalFrom(text);
  std::string named;
  std::string thrown = Thrown([&] { named = journal.records()[journal.Resolve(reference)].Get("Setback"); });
  return thrown == "nothing" ? named : thrown;
}

constexpr const char* kThree =
    "Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S7B\nSetback: second\n\n"
    "Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S7A\nSetback: first\n\n"
    "Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S8C\nSetback: third\n\n"
    "Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S9D\nAbout: 01KAJ6YV3N6Z8V4M2Q1T0R9S7A\nHelped: x\n\n"
    "Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S9E\nLearned: a note\n";

TEST(Reference, CountsSetbacksBackFromTheOneLoggedLast) {
  EXPECT_EQ(Named(kThree, "@1"), "third");
  EXPECT_EQ(Named(kThree, "@2"), "second");
  EXPECT_EQ(Named(kThree, "@3"), "first");
}

TEST(Reference, NamesWhatItExpectedOfACount) {
  EXPECT_EQ(Named(kThree, "@4"), "unknown reference @4: expected @1 for what was logged last, @2 for the one before, or an Id");
  EXPECT_EQ(Named("Learned: x\n", "@1"), "unknown reference @1: nothing that it could name is logged yet");
  for (const char* wrong : {"@", "@0", "@x", "@1x", "@-1", "@99999999999999999999"})
    EXPECT_EQ(Named(kThree, wrong),
              "unknown reference: expected @1 for what was logged last, @2 for the one before, or an Id")
        << wrong;
}

TEST(Reference, GoesByPlaceWithoutIds) {
  EXPECT_EQ(Named("Setback: a\n\nSetback: b\n", "@1"), "b");
  EXPECT_EQ(Named("Setback: a\n\nSetback: b\n", "@2"), "a");
}

TEST(Reference, PutsAnEntryWithoutAnIdBehindTheOneItStandsBehind) {
  const char* text =
      "Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S7B\nSetback: b\n\nSetback: typed\n\n"
      "Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S7A\nSetback: a\n";
  EXPECT_EQ(Named(text, "@1"), "typed");
  EXPECT_EQ(Named(text, "@2"), "b");
  EXPECT_EQ(Named(text, "@3"), "a");
}

TEST(Reference, CountsAnEntryOnceThoughItStandsTwice) {
  EXPECT_EQ(Named("Id: AAAA1\nSetback: a\n\nId: AAAA2\nSetback: b\n\nId: AAAA2\nSetback: b\n", "@2"), "a");
}

TEST(Reference, TakesAnIdOrItsLastCharacters) {
  EXPECT_EQ(Named(kThree, "01KAJ6YV3N6Z8V4M2Q1T0R9S7A"), "first");
  EXPECT_EQ(Named(kThree, "9S7A"), "first");
  EXPECT_EQ(Named(kThree, "R9S8C"), "third");
}

TEST(Reference, DoesNotMindLetterCase) {
  EXPECT_EQ(Named(kThree, "9s7a"), "first");
  EXPECT_EQ(Named(kThree, "01kaj6yv3n6z8v4m2q1t0r9s7a"), "first");
  EXPECT_EQ(Named("Id: evening\nSetback: x\n", "EVENING"), "x");
}

TEST(Reference, RefusesWhatNamesNoneOrSeveral) {
  EXPECT_EQ(Named(kThree, "S7A"), "unknown reference: expected @1, an Id, or four or more of an Id's last characters");
  EXPECT_EQ(Named(kThree, ""), "unknown reference: expected @1, an Id, or four or more of an Id's last characters");
  EXPECT_EQ(Named(kThree, "ZZZZ"),
            "unknown reference: no entry's Id is or ends in that; expected @1, an Id, or its last characters");
  EXPECT_EQ(Named("Id: 1ABCD\nSetback: a\n\nId: 2ABCD\nSetback: b\n", "ABCD"),
            "ambiguous reference: more than one entry's Id ends like that; expected more of its characters");
}

TEST(Reference, NeverRepeatsWhatWasTyped) {
  EXPECT_EQ(Named(kThree, "my own secret words").find("secret"), std::string::npos);
}

TEST(Reference, TakesTheEndOfAnIdThatStandsTwice) {
  EXPECT_EQ(Named("Id: 1ABCD\nSetback: a\n\nId: 1ABCD\nSetback: changed\n", "ABCD"), "a");
}

TEST(Reference, PrefersAWholeIdToTheEndOfOthers) {
  EXPECT_EQ(Named("Id: 1ABCD\nSetback: a\n\nId: ABCD\nSetback: b\n", "abcd"), "b");
  EXPECT_EQ(Named("Id: 1ABCD\nSetback: a\n\nId: 2ABCD\nSetback: b\n\nId: ABCD\nSetback: c\n", "ABCD"), "c");
}

TEST(Reference, TakesAWholeIdHoweverShort) { EXPECT_EQ(Named("Id: a1\nSetback: x\n", "a1"), "x"); }

TEST(Journal, SaysWhenAnEntryHasNoIdToReferTo) {
  const Journal journal = JournalFrom("\nSetback: x\n");
  EXPECT_EQ(Thrown([&] { journal.IdOf("@1"); }),
            "j.rec:2: this entry has no Id to refer to; expected a line such as 'Id: ' and a name of your own in it");
}

TEST(Journal, TakesEntriesAlone) {
  const Journal journal = JournalFrom("%rec: Entry\n\n# a comment\n\nSetback: x\n");
  EXPECT_EQ(journal.entries().size(), 1u);
  EXPECT_EQ(journal.records().size(), 1u);
}

}  // namespace
}  // namespace stumble
