// The packs that the build put into the binary, so that the first run just works. tools/embed_packs.cc writes the definition.
#ifndef STUMBLE_PACK_BUILT_IN_PACKS_H_
#define STUMBLE_PACK_BUILT_IN_PACKS_H_

#include <span>
#include <string_view>

namespace stumble {

struct BuiltInPack {
  std::string_view name;   // what `pack:` says
  std::string_view parts;  // which of patterns, prompts, routines, safety and words it has: "patterns words"
  std::string_view yaml;
  std::string_view tree = {};   // instead of `yaml`, if not empty: its tree, as PackTree writes it
};

std::span<const BuiltInPack> BuiltInPacks();

}  // namespace stumble

#endif  // STUMBLE_PACK_BUILT_IN_PACKS_H_
