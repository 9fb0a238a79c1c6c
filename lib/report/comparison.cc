#include "report/comparison.h"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>

#include "insight/episodes.h"
#include "insight/names.h"
#include "insight/quantile.h"
#include "moment/calendar.h"
#include "report/span.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr size_t kMostTriggers = 3;

void AddEntry(const Material& material, size_t place, Summary& summary) {
  ++summary.entries;
  summary.helped += material.journal.Words(place, "Helped").size();
  summary.learned += material.journal.Words(place, "Learned").size();
  summary.kindness += material.journal.Words(place, "Kindness").size();
}

void AddSetbacks(const Material& material, const std::vector<const Setback*>& setbacks, Summary& summary) {
  Observed observed;
  std::vector<double> ratings;
  std::vector<std::vector<std::string>> triggers;
  for (const Setback* setback : setbacks) {
    ++summary.setbacks;
    summary.eased += setback->state == State::kRecovered ? 1 : 0;
    Observe(*setback, material.as_of, observed);
    if (setback->intensity_first) ratings.push_back(*setback->intensity_first);
    triggers.push_back(material.NamesOf(*setback, "Trigger"));
  }
  summary.recovery = Summed(observed);
  if (ratings.size() >= Recovery::kLeastSetbacks) summary.median_intensity = Quantile(ratings, 0.5);
  for (const NameCount& trigger : RankNames(triggers)) {
    if (trigger.setbacks < 2 || summary.triggers.size() == kMostTriggers) break;
    summary.triggers.push_back(trigger.name);
  }
}

std::vector<const Setback*> SetbacksIn(const Material& material, const Period& period) {
  return material.ByDay(material.folded.setbacks, [&](const Setback& setback) {
    const std::optional<Moment>& date = material.DateOf(setback);
    return date && period.Contains(*date) && ElapsedDays(material.as_of, *date) <= 0;
  });
}

std::optional<Summary> SummaryIfNoted(const Material& material, const std::optional<Period>& period) {
  if (!period) return std::nullopt;
  bool noted = std::any_of(material.journal.entries().begin(), material.journal.entries().end(), [&](const Entry& entry) {
    return entry.date && (!period->last_day() || entry.date->day <= *period->last_day());
  });
  if (!noted) return std::nullopt;
  return Summarize(material, *period);
}

std::optional<Period> YearBefore(const Material& material) {
  std::optional<Day> first = material.period.first_day();
  if (!first) return std::nullopt;
  std::optional<Day> then = MonthsBefore(*first, 12);
  Day last = std::max(*first, material.period.last_day().value_or(material.as_of.day));
  std::optional<Day> until = MonthsBefore(last, 12);
  if (!then || !until || *until < *then) return std::nullopt;
  return Period(*then, *until);
}

std::string MonthOf(Day day) { return FormatDay(day).substr(0, 7); }

// The names of the groups that a setback belongs to.
std::vector<std::string> GroupsOf(const Material& material, const Setback& setback, GroupedBy by) {
  if (by == GroupedBy::kMonth) return {MonthOf(*material.DayOf(setback))};
  return material.NamesOf(setback, by == GroupedBy::kDomain ? "Domain" : "Trigger");
}

// The months of the period, from that of the first entry on, until the last setback or now: those without setbacks too.
std::vector<std::string> MonthsOf(const Material& material, const std::vector<const Setback*>& setbacks) {
  Day first = *material.DayOf(*setbacks.front()), last = *material.DayOf(*setbacks.back());
  for (const Entry& entry : material.journal.entries())
    if (material.IsIn(entry.date)) first = std::min(first, entry.date->day);
  const bool began_before = std::any_of(material.journal.entries().begin(), material.journal.entries().end(),
                                        [&](const Entry& entry) { return material.IsBefore(entry.date); });
  if (began_before) first = std::min(first, *material.period.first_day());
  last = std::max(last, std::min(material.period.last_day().value_or(material.as_of.day), material.as_of.day));
  constexpr std::chrono::days kLongest(366 * 120);  // a mistyped year would make centuries of months
  first = std::max(first, last - kLongest);
  std::vector<std::string> months;
  for (Day day = first; day <= last;) {
    months.push_back(MonthOf(day));
    const std::chrono::year_month_day date(day);
    day = Day((date.year() / date.month() + std::chrono::months(1)) / 1);
  }
  return months;
}

struct Members {
  std::string name;
  std::vector<const Setback*> setbacks;
  std::vector<const Setback*> from_before = {};  // that began before the period, and may have been with the person in it
};

}  // namespace

Summary Summarize(const Material& material, const Period& period) {
  Summary summary;
  summary.first = period.first_day();
  summary.last = period.last_day();
  for (size_t place = 0; place < material.journal.entries().size(); ++place) {
    const std::optional<Moment>& date = material.journal.entries()[place].date;
    if (date && period.Contains(*date)) AddEntry(material, place, summary);
  }
  AddSetbacks(material, SetbacksIn(material, period), summary);
  return summary;
}

Comparison Compare(const Material& material) {
  return {Summarize(material, material.period),
          SummaryIfNoted(material, PeriodBefore(material.period, material.as_of.day)),
          SummaryIfNoted(material, YearBefore(material))};
}

Groups GroupBy(const Material& material, GroupedBy by) {
  Groups groups;
  groups.by = by;
  std::vector<const Setback*> setbacks = SetbacksIn(material, material.period);
  if (setbacks.empty()) return groups;
  std::unordered_map<std::string, size_t> places;
  std::vector<Members> members;
  if (by == GroupedBy::kMonth) {
    for (std::string& month : MonthsOf(material, setbacks)) {
      places.emplace(month, members.size());
      members.push_back({std::move(month), {}});
    }
  }
  std::set<std::string> too_early;  // months of a mistyped year
  for (const Setback* setback : setbacks) {
    bool has_any = false;
    for (const std::string& value : GroupsOf(material, *setback, by)) {
      std::string name(Trim(value));
      if (name.empty()) continue;
      has_any = true;
      if (by == GroupedBy::kMonth && !places.contains(name)) {
        too_early.insert(name);
        continue;
      }
      auto [known, is_new] = places.emplace(FoldCase(name), members.size());
      if (is_new) members.push_back({name, {}});
      std::vector<const Setback*>& group = members[known->second].setbacks;
      if (group.empty() || group.back() != setback) group.push_back(setback);
    }
    if (!has_any) ++groups.without;
  }
  for (const Setback& setback : material.folded.setbacks) {
    if (by == GroupedBy::kMonth || !material.IsBefore(material.DateOf(setback))) continue;
    for (const std::string& value : GroupsOf(material, setback, by)) {
      auto known = places.find(FoldCase(Trim(value)));
      if (known == places.end()) continue;
      std::vector<const Setback*>& group = members[known->second].from_before;
      if (group.empty() || group.back() != &setback) group.push_back(&setback);
    }
  }
  if (by != GroupedBy::kMonth)
    std::stable_sort(members.begin(), members.end(),
                     [](const Members& a, const Members& b) { return a.setbacks.size() > b.setbacks.size(); });
  if (members.size() > Groups::kMostGroups) {
    groups.others = members.size() - Groups::kMostGroups;
    auto from = by == GroupedBy::kMonth ? members.begin() : members.begin() + Groups::kMostGroups;
    members.erase(from, from + static_cast<std::ptrdiff_t>(groups.others));
  }
  groups.others += too_early.size();
  Day first = material.period.first_day().value_or(material.DateOf(*setbacks.front())->day);
  Day last = std::max(material.DateOf(*setbacks.back())->day,
                      std::min(material.period.last_day().value_or(material.as_of.day), material.as_of.day));
  groups.kind = KindFor(first, last);
  for (Members& group : members) {
    Summary summary;
    summary.first = first;
    summary.last = last;
    AddSetbacks(material, group.setbacks, summary);
    for (const Setback* setback : group.setbacks) {
      AddEntry(material, setback->root, summary);
      for (size_t place : setback->follow_ups) AddEntry(material, place, summary);
    }
    group.from_before.insert(group.from_before.end(), group.setbacks.begin(), group.setbacks.end());
    groups.groups.push_back(
        {group.name, std::move(summary), StretchesOf(material, group.from_before, groups.kind, first, last)});
  }
  return groups;
}

}  // namespace stumble
