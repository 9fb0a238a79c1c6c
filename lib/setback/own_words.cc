#include "setback/own_words.h"

#include <algorithm>
#include <map>
#include <set>

#include "moment/calendar.h"
#include "text/text.h"
#include "words/words.h"

namespace stumble {

namespace {

bool IsHelp(std::string_view name) { return name == "Helped" || name == "Learned" || name == "Kindness"; }

// Days and times as they were written there, so that every two can be put in order; a date alone begins its day.
std::pair<Day, std::chrono::seconds> WrittenTime(const Entry& entry) {
  if (!entry.date) return {kFirstDay, std::chrono::seconds(0)};
  return {entry.date->day, entry.date->time_of_day.value_or(std::chrono::seconds(0))};
}

// Whether the setback has one of the triggers, folded; they may stand in what follows it up, as after 'Add anything?'.
bool NamesOneOf(const std::set<std::string>& triggers, const Journal& journal, const Setback& setback) {
  auto names_one = [&](size_t place) {
    std::vector<std::string_view> names = journal.records()[place].All("Trigger");
    return std::any_of(names.begin(), names.end(), [&](auto name) { return triggers.contains(FoldCase(name)); });
  };
  return names_one(setback.root) || std::any_of(setback.follow_ups.begin(), setback.follow_ups.end(), names_one);
}

// Whether the entry is one of the setback's.
bool BelongsTo(const Record& entry, const Journal& journal, const Setback& setback) {
  auto is_it = [&](size_t place) { return !entry.Get("About").empty() && journal.entries()[place].id == entry.Get("About"); };
  return is_it(setback.root) || std::any_of(setback.follow_ups.begin(), setback.follow_ups.end(), is_it);
}

}  // namespace

std::string Ended(std::string_view words) {
  std::string text(Trim(words));
  if (!text.empty() && std::string_view(".!?\"”…").find(text.back()) == std::string_view::npos) text += '.';
  return text;
}

std::vector<std::optional<size_t>> RootsByPlace(const Journal& journal, const Folded& folded) {
  std::vector<std::optional<size_t>> roots(journal.entries().size());
  for (const auto* group : {&folded.setbacks, &folded.notes}) {
    for (const Setback& setback : *group) {
      roots[setback.root] = setback.root;
      for (size_t place : setback.follow_ups) roots[place] = setback.root;
    }
  }
  return roots;
}

std::vector<size_t> EntriesThatHelp(const Journal& journal, const Folded& folded) {
  std::vector<size_t> places;
  for (size_t place = 0; place < journal.records().size(); ++place) {
    const auto& items = journal.records()[place].items();
    bool helps = std::any_of(items.begin(), items.end(), [](const Item& item) { return IsHelp(item.name); });
    bool repeat = std::find(folded.repeats.begin(), folded.repeats.end(), place) != folded.repeats.end();
    if (helps && !repeat) places.push_back(place);
  }
  std::reverse(places.begin(), places.end());
  std::stable_sort(places.begin(), places.end(), [&](size_t a, size_t b) {
    return WrittenTime(journal.entries()[a]) > WrittenTime(journal.entries()[b]);
  });
  return places;
}

Record HelpOf(const Record& record) {
  Record help;
  for (std::string_view name : {"Id", "Date", "About"})
    if (const std::string* value = record.Find(name)) help.Add(std::string(name), *value);
  for (const Item& item : record.items())
    if (IsHelp(item.name)) help.items().push_back(item);
  return help;
}

std::optional<OwnLine> NewestHelpFor(const Journal& journal, const Folded& folded, const Record& entry,
                                     const std::function<bool(const Record&)>& may_show) {
  std::set<std::string> triggers;
  for (std::string_view trigger : entry.All("Trigger")) triggers.insert(FoldCase(trigger));
  bool came_back = entry.Get("Recovered") == "no";
  std::map<size_t, const Setback*> by_place;
  for (const Setback& setback : folded.setbacks) {
    by_place[setback.root] = &setback;
    for (size_t place : setback.follow_ups) by_place[place] = &setback;
  }
  for (size_t place : EntriesThatHelp(journal, folded)) {
    auto found = by_place.find(place);
    if (found == by_place.end()) continue;
    const Setback& setback = *found->second;
    const Record& root = journal.records()[setback.root];
    const Record& record = journal.records()[place];
    bool is_back = came_back && BelongsTo(entry, journal, setback) && record.Get("Id") != entry.Get("Id");
    bool eased_then = setback.state == State::kRecovered && root.Get("Id") != entry.Get("Id");
    if (!is_back && (!eased_then || !NamesOneOf(triggers, journal, setback))) continue;
    if (setback.is_private || journal.entries()[place].is_private || !may_show(record) || !may_show(root)) continue;
    for (std::string_view field : {"Helped", "Kindness"})
      if (const std::string* words = record.Find(field)) return OwnLine{*words, journal.entries()[place].date};
  }
  return std::nullopt;
}

std::vector<OwnLine> DatedLines(const Journal& journal, const Folded& folded, const Record& help) {
  std::vector<OwnLine> lines;
  std::vector<std::optional<size_t>> roots = RootsByPlace(journal, folded);
  for (const Item& item : help.items()) {
    if (!IsHelp(item.name) && item.name != "Reframe") continue;
    OwnLine line{item.value, std::nullopt};
    for (size_t place = 0; place < roots.size() && !line.date; ++place) {
      bool is_here = roots[place] && !help.Get("Id").empty() && journal.entries()[*roots[place]].id == help.Get("Id") &&
                     journal.records()[place].HasPair(item.name, item.value);
      if (is_here) line.date = journal.entries()[place].date;
    }
    if (!line.date) line.date = ParseMoment(help.Get("Date"));
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string WroteThen(const std::vector<OwnLine>& lines, Day today) {
  std::string said, words;
  for (size_t i = 0; i < lines.size(); ++i) {
    auto day_of = [](const OwnLine& line) { return line.date ? std::optional(line.date->day) : std::nullopt; };
    std::string line = OnOneLine(lines[i].words);
    words += (words.empty() ? "" : " ") + (lines.size() > 1 ? Ended(line) : line);
    if (i + 1 < lines.size() && day_of(lines[i + 1]) == day_of(lines[i])) continue;
    said += (said.empty() ? "" : " ") + words::YouWrote(lines[i].date ? SpokenDate(lines[i].date->day, today) : "", words);
    words.clear();
  }
  return said;
}

}  // namespace stumble
