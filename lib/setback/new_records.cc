#include "setback/new_records.h"

#include <algorithm>

#include "journal/entry_fields.h"
#include "journal/new_entry.h"
#include "text/text.h"

namespace stumble {

namespace {

// Fields that the command line gives for every record: a single one replaces, another is added.
void AddCommon(const Record& common, Record& record) {
  for (const Item& item : common.items()) {
    const EntryField* field = FindEntryField(item.name);
    if (field && field->once) {
      record.Set(item.name, item.value);
    } else if (!record.HasPair(item.name, item.value)) {
      record.items().push_back(item);
    }
  }
}

}  // namespace

NewRecords::NewRecords(const Journal& journal, std::function<std::string()> make_id, std::string date)
    : journal_(journal), make_id_(std::move(make_id)), date_(std::move(date)), folded_(Fold(journal.entries())) {
  auto place_id = [&](size_t place, size_t group) {
    if (!journal.entries()[place].id.empty()) group_of_id_.emplace(journal.entries()[place].id, group);
  };
  for (const auto* list : {&folded_.setbacks, &folded_.notes}) {
    for (const Setback& setback : *list) {
      place_id(setback.root, setback_of_group_.size());
      for (size_t place : setback.follow_ups) place_id(place, setback_of_group_.size());
      setback_of_group_.push_back(&setback);
    }
  }
  for (size_t place : folded_.strays) {
    place_id(place, setback_of_group_.size());
    Hold(journal.records()[place], held_[setback_of_group_.size()]);
    setback_of_group_.push_back(nullptr);
  }
}

HeldFields& NewRecords::HeldAt(const std::string& id) {
  auto group = group_of_id_.find(id);
  if (group == group_of_id_.end()) {  // follows up an entry that isn't there
    group = group_of_id_.emplace(id, setback_of_group_.size()).first;
    setback_of_group_.push_back(nullptr);
  }
  auto [held, is_new] = held_.try_emplace(group->second);
  if (is_new && setback_of_group_[group->second]) held->second = HeldBy(journal_, *setback_of_group_[group->second]);
  return held->second;
}

std::optional<Record> NewRecords::Take(const Record& record, const std::string& about, const Record& common) {
  Record fields = Storable(record);
  AddCommon(common, fields);
  std::string id(Trim(record.Get("Id")));
  if (!about.empty()) return FollowUp(fields, about, common);
  if (!id.empty() && group_of_id_.contains(id)) return FollowUp(fields, id, common);
  return Entry(fields);
}

std::optional<Record> NewRecords::FollowUp(const Record& fields, const std::string& about, const Record& common) {
  HeldFields& held = HeldAt(about);
  Record fresh = NewFieldsOf(fields, held);
  // Ratings and words on recovery are of their time: said now, they are new, whatever was said before.
  for (const Item& item : common.items()) {
    bool of_its_time = item.name == "Recovered" || item.name == "Intensity" || item.name == "Belief";
    if (of_its_time && !fresh.Has(item.name)) fresh.items().push_back(item);
  }
  if (!fresh.HasFields()) return std::nullopt;
  Record entry;
  entry.Add("Id", make_id_());
  entry.Add("Date", common.Has("Date") ? std::string(common.Get("Date")) : date_);
  entry.Add("About", about);
  for (const Item& item : fresh.items()) entry.items().push_back(item);
  Hold(entry, held);
  group_of_id_.emplace(entry.Get("Id"), group_of_id_.at(about));
  return entry;
}

std::optional<Record> NewRecords::Entry(const Record& fields) {
  bool empty = std::all_of(fields.items().begin(), fields.items().end(),
                           [](const Item& item) { return item.name == "Id" || item.name == "Date"; });
  if (empty) return std::nullopt;
  std::string id(fields.Get("Id"));
  Record entry = WithIdAndDate(fields, id.empty() ? make_id_() : id, date_);
  std::string root(entry.Get("About"));
  HeldFields& held = HeldAt(root.empty() ? std::string(entry.Get("Id")) : root);
  Hold(entry, held);
  if (!root.empty()) group_of_id_.emplace(entry.Get("Id"), group_of_id_.at(root));
  return entry;
}

}  // namespace stumble
