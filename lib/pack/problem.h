// Problem: one thing about a pack that its author would want to know, and where. Fatal ones keep the pack from
// loading; the others are for `prompt lint`. A ProblemLog gathers them, so that an author sees all at once.
#ifndef STUMBLE_PACK_PROBLEM_H_
#define STUMBLE_PACK_PROBLEM_H_

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "error.h"
#include "pack/yaml_guard.h"

namespace stumble {

struct Problem {
  Place place;
  std::string what;
  bool fatal = true;
};

// In the order of the file.
inline void SortByPlace(std::vector<Problem>& problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
}

class ProblemLog {
 public:
  ProblemLog(std::string file, std::vector<Problem>& problems) : file_(std::move(file)), problems_(problems) {}

  Place PlaceOf(const YamlNode& node) const { return {file_, node.line, node.column}; }
  void Fatal(const YamlNode& at, const std::string& what) { problems_.push_back({PlaceOf(at), what, true}); }
  void Mild(const YamlNode& at, const std::string& what) { problems_.push_back({PlaceOf(at), what, false}); }

 private:
  std::string file_;
  std::vector<Problem>& problems_;
};

}  // namespace stumble

#endif  // STUMBLE_PACK_PROBLEM_H_
