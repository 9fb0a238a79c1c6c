#include "report/shareable.h"

#include <gtest/gtest.h>

#include "report/journal_text.h"

namespace stumble {
namespace {

// The Setback or Helped words that are left, each followed by a space. Words of no day are never shown, so each entry gets one.
std::string Left(std::string_view text) {
  std::string dated = "Date: 2026-11-16\n";
  for (size_t at = 0; at < text.size(); ++at) {
    dated += text[at];
    if (text.substr(0, at + 1).ends_with("\n\n")) dated += "Date: 2026-11-16\n";
  }
  const Digests shareable = ShareableOf(dated);
  std::string left;
  for (size_t place = 0; place < shareable.entries().size(); ++place) {
    left += shareable.SetbackWords(place);
    if (!shareable.entries()[place].has_setback)
      for (WordsId words : shareable.Words(place, "Helped")) left += *shareable.TextOf(words);
    left += " ";
  }
  return left;
}

TEST(Shareable, LeavesPrivateEntriesOutAndWhatFollowsThemUp) {
  EXPECT_EQ(Left("Id: A\nSetback: a\nPrivate: yes\n\n"
                 "Id: B\nAbout: A\nHelped: b\n\n"
                 "Id: C\nAbout: B\nHelped: c\n\n"
                 "Id: D\nSetback: d\nPrivate: no\n"),
            "d ");
}

TEST(Shareable, KeepsASetbackWhoseFollowUpIsPrivate) {
  EXPECT_EQ(Left("Id: A\nSetback: a\n\n"
                 "Id: B\nAbout: A\nHelped: b\nPrivate: yes\n\n"
                 "Id: C\nAbout: B\nHelped: c\n\n"
                 "Id: D\nAbout: A\nHelped: d\n"),
            "a d ");
}

TEST(Shareable, TakesAnUnclearPrivateForYes) {
  EXPECT_EQ(Left("Setback: a\nPrivate: Yes\n\nSetback: b\nPrivate: no\nPrivate: yes\n\nSetback: c\nPrivate:\n"), "");
}

TEST(Shareable, LeavesAWholeSetbackOutIfAnyOfItsEntriesIsHeld) {
  EXPECT_EQ(Left("Id: A\nSetback: a\n\n"
                 "Id: B\nAbout: A\nHelped: b\n\n"
                 "Id: C\nAbout: A\nHelped: c\nSafety: crisis\n\n"
                 "Id: D\nSetback: d\nSafety: abuse\n\n"
                 "Id: E\nSetback: e\nSafety: no\n"),
            "e ");
}

TEST(Shareable, LeavesAWholeSetbackOutIfAPrivateEntryOfItIsHeld) {
  EXPECT_EQ(Left("Id: A\nSetback: a\n\nAbout: A\nHelped: b\nSafety: crisis\nPrivate: yes\n"), "");
}

TEST(Shareable, LeavesOtherVersionsOfTheSameEntryOut) {
  EXPECT_EQ(Left("Id: A\nSetback: a\n\nId: A\nSetback: a, edited\nPrivate: yes\n\nAbout: A\nHelped: b\n"), "");
  EXPECT_EQ(Left("Id: A\nSetback: a\n\nId: A\nSetback: a, edited\nSafety: crisis\n"), "");
}

TEST(Shareable, LeavesFollowUpsOfUnknownEntriesOut) { EXPECT_EQ(Left("Id: B\nAbout: A\nHelped: b\n"), ""); }

TEST(Shareable, KeepsAnEntryReadTwiceOnce) {
  EXPECT_EQ(Left("Id: A\nSetback: a\n\nId: A\nSetback: a\n"), "a ");
}

}  // namespace
}  // namespace stumble
