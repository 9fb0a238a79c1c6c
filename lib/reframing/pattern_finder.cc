#include "reframing/pattern_finder.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "reframing/decisive_words.h"
#include "reframing/passages.h"
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
  const auto lists = std::make_shared<const WordLists>(pack.words);
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

double PatternFinder::Sum(const Compiled& compiled, const Wording& wording, const Places& places, const EachWeighing& each) const {
  WeighedCues::Weighed weighed = compiled.cues.Weigh(wording);
  for (const auto& [range, weight] : weighed.places) each(nullptr, weight, range);
  for (const auto& [sign, weight] : compiled.signs) {
    if (!places[sign]) continue;
    weighed.sum += weight;
    each(signs_[sign].sign, weight, *places[sign]);
  }
  return weighed.sum;
}

std::vector<FoundPattern> PatternFinder::FindInPassage(std::string_view passage) const {
  Wording wording(passage);
  Places places = FindSigns(wording);
  std::vector<FoundPattern> found;
  for (const Compiled& compiled : patterns_) {
    DecisiveWords decisive(wording);
    double sum = Sum(compiled, wording, places, [&](const Sign* sign, double weight, const Range& place) {
      if (sign == nullptr || !sign->quiet) decisive.Add(place, weight);
    });
    double threshold = compiled.pattern->threshold;
    if (!WeighedCues::Reaches(sum, threshold)) continue;
    std::vector<Range> shown = decisive.Places();
    if (shown.empty()) continue;
    FoundPattern pattern{compiled.pattern, std::max(0.0, sum - threshold), {}};
    for (const Range& place : shown) pattern.cues.push_back(WordsAt(passage, place));
    found.push_back(std::move(pattern));
  }
  return found;
}

std::vector<FoundPattern> PatternFinder::Find(std::string_view thought) const {
  std::vector<FoundPattern> found;
  for (const Range& passage : PassagesOf(Wording(thought))) {
    for (FoundPattern& here : FindInPassage(thought.substr(passage.begin, passage.end - passage.begin))) {
      auto before = std::find_if(found.begin(), found.end(),
                                 [&](const FoundPattern& pattern) { return pattern.pattern == here.pattern; });
      if (before == found.end()) {
        found.push_back(std::move(here));
      } else if (here.strength > before->strength) {
        *before = std::move(here);
      }
    }
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

WeighedThought PatternFinder::WeighPassage(std::string_view passage, std::string_view id) const {
  Wording wording(passage);
  Places places = FindSigns(wording);
  WeighedThought result;
  for (const Compiled& compiled : patterns_) {
    if (compiled.pattern->id != id) continue;
    result.threshold = compiled.pattern->threshold;
    result.sum = Sum(compiled, wording, places, [&](const Sign* sign, double weight, const Range& place) {
      result.weighings.push_back({sign == nullptr ? "" : sign->id, weight, WordsAt(passage, place)});
    });
  }
  std::stable_sort(result.weighings.begin(), result.weighings.end(),
                   [](const Weighing& a, const Weighing& b) { return std::abs(a.weight) > std::abs(b.weight); });
  return result;
}

WeighedThought PatternFinder::Weigh(std::string_view thought, std::string_view id) const {
  WeighedThought strongest = WeighPassage("", id);
  bool first = true;
  for (const Range& passage : PassagesOf(Wording(thought))) {
    WeighedThought here = WeighPassage(thought.substr(passage.begin, passage.end - passage.begin), id);
    if (first || here.sum > strongest.sum) strongest = std::move(here);
    first = false;
  }
  return strongest;
}

}  // namespace stumble
