#include "journal/reference.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "text/text.h"

namespace stumble {

namespace {

constexpr size_t kFewestCharacters = 4;

std::string UpperCase(std::string_view text) {
  std::string upper(text);
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return upper;
}

}  // namespace

void ReferenceIndex::Add(const Entry& entry) {
  std::string id = UpperCase(entry.id);
  std::string order = !id.empty() ? id : entries_.empty() ? "" : entries_.back().order;
  entries_.push_back({std::move(id), std::move(order), entry.IsSetback()});
}

size_t ReferenceIndex::Resolve(std::string_view reference) const {
  if (reference.starts_with('@')) return ResolveCount(reference.substr(1));
  return ResolveId(reference);
}

size_t ReferenceIndex::LoggedLast() const {
  if (entries_.empty()) throw Error("expected an entry in the journal; there is none yet");
  size_t last = 0;
  for (size_t i = 1; i < entries_.size(); ++i)
    if (entries_[i].order >= entries_[last].order) last = i;
  return last;
}

size_t ReferenceIndex::ResolveCount(std::string_view digits) const {
  size_t count = 0;
  auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (failure != std::errc() || end != digits.data() + digits.size() || count == 0)
    throw Error("unknown reference: expected @1 for what was logged last, @2 for the one before, or an Id");
  std::vector<size_t> setbacks;
  for (size_t i = 0; i < entries_.size(); ++i) {
    bool known = !entries_[i].id.empty() && std::any_of(setbacks.begin(), setbacks.end(), [&](size_t other) {
      return entries_[other].id == entries_[i].id;
    });
    if (entries_[i].is_setback && !known) setbacks.push_back(i);
  }
  if (setbacks.empty())
    throw Error("unknown reference @" + std::to_string(count) + ": nothing that it could name is logged yet");
  if (count > setbacks.size())
    throw Error("unknown reference @" + std::to_string(count) + ": expected @1 for what was logged last, @2 for the one before, or "
                "an Id");
  std::stable_sort(setbacks.begin(), setbacks.end(),
                   [&](size_t a, size_t b) { return entries_[a].order < entries_[b].order; });
  return setbacks[setbacks.size() - count];
}

size_t ReferenceIndex::ResolveId(std::string_view reference) const {
  std::string wanted = UpperCase(reference);
  auto whole = std::find_if(entries_.begin(), entries_.end(), [&](const Known& k) { return !k.id.empty() && k.id == wanted; });
  if (whole != entries_.end()) return static_cast<size_t>(whole - entries_.begin());
  if (wanted.size() < kFewestCharacters)
    throw Error("unknown reference: expected @1, an Id, or four or more of an Id's last characters");
  std::optional<size_t> found;
  for (size_t i = 0; i < entries_.size(); ++i) {
    const std::string& id = entries_[i].id;
    if (!id.ends_with(wanted)) continue;
    if (found && entries_[*found].id != id)
      throw Error("ambiguous reference: more than one entry's Id ends like that; expected more of its characters");
    if (!found) found = i;
  }
  if (!found) throw Error("unknown reference: no entry's Id is or ends in that; expected @1, an Id, or its last characters");
  return *found;
}

}  // namespace stumble
