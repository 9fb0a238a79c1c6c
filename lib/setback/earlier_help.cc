#include "setback/earlier_help.h"

#include <algorithm>

#include "moment/calendar.h"
#include "setback/merged_record.h"
#include "text/text.h"
#include "words/words.h"

namespace stumble {

namespace {

bool Share(const std::set<std::string>& some, const std::set<std::string>& others) {
  return std::any_of(some.begin(), some.end(), [&](const std::string& one) { return others.contains(one); });
}

std::set<std::string> FoldedTriggers(const Record& record) {
  std::set<std::string> triggers;
  for (std::string_view trigger : record.All("Trigger")) triggers.insert(FoldCase(trigger));
  return triggers;
}

bool BelongsTo(const Journal& journal, const Setback& setback, const Record& record) {
  auto is_it = [&](size_t place) {
    const std::string& id = journal.entries()[place].id;
    return !id.empty() && (id == record.Get("Id") || id == record.Get("About"));
  };
  return is_it(setback.root) || std::any_of(setback.follow_ups.begin(), setback.follow_ups.end(), is_it);
}

Record WhatHelped(const Record& merged) {
  Record help;
  for (std::string_view name : {"Id", "Date", "Setback"})
    if (const std::string* value = merged.Find(name)) help.Add(std::string(name), *value);
  bool says_something = false;
  for (std::string_view name : {"Helped", "Learned", "Kindness"}) {
    for (std::string_view value : merged.All(name)) {
      help.Add(std::string(name), std::string(value));
      says_something = true;
    }
  }
  std::string_view recovered = merged.Get("Recovered");
  bool eased = !recovered.empty() && recovered != "no";
  if (eased) help.Add("Recovered", std::string(recovered));
  return says_something || eased ? help : Record();
}

}  // namespace

std::set<std::string> TriggersOf(const Journal& journal, const Folded& folded, const Record& record) {
  std::set<std::string> triggers = FoldedTriggers(record);
  for (const auto* group : {&folded.setbacks, &folded.notes})
    for (const Setback& setback : *group)
      if (BelongsTo(journal, setback, record)) triggers.merge(FoldedTriggers(MergedRecord(journal, setback)));
  return triggers;
}

std::vector<Record> EarlierHelp(const Journal& journal, const Folded& folded, const Record& record,
                                const Likeness& likeness, size_t most, const EarlierHelpRules& rules) {
  struct Found {
    bool shares_trigger;
    Day day;
    Record help;
  };
  std::vector<Found> found;
  if (likeness.empty()) return {};
  for (const auto* group : {&folded.setbacks, &folded.notes}) {
    for (const Setback& setback : *group) {
      const Entry& root = journal.entries()[setback.root];
      if (setback.is_private || root.is_private || BelongsTo(journal, setback, record)) continue;
      Record merged = MergedRecord(journal, setback);
      bool shares_trigger = Share(FoldedTriggers(merged), likeness.triggers);
      if (!shares_trigger && (likeness.patterns.empty() || !Share(rules.patterns_of(merged), likeness.patterns))) continue;
      Record help = WhatHelped(merged);
      if (!help.HasFields() || merged.Get("Private") == "yes" || !rules.may_show(merged)) continue;
      found.push_back({shares_trigger, root.date ? root.date->day : kFirstDay, std::move(help)});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.shares_trigger != b.shares_trigger ? a.shares_trigger : a.day > b.day;
  });
  if (found.size() > most) found.resize(most);
  std::vector<Record> helps;
  for (Found& one : found) helps.push_back(std::move(one.help));
  return helps;
}

std::string EarlierHelpSentence(const Record& help, const std::vector<OwnLine>& lines, Day today) {
  std::string own = WroteThen(lines, today);
  if (!help.Has("Recovered")) return Ended(own);
  std::optional<Moment> date = ParseMoment(help.Get("Date")), eased = ParseMoment(help.Get("Recovered"));
  std::string eased_on = eased ? SpokenDate(eased->day, today) : "";
  if (own.empty()) return words::CameAndEased(date ? SpokenDate(date->day, today) : "", eased_on);
  return Ended(own) + " " + words::ItEased(eased_on);
}

}  // namespace stumble
