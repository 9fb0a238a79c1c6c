// Material: what a report is made of: the entries it may speak of, folded, the period it is about, and the moment it is made at.
#ifndef STUMBLE_REPORT_MATERIAL_H_
#define STUMBLE_REPORT_MATERIAL_H_

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "moment/calendar.h"
#include "moment/moment.h"
#include "moment/period.h"
#include "report/digests.h"
#include "setback/setback.h"

namespace stumble {

struct Material {
  const Digests& journal;  // what Shareable leaves
  const Folded& folded;    // of it
  const Period& period;
  const Moment& as_of;

  const std::optional<Moment>& DateOf(const Setback& setback) const { return journal.entries()[setback.root].date; }
  std::optional<Day> DayOf(const Setback& setback) const {
    const std::optional<Moment>& date = DateOf(setback);
    return date ? std::optional(date->day) : std::nullopt;
  }
  // Whether it is of the period, and not still to come.
  bool IsIn(const std::optional<Moment>& moment) const {
    return moment && period.Contains(*moment) && ElapsedDays(as_of, *moment) <= 0;
  }
  // Whether it happened before the period.
  bool IsBefore(const std::optional<Moment>& date) const { return date && period.BeginsAfter(*date); }

  // Those of a group, such as the setbacks, that are wanted, by the days of their roots, ties by place. Those without a date come first.
  template <typename Wanted>
  std::vector<const Setback*> ByDay(const std::vector<Setback>& group, Wanted wanted) const {
    std::vector<const Setback*> sorted;
    for (const Setback& setback : group)
      if (wanted(setback)) sorted.push_back(&setback);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Setback* a, const Setback* b) { return DayOf(*a) < DayOf(*b); });
    return sorted;
  }

  // The names in a setback's entries, or in a note's, in their order.
  std::vector<std::string> NamesOf(const Setback& setback, std::string_view field) const {
    std::vector<std::string> names;
    ForEachEntryOf(setback, [&](size_t place) {
      for (std::string_view name : journal.Names(place, field)) names.emplace_back(name);
    });
    return names;
  }
  // Its words, likewise.
  std::vector<WordsId> WordsOf(const Setback& setback, std::string_view field) const {
    std::vector<WordsId> words;
    ForEachEntryOf(setback, [&](size_t place) {
      for (WordsId each : journal.Words(place, field)) words.push_back(each);
    });
    return words;
  }

  template <typename Do>
  static void ForEachEntryOf(const Setback& setback, Do with_place) {
    with_place(setback.root);
    for (size_t place : setback.follow_ups) with_place(place);
  }
};

}  // namespace stumble

#endif  // STUMBLE_REPORT_MATERIAL_H_
