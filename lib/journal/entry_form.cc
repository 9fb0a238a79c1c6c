#include "journal/entry_form.h"

#include <algorithm>
#include <span>

#include "journal/entry_fields.h"
#include "journal/journal_text.h"
#include "journal/new_entry.h"
#include "moment/spoken_time.h"
#include "record/record_reader.h"
#include "record/record_writer.h"
#include "text/text.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr std::string_view kOurMark = "#!";

using Group = std::span<const words::FieldWords>;

std::vector<Group> FormGroups() {
  std::vector<Group> groups;
  Group rest(words::kFormFields);
  while (!rest.empty()) {
    auto next = std::find_if(rest.begin() + 1, rest.end(), [](const auto& words) { return words.field.empty(); });
    groups.push_back(rest.first(static_cast<size_t>(next - rest.begin())));
    rest = rest.subspan(groups.back().size());
  }
  return groups;
}

bool HasField(Group group, std::string_view field) {
  return std::any_of(group.begin(), group.end(), [&](const words::FieldWords& f) { return f.field == field; });
}

std::string Commented(std::string_view text, std::string_view mark) {
  std::string lines;
  for (std::string_view line : Split(text, '\n')) lines += std::string(mark) + " " + std::string(line) + "\n";
  return lines;
}

void AppendField(std::string_view field, std::string_view text, const Record& filled, std::string& form) {
  form += Commented(text, "#");
  if (!filled.Has(field)) form += std::string(field) + ": \n";
  for (const Item& item : filled.items())
    if (item.name == field) form += RenderItem(item);
}

// A value as its field takes it, where white space around it or a spoken time is all that is in the way.
void Settle(Item& item, const Moment& now) {
  if (ExpectedOf(item.name, item.value).empty()) return;
  std::string trimmed(Trim(item.value));
  bool is_time = item.name == "Date" || item.name == "Recovered";
  if (ExpectedOf(item.name, trimmed).empty()) item.value = trimmed;
  else if (is_time && !trimmed.empty()) item.value = FormatMoment(ParseWhen(trimmed, now));
  else return;
  item.as_read.clear();
}

// Settles each value, and hands those that its field doesn't take to `on_error`; those that stood there before may
// stay.
void SettleValues(Record& record, const Record& before, const Moment& now, const ErrorHandler& on_error) {
  for (Item& item : record.items()) {
    if (item.IsComment() || Trim(item.value).empty() || before.HasPair(item.name, item.value)) continue;
    Place place{record.place().file, record.LineOf(item)};
    try {
      Settle(item, now);
      std::string expected = ExpectedOf(item.name, item.value);
      if (!expected.empty()) on_error(Error(item.name + ": " + expected, place));
    } catch (const Error& error) {
      on_error(Error(item.name + ": " + error.what(), place));
    }
  }
  for (const EntryField& field : EntryFields()) {
    int filled = 0;
    for (const Item& item : record.items()) {
      if (item.name != field.name || Trim(item.value).empty()) continue;
      if (++filled == 2 && field.once && before.All(field.name).size() < 2)
        on_error(Error(item.name + ": expected only once in an entry", {record.place().file, record.LineOf(item)}));
    }
  }
}

bool SaysSomething(const Record& record) {
  return std::any_of(record.items().begin(), record.items().end(), [](const Item& item) {
    return !item.IsComment() && item.name != "Id" && item.name != "Date" && item.name != "About" &&
           item.name != "Private";
  });
}

std::vector<Record> ReadParagraphs(const std::string& text, const std::string& name, const ErrorHandler& on_error) {
  std::vector<Record> records;
  TextSource source(text);
  RecordReader reader(source, name, on_error);
  while (const Record* record = reader.Next()) records.push_back(*record);
  return records;
}

Place PlaceOf(std::string_view field, const Record& record) {
  auto item = std::find_if(record.items().begin(), record.items().end(),
                           [&](const Item& candidate) { return candidate.name == field; });
  return item == record.items().end() ? record.place() : Place{record.place().file, record.LineOf(*item)};
}

// A line of ours, and not one that the person's own entry had.
bool IsOurs(const Item& item, const Record& before) {
  return item.IsComment() && item.value.starts_with(kOurMark) && !before.HasPair("", item.value);
}

void CheckId(const Record& edited, const Record& before, const Journal& journal, const ErrorHandler& on_error) {
  std::string_view id = before.Get("Id");
  if (!id.empty()) {
    if (edited.All("Id") != before.All("Id"))
      on_error(Error("Id: expected it as it was: other entries may follow this one up", PlaceOf("Id", edited)));
    return;
  }
  std::string_view given = Trim(edited.Get("Id"));
  bool taken = std::any_of(journal.entries().begin(), journal.entries().end(),
                           [&](const Entry& entry) { return !given.empty() && entry.id == given; });
  if (taken) on_error(Error("Id: expected one that no other entry has", PlaceOf("Id", edited)));
}

void CheckAbout(const Record& edited, const Record& before, const Journal& journal, const ErrorHandler& on_error) {
  std::string_view about = Trim(edited.Get("About"));
  if (about.empty() || before.HasPair("About", edited.Get("About"))) return;
  bool known = std::any_of(journal.entries().begin(), journal.entries().end(),
                           [&](const Entry& entry) { return entry.id == about && about != Trim(before.Get("Id")); });
  if (!known) on_error(Error("About: expected the Id of another entry in the journal", PlaceOf("About", edited)));
}

}  // namespace

std::string EntryForm(const Record& filled) {
  std::string form = Commented(words::kFormHead, "#");
  std::vector<Group> groups = FormGroups();
  if (filled.Has("About")) {
    form += "#\n";
    AppendField("About", words::kFormFollowsUp, filled, form);
    auto helped = std::find_if(groups.begin(), groups.end(), [](Group group) { return HasField(group, "Helped"); });
    std::rotate(groups.begin(), helped, helped + 1);
  }
  for (Group group : groups) {
    form += "#\n# --- " + std::string(group[0].text) + " ---\n";
    for (const words::FieldWords& field : group.subspan(1)) AppendField(field.field, field.text, filled, form);
  }
  bool first = true;
  for (const Item& item : filled.items()) {
    bool in_form = item.name == "About" ||
                   std::any_of(groups.begin(), groups.end(), [&](Group group) { return HasField(group, item.name); });
    if (in_form) continue;
    if (first) form += "#\n# --- " + std::string(words::kFormYours) + " ---\n";
    first = false;
    form += RenderItem(item);
  }
  return form;
}

std::vector<Record> ReadEntryForm(const std::string& text, const std::string& name, const Moment& now,
                                  const ErrorHandler& on_error) {
  std::vector<Record> entries;
  for (Record& record : ReadParagraphs(text, name, on_error)) {
    if (!record.IsEntry()) continue;
    SettleValues(record, {}, now, on_error);
    Record entry;
    entry.set_place(record.place());
    for (const Item& item : record.items()) {
      std::string value = item.IsComment() ? "" : CleanValue(item.value);
      if (!value.empty() && !IsDerived(item.name, value)) entry.Add(item.name, value);
    }
    if (!SaysSomething(entry)) continue;
    if (entry.Has("Recovered") && !entry.Has("Setback") && !entry.Has("About") && !entry.Has("Id"))
      on_error(Error("Recovered: expected what happened in the same entry; 'log-setback --about REF -e' follows an "
                     "earlier one up",
                     PlaceOf("Recovered", record)));
    entries.push_back(std::move(entry));
  }
  return entries;
}

void SettleSpokenValues(Record& record, const Moment& now) {
  for (Item& item : record.items()) {
    try {
      if (!item.IsComment()) Settle(item, now);
    } catch (const Error&) {
      // Not a time either: whoever checks the value says so.
    }
  }
}

std::string EntryToEdit(std::string_view paragraph) {
  std::string text = Commented(words::kEditHead, kOurMark) + WithoutCarriageReturns(paragraph);
  if (text.back() != '\n') text += '\n';
  return text;
}

std::optional<Record> ReadEditedEntry(const std::string& text, const std::string& name, const Record& before,
                                      const Journal& journal, const Moment& now, const ErrorHandler& on_error) {
  std::optional<Record> edited;
  for (Record& record : ReadParagraphs(text, name, on_error)) {
    bool ours_alone = std::all_of(record.items().begin(), record.items().end(),
                                  [&](const Item& item) { return IsOurs(item, before); });
    if (ours_alone) continue;
    if (edited || record.IsDescriptor()) {
      on_error(Error("expected one entry, and no blank line within it", record.place()));
      return std::nullopt;
    }
    edited = std::move(record);
  }
  if (!edited || !edited->HasFields()) return std::nullopt;
  SettleValues(*edited, before, now, on_error);
  CheckId(*edited, before, journal, on_error);
  CheckAbout(*edited, before, journal, on_error);
  if (before.Has("Date") && Trim(edited->Get("Date")).empty())
    on_error(Error("Date: expected one in every entry", PlaceOf("Date", *edited)));
  std::erase_if(edited->items(), [&](const Item& item) {
    if (item.IsComment()) return IsOurs(item, before);
    return Trim(item.value).empty() || IsDerived(item.name, item.value);
  });
  if (SaysSomething(*edited) || !SaysSomething(before)) return edited;
  return std::nullopt;
}

}  // namespace stumble
