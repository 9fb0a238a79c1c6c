#include "journal/encrypted_journal.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "journal/conversion.h"
#include "journal/encrypted_parts.h"
#include "journal/entry_fields.h"
#include "journal/former_versions.h"
#include "journal/journal_file.h"
#include "journal/journal_of.h"
#include "journal/journal_reading.h"
#include "journal/journal_text.h"
#include "journal/key_pair.h"
#include "journal/other_process.h"
#include "journal/seal.h"
#include "journal/temporary_directory.h"

namespace stumble {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFirst = "01KAJ6YV3N6Z8V4M2Q1T0R9S71";
constexpr const char* kSecond = "01KAJ6YV3N6Z8V4M2Q1T0R9S72";
constexpr const char* kThird = "01KAJ6YV3N6Z8V4M2Q1T0R9S73";

std::string Entry(const std::string& id, const std::string& words) {
  return "Id: " + id + "\nDate: 2026-11-20\nSetback: " + words + "\n";
}

class EncryptedJournalTest : public testing::Test {
 protected:
  EncryptedJournal Make() { return EncryptedJournal::Make(At("j"), {mine_.recipient()}); }
  std::string At(const std::string& name) const { return directory_.At(name); }
  void Append(const std::string& records) { LockedJournal(At("j")).Append(records); }
  void Rewrite(const std::string& text) {
    LockedJournal locked(At("j"), identity_, Damage());
    locked.Read();
    locked.Replace(text);
  }
  ErrorHandler Damage() {
    return [this](const Error& error) { damage_ += Shown(error.Sentence()) + "\n"; };
  }
  // Without the directory of the test.
  std::string Shown(std::string sentence) const {
    for (size_t at; (at = sentence.find(directory_.At(""))) != std::string::npos;) sentence.erase(at, directory_.At("").size());
    return sentence;
  }
  std::string Text() { return ReadJournalText(At("j"), identity_, Damage()).value_or("no file"); }
  // What is read, without the descriptor.
  std::string Entries() {
    std::string text = Text();
    return text.starts_with(JournalDescriptor()) ? text.substr(JournalDescriptor().size() + 1) : text;
  }
  std::set<std::string> Files(const std::string& of = "j") {
    std::set<std::string> names;
    for (const auto& file : fs::directory_iterator(At(of))) names.insert(file.path().filename().string());
    return names;
  }

  TemporaryDirectory directory_;
  KeyPair mine_{directory_.At("mine")};
  Identity identity_ = mine_.identity();
  std::string damage_;
};

TEST_F(EncryptedJournalTest, TakesAppendsWithoutAnIdentityAndReadsThemInOrder) {
  Make();
  Append(Entry(kFirst, "one"));
  Append(Entry(kSecond, "two"));
  EXPECT_EQ(Entries(), Entry(kFirst, "one") + "\n" + Entry(kSecond, "two"));
  EXPECT_EQ(Files(), (std::set<std::string>{".lock", "recipients", std::string(kFirst) + ".age", std::string(kSecond) + ".age"}));
  EXPECT_EQ(directory_.ModeOf("j"), 0700);
  EXPECT_EQ(directory_.ModeOf(std::string("j/") + kFirst + ".age"), 0600);
}

TEST_F(EncryptedJournalTest, KeepsTheOrderOfAppendsWhateverTheirIds) {
  Make();
  Append(Entry(kThird, "appended first"));
  Append(Entry(kFirst, "appended second"));
  Append("Date: 2026-11-20\nLearned: without an Id\n");
  EXPECT_EQ(Entries(), Entry(kThird, "appended first") + "\n" + Entry(kFirst, "appended second") + "\nDate: 2026-11-20\nLearned: without an Id\n");
  EXPECT_GE(LockedJournal(At("j")).LastId(), kThird);
}

TEST_F(EncryptedJournalTest, ReplacesWhatWasReadByOneFile) {
  Make();
  Append(Entry(kFirst, "one"));
  Append(Entry(kSecond, "two"));
  Rewrite(Entry(kFirst, "changed"));
  EXPECT_EQ(Text(), Entry(kFirst, "changed"));
  EXPECT_EQ(EncryptedJournal(At("j")).Parts().size(), 1u);
  EXPECT_FALSE(fs::exists(At(std::string("j/") + kFirst + ".age")));
  Append(Entry(kThird, "three"));
  EXPECT_EQ(Text(), Entry(kFirst, "changed") + "\n" + Entry(kThird, "three"));
}

TEST_F(EncryptedJournalTest, PassesOverAndRemovesWhatACrashOrASyncLeftOfTheReplaced) {
  Make();
  Append(Entry(kFirst, "one"));
  fs::copy(At(std::string("j/") + kFirst + ".age"), At("kept"));
  Rewrite(Entry(kSecond, "another"));
  fs::copy(At("kept"), At(std::string("j/") + kFirst + ".age"));
  fs::copy(At("kept"), At(std::string("j/") + kFirst + ".sync-conflict-20261120-213000-ABCDEFG.age"));
  EXPECT_EQ(Text(), Entry(kSecond, "another"));
  LockedJournal next_writer(At("j"));
  EXPECT_EQ(EncryptedJournal(At("j")).Parts().size(), 1u);
  EXPECT_FALSE(fs::exists(At(std::string("j/") + kFirst + ".age")));
  EXPECT_FALSE(fs::exists(At(std::string("j/") + kFirst + ".sync-conflict-20261120-213000-ABCDEFG.age")));
}

TEST_F(EncryptedJournalTest, StaysReplacedAfterTheReplacementIsReplaced) {
  Make();
  Append(Entry(kFirst, "erased long ago"));
  fs::copy(At(std::string("j/") + kFirst + ".age"), At("kept"));
  Rewrite(Entry(kSecond, "then"));
  Rewrite(Entry(kSecond, "now"));
  fs::copy(At("kept"), At(std::string("j/") + kFirst + ".age"));
  EXPECT_EQ(Text(), Entry(kSecond, "now"));
}

TEST_F(EncryptedJournalTest, NeverTakesAFileForTheReplacedOneOfItsName) {
  EncryptedJournal journal = Make();
  Append(Entry(kFirst, "one"));
  Rewrite(Entry(kFirst, "one"));
  // As another machine wrote them, and a program that syncs brings them.
  std::string same = std::string("j/") + kFirst + ".age", conflict = std::string("j/") + kFirst + ".sync-conflict-20261120-213000-ABCDEFG.age";
  directory_.Write(same, journal.Encrypt(Entry(kSecond, "only there")));
  directory_.Write(conflict, journal.Encrypt(Entry(kThird, "only there too")));
  std::string all = Entry(kSecond, "only there") + "\n" + Entry(kThird, "only there too") + "\n" + Entry(kFirst, "one");
  EXPECT_EQ(Entries(), all);
  { LockedJournal next_writer(At("j")); }
  EXPECT_EQ(Entries(), all);
  Rewrite("Date: 2026-11-20\nSetback: all of it\n");
  EXPECT_FALSE(fs::exists(At(same)) || fs::exists(At(conflict)));
}

TEST_F(EncryptedJournalTest, RemovesOfWhatItReadOnlyTheBytesThatItRead) {
  EncryptedJournal journal = Make();
  Append(Entry(kFirst, "one"));
  LockedJournal locked(At("j"), identity_, Damage());
  locked.Read();
  directory_.Write(std::string("j/") + kFirst + ".age", journal.Encrypt(Entry(kSecond, "brought meanwhile")));
  locked.Replace(Entry(kFirst, "changed"));
  EXPECT_EQ(Entries(), Entry(kSecond, "brought meanwhile") + "\n" + Entry(kFirst, "changed"));
}

TEST_F(EncryptedJournalTest, IsMadeUnderANameThatNoCopyOfTheJournalHas) {
  for (const char* copy : {"a", "b"}) {
    directory_.Write(copy, Entry(kFirst, copy));
    EncryptJournal(At(copy), {mine_.recipient()}, identity_);
  }
  std::string of_a = EncryptedJournal(At("a")).LastName(), of_b = EncryptedJournal(At("b")).LastName();
  EXPECT_NE(of_a, of_b);
  EXPECT_GT(of_a, kFirst);
  EXPECT_GT(of_b, kFirst);
}

TEST_F(EncryptedJournalTest, AListOfReplacementsCountsOnlyOnceItsFileIsThereAndWhole) {
  Make();
  Append(Entry(kFirst, "one"));
  std::string part = std::string("j/") + kFirst + ".age", bytes = directory_.Read(part);
  Rewrite(Entry(kFirst, "changed"));
  std::string list = "j/" + EncryptedJournal(At("j")).LastName(), replacement = list + ".age";
  list += ".replaces";
  std::string whole = directory_.Read(replacement), names = directory_.Read(list);
  directory_.Write(part, bytes);
  EXPECT_EQ(Text(), Entry(kFirst, "changed"));
  std::string other = whole;
  other.back() = static_cast<char>(other.back() ^ 1);
  for (const std::string& broken : {std::string(), whole.substr(0, whole.size() / 2), other}) {
    directory_.Write(replacement, broken);
    EXPECT_EQ(Entries(), Entry(kFirst, "one")) << broken.size();
    { LockedJournal next_writer(At("j")); }
    EXPECT_EQ(directory_.Read(part), bytes) << broken.size();
  }
  fs::remove(At(replacement));
  EXPECT_EQ(Entries(), Entry(kFirst, "one"));
  directory_.Write(replacement, whole);
  for (const std::string& unclear : {std::string(kFirst) + ".age\n../../mine\n", names.substr(names.find('\n') + 1).substr(1), std::string("\n# x\n")}) {
    directory_.Write(list, unclear);
    EXPECT_EQ(Entries(), Entry(kFirst, "one") + "\n" + Entry(kFirst, "changed"));
  }
  directory_.Write(list, names);
  { LockedJournal next_writer(At("j")); }
  EXPECT_FALSE(fs::exists(At(part)));
  EXPECT_EQ(Text(), Entry(kFirst, "changed"));
}

TEST_F(EncryptedJournalTest, RemovesAListWhoseFileHasNotComeInAMonth) {
  Make();
  Append(Entry(kFirst, "one"));
  std::string list = std::string("j/") + kSecond + ".replaces";
  directory_.Write(list, "what a crash left");
  { LockedJournal next_writer(At("j")); }
  EXPECT_TRUE(fs::exists(At(list)));
  fs::last_write_time(At(list), fs::file_time_type::clock::now() - std::chrono::days(31));
  { LockedJournal next_writer(At("j")); }
  EXPECT_FALSE(fs::exists(At(list)));
}

TEST_F(EncryptedJournalTest, NeverFollowsAListOutOfTheDirectory) {
  Make();
  Append(Entry(kFirst, "one"));
  directory_.Write("precious.age", "stays");
  directory_.Write(std::string("j/") + kFirst + ".replaces", "../precious.age\nrecipients\n" + std::string(kFirst) + ".age\n");
  LockedJournal next_writer(At("j"));
  EXPECT_EQ(directory_.Read("precious.age"), "stays");
  EXPECT_TRUE(fs::exists(At("j/recipients")));
  EXPECT_EQ(Entries(), Entry(kFirst, "one"));
}

TEST_F(EncryptedJournalTest, ReadsACopyThatSyncMadeAndWhatTwoMachinesGatheredOnce) {
  EncryptedJournal journal = Make();
  Append(Entry(kFirst, "one"));
  fs::copy(At(std::string("j/") + kFirst + ".age"), At(std::string("j/") + kFirst + ".sync-conflict-20261120-213000-ABCDEFG.age"));
  journal.Append(Entry(kFirst, "one") + "\n# typed by hand\n\n" + Entry(kSecond, "two"), kThird);
  directory_.Write(std::string("j/") + kFirst + ".age~", "what an editor left");
  EXPECT_EQ(Entries(), Entry(kFirst, "one") + "\n# typed by hand\n\n" + Entry(kSecond, "two"));
  EXPECT_EQ(damage_, "");
}

TEST_F(EncryptedJournalTest, PassesOverADamagedFileAsAWholeAndKeepsIt) {
  Make();
  Append(Entry(kFirst, "one"));
  Append(Entry(kSecond, std::string(200'000, 'x')));
  Append(Entry(kThird, "three"));
  std::string damaged = std::string("j/") + kSecond + ".age";
  fs::resize_file(At(damaged), 150'000);  // after two whole chunks, which age gives before it fails
  EXPECT_EQ(Entries(), Entry(kFirst, "one") + "\n" + Entry(kThird, "three"));
  EXPECT_EQ(damage_, damaged + ": could not be decrypted; it is kept as it is, and the entries in it are passed over; age says: failed to decrypt "
                               "and authenticate payload chunk\n");
  Rewrite(Entry(kFirst, "changed"));
  EXPECT_TRUE(fs::exists(At(damaged)));
  EXPECT_EQ(Text(), Entry(kFirst, "changed"));
}

TEST_F(EncryptedJournalTest, SaysOnceThatAnIdentityOpensNothing) {
  Make();
  Append(Entry(kFirst, "one"));
  Append(Entry(kSecond, "two"));
  KeyPair other(At("other"));
  identity_ = other.identity();
  EXPECT_EQ(Shown(Thrown([&] { Text(); })),
            "j: does not open with this identity (other); expected the one of a recipient that stands in its file recipients; nothing is lost");
  EXPECT_EQ(damage_, "");
}

TEST_F(EncryptedJournalTest, NamesOnceWhatIsEncryptedToOthers) {
  Make();
  Append(Entry(kFirst, "one"));
  KeyPair other(At("other"));
  directory_.Write("j/recipients", other.recipient() + "\n");
  Append(Entry(kSecond, "two"));
  Append(Entry(kThird, "three"));
  EXPECT_EQ(Entries(), Entry(kFirst, "one"));
  EXPECT_EQ(damage_, std::string("j/") + kSecond + ".age: is encrypted to others than this identity (mine), and passed over; so are 1 more\n");
}

TEST_F(EncryptedJournalTest, RewritesNothingToRecipientsWhoAreNotTheReader) {
  Make();
  Append(Entry(kFirst, "one"));
  KeyPair other(At("other"));
  directory_.Write("j/recipients", other.recipient() + "\n");
  EXPECT_EQ(Shown(Thrown([&] { Rewrite(Entry(kFirst, "changed")); })),
            "j/recipients: your identity is not among these recipients, so that you could not read what is written; nothing was changed");
  EXPECT_EQ(Entries(), Entry(kFirst, "one"));
}

TEST_F(EncryptedJournalTest, SaysThatNoIdentityIsKnownWhereOneIsNeededToRewrite) {
  Make();
  Identity none;
  EXPECT_EQ(Thrown([&] { EncryptedJournal(At("j")).Replace(Entry(kFirst, "changed"), {}, none); }),
            "this journal is encrypted, and opens with your identity: expected --identity FILE, or $STUMBLE_IDENTITY to name it");
}

TEST_F(EncryptedJournalTest, TellsWhatIsDamagedFromWhatOnlyDoesNotOpenNow) {
  std::string bytes = Make().Encrypt("words");
  KeyPair other(At("other"));
  directory_.Write("broken", "no identity\n");
  Identity strange = other.identity(), broken(At("broken"), false), none;
  EXPECT_THROW(Decrypt(bytes, strange, "file"), WrongIdentity);
  EXPECT_THROW(Decrypt(bytes, broken, "file"), ClosedNow);
  EXPECT_THROW(Decrypt(bytes, none, "file"), ClosedNow);
  for (size_t size : {size_t{22}, size_t{100}, bytes.size() - 20, bytes.size() - 1}) {
    try {
      Decrypt(bytes.substr(0, size), identity_, "file");
      ADD_FAILURE() << size;
    } catch (const ClosedNow& error) {
      ADD_FAILURE() << size << ": " << error.what();
    } catch (const Error&) {
      // damaged, as is to be said
    }
  }
}

TEST_F(EncryptedJournalTest, EncryptsToAllRecipients) {
  KeyPair other(At("other"));
  EncryptedJournal::Make(At("j"), {mine_.recipient(), other.recipient()});
  Append(Entry(kFirst, "one"));
  EXPECT_EQ(Entries(), Entry(kFirst, "one"));
  identity_ = other.identity();
  EXPECT_EQ(Entries(), Entry(kFirst, "one"));
}

TEST_F(EncryptedJournalTest, RefusesRecipientsThatAreNoneAndNamesTheLine) {
  Make();
  auto complaint = [&](const std::string& recipients) {
    directory_.Write("j/recipients", recipients);
    return Shown(Thrown([&] { Append(Entry(kFirst, "one")); }));
  };
  EXPECT_EQ(complaint(""), "j/recipients: expected a recipient of age a line (age1..., or an SSH key); there is none, so nothing was written");
  EXPECT_EQ(complaint("# mine\n\nme@example.org\n"),
            "j/recipients:3: expected a recipient of age: a line that begins with age1, ssh-ed25519 or ssh-rsa; nothing was written");
  EXPECT_EQ(complaint("AGE-SECRET-KEY-1QQQ\n"),
            "j/recipients:1: expected a recipient of age: a line that begins with age1, ssh-ed25519 or ssh-rsa; nothing was written");
  EXPECT_NE(complaint("age1qqqqqq\n").find("malformed recipient at line 1"), std::string::npos);
  EXPECT_NE(complaint("# stumble journal, format 2\n" + mine_.recipient() + "\n").find("from a later stumble"), std::string::npos);
  fs::remove(At("j/recipients"));
  EXPECT_EQ(Shown(Thrown([&] { Append(Entry(kFirst, "one")); })),
            "j: expected a file, or the directory of an encrypted journal, as the journal; nothing was written");
  EXPECT_EQ(Files(), std::set<std::string>{".lock"});
}

TEST_F(EncryptedJournalTest, TakesAnSshKey) {
  ASSERT_EQ(std::system(("ssh-keygen -q -t ed25519 -N '' -C me -f '" + At("ssh") + "' && ssh-keygen -q -t ed25519 -N secret -f '" + At("protected") + "'").c_str()), 0);
  std::string recipient = directory_.Read("ssh.pub");
  recipient.pop_back();
  EncryptedJournal::Make(At("j"), {recipient});
  Append(Entry(kFirst, "one"));
  identity_ = Identity(At("ssh"), false);
  EXPECT_EQ(Entries(), Entry(kFirst, "one"));
  identity_ = Identity(At("protected"), false);
  EXPECT_TRUE(Shown(Thrown([&] { Text(); })).starts_with("protected: is an SSH key under a passphrase, which would be asked for at every file"));
}

TEST_F(EncryptedJournalTest, SaysWhatIsMissingToReadIt) {
  Make();
  Append(Entry(kFirst, "one"));
  identity_ = Identity();
  EXPECT_EQ(Thrown([&] { Text(); }),
            "this journal is encrypted, and opens with your identity: expected --identity FILE, or $STUMBLE_IDENTITY to name it");
  identity_ = Identity(At("none"), false);
  EXPECT_EQ(Shown(Thrown([&] { Text(); })), "none: could not be opened: No such file or directory");
}

TEST_F(EncryptedJournalTest, ReadsWhatWasThereWhenReadingBegan) {
  Make();
  Append(Entry(kFirst, "one"));
  Append(Entry(kSecond, "two"));
  EncryptedParts parts(EncryptedJournal(At("j")), identity_, Damage());
  Rewrite(Entry(kFirst, "changed"));
  std::string text;
  while (std::optional<JournalPart> part = parts.Next()) AddPart(part->text, text);
  EXPECT_TRUE(text.ends_with(Entry(kFirst, "one") + "\n" + Entry(kSecond, "two"))) << text;
  EXPECT_EQ(damage_, "");
}

TEST_F(EncryptedJournalTest, KeepsFormerVersionsEncrypted) {
  Make();
  Seal seal(At("j"), identity_);
  KeepFormerVersion(At("j"), "the words of then", seal);
  KeepFormerVersion(At("j"), "the words of later", seal);
  std::vector<std::string> former = FormerVersionsOf(At("j"));
  ASSERT_EQ(former.size(), 2u);
  EXPECT_EQ(Shown(former[0]), Shown(fs::canonical(At("j")).string() + ".former-1.age"));
  std::string bytes = directory_.Read("j.former-2.age");
  EXPECT_EQ(bytes.find("words"), std::string::npos);
  EXPECT_EQ(seal.Open(bytes, former[1]), "the words of then");
}

TEST_F(EncryptedJournalTest, EncryptsFormerVersionsAnewToThoseWhoAreRecipientsNow) {
  KeyPair other(At("other"));
  EncryptedJournal::Make(At("j"), {mine_.recipient(), other.recipient()});
  KeepFormerVersion(At("j"), "the words of then", Seal(At("j"), identity_));
  directory_.Write("j.former-2.age", "age-encryption.org/v1\nnot to be opened");
  Identity theirs = other.identity();
  EXPECT_EQ(Decrypt(directory_.Read("j.former-1.age"), theirs, ""), "the words of then");
  directory_.Write("j/recipients", mine_.recipient() + "\n");
  std::vector<std::string> left = SealFormerVersionsAnew(At("j"), identity_);
  ASSERT_EQ(left.size(), 1u);
  EXPECT_EQ(Shown(left[0]), Shown(fs::canonical(At("j")).string() + ".former-2.age"));
  EXPECT_THROW(Decrypt(directory_.Read("j.former-1.age"), theirs, ""), WrongIdentity);
  EXPECT_EQ(Decrypt(directory_.Read("j.former-1.age"), identity_, ""), "the words of then");
  directory_.Write("j/recipients", other.recipient() + "\n");
  EXPECT_EQ(SealFormerVersionsAnew(At("j"), identity_).size(), 2u);  // whom they could not be opened by
  EXPECT_EQ(Decrypt(directory_.Read("j.former-1.age"), identity_, ""), "the words of then");
}

TEST_F(EncryptedJournalTest, WritesOverNoFormerVersionOfTheOtherKind) {
  EncryptedJournal elsewhere = EncryptedJournal::Make(At("elsewhere"), {mine_.recipient()});
  directory_.Write("j", Entry(kFirst, "one"));
  directory_.Write("j.former-1", "in the clear");
  directory_.Write("j.former-1.age", elsewhere.Encrypt("encrypted before"));
  directory_.Write("j.former-3", "cut short");
  directory_.Write("j.former-3.age", elsewhere.Encrypt("cut short"));
  directory_.Write("j.converting-notes", "a person's own");
  directory_.Write("j.converting-AbCdEf.txt", "a person's own");
  Converted converted = EncryptJournal(At("j"), {mine_.recipient()}, identity_);
  EXPECT_EQ(converted.left, std::vector<std::string>{});
  EXPECT_EQ(Decrypt(directory_.Read("j.former-1.age"), identity_, ""), "encrypted before");
  EXPECT_EQ(Decrypt(directory_.Read("j.former-2.age"), identity_, ""), "in the clear");
  EXPECT_EQ(Decrypt(directory_.Read("j.former-3.age"), identity_, ""), "cut short");
  EXPECT_EQ(FormerVersionsOf(At("j")).size(), 3u);
  EXPECT_EQ(directory_.Read("j.converting-notes") + directory_.Read("j.converting-AbCdEf.txt"), "a person's owna person's own");
}

TEST_F(EncryptedJournalTest, IsMadeOfAJournalInTheClearAndBack) {
  std::string text = "\xEF\xBB\xBF# mine\r\n\r\n" + Entry(kFirst, "one") + "\nno record\n\n" + Entry(kSecond, "no line end");
  text.pop_back();
  directory_.Write("j", text);
  fs::permissions(At("j"), fs::perms(0600));
  directory_.Write("j.former-1", Entry(kFirst, "before"));
  directory_.Write("j.new-AbCdEf", "left by a crash");
  directory_.Write("j.converting-AbCdEf", "left by another");
  directory_.Write("j~", "an editor's copy");
  Converted encrypted = EncryptJournal(At("j"), {mine_.recipient()}, identity_);
  EXPECT_EQ(encrypted.left, std::vector<std::string>{});
  ASSERT_EQ(encrypted.copies.size(), 1u);
  EXPECT_TRUE(encrypted.copies[0].ends_with("/j~"));
  EXPECT_TRUE(EncryptedJournal::IsAt(At("j")));
  EXPECT_EQ(Files(""), (std::set<std::string>{"j", "j.former-1.age", "j~", "mine"}));
  EXPECT_EQ(Text(), text);
  DecryptJournal(At("j"), identity_, Damage());
  EXPECT_EQ(directory_.Read("j"), text);
  EXPECT_EQ(directory_.ModeOf("j"), 0600);
  EXPECT_EQ(directory_.Read("j.former-1"), Entry(kFirst, "before"));
  EXPECT_EQ(Files(""), (std::set<std::string>{"j", "j.former-1", "j~", "mine"}));
}

TEST_F(EncryptedJournalTest, IsNotMadeForWhoCouldNotReadIt) {
  directory_.Write("j", Entry(kFirst, "one"));
  KeyPair other(At("other"));
  EXPECT_EQ(Shown(Thrown([&] { EncryptJournal(At("j"), {other.recipient()}, identity_); })),
            "mine: does not open what is encrypted to these recipients, so that you could never read it again; nothing was changed");
  EXPECT_EQ(Thrown([&] { EncryptJournal(At("j"), {"me@example.org"}, identity_); }),
            "-r: expected a recipient of age: it begins with age1, ssh-ed25519 or ssh-rsa; 'age-keygen -y' prints that of an identity");
  EXPECT_EQ(directory_.Read("j"), Entry(kFirst, "one"));
  EXPECT_EQ(Files(""), (std::set<std::string>{"j", "mine", "other"}));
}

TEST_F(EncryptedJournalTest, IsNotDecryptedWithoutAllOfItsFiles) {
  Make();
  Append(Entry(kFirst, "one"));
  Append(Entry(kSecond, "two"));
  fs::resize_file(At(std::string("j/") + kSecond + ".age"), 100);
  EXPECT_EQ(Shown(Thrown([&] { DecryptJournal(At("j"), identity_, Damage()); })),
            "j: some of its files could not be opened, so that their entries would be left behind; nothing was changed");
  EXPECT_TRUE(EncryptedJournal::IsAt(At("j")));
}

TEST_F(EncryptedJournalTest, LeavesFilesThatAreNotItsOwn) {
  Make();
  Append(Entry(kFirst, "one"));
  directory_.Write("j/letter.txt", "not ours");
  Converted converted = DecryptJournal(At("j"), identity_, Damage());
  ASSERT_EQ(converted.left.size(), 1u);
  EXPECT_EQ(directory_.Read("j.left/letter.txt"), "not ours");
  EXPECT_EQ(Files("j.left"), std::set<std::string>{"letter.txt"});
}

TEST_F(EncryptedJournalTest, IsTheJournalOfWhoWaitedForTheOneInTheClear) {
  directory_.Write("j", Entry(kFirst, "one"));
  std::vector<OtherProcess> writers;
  for (int i = 0; i < 3; ++i) {
    writers.emplace_back([this, i] {
      while (!fs::exists(At("go"))) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      LockedJournal(At("j"), std::chrono::seconds(30)).Append("Date: 2026-11-20\nSetback: waited " + std::to_string(i) + "\n");
      return 0;
    });
  }
  {
    LockedJournal held(At("j"));
    directory_.Write("go", "");
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  EncryptJournal(At("j"), {mine_.recipient()}, identity_);
  for (OtherProcess& writer : writers) EXPECT_EQ(writer.Wait(), 0);
  std::string text = Text();
  for (int i = 0; i < 3; ++i) EXPECT_NE(text.find("waited " + std::to_string(i)), std::string::npos);
}

TEST_F(EncryptedJournalTest, RefusesASingleFileThatIsEncrypted) {
  directory_.Write("a.rec", "age-encryption.org/v1\n-> X25519 abc\n");
  directory_.Write("g.rec", "\x85\x02\x0c\x03 a message of gpg");
  EXPECT_EQ(Shown(Thrown([&] { LockedJournal file(At("a.rec")); })),
            "a.rec: is a single file that age encrypted, which nothing can be appended to; nothing was written. 'age -d' gives the journal in it, and "
            "'recall --encrypt' makes of that an encrypted one that can be written to");
  EXPECT_TRUE(Shown(Thrown([&] { LockedJournal file(At("g.rec")); })).starts_with("g.rec: is a single file that gpg encrypted"));
  EXPECT_EQ(Shown(Thrown([&] { OpenForReading(At("a.rec")); })),
            "a.rec: is a file that age encrypted; expected a journal. 'age -d' decrypts it, and - reads what comes from a pipe");
}

}  // namespace
}  // namespace stumble
