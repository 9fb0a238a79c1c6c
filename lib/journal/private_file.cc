#include "journal/private_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "error.h"

namespace stumble {

namespace {

[[noreturn]] void ThrowErrno(const std::string& what, const std::string& path, int reason = errno) {
  throw Error(what + ": " + std::strerror(reason), {path});
}

// A descriptor that is closed, and the unfinished file it belongs to removed, unless the file was finished.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(const std::string& target) : path_(target + ".new-XXXXXX") {
    descriptor_ = mkostemp(path_.data(), O_CLOEXEC);
    if (descriptor_ < 0) ThrowErrno("could not be written; it is as it was", target);
  }
  ~UnfinishedFile() {
    if (descriptor_ >= 0) close(descriptor_);
    if (!finished_) unlink(path_.c_str());
  }

  bool Write(std::string_view bytes) {
    while (!bytes.empty()) {
      ssize_t count = write(descriptor_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return false;
      bytes.remove_prefix(static_cast<size_t>(count));
    }
    return fchmod(descriptor_, 0600) == 0 && (fsync(descriptor_) == 0 || errno == EINVAL || errno == EROFS);
  }

  bool MoveTo(const std::string& target) {
    finished_ = rename(path_.c_str(), target.c_str()) == 0;
    return finished_;
  }

 private:
  std::string path_;
  int descriptor_ = -1;
  bool finished_ = false;
};

}  // namespace

void SyncDirectoryOf(const std::string& path) {
  std::error_code ignored;
  std::filesystem::path directory = std::filesystem::weakly_canonical(path, ignored).parent_path();
  int descriptor = open(directory.empty() ? "." : directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);  // some file systems can't; the file itself is synced by its own call
  close(descriptor);
}

void CreatePrivateDirectories(const std::filesystem::path& directory) {
  if (directory.empty() || std::filesystem::exists(directory)) return;
  CreatePrivateDirectories(directory.parent_path());
  if (mkdir(directory.c_str(), 0700) != 0) {
    if (errno == EEXIST) return;
    ThrowErrno("the directory could not be made", directory.string());
  }
  chmod(directory.c_str(), 0700);
  SyncDirectoryOf(directory.string());
}

void ReplacePrivateFile(const std::string& path, std::string_view bytes) {
  std::error_code not_there;
  std::filesystem::path real = std::filesystem::canonical(path, not_there);
  std::string target = not_there ? path : real.string();
  CreatePrivateDirectories(std::filesystem::path(target).parent_path());
  UnfinishedFile file(target);
  if (!file.Write(bytes) || !file.MoveTo(target)) ThrowErrno("could not be written; it is as it was", target);
  SyncDirectoryOf(target);
}

std::string ReadWholeFile(const std::string& path, size_t most_bytes) {
  int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) ThrowErrno("could not be opened", path);
  std::string bytes;
  char block[64 << 10];
  ssize_t count;
  while ((count = read(descriptor, block, sizeof block)) != 0) {
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 || bytes.size() + static_cast<size_t>(count) > most_bytes) break;
    bytes.append(block, static_cast<size_t>(count));
  }
  int reason = errno;
  close(descriptor);
  if (count < 0) ThrowErrno("could not be read", path, reason);
  if (count > 0) throw Error("expected at most " + std::to_string(most_bytes >> 20) + " MiB", {path});
  return bytes;
}

}  // namespace stumble
