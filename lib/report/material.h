// Material: what a report is made of: the entries it may speak of, folded, the period it is about, and the moment it is made at.
#ifndef STUMBLE_REPORT_MATERIAL_H_
#define STUMBLE_REPORT_MATERIAL_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "moment/calendar.h"
#include "moment/moment.h"
#include "moment/period.h"
#include "setback/setback.h"

namespace stumble {

struct Material {
  const Journal& journal;  // what Shareable leaves
  const Folded& folded;    // of it
  const Period& period;
  const Moment& as_of;

  const std::optional<Moment>& DateOf(const Setback& setback) const { return journal.entries()[setback.root].date; }
  // Whether it is of the period, and not still to come.
  bool IsIn(const std::optional<Moment>& moment) const {
    return moment && period.Contains(*moment) && ElapsedDays(as_of, *moment) <= 0;
  }
  // Whether it happened before the period.
  bool IsBefore(const std::optional<Moment>& date) const { return date && period.BeginsAfter(*date); }

  // The values of a field in a setback's entries, or in a note's, in their order.
  std::vector<std::string> ValuesOf(const Setback& setback, std::string_view field) const {
    std::vector<std::string> values;
    auto add = [&](size_t place) {
      for (std::string_view value : journal.records()[place].All(field)) values.emplace_back(value);
    };
    add(setback.root);
    for (size_t place : setback.follow_ups) add(place);
    return values;
  }
};

}  // namespace stumble

#endif  // STUMBLE_REPORT_MATERIAL_H_
