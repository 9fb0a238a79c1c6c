#include "journal/encrypted_parts.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "record/byte_source.h"
#include "record/record_reader.h"
#include "record/record_writer.h"
#include "text/stable_hash.h"

namespace stumble {

namespace {

constexpr unsigned kMostAges = 8;
constexpr size_t kMostBytesAtWork = size_t{64} << 20;  // a single part may be larger
constexpr rlim_t kOpenFilesLeft = 64;                   // for all else

// How many parts may be held open: as many as the system lets us, if we ask.
size_t MostOpenParts() {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return 0;
  if (files.rlim_cur < files.rlim_max) {
    rlimit more = files;
    more.rlim_cur = std::min<rlim_t>(files.rlim_max, 65536);
    if (more.rlim_cur > files.rlim_cur && setrlimit(RLIMIT_NOFILE, &more) == 0) files = more;
  }
  return files.rlim_cur > 2 * kOpenFilesLeft ? static_cast<size_t>(files.rlim_cur - kOpenFilesLeft) : 0;
}

// A file's bytes, as many as there were when it was opened, or fewer.
std::string BytesAt(int descriptor, size_t size) {
  std::string bytes(size, '\0');
  size_t at = 0;
  while (at < size) {
    ssize_t count = pread(descriptor, bytes.data() + at, size - at, static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    at += static_cast<size_t>(count);
  }
  bytes.resize(at);
  return bytes;
}

// A shared lock on the journal; -1 where it has none or somebody wrote there all the time: then it is read as it is.
int SharedLock(const std::string& path) {
  int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(1);
  while (descriptor >= 0 && flock(descriptor, LOCK_SH | LOCK_NB) != 0) {
    if ((errno != EWOULDBLOCK && errno != EINTR) || std::chrono::steady_clock::now() >= deadline) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(4));
  }
  return descriptor;
}

}  // namespace

// Files that are open stay readable, also once a compaction has removed them; where they are too many for that, the lock stays.
EncryptedParts::EncryptedParts(const EncryptedJournal& journal, Identity& identity, ErrorHandler on_damage, Holds holds)
    : journal_(journal),
      identity_(identity),
      on_damage_(std::move(on_damage)),
      holds_(holds),
      most_at_work_(std::clamp(std::thread::hardware_concurrency(), 1u, kMostAges)) {
  identity_.Unlock();
  if (identity_.AsksEachTime()) most_at_work_ = 1;
  if (holds == Holds::kNoLock) lock_ = SharedLock(journal_.LockPath());
  for (std::string& part : journal_.Parts()) waiting_.push_back({std::move(part), -1, 0});
  count_ = waiting_.size();
  if (holds == Holds::kLock || count_ > MostOpenParts()) return;
  for (size_t at = 0; at < waiting_.size();) {
    if (Open(waiting_[at])) ++at;
    else waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(at));
  }
  if (lock_ >= 0) close(lock_);
  lock_ = -1;
}

EncryptedParts::~EncryptedParts() {
  for (const Waiting& part : waiting_)
    if (part.descriptor >= 0) close(part.descriptor);
  if (lock_ >= 0) close(lock_);
}

// False, and it is named, if there is no reading it.
bool EncryptedParts::Open(Waiting& part) {
  if (part.descriptor >= 0) return true;
  std::string path = journal_.PathOf(part.name);
  part.descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat status {};
  if (part.descriptor >= 0 && fstat(part.descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    part.bytes = static_cast<size_t>(status.st_size);
    return true;
  }
  std::string reason = part.descriptor < 0 ? std::strerror(errno) : "it is no regular file";
  if (part.descriptor >= 0) close(part.descriptor);
  part.descriptor = -1;
  on_damage_(Error("could not be opened: " + reason + "; the entries in it are passed over", {path}));
  return false;
}

void EncryptedParts::StartMore() {
  while (!waiting_.empty() && at_work_.size() < most_at_work_) {
    Waiting& part = waiting_.front();
    if (!Open(part)) {
      waiting_.pop_front();
      continue;
    }
    if (!at_work_.empty() && bytes_at_work_ + part.bytes > kMostBytesAtWork) return;
    MemoryFile text;
    // Who is to replace the part must know the very bytes that age had: a program that syncs heeds no lock.
    std::optional<MemoryFile> copy;
    Fingerprint fingerprint;
    if (holds_ == Holds::kLock) {
      std::string bytes = BytesAt(part.descriptor, part.bytes);
      fingerprint = FingerprintOf(bytes);
      copy.emplace(bytes);
    }
    AgeProcess age({"-d", "-i", AgeProcess::kHandedOn}, copy ? copy->descriptor() : part.descriptor, text.descriptor(), identity_.descriptor());
    at_work_.push_back({{part.name, std::move(fingerprint)}, part.bytes, std::move(text), std::move(age)});
    bytes_at_work_ += part.bytes;
    close(part.descriptor);
    waiting_.pop_front();
  }
}

std::optional<JournalPart> EncryptedParts::Next() {
  while (true) {
    StartMore();
    if (at_work_.empty()) {
      Conclude();
      return std::nullopt;
    }
    AtWork done = std::move(at_work_.front());
    at_work_.pop_front();
    bytes_at_work_ -= done.bytes;
    AgeEnd end = done.age.Wait();
    std::string path = journal_.PathOf(done.part.name);
    if (end.done) {
      read_.push_back(std::move(done.part));
      return JournalPart{std::move(path), WithoutRepeated(done.text.Bytes())};
    }
    if (end.NoIdentityFits()) {
      if (strange_++ == 0) first_strange_ = path;
      continue;
    }
    on_damage_(Error("could not be decrypted; it is kept as it is, and the entries in it are passed over; age says: " + end.said, {path}));
  }
}

// One sentence on all that are encrypted to others: with a wrong identity that is each of them.
void EncryptedParts::Conclude() {
  if (strange_ == 0) return;
  size_t count = std::exchange(strange_, 0);
  if (read_.empty())
    throw WrongIdentity("does not open with this identity (" + identity_.path() + "); expected the one of a recipient that stands in its file " +
                    kRecipients + "; nothing is lost",
                {journal_.path()});
  std::string more = count == 1 ? "" : "; so are " + std::to_string(count - 1) + " more";
  on_damage_(Error("is encrypted to others than this identity (" + identity_.path() + "), and passed over" + more, {first_strange_}));
}

// Descriptors, which each compaction has, count as written twice too. That is rare, so that the text is nearly always given as it is.
std::string EncryptedParts::WithoutRepeated(std::string text) {
  bool is_damaged = false, repeats = false;
  auto each = [&](const std::function<void(const Record&, const std::string&)>& take) {
    TextSource source(text);
    RecordReader reader(source, "", [&](const Error&) { is_damaged = true; });
    while (const Record* record = reader.Next()) {
      std::string id(record->IsDescriptor() ? "%rec" : record->Get("Id"));
      take(*record, id.empty() ? "" : id + " " + std::to_string(StableHash(RenderRecord(*record))));
    }
  };
  std::set<std::string> here;
  each([&](const Record&, const std::string& key) {
    if (key.empty()) return;
    repeats = repeats || seen_.contains(key);
    here.insert(key);
  });
  if (repeats && !is_damaged) {
    std::string kept;
    each([&](const Record& record, const std::string& key) {
      if (key.empty() || !seen_.contains(key)) kept += (kept.empty() ? "" : "\n") + RenderRecord(record);
    });
    text = std::move(kept);
  }
  seen_.merge(here);
  return text;
}

}  // namespace stumble
