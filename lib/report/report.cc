#include "report/report.h"

#include <algorithm>

#include "insight/episodes.h"
#include "insight/survival.h"
#include "report/span.h"
#include "report/written.h"
#include "text/text.h"

namespace stumble {

namespace {

std::optional<Day> DayOf(const std::optional<Moment>& moment) {
  return moment ? std::optional(moment->day) : std::nullopt;
}

bool IsIn(const Period& period, const std::optional<Moment>& moment) { return moment && period.Contains(*moment); }

// Whether a setback happened only after the period; one without a date may be as old as any.
bool IsAfter(const Period& period, const std::optional<Moment>& date) {
  return date && period.last_day() && date->day > *period.last_day();
}

bool EasedOrCameBackIn(const Period& period, const Setback& setback) {
  for (size_t at = 0; at < setback.episodes.size(); ++at) {
    if (IsIn(period, setback.episodes[at].eased)) return true;
    if (at > 0 && IsIn(period, setback.episodes[at].onset)) return true;
  }
  return false;
}

class ReportBuilder {
 public:
  ReportBuilder(const Journal& journal, const Folded& folded, const Period& period, const Moment& as_of)
      : journal_(journal), folded_(folded), period_(period), as_of_(as_of), before_(PeriodBefore(period, as_of.day)) {}

  Report Build() {
    report_.today = as_of_.day;
    report_.first = period_.first_day();
    report_.last = period_.last_day();
    for (const Setback* setback : SetbacksByDate()) Tell(*setback);
    report_.helped = WordsIn(journal_, "Helped", period_);
    report_.learned = WordsIn(journal_, "Learned", period_);
    report_.kindness = WordsIn(journal_, "Kindness", period_);
    report_.kind_line = ChooseKindLine();
    report_.triggers = RankNames(TriggersBySetback());
    report_.bring = NewestToBring(journal_, report_.last);
    std::optional<WrittenWords> step = NewestWords(journal_, "NextStep", report_.last);
    report_.bring_is_a_step = step && (!report_.bring || step->date > report_.bring->date);
    if (report_.bring_is_a_step) report_.bring = step;
    report_.anything_noted = !report_.setbacks.empty() || HasEntries();
    TakeRecovery();
    return std::move(report_);
  }

 private:
  const std::optional<Moment>& DateOf(const Setback& setback) const { return journal_.entries()[setback.root].date; }

  // Undated ones first, then by day, ties by place.
  std::vector<const Setback*> SetbacksByDate() const {
    std::vector<const Setback*> sorted;
    for (const Setback& setback : folded_.setbacks) sorted.push_back(&setback);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Setback* a, const Setback* b) { return DayOf(DateOf(*a)) < DayOf(DateOf(*b)); });
    return sorted;
  }

  ReportedSetback Reported(const Setback& setback) const {
    ReportedSetback reported;
    reported.date = DayOf(DateOf(setback));
    reported.words = Trim(journal_.records()[setback.root].Get("Setback"));
    reported.state = setback.state;
    reported.eased_on = DayOf(setback.RecoveredAt());
    if (setback.episodes.size() > 1) reported.came_back = DayOf(setback.episodes.back().onset);
    return reported;
  }

  void Tell(const Setback& setback) {
    bool is_told = IsIn(period_, DateOf(setback)) || EasedOrCameBackIn(period_, setback);
    bool is_open = setback.state != State::kRecovered && !IsAfter(period_, DateOf(setback));
    if (!is_told && !is_open) return;
    ReportedSetback reported = Reported(setback);
    if (is_told) report_.setbacks.push_back(reported);
    if (is_open) report_.still_open.push_back(reported);
    if (is_open && !is_told) report_.still_open_from_before.push_back(reported);
  }

  // What the person said kindly in the period; else what they said before comes back to them.
  std::optional<KindLine> ChooseKindLine() const {
    if (!report_.kindness.empty()) return KindLine{report_.kindness.back(), false};
    if (!report_.first) return std::nullopt;
    Day before = *report_.first - std::chrono::days(1);
    if (auto words = NewestWords(journal_, "Kindness", before)) return KindLine{*words, false};
    if (auto words = NewestWords(journal_, "Helped", before)) return KindLine{*words, true};
    return std::nullopt;
  }

  std::vector<std::vector<std::string>> TriggersBySetback() const {
    std::vector<std::vector<std::string>> names;
    for (const Setback* setback : SetbacksByDate()) {
      if (!IsIn(period_, DateOf(*setback))) continue;
      names.emplace_back();
      AddTriggers(setback->root, names.back());
      for (size_t place : setback->follow_ups) AddTriggers(place, names.back());
    }
    return names;
  }

  void AddTriggers(size_t place, std::vector<std::string>& names) const {
    for (std::string_view name : journal_.records()[place].All("Trigger")) names.emplace_back(name);
  }

  bool HasEntries() const {
    return std::any_of(journal_.entries().begin(), journal_.entries().end(),
                       [&](const Entry& entry) { return IsIn(period_, entry.date); });
  }

  void TakeRecovery() {
    report_.recovery = RecoveryIn(period_);
    if (!before_) return;
    report_.before_first = before_->first_day();
    report_.before_last = before_->last_day();
    report_.recovery_before = RecoveryIn(*before_);
  }

  Recovery RecoveryIn(const Period& period) const {
    Observed observed;
    for (const Setback& setback : folded_.setbacks)
      if (IsIn(period, DateOf(setback))) Observe(setback, as_of_, observed);
    Recovery recovery;
    recovery.setbacks = observed.setbacks;
    recovery.undated = observed.undated;
    recovery.n = observed.observations.size();
    for (const Observation& observation : observed.observations)
      ++(observation.ended ? recovery.eased : recovery.open);
    if (std::optional<Median> median = MedianSurvival(SurvivalCurve(observed.observations))) {
      recovery.median_days = median->days;
      recovery.low_days = median->low_days;
      recovery.high_days = median->high_days;
    }
    return recovery;
  }

  const Journal& journal_;
  const Folded& folded_;
  const Period& period_;
  const Moment& as_of_;
  std::optional<Period> before_;
  Report report_;
};

}  // namespace

Report BuildReport(const Journal& journal, const Folded& folded, const Period& period, const Moment& as_of) {
  return ReportBuilder(journal, folded, period, as_of).Build();
}

}  // namespace stumble
