// Damage: a small good journal with a byte flipped or everything cut off, at each offset. No more than the two records around the damage may
// be lost, every error names a line, and what is appended to a torn journal is readable.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "journal/entry_fields.h"
#include "journal/journal_file.h"
#include "journal/journal_of.h"
#include "journal/temporary_directory.h"
#include "setback/setback.h"

namespace stumble {
namespace {

constexpr int kEntries = 6;

std::string GoodJournal() {
  return JournalDescriptor() +
         "\nId: 01KAJ6YV3N6Z8V4M2Q1T0R9S71\nDate: 2026-11-15T21:14:00-05:00\nSetback: Froze\n+ when she asked\nTrigger: silence\n"
         "\n# by hand\nId: 01KAJ6YV3N6Z8V4M2Q1T0R9S72\nDate: 2026-11-16\nThought: I always ruin it\nPattern: all-or-nothing\n"
         "\nId: 01KAJ6YV3N6Z8V4M2Q1T0R9S73\nDate: 2026-11-17\nSetback: ends in a backslash\\\\\n\n"
         "\nId: 01KAJ6YV3N6Z8V4M2Q1T0R9S74\nDate: 2026-11-18\nAbout: 01KAJ6YV3N6Z8V4M2Q1T0R9S71\nHelped: naïve 日本\n"
         "\nDate: 2026-11-19\nLearned: typed by hand\n+\n+ in lines\n"
         "\nId: 01KAJ6YV3N6Z8V4M2Q1T0R9S76\nDate: 2026-11-20\nSetback: the last\nRecovered: yes\n";
}

// The entries as they are read from a good journal.
std::set<std::string> EntriesOf(const WhatWasRead& read) {
  std::set<std::string> entries;
  for (const Record& record : read.records)
    if (record.IsEntry()) entries.insert(RenderRecord(record));
  return entries;
}

size_t Survivors(const WhatWasRead& read) {
  static const std::set<std::string> good = EntriesOf(Read(GoodJournal()));
  std::set<std::string> left = EntriesOf(read);
  return static_cast<size_t>(std::count_if(good.begin(), good.end(), [&](const std::string& e) { return left.contains(e); }));
}

void ExpectErrorsNameALine(const WhatWasRead& read, size_t offset) {
  for (const std::string& error : read.errors) {
    EXPECT_TRUE(error.starts_with("j.rec:") && error[6] >= '1' && error[6] <= '9') << offset << ": " << error;
  }
}

// Folds what was read, for whatever may come of it.
void Use(const WhatWasRead& read) {
  Journal journal;
  for (const Record& record : read.records) journal.Add(record, [](const Error&) {});
  Fold(journal.entries());
}

TEST(Damage, BeginsWithAGoodJournal) {
  WhatWasRead read = Read(GoodJournal());
  EXPECT_EQ(read.Errors(), "");
  EXPECT_EQ(Survivors(read), size_t{kEntries});
}

TEST(Damage, CostsNoMoreThanTheTwoRecordsAroundAFlippedByte) {
  const std::string good = GoodJournal();
  for (unsigned char flip : {0x01, 0x20, 0x80, 0xFF}) {
    for (size_t offset = 0; offset < good.size(); ++offset) {
      std::string damaged = good;
      damaged[offset] = static_cast<char>(damaged[offset] ^ flip);
      WhatWasRead read = Read(damaged);
      EXPECT_GE(Survivors(read), size_t{kEntries - 2}) << "offset " << offset << " flipped by " << int{flip};
      ExpectErrorsNameALine(read, offset);
      Use(read);
    }
  }
}

TEST(Damage, CostsNoMoreThanTheTwoRecordsAroundAnyOtherByte) {
  const std::string good = GoodJournal();
  for (char other : {'\n', '\\', '#', '+', ':', '\r', '\0', ' ', '%'}) {
    for (size_t offset = 0; offset < good.size(); ++offset) {
      std::string damaged = good;
      damaged[offset] = other;
      WhatWasRead read = Read(damaged);
      EXPECT_GE(Survivors(read), size_t{kEntries - 2}) << "offset " << offset << " became " << int{other};
      ExpectErrorsNameALine(read, offset);
    }
  }
}

TEST(Damage, CostsNoMoreThanTheTwoRecordsAroundALostByte) {
  const std::string good = GoodJournal();
  for (size_t offset = 0; offset < good.size(); ++offset) {
    std::string damaged = good;
    damaged.erase(offset, 1);
    EXPECT_GE(Survivors(Read(damaged)), size_t{kEntries - 2}) << offset;
  }
}

TEST(Damage, CostsNothingBeforeACut) {
  const std::string good = GoodJournal();
  size_t whole = 0;  // entries that end before the cut
  for (size_t offset = 0; offset <= good.size(); ++offset) {
    WhatWasRead read = Read(good.substr(0, offset));
    size_t left = Survivors(read);
    EXPECT_GE(left, whole) << offset;
    whole = std::max(whole, left > 0 ? left - 1 : 0);
    ExpectErrorsNameALine(read, offset);
  }
  EXPECT_EQ(whole, size_t{kEntries - 1});
}

TEST(Damage, LeavesWhatIsAppendedToATornJournalReadable) {
  TemporaryDirectory directory;
  const std::string good = GoodJournal();
  const std::string last =
      "\nId: 01KAJ6YV3N6Z8V4M2Q1T0R9S77\nDate: 2026-11-21\nSetback: torn \\\\\n\n+ #\\\\\n\n+\n+ naïve\n# a comment \\\nTag: x\n";
  const std::string next = "Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S78\nDate: 2026-11-22\nSetback: the next\n";
  for (size_t cut = 0; cut <= last.size(); ++cut) {
    directory.Write("j.rec", good + last.substr(0, cut));
    LockedJournal(directory.At("j.rec")).Append(next);
    WhatWasRead read = Read(directory.Read("j.rec"));
    EXPECT_EQ(Survivors(read), size_t{kEntries}) << cut;
    ASSERT_FALSE(read.records.empty());
    EXPECT_EQ(RenderRecord(read.records.back()), next) << cut;
  }
}

TEST(Damage, LeavesWhatIsAppendedToATornNewJournalReadable) {
  TemporaryDirectory directory;
  const std::string first = JournalDescriptor() + "\nId: 01KAJ6YV3N6Z8V4M2Q1T0R9S77\nDate: 2026-11-21\nSetback: x\n";
  const std::string next = "Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S78\nDate: 2026-11-22\nSetback: the next\n";
  for (size_t cut = 0; cut <= first.size(); ++cut) {
    directory.Write("j.rec", first.substr(0, cut));
    LockedJournal(directory.At("j.rec")).Append(next);
    WhatWasRead read = Read(directory.Read("j.rec"));
    ASSERT_FALSE(read.records.empty()) << cut;
    EXPECT_EQ(RenderRecord(read.records.back()), next) << cut;
  }
}

}  // namespace
}  // namespace stumble
