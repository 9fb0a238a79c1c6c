#include "journal/encrypted_journal.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include "error.h"
#include "journal/entry_fields.h"
#include "journal/private_file.h"
#include "journal/ulid.h"
#include "text/text.h"

namespace stumble {

namespace {

namespace fs = std::filesystem;

constexpr size_t kMostListBytes = size_t{64} << 20;
constexpr size_t kMostRecipientBytes = size_t{1} << 20;
constexpr size_t kUlidSize = 26;
constexpr std::string_view kReplaces = ".replaces";

bool IsPart(std::string_view name) { return name.ends_with(kAgeEnding) && !name.starts_with('.'); }

// The ULID that a name begins with; empty if it begins otherwise. A copy that a program for syncing made of a file has more after it.
std::string_view UlidOf(std::string_view name) {
  std::string_view begin = name.substr(0, kUlidSize);
  return IsUlid(begin) && (name.size() == kUlidSize || std::isalnum(static_cast<unsigned char>(name[kUlidSize])) == 0) ? begin : "";
}

// "NAME.age", of it and of the copies of it that programs for syncing make: nothing ever changes a file, so they are the same.
std::string OriginalOf(const std::string& name) {
  std::string_view ulid = UlidOf(name);
  return ulid.empty() ? name : std::string(ulid) + std::string(kAgeEnding);
}

void Remove(const std::string& path) {
  if (unlink(path.c_str()) != 0 && errno != ENOENT)
    throw Error(std::string("could not be removed: ") + std::strerror(errno), {path});
}

}  // namespace

// What the directory holds.
struct EncryptedJournal::Listing {
  std::vector<std::string> parts;            // all files that end in .age
  std::vector<std::string> unfinished;       // left by a crash
  std::map<std::string, std::set<std::string>> replacements;  // of each NAME.age that is there: the names it replaces

  bool IsReplaced(const std::string& part) const {
    return std::any_of(replacements.begin(), replacements.end(), [&](const auto& of) {
      return of.second.contains(part) || (of.first != OriginalOf(part) && of.second.contains(OriginalOf(part)));
    });
  }
};

bool EncryptedJournal::IsAt(const std::string& path) {
  std::error_code problem;
  if (!fs::is_directory(path, problem)) return false;
  if (fs::exists(path + "/" + kRecipients, problem)) return true;
  for (const fs::directory_entry& file : fs::directory_iterator(path, problem))
    if (IsPart(file.path().filename().string())) return true;
  return false;
}

EncryptedJournal EncryptedJournal::Make(const std::string& path, const std::vector<std::string>& recipients) {
  CreatePrivateDirectories(path);
  std::string text = "# stumble journal, format " + std::to_string(kJournalFormat) +
                     ", encrypted by age: one file an append, to those below; stumble-journal(5) describes it\n";
  for (const std::string& recipient : recipients) text += recipient + "\n";
  EncryptedJournal journal(path);
  ReplacePrivateFile(journal.PathOf(kRecipients), text);
  return journal;
}

EncryptedJournal::Listing EncryptedJournal::List() const {
  Listing listing;
  std::vector<std::string> lists;
  std::error_code problem;
  for (const fs::directory_entry& file : fs::directory_iterator(path_, problem)) {
    std::string name = file.path().filename().string();
    if (IsPart(name)) listing.parts.push_back(name);
    if (name.ends_with(kReplaces) && !UlidOf(name).empty()) lists.push_back(name);
    size_t mark = name.rfind(".new-");  // as PrivateFile names what it has not finished
    if (mark != std::string::npos && name.size() == mark + 11 && !UlidOf(name).empty()) listing.unfinished.push_back(name);
  }
  if (problem) throw Error("could not be looked into: " + problem.message(), {path_});
  std::sort(listing.parts.begin(), listing.parts.end());
  for (const std::string& list : lists) {
    std::string part = list.substr(0, list.size() - kReplaces.size()) + std::string(kAgeEnding);
    if (!std::binary_search(listing.parts.begin(), listing.parts.end(), part)) continue;  // it does not count yet
    std::string names = ReadWholeFile(PathOf(list), kMostListBytes);
    for (std::string_view line : Split(names, '\n')) {
      std::string name(Trim(line));
      if (IsPart(name) && name.find('/') == std::string::npos && name != part) listing.replacements[part].insert(name);
    }
  }
  return listing;
}

std::vector<std::string> EncryptedJournal::Parts() const {
  Listing listing = List();
  std::erase_if(listing.parts, [&](const std::string& part) { return listing.IsReplaced(part); });
  return listing.parts;
}

std::string EncryptedJournal::LastName() const {
  std::string last;
  for (const std::string& part : List().parts) last = std::max(last, std::string(UlidOf(part)));
  return last;
}

bool IsRecipient(std::string_view line) {
  for (std::string_view kind : {"ssh-ed25519 ", "ssh-rsa "})
    if (line.starts_with(kind) && line.size() > kind.size()) return true;
  return line.starts_with("age1") && line.size() > 4 &&
         std::all_of(line.begin(), line.end(), [](unsigned char c) { return (std::isalnum(c) && !std::isupper(c)) || c == '-'; });
}

void EncryptedJournal::CheckRecipients() const {
  std::string file = PathOf(kRecipients), text;
  std::error_code problem;
  if (!fs::exists(file, problem))
    throw Error("expected this file in an encrypted journal, with a recipient of age a line (age1..., or an SSH key), so that nothing was written",
                {file});
  text = ReadWholeFile(file, kMostRecipientBytes);
  if (int format = JournalFormatOf(text); format > kJournalFormat)
    throw Error("is of a journal of format " + std::to_string(format) + ", from a later stumble; expected format " +
                    std::to_string(kJournalFormat) + " for writing, so nothing was written; reading works",
                {file});
  int number = 0;
  bool has_any = false;
  for (std::string_view line : Split(text, '\n')) {
    ++number;
    line = Trim(line);
    if (line.empty() || line.starts_with('#')) continue;
    if (!IsRecipient(line))
      throw Error("expected a recipient of age: a line that begins with age1, ssh-ed25519 or ssh-rsa; nothing was written", {file, number});
    has_any = true;
  }
  if (!has_any)
    throw Error("expected a recipient of age a line (age1..., or an SSH key); there is none, so nothing was written", {file});
}

std::string EncryptedJournal::Encrypt(std::string_view text) const {
  CheckRecipients();
  MemoryFile plain(text), encrypted;
  std::string recipients = fs::absolute(PathOf(kRecipients)).string();
  AgeEnd end;
  try {
    end = AgeProcess({"-e", "-R", recipients}, plain.descriptor(), encrypted.descriptor()).Wait();
  } catch (const Error& error) {
    throw Error("could not be encrypted, so nothing was written: " + std::string(error.what()), {path_});
  }
  if (!end.done) throw Error("could not be encrypted, so nothing was written; age says: " + end.said, {path_});
  return encrypted.Bytes();
}

// Sorts right after the last, in the same millisecond, and is nobody else's: two machines may write after the same file.
std::string EncryptedJournal::NameAfter(const std::string& last) const {
  static std::random_device device;
  constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string name = last.empty() ? std::string(kUlidSize, '0') : last;
  uint64_t step = 1 + ((uint64_t{device()} << 24 ^ device()) & ((uint64_t{1} << 50) - 1));
  for (size_t at = kUlidSize; at-- > 0 && step != 0;) {
    step += kDigits.find(static_cast<char>(std::toupper(static_cast<unsigned char>(name[at]))));
    name[at] = kDigits[step & 31];
    step >>= 5;
  }
  return name;
}

void EncryptedJournal::Append(std::string_view text, std::string_view wanted) const {
  std::string last = LastName();
  std::string name = IsUlid(wanted) && wanted > last ? std::string(wanted) : NameAfter(last);
  ReplacePrivateFile(PathOf(name + std::string(kAgeEnding)), Encrypt(text));
}

void EncryptedJournal::Replace(std::string_view text, const std::vector<std::string>& parts, Identity& identity) const {
  std::string encrypted = Encrypt(text);
  std::string opened;
  try {
    opened = Decrypt(encrypted, identity, PathOf(kRecipients));
  } catch (const Error& error) {
    if (std::string_view(error.what()).find("identity") == std::string_view::npos) throw;
    throw Error("your identity is not among these recipients, so that you could not read what is written; nothing was changed",
                {PathOf(kRecipients)});
  }
  if (opened != text) throw Error("what was encrypted did not come back the same, so nothing was changed", {path_});
  Listing before = List();
  std::set<std::string> replaced(parts.begin(), parts.end());
  // What those replaced themselves stays replaced, should it come back from another machine.
  for (const std::string& part : parts)
    if (auto found = before.replacements.find(part); found != before.replacements.end()) replaced.insert(found->second.begin(), found->second.end());
  std::string names;
  for (const std::string& part : replaced) names += part + "\n";
  std::string name = NameAfter(LastName());
  ReplacePrivateFile(PathOf(name + std::string(kReplaces)), names);
  ReplacePrivateFile(PathOf(name + std::string(kAgeEnding)), encrypted);
  RemoveReplaced();
}

void EncryptedJournal::RemoveReplaced() const {
  Listing listing = List();
  bool has_any = !listing.unfinished.empty();
  for (const std::string& name : listing.unfinished) Remove(PathOf(name));
  for (const std::string& part : listing.parts) {
    if (!listing.IsReplaced(part)) continue;
    has_any = true;
    Remove(PathOf(part));
    // Its own list counts no more: the one that replaced it names all of that too.
    if (OriginalOf(part) == part) Remove(PathOf(part.substr(0, part.size() - kAgeEnding.size()) + std::string(kReplaces)));
  }
  if (has_any) SyncDirectoryOf(PathOf(kRecipients));
}

std::string Decrypt(std::string_view bytes, Identity& identity, const std::string& path) {
  MemoryFile encrypted(bytes), text;
  int key = identity.descriptor();
  AgeEnd end = AgeProcess({"-d", "-i", AgeProcess::kHandedOn}, encrypted.descriptor(), text.descriptor(), key).Wait();
  if (end.NoIdentityFits()) throw Error("does not open with this identity (" + identity.path() + "); expected the one of a recipient", {path});
  if (!end.done) throw Error("could not be decrypted; age says: " + end.said, {path});
  return text.Bytes();
}

}  // namespace stumble
