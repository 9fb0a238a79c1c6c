// Comparison: a period beside the one before it and the same one a year ago, or the setbacks of a period by domain, trigger or month. The
// numbers stand side by side; that one is greater is said by nobody.
#ifndef STUMBLE_REPORT_COMPARISON_H_
#define STUMBLE_REPORT_COMPARISON_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "report/material.h"
#include "report/measures.h"
#include "report/path.h"

namespace stumble {

// What a period, or a part of its setbacks, comes to.
struct Summary {
  std::optional<Day> first, last;
  size_t entries = 0;    // of any kind; for a part of the setbacks, those that belong to them
  size_t setbacks = 0;   // that happened in it
  size_t eased = 0;      // of those, by now
  size_t helped = 0, learned = 0, kindness = 0;  // words of each kind
  Recovery recovery;
  std::optional<double> median_intensity;  // of the first ratings; nullopt for fewer than Recovery::kLeastSetbacks
  std::vector<std::string> triggers;       // those that came before more than one, the most frequent first, at most three
};

struct Comparison {
  Summary now;
  std::optional<Summary> before, year_ago;  // nullopt where the period has no beginning, or nothing had been noted by its end
};

enum class GroupedBy { kDomain, kTrigger, kMonth };

// The setbacks of the period that share a domain, a trigger or a month.
struct Group {
  std::string name;  // of a month "2026-11"
  Summary summary;
  std::vector<Stretch> stretches;  // over the same days for each group
};

struct Groups {
  GroupedBy by = GroupedBy::kDomain;
  StretchKind kind = StretchKind::kDay;
  std::vector<Group> groups;  // the most frequent first; months in their order, those without setbacks too, the newest kMostGroups
  size_t others = 0;          // groups that are not shown
  size_t without = 0;         // setbacks that have no domain or trigger

  static constexpr size_t kMostGroups = 13;
};

Summary Summarize(const Material& material, const Period& period);

Comparison Compare(const Material& material);

Groups GroupBy(const Material& material, GroupedBy by);

}  // namespace stumble

#endif  // STUMBLE_REPORT_COMPARISON_H_
