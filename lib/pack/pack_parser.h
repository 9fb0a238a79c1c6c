// The two doors into a pack: a pure one that takes text and reports every problem at once, for `prompt lint` and
// tests; and one that takes a path and throws, for tools that need the pack now.
#ifndef STUMBLE_PACK_PACK_PARSER_H_
#define STUMBLE_PACK_PACK_PARSER_H_

#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.h"
#include "pack/problem.h"

namespace stumble {

struct YamlNode;

// What the text says, as far as it can be read. Appends all problems, in the order of the file; never throws for what
// the text holds. With a fatal problem among them the pack is not to be used. Text that is not YAML gives one
// problem.
Pack ParsePack(std::string_view yaml, const std::string& file, std::vector<Problem>& problems);

// Throws the first fatal problem as an Error that says how many more there are.
Pack PackFromText(std::string_view yaml, const std::string& file);

// The same for a tree that ParseYaml gave.
Pack PackFromTree(const YamlNode& root, const std::string& file);

// The same for a file; throws Error too when it cannot be read. Reads no more than a pack may hold.
Pack LoadPack(const std::string& path);

// The bytes of the file at `path`, at most one more than a pack may hold. Throws Error when it cannot be read.
std::string ReadPackFile(const std::string& path);

}  // namespace stumble

#endif  // STUMBLE_PACK_PACK_PARSER_H_
