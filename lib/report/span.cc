#include "report/span.h"

#include "moment/calendar.h"

namespace stumble {

std::string SpokenSpan(std::optional<Day> first, std::optional<Day> last, Day today) {
  if (first && last && *first == *last) return "on " + SpokenDate(*first, today);
  if (first && last) return "from " + SpokenDate(*first, today) + " to " + SpokenDate(*last, today);
  if (first) return "since " + SpokenDate(*first, today);
  if (last) return "until " + SpokenDate(*last, today);
  return "so far";
}

std::optional<Period> PeriodBefore(const Period& period, Day today) {
  std::optional<Day> first = period.first_day();
  if (!first || period.last_day() || *first > today) return period.Before();
  return Period(*first, today).Before();
}

}  // namespace stumble
