#include "tool/period_options.h"

#include <algorithm>

#include "moment/spoken_time.h"

namespace stumble {

namespace {

std::optional<SpokenTime> Spoken(const char* option, const std::optional<std::string>& text, const Tool& tool) {
  if (!text) return std::nullopt;
  try {
    return ParseSpokenTime(*text, tool.now());
  } catch (const Error& error) {
    throw Error(std::string(option) + ": " + error.what(), {}, error.status());
  }
}

}  // namespace

void PeriodOptions::Declare(Tool& tool) {
  tool.options().add_option("--since", since_, "Not before this time: 7d, monday, 2026-11-01")->type_name("TIME");
  tool.AddMore("--until", until_, "Not after this time; a date includes its day")->type_name("TIME");
  tool.options().add_option("--last", last_, "The last week, month, quarter or year")->type_name("SPAN");
}

std::string_view PeriodOptions::name() const {
  auto named = std::find(names_.begin(), names_.end(), std::string_view(since_.value_or("")));
  return named == names_.end() ? std::string_view() : *named;
}

std::optional<Moment> PeriodOptions::Upper(const Tool& tool) const {
  std::optional<SpokenTime> until = Spoken("--until", until_, tool);
  if (!until) return std::nullopt;
  return until->first.HasTime() ? until->first : Moment{until->last};
}

std::optional<Period> PeriodOptions::Given(const Tool& tool) const {
  if (last_) {
    if (since_ || until_)
      throw Error("expected either --last or --since and --until", {}, ExitStatus::kUsage);
    try {
      return LastPeriod(*last_, tool.now().day);
    } catch (const Error& error) {
      throw Error(std::string("--last: ") + error.what(), {}, error.status());
    }
  }
  if (!since_ && !until_) return std::nullopt;
  std::optional<SpokenTime> since = name().empty() ? Spoken("--since", since_, tool) : std::nullopt;
  return PeriodOf(since, Spoken("--until", until_, tool));
}

}  // namespace stumble
