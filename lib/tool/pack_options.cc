#include "tool/pack_options.h"

#include <unistd.h>

#include <cstdlib>

#include "pack/built_in_packs.h"
#include "text/near_words.h"
#include "text/text.h"
#include "tool/plan_file.h"
#include "tool/terminal.h"

namespace stumble {

namespace {

// The code of a country that a person names by its code or its name: us, UK, Germany.
std::string RegionCode(std::string name, const PackShelf& shelf) {
  for (const Region* region : shelf.regions())
    if (EqualIgnoringCase(region->country, name)) return region->code;
  for (char& c : name)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (name == "UK" || name == "GBR") return "GB";
  return name == "USA" ? "US" : name;
}

// The code that was probably meant by a misspelt one or a misspelt name; empty if none is near.
std::string RegionMeant(const std::string& name, const PackShelf& shelf) {
  std::vector<std::string> names;
  for (const Region* region : shelf.regions()) names.push_back(region->country);
  std::optional<std::string> near = NearWord(name, names);
  return near ? RegionCode(*near, shelf) : "";
}

}  // namespace

void PackOptions::Declare(Tool& tool, bool with_region) {
  tool.AddList("--packs", paths_, "Look for packs here first (repeatable)")
      ->type_name("PATH")
      ->group(kMoreOptions);
  if (with_region) tool.AddMore("--region", region_, "Your country for helplines, such as US")->type_name("CODE");
}

PackShelf PackOptions::Open(Tool& tool, const std::set<std::string>& wanted_parts,
                            const ErrorHandler& on_error) const {
  ShelfOptions options;
  tool_ = &tool;
  options.paths = PackSearchPath(
      paths_, [](const char* name) { return std::getenv(name); }, tool.config().packs);
  options.language = tool.config().language;
  options.must_exist = paths_.size();
  options.built_in = BuiltInPacks();
  options.wanted_parts = wanted_parts;
  return PackShelf(options, on_error, [&](const std::string& note) { tool.messages().Note(note); });
}

ReachableHelp PackOptions::Help(const PackShelf& shelf) const {
  ReachableHelp help;
  std::string name = !region_.empty() ? region_ : Environment("STUMBLE_REGION").value_or(tool_->config().region);
  help.region_is_set = !name.empty();
  if (!name.empty()) help.region = shelf.FindRegion(RegionCode(name, shelf));
  if (!name.empty() && !help.region) help.region_meant = RegionMeant(name, shelf);
  help.directory = shelf.Directory();
  help.contact = tool_->config().contact;
  help.columns = TextColumnsOf(STDERR_FILENO);
  help.plan = [tool = tool_] { return LoadPlan(*tool); };
  return help;
}

}  // namespace stumble
