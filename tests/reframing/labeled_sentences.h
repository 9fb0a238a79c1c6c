// LabeledSentence: a line of a .tsv beside the tests: kind, label and text, with tabs between; lines that begin with # are remarks.
#ifndef STUMBLE_TESTS_REFRAMING_LABELED_SENTENCES_H_
#define STUMBLE_TESTS_REFRAMING_LABELED_SENTENCES_H_

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace stumble {

struct LabeledSentence {
  std::string kind, label, text;
};

inline std::vector<LabeledSentence> LoadSentences(const std::string& name) {
  std::ifstream file(STUMBLE_SOURCE_DIR "/tests/reframing/" + name);
  std::vector<LabeledSentence> sentences;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (second == std::string::npos) throw std::runtime_error(name + ": expected three columns: " + line);
    sentences.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
  }
  return sentences;
}

}  // namespace stumble

#endif  // STUMBLE_TESTS_REFRAMING_LABELED_SENTENCES_H_
