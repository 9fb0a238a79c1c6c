#include "journal/merge.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "record/record_text.h"

namespace stumble {
namespace {

// The merged journal, then what was reported.
std::string Merged(const std::vector<std::string>& files) {
  JournalMerge merge;
  std::string reports, text;
  for (size_t i = 0; i < files.size(); ++i) {
    TextSource source(files[i]);
    RecordReader reader(source, "f" + std::to_string(i + 1), [](const Error& error) { ADD_FAILURE() << error.Sentence(); });
    while (const Record* record = reader.Next())
      merge.Add(*record, [&](const Error& error) { reports += error.Sentence() + "\n"; });
  }
  for (const Record& record : merge.TakeRecords()) text += (text.empty() ? "" : "\n") + RenderRecord(record);
  return text + reports;
}

TEST(JournalMerge, KeepsOneDescriptorAndPutsItFirst) {
  EXPECT_EQ(Merged({"Id: 1\n", "# d\n%rec: E\n\nId: 2\n", "# d\n%rec: E\n\nId: 3\n"}),
            "# d\n%rec: E\n\nId: 1\n\nId: 2\n\nId: 3\n");
}

TEST(JournalMerge, KeepsIdenticalEntriesOnce) {
  EXPECT_EQ(Merged({"Id: 1\nA: x\n\nId: 2\n", "Id: 1\nA: x\n\nId: 3\n"}), "Id: 1\nA: x\n\nId: 2\n\nId: 3\n");
  EXPECT_EQ(Merged({"Id: 1\r\nA: x\r\n", "Id: 1\nA: x\n"}), "Id: 1\nA: x\n");
  EXPECT_EQ(Merged({"Id: 1\n\nId: 1\n"}), "Id: 1\n");
}

TEST(JournalMerge, KeepsBothOfDifferingEntriesOfOneIdAndReportsThem) {
  EXPECT_EQ(Merged({"Id: 1\nA: x\n", "\nId: 1\nA: y\n"}),
            "Id: 1\nA: x\n\nId: 1\nA: y\n"
            "f2:2: Id: another entry has the same one and differs; both are kept\n");
}

TEST(JournalMerge, ChangesNothingWhenAMergedJournalIsMergedAgain) {
  const std::string merged = "# d\n%rec: E\n\nId: 1\nA: x\n\nId: 1\nA: y\n\nA: typed\n\nA: typed\n\n# alone\n";
  EXPECT_EQ(Merged({merged, merged}),
            merged + "f1:7: Id: another entry has the same one and differs; both are kept\n");
}

TEST(JournalMerge, KeepsAsManyEntriesWithoutAnIdAsTheFileWithMostOfThem) {
  EXPECT_EQ(Merged({"A: x\n\nA: x\n", "A: x\n"}), "A: x\n\nA: x\n");
  EXPECT_EQ(Merged({"A: x\n", "A: x\n\nA: x\n"}), "A: x\n\nA: x\n");
}

TEST(JournalMerge, KeepsCommentsAlone) { EXPECT_EQ(Merged({"# mine\n\nId: 1\n", "# mine\n\n# yours\n"}), "# mine\n\nId: 1\n\n# yours\n"); }

TEST(JournalMerge, KeepsHandTypedCommentsOfALaterDescriptor) {
  EXPECT_NE(Merged({"# d\n%rec: E\n", "# d\n# my own note\n%rec: E\n"}).find("# my own note\n"), std::string::npos);
}

TEST(JournalMerge, ReadsAMergedFileThatCatMade) {
  EXPECT_EQ(Merged({"# d\n%rec: E\n\nId: 1\n# d\n%rec: E\n\nId: 2\n"}), "# d\n%rec: E\n\nId: 1\n\nId: 2\n");
}

}  // namespace
}  // namespace stumble
