// PackOptions: the packs of a run (--packs, $STUMBLE_PACKS and the search path), and what they say about safety:
// rules, and the help of the person's country (--region, $STUMBLE_REGION, the config) and of their own: plan and
// contact.
#ifndef STUMBLE_TOOL_PACK_OPTIONS_H_
#define STUMBLE_TOOL_PACK_OPTIONS_H_

#include <set>
#include <string>
#include <vector>

#include "pack/pack_shelf.h"
#include "reframing/safety_notice.h"
#include "tool/plan_file.h"
#include "tool/tool.h"

namespace stumble {

class PackOptions {
 public:
  // `with_region`: also --region.
  void Declare(Tool& tool, bool with_region);

  // As if --packs had named this file first.
  void AddFile(const std::string& path) { paths_.insert(paths_.begin(), path); }

  // Packs with at least one of the wanted parts; a broken pack of the person's is named and left out.
  PackShelf Open(Tool& tool, const std::set<std::string>& wanted_parts) const {
    return Open(tool, wanted_parts, tool.OnDamage());
  }
  PackShelf Open(Tool& tool, const std::set<std::string>& wanted_parts, const ErrorHandler& on_error) const;

  // Who can be reached, after Open. A region that no pack knows gets the international directory alone.
  ReachableHelp Help(const PackShelf& shelf) const;

 private:
  std::vector<std::string> paths_;
  std::string region_;
  mutable Tool* tool_ = nullptr;  // of Open
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_PACK_OPTIONS_H_
