#include "report/shareable.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stumble {

namespace {

// Marks entries to be left out. A mark spreads to follow-ups, theirs, and entries of the same Id.
class Marks {
 public:
  explicit Marks(const Digests& journal) : journal_(journal), is_marked_(journal.entries().size()) {
    for (size_t place = 0; place < is_marked_.size(); ++place) {
      const Entry& entry = journal.entries()[place];
      for (const std::string& id : {entry.id, entry.about})
        if (!id.empty()) related_[id].push_back(place);
    }
  }

  bool IsMarked(size_t place) const { return is_marked_[place]; }

  void MarkAlone(size_t place) { is_marked_[place] = true; }

  void Mark(size_t first) {
    std::vector<size_t> waiting = {first};
    while (!waiting.empty()) {
      size_t place = waiting.back();
      waiting.pop_back();
      if (is_marked_[place]) continue;
      is_marked_[place] = true;
      auto related = related_.find(journal_.entries()[place].id);
      if (related != related_.end()) waiting.insert(waiting.end(), related->second.begin(), related->second.end());
    }
  }

 private:
  const Digests& journal_;
  std::vector<bool> is_marked_;
  std::unordered_map<std::string, std::vector<size_t>> related_;  // the entries that have an Id or follow it up
};

void MarkHeld(const Digests& journal, const std::vector<Setback>& setbacks, Marks& marks) {
  for (const Setback& setback : setbacks) {
    auto held = [&](size_t place) { return journal.IsHeld(place); };
    if (!held(setback.root) && std::none_of(setback.follow_ups.begin(), setback.follow_ups.end(), held)) continue;
    marks.Mark(setback.root);
  }
}

}  // namespace

Digests Shareable(Digests journal, const Folded& folded) {
  const size_t count = journal.entries().size();
  Marks marks(journal);
  MarkHeld(journal, folded.setbacks, marks);
  MarkHeld(journal, folded.notes, marks);
  for (size_t place = 0; place < count; ++place)
    if (journal.entries()[place].is_private) marks.Mark(place);
  for (size_t place : folded.strays) marks.MarkAlone(place);
  for (size_t place : folded.repeats) marks.MarkAlone(place);
  std::unordered_map<std::string_view, size_t> version_of;  // the one that stays so far, by Id
  for (size_t place = 0; place < count; ++place) {
    const std::string& id = journal.entries()[place].id;
    if (id.empty() || marks.IsMarked(place)) continue;
    auto [earlier, is_first] = version_of.emplace(id, place);
    if (is_first) continue;
    marks.MarkAlone(earlier->second);
    earlier->second = place;
  }
  std::vector<bool> is_left(count);
  for (size_t place = 0; place < count; ++place) is_left[place] = !marks.IsMarked(place);
  journal.KeepOnly(is_left);
  return journal;
}

}  // namespace stumble
