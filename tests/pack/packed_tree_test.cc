#include "pack/packed_tree.h"

#include <gtest/gtest.h>

#include <string>

#include "error.h"

namespace stumble {
namespace {

constexpr char kYaml[] =
    "pack: small\n"
    "sources: [\"a: b\", 'c', ~]\n"
    "patterns:\n"
    "  - id: one\n"
    "    questions: |\n"
    "      What happened?\n"
    "  - {id: \"\", weight: 010}\n";

bool Same(const YamlNode& a, const YamlNode& b) {
  if (a.kind != b.kind || a.text != b.text || a.quoted != b.quoted || a.line != b.line || a.column != b.column) return false;
  if (a.keys.size() != b.keys.size() || a.children.size() != b.children.size()) return false;
  for (size_t at = 0; at < a.keys.size(); ++at)
    if (!Same(a.keys[at], b.keys[at])) return false;
  for (size_t at = 0; at < a.children.size(); ++at)
    if (!Same(a.children[at], b.children[at])) return false;
  return true;
}

TEST(PackedTree, ReadsBackWhatWasPacked) {
  YamlNode tree = ParseYaml(kYaml, "small.yaml");
  EXPECT_TRUE(Same(UnpackTree(PackTree(tree)), tree));
}

TEST(PackedTree, KeepsTextsLongerThanANumberOfOneByte) {
  YamlNode tree = ParseYaml("pack: " + std::string(100'000, 'x') + "\n", "long.yaml");
  EXPECT_EQ(UnpackTree(PackTree(tree)).Find("pack")->text.size(), 100'000u);
}

TEST(PackedTree, RefusesBytesThatEndTooSoonAndOnesThatAreTooMany) {
  std::string bytes = PackTree(ParseYaml(kYaml, "small.yaml"));
  for (size_t length = 0; length < bytes.size(); ++length)
    EXPECT_THROW(UnpackTree(std::string_view(bytes).substr(0, length)), Error) << length;
  EXPECT_THROW(UnpackTree(bytes + "x"), Error);
}

// Whatever the bytes are, it ends: with a tree, or with an Error.
TEST(PackedTree, SurvivesAnyDamagedByte) {
  std::string bytes = PackTree(ParseYaml(kYaml, "small.yaml"));
  for (size_t at = 0; at < bytes.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
      try {
        UnpackTree(damaged);
      } catch (const Error&) {
      }
    }
  }
}

}  // namespace
}  // namespace stumble
