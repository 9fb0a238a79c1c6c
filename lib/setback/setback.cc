#include "setback/setback.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "moment/calendar.h"

namespace stumble {

namespace {

using IdPlaces = std::unordered_map<std::string, size_t>;

// Finds the root of each entry. Strays have none.
class RootFinder {
 public:
  RootFinder(std::span<const Entry> entries, Folded& folded) : entries_(entries), folded_(folded) {
    for (size_t place = 0; place < entries.size(); ++place) NoteId(place);
  }

  bool IsRepeat(size_t place) const {
    return std::binary_search(folded_.repeats.begin(), folded_.repeats.end(), place);
  }

  std::optional<size_t> RootOf(size_t place) {
    size_t at = place;
    for (size_t steps = 0; entries_[at].IsFollowUp(); ++steps) {
      auto next = first_of_id_.find(entries_[at].about);
      if (next == first_of_id_.end()) {
        if (at == place) Report(place, "About: expected the Id of an entry of this journal; no entry has it");
        return std::nullopt;
      }
      if (steps > entries_.size() || next->second == place) {
        Report(place, "About: this entry and the one it follows up lead to each other in a circle");
        return std::nullopt;
      }
      at = next->second;
    }
    return at;
  }

 private:
  void NoteId(size_t place) {
    const Entry& entry = entries_[place];
    if (entry.id.empty()) return;
    bool is_new = first_of_id_.emplace(entry.id, place).second;
    bool is_other = contents_.emplace(entry.id, entry.content).second;
    if (is_new) return;
    if (!is_other) {
      folded_.repeats.push_back(place);
    } else {
      Report(place, "Id: another entry has the same one and differs; both are kept");
    }
  }

  void Report(size_t place, std::string what) { folded_.problems.push_back({place, std::move(what)}); }

  std::span<const Entry> entries_;
  Folded& folded_;
  IdPlaces first_of_id_;
  std::set<std::pair<std::string, size_t>> contents_;  // of all entries with an Id
};

// Points on one line of time for a root and its follow-ups, given by place. A date without a time gets that of the entry
// before it on the same day, else the day's first second where the root was.
std::vector<int64_t> SortKeys(std::span<const Entry> entries, const std::vector<size_t>& places) {
  auto offset = std::chrono::minutes(0);
  for (size_t place : places) {
    const auto& date = entries[place].date;
    if (date && date->HasTime()) {
      offset = date->offset;
      break;
    }
  }
  std::vector<int64_t> keys;
  std::map<Day, int64_t> latest_of_day;
  int64_t before = INT64_MIN;
  for (size_t place : places) {
    const auto& date = entries[place].date;
    int64_t key = before;  // without a Date it stands where it stands
    if (date && date->HasTime()) {
      key = date->ToInstant()->time_since_epoch().count();
    } else if (date) {
      auto known = latest_of_day.find(date->day);
      auto midnight = std::chrono::seconds(date->day.time_since_epoch()) - offset;
      key = known != latest_of_day.end() ? known->second : midnight.count();
    }
    if (date) {
      auto [known, is_new] = latest_of_day.emplace(date->day, key);
      if (!is_new) known->second = std::max(known->second, key);
    }
    keys.push_back(key);
    before = key;
  }
  return keys;
}

void SortFollowUps(std::span<const Entry> entries, Setback& setback) {
  std::vector<size_t> places = setback.follow_ups;
  places.push_back(setback.root);
  std::sort(places.begin(), places.end());
  std::vector<int64_t> keys = SortKeys(entries, places);
  auto key = [&](size_t place) {
    return keys[static_cast<size_t>(std::lower_bound(places.begin(), places.end(), place) - places.begin())];
  };
  std::stable_sort(setback.follow_ups.begin(), setback.follow_ups.end(),
                   [&](size_t a, size_t b) { return key(a) < key(b); });
}

bool IsBefore(const Moment& a, const Moment& b) {
  if (a.HasTime() && b.HasTime()) return *a.ToInstant() < *b.ToInstant();
  return a.day < b.day;
}

// Plays the recovery words of root and follow-ups in their order.
class Course {
 public:
  Course(Setback& setback, std::vector<FoldProblem>& problems) : setback_(setback), problems_(problems) {}

  void Begin(const std::optional<Moment>& onset) { setback_.episodes.push_back({onset, {}, {}}); }

  // It eased and came back, and nobody says when.
  void HearItCameBack() {
    setback_.state = State::kOpenAgain;
    Begin(std::nullopt);
  }

  void Hear(const RecoveryWord& word, const std::optional<Moment>& said_at, size_t place) {
    std::optional<Moment> when = word.moment ? word.moment : said_at;
    bool eased = setback_.state == State::kRecovered;
    if (word.recovered && !eased) {
      setback_.state = State::kRecovered;
      End(setback_.episodes.back(), when, place);
    } else if (!word.recovered && eased) {
      setback_.state = State::kOpenAgain;
      Begin(when);
    }
  }

 private:
  void End(Episode& episode, const std::optional<Moment>& when, size_t place) {
    if (when && episode.onset && IsBefore(*when, *episode.onset)) {
      problems_.push_back({place, "Recovered: expected a time after it began; it is not counted"});
      return;
    }
    episode.eased = when;
    if (when && episode.onset) episode.days = ElapsedDays(*episode.onset, *when);
  }

  Setback& setback_;
  std::vector<FoldProblem>& problems_;
};

void TakeRatings(const Entry& entry, Setback& setback) {
  if (entry.intensity) {
    if (!setback.intensity_first) setback.intensity_first = entry.intensity;
    setback.intensity_last = entry.intensity;
  }
  if (entry.belief) {
    if (!setback.belief_first) setback.belief_first = entry.belief;
    setback.belief_last = entry.belief;
  }
}

void Complete(std::span<const Entry> entries, Setback& setback, std::vector<FoldProblem>& problems) {
  SortFollowUps(entries, setback);
  const Entry& root = entries[setback.root];
  setback.is_private = root.is_private;
  TakeRatings(root, setback);
  for (size_t place : setback.follow_ups) TakeRatings(entries[place], setback);
  if (!root.IsSetback()) return;
  Course course(setback, problems);
  course.Begin(root.date);
  if (root.has_come_back) course.HearItCameBack();
  if (root.recovery) course.Hear(*root.recovery, root.date, setback.root);
  for (size_t place : setback.follow_ups)
    if (entries[place].recovery) course.Hear(*entries[place].recovery, entries[place].date, place);
  std::optional<Moment> recovered = setback.RecoveredAt();
  if (recovered && root.date) setback.recovery_days = ElapsedDays(*root.date, *recovered);
}

}  // namespace

std::string_view StateName(State state) {
  switch (state) {
    case State::kOpen: return "open";
    case State::kRecovered: return "recovered";
    case State::kOpenAgain: return "open again";
  }
  return "";
}

std::optional<Moment> Setback::RecoveredAt() const {
  if (state != State::kRecovered || episodes.empty()) return std::nullopt;
  return episodes.back().eased;
}

Folded Fold(std::span<const Entry> entries) {
  Folded folded;
  RootFinder finder(entries, folded);
  std::map<size_t, Setback> by_root;
  for (size_t place = 0; place < entries.size(); ++place) {
    if (finder.IsRepeat(place)) continue;
    std::optional<size_t> root = finder.RootOf(place);
    if (!root) {
      folded.strays.push_back(place);
      continue;
    }
    Setback& setback = by_root[*root];
    setback.root = *root;
    if (place != *root) setback.follow_ups.push_back(place);
  }
  for (auto& [root, setback] : by_root) {
    Complete(entries, setback, folded.problems);
    (entries[root].IsSetback() ? folded.setbacks : folded.notes).push_back(std::move(setback));
  }
  std::stable_sort(folded.problems.begin(), folded.problems.end(),
                   [](const FoldProblem& a, const FoldProblem& b) { return a.entry < b.entry; });
  return folded;
}

}  // namespace stumble
