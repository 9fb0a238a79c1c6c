#include "reframing/cue_matcher.h"

#include <algorithm>

#include "error.h"

namespace stumble {

CueMatcher::CueMatcher(const Cue& cue, const WordLists& lists) : weight_(cue.weight) {
  try {
    for (const std::string& phrase : cue.phrases) phrases_.emplace_back(phrase, lists);
    for (const std::string& phrase : cue.but_not) but_not_.emplace_back(phrase, lists);
    if (!cue.regex.empty()) regex_.emplace(cue.regex, "regex", Regex::Case::kInsensitive);
  } catch (const Error& error) {
    throw Error(error.what(), cue.place);
  }
}

std::optional<Range> CueMatcher::Find(const Wording& wording) const {
  if (regex_) {
    std::optional<Range> found = regex_->Find(wording.plain());
    return found ? std::optional(wording.InOriginal(*found)) : std::nullopt;
  }
  std::vector<Range> excluded;
  bool looked = false;
  for (const Phrase& phrase : phrases_) {
    for (const Range& found : phrase.FindAll(wording, but_not_.empty() ? 1 : SIZE_MAX)) {
      for (size_t i = 0; !looked && i < but_not_.size(); ++i) {
        std::vector<Range> ranges = but_not_[i].FindAll(wording);
        excluded.insert(excluded.end(), ranges.begin(), ranges.end());
      }
      looked = true;
      bool is_excluded =
          std::any_of(excluded.begin(), excluded.end(), [&](const Range& other) { return other.Overlaps(found); });
      if (!is_excluded) return found;
    }
  }
  return std::nullopt;
}

WeighedCues::WeighedCues(const std::vector<Cue>& cues, const WordLists& lists) {
  for (const Cue& cue : cues) matchers_.emplace_back(cue, lists);
  std::stable_sort(matchers_.begin(), matchers_.end(),
                   [](const CueMatcher& a, const CueMatcher& b) { return a.weight() > b.weight(); });
}

WeighedCues::Weighed WeighedCues::Weigh(const Wording& wording) const {
  Weighed weighed;
  for (const CueMatcher& matcher : matchers_) {
    std::optional<Range> found = matcher.Find(wording);
    if (!found) continue;
    weighed.sum += matcher.weight();
    weighed.places.emplace_back(*found, matcher.weight());
  }
  return weighed;
}

}  // namespace stumble
