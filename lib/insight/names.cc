#include "insight/names.h"

#include <algorithm>
#include <unordered_map>

#include "text/text.h"

namespace stumble {

namespace {

struct Tally {
  NameCount count;
  size_t latest = 0;  // the number of the setback that had it last, from 1
  size_t order = 0;   // its place among the names of all
};

}  // namespace

std::vector<NameCount> RankNames(std::span<const std::vector<std::string>> names_by_setback) {
  std::unordered_map<std::string, size_t> places;
  std::vector<Tally> tallies;
  for (size_t setback = 1; setback <= names_by_setback.size(); ++setback) {
    for (const std::string& written : names_by_setback[setback - 1]) {
      std::string name(Trim(written));
      if (name.empty()) continue;
      auto [known, is_new] = places.emplace(FoldCase(name), tallies.size());
      if (is_new) tallies.push_back({{name, 0}, 0, tallies.size()});
      Tally& tally = tallies[known->second];
      if (tally.latest != setback) ++tally.count.setbacks;
      tally.latest = setback;
    }
  }
  std::sort(tallies.begin(), tallies.end(), [](const Tally& a, const Tally& b) {
    if (a.count.setbacks != b.count.setbacks) return a.count.setbacks > b.count.setbacks;
    if (a.latest != b.latest) return a.latest > b.latest;
    return a.order < b.order;
  });
  std::vector<NameCount> counts;
  counts.reserve(tallies.size());
  for (Tally& tally : tallies) counts.push_back(std::move(tally.count));
  return counts;
}

}  // namespace stumble
