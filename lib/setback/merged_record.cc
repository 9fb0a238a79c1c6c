#include "setback/merged_record.h"

#include <algorithm>
#include <cstdio>

#include "journal/entry_fields.h"

namespace stumble {

namespace {

bool IsLeftOut(std::string_view name) {
  return name == "Id" || name == "Date" || name == "About" || name == "Intensity" || name == "Belief" ||
         name == "Recovered" || name == "Safety";
}

// What the entries say of safety, together: a label if any has one; the person's own `no` only if it stands in all.
std::string MergedSafety(const Journal& journal, const Setback& setback) {
  bool all_say_no = journal.records()[setback.root].Get("Safety") == "no";
  std::string label(journal.records()[setback.root].Get("Safety"));
  for (size_t place : setback.follow_ups) {
    std::string_view word = journal.records()[place].Get("Safety");
    all_say_no = all_say_no && word == "no";
    if (word == "crisis" || word == "abuse") label = word;
  }
  return label != "no" || all_say_no ? label : "";
}

bool HasAnswer(const Record& record, const std::string& prompt, const Item& answer) {
  std::string last;
  for (const Item& item : record.items()) {
    if (item.name == "Prompt") last = item.value;
    if (item == answer && last == prompt) return true;
  }
  return false;
}

// Where a field that belongs to the thought at `anchor` goes: after those that stand there already.
size_t EndOfGroup(const Record& record, size_t anchor) {
  size_t at = anchor + 1;
  while (at < record.items().size() && EntryShape().IsMember(record.items()[at].name)) ++at;
  return at;
}

bool GroupHolds(const Record& record, size_t anchor, const Item& item) {
  size_t end = EndOfGroup(record, anchor);
  return std::find(record.items().begin() + static_cast<std::ptrdiff_t>(anchor),
                   record.items().begin() + static_cast<std::ptrdiff_t>(end),
                   item) != record.items().begin() + static_cast<std::ptrdiff_t>(end);
}

void AddFollowUp(const Record& follow_up, Record& merged) {
  std::optional<size_t> anchor;  // in `merged`
  std::string prompt;            // the question that the next Answer belongs to
  for (const Item& item : follow_up.items()) {
    if (item.IsComment() || IsLeftOut(item.name)) continue;
    if (item.name == "Prompt") {
      prompt = item.value;
      continue;
    }
    if (item.name == "Answer" && !prompt.empty()) {
      if (HasAnswer(merged, prompt, item)) continue;
      merged.Add("Prompt", prompt);
      merged.items().push_back(item);
      continue;
    }
    auto known = std::find(merged.items().begin(), merged.items().end(), item);
    if (item.name == EntryShape().anchor) {
      anchor = static_cast<size_t>(known - merged.items().begin());
      if (known == merged.items().end()) merged.items().push_back(item);
    } else if (EntryShape().IsMember(item.name) && anchor) {
      if (!GroupHolds(merged, *anchor, item)) merged.Insert(EndOfGroup(merged, *anchor), item.name, item.value);
    } else if (known == merged.items().end()) {
      merged.items().push_back(item);
    }
  }
}

void SetRating(std::string_view name, std::optional<int> first, std::optional<int> last, Record& merged) {
  if (first) merged.Set(name, std::to_string(*first));
  if (last) merged.Set(std::string(name) + "Now", std::to_string(*last));
}

std::string RecoveredValue(const Setback& setback) {
  if (setback.state != State::kRecovered) return "no";
  std::optional<Moment> when = setback.RecoveredAt();
  return when ? FormatMoment(*when) : "yes";
}

}  // namespace

std::string FormatDays(double days) {
  char text[64];
  std::snprintf(text, sizeof text, "%.2f", days);
  std::string result = text;
  while (result.back() == '0') result.pop_back();
  if (result.back() == '.') result.pop_back();
  return result;
}

Record MergedRecord(const Journal& journal, const Setback& setback) {
  Record merged = journal.records()[setback.root];
  for (size_t place : setback.follow_ups) AddFollowUp(journal.records()[place], merged);
  merged.Remove("Safety");
  std::string safety = MergedSafety(journal, setback);
  if (!safety.empty()) merged.Add("Safety", safety);
  SetRating("Intensity", setback.intensity_first, setback.intensity_last, merged);
  SetRating("Belief", setback.belief_first, setback.belief_last, merged);
  if (!journal.entries()[setback.root].IsSetback()) return merged;
  merged.Remove("Recovered");
  if (setback.state != State::kOpen) merged.Add("Recovered", RecoveredValue(setback));
  merged.Add("State", std::string(StateName(setback.state)));
  if (setback.recovery_days) merged.Add("RecoveryDays", FormatDays(*setback.recovery_days));
  return merged;
}

Record MergedRecordAt(const Journal& journal, const Folded& folded, size_t place) {
  for (const std::vector<Setback>* roots : {&folded.setbacks, &folded.notes})
    for (const Setback& root : *roots)
      if (root.root == place || std::find(root.follow_ups.begin(), root.follow_ups.end(), place) != root.follow_ups.end())
        return MergedRecord(journal, root);
  return journal.records()[place];
}

}  // namespace stumble
