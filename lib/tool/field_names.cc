#include "tool/field_names.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "journal/entry_fields.h"
#include "text/near_words.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr size_t kMostCharacters = 24;

// The fields that people name: the table's, and those that tools compute.
std::vector<std::string> KnownFields() {
  std::vector<std::string> names;
  for (const EntryField& field : EntryFields()) names.emplace_back(field.name);
  for (const char* computed : {"State", "IntensityNow", "BeliefNow", "RecoveryDays"}) names.emplace_back(computed);
  return names;
}

}  // namespace

std::string FieldNamed(std::string_view name) {
  for (const EntryField& field : EntryFields())
    if (EqualIgnoringCase(field.name, name)) return std::string(field.name);
  if (!IsFieldName(name)) throw Error("expected the name of a field, such as Trigger", {}, ExitStatus::kUsage);
  return std::string(name);
}

void WarnIfMisspelt(std::string_view option, std::string_view name, Tool& tool) {
  std::vector<std::string> known = KnownFields();
  if (!IsFieldName(name) || std::find(known.begin(), known.end(), name) != known.end()) return;
  std::optional<std::string> near = NearWord(name, known);
  if (!near) return;
  // A name like this is no sentence of the person's; a longer one might be one.
  std::string shown = name.size() <= kMostCharacters ? std::string(name) : "this";
  tool.messages().Warn(std::string(option) + ": " + shown + " is taken for a field of your own; did you mean " +
                       *near + "?");
}

bool NameMisspeltFields(const Record& record, const Record& before, Tool& tool) {
  static std::set<std::string> said;
  const std::vector<std::string> known = KnownFields();
  bool says = false;
  for (const Item& item : record.items()) {
    bool is_fine = item.IsComment() || item.name[0] == '%' || before.Has(item.name) ||
                   std::find(known.begin(), known.end(), item.name) != known.end();
    std::optional<std::string> near = is_fine ? std::nullopt : NearWord(item.name, known);
    if (!near || !said.insert(item.name).second) continue;
    says = true;
    std::string shown = item.name.size() <= kMostCharacters ? "'" + item.name + "'" : "this";
    Place place{record.place().file, record.LineOf(item)};
    tool.messages().Warn(Error(shown + " is not one of the fields; did you mean " + *near + "? It is kept as it is", place).Sentence());
  }
  return says;
}

}  // namespace stumble
