// PackedTree: the tree of a YAML text as bytes that are read back at once. The packs in the binary are parsed when it is built and kept
// this way, since a YAML parser takes most of the time in which a small tool starts. Lines and columns come along, for messages.
#ifndef STUMBLE_PACK_PACKED_TREE_H_
#define STUMBLE_PACK_PACKED_TREE_H_

#include <string>
#include <string_view>

#include "pack/yaml_guard.h"

namespace stumble {

std::string PackTree(const YamlNode& root);

// The tree that PackTree was given. Throws Error for bytes that end too soon or that it did not write.
YamlNode UnpackTree(std::string_view bytes);

}  // namespace stumble

#endif  // STUMBLE_PACK_PACKED_TREE_H_
