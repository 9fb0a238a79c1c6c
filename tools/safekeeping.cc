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
  Converted converted = EncryptJournal(path, recipients_, tool_.identity());
  ConvertDrafts(Seal(path, tool_.identity()), converted);
  Say(converted.is_done_before ? words::kWasEncrypted : words::kIsEncryptedNow, converted);
  tool_.messages().Say(words::kBeyondEncryption);
}

void Safekeeping::Decrypt(const std::string& path) {
  Converted converted = DecryptJournal(path, tool_.identity(), tool_.OnDamage());
  ConvertDrafts(Seal(path, tool_.identity()), converted);
  Say(words::kIsInTheClearNow, converted);
}

void Safekeeping::Compact(const std::string& path) {
  if (!EncryptedJournal::IsAt(path))
    throw Error("--compact: expected an encrypted journal; one in the clear is a single file anyway", {path}, ExitStatus::kUsage);
  LockedJournal file(path, tool_.identity(), tool_.OnDamage());
  std::string text = ReadAll(*file.Read());
  if (file.parts_read() == 0) return tool_.messages().Say(words::kNothingToCompact);
  file.Replace(text);
  tool_.messages().Say(words::kCompacted);
}

// Whatever they are drafts of: a draft that is encrypted with this journal is offered as before.
void Safekeeping::ConvertDrafts(const Seal& seal, Converted& converted) const {
  for (const std::string& draft : Drafts()) {
    bool is_encrypted = draft.ends_with(kAgeEnding);
    std::string plain = is_encrypted ? draft.substr(0, draft.size() - kAgeEnding.size()) : draft;
    if (is_encrypted == seal.Encrypts() || !plain.ends_with(".rec") || IsBeingWritten(draft)) {
      if (is_encrypted != seal.Encrypts()) converted.left.push_back(draft);
      continue;
    }
    try {
      ReplacePrivateFile(plain + std::string(seal.ending()), seal.Close(seal.Open(ReadWholeFile(draft, SIZE_MAX), draft)));
    } catch (const Error&) {
      converted.left.push_back(draft);
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
    tool_.OnDamage()(Error(encrypts_ ? "stays in the clear: it could not be encrypted, or something else is at work on it; please look at it"
                                     : "stays: it could not be opened, or holds files that are not stumble's; please look at it",
                           {file}));
  for (const std::string& file : converted.copies)
    tool_.messages().Warn(
        Error("stays in the clear: it looks like a copy of the journal, and stumble did not make it; please look at it", {file}).Sentence());
}

}  // namespace stumble
