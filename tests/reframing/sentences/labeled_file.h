// LabeledFile: the tab-separated sentences beside this file, and others of the same shape: a header line, two columns.
#ifndef STUMBLE_TESTS_REFRAMING_SENTENCES_LABELED_FILE_H_
#define STUMBLE_TESTS_REFRAMING_SENTENCES_LABELED_FILE_H_

#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace stumble {

// The rows below the header; none if there is no such file.
inline std::vector<std::pair<std::string, std::string>> RowsOf(const std::string& path) {
  std::vector<std::pair<std::string, std::string>> rows;
  std::ifstream file(path);
  std::string line;
  for (std::getline(file, line); std::getline(file, line);) {
    size_t tab = line.find('\t');
    if (tab != std::string::npos) rows.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return rows;
}

inline std::string Sentences(const std::string& name) {
  return std::string(STUMBLE_SOURCE_DIR) + "/tests/reframing/sentences/" + name;
}

}  // namespace stumble

#endif  // STUMBLE_TESTS_REFRAMING_SENTENCES_LABELED_FILE_H_
