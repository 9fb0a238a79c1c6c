// EncryptedCrash: an operation on an encrypted journal is stopped by kill -9 at each of its system calls that changes a file, one after the other.
// Whatever stands there then, every entry is read, and read once; the next writer goes on; and what was to be erased, or to be encrypted, stands
// nowhere any more.
#include <gtest/gtest.h>

#include <signal.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <set>

#include "journal/conversion.h"
#include "journal/encrypted_journal.h"
#include "journal/former_versions.h"
#include "journal/journal_file.h"
#include "journal/journal_of.h"
#include "journal/journal_reading.h"
#include "journal/journal_text.h"
#include "journal/key_pair.h"
#include "journal/private_file.h"
#include "journal/seal.h"
#include "journal/temporary_directory.h"

namespace stumble {
namespace {

namespace fs = std::filesystem;

const std::string kIds[] = {"01KAJ6YV3N6Z8V4M2Q1T0R9S71", "01KAJ6YV3N6Z8V4M2Q1T0R9S72", "01KAJ6YV3N6Z8V4M2Q1T0R9S73"};
const std::string kLater = "01KAJ6YV3N6Z8V4M2Q1T0R9S7Z";

std::string Entry(const std::string& id) { return "Id: " + id + "\nDate: 2026-11-20\nSetback: words of " + id.substr(24) + "\n"; }

bool ChangesAFile(uint64_t call) {
  static const std::set<uint64_t> calls = {SYS_rename, SYS_renameat, SYS_renameat2, SYS_unlink, SYS_unlinkat, SYS_rmdir, SYS_mkdir, SYS_mkdirat,
                                           SYS_write, SYS_fsync, SYS_fdatasync, SYS_ftruncate, SYS_fchmod, SYS_chmod};
  return calls.contains(call);
}

enum class Stopped { kKilled, kCameToItsEnd, kCanNotBeTraced };

// Does `work` in another process, and kills that right before its n-th system call that changes a file.
Stopped KillAt(int n, const std::function<void()>& work) {
  pid_t process = fork();
  if (process == 0) {
    if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) _exit(98);
    raise(SIGSTOP);
    try {
      work();
    } catch (...) {
      _exit(99);
    }
    _exit(0);
  }
  int status = 0;
  waitpid(process, &status, 0);
  if (!WIFSTOPPED(status)) return Stopped::kCanNotBeTraced;
  ptrace(PTRACE_SETOPTIONS, process, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  int count = 0, signal = 0;
  while (true) {
    ptrace(PTRACE_SYSCALL, process, nullptr, signal);
    if (waitpid(process, &status, 0) < 0 || WIFEXITED(status) || WIFSIGNALED(status)) break;
    signal = WSTOPSIG(status);
    if (signal != (SIGTRAP | 0x80)) continue;
    signal = 0;
    __ptrace_syscall_info info{};
    ptrace(PTRACE_GET_SYSCALL_INFO, process, sizeof info, &info);
    if (info.op != PTRACE_SYSCALL_INFO_ENTRY || !ChangesAFile(info.entry.nr) || ++count != n) continue;
    kill(process, SIGKILL);
    waitpid(process, &status, 0);
    return Stopped::kKilled;
  }
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "the work failed: " << status;
  return Stopped::kCameToItsEnd;
}

class EncryptedCrash : public testing::Test {
 protected:
  std::string At(const std::string& name) const { return root_.At("home/" + name); }

  void Begin(bool encrypted) {
    fs::remove_all(At(""));
    fs::create_directories(At(""));
    if (encrypted) EncryptedJournal::Make(At("j"), {key_.recipient()});
    for (const std::string& id : kIds) LockedJournal(At("j")).Append(Entry(id));
    Seal seal(At("j"), identity_);
    KeepFormerVersion(At("j"), Entry(kIds[1]), seal);
  }

  std::string TextOf(const std::string& path) {
    return ReadJournalText(path, identity_, [](const Error& error) { ADD_FAILURE() << error.Sentence(); }).value_or("");
  }

  // Each of these is read once, and nothing else.
  void ExpectEntries(std::multiset<std::string> wanted, int n) {
    WhatWasRead read = Read(TextOf(At("j")));
    EXPECT_EQ(read.Errors(), "") << n;
    std::multiset<std::string> ids;
    for (const Record& record : read.records)
      if (record.IsEntry()) ids.insert(std::string(record.Get("Id")));
    EXPECT_EQ(ids, wanted) << "killed at " << n;
  }

  // Whether words stand in any file below, encrypted or not.
  bool StandsAnywhere(const std::string& words, bool in_the_clear) {
    for (const auto& file : fs::recursive_directory_iterator(At(""))) {
      if (!file.is_regular_file()) continue;
      std::string bytes = ReadWholeFile(file.path().string(), 1 << 20);
      if (bytes.find(words) != std::string::npos) return true;
      if (!in_the_clear && LooksEncryptedByAge(bytes) && Decrypt(bytes, identity_, "").find(words) != std::string::npos) return true;
    }
    return false;
  }

  // Calls `work` again and again, killed a little later each time, and `look` after each.
  void KillEverywhere(bool encrypted, const std::function<void()>& work, const std::function<void(int)>& look) {
    for (int n = 1;; ++n) {
      Begin(encrypted);
      Stopped stopped = KillAt(n, work);
      if (stopped == Stopped::kCanNotBeTraced) GTEST_SKIP() << "no process can be traced here";
      look(n);
      if (HasFailure() || stopped == Stopped::kCameToItsEnd) {
        EXPECT_GT(n, 5);
        return;
      }
    }
  }

  void AppendLater() { LockedJournal(At("j")).Append(Entry(kLater)); }

  TemporaryDirectory root_;
  KeyPair key_{root_.At("key")};
  Identity identity_ = key_.identity();
};

const ErrorHandler kNoDamage = [](const Error& error) { throw error; };

TEST_F(EncryptedCrash, AnAppendIsThereOrNot) {
  KillEverywhere(
      true, [&] { AppendLater(); },
      [&](int n) {
        std::string text = TextOf(At("j"));
        std::multiset<std::string> wanted(std::begin(kIds), std::end(kIds));
        if (text.find(kLater) != std::string::npos) wanted.insert(kLater);
        ExpectEntries(wanted, n);
      });
}

TEST_F(EncryptedCrash, ACompactionLosesNothingAndCountsNothingTwice) {
  auto compact = [&] {
    Identity identity = key_.identity();
    LockedJournal locked(At("j"), identity, kNoDamage);
    locked.Replace(ReadAll(*locked.Read()));
  };
  KillEverywhere(true, compact, [&](int n) {
    ExpectEntries({std::begin(kIds), std::end(kIds)}, n);
    AppendLater();
    std::multiset<std::string> wanted(std::begin(kIds), std::end(kIds));
    wanted.insert(kLater);
    ExpectEntries(wanted, n);
    for (const auto& file : fs::directory_iterator(At("j"))) EXPECT_EQ(file.path().string().find(".new-"), std::string::npos);
  });
}

TEST_F(EncryptedCrash, WhatIsErasedIsGoneAfterTheNextWriter) {
  auto forget = [&] {
    Identity identity = key_.identity();
    LockedJournal locked(At("j"), identity, kNoDamage);
    JournalText text(ReadAll(*locked.Read()), "j", kNoDamage);
    locked.Replace(text.Without(0));
  };
  KillEverywhere(true, forget, [&](int n) {
    bool is_erased = TextOf(At("j")).find(kIds[0]) == std::string::npos;
    std::multiset<std::string> wanted = {kIds[1], kIds[2]};
    if (!is_erased) wanted.insert(kIds[0]);
    ExpectEntries(wanted, n);
    AppendLater();
    EXPECT_FALSE(is_erased && StandsAnywhere("words of 71", /*in_the_clear=*/false)) << n;
  });
}

TEST_F(EncryptedCrash, EncryptingLosesNothingAndLeavesNothingInTheClear) {
  auto encrypt = [&] {
    Identity identity = key_.identity();
    EncryptJournal(At("j"), {key_.recipient()}, identity);
  };
  KillEverywhere(false, encrypt, [&](int n) {
    ExpectEntries({std::begin(kIds), std::end(kIds)}, n);
    EncryptJournal(At("j"), {key_.recipient()}, identity_);
    ExpectEntries({std::begin(kIds), std::end(kIds)}, n);
    EXPECT_FALSE(StandsAnywhere("words of", /*in_the_clear=*/true)) << n;
    EXPECT_EQ(UnfinishedVersionsOf(At("j")), std::vector<std::string>{}) << n;
    EXPECT_EQ(UnfinishedConversionsOf(At("j")), std::vector<std::string>{}) << n;
    EXPECT_EQ(FormerVersionsOf(At("j")).size(), 1u) << n;
  });
}

TEST_F(EncryptedCrash, DecryptingLosesNothing) {
  auto decrypt = [&] {
    Identity identity = key_.identity();
    DecryptJournal(At("j"), identity, kNoDamage);
  };
  KillEverywhere(true, decrypt, [&](int n) {
    ExpectEntries({std::begin(kIds), std::end(kIds)}, n);
    AppendLater();
    std::multiset<std::string> wanted(std::begin(kIds), std::end(kIds));
    wanted.insert(kLater);
    ExpectEntries(wanted, n);
    EXPECT_FALSE(EncryptedJournal::IsAt(At("j")) && StandsAnywhere("words of", /*in_the_clear=*/true)) << n;
  });
}

}  // namespace
}  // namespace stumble
