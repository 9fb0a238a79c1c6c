#include "report/path.h"

#include <algorithm>

namespace stumble {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

// The episodes of a setback up to a day. One whose beginning is not known begins where the one before it ended.
std::vector<PathEpisode> EpisodesUntil(const Setback& setback, Day date, Day last) {
  std::vector<PathEpisode> episodes;
  Day known = date;
  for (size_t at = 0; at < setback.episodes.size(); ++at) {
    const Episode& episode = setback.episodes[at];
    PathEpisode found;
    found.begins = episode.onset ? episode.onset->day : known;
    found.came_back = at > 0;
    bool is_open = setback.state != State::kRecovered && at + 1 == setback.episodes.size();
    if (!is_open) found.eased = std::max(found.begins, episode.eased ? episode.eased->day : found.begins);
    if (found.begins > last) break;
    if (found.eased) known = *found.eased;
    if (found.eased && *found.eased > last) found.eased.reset();
    episodes.push_back(found);
  }
  return episodes;
}

// The last day of the stretch that holds a day.
Day EndOfStretch(StretchKind kind, Day day) {
  const year_month_day date(day);
  switch (kind) {
    case StretchKind::kDay:
      return day;
    case StretchKind::kWeek:
      return day + days(7 - std::chrono::weekday(day).iso_encoding());
    case StretchKind::kMonth:
      return Day(date.year() / date.month() / std::chrono::last);
    case StretchKind::kYear:
      return Day(date.year() / 12 / 31);
  }
  return day;
}

// The stretch that a day lies in; nullptr if none does.
Stretch* Holding(std::vector<Stretch>& stretches, Day day) {
  auto after = std::partition_point(stretches.begin(), stretches.end(), [&](const Stretch& each) { return each.last < day; });
  if (after == stretches.end() || after->first > day) return nullptr;
  return &*after;
}

}  // namespace

StretchKind KindFor(Day first, Day last) {
  auto length = (last - first).count() + 1;
  if (length <= 45) return StretchKind::kDay;
  if (length <= 400) return StretchKind::kWeek;
  return length <= 6 * 365L ? StretchKind::kMonth : StretchKind::kYear;
}

std::vector<Stretch> StretchesOf(const Material& material, const std::vector<const Setback*>& setbacks, StretchKind kind, Day first,
                                 Day last) {
  std::vector<Stretch> stretches;
  for (Day from = first; from <= last;) {
    Day until = std::min(EndOfStretch(kind, from), last);
    stretches.push_back({from, until, 0, 0, 0, 0});
    from = until + days(1);
  }
  // Those that came and those that went on each stretch, before the sum over time.
  std::vector<long> change(stretches.size() + 1, 0);
  for (const Setback* setback : setbacks) {
    const std::optional<Moment>& date = material.DateOf(*setback);
    if (!date) continue;
    for (const PathEpisode& episode : EpisodesUntil(*setback, date->day, last)) {
      if (Stretch* stretch = Holding(stretches, episode.begins)) ++(episode.came_back ? stretch->came_back : stretch->happened);
      if (episode.eased)
        if (Stretch* stretch = Holding(stretches, *episode.eased)) ++stretch->eased;
      if (episode.eased && *episode.eased < first) continue;
      auto place = [&](Day day) {
        Stretch* stretch = Holding(stretches, std::max(day, first));
        return stretch == nullptr ? stretches.size() : static_cast<size_t>(stretch - stretches.data());
      };
      ++change[place(episode.begins)];
      if (episode.eased) --change[place(*episode.eased)];
    }
  }
  long with_you = 0;
  for (size_t at = 0; at < stretches.size(); ++at) {
    with_you += change[at];
    stretches[at].with_you = static_cast<size_t>(std::max(0L, with_you));
  }
  return stretches;
}

Path FindPath(const Material& material) {
  Path path;
  const std::vector<const Setback*> dated = material.ByDay(material.folded.setbacks, [&](const Setback& setback) {
    std::optional<Day> day = material.DayOf(setback);
    return day && *day <= material.as_of.day;
  });
  path.first = material.period.first_day();
  if (!path.first && !dated.empty()) path.first = material.DayOf(*dated.front());
  if (!path.first || *path.first > material.as_of.day) return {};
  path.last = std::max(*path.first, std::min(material.period.last_day().value_or(material.as_of.day), material.as_of.day));
  constexpr days kLongest(366 * 120);  // a mistyped year would make a path of centuries
  path.first = std::max(*path.first, *path.last - kLongest);
  path.kind = KindFor(*path.first, *path.last);
  path.stretches = StretchesOf(material, dated, path.kind, *path.first, *path.last);
  for (const Setback* setback : dated) {
    Day date = material.DateOf(*setback)->day;
    std::vector<PathEpisode> episodes = EpisodesUntil(*setback, date, *path.last);
    std::erase_if(episodes, [&](const PathEpisode& episode) { return episode.eased && *episode.eased < *path.first; });
    if (episodes.empty()) continue;
    path.rows.push_back({date, material.journal.SetbackWords(setback->root), std::move(episodes)});
    if (path.rows.size() > Path::kMostRows) {
      path.rows.erase(path.rows.begin());
      ++path.rows_left_out;
    }
  }
  return path;
}

}  // namespace stumble
