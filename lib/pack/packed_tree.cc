#include "pack/packed_tree.h"

#include <cstdint>

#include "error.h"

namespace stumble {

// A node is: one byte for its kind and whether it was quoted, then numbers: its line, its column, and the length of its text or the
// number of its children; then the text or the children. Each child of a mapping comes after its key. A number is written seven bits
// a byte, the lowest first, the highest bit set in all bytes but the last.

namespace {

[[noreturn]] void Refuse() { throw Error("a pack in the binary is damaged; install stumble again"); }

constexpr uint8_t kQuoted = 4;  // beside the kind, which is 0 to 2

void PutNumber(uint64_t number, std::string& bytes) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(0x80 | (number & 0x7f));
  bytes += static_cast<char>(number);
}

void Put(const YamlNode& node, std::string& bytes) {
  bytes += static_cast<char>(static_cast<uint8_t>(node.kind) | (node.quoted ? kQuoted : 0));
  PutNumber(static_cast<uint64_t>(node.line), bytes);
  PutNumber(static_cast<uint64_t>(node.column), bytes);
  if (node.kind == YamlNode::Kind::kScalar) {
    PutNumber(node.text.size(), bytes);
    bytes += node.text;
    return;
  }
  PutNumber(node.children.size(), bytes);
  for (size_t at = 0; at < node.children.size(); ++at) {
    if (node.kind == YamlNode::Kind::kMapping) Put(node.keys[at], bytes);
    Put(node.children[at], bytes);
  }
}

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  bool AtEnd() const { return rest_.empty(); }

  YamlNode Node(size_t depth = 0) {
    if (depth > kMaxYamlDepth) Refuse();
    YamlNode node;
    auto head = static_cast<uint8_t>(Take(1)[0]);
    if ((head & ~kQuoted) > 2) Refuse();
    node.kind = static_cast<YamlNode::Kind>(head & ~kQuoted);
    node.quoted = (head & kQuoted) != 0;
    node.line = static_cast<int>(Number());
    node.column = static_cast<int>(Number());
    size_t count = Number();
    if (node.kind == YamlNode::Kind::kScalar) {
      node.text = Take(count);
      return node;
    }
    if (count > rest_.size()) Refuse();  // each takes a byte or more
    node.children.reserve(count);
    if (node.kind == YamlNode::Kind::kMapping) node.keys.reserve(count);
    for (size_t at = 0; at < count; ++at) {
      if (node.kind == YamlNode::Kind::kMapping) node.keys.push_back(Node(depth + 1));
      node.children.push_back(Node(depth + 1));
    }
    return node;
  }

 private:
  std::string_view Take(size_t length) {
    if (length > rest_.size()) Refuse();
    std::string_view taken = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return taken;
  }

  size_t Number() {
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      auto byte = static_cast<uint8_t>(Take(1)[0]);
      number |= static_cast<uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return number;
    }
    Refuse();
  }

  std::string_view rest_;
};

}  // namespace

std::string PackTree(const YamlNode& root) {
  std::string bytes;
  Put(root, bytes);
  return bytes;
}

YamlNode UnpackTree(std::string_view bytes) {
  Unpacker unpacker(bytes);
  YamlNode root = unpacker.Node();
  if (!unpacker.AtEnd()) Refuse();
  return root;
}

}  // namespace stumble
