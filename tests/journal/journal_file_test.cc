#include "journal/journal_file.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <chrono>
#include <random>
#include <set>
#include <thread>

#include "journal/entry_fields.h"
#include "journal/journal_of.h"
#include "journal/other_process.h"
#include "journal/temporary_directory.h"
#include "journal/ulid.h"

namespace stumble {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr milliseconds kShort(50);
constexpr milliseconds kLong(30'000);

// A umask that holds while a test runs.
class Umask {
 public:
  explicit Umask(mode_t mask) : before_(umask(mask)) {}
  ~Umask() { umask(before_); }

 private:
  mode_t before_;
};

class JournalFileTest : public testing::Test {
 protected:
  void Append(const std::string& name, const std::string& records) {
    LockedJournal(directory_.At(name), kShort).Append(records);
  }
  std::string OpeningThrows(const std::string& name) {
    std::string sentence = Thrown([&] { LockedJournal journal(directory_.At(name), kShort); });
    size_t at = sentence.find(directory_.At(""));
    return at == std::string::npos ? sentence : sentence.erase(at, directory_.At("").size());
  }
  std::string ReadBack(const std::string& name) {
    auto source = OpenForReading(directory_.At(name));
    return source ? ReadFrom(*source).Rendered() : "no file";
  }

  TemporaryDirectory directory_;
};

TEST_F(JournalFileTest, BeginsANewJournalWithTheDescriptor) {
  Append("j.rec", "Id: 1\n");
  EXPECT_EQ(directory_.Read("j.rec"), JournalDescriptor() + "\nId: 1\n");
  Append("j.rec", "Id: 2\n\nId: 3\n");
  EXPECT_EQ(directory_.Read("j.rec"), JournalDescriptor() + "\nId: 1\n\nId: 2\n\nId: 3\n");
}

TEST_F(JournalFileTest, CreatesForThePersonAloneWhateverTheUmask) {
  for (mode_t mask : {0, 0777, 022}) {
    std::string name = "mask" + std::to_string(mask);
    Umask umask(mask);
    Append(name + "/deep/j.rec", "Id: 1\n");
    EXPECT_EQ(directory_.ModeOf(name), 0700) << mask;
    EXPECT_EQ(directory_.ModeOf(name + "/deep"), 0700) << mask;
    EXPECT_EQ(directory_.ModeOf(name + "/deep/j.rec"), 0600) << mask;
  }
}

TEST_F(JournalFileTest, LeavesTheModesOfWhatIsThere) {
  fs::create_directory(directory_.At("open"));
  chmod(directory_.At("open").c_str(), 0755);
  directory_.Write("open/j.rec", "Id: 1\n");
  chmod(directory_.At("open/j.rec").c_str(), 0640);
  Append("open/j.rec", "Id: 2\n");
  EXPECT_EQ(directory_.ModeOf("open"), 0755);
  EXPECT_EQ(directory_.ModeOf("open/j.rec"), 0640);
}

TEST_F(JournalFileTest, SaysWhatIsOpenToOthers) {
  fs::create_directory(directory_.At("d"));
  chmod(directory_.At("d").c_str(), 0700);
  Append("d/j.rec", "Id: 1\n");
  std::string path = directory_.At("d/j.rec");
  EXPECT_EQ(LooseModeOf(path, true), "");
  chmod(directory_.At("d").c_str(), 0755);
  EXPECT_EQ(LooseModeOf(path, false), "");
  EXPECT_EQ(LooseModeOf(path, true), "other users of this machine may look into its directory; 'chmod 700' closes it");
  chmod(path.c_str(), 0604);
  EXPECT_EQ(LooseModeOf(path, false), "other users of this machine may read this file; 'chmod 600' closes it");
}

TEST_F(JournalFileTest, NeverRewritesWhatStandsThere) {
  std::string before = "\xEF\xBB\xBFId:1\r\n# mine \xFF\r\nbroken line\r\n\r\n\r\n  Setback";
  directory_.Write("j.rec", before);
  Append("j.rec", "Id: 2\n");
  EXPECT_EQ(directory_.Read("j.rec"), before + "\n\nId: 2\n");
}

TEST(EndCompletion, AddsWhatIsMissingUpToABlankLine) {
  struct {
    const char* tail;
    const char* completion;
  } table[] = {
      {"", ""},
      {"\n", ""},
      {"\n\n\n", ""},
      {"A: 1", "\n\n"},
      {"A: 1\n", "\n"},
      {"A: 1\n\n", ""},
      {"A: 1\n\n\n", ""},
      {"A: 1\r\n", "\n"},
      {"A: 1\r\n\r\n", ""},
      {"A: 1\r", "\n\n"},
      {"A: 1\n  ", "\n\n"},
      {"A: 1\\", "\n\n\n"},
      {"A: 1\\\n", "\n\n"},
      {"A: 1\\\n\n", "\n"},
      {"A: 1\\\n\n\n", ""},
      {"A: 1\\\r\n", "\n\n"},
      {"A: 1\\\\", "\n\n\n"},
  };
  for (const auto& [tail, completion] : table) EXPECT_EQ(EndCompletion(tail), completion) << testing::PrintToString(tail);
}

TEST(EndCompletion, LetsARecordBeginBehindAnyEnd) {
  for (std::string tail : {"A: 1\\", "A: 1\\\n", "A: 1\\\n\n", "# c\\", "# c\\\n", "# c", "A: 1\n+", "A: 1\n+ \\", "A: 1\\\n# x\\",
                           "A: 1\\\n# x\\\n", "A: 1\n  ", "A: 1\n\r", "A: 1\n\t\n", "\xEF\xBB\xBF", "%rec: E", "bad line", "bad\\"}) {
    WhatWasRead read = Read(tail + EndCompletion(tail) + "New: 1\n");
    ASSERT_FALSE(read.records.empty()) << testing::PrintToString(tail);
    EXPECT_EQ(Shown(read.records.back()), "New=1") << testing::PrintToString(tail);
  }
}

TEST_F(JournalFileTest, CompletesTheEndOfALineThatIsLongerThanItsLook) {
  std::string before = "A: " + std::string(100, 'x') + "#" + std::string((64 << 10) - 3, 'y') + "\\\n";
  directory_.Write("j.rec", before);
  Append("j.rec", "New: 1\n");
  WhatWasRead read = Read(directory_.Read("j.rec"));
  EXPECT_EQ(read.records.size(), 2u);
  EXPECT_EQ(read.records.back().items().size(), 1u);
}

TEST_F(JournalFileTest, FollowsSymbolicLinks) {
  directory_.Write("real.rec", "Id: 1\n");
  fs::create_symlink("real.rec", directory_.At("link.rec"));
  Append("link.rec", "Id: 2\n");
  EXPECT_EQ(directory_.Read("real.rec"), "Id: 1\n\nId: 2\n");
  EXPECT_TRUE(fs::is_symlink(directory_.At("link.rec")));
}

TEST_F(JournalFileTest, CreatesTheFileThatADanglingSymbolicLinkNames) {
  Umask umask(022);
  fs::create_symlink("real.rec", directory_.At("link.rec"));
  Append("link.rec", "Id: 1\n");
  EXPECT_EQ(directory_.Read("real.rec"), JournalDescriptor() + "\nId: 1\n");
  EXPECT_EQ(directory_.ModeOf("real.rec"), 0600);
  EXPECT_TRUE(fs::is_symlink(directory_.At("link.rec")));
}

TEST_F(JournalFileTest, RefusesWhatIsNoRegularFile) {
  fs::create_directory(directory_.At("d"));
  EXPECT_EQ(OpeningThrows("d"), "d: expected a file, or the directory of an encrypted journal, as the journal; nothing was written");
  ASSERT_EQ(mkfifo(directory_.At("fifo").c_str(), 0600), 0);
  EXPECT_EQ(OpeningThrows("fifo"), "fifo: expected a regular file as the journal; nothing was written");
  directory_.Write("file", "x");
  EXPECT_NE(OpeningThrows("file/j.rec"), "nothing");
  fs::create_symlink("round", directory_.At("round"));
  EXPECT_EQ(OpeningThrows("round"), "round: could not be opened for writing: Too many levels of symbolic links");
}

TEST_F(JournalFileTest, RefusesToReadADirectory) {
  EXPECT_EQ(Thrown([&] { OpenForReading(directory_.At("")); }),
            directory_.At("") + ": expected a file of records, not a directory");
}

TEST_F(JournalFileTest, GivesNothingForAFileThatIsNotThere) { EXPECT_EQ(OpenForReading(directory_.At("none")), nullptr); }

TEST_F(JournalFileTest, RefusesAFileThatMayNotBeWritten) {
  directory_.Write("j.rec", "Id: 1\n");
  chmod(directory_.At("").c_str(), 0755);
  chmod(directory_.At("j.rec").c_str(), 0444);
  OtherProcess other([&] {
    if (geteuid() == 0 && setuid(65534) != 0) return 2;
    std::string sentence = Thrown([&] { LockedJournal journal(directory_.At("j.rec"), kShort); });
    return sentence == directory_.At("j.rec") + ": could not be opened for writing: Permission denied" ? 0 : 1;
  });
  EXPECT_EQ(other.Wait(), 0);
  EXPECT_EQ(directory_.Read("j.rec"), "Id: 1\n");
}

TEST_F(JournalFileTest, RefusesToWriteIntoALaterFormatAndReadsIt) {
  for (std::string beginning : {"", "\xEF\xBB\xBF", "\n", "# mine\n"}) {
    std::string text = beginning + "# stumble journal, format 2: stumble-journal(5) describes it\n%rec: Entry\n\nId: 1\n";
    directory_.Write("j.rec", text);
    EXPECT_EQ(OpeningThrows("j.rec"),
              "j.rec: is a journal of format 2, from a later stumble; expected format 1 for writing, so nothing was written; "
              "reading works");
    EXPECT_EQ(directory_.Read("j.rec"), text);
    EXPECT_NE(ReadBack("j.rec").find("Id: 1\n"), std::string::npos);
  }
}

TEST_F(JournalFileTest, RefusesAFormatOfAnyLaterNumberAndOfCarriageReturns) {
  directory_.Write("j.rec", "# stumble journal, format 99999999999999: later\n");
  EXPECT_NE(OpeningThrows("j.rec"), "nothing");
  directory_.Write("j.rec", "\r\n# stumble journal, format 2: later\r\n");
  EXPECT_NE(OpeningThrows("j.rec"), "nothing");
}

TEST_F(JournalFileTest, WritesIntoAJournalWithoutADescriptor) {
  directory_.Write("j.rec", "# my own\n\nId: 1\n");
  Append("j.rec", "Id: 2\n");
  EXPECT_EQ(directory_.Read("j.rec"), "# my own\n\nId: 1\n\nId: 2\n");
}

TEST_F(JournalFileTest, GivesUpWhenAnotherProcessHoldsTheLockForAllOfItsPatience) {
  directory_.Write("j.rec", "Id: 1\n");
  Signpost locked, done;
  OtherProcess other([&] {
    LockedJournal journal(directory_.At("j.rec"), kLong);
    locked.Reach();
    done.Await();
    return 0;
  });
  locked.Await();
  auto start = std::chrono::steady_clock::now();
  try {
    LockedJournal journal(directory_.At("j.rec"), kShort);
    ADD_FAILURE() << "expected an Error";
  } catch (const Error& error) {
    EXPECT_EQ(error.status(), ExitStatus::kStayedLocked);
    EXPECT_STREQ(error.what(), "stayed locked by another program; nothing was written: please try again");
  }
  auto waited = std::chrono::steady_clock::now() - start;
  EXPECT_GE(waited, kShort);
  EXPECT_LT(waited, std::chrono::seconds(5));
  done.Reach();
  EXPECT_EQ(other.Wait(), 0);
  Append("j.rec", "Id: 2\n");
}

TEST_F(JournalFileTest, WaitsForTheLockWithinItsPatience) {
  Signpost locked;
  OtherProcess other([&] {
    LockedJournal journal(directory_.At("j.rec"), kLong);
    locked.Reach();
    std::this_thread::sleep_for(milliseconds(100));
    journal.Append("Id: 1\n");
    return 0;
  });
  locked.Await();
  LockedJournal(directory_.At("j.rec"), kLong).Append("Id: 2\n");
  EXPECT_EQ(other.Wait(), 0);
  EXPECT_EQ(directory_.Read("j.rec"), JournalDescriptor() + "\nId: 1\n\nId: 2\n");
}

TEST_F(JournalFileTest, WritesToTheFileThatReplacedTheJournalMeanwhile) {
  directory_.Write("j.rec", "Id: 1\n");
  fs::create_hard_link(directory_.At("j.rec"), directory_.At("old.rec"));
  Signpost locked;
  OtherProcess other([&] {
    locked.Await();
    LockedJournal(directory_.At("j.rec"), kLong).Append("Id: 3\n");
    return 0;
  });
  {
    LockedJournal editing(directory_.At("j.rec"), kShort);
    locked.Reach();
    std::this_thread::sleep_for(milliseconds(100));
    directory_.Write("new.rec", "Id: 1\n\nId: 2\n");
    fs::rename(directory_.At("new.rec"), directory_.At("j.rec"));
  }
  EXPECT_EQ(other.Wait(), 0);
  EXPECT_EQ(directory_.Read("j.rec"), "Id: 1\n\nId: 2\n\nId: 3\n");
  EXPECT_EQ(directory_.Read("old.rec"), "Id: 1\n");
}

TEST_F(JournalFileTest, ReplacesTheFileAsAWholeForThePersonAlone) {
  directory_.Write("j.rec", "Id: 1\n");
  chmod(directory_.At("j.rec").c_str(), 0644);
  Umask umask(0);
  LockedJournal(directory_.At("j.rec"), kShort).Replace("Id: 2\n");
  EXPECT_EQ(directory_.Read("j.rec"), "Id: 2\n");
  EXPECT_EQ(directory_.ModeOf("j.rec"), 0600);
  EXPECT_EQ(std::distance(fs::directory_iterator(directory_.At("")), {}), 1) << "nothing else is left";
}

TEST_F(JournalFileTest, ReplacesTheFileBehindASymbolicLink) {
  directory_.Write("real.rec", "Id: 1\n");
  fs::create_symlink("real.rec", directory_.At("link.rec"));
  LockedJournal(directory_.At("link.rec"), kShort).Replace("Id: 2\n");
  EXPECT_EQ(directory_.Read("real.rec"), "Id: 2\n");
  EXPECT_TRUE(fs::is_symlink(directory_.At("link.rec")));
}

TEST_F(JournalFileTest, AppendsToTheNewFileAfterWaitingForTheLockOfTheReplacedOne) {
  directory_.Write("j.rec", "Id: 1\n");
  Signpost locked;
  OtherProcess other([&] {
    LockedJournal journal(directory_.At("j.rec"), kLong);
    locked.Reach();
    std::this_thread::sleep_for(milliseconds(100));
    journal.Replace("Id: 1\nTag: edited\n");
    return 0;
  });
  locked.Await();
  LockedJournal(directory_.At("j.rec"), kLong).Append("Id: 2\n");
  EXPECT_EQ(other.Wait(), 0);
  EXPECT_EQ(directory_.Read("j.rec"), "Id: 1\nTag: edited\n\nId: 2\n");
}

TEST_F(JournalFileTest, LosesNothingWhenSomeRewriteWhileOthersAppend) {
  constexpr int kProcesses = 12;
  directory_.Write("j.rec", "Id: 0\n");
  Signpost start;
  std::vector<OtherProcess> others;
  for (int process = 0; process < kProcesses; ++process) {
    others.emplace_back([&, process] {
      start.Await();
      for (int turn = 0; turn < 4; ++turn) {
        LockedJournal journal(directory_.At("j.rec"), kLong);
        if (process % 2 == 0) {
          journal.Append("Id: " + std::to_string(process) + "." + std::to_string(turn) + "\n");
        } else {
          std::string bytes = directory_.Read("j.rec");
          journal.Replace(bytes + "\nId: " + std::to_string(process) + "." + std::to_string(turn) + "\n");
        }
      }
      return 0;
    });
  }
  for (int process = 0; process < kProcesses; ++process) start.Reach();
  for (OtherProcess& other : others) EXPECT_EQ(other.Wait(), 0);
  std::set<std::string> ids;
  for (const Record& record : Read(directory_.Read("j.rec")).records) ids.emplace(record.Get("Id"));
  EXPECT_EQ(ids.size(), size_t{kProcesses * 4 + 1});
}

TEST_F(JournalFileTest, DoesNotReplaceAFileThatTookTheJournalsPlaceMeanwhile) {
  directory_.Write("j.rec", "Id: 1\n");
  LockedJournal journal(directory_.At("j.rec"), kShort);
  directory_.Write("new.rec", "Id: 9\n");
  fs::rename(directory_.At("new.rec"), directory_.At("j.rec"));
  EXPECT_NE(Thrown([&] { journal.Replace("Id: 2\n"); }).find("nothing was written: please try again"), std::string::npos);
  EXPECT_EQ(directory_.Read("j.rec"), "Id: 9\n");
}

TEST_F(JournalFileTest, LeavesTheJournalAsItWasWhenThereIsNoRoomToReplaceIt) {
  directory_.Write("j.rec", "Id: 1\n");
  OtherProcess other([&] {
    signal(SIGXFSZ, SIG_IGN);
    LockedJournal journal(directory_.At("j.rec"), kShort);
    struct rlimit limit = {4, 4};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    return Thrown([&] { journal.Replace("Id: 2\n"); }).find("it is as it was") == std::string::npos ? 1 : 0;
  });
  EXPECT_EQ(other.Wait(), 0);
  EXPECT_EQ(directory_.Read("j.rec"), "Id: 1\n");
  EXPECT_EQ(std::distance(fs::directory_iterator(directory_.At("")), {}), 1);
}

TEST_F(JournalFileTest, LeavesNoEmptyFileWhereNothingWasAppended) {
  { LockedJournal journal(directory_.At("j.rec"), kShort); }
  EXPECT_FALSE(fs::exists(directory_.At("j.rec")));
  directory_.Write("empty.rec", "");
  { LockedJournal journal(directory_.At("empty.rec"), kShort); }
  EXPECT_TRUE(fs::exists(directory_.At("empty.rec"))) << "it was there before";
}

TEST_F(JournalFileTest, CutsOffWhatCouldNotBeWrittenWhole) {
  std::string before = "Id: 1\nSetback: x\n";
  for (rlim_t room : {0, 1, 2, 3, 20}) {
    directory_.Write("j.rec", before);
    OtherProcess other([&] {
      signal(SIGXFSZ, SIG_IGN);
      LockedJournal journal(directory_.At("j.rec"), kShort);
      struct rlimit limit = {before.size() + room, before.size() + room};
      if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
      std::string sentence = Thrown([&] { journal.Append("Id: 2\nSetback: more than there is room for\n"); });
      return sentence.find("could not be written; the journal is as it was") == std::string::npos ? 1 : 0;
    });
    EXPECT_EQ(other.Wait(), 0) << room;
    EXPECT_EQ(directory_.Read("j.rec"), before) << room;
  }
}

TEST_F(JournalFileTest, CutsOffAFirstEntryThatCouldNotBeWrittenWhole) {
  OtherProcess other([&] {
    signal(SIGXFSZ, SIG_IGN);
    LockedJournal journal(directory_.At("j.rec"), kShort);
    struct rlimit limit = {100, 100};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    return Thrown([&] { journal.Append("Id: 1\n"); }) == "nothing" ? 1 : 0;
  });
  EXPECT_EQ(other.Wait(), 0);
  EXPECT_EQ(directory_.Read("j.rec"), "");
  Append("j.rec", "Id: 1\n");
  EXPECT_EQ(directory_.Read("j.rec"), JournalDescriptor() + "\nId: 1\n");
}

TEST_F(JournalFileTest, ReadsNoFurtherThanTheLengthItFound) {
  Append("j.rec", "Id: 1\n");
  auto source = OpenForReading(directory_.At("j.rec"));
  Append("j.rec", "Id: 2\n");
  EXPECT_EQ(ReadFrom(*source).records.back().Get("Id"), "1");
}

TEST_F(JournalFileTest, ReadsWholeWhileLocked) {
  Append("j.rec", "Id: 1\n");
  LockedJournal journal(directory_.At("j.rec"), kShort);
  EXPECT_EQ(ReadFrom(*journal.Read()).records.size(), 2u);
  EXPECT_EQ(ReadFrom(*journal.Read()).records.size(), 2u);
  journal.Append("Id: 2\n");
  EXPECT_EQ(ReadFrom(*journal.Read()).records.size(), 3u);
}

TEST_F(JournalFileTest, KnowsTheLastId) {
  const std::string first = "01KAJ6YV3N6Z8V4M2Q1T0R9S7X", second = "01KAJ6YV3N6Z8V4M2Q1T0R9S7Y";
  auto last_id_of = [&](const std::string& text) {
    directory_.Write("j.rec", text);
    return LockedJournal(directory_.At("j.rec"), kShort).LastId();
  };
  EXPECT_EQ(last_id_of(""), "");
  EXPECT_EQ(last_id_of("Setback: x\n"), "");
  EXPECT_EQ(last_id_of("%rec: E\n\nId: " + first + "\n\nId: " + second + "\nSetback: x\n"), second);
  EXPECT_EQ(last_id_of("%rec: E\n\nId: mine\n"), "");
  EXPECT_EQ(last_id_of("Id: " + first + "\nSetback: x\n"), first);
}

TEST_F(JournalFileTest, LosesNothingWhenFiftyProcessesWriteAtOnce) {
  constexpr int kProcesses = 50, kEntries = 4;
  Signpost start;
  std::vector<OtherProcess> others;
  others.reserve(kProcesses);
  for (int process = 0; process < kProcesses; ++process) {
    others.emplace_back([&, process] {
      start.Await();
      std::mt19937_64 random(static_cast<uint64_t>(process));
      for (int entry = 0; entry < kEntries; ++entry) {
        LockedJournal journal(directory_.At("sub/j.rec"), kLong);
        int64_t now = std::chrono::duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
        IdMaker ids([&] { return random(); });
        ids.ComeAfter(journal.LastId(), now);
        Record record;
        record.Add("Id", ids.Make(now));
        record.Add("Setback", std::to_string(process) + "." + std::to_string(entry) + "\n\nsecond line \\");
        journal.Append(RenderRecord(record));
      }
      return 0;
    });
  }
  for (int process = 0; process < kProcesses; ++process) start.Reach();
  for (OtherProcess& other : others) EXPECT_EQ(other.Wait(), 0);
  WhatWasRead read = Read(directory_.Read("sub/j.rec"));
  EXPECT_EQ(read.Errors(), "");
  std::set<std::string> ids, setbacks;
  std::string before;
  for (const Record& record : read.records) {
    if (record.IsDescriptor()) continue;
    std::string id(record.Get("Id"));
    EXPECT_TRUE(IsUlid(id));
    EXPECT_LT(before, id) << "Ids rise with the lock";
    before = id;
    ids.insert(id);
    setbacks.emplace(record.Get("Setback"));
  }
  EXPECT_EQ(ids.size(), size_t{kProcesses * kEntries});
  EXPECT_EQ(setbacks.size(), size_t{kProcesses * kEntries});
  EXPECT_EQ(read.records.size(), size_t{kProcesses * kEntries + 1});
}

}  // namespace
}  // namespace stumble
