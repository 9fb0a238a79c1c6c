// The guard before every pack: YAML text becomes a small tree of our own, or an Error that names line and column.
// yaml-cpp 0.7 believes too much (duplicate keys, open quotes, second documents, aliases that contain themselves),
// and `010` reads as 8 in its nodes. So only its event parser is used, under bounds, and what it lets pass is refused
// here. A pack needs no anchors, aliases or tags: it is lists and names of plain texts.
#ifndef STUMBLE_PACK_YAML_GUARD_H_
#define STUMBLE_PACK_YAML_GUARD_H_

#include <string>
#include <string_view>
#include <vector>

#include "error.h"

namespace stumble {

struct YamlNode {
  enum class Kind { kScalar, kSequence, kMapping };

  Kind kind = Kind::kScalar;
  std::string text;     // of a scalar, as written: `010` and `yes` stay text; empty for `null`, `~` or nothing at all
  bool quoted = false;  // in quotes, or a block of text after `|` or `>`
  int line = 1;
  int column = 1;
  std::vector<YamlNode> keys;      // of a mapping: scalars, in order; keys[i] names children[i]
  std::vector<YamlNode> children;  // of a sequence or mapping, in order

  // The value of a key of a mapping; nullptr when there is none.
  const YamlNode* Find(std::string_view key) const;
  // No value was written: not even an empty text in quotes.
  bool IsNothing() const { return kind == Kind::kScalar && !quoted && text.empty(); }
};

// At most so many nodes and levels in a pack.
inline constexpr int kMaxYamlNodes = 50'000;
inline constexpr std::size_t kMaxYamlDepth = 16;

// The one mapping that the text holds. Throws Error, always with a line and a column, and nothing else.
YamlNode ParseYaml(std::string_view bytes, const std::string& file);

}  // namespace stumble

#endif  // STUMBLE_PACK_YAML_GUARD_H_
