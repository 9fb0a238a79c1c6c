// embed-packs: writes a C++ file that holds packs as trees, for BuiltInPacks() of built_in_packs.h. The build runs it; it is not installed.
//
//   embed-packs OUT.cc PACK.yaml...

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "error.h"
#include "pack/packed_tree.h"
#include "pack/yaml_guard.h"

namespace stumble {
namespace {

std::string ReadWhole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error("could not open this pack", {path});
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string NameOf(const YamlNode& pack, const std::string& path) {
  const YamlNode* name = pack.Find("pack");
  if (name == nullptr) throw Error("expected `pack: NAME`", {path});
  return name->text;
}

// Whether the safety rules of a pack only keep hardship from being weighed: then they matter where its patterns do, and no tool
// that has no use for patterns is to wait for them.
bool OnlyKeepsFromWeighing(const YamlNode& pack) {
  const YamlNode* rules = pack.Find("safety")->Find("rules");
  if (pack.Find("patterns") == nullptr || rules == nullptr || pack.Find("safety")->keys.size() != 1) return false;
  return std::all_of(rules->children.begin(), rules->children.end(), [](const YamlNode& rule) {
    const YamlNode* kind = rule.Find("kind");
    return kind != nullptr && kind->text == "hardship";
  });
}

// Those of the parts that the pack has: "patterns words".
std::string PartsOf(const YamlNode& pack, const std::string& path) {
  std::string parts;
  for (std::string_view part : {"patterns", "prompts", "routines", "safety", "words"}) {
    if (pack.Find(part) == nullptr || (part == "safety" && OnlyKeepsFromWeighing(pack))) continue;
    parts += (parts.empty() ? "" : " ") + std::string(part);
  }
  if (parts.empty()) throw Error("expected one of patterns, prompts, routines, safety and words", {path});
  return parts;
}

// The bytes as C++ string literals of 32 escapes each.
std::string Literal(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string literal;
  for (size_t at = 0; at < bytes.size(); ++at) {
    if (at % 32 == 0) literal += at == 0 ? "\n    \"" : "\"\n    \"";
    auto byte = static_cast<unsigned char>(bytes[at]);
    literal += {'\\', 'x', kDigits[byte / 16], kDigits[byte % 16]};
  }
  return literal + "\"";
}

std::string Source(int count, char** paths) {
  std::string trees, entries;
  for (int at = 0; at < count; ++at) {
    YamlNode pack = ParseYaml(ReadWhole(paths[at]), paths[at]);
    std::string tree = PackTree(pack);
    std::string variable = "kTree" + std::to_string(at);
    trees += "constexpr char " + variable + "[] =" + Literal(tree) + ";\n\n";
    entries += "    {\"" + NameOf(pack, paths[at]) + "\", \"" + PartsOf(pack, paths[at]) + "\", {}, {" + variable + ", " +
               std::to_string(tree.size()) + "}},\n";
  }
  return "// Written by embed-packs from prompts/*.yaml.\n#include \"pack/built_in_packs.h\"\n\n"
         "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\nnamespace stumble {\n\nnamespace {\n\n" +
         trees + "constexpr BuiltInPack kPacks[] = {\n" + entries +
         "};\n\n}  // namespace\n\nstd::span<const BuiltInPack> BuiltInPacks() { return kPacks; }\n\n}  // namespace stumble\n";
}

int Run(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: embed-packs OUT.cc PACK.yaml...\n", stderr);
    return 2;
  }
  try {
    std::ofstream out(argv[1], std::ios::binary);
    out << Source(argc - 2, argv + 2) << std::flush;
    if (!out) throw Error("could not write this file", {argv[1]});
  } catch (const Error& error) {
    std::fprintf(stderr, "embed-packs: error: %s\n", error.Sentence().c_str());
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace stumble

int main(int argc, char** argv) { return stumble::Run(argc, argv); }
