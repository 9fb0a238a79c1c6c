// Setback: an entry and all that followed it up, folded into what a person lived: when it began, whether it eased, whether it came
// back, and how long that took. Pure functions of the entries; stumble-journal(5) tells the same in words.
#ifndef STUMBLE_SETBACK_SETBACK_H_
#define STUMBLE_SETBACK_SETBACK_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "journal/entry.h"

namespace stumble {

enum class State { kOpen, kRecovered, kOpenAgain };

// "open", "recovered", "open again": the value of the State field.
std::string_view StateName(State state);

// A stretch that began at the setback or when it came back, and ended when it eased, if it did.
struct Episode {
  std::optional<Moment> onset;
  std::optional<Moment> eased;
  std::optional<double> days;  // from onset to ease, never below 0; nullopt while open or where a date is not known
};

// A root entry with its follow-ups. For a root that is a note, everything but `root` and `follow_ups` stays as it is.
struct Setback {
  size_t root = 0;                 // places in the entries that were folded
  std::vector<size_t> follow_ups;  // by Date, ties by place
  State state = State::kOpen;
  std::vector<Episode> episodes;   // at least one
  std::optional<int> intensity_first, intensity_last;
  std::optional<int> belief_first, belief_last;
  bool is_private = false;  // the root is private, and so is all that follows it up

  // When it eased for good so far; nullopt while it is open, or if nobody knows when.
  std::optional<Moment> RecoveredAt() const;
  // From the setback's Date to RecoveredAt: elapsed days where both times are known, else calendar days.
  std::optional<double> recovery_days;
};

// Something folding came across that the person may want to look at. Nothing is dropped for it.
struct FoldProblem {
  size_t entry;  // its place
  std::string what;
};

struct Folded {
  std::vector<Setback> setbacks;      // in the order of their roots
  std::vector<Setback> notes;         // roots that are neither setback nor follow-up, likewise
  std::vector<size_t> strays;         // follow-ups without a root, or in a circle
  std::vector<size_t> repeats;        // entries that are the same as an earlier one, word for word
  std::vector<FoldProblem> problems;  // by place
};

// Folds entries, given in file order, by `About`: a follow-up of a follow-up goes to the root. The order within a setback is by
// Date, ties by place; a Date without a time stands at its own place among the times of that day.
Folded Fold(std::span<const Entry> entries);

}  // namespace stumble

#endif  // STUMBLE_SETBACK_SETBACK_H_
