#include "journal/journal_reading.h"

#include <sys/stat.h>

#include <utility>
#include <vector>

#include "journal/encrypted_parts.h"
#include "journal/journal_file.h"
#include "journal/journal_text.h"

namespace stumble {

namespace {

// What stands at a path: a journal that is encrypted or decrypted meanwhile is another one after that.
std::pair<dev_t, ino_t> StandingAt(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 ? std::pair(status.st_dev, status.st_ino) : std::pair<dev_t, ino_t>();
}

// False if the journal that stood there became another one before all its parts were held. Then `each` was not called.
bool ReadEncrypted(const std::string& path, const std::pair<dev_t, ino_t>& before, Identity& identity, const ErrorHandler& on_damage,
                   const std::function<void(ByteSource& bytes, const std::string& name)>& each) {
  std::vector<Error> damage;
  bool is_held = false;
  try {
    EncryptedParts parts(EncryptedJournal(path), identity, [&](const Error& error) { is_held ? on_damage(error) : damage.push_back(error); });
    if (StandingAt(path) != before) return false;
    is_held = true;
    for (const Error& error : damage) on_damage(error);
    while (std::optional<JournalPart> part = parts.Next()) {
      TextSource source(part->text);
      each(source, part->name);
    }
  } catch (const Error&) {
    if (is_held || StandingAt(path) == before) throw;
    return false;
  }
  return true;
}

}  // namespace

bool ReadJournal(const std::string& path, Identity& identity, const ErrorHandler& on_damage,
                 const std::function<void(ByteSource& bytes, const std::string& name)>& each) {
  while (true) {
    auto before = StandingAt(path);
    if (EncryptedJournal::IsAt(path)) {
      if (ReadEncrypted(path, before, identity, on_damage, each)) return true;
      continue;
    }
    std::unique_ptr<ByteSource> source;
    try {
      source = OpenForReading(path);
    } catch (const Error&) {
      if (EncryptedJournal::IsAt(path)) continue;  // encrypted just now
      throw;
    }
    if (source) each(*source, path);
    return source != nullptr;
  }
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
