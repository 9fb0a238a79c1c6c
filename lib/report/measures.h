// Measures: what can be counted and estimated of the setbacks of a period, each with how many it is from and how sure it is. Nothing here
// says that a number is good or bad, and where there is too little, there is no number.
#ifndef STUMBLE_REPORT_MEASURES_H_
#define STUMBLE_REPORT_MEASURES_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "insight/episodes.h"
#include "insight/log_rank.h"
#include "insight/paired_change.h"
#include "insight/rate.h"
#include "insight/spread.h"
#include "insight/survival.h"
#include "insight/trend.h"
#include "report/material.h"

namespace stumble {

// How long the setbacks of a period took to ease: the Kaplan-Meier estimate over their episodes, with open ones as censored.
struct Recovery {
  size_t setbacks = 0;              // that could be timed
  size_t n = 0;                     // their episodes: more than one where a setback came back
  size_t eased = 0;                 // of n
  size_t open = 0;                  // of n
  size_t undated = 0;               // episodes left out for lack of a date
  std::optional<double> median_days;  // nullopt: not reached
  std::optional<double> low_days, high_days;  // 95% interval; nullopt: no bound on that side

  // Medians of fewer setbacks than this are not told to people: they would say more about chance than about the person.
  static constexpr size_t kLeastSetbacks = 10;
  bool HasEnough() const { return setbacks >= kLeastSetbacks; }
};

// One step of the curve of those not eased yet, with its 95% band where there is one.
struct CurvePoint {
  SurvivalStep step;
  std::optional<SurvivalBand> band;
};

// The period's recovery against that of all that the person noted before it.
struct RecoveryAgainstPast {
  Recovery past;
  std::optional<LogRank> log_rank;  // first: the period. Only where each side has kLeastSetbacks or more

  static constexpr size_t kLeastSetbacks = 5;
};

// A short name beside setbacks of the period, and how often it stood beside those before.
struct Theme {
  std::string name;
  size_t setbacks = 0;       // of the period; 0 for one that is told since it is missing now
  size_t setbacks_before = 0;
  // On how many days it was noted, against those before: several times a day are not independent. Where enough days came before.
  std::optional<RateRatio> against_past;
  std::optional<double> usual_low, usual_high;  // the 95% interval of the days that as long a time before brought
  double adjusted_p = 1;     // of all names of this kind, by Benjamini and Hochberg; 1 without `against_past`
  // Fewer mentions than three, now and before, say nothing however rare they are.
  bool Differs() const { return against_past && adjusted_p <= 0.05 && setbacks + setbacks_before >= 3; }
};

struct Themes {
  std::vector<Theme> triggers, causes, feelings, domains;  // the most frequent first
  std::vector<Theme> patterns;  // of setbacks and notes
  // The days that the rates are of, of the period up to `as_of` and before it: those of weeks, counted from the period's first day, in
  // which anything was noted, so that neither one early entry nor a time without writing is taken for quiet days.
  double days = 0;
  std::optional<double> days_before;  // nullopt where there were too few to compare with
};

// Two names that stand beside the same setbacks more often than chance would have it.
struct Pair {
  std::string first, second;
  std::string first_kind, second_kind;  // "trigger", "cause", "feeling", "domain", "pattern"
  size_t both = 0, first_setbacks = 0, second_setbacks = 0;
  double lift = 1;
  double adjusted_p = 1;
};

// When the setbacks of the period began, as the clock there showed it.
struct TimesOfDay {
  static constexpr size_t kParts = 4;  // night (22 to 5), morning (5 to 12), afternoon (12 to 17), evening (17 to 22)

  std::array<std::array<size_t, 24>, 7> by_hour{};  // Monday first; those with a time
  std::array<size_t, 7> by_weekday{};
  std::array<size_t, kParts> by_part{};
  size_t with_day = 0, with_time = 0;
  // Days, and parts of days, on which one or more began: what the tests count, since several on a day are not independent.
  std::array<size_t, 7> days_by_weekday{};
  std::array<size_t, kParts> days_by_part{};
  size_t days = 0, parts_of_days = 0;  // the sums of these
  std::optional<Spread> weekdays, parts;  // against an even spread; only where there is enough

  // The part of the day in which, for its length, most began.
  size_t BusiestPart() const;
};

// Chains of whys that end in the same link.
struct LastWhy {
  std::string words;  // of the last link, as written last
  size_t chains = 0;
  std::vector<std::string> newest_chain;  // its links, in order
};

struct Measures {
  Recovery recovery;
  std::vector<CurvePoint> curve;
  std::optional<RecoveryAgainstPast> against_past;  // nullopt where nothing came before

  // The first and the last rating of setbacks of the period that have more than one.
  std::optional<PairedChange> intensity, belief;
  std::vector<BeforeAfter> intensity_pairs, belief_pairs;  // in the order of their dates, the newest kMostPairsKept

  std::optional<Trend> intensity_trend;  // of the first rating of each setback, over the days of the period
  size_t rated = 0;                      // setbacks that it is from, or would be
  size_t rated_days = 0;                 // spans of a day that they lie in: the points of the trend

  Themes themes;
  std::vector<Pair> together;  // the surest first
  size_t pairs_tested = 0;
  TimesOfDay times;
  std::vector<LastWhy> whys;  // the most frequent first

  size_t undated_setbacks = 0;   // of the journal: they belong to no period
  size_t setbacks_in_future = 0;  // dated after `as_of`

  static constexpr size_t kMostPairsKept = 200;
  static constexpr double kLeastTrendDays = 14;  // from the first rating to the last
};

Measures Measure(const Material& material);

// The ratings that a setback's entries give, or a note's, in their order; the folded records of `recall --fold` have the last one beside
// the first.
std::vector<double> RatingsOf(const Material& material, const Setback& setback, bool is_belief);

// What was observed, summed up.
Recovery Summed(const Observed& observed);

}  // namespace stumble

#endif  // STUMBLE_REPORT_MEASURES_H_
