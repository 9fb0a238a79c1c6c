// Reading a journal, whatever it is: a file, which is read as it comes, or a directory of encrypted files, which is read part by part.
#ifndef STUMBLE_JOURNAL_JOURNAL_READING_H_
#define STUMBLE_JOURNAL_JOURNAL_READING_H_

#include <functional>
#include <optional>
#include <string>

#include "error.h"
#include "journal/identity.h"
#include "record/byte_source.h"

namespace stumble {

// Calls `each` with the bytes of each part, in order, and with what messages call it. A part that can't be opened goes to `on_damage` and is
// passed over. False if there is no such file; throws Error if it can't be read at all.
bool ReadJournal(const std::string& path, Identity& identity, const ErrorHandler& on_damage,
                 const std::function<void(ByteSource& bytes, const std::string& name)>& each);

// All parts as one text, blank lines between; nullopt if there is no such file.
std::optional<std::string> ReadJournalText(const std::string& path, Identity& identity, const ErrorHandler& on_damage);

// Adds a part to a text so that its first record stands apart.
void AddPart(std::string_view part, std::string& text);

// What messages call the text of a journal: of an encrypted one, lines count in what was decrypted.
std::string NameOfText(const std::string& path);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_JOURNAL_READING_H_
