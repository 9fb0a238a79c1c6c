#include "journal/encrypted_journal.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <set>

#include "error.h"
#include "journal/entry_fields.h"
#include "journal/private_file.h"
#include "journal/ulid.h"
#include "text/sha256.h"
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

// NAME.replaces, of NAME.age.
std::string ListOf(const std::string& part) { return part.substr(0, part.size() - kAgeEnding.size()) + std::string(kReplaces); }

// The size of a regular file; nullopt if there is none.
std::optional<size_t> SizeAt(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return static_cast<size_t>(status.st_size);
}

// nullopt if it can't be read, and so not be told from others.
std::optional<Fingerprint> FingerprintAt(const std::string& path) {
  if (!SizeAt(path)) return std::nullopt;
  try {
    return FingerprintOf(ReadWholeFile(path, SIZE_MAX));
  } catch (const Error&) {
    return std::nullopt;
  }
}

// A list whose file is not there may have come before it, where a program syncs; after a month it comes from a crash.
bool IsLongThere(const std::string& path) {
  std::error_code unknown;
  fs::file_time_type written = fs::last_write_time(path, unknown);
  return !unknown && written < fs::file_time_type::clock::now() - std::chrono::days(30);
}

// What a list says. Each line is "SHA-256 size name"; the first is that of the new file.
struct Replacement {
  Fingerprint own;
  std::map<Fingerprint, std::string> replaced;  // with the names they had, which are for people
};

std::string LineOf(const Fingerprint& bytes, std::string name) {
  std::replace(name.begin(), name.end(), '\n', '?');
  return bytes.sha256 + " " + std::to_string(bytes.size) + " " + name + "\n";
}

// nullopt if there is no list there, or it can't be read: then it doesn't count.
std::optional<Replacement> ReadReplacement(const std::string& path) {
  constexpr size_t kDigits = 64;
  if (!SizeAt(path)) return std::nullopt;
  std::string text;
  try {
    text = ReadWholeFile(path, kMostListBytes);
  } catch (const Error&) {
    return std::nullopt;
  }
  std::optional<Replacement> replacement;
  for (std::string_view line : Split(text, '\n')) {
    if (line.empty() || line.starts_with('#')) continue;
    Fingerprint bytes{std::string(line.substr(0, kDigits)), 0};
    std::string_view size = line.substr(std::min(line.size(), kDigits + 1));
    size = size.substr(0, size.find(' '));
    auto [end, problem] = std::from_chars(size.data(), size.data() + size.size(), bytes.size);
    bool is_sound = problem == std::errc() && end == size.data() + size.size() && line[kDigits] == ' ' && end != line.data() + line.size();
    if (!is_sound && !replacement) return std::nullopt;
    if (!is_sound) continue;
    if (!replacement) replacement.emplace(Replacement{bytes, {}});
    else replacement->replaced.emplace(bytes, line.substr(static_cast<size_t>(end + 1 - line.data())));
  }
  return replacement;
}

void Remove(const std::string& path) {
  if (unlink(path.c_str()) != 0 && errno != ENOENT)
    throw Error(std::string("could not be removed: ") + std::strerror(errno), {path});
}

}  // namespace

// What the directory holds.
struct EncryptedJournal::Listing {
  std::vector<std::string> parts;       // all files that end in .age, in order
  std::vector<std::string> lists;       // all that end in .replaces
  std::vector<std::string> unfinished;  // left by a crash
};

Fingerprint FingerprintOf(std::string_view bytes) { return {Sha256InHex(bytes), bytes.size()}; }

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
  std::error_code problem;
  for (const fs::directory_entry& file : fs::directory_iterator(path_, problem)) {
    std::string name = file.path().filename().string();
    if (IsPart(name)) listing.parts.push_back(name);
    if (name.ends_with(kReplaces) && !UlidOf(name).empty()) listing.lists.push_back(name);
    size_t mark = name.rfind(".new-");  // as PrivateFile names what it has not finished
    if (mark != std::string::npos && name.size() == mark + 11 && !UlidOf(name).empty()) listing.unfinished.push_back(name);
  }
  if (problem) throw Error("could not be looked into: " + problem.message(), {path_});
  std::sort(listing.parts.begin(), listing.parts.end());
  return listing;
}

// The names of the parts that a list which counts tells to be replaced. Bytes are looked at only where sizes agree: mostly none are.
std::set<std::string> EncryptedJournal::Replaced(const Listing& listing) const {
  struct Claim {
    std::string part;
    Replacement of;
    std::optional<bool> counts;  // once that was looked at
  };
  std::vector<Claim> claims;
  std::set<size_t> sizes;
  for (const std::string& list : listing.lists) {
    std::string part = list.substr(0, list.size() - kReplaces.size()) + std::string(kAgeEnding);
    if (!std::binary_search(listing.parts.begin(), listing.parts.end(), part)) continue;  // it does not count yet
    std::optional<Replacement> replacement = ReadReplacement(PathOf(list));
    if (!replacement || SizeAt(PathOf(part)) != replacement->own.size) continue;
    for (const auto& [bytes, name] : replacement->replaced) sizes.insert(bytes.size);
    claims.push_back({part, std::move(*replacement), std::nullopt});
  }
  std::set<std::string> replaced;
  for (const std::string& part : listing.parts) {
    std::optional<size_t> size = SizeAt(PathOf(part));
    if (!size || !sizes.contains(*size)) continue;
    std::optional<Fingerprint> bytes = FingerprintAt(PathOf(part));
    if (!bytes) continue;
    for (Claim& claim : claims) {
      if (claim.part == part || claim.of.own == *bytes || !claim.of.replaced.contains(*bytes)) continue;
      if (!claim.counts) claim.counts = FingerprintAt(PathOf(claim.part)) == claim.of.own;
      if (*claim.counts) replaced.insert(part);
    }
  }
  return replaced;
}

std::vector<std::string> EncryptedJournal::Parts() const {
  Listing listing = List();
  std::set<std::string> replaced = Replaced(listing);
  std::erase_if(listing.parts, [&](const std::string& part) { return replaced.contains(part); });
  return listing.parts;
}

std::string EncryptedJournal::LastName() const {
  Listing listing = List();
  std::string last;
  for (const std::string& part : listing.parts) last = std::max(last, std::string(UlidOf(part)));
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

// In the same millisecond.
std::string EncryptedJournal::NameAfter(const std::string& last) {
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

void EncryptedJournal::Replace(std::string_view text, const std::vector<PartRead>& parts, Identity& identity) const {
  std::string encrypted = Encrypt(text);
  std::string opened;
  try {
    opened = Decrypt(encrypted, identity, PathOf(kRecipients));
  } catch (const WrongIdentity&) {
    throw Error("your identity is not among these recipients, so that you could not read what is written; nothing was changed",
                {PathOf(kRecipients)});
  }
  if (opened != text) throw Error("what was encrypted did not come back the same, so nothing was changed", {path_});
  std::map<Fingerprint, std::string> replaced;
  for (const PartRead& part : parts) {
    replaced.emplace(part.bytes, part.name);
    // What those replaced themselves stays replaced, should it come back from another machine.
    std::optional<Replacement> before = ReadReplacement(PathOf(ListOf(part.name)));
    if (before && before->own == part.bytes) replaced.merge(before->replaced);
  }
  std::string name = NameAfter(LastName());
  std::string list = "# SHA-256, size and name: of a file that stands for others, and then of those\n";
  list += LineOf(FingerprintOf(encrypted), name + std::string(kAgeEnding));
  for (const auto& [bytes, of] : replaced) list += LineOf(bytes, of);
  ReplacePrivateFile(PathOf(name + std::string(kReplaces)), list);
  ReplacePrivateFile(PathOf(name + std::string(kAgeEnding)), encrypted);
  RemoveReplaced();
}

void EncryptedJournal::RemoveReplaced() const {
  Listing listing = List();
  bool has_any = !listing.unfinished.empty();
  for (const std::string& name : listing.unfinished) Remove(PathOf(name));
  for (const std::string& part : Replaced(listing)) {
    has_any = true;
    // Its own list counts no more: the one that replaced it names all of that too.
    std::optional<Replacement> own = ReadReplacement(PathOf(ListOf(part)));
    bool is_own = own && FingerprintAt(PathOf(part)) == own->own;
    Remove(PathOf(part));
    if (is_own) Remove(PathOf(ListOf(part)));
  }
  for (const std::string& list : listing.lists) {
    std::string part = list.substr(0, list.size() - kReplaces.size()) + std::string(kAgeEnding);
    if (std::binary_search(listing.parts.begin(), listing.parts.end(), part) || !IsLongThere(PathOf(list))) continue;
    has_any = true;
    Remove(PathOf(list));
  }
  if (has_any) SyncDirectoryOf(PathOf(kRecipients));
}

std::string Decrypt(std::string_view bytes, Identity& identity, const std::string& path) {
  MemoryFile encrypted(bytes), text;
  int key = identity.descriptor();
  AgeEnd end = AgeProcess({"-d", "-i", AgeProcess::kHandedOn}, encrypted.descriptor(), text.descriptor(), key).Wait();
  if (end.NoIdentityFits())
    throw WrongIdentity("does not open with this identity (" + identity.path() + "); expected the one of a recipient", {path});
  if (end.FoundDamage()) throw Error("could not be decrypted; age says: " + end.said, {path});
  if (!end.done) throw ClosedNow("could not be decrypted; age says: " + end.said, {path});
  return text.Bytes();
}

}  // namespace stumble
