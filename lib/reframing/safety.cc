#include "reframing/safety.h"

#include <algorithm>

#include "journal/entry_fields.h"

namespace stumble {

namespace {

Concern ConcernNamed(std::string_view kind) {
  if (kind == "crisis") return Concern::kCrisis;
  if (kind == "abuse") return Concern::kAbuse;
  if (kind == "bring") return Concern::kBringToTherapist;
  return Concern::kHardship;
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
      CompiledPack compiled{SafetyReader(pack), {}};
      for (const SafetyRule& rule : pack.rules)
        guarded([&] {
          compiled.rules.push_back({ConcernNamed(rule.kind), rule.threshold, WeighedCues(rule.cues, compiled.reader.lists())});
        });
      std::stable_sort(compiled.rules.begin(), compiled.rules.end(),
                       [](const Compiled& a, const Compiled& b) { return a.concern > b.concern; });
      packs_.push_back(std::move(compiled));
    });
  }
}

Concern SafetyRules::CompiledPack::Judge(const Wording& wording) const {
  for (const Compiled& rule : rules)
    if (rule.cues.Weigh(wording).Reaches(rule.threshold)) return rule.concern;
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
