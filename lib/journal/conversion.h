// Conversion: a journal in the clear becomes an encrypted one, or the other way, as a whole. The new one is made beside it, read back and compared,
// and then the two change places in one step; so at each moment the journal's path leads to all of the words. Only then the old one goes. What a
// crash left of either way is removed by whoever next writes to the encrypted journal, or converts again: all that it held stands in the journal.
#ifndef STUMBLE_JOURNAL_CONVERSION_H_
#define STUMBLE_JOURNAL_CONVERSION_H_

#include <functional>
#include <string>
#include <vector>

#include "error.h"
#include "journal/identity.h"
#include "journal/seal.h"

namespace stumble {

struct Converted {
  std::vector<std::string> removed;  // files of the old kind that are gone now
  bool is_done_before = false;       // it was of the new kind
  std::vector<std::string> left;     // that stay, for they are not ours or could not be opened
  std::vector<std::string> copies;   // beside an encrypted journal, in the clear, that look like copies of it: an editor's, or the person's own
};

// Encrypts a journal, which may not exist yet, to these recipients; its former versions too. One that is encrypted already stays as it is, and
// what a crash left in the clear is dealt with. Throws Error, with nothing changed: a recipient is none, the identity does not open what was
// written, or the file system can't let two files change places.
Converted EncryptJournal(const std::string& path, const std::vector<std::string>& recipients, Identity& identity);

// Decrypts a journal into one file; its former versions too. Throws Error, with nothing changed, also if a part of it can't be opened.
Converted DecryptJournal(const std::string& path, Identity& identity, const ErrorHandler& on_damage);

// Encrypts a file anew, to whom the journal of `seal` is encrypted now; that the identity opens it is tried first. Throws Error, with the file as
// it was.
void SealAnew(const std::string& file, const Seal& seal);

// Does that to the former versions of an encrypted journal. Gives back those that could not be opened, or not be encrypted: they stay as they
// are. Takes the journal's lock.
std::vector<std::string> SealFormerVersionsAnew(const std::string& path, Identity& identity);

// Where a former version with this text that stands at `plain`, with or without an ending, goes to be as `seal` has it: under the next free
// number if another one has its own. Throws Error if there is none.
std::string PlaceOfFormer(const std::string& plain, const std::string& text, const Seal& seal);

// What a conversion of this journal that was cut short has left beside it. While the caller holds the journal's lock, all that they hold stands in
// the journal.
std::vector<std::string> UnfinishedConversionsOf(const std::string& journal);

// Removes a file, or the directory of an encrypted journal with all that is stumble's in it. False if something else is in there, which stays.
// Throws Error if it can't be removed.
bool RemoveJournalAt(const std::string& path);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_CONVERSION_H_
