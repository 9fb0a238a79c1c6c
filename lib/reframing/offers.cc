#include "reframing/offers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "pack/offer_reader.h"
#include "reframing/areas.h"
#include "reframing/wording.h"
#include "text/stable_hash.h"

namespace stumble {

namespace {

// People prefer other words that are specific to what they wrote and that acknowledge it, and find the very positive
// ones less helpful: Sharma and others, ACL 2023. So what names a part of the thought comes up more often, and growth
// more rarely.
constexpr double kSpecific = 10, kOfThisMoment = 6;
constexpr std::array<std::pair<std::string_view, double>, 10> kStrategyWeights = {{{"self-compassion", 1.5},
                                                                                   {"acceptance", 1.3},
                                                                                   {"evidence", 1.2},
                                                                                   {"alternatives", 1.2},
                                                                                   {"friend", 1},
                                                                                   {"degree", 1},
                                                                                   {"causes", 1},
                                                                                   {"coping", 1},
                                                                                   {"grounding", 0.6},
                                                                                   {"growth", 0.6}}};

bool Has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsKind(const Offer& offer) {
  return offer.strategy == "self-compassion" || offer.strategy == "acceptance" || offer.strategy == "grounding";
}

bool AsksForArea(const Offer& offer) { return std::any_of(offer.when.begin(), offer.when.end(), IsAreaOfLife); }

bool Fits(const Offer& offer, const Occasion& occasion) {
  for (const std::string& slot : offer.needs)
    if (slot != "cue" && !occasion.slots.Has(slot)) return false;
  int intensity = occasion.intensity.value_or((kIntenseFrom + kMildTo) / 2);
  if (Has(offer.when, "intense") && intensity < kIntenseFrom) return false;
  if (Has(offer.when, "mild") && intensity > kMildTo) return false;
  if (Has(offer.when, "others") && !occasion.slots.about_others) return false;
  if (Has(offer.when, "me") && occasion.slots.about_others) return false;
  return !AsksForArea(offer) || std::any_of(offer.when.begin(), offer.when.end(),
                                            [&](const std::string& when) { return occasion.areas.contains(when); });
}

double Weight(const Offer& offer) {
  double weight = 1;
  for (const auto& [strategy, preferred] : kStrategyWeights)
    if (offer.strategy == strategy) weight = preferred;
  if (!offer.needs.empty()) weight *= kSpecific;
  if (AsksForArea(offer) || Has(offer.when, "intense")) weight *= kOfThisMoment;
  return weight;
}

// Of the words, so that punctuation and blanks make no difference.
uint64_t KeyOf(std::string_view thought) {
  uint64_t key = 0;
  const Wording wording(thought);
  for (const Word& word : wording.words()) key = key * 1099511628211u + word.hash;
  return key;
}

// Above 0 and below 1, even over all keys: the last step of splitmix64 mixes what FNV leaves close together.
double Chance(uint64_t key) {
  key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9u;
  key = (key ^ (key >> 27)) * 0x94D049BB133111EBu;
  key ^= key >> 31;
  return (static_cast<double>(key >> 11) + 0.5) / 9007199254740992.0;
}

}  // namespace

Occasion OccasionOf(std::string_view thought, std::string_view domain, std::optional<int> intensity, uint64_t seed) {
  ThoughtWords words(thought);
  return {std::string(thought), SlotsOf(thought, words), AreasOf(words, domain), intensity, seed, {}};
}

std::vector<std::string> Ranked(const std::vector<Offer>& offers, const Occasion& occasion, std::string_view cue,
                                Voice voice) {
  struct Candidate {
    int later;  // tiers: 0 comes first
    double wait;
    const Offer* offer;
  };
  std::vector<Candidate> candidates;
  bool intense = occasion.intensity.value_or(0) >= kIntenseFrom;
  std::string key = std::to_string(KeyOf(occasion.thought));
  for (const Offer& offer : offers) {
    if (!Fits(offer, occasion)) continue;
    bool first = Has(offer.when, "intense") || (voice == Voice::kI && IsKind(offer));
    bool said = std::any_of(occasion.said_lately.begin(), occasion.said_lately.end(),
                            [&](const std::string& before) { return IsFilledFrom(before, offer.text); });
    // A race in which each waits the shorter the more it weighs: another text in the pack leaves the order of these
    // as it is.
    double wait = -std::log(Chance(StableHash(key + offer.text, occasion.seed))) / Weight(offer);
    candidates.push_back({(intense && !first ? 2 : 0) + (said ? 1 : 0), wait, &offer});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.later != b.later ? a.later < b.later : a.wait < b.wait;
  });
  std::vector<std::string> ranked;
  for (const Candidate& candidate : candidates)
    ranked.push_back(Filled(candidate.offer->text, occasion.slots, cue, voice));
  return ranked;
}

bool IsFilledFrom(std::string_view said, std::string_view text) {
  bool anywhere = false;  // the part may stand anywhere from here on, since a slot was before it
  while (true) {
    size_t open = text.find('{'), close = open == std::string_view::npos ? open : text.find('}', open);
    bool last = close == std::string_view::npos;
    std::string_view part = last ? text : text.substr(0, open);
    if (last) return anywhere ? said.size() >= part.size() && said.ends_with(part) : said == part;
    size_t at = said.find(part);
    if (at == std::string_view::npos || (!anywhere && at > 0)) return false;
    said.remove_prefix(at + part.size());
    text.remove_prefix(close + 1);
    anywhere = true;
  }
}

}  // namespace stumble
