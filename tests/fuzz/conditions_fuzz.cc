// Conditions: an expression of recall's --match is RE2's or wrong usage, and judging a record by it ends in time that is linear in both.
#include "error.h"
#include "fuzz/target.h"
#include "journal/selection.h"
#include "moment/moment.h"
#include "moment/spoken_time.h"

namespace stumble {
namespace {

void Fuzz(std::string_view bytes) {
  std::string_view rest = bytes;
  std::string_view expression = NextPart(rest), name = NextPart(rest), value = NextPart(rest), date = NextPart(rest);
  Record record;
  record.Add("Setback", std::string(value));
  record.Add("Trigger", std::string(name));
  record.Add("Date", std::string(date));
  Selection selection;
  try {
    selection.WantMatch(std::string(expression));
  } catch (const Error& error) {
    Expect(error.status() == ExitStatus::kUsage, "what is no condition is wrong usage");
  }
  selection.Matches(record);
  Selection named;
  named.WantNames("Trigger", {std::string(name)});
  Expect(name.empty() || named.MatchesFields(record), "a name is found by itself");
  try {
    SpokenTime since = ParseSpokenTime(date, *ParseMoment("2026-11-20T21:00:00+01:00"));
    Selection timed;
    timed.WantPeriod(PeriodOf(since, std::nullopt));
    timed.MatchesPeriod(record);
  } catch (const Error&) {
  }
}

const NamedFuzzTarget target("conditions", &Fuzz);

}  // namespace
}  // namespace stumble
