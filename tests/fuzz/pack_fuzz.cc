// The pack loader: any text is read to its end, and every problem has a line; a pack without a fatal one is a pack that can be used.
#include "fuzz/target.h"
#include "pack/pack_lint.h"
#include "pack/pack_parser.h"
#include "pack/pack_shelf.h"
#include "reframing/pattern_finder.h"
#include "reframing/safety.h"

namespace stumble {
namespace {

void Fuzz(std::string_view bytes) {
  std::vector<Problem> problems;
  ParsePack(bytes, "fuzz.yaml", problems);
  LintPack(bytes, "fuzz.yaml", "2026-11-20");
  bool usable = true;
  for (const Problem& problem : problems) usable = usable && !problem.fatal;
  if (!usable) return;
  const BuiltInPack packs[] = {{"fuzz", "patterns safety words prompts routines", bytes}};
  ShelfOptions options;
  options.built_in = packs;
  try {
    PackShelf shelf(options);
    SafetyRules safety(shelf);
    PatternFinder finder(shelf);
    safety.Judge("I always ruin it");
    finder.Find("I always ruin it");
  } catch (const Error&) {
  }
}

const NamedFuzzTarget target("pack", &Fuzz);

}  // namespace
}  // namespace stumble
