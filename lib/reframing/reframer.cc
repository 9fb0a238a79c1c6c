#include "reframing/reframer.h"

#include <algorithm>
#include <charconv>

#include "journal/entry_fields.h"
#include "reframing/naming.h"
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

std::string_view Opening(std::string_view text) {
  size_t end = 0;
  for (int blanks = 0; end < text.size() && (text[end] != ' ' || ++blanks < 3);) ++end;
  return text.substr(0, end);
}

// The first text that opens in another way than the questions that the thought has already; else the first.
std::string UnlikeThoseBefore(const std::vector<std::string>& texts, const Record& record, size_t thought) {
  for (const std::string& text : texts) {
    bool alike = false;
    for (size_t i = thought + 1; i < EndOfGroup(record, thought); ++i) {
      const Item& item = record.items()[i];
      alike = alike || (item.name == "Question" && Opening(item.value) == Opening(text));
    }
    if (!alike) return text;
  }
  return texts[0];
}

void RemoveFinds(Record& record, size_t thought) {
  auto begin = record.items().begin() + static_cast<std::ptrdiff_t>(thought) + 1;
  auto end = record.items().begin() + static_cast<std::ptrdiff_t>(EndOfGroup(record, thought));
  // A Reframe may be the person's own, so it stays.
  record.items().erase(std::remove_if(begin, end, [](const Item& i) { return IsMember(i) && i.name != "Reframe"; }), end);
}

}  // namespace

std::optional<int> IntensityOf(const Record& record, const Record& about) {
  for (const Record* one : {&record, &about}) {
    for (std::string_view field : {"IntensityNow", "Intensity"}) {
      std::string_view text = Trim(one->Get(field));
      int value = 0;
      auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
      if (error == std::errc() && end == text.data() + text.size() && value >= 0 && value <= 10) return value;
    }
  }
  return std::nullopt;
}

Occasion Reframer::OccasionFor(std::string_view thought, const Record& record, const Record& about) const {
  std::string_view domain = record.Has("Domain") ? record.Get("Domain") : about.Get("Domain");
  Occasion occasion = OccasionOf(thought, domain, IntensityOf(record, about), choices_.seed);
  if (earlier_) occasion.said_lately = earlier_().SaidForOthers(thought);
  return occasion;
}

std::vector<std::string> Reframer::QuestionsAbout(const Pattern& pattern, std::string_view thought, std::string_view cue,
                                                  const Record& record, const Record& about) const {
  return Ranked(pattern.questions, OccasionFor(thought, record, about), cue, Voice::kYou);
}

// The answer of the last day, if there is one that names only what is looked for.
bool Reframer::AnswerAsBefore(Record& record, size_t thought, size_t at) const {
  std::vector<Item> answer = earlier_().AnswerTo(record.items()[thought].value);
  size_t patterns = 0;
  for (const Item& item : answer) {
    if (item.name != "Pattern") continue;
    ++patterns;
    if (!finder_.LooksFor(item.value)) return false;
  }
  if (answer.empty() || patterns > choices_.most_patterns) return false;
  for (const Item& item : answer)
    if (!GroupHas(record, thought, item.name, item.value) || item.name != "Reframe") record.Insert(at++, item.name, item.value);
  at = EndOfGroup(record, thought);
  for (std::string_view line : {words::kSameAsBefore, words::kDoOrLeave}) record.Insert(at++, "", "# " + std::string(line));
  return true;
}

Record Reframer::Reframe(const Record& record, const Record& about) const {
  Record result = record;
  if (!record.IsEntry()) return result;
  Concern concern = safety_.JudgeRecord(record);
  if (IsHeld(concern)) {
    result.Set("Safety", std::string(SafetyLabel(concern)));
    return result;
  }
  for (size_t i = 0; i < result.items().size(); ++i)
    if (result.items()[i].name == "Thought") Look(result, i, about);
  return result;
}

void Reframer::Look(Record& record, size_t thought, const Record& about) const {
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
  // Hardship may be all that a thought has more than the one before.
  if (concern == Concern::kNone && earlier_ && AnswerAsBefore(record, thought, at)) return;
  std::vector<FoundPattern> found = NamedPatterns(finder_, concern, text);
  if (concern == Concern::kHardship && found.empty()) return add("Question", std::string(words::kSupportQuestion));
  if (found.size() > choices_.most_patterns) found.resize(choices_.most_patterns);
  for (const FoundPattern& pattern : found) {
    add("Pattern", pattern.pattern->id);
    for (size_t i = 0; i < std::min(kMostCues, pattern.cues.size()); ++i) add("Cue", pattern.cues[i]);
  }
  if (found.empty()) return;
  Occasion occasion = OccasionFor(text, record, about), after_the_first = occasion;
  // Where it is very strong, one kind question is enough; the ones that follow are as for any other moment.
  if (occasion.intensity) after_the_first.intensity = std::min(*occasion.intensity, kIntenseFrom - 1);
  for (const FoundPattern& pattern : found) {
    bool first = &pattern == &found[0];
    std::vector<std::string> questions =
        Ranked(pattern.pattern->questions, first ? occasion : after_the_first, pattern.cues[0], Voice::kYou);
    if (!questions.empty()) add("Question", UnlikeThoseBefore(questions, record, thought));
  }
  std::vector<std::string> offers = Ranked(found[0].pattern->reframes, occasion, found[0].cues[0], Voice::kI);
  std::string offer = offers.empty() ? "" : offers[0];
  at = EndOfGroup(record, thought);
  if (!GroupHas(record, thought, "Reframe", offer)) add("Reframe", std::move(offer));
}

}  // namespace stumble
