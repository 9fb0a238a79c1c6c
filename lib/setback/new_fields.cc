#include "setback/new_fields.h"

#include "journal/entry_fields.h"
#include "setback/merged_record.h"
#include "text/text.h"

namespace stumble {

namespace {

bool IsIdentity(std::string_view name) { return name == "Id" || name == "Date" || name == "About"; }

void Hold(const Record& record, HeldFields& held) {
  for (const Item& item : record.items())
    if (!item.IsComment()) held.emplace(item.name, item.value);
}

}  // namespace

Record Storable(const Record& record) {
  Record storable;
  storable.set_place(record.place());
  for (const Item& item : record.items())
    if (!item.IsComment() && item.name[0] != '%' && !Trim(item.value).empty() && !IsDerived(item.name, item.value))
      storable.items().push_back(item);
  return storable;
}

HeldFields HeldBy(const Journal& journal, const Setback& setback) {
  HeldFields held;
  Hold(journal.records()[setback.root], held);
  for (size_t place : setback.follow_ups) Hold(journal.records()[place], held);
  Hold(MergedRecord(journal, setback), held);
  return held;
}

Record NewFieldsOf(const Record& record, const HeldFields& held) {
  Record fresh;
  fresh.set_place(record.place());
  const Item* anchor = nullptr;  // the Thought that the next fields belong to, if it is held and not repeated yet
  bool is_new_thought = false;   // they belong to a Thought that isn't held, and so are new with it
  const Record storable = Storable(record);
  for (const Item& item : storable.items()) {
    if (IsIdentity(item.name)) continue;
    bool is_held = held.contains({item.name, item.value});
    if (item.name == EntryShape().anchor) {
      if (!is_held) fresh.items().push_back(item);
      anchor = is_held ? &item : nullptr;
      is_new_thought = !is_held;
      continue;
    }
    if (is_held && !(is_new_thought && EntryShape().IsMember(item.name))) continue;
    if (EntryShape().IsMember(item.name) && anchor) {
      fresh.items().push_back(*anchor);
      anchor = nullptr;
    }
    fresh.items().push_back(item);
  }
  return fresh;
}

}  // namespace stumble
