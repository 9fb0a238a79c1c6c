#include "journal/former_versions.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "journal/journal_of.h"
#include "journal/other_process.h"
#include "journal/temporary_directory.h"

namespace stumble {
namespace {

namespace fs = std::filesystem;

TEST(FormerVersions, KeepsTheNewestFive) {
  TemporaryDirectory directory;
  std::string journal = directory.At("j.rec");
  directory.Write("j.rec", "now");
  for (int i = 1; i <= 7; ++i) {
    KeepFormerVersion(journal, "version " + std::to_string(i));
    EXPECT_EQ(directory.Read("j.rec.former-1"), "version " + std::to_string(i));
  }
  EXPECT_EQ(directory.Read("j.rec.former-5"), "version 3");
  std::vector<std::string> expected;
  for (int i = 1; i <= 5; ++i) expected.push_back(journal + ".former-" + std::to_string(i));
  EXPECT_EQ(FormerVersionsOf(journal), expected);
  EXPECT_EQ(directory.Read("j.rec"), "now");
}

TEST(FormerVersions, AreFiveOfBothKindsTogether) {
  TemporaryDirectory directory;
  directory.Write("j.rec", "now");
  for (int i = 1; i <= 3; ++i) KeepFormerVersion(directory.At("j.rec"), "in the clear " + std::to_string(i));
  // Encrypted after that, and stopped before these were.
  directory.Write("j.rec.former-1.age", "encrypted");
  for (int i = 2; i <= 5; ++i) {
    KeepFormerVersion(directory.At("j.rec"), "in the clear too");
    EXPECT_EQ(directory.Read("j.rec.former-" + std::to_string(i) + ".age"), "encrypted");
    EXPECT_EQ(directory.Read("j.rec.former-" + std::to_string(i)), "in the clear 3");
  }
  KeepFormerVersion(directory.At("j.rec"), "in the clear too");
  EXPECT_EQ(FormerVersionsOf(directory.At("j.rec")).size(), 5u);
  directory.Write("j.rec.former-5.age", "encrypted");
  fs::remove(directory.At("j.rec.former-5"));
  KeepFormerVersion(directory.At("j.rec"), "in the clear too");
  EXPECT_EQ(FormerVersionsOf(directory.At("j.rec")).size(), 5u);
  EXPECT_FALSE(fs::exists(directory.At("j.rec.former-5.age")));
}

TEST(FormerVersions, AreForThePersonAloneWhateverTheUmask) {
  TemporaryDirectory directory;
  directory.Write("j.rec", "now");
  mode_t before = umask(0);
  KeepFormerVersion(directory.At("j.rec"), "then");
  umask(before);
  EXPECT_EQ(directory.ModeOf("j.rec.former-1"), 0600);
}

TEST(FormerVersions, StandBesideTheFileThatASymbolicLinkLeadsTo) {
  TemporaryDirectory directory;
  fs::create_directory(directory.At("real"));
  directory.Write("real/j.rec", "now");
  fs::create_symlink("real/j.rec", directory.At("link.rec"));
  KeepFormerVersion(directory.At("link.rec"), "then");
  EXPECT_EQ(directory.Read("real/j.rec.former-1"), "then");
  EXPECT_EQ(FormerVersionsOf(directory.At("link.rec")), std::vector{fs::canonical(directory.At("real/j.rec.former-1")).string()});
}

TEST(FormerVersions, StayAsTheyAreWhenThereIsNoRoomForOneMore) {
  TemporaryDirectory directory;
  directory.Write("j.rec", "now");
  KeepFormerVersion(directory.At("j.rec"), "then");
  OtherProcess other([&] {
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit = {2, 2};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    std::string sentence = Thrown([&] { KeepFormerVersion(directory.At("j.rec"), "more than two bytes"); });
    return sentence.find("could not be kept beside the journal, so nothing was changed") == std::string::npos ? 1 : 0;
  });
  EXPECT_EQ(other.Wait(), 0);
  EXPECT_EQ(directory.Read("j.rec.former-1"), "then");
  EXPECT_EQ(FormerVersionsOf(directory.At("j.rec")).size(), 1u);
  EXPECT_EQ(UnfinishedVersionsOf(directory.At("j.rec")), std::vector<std::string>{});
}

TEST(FormerVersions, FindsWhatARewritingLeftUnfinished) {
  TemporaryDirectory directory;
  for (const char* name : {"j.rec", "j.rec.new-a1B2c3", "j.rec.former-0.new-xxxxxx", "j.rec.former-1", "other.rec.new-a1B2c3", "j.rec.new-notes"})
    directory.Write(name, "x");
  std::string real = fs::canonical(directory.At("j.rec")).string();
  EXPECT_EQ(UnfinishedVersionsOf(directory.At("j.rec")),
            (std::vector<std::string>{real + ".former-0.new-xxxxxx", real + ".new-a1B2c3"}));
}

}  // namespace
}  // namespace stumble
