// Shelves for the tests of this room: one from a pack's text, and the one with all built-in packs.
#ifndef STUMBLE_TESTS_REFRAMING_SHELF_OF_H_
#define STUMBLE_TESTS_REFRAMING_SHELF_OF_H_

#include <string>

#include "pack/built_in_packs.h"
#include "pack/pack_shelf.h"
#include "reframing/pattern_finder.h"
#include "reframing/safety.h"

namespace stumble {

// A shelf with one pack, whose parts are `parts_yaml`.
inline PackShelf ShelfOf(const std::string& parts_yaml) {
  std::string yaml = "pack: test\nversion: 1\ntitle: T\nlanguage: en\nlicense: CC0-1.0\nsources: [me]\n" + parts_yaml;
  BuiltInPack packs[] = {{"test", "patterns safety words prompts routines", yaml}};
  ShelfOptions options;
  options.built_in = packs;
  return PackShelf(options);
}

// Parsed once: it takes a while.
inline const PackShelf& BuiltInShelf() {
  static const PackShelf shelf = [] {
    ShelfOptions options;
    options.built_in = BuiltInPacks();
    return PackShelf(options);
  }();
  return shelf;
}

inline const SafetyRules& BuiltInSafety() {
  static const SafetyRules rules(BuiltInShelf());
  return rules;
}

inline const PatternFinder& BuiltInPatterns() {
  static const PatternFinder finder(BuiltInShelf());
  return finder;
}

}  // namespace stumble

#endif  // STUMBLE_TESTS_REFRAMING_SHELF_OF_H_
