// KeyPair: an identity of age in a file, made anew, and its recipient, for tests of encrypted journals.
#ifndef STUMBLE_TESTS_JOURNAL_KEY_PAIR_H_
#define STUMBLE_TESTS_JOURNAL_KEY_PAIR_H_

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "journal/identity.h"

namespace stumble {

class KeyPair {
 public:
  explicit KeyPair(const std::string& path) : path_(path) {
    EXPECT_EQ(std::system(("age-keygen -o '" + path + "' 2>/dev/null").c_str()), 0) << "expected age to be installed";
    std::ifstream file(path);
    const std::string mark = "# public key: ";
    for (std::string line; std::getline(file, line);)
      if (line.starts_with(mark)) recipient_ = line.substr(mark.size());
  }

  const std::string& path() const { return path_; }
  const std::string& recipient() const { return recipient_; }
  Identity identity() const { return Identity(path_, /*may_ask=*/false); }

 private:
  std::string path_, recipient_;
};

}  // namespace stumble

#endif  // STUMBLE_TESTS_JOURNAL_KEY_PAIR_H_
