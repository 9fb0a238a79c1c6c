#include "reframing/pattern_finder.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "reframing/decisive_words.h"
#include "text/text.h"

namespace stumble {

namespace {

std::string WordsAt(std::string_view thought, const Range& place) {
  return OnOneLine(thought.substr(place.begin, place.end - place.begin));
}

}  // namespace

PatternFinder::PatternFinder(const PackShelf& shelf, const std::set<std::string>& wanted,
                             const ErrorHandler& on_error) {
  for (const Pack& pack : shelf.packs()) {
    try {
      AddPack(pack, wanted, on_error);
    } catch (const Error& error) {
      if (!on_error) throw;
      on_error(error);
    }
  }
}

PatternFinder::PatternFinder(const Pack& pack) { AddPack(pack, {}, {}); }

void PatternFinder::AddPack(const Pack& pack, const std::set<std::string>& wanted, const ErrorHandler& on_error) {
  auto is_wanted = [&](const Pattern& pattern) { return wanted.empty() || wanted.contains(pattern.id); };
  if (std::none_of(pack.patterns.begin(), pack.patterns.end(), is_wanted)) return;
  WordLists lists(pack.words);
  std::map<std::string, size_t> sign_places;
  for (const Sign& sign : pack.signs) {
    CueMatcher matcher(sign.cue, lists);
    sign_places[sign.id] = signs_.size();
    signs_.push_back({&sign, std::move(matcher)});
  }
  for (const Pattern& pattern : pack.patterns) {
    if (!is_wanted(pattern)) continue;
    try {
      Compiled compiled{&pattern, WeighedCues(pattern.cues, lists), {}};
      for (const SignWeight& weight : pattern.signs) compiled.signs.emplace_back(sign_places.at(weight.sign), weight.weight);
      patterns_.push_back(std::move(compiled));
    } catch (const Error& error) {
      if (!on_error) throw;
      on_error(error);
    }
  }
}

PatternFinder::Places PatternFinder::FindSigns(const Wording& wording) const {
  Places places;
  places.reserve(signs_.size());
  for (const CompiledSign& sign : signs_) places.push_back(sign.matcher.Find(wording));
  return places;
}

std::vector<FoundPattern> PatternFinder::Find(std::string_view thought) const {
  Wording wording(thought);
  Places places = FindSigns(wording);
  std::vector<FoundPattern> found;
  for (const Compiled& compiled : patterns_) {
    WeighedCues::Weighed weighed = compiled.cues.Weigh(wording);
    DecisiveWords decisive(wording);
    for (const auto& [range, weight] : weighed.places) decisive.Add(range, weight);
    for (const auto& [sign, weight] : compiled.signs) {
      if (!places[sign]) continue;
      weighed.sum += weight;
      if (!signs_[sign].sign->quiet) decisive.Add(*places[sign], weight);
    }
    double threshold = compiled.pattern->threshold;
    std::vector<Range> shown = decisive.Places();
    if (!weighed.Reaches(threshold) || shown.empty()) continue;
    FoundPattern pattern{compiled.pattern, std::max(0.0, weighed.sum - threshold), {}};
    for (const Range& place : shown) pattern.cues.push_back(WordsAt(thought, place));
    found.push_back(std::move(pattern));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const FoundPattern& a, const FoundPattern& b) { return a.strength > b.strength; });
  return found;
}

bool PatternFinder::LooksFor(std::string_view id) const {
  return std::any_of(patterns_.begin(), patterns_.end(), [&](const Compiled& compiled) { return compiled.pattern->id == id; });
}

std::vector<size_t> PatternFinder::SignsIn(std::string_view thought) const {
  Places places = FindSigns(Wording(thought));
  std::vector<size_t> found;
  for (size_t sign = 0; sign < places.size(); ++sign)
    if (places[sign]) found.push_back(sign);
  return found;
}

WeighedThought PatternFinder::Weigh(std::string_view thought, std::string_view id) const {
  Wording wording(thought);
  Places places = FindSigns(wording);
  WeighedThought result;
  for (const Compiled& compiled : patterns_) {
    if (compiled.pattern->id != id) continue;
    WeighedCues::Weighed weighed = compiled.cues.Weigh(wording);
    result.sum = weighed.sum;
    result.threshold = compiled.pattern->threshold;
    for (const auto& [range, weight] : weighed.places) result.weighings.push_back({"", weight, WordsAt(thought, range)});
    for (const auto& [sign, weight] : compiled.signs) {
      if (!places[sign]) continue;
      result.sum += weight;
      result.weighings.push_back({signs_[sign].sign->id, weight, WordsAt(thought, *places[sign])});
    }
  }
  std::stable_sort(result.weighings.begin(), result.weighings.end(),
                   [](const Weighing& a, const Weighing& b) { return std::abs(a.weight) > std::abs(b.weight); });
  return result;
}

}  // namespace stumble
