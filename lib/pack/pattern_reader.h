// Reads patterns, and the cues that patterns and safety rules share, out of a pack's tree.
#ifndef STUMBLE_PACK_PATTERN_READER_H_
#define STUMBLE_PACK_PATTERN_READER_H_

#include <map>
#include <string>
#include <vector>

#include "pack/mapping_reader.h"
#include "pack/pack.h"
#include "pack/problem.h"
#include "pack/yaml_guard.h"

namespace stumble {

// `words` are the names that a pack's phrases may hold in braces, `signs` those that its patterns may weigh.
Pattern ReadPattern(const YamlNode& node, const std::vector<std::string>& words, const std::vector<std::string>& signs,
                    ProblemLog& log);
Sign ReadSign(const YamlNode& node, const std::vector<std::string>& words, ProblemLog& log);

// `threshold:` and `cues:` of a pattern or a safety rule.
double ReadThreshold(MappingReader& reader);
std::vector<Cue> ReadCues(MappingReader& reader, const std::vector<std::string>& words, ProblemLog& log);

// Ids that were seen in one list, for telling which stands twice.
class SeenIds {
 public:
  // Logs the value of `key` when an entry before this one has the same.
  void Check(const YamlNode& entry, const std::string& key, const std::string& noun, ProblemLog& log);

 private:
  std::map<std::string, int> lines_;
};

}  // namespace stumble

#endif  // STUMBLE_PACK_PATTERN_READER_H_
