// TemporaryDirectory: a place for the files of one test.
#ifndef STUMBLE_TESTS_JOURNAL_TEMPORARY_DIRECTORY_H_
#define STUMBLE_TESTS_JOURNAL_TEMPORARY_DIRECTORY_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace stumble {

class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    static int count = 0;
    root_ = std::filesystem::path(testing::TempDir()) /
            ("stumble_test_" + std::to_string(getpid()) + "_" + std::to_string(++count));
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_);
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }

  std::string At(const std::string& name) const { return (root_ / name).string(); }
  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(root_ / name, std::ios::binary) << text;
  }
  std::string Read(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream(root_ / name, std::ios::binary).rdbuf();
    return text.str();
  }
  // The permission bits: 0600.
  int ModeOf(const std::string& name) const {
    return static_cast<int>(std::filesystem::status(root_ / name).permissions());
  }

 private:
  std::filesystem::path root_;
};

}  // namespace stumble

#endif  // STUMBLE_TESTS_JOURNAL_TEMPORARY_DIRECTORY_H_
