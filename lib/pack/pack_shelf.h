// PackShelf: the packs of one run, those of the person first, then those built in. An earlier pack of the same name
// wins, and an earlier pattern, prompt or routine of the same id; but safety only grows. What the built-in packs say
// about safety stays on the shelf whatever stands before it.
//
// Parsing takes up to a millisecond a kilobyte, so of the built-in packs only those are parsed that have a wanted
// part.
#ifndef STUMBLE_PACK_PACK_SHELF_H_
#define STUMBLE_PACK_PACK_SHELF_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "error.h"
#include "pack/built_in_packs.h"
#include "pack/pack.h"

namespace stumble {

// Receives what is good to know but nothing to act on: shown with -v.
using NoteHandler = std::function<void(const std::string&)>;

// Directories and files in the order in which they are looked at: those of `--packs`, $STUMBLE_PACKS, the config's,
// $XDG_DATA_HOME/stumble/packs, $XDG_DATA_DIRS/stumble/packs. `environment` is std::getenv or a test's own.
std::vector<std::string> PackSearchPath(const std::vector<std::string>& command_line_paths,
                                        const std::function<const char*(const char*)>& environment,
                                        const std::vector<std::string>& configured_paths = {});

struct ShelfOptions {
  std::vector<std::string> paths;  // each a directory of .yaml files, or one file
  // So many of the first paths were given on the command line: they must exist and hold packs.
  std::size_t must_exist = 0;
  std::span<const BuiltInPack> built_in;
  // Of patterns, prompts, routines, safety, words; built-in packs without any of these stay closed. Empty: all.
  std::set<std::string> wanted_parts;
  // The person's language, such as de or pt-BR. Where packs in it have patterns, prompts or routines, those of other
  // languages are left out; safety never is, nor the only routine that keeps a plan. Empty: all languages alike.
  std::string language;
};

class PackShelf {
 public:
  // Hands a broken pack of the person's to `on_error` and goes on without it. Throws Error when a path of the command
  // line has no packs. Either handler may be empty.
  explicit PackShelf(const ShelfOptions& options, const ErrorHandler& on_error = {}, const NoteHandler& note = {});

  // In shelf order. Cues name the words of their own pack, so they are compiled pack by pack. A built-in pack that
  // was replaced is still here if it has safety rules, regions or a directory, with nothing besides those and its
  // words.
  const std::vector<Pack>& packs() const { return packs_; }

  // nullptr when no pack has it. Pointers stay good as long as the shelf.
  const Pattern* FindPattern(std::string_view id) const;
  const Prompt* FindPrompt(std::string_view id) const;
  const Routine* FindRoutine(std::string_view id) const;

  // All of all packs, in shelf order.
  std::vector<const Pattern*> patterns() const;
  std::vector<const Prompt*> prompts() const;
  std::vector<const Routine*> routines() const;
  std::vector<const SafetyRule*> rules() const;
  std::vector<const Region*> regions() const;

  // The themes of all prompts, each once, in shelf order.
  std::vector<std::string> Themes() const;

  // The country's emergency number and lines: what is built in, then the lines that other packs add under other
  // names.
  std::optional<Region> FindRegion(std::string_view code) const;

  // The international directory: the built-in one, else the first there is.
  const Helpline* Directory() const;

 private:
  void LoadUserPacks(const ShelfOptions& options, const ErrorHandler& on_error);
  void LoadBuiltInPacks(const ShelfOptions& options);
  void KeepLanguage();
  bool IsInLanguage(const Pack& pack) const;
  void AddUserPack(Pack pack);
  void AddBuiltInPack(const BuiltInPack& built_in);
  void LeaveOutTakenIds(Pack& pack) const;
  const Pack* FindPack(std::string_view name) const;
  void Note(const std::string& text) const;

  std::vector<Pack> packs_;
  std::string language_;
  std::size_t user_packs_ = 0;  // the first so many are the person's
  NoteHandler note_;
};

}  // namespace stumble

#endif  // STUMBLE_PACK_PACK_SHELF_H_
