#include "journal/journal_reading.h"

#include "journal/encrypted_parts.h"
#include "journal/journal_file.h"
#include "journal/journal_text.h"

namespace stumble {

bool ReadJournal(const std::string& path, Identity& identity, const ErrorHandler& on_damage,
                 const std::function<void(ByteSource& bytes, const std::string& name)>& each) {
  if (!EncryptedJournal::IsAt(path)) {
    std::unique_ptr<ByteSource> source = OpenForReading(path);
    if (source) each(*source, path);
    return source != nullptr;
  }
  EncryptedParts parts(EncryptedJournal(path), identity, on_damage);
  while (std::optional<JournalPart> part = parts.Next()) {
    TextSource source(part->text);
    each(source, part->name);
  }
  return true;
}

std::optional<std::string> ReadJournalText(const std::string& path, Identity& identity, const ErrorHandler& on_damage) {
  std::string text;
  bool is_there = ReadJournal(path, identity, on_damage, [&](ByteSource& bytes, const std::string&) { AddPart(ReadAll(bytes), text); });
  return is_there ? std::optional(std::move(text)) : std::nullopt;
}

void AddPart(std::string_view part, std::string& text) {
  if (!part.empty()) text += EndCompletion(text);
  text += part;
}

std::string NameOfText(const std::string& path) { return EncryptedJournal::IsAt(path) ? path + " (decrypted)" : path; }

}  // namespace stumble
