#include "reframing/slots.h"

#include <array>
#include <optional>

#include "reframing/feared_event.h"
#include "reframing/harsh_name.h"
#include "reframing/other_person.h"
#include "reframing/stated_rule.h"

namespace stumble {

namespace {

constexpr std::string_view kAbsolutes =
    " always never everyone everybody everything nobody nothing nowhere everywhere completely totally entirely "
    "forever constantly ";
constexpr std::string_view kFeelings =
    " guilty ashamed scared afraid anxious worthless hopeless sad lonely angry stupid ugly useless empty numb "
    "overwhelmed embarrassed "
    "jealous nervous worried hurt rejected unloved unwanted unsafe helpless weak bad terrible awful tired lost "
    "trapped inadequate "
    "alone ";
constexpr std::string_view kBeforeFeeling = " so very really just always completely totally too such ";
constexpr std::string_view kGood =
    " liked loved good great nice won passed ran finished praised well enjoyed fun happy proud compliment "
    "complimented promoted "
    "promotion raise hired got thanked invited helped smiled kind lovely better best success award clapped graduated "
    "congratulated "
    "published baked made wrote cooked ";
constexpr size_t kMostGoodWords = 10, kFewestGoodWords = 3;

std::string FirstOf(const ThoughtWords& words, std::string_view list, std::initializer_list<std::string_view> pairs) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (IsOneOf(words.At(i), list)) return words.At(i);
    for (std::string_view pair : pairs)
      if (words.StandAt(i, pair)) return std::string(pair);
  }
  return "";
}

std::string Feeling(const ThoughtWords& words) {
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    bool mine = words.At(i) == "i" && (words.At(i + 1) == "feel" || words.At(i + 1) == "felt");
    bool going_on = words.StandAt(i, "i'm feeling") || words.StandAt(i, "i am feeling");
    if (!mine && !going_on) continue;
    size_t at = i + (words.StandAt(i, "i am feeling") ? 3 : 2);
    while (IsOneOf(words.At(at), kBeforeFeeling)) ++at;
    if (words.At(at) == "like" && (words.At(at + 1) == "a" || words.At(at + 1) == "an") &&
        IsOneOf(words.At(at + 2), " burden failure fraud loser mess fool stranger outsider disappointment child ") &&
        EndOfClause(words, at + 2) <= at + 3)
      return words.Said(at, at + 3);
    // "I feel bad about it" goes on; so does "I feel alone in this".
    if (IsOneOf(words.At(at), kFeelings)) return words.At(at);
  }
  return "";
}

// As it stands, from the beginning of its sentence to a "but".
std::string GoodBeforeBut(std::string_view thought, const ThoughtWords& words) {
  size_t begin = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words.At(i) == "but" && i > begin) {
      bool good = false;
      for (size_t at = begin; at < i; ++at) {
        good = good || IsOneOf(words.At(at), kGood);
        if (words.At(at) == "not" || words.At(at).ends_with("n't") || words.At(at) == "never") return "";
      }
      std::string_view said =
          thought.substr(words[begin].range.begin, words[i - 1].range.end - words[begin].range.begin);
      bool plain = said.find_first_of("\"\n.!?") == std::string_view::npos &&
                   said.find("\xE2\x80\x9C") == std::string_view::npos;
      return good && plain && i - begin >= kFewestGoodWords && i - begin <= kMostGoodWords ? std::string(said) : "";
    }
    if (words[i].ends_sentence) begin = i + 1;
  }
  return "";
}

bool IsQuotedVerbatim(std::string_view slot) { return slot == "cue" || slot == "label" || slot == "good"; }

bool BeginsSentence(std::string_view before) {
  while (before.ends_with("\xE2\x80\x9C")) before.remove_suffix(3);
  return before.empty() || before.ends_with(". ") || before.ends_with("? ");
}

std::string Capitalized(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace

Slots SlotsOf(std::string_view thought) { return SlotsOf(thought, ThoughtWords(thought)); }

Slots SlotsOf(std::string_view thought, const ThoughtWords& words) {
  Slots slots;
  auto set = [&](const char* slot, const std::string& value) {
    if (!value.empty()) slots.values[slot] = value;
  };
  set("absolute", FirstOf(words, kAbsolutes, {"no one", "every time"}));
  set("always", FirstOf(words, " always constantly ", {"every time"}));
  set("never", FirstOf(words, " never ", {}));
  set("everyone", FirstOf(words, " everyone everybody nobody ", {"no one"}));
  HarshName name = FindHarshName(words);
  set("label", name.name);
  set("a-label", name.after_i_am);
  FearedEvent feared = FindFearedEvent(words);
  set("feared", feared.said);
  if (!feared.is_lasting) set("feared-event", feared.said);
  if (std::optional<OtherPerson> person = FirstOtherPerson(words)) {
    set("person", person->subject);
    set("person-object", person->object);
    set("person-possessive", person->possessive);
  }
  StatedRule rule = FindStatedRule(words);
  set("rule", rule.rule);
  set("missed", rule.missed);
  set("wish", rule.wish);
  set("feeling", Feeling(words));
  set("good", GoodBeforeBut(thought, words));
  slots.about_others = name.for_others || rule.for_others;
  return slots;
}

std::string ToYou(std::string_view said) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kShifts = {{{"i", "you"},
                                                                                             {"i'm", "you're"},
                                                                                             {"i've", "you've"},
                                                                                             {"i'll", "you'll"},
                                                                                             {"i'd", "you'd"},
                                                                                             {"me", "you"},
                                                                                             {"my", "your"},
                                                                                             {"mine", "yours"},
                                                                                             {"myself", "yourself"},
                                                                                             {"am", "are"}}};
  ThoughtWords words(said);
  std::string shifted;
  size_t done = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    shifted += said.substr(done, words[i].range.begin - done);
    done = words[i].range.end;
    std::string word(said.substr(words[i].range.begin, done - words[i].range.begin));
    for (const auto& [mine, yours] : kShifts)
      if (words.At(i) == mine) word = yours;
    if (words.At(i) == "was" && i > 0 && words.At(i - 1) == "i") word = "were";
    shifted += word;
  }
  return shifted + std::string(said.substr(done));
}

std::string Filled(std::string_view text, const Slots& slots, std::string_view cue, Voice voice) {
  std::string filled;
  while (!text.empty()) {
    size_t open = text.find('{'), close = text.find('}', open);
    filled += text.substr(0, open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    std::string slot(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
    std::string value = slot == "cue" ? std::string(cue) : slots.values.at(slot);
    if (voice == Voice::kYou && !IsQuotedVerbatim(slot)) value = ToYou(value);
    if (BeginsSentence(filled)) value = Capitalized(value);
    filled += value;
  }
  return filled;
}

}  // namespace stumble
