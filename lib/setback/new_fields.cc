#include "setback/new_fields.h"

#include "journal/entry_fields.h"
#include "setback/merged_record.h"
#include "text/text.h"

namespace stumble {

namespace {

bool IsIdentity(std::string_view name) { return name == "Id" || name == "Date" || name == "About"; }

// An answer to a question of a pack: the same words to another question are another answer.
std::pair<std::string, std::string> AnswerTo(const std::string& prompt, const Item& answer) {
  return {"Answer", prompt + '\n' + answer.value};
}

// Whether the Prompt at `place` has an Answer with words in it, before the next Prompt.
bool IsAnswered(const Record& record, size_t place) {
  for (size_t i = place + 1; i < record.items().size() && record.items()[i].name != "Prompt"; ++i)
    if (record.items()[i].name == "Answer" && !Trim(record.items()[i].value).empty()) return true;
  return false;
}

}  // namespace

void Hold(const Record& record, HeldFields& held) {
  std::string prompt;
  for (const Item& item : record.items()) {
    if (item.IsComment()) continue;
    if (item.name == "Prompt") prompt = item.value;
    held.insert(item.name == "Answer" ? AnswerTo(prompt, item) : std::pair(item.name, item.value));
  }
}

Record Storable(const Record& record) {
  Record storable;
  storable.set_place(record.place());
  for (size_t i = 0; i < record.items().size(); ++i) {
    const Item& item = record.items()[i];
    if (item.IsComment() || item.name[0] == '%' || Trim(item.value).empty() || IsDerived(item.name, item.value)) continue;
    if (item.name != "Prompt" || IsAnswered(record, i)) storable.items().push_back(item);
  }
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
  const Item* prompt = nullptr;  // the question that the next Answer belongs to
  const Record storable = Storable(record);
  for (const Item& item : storable.items()) {
    if (IsIdentity(item.name)) continue;
    if (item.name == "Prompt") {
      prompt = &item;
      continue;
    }
    if (item.name == "Answer") {
      if (held.contains(AnswerTo(prompt ? prompt->value : "", item))) continue;
      if (prompt) fresh.items().push_back(*prompt);
      fresh.items().push_back(item);
      continue;
    }
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
