// What people read about an encrypted journal.
#ifndef STUMBLE_WORDS_ENCRYPTION_WORDS_H_
#define STUMBLE_WORDS_ENCRYPTION_WORDS_H_

#include <string>
#include <string_view>

namespace stumble::words {

inline constexpr std::string_view kAgeAsks = "Your journal is encrypted; age asks for the passphrase of your identity.";
inline constexpr std::string_view kDraftStaysClosed = "What you began to write before is kept, encrypted, and could not be opened now: ";  // then why
inline constexpr std::string_view kIsClosedHere = "Your journal is encrypted; without its identity nothing of it is looked at here.";
inline constexpr std::string_view kWasEncrypted = "The journal was encrypted before. To whom stands in its file recipients; after a change there, "
    "'recall --compact' encrypts it anew.";
inline constexpr std::string_view kIsEncryptedNow = "The journal is encrypted now, and opens with your identity alone. Keep a copy of that, and of "
    "its passphrase, in a safe place: without it nobody can read these words again.";
inline constexpr std::string_view kIsInTheClearNow = "The journal is an ordinary file now, which whoever can read your files can read.";
inline constexpr std::string_view kErasedInTheClear = "What stood in the clear is removed: ";  // then the file
inline constexpr std::string_view kBeyondEncryption =
    "What this can't reach, if there is any: copies made by sync or backup, snapshots, a git history, mails and reports made before, "
    "your own safety plan, and what the disk itself, an SSD above all, may hold until it is written over.";
inline constexpr std::string_view kRecipientUnused = "-r was not used, for the journal was encrypted before: its file recipients is the place to "
    "edit, and 'recall --compact' then encrypts the journal anew";
inline constexpr std::string_view kNothingToCompact = "There is nothing to gather: nothing is written in the journal yet.";
inline constexpr std::string_view kNothingCouldBeCompacted = "Nothing was gathered: none of the journal's files could be opened. They stay as they are.";
inline constexpr std::string_view kOpensStill = "Who was a recipient before, and is none now, can still open copies that were made before.";
inline constexpr std::string_view kCompacted = "The journal is one encrypted file now.";

}  // namespace stumble::words

#endif  // STUMBLE_WORDS_ENCRYPTION_WORDS_H_
