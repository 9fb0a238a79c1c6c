// The packs that the build put into the binary, so that the first run just works. tools/embed_packs.cc writes the definition.
#ifndef STUMBLE_PACK_BUILT_IN_PACKS_H_
#define STUMBLE_PACK_BUILT_IN_PACKS_H_

#include <span>
#include <string_view>

#include "error.h"

namespace stumble {

struct BuiltInPack {
  std::string_view name;   // what `pack:` says
  std::string_view parts;  // which of patterns, prompts, routines, safety and words it has: "patterns words"
  std::string_view yaml;
  std::string_view tree = {};   // instead of `yaml`, if not empty: its tree, as PackTree writes it
};

std::span<const BuiltInPack> BuiltInPacks();

// Where a built-in pack's parts stand: "built-in:safety".
inline constexpr std::string_view kBuiltInFile = "built-in:";
inline bool IsOfBuiltInPack(const Place& place) { return place.file.starts_with(kBuiltInFile); }

}  // namespace stumble

#endif  // STUMBLE_PACK_BUILT_IN_PACKS_H_
