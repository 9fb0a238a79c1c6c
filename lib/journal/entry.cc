#include "journal/entry.h"

#include <algorithm>
#include <functional>

#include "journal/entry_fields.h"
#include "record/record_writer.h"
#include "text/text.h"

namespace stumble {

namespace {

// The first value of a field, if it is one that the field takes.
const std::string* SoundValue(const Record& record, std::string_view name) {
  const std::string* value = record.Find(name);
  return value && ExpectedOf(name, *value).empty() ? value : nullptr;
}

std::optional<int> NumberIn(const Record& record, std::string_view name) {
  const std::string* value = SoundValue(record, name);
  return value ? std::optional(std::stoi(*value)) : std::nullopt;
}

std::optional<RecoveryWord> RecoveryIn(const Record& record) {
  const std::string* value = SoundValue(record, "Recovered");
  if (!value) return std::nullopt;
  if (*value == "no") return RecoveryWord{false, std::nullopt};
  return RecoveryWord{true, ParseMoment(*value)};  // "yes" is no moment of its own
}

}  // namespace

bool CheckValues(const Record& record, const ErrorHandler& on_error) {
  bool sound = true;
  for (const Item& item : record.items()) {
    if (item.IsComment()) continue;
    std::string expected = ExpectedOf(item.name, item.value);
    if (expected.empty()) continue;
    sound = false;
    on_error(Error(item.name + ": " + expected, {record.place().file, record.LineOf(item)}));
  }
  return sound;
}

Entry ReadEntry(const Record& record, const ErrorHandler& on_error) {
  CheckValues(record, on_error);
  Entry entry;
  entry.id = Trim(record.Get("Id"));
  entry.about = Trim(record.Get("About"));
  if (const std::string* date = SoundValue(record, "Date")) entry.date = ParseMoment(*date);
  entry.has_setback = record.Has("Setback");
  entry.intensity = NumberIn(record, "Intensity");
  entry.belief = NumberIn(record, "Belief");
  entry.recovery = RecoveryIn(record);
  entry.has_come_back = record.Get("State") == "open again";
  std::vector<std::string_view> said = record.All("Private");
  // Whatever else may be meant by another word, it is not "show it to others".
  entry.is_private = std::any_of(said.begin(), said.end(), [](std::string_view word) { return word != "no"; });
  entry.content = std::hash<std::string>()(RenderRecord(record));
  return entry;
}

}  // namespace stumble
