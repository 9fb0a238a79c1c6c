#include "record/record.h"

#include <algorithm>

namespace stumble {

const std::string* Record::Find(std::string_view name) const {
  for (const Item& item : items_)
    if (item.name == name) return &item.value;
  return nullptr;
}

std::string_view Record::Get(std::string_view name) const {
  const std::string* value = Find(name);
  return value ? std::string_view(*value) : std::string_view();
}

std::vector<std::string_view> Record::All(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const Item& item : items_)
    if (item.name == name) values.push_back(item.value);
  return values;
}

bool Record::HasPair(std::string_view name, std::string_view value) const {
  return std::any_of(items_.begin(), items_.end(),
                     [&](const Item& item) { return item.name == name && item.value == value; });
}

void Record::Insert(size_t index, std::string name, std::string value) {
  items_.insert(items_.begin() + static_cast<std::ptrdiff_t>(index), {std::move(name), std::move(value), {}, 0});
}

void Record::Set(std::string_view name, std::string value) {
  for (Item& item : items_) {
    if (item.name != name) continue;
    item.value = std::move(value);
    item.as_read.clear();
    return;
  }
  Add(std::string(name), std::move(value));
}

void Record::Remove(std::string_view name) {
  std::erase_if(items_, [&](const Item& item) { return item.name == name; });
}

int Record::LineOf(const Item& wanted) const {
  int line = place_.line;
  for (const Item& item : items_) {
    if (&item == &wanted) break;
    line += item.lines_read;
  }
  return line;
}

bool Record::HasFields() const {
  return std::any_of(items_.begin(), items_.end(), [](const Item& item) { return !item.IsComment(); });
}

bool Record::IsDescriptor() const {
  auto first = std::find_if(items_.begin(), items_.end(), [](const Item& item) { return !item.IsComment(); });
  return first != items_.end() && first->name.front() == '%';
}

bool IsFieldName(std::string_view text) {
  auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (text.empty() || !(letter(text[0]) || text[0] == '%')) return false;
  return std::all_of(text.begin() + 1, text.end(),
                     [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace stumble
