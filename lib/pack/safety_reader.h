// Reads the `safety:` part of a pack's tree: rules, regions with their helplines, and the international directory.
#ifndef STUMBLE_PACK_SAFETY_READER_H_
#define STUMBLE_PACK_SAFETY_READER_H_

#include <string>
#include <vector>

#include "pack/pack.h"
#include "pack/problem.h"
#include "pack/yaml_guard.h"

namespace stumble {

// Fills rules, regions and directory of `pack`. `words` are the names that its phrases may hold in braces.
void ReadSafety(const YamlNode& node, const std::vector<std::string>& words, Pack& pack, ProblemLog& log);

}  // namespace stumble

#endif  // STUMBLE_PACK_SAFETY_READER_H_
