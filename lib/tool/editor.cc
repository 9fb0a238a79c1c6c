#include "tool/editor.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <utility>

#include "error.h"
#include "journal/journal_text.h"
#include "journal/private_file.h"
#include "tool/draft.h"
#include "tool/line_input.h"
#include "tool/program.h"
#include "text/text.h"
#include "tool/state_directory.h"
#include "tool/tool.h"

namespace stumble {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".rec";
constexpr std::string_view kMark = "draft-";
constexpr size_t kMostBytes = size_t{64} << 20;

// The terminal where ours is not one: in a pipeline the editor still talks to the person.
class TerminalStreams {
 public:
  TerminalStreams() {
    streams_.in = OpenUnlessTerminal(STDIN_FILENO, O_RDONLY);
    streams_.out = OpenUnlessTerminal(STDOUT_FILENO, O_WRONLY);
    streams_.err = OpenUnlessTerminal(STDERR_FILENO, O_WRONLY);
  }
  ~TerminalStreams() {
    for (int stream : {streams_.in, streams_.out, streams_.err})
      if (stream >= 0) close(stream);
  }
  TerminalStreams(const TerminalStreams&) = delete;
  TerminalStreams& operator=(const TerminalStreams&) = delete;
  const ProgramStreams& streams() const { return streams_; }

 private:
  static int OpenUnlessTerminal(int stream, int mode) {
    return isatty(stream) == 1 ? -1 : open("/dev/tty", mode | O_CLOEXEC | O_NOCTTY);  // -1 too where there is none
  }
  ProgramStreams streams_;
};

// "entry-draft-4f2c-", and then the number of the process that made it.
std::string NameBefore(const std::string& what, const std::string& of) {
  return what + "-" + std::string(kMark) + of + (of.empty() ? "" : "-");
}

enum class Wanted { kIfThere, kMade };

// A directory of this person's in memory: the text of an encrypted journal lies on no disk while an editor has it. Throws Error if there is none.
std::string MemoryDirectory(Wanted wanted) {
  std::string mine = "stumble-" + std::to_string(getuid());
  std::vector<std::string> places;
  if (auto runtime = Environment("XDG_RUNTIME_DIR")) places.push_back(*runtime);
  places.emplace_back("/dev/shm");
  for (const std::string& place : places) {
    struct statfs system {};
    constexpr long kTmpfs = 0x01021994, kRamfs = 0x858458f6;
    if (statfs(place.c_str(), &system) != 0 || (system.f_type != kTmpfs && system.f_type != kRamfs)) continue;
    std::string directory = place + "/" + mine;
    struct stat status {};
    if (wanted == Wanted::kMade && mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST) continue;
    bool is_mine = lstat(directory.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == getuid() && (status.st_mode & 077) == 0;
    if (is_mine) return directory;
  }
  throw Error("no place in memory was found for the text while you edit it: expected $XDG_RUNTIME_DIR or /dev/shm to be one; on the disk it "
              "would not be encrypted");
}

// The directories in which drafts may be.
std::vector<std::string> DraftDirectories() {
  std::vector<std::string> directories;
  for (bool in_memory : {false, true}) {
    try {
      directories.push_back(in_memory ? MemoryDirectory(Wanted::kIfThere) : StateDirectory());
    } catch (const Error&) {
      // no such place is known, and so there are none
    }
  }
  return directories;
}

bool IsInMemory(const std::string& path) {
  try {
    return fs::path(path).parent_path() == MemoryDirectory(Wanted::kIfThere);
  } catch (const Error&) {
    return false;
  }
}

// What editors leave of the text before, or of one that they had open.
void RemoveCopiesOf(const std::string& path) {
  fs::path file(path);
  unlink((path + "~").c_str());
  for (const char* ending : {".swp", ".swo"})
    unlink((file.parent_path() / ("." + file.filename().string() + ending)).c_str());
}

// A request to end that comes while an editor has a text waits until the editor is done: then the text is removed, or kept where it is found
// again, encrypted if the journal is.
class DeferredSignals {
 public:
  DeferredSignals() {
    caught_ = 0;
    struct sigaction keep = {};
    keep.sa_handler = [](int signal) { caught_ = signal; };
    for (size_t at = 0; at < std::size(kSignals); ++at) sigaction(kSignals[at], &keep, &before_[at]);
  }
  ~DeferredSignals() {
    for (size_t at = 0; at < std::size(kSignals); ++at) sigaction(kSignals[at], &before_[at], nullptr);
  }
  DeferredSignals(const DeferredSignals&) = delete;
  DeferredSignals& operator=(const DeferredSignals&) = delete;
  static int caught() { return caught_; }

 private:
  static constexpr int kSignals[] = {SIGHUP, SIGTERM};
  static inline volatile std::sig_atomic_t caught_ = 0;
  struct sigaction before_[2];
};

}  // namespace

Editor::Editor() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    std::optional<std::string> command = Environment(name);
    if (!command) continue;
    named_by_ = std::string("$") + name;
    words_ = CommandWords(*command, named_by_);
    return;
  }
  for (const char* program : {"editor", "nano", "vi"}) {
    if (!IsInPath(program)) continue;
    words_ = {program};
    named_by_ = program;
    return;
  }
  throw Error("no text editor was found: expected $VISUAL or $EDITOR to name one", {}, ExitStatus::kUsage);
}

int Editor::Open(const std::string& path) const {
  TerminalStreams terminal;
  std::vector<std::string> words = words_;
  words.push_back(path);
  DeferredSignals deferred;
  int status = RunProgram(words, named_by_, terminal.streams());
  if (int signal = deferred.caught(); signal != 0) throw Interrupted(signal, "");
  return status;
}

Draft::Draft(const std::string& what, std::string text, const std::string& of, const Seal& seal)
    : name_(NameBefore(what, of) + std::to_string(getpid()) + "-XXXXXX" + std::string(kEnding)), text_(std::move(text)), seal_(seal) {
  MakeIn(seal_.Encrypts() ? MemoryDirectory(Wanted::kMade) : StateDirectory());
}

// With the text in it.
void Draft::MakeIn(const std::string& directory) {
  CreatePrivateDirectories(directory);
  path_ = directory + "/" + name_;
  int descriptor = mkostemps(path_.data(), static_cast<int>(kEnding.size()), O_CLOEXEC);
  if (descriptor < 0) throw Error(std::string("a draft could not be made: ") + std::strerror(errno), {directory});
  fchmod(descriptor, 0600);
  close(descriptor);
  try {
    ReplacePrivateFile(path_, text_);
  } catch (...) {
    unlink(path_.c_str());
    throw;
  }
}

// Under this run's number, so that no other takes it too.
Draft::Draft(const std::string& left, const Seal& seal, std::nullptr_t) : seal_(seal) {
  size_t end = left.rfind('-'), number = left.rfind('-', end - 1) + 1;
  std::string mine = left.substr(0, number) + std::to_string(getpid()) + left.substr(end);
  if (rename(left.c_str(), mine.c_str()) != 0) mine = left;
  (mine.ends_with(kAgeEnding) ? sealed_ : path_) = mine;
  name_ = fs::path(left.substr(0, number)).filename().string() + std::to_string(getpid()) + "-XXXXXX" + std::string(kEnding);
}

const std::string& Draft::PathToEdit() {
  settled_ = false;
  if (path_.empty()) {
    std::string before = std::exchange(text_, Read());
    MakeIn(MemoryDirectory(Wanted::kMade));
    text_ = before;
  }
  return path_;
}

void Draft::Keep() {
  settled_ = true;
  // What was taken over may lie in memory though the journal is in the clear by now: the next start of the machine would lose it.
  if (path_.empty() || (!seal_.Encrypts() && !IsInMemory(path_))) return;
  std::string target = StateDirectory() + "/" + fs::path(path_).filename().string() + std::string(seal_.ending());
  ReplacePrivateFile(target, seal_.Close(Read()));
  if (!sealed_.empty() && sealed_ != target) unlink(sealed_.c_str());
  unlink(path_.c_str());
  RemoveCopiesOf(path_);
  sealed_ = seal_.Encrypts() ? target : "";
  path_ = seal_.Encrypts() ? "" : target;
}

Draft::~Draft() {
  if (settled_) return;
  try {
    if (!IsChanged()) Remove();
    else Keep();
  } catch (const Error&) {
    // It can't be read, and so it stays.
  }
}

std::string Draft::Read() const {
  std::error_code ignored;
  if (path_.empty() && !sealed_.empty()) return seal_.Open(ReadWholeFile(sealed_, kMostBytes), sealed_);
  if (!fs::exists(path_, ignored)) return "";
  std::string bytes = WithoutCarriageReturns(ReadWholeFile(path_, kMostBytes));
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

void Draft::Remove() {
  for (const std::string& path : {path_, sealed_}) {
    if (path.empty()) continue;
    unlink(path.c_str());
    RemoveCopiesOf(path);
  }
  settled_ = true;
}

std::vector<std::string> Drafts() {
  std::vector<std::string> paths;
  std::error_code unreadable;
  for (const std::string& directory : DraftDirectories())
    for (const fs::directory_entry& file : fs::directory_iterator(directory, unreadable))
      if (file.path().filename().string().find(kMark) != std::string::npos) paths.push_back(file.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> DraftsLeft(const std::string& what, const std::string& of) {
  std::vector<std::pair<fs::file_time_type, std::string>> found;
  std::string before = NameBefore(what, of);
  for (const std::string& path : Drafts()) {
    std::string name = fs::path(path).filename().string();
    bool is_draft = name.ends_with(kEnding) || name.ends_with(std::string(kEnding) + std::string(kAgeEnding));
    if (!name.starts_with(before) || !is_draft) continue;
    std::string number = name.substr(before.size(), name.rfind('-') - before.size());
    std::error_code unknown;
    if (!IsAtWork(number)) found.emplace_back(fs::last_write_time(path, unknown), path);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> paths;
  for (auto& [time, path] : found) paths.push_back(std::move(path));
  return paths;
}

// Its name has the number of that process as the first part that is all digits, but for a hash of the journal's path before it.
bool IsBeingWritten(const std::string& draft) {
  std::string name = fs::path(draft).filename().string();
  name.erase(std::min(name.find('.'), name.size()));
  for (std::string_view part : Split(name, '-')) {
    bool is_number = !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    if (is_number && IsAtWork(std::string(part))) return true;
  }
  return false;
}

void RemoveDraftAt(int descriptor) {
  struct stat given, known;
  if (fstat(descriptor, &given) != 0 || !S_ISREG(given.st_mode)) return;
  for (const std::string& path : Drafts()) {
    if (stat(path.c_str(), &known) != 0 || known.st_dev != given.st_dev || known.st_ino != given.st_ino) continue;
    unlink(path.c_str());
    RemoveCopiesOf(path);
    return;
  }
}

}  // namespace stumble
