// The time grammar: a text is a time or a plain error, and what is written of a time is read as the same one.
#include "error.h"
#include "fuzz/target.h"
#include "moment/moment.h"
#include "moment/period.h"
#include "moment/spoken_time.h"

namespace stumble {
namespace {

void ExpectReadBack(const Moment& moment) {
  Expect(moment.day >= kFirstDay && moment.day <= kLastDay, "a day is of the years 1 to 9999");
  std::optional<Moment> again = ParseMoment(FormatMoment(moment));
  Expect(again && *again == moment, "a time that was written is read as the same one");
}

void Fuzz(std::string_view bytes) {
  std::string_view rest = bytes;
  static const Moment now = *ParseMoment("2026-11-20T21:00:00+01:00");
  std::string_view text = NextPart(rest);
  if (std::optional<Moment> moment = ParseMoment(text)) ExpectReadBack(*moment);
  std::optional<SpokenTime> since, until;
  for (auto [said, time] : {std::pair{text, &since}, {NextPart(rest), &until}}) {
    try {
      *time = ParseSpokenTime(said, now);
      ExpectReadBack((*time)->first);
      Expect((*time)->last >= (*time)->first.day, "a span does not end before it begins");
    } catch (const Error& error) {
      Expect(error.status() == ExitStatus::kUsage, "what is no time is wrong usage");
    }
  }
  try {
    Period period = PeriodOf(since, until);
    period.Contains(now);
    period.Before();
  } catch (const Error&) {
  }
}

const NamedFuzzTarget target("moment", &Fuzz);

}  // namespace
}  // namespace stumble
