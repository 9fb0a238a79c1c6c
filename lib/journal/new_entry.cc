#include "journal/new_entry.h"

#include <algorithm>

#include "journal/entry_fields.h"
#include "text/text.h"

namespace stumble {

namespace {

size_t TablePlace(const std::string& name) {
  const EntryField* field = FindEntryField(name);
  return field ? static_cast<size_t>(field - EntryFields().data()) : EntryFields().size();
}

}  // namespace

std::string CleanValue(std::string_view value) {
  std::string clean;
  for (std::string_view line : Split(Trim(value), '\n')) {
    while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!clean.empty()) clean += '\n';
    clean += line;
  }
  return clean;
}

Item ParseAssignment(const std::string& text) {
  size_t equals = text.find('=');
  std::string name = text.substr(0, equals);
  if (equals == std::string::npos || !IsFieldName(name) || name[0] == '%')
    throw Error("--set: expected FIELD=VALUE, such as Domain=work", {}, ExitStatus::kUsage);
  if (name == "Id" || name == "Date" || name == "About")
    throw Error("--set: expected a field other than Id, Date and About; --when and --about give the last two", {},
                ExitStatus::kUsage);
  if (IsDerived(name, text.substr(equals + 1)))
    throw Error("--set: expected a field that no tool computes; of Safety, only 'no' is yours to say", {},
                ExitStatus::kUsage);
  Item item{name, CleanValue(text.substr(equals + 1)), {}, 0};
  std::string expected = ExpectedOf(item.name, item.value);
  if (!expected.empty()) throw Error(item.name + ": " + expected, {}, ExitStatus::kUsage);
  return item;
}

Record InTableOrder(const Record& record) {
  Record ordered = record;
  std::stable_sort(ordered.items().begin(), ordered.items().end(),
                   [](const Item& a, const Item& b) { return TablePlace(a.name) < TablePlace(b.name); });
  return ordered;
}

Record WithIdAndDate(const Record& record, const std::string& id, const std::string& date) {
  Record complete;
  complete.Add("Id", id);
  complete.Add("Date", record.Has("Date") ? std::string(record.Get("Date")) : date);
  for (const Item& item : record.items())
    if (item.name != "Id" && item.name != "Date") complete.items().push_back(item);
  return complete;
}

}  // namespace stumble
