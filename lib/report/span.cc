#include "report/span.h"

#include "moment/calendar.h"
#include "words/words.h"

namespace stumble {

std::string SpokenSpan(std::optional<Day> first, std::optional<Day> last, Day today) {
  auto spoken = [&](std::optional<Day> day) { return day ? SpokenDate(*day, today) : ""; };
  return words::Span(spoken(first), spoken(last));
}

std::optional<Period> PeriodBefore(const Period& period, Day today) {
  std::optional<Day> first = period.first_day();
  if (!first || period.last_day() || *first > today) return period.Before();
  return Period(*first, today).Before();
}

}  // namespace stumble
