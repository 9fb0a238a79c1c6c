#include "report/report.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "insight/quantile.h"
#include "moment/calendar.h"
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
  ReportBuilder(const Digests& journal, const Folded& folded, const Period& period, const Moment& as_of)
      : journal_(journal), folded_(folded), whole_period_(period), period_(period.Until(as_of)), as_of_(as_of) {}

  Report Build() {
    report_.today = as_of_.day;
    report_.first = whole_period_.first_day();
    report_.last = whole_period_.last_day();
    for (const Setback* setback : SetbacksByDate()) Tell(*setback);
    report_.helped = WordsWritten("Helped", report_.counts.helped);
    report_.learned = WordsWritten("Learned", report_.counts.learned);
    report_.kindness = WordsWritten("Kindness", report_.counts.kindness);
    report_.kind_line = ChooseKindLine();
    report_.triggers = RankNames(TriggersBySetback());
    report_.bring = NewestWords(journal_, kBringField, report_.last);
    std::optional<WrittenWords> step = NewestWords(journal_, "NextStep", report_.last);
    report_.bring_is_a_step = step && (!report_.bring || step->date > report_.bring->date);
    if (report_.bring_is_a_step) report_.bring = step;
    report_.anything_noted = !report_.setbacks.empty() || HasEntries();
    report_.next_steps = WordsWritten("NextStep", report_.counts.next_steps);
    report_.bring_along = WordsWritten(kBringField, report_.counts.bring);
    report_.patterns = Patterns();
    report_.measures = Measure(material_);
    report_.path = FindPath(material_);
    Count();
    return std::move(report_);
  }

 private:
  const std::optional<Moment>& DateOf(const Setback& setback) const { return journal_.entries()[setback.root].date; }

  std::vector<const Setback*> SetbacksByDate() const {
    return material_.ByDay(folded_.setbacks, [](const Setback&) { return true; });
  }

  std::vector<WrittenWords> WordsWritten(std::string_view field, size_t& different) const {
    WordsOfPeriod words = WordsIn(journal_, field, period_);
    different = words.different;
    return std::move(words.shown);
  }

  // An ease that is still to come has not come yet.
  State StateNow(const Setback& setback) const {
    std::optional<Moment> eased = setback.RecoveredAt();
    if (!eased || ElapsedDays(as_of_, *eased) <= 0) return setback.state;
    return setback.episodes.size() > 1 ? State::kOpenAgain : State::kOpen;
  }

  ReportedSetback Reported(const Setback& setback) const {
    ReportedSetback reported;
    reported.date = DayOf(DateOf(setback));
    reported.words = journal_.SetbackWords(setback.root);
    reported.state = StateNow(setback);
    if (reported.state == State::kRecovered) reported.eased_on = DayOf(setback.RecoveredAt());
    for (std::string_view field : {"Trigger", "Domain"}) {
      for (std::string& name : material_.NamesOf(setback, field)) {
        bool is_new = std::find(reported.names.begin(), reported.names.end(), name) == reported.names.end();
        if (is_new && reported.names.size() < ReportedSetback::kMostNames) reported.names.push_back(std::move(name));
      }
    }
    if (setback.episodes.size() > 1) reported.came_back = DayOf(setback.episodes.back().onset);
    return reported;
  }

  void Tell(const Setback& setback) {
    bool is_told = IsIn(period_, DateOf(setback)) || EasedOrCameBackIn(period_, setback);
    bool is_open = StateNow(setback) != State::kRecovered && !IsAfter(period_, DateOf(setback));
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
    for (const Setback* setback : SetbacksByDate())
      if (IsIn(period_, DateOf(*setback))) names.push_back(material_.NamesOf(*setback, "Trigger"));
    return names;
  }

  bool HasEntries() const {
    return std::any_of(journal_.entries().begin(), journal_.entries().end(),
                       [&](const Entry& entry) { return IsIn(period_, entry.date); });
  }

  // What was thought, beside setbacks and in notes.
  std::vector<PatternBelief> Patterns() const {
    struct Ratings {
      std::vector<double> before, after;
      size_t fell = 0;
    };
    std::unordered_map<std::string, Ratings> ratings_of;  // by the folded name
    std::vector<std::vector<std::string>> names;
    for (const auto* roots : {&folded_.setbacks, &folded_.notes}) {
      for (const Setback& root : *roots) {
        if (!IsIn(period_, DateOf(root))) continue;
        names.push_back(material_.NamesOf(root, "Pattern"));
        std::vector<double> ratings = RatingsOf(material_, root, /*is_belief=*/true);
        if (ratings.size() < 2) continue;
        std::unordered_set<std::string> once;
        for (const std::string& name : names.back())
          if (std::string folded = FoldCase(Trim(name)); once.insert(folded).second) {
            Ratings& rated = ratings_of[folded];
            rated.before.push_back(ratings.front());
            rated.after.push_back(ratings.back());
            rated.fell += ratings.back() < ratings.front() ? 1 : 0;
          }
      }
    }
    std::vector<PatternBelief> patterns;
    for (const NameCount& count : RankNames(names)) {
      const Ratings& rated = ratings_of[FoldCase(count.name)];
      patterns.push_back({count.name, count.setbacks, rated.before.size(), rated.fell, Quantile(rated.before, 0.5),
                          Quantile(rated.after, 0.5)});
    }
    return patterns;
  }

  void Count() {
    Counts& counts = report_.counts;
    for (const Entry& entry : journal_.entries()) counts.entries += IsIn(period_, entry.date) ? 1 : 0;
    for (const Setback& setback : folded_.setbacks) {
      counts.setbacks += material_.IsIn(DateOf(setback)) ? 1 : 0;
      for (size_t at = 0; at < setback.episodes.size(); ++at) {
        counts.eased += IsIn(period_, setback.episodes[at].eased) ? 1 : 0;
        counts.came_back += at > 0 && IsIn(period_, setback.episodes[at].onset) ? 1 : 0;
      }
    }
    counts.still_open = report_.still_open.size();
    counts.still_open_from_before = report_.still_open_from_before.size();
  }

  const Digests& journal_;
  const Folded& folded_;
  const Period& whole_period_;
  const Period period_;  // what is still to come belongs to no report
  const Moment& as_of_;
  const Material material_{journal_, folded_, whole_period_, as_of_};
  Report report_;
};

}  // namespace

Report BuildReport(const Digests& journal, const Folded& folded, const Period& period, const Moment& as_of) {
  return ReportBuilder(journal, folded, period, as_of).Build();
}

namespace {

void RemoveWords(Report& report) {
  report.kind_line.reset();
  report.bring.reset();
  for (auto* setbacks : {&report.setbacks, &report.still_open, &report.still_open_from_before})
    for (ReportedSetback& setback : *setbacks) setback.words.clear();
  for (auto* words : {&report.helped, &report.learned, &report.kindness, &report.next_steps, &report.bring_along}) words->clear();
  for (PathRow& row : report.path.rows) row.words.clear();
  report.measures.whys.clear();
  // A cause may say as much as a sentence.
  report.measures.themes.causes.clear();
  std::erase_if(report.measures.together,
                [](const Pair& pair) { return pair.first_kind == "cause" || pair.second_kind == "cause"; });
}

void RemoveNames(Report& report) {
  for (auto* setbacks : {&report.setbacks, &report.still_open, &report.still_open_from_before})
    for (ReportedSetback& setback : *setbacks) setback.names.clear();
  report.triggers.clear();
  report.patterns.clear();
  Themes& themes = report.measures.themes;
  for (auto* names : {&themes.triggers, &themes.causes, &themes.feelings, &themes.domains, &themes.patterns}) names->clear();
  report.measures.together.clear();
  if (report.comparison) {
    report.comparison->now.triggers.clear();
    for (auto* summary : {&report.comparison->before, &report.comparison->year_ago})
      if (*summary) (*summary)->triggers.clear();
  }
  if (report.groups) {
    if (report.groups->by != GroupedBy::kMonth) report.groups->groups.clear();
    for (Group& group : report.groups->groups) group.summary.triggers.clear();
  }
}

}  // namespace

Report WithPlainPatterns(Report report, const std::map<std::string, std::string>& plain_of) {
  auto make_plain = [&](std::string& name) {
    auto plain = plain_of.find(name);
    if (plain != plain_of.end()) name = plain->second;
  };
  for (PatternBelief& pattern : report.patterns) make_plain(pattern.name);
  for (Theme& theme : report.measures.themes.patterns) make_plain(theme.name);
  for (Pair& pair : report.measures.together) {
    if (pair.first_kind == "pattern") make_plain(pair.first);
    if (pair.second_kind == "pattern") make_plain(pair.second);
  }
  return report;
}

Report WithPrivacy(Report report, Privacy privacy) {
  report.privacy = privacy;
  if (privacy != Privacy::kFull) RemoveWords(report);
  if (privacy == Privacy::kCounts) RemoveNames(report);
  return report;
}

}  // namespace stumble
