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
    WordLists lists(pack.words);
    for (const SafetyRule& rule : pack.rules) {
      try {
        rules_.push_back({ConcernNamed(rule.kind), rule.threshold, WeighedCues(rule.cues, lists)});
      } catch (const Error& error) {
        if (!on_error) throw;
        on_error(error);
      }
    }
  }
  std::stable_sort(rules_.begin(), rules_.end(),
                   [](const Compiled& a, const Compiled& b) { return a.concern > b.concern; });
}

Concern SafetyRules::Judge(std::string_view text) const {
  Wording wording(text);
  for (const Compiled& rule : rules_)
    if (rule.cues.Weigh(wording).Reaches(rule.threshold)) return rule.concern;
  return Concern::kNone;
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
