#include "reframing/reframer.h"

#include <algorithm>

#include "journal/entry_fields.h"
#include "reframing/naming.h"
#include "text/stable_hash.h"
#include "text/text.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr size_t kMostCues = 2;  // shown for a pattern

bool IsMember(const Item& item) { return EntryShape().IsMember(item.name); }

// The place after the last of the fields that belong to the thought at `thought`.
size_t EndOfGroup(const Record& record, size_t thought) {
  size_t end = thought + 1;
  for (size_t i = end; i < record.items().size(); ++i) {
    if (record.items()[i].IsComment()) continue;
    if (!IsMember(record.items()[i])) break;
    end = i + 1;
  }
  return end;
}

bool GroupHas(const Record& record, size_t thought, std::string_view name, std::string_view value) {
  for (size_t i = thought + 1; i < EndOfGroup(record, thought); ++i)
    if (record.items()[i].name == name && record.items()[i].value == value) return true;
  return false;
}

void RemoveFinds(Record& record, size_t thought) {
  auto begin = record.items().begin() + static_cast<std::ptrdiff_t>(thought) + 1;
  auto end = record.items().begin() + static_cast<std::ptrdiff_t>(EndOfGroup(record, thought));
  // A Reframe may be the person's own, so it stays.
  record.items().erase(std::remove_if(begin, end, [](const Item& i) { return IsMember(i) && i.name != "Reframe"; }), end);
}

}  // namespace

std::string ChooseText(const std::vector<std::string>& texts, std::string_view thought, std::string_view cue,
                       uint64_t seed) {
  if (texts.empty()) return "";
  uint64_t key = 0;  // of the words, so that punctuation and blanks make no difference
  const Wording wording(thought);
  for (const Word& word : wording.words()) key = key * 1099511628211u + word.hash;
  std::string text = texts[StableHash(std::to_string(key), seed) % texts.size()];
  constexpr std::string_view kSlot = "{cue}";
  size_t at = 0;
  while ((at = text.find(kSlot, at)) != std::string::npos) {
    text.replace(at, kSlot.size(), cue);
    at += cue.size();
  }
  return text;
}

Record Reframer::Reframe(const Record& record) const {
  Record result = record;
  if (!record.IsEntry()) return result;
  Concern concern = safety_.JudgeRecord(record);
  if (IsHeld(concern)) {
    result.Set("Safety", std::string(SafetyLabel(concern)));
    return result;
  }
  for (size_t i = 0; i < result.items().size(); ++i)
    if (result.items()[i].name == "Thought") Look(result, i);
  return result;
}

void Reframer::Look(Record& record, size_t thought) const {
  if (choices_.again) RemoveFinds(record, thought);
  size_t at = EndOfGroup(record, thought);
  if (!choices_.again && at > thought + 1) return;
  if (choices_.again) at = thought + 1;  // what stayed is a Reframe, and comes last
  const std::string text = record.items()[thought].value;
  auto add = [&](const char* field, std::string value) {
    if (!value.empty()) record.Insert(at++, field, std::move(value));
  };
  Concern concern = safety_.Judge(text);
  if (concern == Concern::kBringToTherapist) return add("Question", std::string(words::kBringQuestion));
  std::vector<FoundPattern> found = NamedPatterns(finder_, concern, text);
  if (concern == Concern::kHardship && found.empty()) return add("Question", std::string(words::kSupportQuestion));
  if (found.size() > choices_.most_patterns) found.resize(choices_.most_patterns);
  for (const FoundPattern& pattern : found) {
    add("Pattern", pattern.pattern->id);
    for (size_t i = 0; i < std::min(kMostCues, pattern.cues.size()); ++i) add("Cue", pattern.cues[i]);
  }
  for (const FoundPattern& pattern : found)
    add("Question", ChooseText(pattern.pattern->questions, text, pattern.cues[0], choices_.seed));
  if (found.empty()) return;
  std::string offer = ChooseText(found[0].pattern->reframes, text, found[0].cues[0], choices_.seed);
  at = EndOfGroup(record, thought);
  if (!GroupHas(record, thought, "Reframe", offer)) add("Reframe", std::move(offer));
}

}  // namespace stumble
