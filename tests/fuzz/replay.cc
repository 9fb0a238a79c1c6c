// Plays the corpus back without a fuzzer: `replay CORPUS` hands each file of CORPUS/NAME to the target NAME, once.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "fuzz/target.h"

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  if (argc != 2) return 2;
  for (const auto& [name, target] : stumble::FuzzTargets()) {
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(argv[1]) / name)) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
      std::ifstream file(path, std::ios::binary);
      std::string bytes{std::istreambuf_iterator<char>(file), {}};
      target(bytes);
    }
    std::printf("%-10s %4zu inputs\n", std::string(name).c_str(), paths.size());
    if (paths.empty()) return 1;
  }
}
