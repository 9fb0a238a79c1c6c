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

// Each own Reframe with the Thought that it belongs to.
void AddOwnReframes(const Record& merged, const std::function<bool(const std::string&)>& is_own, Record& help) {
  std::string thought;
  for (const Item& item : merged.items()) {
    if (item.name == "Thought") thought = item.value;
    if (item.name != "Reframe" || !is_own(item.value)) continue;
    if (!thought.empty()) help.Add("Thought", thought);
    thought.clear();  // said once for what belongs to it
    help.Add("Reframe", item.value);
  }
}

Record WhatHelped(const Record& merged, const std::function<bool(const std::string&)>& is_own_reframe) {
  Record help;
  for (std::string_view name : {"Id", "Date", "Setback"})
    if (const std::string* value = merged.Find(name)) help.Add(std::string(name), *value);
  if (is_own_reframe) AddOwnReframes(merged, is_own_reframe, help);
  bool says_something = help.Has("Reframe");
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
  struct Candidate {
    bool shares_trigger;
    Day day;
    Record merged, help;
  };
  std::vector<Candidate> candidates;
  if (likeness.empty()) return {};
  for (const auto* group : {&folded.setbacks, &folded.notes}) {
    for (const Setback& setback : *group) {
      const Entry& root = journal.entries()[setback.root];
      if (setback.is_private || root.is_private || BelongsTo(journal, setback, record)) continue;
      Record merged = MergedRecord(journal, setback);
      bool shares_trigger = Share(FoldedTriggers(merged), likeness.triggers);
      if (merged.Get("Private") == "yes" || (!shares_trigger && likeness.patterns.empty())) continue;
      Record help = WhatHelped(merged, rules.is_own_reframe);
      if (!help.HasFields()) continue;
      candidates.push_back({shares_trigger, root.date ? root.date->day : kFirstDay, std::move(merged), std::move(help)});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.shares_trigger != b.shares_trigger ? a.shares_trigger : a.day > b.day;
  });
  // Patterns and safety take the most time, so they are asked for one by one, and only as long as something is missing.
  std::vector<Record> helps;
  for (Candidate& one : candidates) {
    if (helps.size() == most) break;
    if (!one.shares_trigger && !Share(rules.patterns_of(one.merged), likeness.patterns)) continue;
    if (rules.may_show(one.merged)) helps.push_back(std::move(one.help));
  }
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
