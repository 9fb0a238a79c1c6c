#include "tool/pack_options.h"

#include <cstdlib>

#include "pack/built_in_packs.h"

namespace stumble {

namespace {

std::string RegionCode(std::string name) {
  for (char& c : name)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return name == "UK" ? "GB" : name;
}

}  // namespace

void PackOptions::Declare(Tool& tool, bool with_region) {
  tool.AddList("--packs", paths_, "Look for packs here first (a directory or a file)")
      ->type_name("PATH")
      ->group(kMoreOptions);
  if (with_region) tool.AddMore("--region", region_, "Your country for helplines, such as US")->type_name("CODE");
}

PackShelf PackOptions::Open(Tool& tool, const std::set<std::string>& wanted_parts,
                            const ErrorHandler& on_error) const {
  ShelfOptions options;
  options.paths = PackSearchPath(paths_, [](const char* name) { return std::getenv(name); });
  options.must_exist = paths_.size();
  options.built_in = BuiltInPacks();
  options.wanted_parts = wanted_parts;
  return PackShelf(options, on_error, [&](const std::string& note) { tool.messages().Note(note); });
}

ReachableHelp PackOptions::Help(const PackShelf& shelf) const {
  ReachableHelp help;
  std::string code = RegionCode(!region_.empty() ? region_ : Environment("STUMBLE_REGION").value_or(""));
  help.region_is_set = !code.empty();
  if (!code.empty()) help.region = shelf.FindRegion(code);
  help.directory = shelf.Directory();
  return help;
}

}  // namespace stumble
