// GNU recutils as the judge of what is written and read here: recfix accepts it, recsel and rec2csv read it, and what recsel writes is
// read. Two things recutils 1.9 itself does not do, so they are not asked of it here: its writer gives a value that ends in a backslash
// as it is, which its own reader then joins with the next line; and a NUL ends a value.
#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "journal/entry_fields.h"
#include "record/record_formats.h"
#include "record/record_text.h"

namespace stumble {
namespace {

namespace fs = std::filesystem;

class Recutils : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* program : {"recfix", "recsel", "rec2csv"})
      if (std::system(("command -v " + std::string(program) + " >/dev/null").c_str()) != 0)
        GTEST_SKIP() << program << " is not installed";
    path_ = fs::path(testing::TempDir()) / ("stumble_recutils_" + std::to_string(getpid()) + ".rec");
  }
  void TearDown() override {
    if (!path_.empty()) fs::remove(path_);
  }

  // What a program says, on both streams, about a file of this text.
  std::string Run(const std::string& command, const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    std::FILE* pipe = popen(("LC_ALL=C.UTF-8 " + command + " '" + path_.string() + "' 2>&1").c_str(), "r");
    std::string said;
    char buffer[4096];
    while (size_t count = std::fread(buffer, 1, sizeof buffer, pipe)) said.append(buffer, count);
    status_ = pclose(pipe);
    return said;
  }

  fs::path path_;
  int status_ = 0;
};

Record Full() {
  Record record;
  record.Add("", "# a comment \\");
  record.Add("Id", "01KAJ6YV3N6Z8V4M2Q1T0R9S7X");
  record.Add("Date", "2026-11-20T21:14:00-05:00");
  record.Add("Setback", "Froze: when she asked\n\n  about \"my father\", again\\");
  record.Add("Trigger", "silence");
  record.Add("Trigger", "her voice \\");
  record.Add("Why", "");
  record.Add("Intensity", "10");
  record.Add("Belief", "100");
  record.Add("Thought", "# not a comment");
  record.Add("Thought", "+ not a line that goes on");
  record.Add("Thought", "Ich verliere immer, 日本 😀");
  record.Add("Recovered", "2026-11-22");
  record.Add("Safety", "no");
  record.Add("Private", "yes");
  return record;
}

std::string Journal() {
  std::string text = JournalDescriptor() + "\n";
  for (const char* date : {"2026-11-20", "2026-11-20T21:14:00Z", "2026-11-20t21:14:00+01:00", "2026-11-20 21:14+01:00",
                           "2026-11-20T21:14:00.25-05:00"})
    text += std::string("Id: ") + date + "\nDate: " + date + "\nNote: x\n\n";
  return text + RenderRecord(Full());
}

TEST_F(Recutils, AcceptsTheJournalsWrittenHere) {
  EXPECT_EQ(Run("recfix --check", Journal()), "");
  EXPECT_EQ(status_, 0);
}

TEST_F(Recutils, JudgesRatingsDatesAndRepeatsByOurDescriptor) {
  for (const char* wrong : {"Date: 2026-11-20\nIntensity: 11\n", "Date: yesterday\n", "Setback: no date\n",
                            "Date: 2026-11-20\nSetback: a\nSetback: b\n", "Date: 2026-11-20\nBelief: 101\n",
                            "Date: 2026-11-20\nPrivate: perhaps\n", "Date: 2026-11-20\nRecovered: soon\n"}) {
    Run("recfix --check", JournalDescriptor() + "\n" + wrong);
    EXPECT_NE(status_, 0) << wrong;
  }
}

TEST_F(Recutils, ReadsTheValuesWrittenHere) {
  EXPECT_EQ(Run("recsel -e 'Intensity > 9' -P Setback", Journal()),
            "Froze: when she asked\n\n  about \"my father\", again\\\n");
  EXPECT_EQ(Run("recsel -e 'Intensity > 9' -P Trigger", Journal()), "silence\nher voice \\\n");
  EXPECT_EQ(Run("recsel -e 'Intensity > 9' -P Thought", Journal()),
            "# not a comment\n+ not a line that goes on\nIch verliere immer, 日本 😀\n");
  EXPECT_EQ(Run("recsel -c -t Entry", Journal()), "6\n");
}

TEST_F(Recutils, MakesCsvOfRecordsWrittenHere) {
  EXPECT_EQ(Run("rec2csv", "Id: 1\nSetback: a, b\n+ c\n\nId: 2\nSetback: \"d\"\n"),
            "\"Id\",\"Setback\"\n\"1\",\"a, b\nc\"\n\"2\",\"\"\"d\"\"\"\n");
}

TEST_F(Recutils, WritesWhatIsReadHere) {
  std::string text = "# c\nId: 1\nSetback: one\n+ two\n+\n+   four\nE:\nJoined: a \\\nb\n\nId:2\nSetback:\tx\n";
  WhatWasRead ours = Read(text);
  WhatWasRead theirs = Read(Run("recsel", text));
  EXPECT_EQ(theirs.Errors(), "");
  ASSERT_EQ(theirs.records.size(), ours.records.size());
  ours.records[0].items().erase(ours.records[0].items().begin());  // recsel leaves comments out
  for (size_t i = 0; i < ours.records.size(); ++i) EXPECT_EQ(Shown(theirs.records[i]), Shown(ours.records[i]));
}

TEST_F(Recutils, TakesABlankAfterAColonOrAPlusForOursOnlyOnTheSameLine) {
  std::string text = "A: 1\n+\t2\n+\\\n 3\nB:\\\n 4\nC:\t5\n";
  WhatWasRead ours = Read(text);
  WhatWasRead theirs = Read(Run("recsel", text));
  ASSERT_EQ(theirs.records.size(), 1u);
  EXPECT_EQ(Shown(theirs.records[0]), Shown(ours.records[0]));
}

TEST_F(Recutils, ReadsThemselvesAsWeDoWhatWeReadAndWroteAgain) {
  std::string text = Read("Id:1\nA: x \\\ny\n\nId:\t2\nA: z\\\\\n\n\nId: 3\n+4\n").Rendered();
  EXPECT_EQ(Run("recsel -p A", text), "A: x y\n\nA: z\\\n");
  EXPECT_EQ(status_, 0);
}

}  // namespace
}  // namespace stumble
