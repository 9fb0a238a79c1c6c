#include "asking/situation.h"

#include <algorithm>

#include "setback/merged_record.h"

namespace stumble {

namespace {

constexpr auto kLately = std::chrono::days(14);

Situation SituationIn(const Record& record, std::optional<State> state, std::optional<int> intensity) {
  Situation situation;
  situation.state = state;
  situation.quiet = !state;
  situation.intensity = intensity;
  situation.has_thought = record.Has("Thought");
  situation.trigger = record.Get("Trigger");
  return situation;
}

}  // namespace

bool Situation::Holds(std::string_view condition) const {
  if (condition == "quiet") return quiet;
  if (condition == "open") return state && *state != State::kRecovered;
  if (condition == "eased") return state == State::kRecovered;
  if (condition == "came-back") return state == State::kOpenAgain;
  if (condition == "intense") return intensity && *intensity >= 7;
  if (condition == "mild") return intensity && *intensity <= 3;
  if (condition == "thought") return has_thought;
  if (condition == "trigger") return !trigger.empty();
  return false;
}

Situation SituationOf(const Journal& journal, const Setback& setback) {
  return SituationIn(MergedRecord(journal, setback), setback.state, setback.intensity_last);
}

Situation SituationOf(const Record& record) {
  Entry entry = ReadEntry(record, [](const Error&) {});
  bool eased = entry.recovery && entry.recovery->recovered;
  State state = eased ? State::kRecovered : State::kOpen;
  return SituationIn(record, entry.has_setback ? std::optional(state) : std::nullopt, entry.intensity);
}

Situation SituationNow(const Journal& journal, const Folded& folded, Day today,
                       const std::function<bool(const Record&)>& may_ask) {
  const Setback* newest = nullptr;
  bool quiet = true;
  auto comes_first = [&](const Setback& a, const Setback& b) {
    bool a_open = a.state != State::kRecovered, b_open = b.state != State::kRecovered;
    if (a_open != b_open) return a_open;
    return journal.entries()[a.root].date->day >= journal.entries()[b.root].date->day;
  };
  for (const Setback& setback : folded.setbacks) {
    const std::optional<Moment>& date = journal.entries()[setback.root].date;
    if (!date || date->day > today || today - date->day > kLately) continue;
    quiet = false;
    if (setback.is_private || !may_ask(MergedRecord(journal, setback))) continue;
    if (!newest || comes_first(setback, *newest)) newest = &setback;
  }
  if (newest) return SituationOf(journal, *newest);
  Situation situation;
  situation.quiet = quiet;
  return situation;
}

}  // namespace stumble
