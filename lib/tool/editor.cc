#include "tool/editor.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "error.h"
#include "journal/journal_text.h"
#include "journal/private_file.h"
#include "tool/draft.h"
#include "tool/program.h"
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
  return RunProgram(words, named_by_, terminal.streams());
}

Draft::Draft(const std::string& what, std::string text, const std::string& of) : text_(std::move(text)) {
  std::string directory = StateDirectory();
  CreatePrivateDirectories(directory);
  path_ = directory + "/" + NameBefore(what, of) + std::to_string(getpid()) + "-XXXXXX" + std::string(kEnding);
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
Draft::Draft(const std::string& left, std::nullptr_t) : path_(left) {
  size_t end = left.rfind('-'), number = left.rfind('-', end - 1) + 1;
  std::string mine = left.substr(0, number) + std::to_string(getpid()) + left.substr(end);
  if (rename(left.c_str(), mine.c_str()) == 0) path_ = mine;
}

Draft::~Draft() {
  if (settled_) return;
  try {
    if (!IsChanged()) Remove();
  } catch (const Error&) {
    // It can't be read, and so it stays.
  }
}

std::string Draft::Read() const {
  std::error_code ignored;
  if (!fs::exists(path_, ignored)) return "";
  std::string bytes = WithoutCarriageReturns(ReadWholeFile(path_, kMostBytes));
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

void Draft::Remove() {
  unlink(path_.c_str());
  unlink((path_ + "~").c_str());  // what some editors leave of the text before
  settled_ = true;
}

std::vector<std::string> Drafts() {
  std::vector<std::string> paths;
  std::string directory;
  try {
    directory = StateDirectory();
  } catch (const Error&) {
    return paths;  // no place for drafts is known, and so there are none
  }
  std::error_code unreadable;
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
    if (!name.starts_with(before) || !name.ends_with(kEnding)) continue;
    std::string number = name.substr(before.size(), name.rfind('-') - before.size());
    std::error_code unknown;
    if (!IsAtWork(number)) found.emplace_back(fs::last_write_time(path, unknown), path);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> paths;
  for (auto& [time, path] : found) paths.push_back(std::move(path));
  return paths;
}

void RemoveDraftAt(int descriptor) {
  struct stat given, known;
  if (fstat(descriptor, &given) != 0 || !S_ISREG(given.st_mode)) return;
  for (const std::string& path : Drafts()) {
    if (stat(path.c_str(), &known) != 0 || known.st_dev != given.st_dev || known.st_ino != given.st_ino) continue;
    unlink(path.c_str());
    unlink((path + "~").c_str());
    return;
  }
}

}  // namespace stumble
