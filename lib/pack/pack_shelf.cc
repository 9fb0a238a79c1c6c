#include "pack/pack_shelf.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <system_error>
#include <utility>

#include "pack/pack_parser.h"
#include "pack/packed_tree.h"
#include "pack/wording.h"
#include "text/text.h"

namespace stumble {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> SplitAtColons(const std::string& text) {
  std::vector<std::string> pieces;
  std::istringstream in(text);
  for (std::string piece; std::getline(in, piece, ':');)
    if (!piece.empty()) pieces.push_back(piece);
  return pieces;
}

// The XDG Base Directory Specification: relative paths are to be ignored.
void AddBelow(const std::string& directory, std::vector<std::string>& paths) {
  if (directory.starts_with('/')) paths.push_back((fs::path(directory) / "stumble" / "packs").string());
}

bool HasPackName(const fs::path& path) {
  std::string name = path.filename().string();
  return !name.starts_with('.') && (name.ends_with(".yaml") || name.ends_with(".yml"));
}

// Sorted by name, so that the same directory gives the same shelf everywhere.
std::vector<std::string> PackFilesIn(const std::string& directory) {
  std::vector<std::string> files;
  std::error_code failure;
  for (fs::directory_iterator at(directory, failure), end; !failure && at != end; at.increment(failure)) {
    std::error_code ignored;
    if (HasPackName(at->path()) && at->is_regular_file(ignored)) files.push_back(at->path().string());
  }
  if (failure) throw Error("could not look for packs in this directory: " + failure.message(), {directory});
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> PackFilesAt(const std::string& path, bool must_exist) {
  std::error_code ignored;
  fs::file_status status = fs::status(path, ignored);
  if (!fs::exists(status)) {
    if (must_exist) throw Error("no such file or directory; expected a pack or a directory of packs", {path});
    return {};
  }
  if (!fs::is_directory(status)) return {path};
  std::vector<std::string> files = PackFilesIn(path);
  if (files.empty() && must_exist) throw Error("no pack in this directory; expected files that end in .yaml", {path});
  return files;
}

bool HasWantedPart(const BuiltInPack& pack, const std::set<std::string>& wanted) {
  if (wanted.empty()) return true;
  std::istringstream parts{std::string(pack.parts)};
  for (std::string part; parts >> part;)
    if (wanted.contains(part)) return true;
  return false;
}

bool HasSafety(const Pack& pack) { return !pack.rules.empty() || !pack.regions.empty() || pack.directory; }

// All entries of one list of all packs.
template <typename Part>
std::vector<const Part*> Gathered(const std::vector<Pack>& packs, std::vector<Part> Pack::*list) {
  std::vector<const Part*> parts;
  for (const Pack& pack : packs)
    for (const Part& part : pack.*list) parts.push_back(&part);
  return parts;
}

template <typename Part>
const Part* Found(const std::vector<Pack>& packs, std::vector<Part> Pack::*list, std::string_view id) {
  for (const Pack& pack : packs)
    for (const Part& part : pack.*list)
      if (part.id == id) return &part;
  return nullptr;
}

}  // namespace

std::vector<std::string> PackSearchPath(const std::vector<std::string>& command_line_paths,
                                        const std::function<const char*(const char*)>& environment,
                                        const std::vector<std::string>& configured_paths) {
  auto value_of = [&](const char* name) {
    const char* value = environment(name);
    return std::string(value == nullptr ? "" : value);
  };
  std::vector<std::string> paths = command_line_paths;
  for (std::string& path : SplitAtColons(value_of("STUMBLE_PACKS"))) paths.push_back(std::move(path));
  paths.insert(paths.end(), configured_paths.begin(), configured_paths.end());
  std::string data_home = value_of("XDG_DATA_HOME"), home = value_of("HOME");
  if (data_home.empty() && !home.empty()) data_home = home + "/.local/share";
  AddBelow(data_home, paths);
  std::string data_dirs = value_of("XDG_DATA_DIRS");
  if (data_dirs.empty()) data_dirs = "/usr/local/share:/usr/share";
  for (const std::string& directory : SplitAtColons(data_dirs)) AddBelow(directory, paths);
  return paths;
}

PackShelf::PackShelf(const ShelfOptions& options, const ErrorHandler& on_error, const NoteHandler& note)
    : language_(options.language), note_(note) {
  LoadUserPacks(options, on_error);
  LoadBuiltInPacks(options);
  KeepLanguage();
}

// By the first part alone: Brazil's Portuguese serves who asks for Portugal's.
bool PackShelf::IsInLanguage(const Pack& pack) const {
  return EqualIgnoringCase(Split(pack.language, '-')[0], Split(language_, '-')[0]);
}

void PackShelf::KeepLanguage() {
  if (language_.empty()) return;
  auto keep = [&](auto Pack::*list, auto is_meant) {
    bool any = std::any_of(packs_.begin(), packs_.end(), [&](const Pack& pack) {
      return IsInLanguage(pack) && std::any_of((pack.*list).begin(), (pack.*list).end(), is_meant);
    });
    for (Pack& pack : packs_)
      if (any && !IsInLanguage(pack)) std::erase_if(pack.*list, is_meant);
  };
  keep(&Pack::patterns, [](const Pattern&) { return true; });
  keep(&Pack::prompts, [](const Prompt&) { return true; });
  keep(&Pack::routines, [](const Routine& routine) { return routine.keeps.empty(); });
  keep(&Pack::routines, [](const Routine& routine) { return !routine.keeps.empty(); });
}

void PackShelf::Note(const std::string& text) const {
  if (note_) note_(text);
}

const Pack* PackShelf::FindPack(std::string_view name) const {
  for (const Pack& pack : packs_)
    if (pack.name == name) return &pack;
  return nullptr;
}

void PackShelf::LoadUserPacks(const ShelfOptions& options, const ErrorHandler& on_error) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < options.paths.size(); ++i) {
    bool must_exist = i < options.must_exist;
    try {
      for (const std::string& file : PackFilesAt(options.paths[i], must_exist)) {
        if (!seen.insert(fs::path(file).lexically_normal().string()).second) continue;
        try {
          AddUserPack(LoadPack(file));
        } catch (const Error& error) {
          if (on_error) on_error(error);
        }
      }
    } catch (const Error& error) {
      if (must_exist) throw;
      if (on_error) on_error(error);
    }
  }
  user_packs_ = packs_.size();
}

void PackShelf::AddUserPack(Pack pack) {
  if (const Pack* earlier = FindPack(pack.name)) {
    Note(pack.file + ": left out; the pack " + Quoted(pack.name) + " of " + earlier->file + " comes first");
    return;
  }
  LeaveOutTakenIds(pack);
  packs_.push_back(std::move(pack));
}

void PackShelf::LoadBuiltInPacks(const ShelfOptions& options) {
  for (const BuiltInPack& built_in : options.built_in)
    if (HasWantedPart(built_in, options.wanted_parts)) AddBuiltInPack(built_in);
}

void PackShelf::AddBuiltInPack(const BuiltInPack& built_in) {
  std::string file = std::string(kBuiltInFile) + std::string(built_in.name);
  Pack pack = built_in.tree.empty() ? PackFromText(built_in.yaml, file) : PackFromTree(UnpackTree(built_in.tree), file);
  if (const Pack* earlier = FindPack(pack.name)) {
    bool safety = HasSafety(pack);
    Note(earlier->file + ": comes before the built-in pack " + Quoted(pack.name) +
         (safety ? "; safety of both is kept" : ""));
    if (!safety) return;
    pack.patterns.clear();
    pack.prompts.clear();
    pack.routines.clear();
  }
  LeaveOutTakenIds(pack);
  packs_.push_back(std::move(pack));
}

// Ids are unique among all packs, rules excepted: every rule counts. With a language asked for, among those in it and
// among the others: a translation may keep the ids.
void PackShelf::LeaveOutTakenIds(Pack& pack) const {
  auto leave_out = [&](auto Pack::*list, const std::string& noun) {
    std::erase_if(pack.*list, [&](const auto& part) {
      auto* earlier = Found(packs_, list, part.id);
      if (earlier != nullptr && !language_.empty()) {
        earlier = nullptr;
        for (const Pack& other : packs_)
          for (const auto& its : other.*list)
            if (!earlier && IsInLanguage(other) == IsInLanguage(pack) && its.id == part.id) earlier = &its;
      }
      if (earlier == nullptr) return false;
      Note(part.place.ToString() + ": left out; the " + noun + " " + Quoted(part.id) + " of " +
           earlier->place.ToString() + " comes first");
      return true;
    });
  };
  leave_out(&Pack::patterns, "pattern");
  leave_out(&Pack::prompts, "prompt");
  leave_out(&Pack::routines, "routine");
}

const Pattern* PackShelf::FindPattern(std::string_view id) const { return Found(packs_, &Pack::patterns, id); }
const Prompt* PackShelf::FindPrompt(std::string_view id) const { return Found(packs_, &Pack::prompts, id); }
const Routine* PackShelf::FindRoutine(std::string_view id) const { return Found(packs_, &Pack::routines, id); }

std::vector<const Pattern*> PackShelf::patterns() const { return Gathered(packs_, &Pack::patterns); }
std::vector<const Prompt*> PackShelf::prompts() const { return Gathered(packs_, &Pack::prompts); }
std::vector<const Routine*> PackShelf::routines() const { return Gathered(packs_, &Pack::routines); }
std::vector<const SafetyRule*> PackShelf::rules() const { return Gathered(packs_, &Pack::rules); }
std::vector<const Region*> PackShelf::regions() const { return Gathered(packs_, &Pack::regions); }

std::vector<std::string> PackShelf::Themes() const {
  std::vector<std::string> themes;
  for (const Prompt* prompt : prompts())
    if (std::find(themes.begin(), themes.end(), prompt->theme) == themes.end()) themes.push_back(prompt->theme);
  return themes;
}

std::optional<Region> PackShelf::FindRegion(std::string_view code) const {
  std::optional<Region> merged;
  // Built-in packs first: what they say cannot be replaced.
  for (std::size_t i = 0; i < packs_.size(); ++i) {
    const Pack& pack = packs_[(i + user_packs_) % packs_.size()];
    for (const Region& region : pack.regions) {
      if (region.code != code) continue;
      if (!merged) {
        merged = region;
        continue;
      }
      for (const Helpline& line : region.lines) {
        auto same_name = [&](const Helpline& known) { return known.name == line.name; };
        if (std::none_of(merged->lines.begin(), merged->lines.end(), same_name)) merged->lines.push_back(line);
      }
    }
  }
  return merged;
}

const Helpline* PackShelf::Directory() const {
  for (std::size_t i = 0; i < packs_.size(); ++i) {
    const Pack& pack = packs_[(i + user_packs_) % packs_.size()];
    if (pack.directory) return &*pack.directory;
  }
  return nullptr;
}

}  // namespace stumble
