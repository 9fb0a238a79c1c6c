#include "journal/former_versions.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "error.h"
#include "journal/private_file.h"

namespace stumble {

namespace {

namespace fs = std::filesystem;

std::string RealPath(const std::string& path) {
  std::error_code not_there;
  fs::path real = fs::canonical(path, not_there);
  return not_there ? path : real.string();
}

// Number 0 is the one being made, and is there only in between.
std::string PathOf(const std::string& real_journal, int number, std::string_view ending) {
  return real_journal + ".former-" + std::to_string(number) + std::string(ending);
}

constexpr std::string_view kEndings[] = {"", kAgeEnding};

// A number has one file, in the clear or encrypted, or both after a conversion that was cut short. It takes the place of the next number's.
void MoveOn(const std::string& real, int number, const std::string& journal) {
  bool moved[2] = {};
  for (int kind : {0, 1}) {
    std::string from = PathOf(real, number, kEndings[kind]), to = PathOf(real, number + 1, kEndings[kind]);
    moved[kind] = std::rename(from.c_str(), to.c_str()) == 0;
    if (!moved[kind] && errno != ENOENT)
      throw Error("the version before this change could not be kept beside the journal, so nothing was changed: " +
                      std::string(std::strerror(errno)),
                  {journal});
  }
  for (int kind : {0, 1})
    if (!moved[kind] && moved[1 - kind]) unlink(PathOf(real, number + 1, kEndings[kind]).c_str());
}

}  // namespace

void KeepFormerVersion(const std::string& journal, std::string_view bytes, const Seal& seal) {
  std::string real = RealPath(journal);
  try {
    ReplacePrivateFile(PathOf(real, 0, seal.ending()), seal.Close(bytes));
  } catch (const Error& error) {
    throw Error("the version before this change could not be kept beside the journal, so nothing was changed: " +
                    std::string(error.what()),
                {journal});
  }
  for (int number = kFormerVersions - 1; number >= 0; --number) MoveOn(real, number, journal);
  SyncDirectoryOf(real);
}

std::vector<std::string> FormerVersionsOf(const std::string& journal) {
  std::string real = RealPath(journal);
  std::vector<std::string> paths;
  for (int number = 0; number <= kFormerVersions; ++number) {
    for (std::string_view ending : kEndings) {
      std::error_code ignored;
      std::string path = PathOf(real, number, ending);
      if (fs::exists(fs::symlink_status(path, ignored))) paths.push_back(path);
    }
  }
  return paths;
}

std::vector<std::string> UnfinishedVersionsOf(const std::string& journal) {
  fs::path real = RealPath(journal);
  std::string beginning = real.filename().string();
  std::vector<std::string> paths;
  std::error_code unreadable;
  fs::path directory = real.parent_path().empty() ? "." : real.parent_path();
  for (const fs::directory_entry& file : fs::directory_iterator(directory, unreadable)) {
    std::string name = file.path().filename().string();
    if (!name.starts_with(beginning + ".new-") && !name.starts_with(beginning + ".former-")) continue;
    size_t mark = name.rfind(".new-");
    if (mark != std::string::npos && name.size() == mark + 11) paths.push_back(file.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace stumble
