#include "safekeeping.h"

#include <unistd.h>

#include <cstdint>
#include <filesystem>

#include "journal/encrypted_journal.h"
#include "journal/journal_file.h"
#include "journal/journal_text.h"
#include "journal/private_file.h"
#include "tool/draft.h"
#include "tool/editor.h"
#include "tool/state_directory.h"
#include "words/encryption_words.h"

namespace stumble {

void Safekeeping::Declare() {
  CLI::App& app = tool_.options();
  CLI::Option* encrypt = app.add_flag("--encrypt", encrypts_, "Encrypt the journal, with the program age")->group(kMoreOptions);
  tool_.AddList("-r,--recipient", recipients_, "With --encrypt: to this recipient (repeatable)")
      ->type_name("RECIPIENT")
      ->group(kMoreOptions)
      ->needs(encrypt);
  app.add_flag("--decrypt", decrypts_, "Make of an encrypted journal a file in the clear")->group(kMoreOptions);
  app.add_flag("--compact", compacts_, "Gather an encrypted journal into one file")->group(kMoreOptions);
}

void Safekeeping::Run(const std::string& path) {
  if (encrypts_ + decrypts_ + compacts_ != 1)
    throw Error("expected only one of --encrypt, --decrypt and --compact", {}, ExitStatus::kUsage);
  if (encrypts_) Encrypt(path);
  if (decrypts_) Decrypt(path);
  if (compacts_) Compact(path);
}

void Safekeeping::Encrypt(const std::string& path) {
  if (!tool_.identity().IsKnown())
    throw Error("--encrypt: expected --identity FILE with it, or $STUMBLE_IDENTITY to name it: what is encrypted is opened once, before the "
                "journal in the clear goes; 'age-keygen -o FILE' makes one",
                {}, ExitStatus::kUsage);
  std::error_code ignored;
  bool was_there = std::filesystem::exists(path, ignored);
  Converted converted = EncryptJournal(path, recipients_, tool_.identity());
  if (!was_there) std::erase_if(converted.removed, [&](const std::string& file) { return std::filesystem::equivalent(file, path, ignored); });
  ConvertDrafts(path, converted);
  Say(converted.is_done_before ? words::kWasEncrypted : words::kIsEncryptedNow, converted);
  if (converted.is_done_before && !recipients_.empty()) tool_.messages().Warn(std::string(words::kRecipientUnused));
  tool_.messages().Say(words::kBeyondEncryption);
}

void Safekeeping::Decrypt(const std::string& path) {
  Converted converted = DecryptJournal(path, tool_.identity(), tool_.OnDamage());
  ConvertDrafts(path, converted);
  Say(words::kIsInTheClearNow, converted);
}

void Safekeeping::Compact(const std::string& path) {
  if (!EncryptedJournal::IsAt(path))
    throw Error("--compact: expected an encrypted journal; one in the clear is a single file anyway", {path}, ExitStatus::kUsage);
  std::string_view said = words::kCompacted;
  {
    LockedJournal file(path, tool_.identity(), tool_.OnDamage());
    std::string text = ReadAll(*file.Read());
    if (file.parts() == 0) said = words::kNothingToCompact;
    else if (file.parts_read() == 0) said = words::kNothingCouldBeCompacted;
    else file.Replace(text);
  }
  SealAnewWhatIsBeside(path);
  tool_.messages().Say(said);
  if (said == words::kCompacted) tool_.messages().Say(words::kOpensStill);
}

// Former versions and this journal's drafts: who was a recipient before, and is none now, is not to open them.
void Safekeeping::SealAnewWhatIsBeside(const std::string& path) const {
  std::vector<std::string> left = SealFormerVersionsAnew(path, tool_.identity());
  Seal seal(path, tool_.identity());
  for (const std::string& draft : Drafts()) {
    if (!draft.ends_with(kAgeEnding) || BelongsTo(path, draft) == Belongs::kToAnother) continue;
    try {
      if (BelongsTo(path, draft) == Belongs::kUnknown || IsBeingWritten(draft)) throw Error("is not this journal's alone");
      SealAnew(draft, seal);
    } catch (const Error&) {
      left.push_back(draft);
    }
  }
  for (const std::string& file : left)
    tool_.OnDamage()(Error("is still encrypted to those who were recipients when it was written: it could not be opened, is at work, or may be another "
                           "journal's; please look at it",
                           {file}));
}

// Those of this journal: it is encrypted to its own recipients, and nobody asked for another one's words in the clear. A draft of which nobody can
// tell stays as it is; one that is encrypted is offered as before.
void Safekeeping::ConvertDrafts(const std::string& path, Converted& converted) const {
  Seal seal(path, tool_.identity());
  for (const std::string& draft : Drafts()) {
    bool is_encrypted = draft.ends_with(kAgeEnding);
    Belongs belongs = BelongsTo(path, draft);
    if (is_encrypted == seal.Encrypts() || belongs == Belongs::kToAnother) continue;
    if (belongs == Belongs::kUnknown && is_encrypted) continue;
    std::string plain = is_encrypted ? draft.substr(0, draft.size() - kAgeEnding.size()) : draft;
    if (belongs == Belongs::kUnknown || !plain.ends_with(".rec") || IsBeingWritten(draft)) {
      converted.left.push_back(draft);
      continue;
    }
    try {
      // One that an editor had lies in memory, where the next start of the machine would lose it.
      std::string target = StateDirectory() + "/" + std::filesystem::path(plain).filename().string() + std::string(seal.ending());
      std::string text = seal.Open(ReadWholeFile(draft, SIZE_MAX), draft);
      if (std::filesystem::exists(target) && seal.Open(ReadWholeFile(target, SIZE_MAX), target) != text)
        throw Error("another draft has this name", {target});
      ReplacePrivateFile(target, seal.Close(text));
    } catch (const Error&) {
      std::error_code unknown;
      if (std::filesystem::exists(draft, unknown) || unknown) converted.left.push_back(draft);  // else it went meanwhile
      continue;
    }
    RemoveJournalAt(draft);
    converted.removed.push_back(draft);
  }
}

void Safekeeping::Say(std::string_view what, const Converted& converted) const {
  tool_.messages().Say(what);
  if (encrypts_)
    for (const std::string& file : converted.removed) tool_.messages().Say(std::string(words::kErasedInTheClear) + file);
  for (const std::string& file : converted.left)
    tool_.OnDamage()(Error(encrypts_ ? "stays in the clear: it could not be encrypted, something else is at work on it, or it may be another journal's; please look at it"
                                     : "stays: it could not be opened, or holds files that are not stumble's; please look at it",
                           {file}));
  for (const std::string& file : converted.copies)
    tool_.messages().Warn(
        Error("stays in the clear: it looks like a copy of the journal, and stumble did not make it; please look at it", {file}).Sentence());
}

}  // namespace stumble
