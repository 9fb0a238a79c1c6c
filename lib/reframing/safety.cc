#include "reframing/safety.h"

#include <algorithm>

#include "error.h"
#include "journal/entry_fields.h"
#include "pack/built_in_packs.h"

namespace stumble {

namespace {

Concern ConcernNamed(std::string_view kind) {
  if (kind == "crisis") return Concern::kCrisis;
  if (kind == "abuse") return Concern::kAbuse;
  if (kind == "bring") return Concern::kBringToTherapist;
  return Concern::kHardship;
}

// The words of a pack by which something is denied. Rules look past them, but for those that name this list.
constexpr const char* kDenied = "denied";

// A rule of forms has a few cues, one that weighs words hundreds.
constexpr size_t kMostForms = 60;

bool NamesDenials(const SafetyRule& rule) {
  return std::any_of(rule.cues.begin(), rule.cues.end(), [](const Cue& cue) {
    return std::any_of(cue.phrases.begin(), cue.phrases.end(), [](const std::string& phrase) { return phrase.find("{denied") != std::string::npos; });
  });
}

void CheckPassedOver(const WaitingPhrase& phrase, const Place& place) {
  try {
    phrase.Ready();
  } catch (const Error& error) {
    throw Error("passed_over: " + std::string(error.what()), place);
  }
}

}  // namespace

SafetyRules::SafetyRules(const PackShelf& shelf, const ErrorHandler& on_error) {
  for (const Pack& pack : shelf.packs()) {
    if (pack.rules.empty()) continue;
    auto guarded = [&](auto compile) {
      try {
        compile();
      } catch (const Error& error) {
        if (!on_error) throw;
        on_error(error);
      }
    };
    guarded([&] {
      CompiledPack compiled{SafetyReader(pack), {}, {}};
      if (compiled.reader.lists()->Find(kDenied)) compiled.passed_over.emplace_back("{" + std::string(kDenied) + "}", compiled.reader.lists());
      for (const std::string& text : pack.reading.passed_over)
        guarded([&] {
          WaitingPhrase phrase(text, compiled.reader.lists());
          if (!IsOfBuiltInPack(pack.reading.place)) CheckPassedOver(phrase, pack.reading.place);  // those of ours are valid, and wait
          compiled.passed_over.push_back(std::move(phrase));
        });
      for (const SafetyRule& rule : pack.rules)
        guarded([&] {
          compiled.rules.push_back({ConcernNamed(rule.kind), rule.threshold, WeighedCues(rule.cues, compiled.reader.lists()),
                                    NamesDenials(rule)});
        });
      std::stable_sort(compiled.rules.begin(), compiled.rules.end(),
                       [](const Compiled& a, const Compiled& b) { return a.concern > b.concern; });
      packs_.push_back(std::move(compiled));
    });
  }
}

Concern SafetyRules::CompiledPack::Judge(const Wording& wording) const {
  std::vector<Range> places;
  for (const WaitingPhrase& phrase : passed_over)
    for (const Range& place : phrase.FindAll(wording)) places.push_back(place);
  std::optional<Wording> rest;  // without what is denied or only spoken of
  if (!places.empty()) rest = wording.Without(places);
  for (const Compiled& rule : rules) {
    const Wording& looked_at = rest && !rule.weighs_denials && IsHeld(rule.concern) ? *rest : wording;
    WeighedCues::Weighed weighed = rule.cues.Weigh(looked_at);
    if (weighed.Reaches(rule.threshold)) return rule.concern;
    // What one sentence says in so many words is not taken back by what only sounds harmless in another. Rules that weigh words look at all.
    bool weighs_words = rule.cues.size() > kMostForms;
    if (!IsHeld(rule.concern) || weighs_words || !WeighedCues::Reaches(weighed.for_it, rule.threshold)) continue;
    for (const Wording& sentence : looked_at.Sentences())
      if (rule.cues.Weigh(sentence).Reaches(rule.threshold)) return rule.concern;
  }
  return Concern::kNone;
}

Concern SafetyRules::Judge(std::string_view text) const {
  const Wording wording(text);
  Concern gravest = Concern::kNone;
  for (const CompiledPack& pack : packs_) {
    gravest = std::max(gravest, pack.Judge(pack.reader.Read(wording)));
    if (gravest == Concern::kCrisis) return gravest;
    // What is masked or misspelt matters only where somebody may be in danger.
    std::optional<Wording> unmasked = pack.reader.ReadUnmasked(text);
    Concern meant = unmasked ? pack.Judge(*unmasked) : Concern::kNone;
    if (IsHeld(meant)) gravest = std::max(gravest, meant);
  }
  return gravest;
}

Concern SafetyRules::JudgeRecord(const Record& record) const {
  std::string_view label = record.Get("Safety");
  if (label == "no") return Concern::kNone;
  Concern gravest = label == "crisis" ? Concern::kCrisis : label == "abuse" ? Concern::kAbuse : Concern::kNone;
  for (const Item& item : record.items()) {
    if (item.IsComment() || !IsFreeText(item.name)) continue;
    Concern concern = Judge(item.value);
    if (IsHeld(concern)) gravest = std::max(gravest, concern);
  }
  return gravest;
}

std::string_view SafetyLabel(Concern concern) {
  if (concern == Concern::kCrisis) return "crisis";
  if (concern == Concern::kAbuse) return "abuse";
  return "";
}

}  // namespace stumble
