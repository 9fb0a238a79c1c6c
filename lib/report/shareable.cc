#include "report/shareable.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "asking/safety_plan.h"

namespace stumble {

namespace {

// Marks entries to be left out. A mark spreads to follow-ups, theirs, and entries of the same Id.
class Marks {
 public:
  explicit Marks(const Journal& journal) : journal_(journal), is_marked_(journal.entries().size()) {
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
  const Journal& journal_;
  std::vector<bool> is_marked_;
  std::unordered_map<std::string, std::vector<size_t>> related_;  // the entries that have an Id or follow it up
};

void MarkHeld(const Journal& journal, const std::vector<Setback>& setbacks, const HeldTest& is_held, Marks& marks) {
  for (const Setback& setback : setbacks) {
    auto held = [&](size_t place) { return is_held(journal.records()[place]); };
    if (!held(setback.root) && std::none_of(setback.follow_ups.begin(), setback.follow_ups.end(), held)) continue;
    marks.Mark(setback.root);
  }
}

}  // namespace

bool IsKeptOut(const Record& record) {
  if (HoldsPlan(record)) return true;
  std::vector<std::string_view> values = record.All("Private");
  return std::any_of(values.begin(), values.end(), [](std::string_view value) { return value != "no"; });
}

Journal Shareable(Journal journal, const Folded& folded, const HeldTest& is_held) {
  Marks marks(journal);
  MarkHeld(journal, folded.setbacks, is_held, marks);
  MarkHeld(journal, folded.notes, is_held, marks);
  for (size_t place = 0; place < journal.records().size(); ++place)
    if (IsKeptOut(journal.records()[place])) marks.Mark(place);
  for (size_t place : folded.strays) marks.MarkAlone(place);
  for (size_t place : folded.repeats) marks.MarkAlone(place);
  std::unordered_map<std::string_view, size_t> version_of;  // the one that stays so far, by Id
  for (size_t place = 0; place < journal.entries().size(); ++place) {
    const std::string& id = journal.entries()[place].id;
    if (id.empty() || marks.IsMarked(place)) continue;
    auto [earlier, is_first] = version_of.emplace(id, place);
    if (is_first) continue;
    marks.MarkAlone(earlier->second);
    earlier->second = place;
  }
  std::vector<bool> is_left(journal.records().size());
  for (size_t place = 0; place < is_left.size(); ++place) is_left[place] = !marks.IsMarked(place);
  std::vector<Record> records = std::move(journal).TakeRecords();
  Journal shareable;
  for (size_t place = 0; place < records.size(); ++place)
    if (is_left[place]) shareable.Add(std::move(records[place]), [](const Error&) {});  // said when it was read
  return shareable;
}

}  // namespace stumble
