#include "reframing/stated_rule.h"

#include <algorithm>
#include <optional>

#include "reframing/other_person.h"

namespace stumble {

namespace {

constexpr size_t kMostWords = 9;

// First words of what a person would not wish for, or that are said of a guess and not of a rule.
constexpr std::string_view kNoWish =
    " just probably quit give leave disappear hide die suffer pay hate punish kill hurt cry stop lose rot apologize "
    "go not never "
    "either only have look seem admit accept expect worry resign drop ";
constexpr std::string_view kBadToBe =
    " ashamed punished alone dead fired sorry embarrassed afraid scared worried careful the sick stupid here there "
    "in on at a ";
constexpr std::string_view kBadToFeel = " ashamed guilty bad terrible awful sorry worse ";
// With one of these a rule asks too much, or speaks of care that one may need: said again as a wish it would only
// grow.
constexpr std::string_view kNotSaidAgain =
    " everyone everybody everything always never every perfect perfectly nobody nothing medication meds medicine "
    "pills therapy help eat "
    "eating weight diet thin thinner skinny sleep alone ";
constexpr std::string_view kDangling = " the a an to of my and in with for at your his their on by i ";

struct Must {
  std::string_view words;
  bool negative = false;
};
constexpr Must kOfI[] = {{"i should"},  {"i must"},      {"i ought to"},      {"i have to"},
                         {"i need to"}, {"i've got to"}, {"i'm supposed to"}, {"i am supposed to"}};
constexpr std::string_view kHave[] = {"i should have", "i should've", "i ought to have"};
constexpr std::string_view kNotHave[] = {"i shouldn't have", "i should not have", "i should never have"};

size_t WordsIn(std::string_view text) { return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1; }

bool MayBeWished(const ThoughtWords& words, size_t place) {
  const std::string& verb = words.At(place);
  if (verb.empty() || IsOneOf(verb, kNoWish)) return false;
  if (verb == "be" && IsOneOf(words.At(place + 1), kBadToBe)) return false;
  return verb != "feel" || !IsOneOf(words.At(place + 1), kBadToFeel);
}

// The words from `place` to the end of the clause; empty if they are too many or end in the air.
std::string Rest(const ThoughtWords& words, size_t place) {
  size_t end = place;
  // "before they speak", "when I am tired" belong to the rule; what follows "because" or "but" does not.
  while (end < words.size() && end - place <= kMostWords &&
         !IsOneOf(words.At(end), " because but so if unless or since then though although while and ")) {
    ++end;
    if (words[end - 1].ends_clause) break;
  }
  if (end == place || end - place > kMostWords || IsOneOf(words.At(end - 1), kDangling)) return "";
  for (size_t at = place; at < end; ++at)
    if (IsOneOf(words.At(at), kNotSaidAgain)) return "";
  return words.Said(place, end);
}

bool LooksLikeParticiple(const std::string& word) {
  return word.ends_with("ed") ||
         IsOneOf(
             word,
             " known been said done gone seen told left kept let made taken given spoken come stayed gotten got had "
             "thought held found met asked slept eaten sent written read put cut shown begun run driven chosen ");
}

StatedRule OfI(const ThoughtWords& words, size_t i) {
  StatedRule found;
  auto missed = [&](std::string_view lead, const std::string& sign) {
    size_t at = i + WordsIn(lead);
    if (!words.StandAt(i, lead) || !LooksLikeParticiple(words.At(at))) return false;
    std::string rest = Rest(words, at);
    if (rest.empty()) return false;
    found.missed = sign + rest;
    found.wish = "I had " + found.missed;
    return true;
  };
  for (std::string_view lead : kNotHave)
    if (missed(lead, "not ")) return found;
  for (std::string_view lead : kHave)
    if (missed(lead, "")) return found;
  for (const Must& must : kOfI) {
    if (!words.StandAt(i, must.words)) continue;
    size_t at = i + WordsIn(must.words);
    if (words.At(at) == "always") ++at;
    if (words.StandAt(at, "be able to")) at += 3;
    if (words.At(at) == "know" || words.At(at) == "think") continue;
    // "I must be stupid" guesses, and is no rule.
    if (must.words == "i must" && IsOneOf(words.At(at), " be look seem feel ")) continue;
    if (!MayBeWished(words, at)) continue;
    std::string rest = Rest(words, at);
    if (rest.empty()) continue;
    found.rule = rest;
    found.wish = "I could " + rest;
    return found;
  }
  return found;
}

StatedRule OfOthers(const ThoughtWords& words, size_t i) {
  StatedRule found;
  std::string subject;
  size_t length = 1;
  for (std::string_view many : {"people", "everyone", "everybody", "others"})
    if (words.At(i) == many) subject = many;
  if (std::optional<OtherPerson> person = subject.empty() ? OtherPersonAt(words, i) : std::nullopt) {
    subject = person->subject;
    length = person->length;
  }
  size_t at = i + length;
  if (subject.empty() || words.At(at - 1).find('\'') != std::string::npos) return found;
  auto take = [&](std::string_view lead, std::string_view said, bool participle) {
    size_t verb = at + WordsIn(lead);
    if (!found.wish.empty() || !words.StandAt(at, lead)) return;
    if (participle ? !LooksLikeParticiple(words.At(verb)) : !MayBeWished(words, verb)) return;
    std::string rest = Rest(words, verb);
    if (!rest.empty()) found.wish = subject + " " + std::string(said) + " " + rest;
  };
  take("should have", "had", true);
  take("shouldn't have", "had not", true);
  take("should not have", "had not", true);
  take("should", "would", false);
  take("ought to", "would", false);
  take("shouldn't", "would not", false);
  take("should not", "would not", false);
  if (i > 0 && words.At(i - 1) == "if") {
    take("would just", "would", false);
    take("would only", "would", false);
    take("would", "would", false);
  }
  for (std::string_view lead : {"should", "shouldn't", "ought to", "should've"})
    found.for_others = found.for_others || words.StandAt(at, lead);
  found.for_others = found.for_others || !found.wish.empty();
  return found;
}

}  // namespace

StatedRule FindStatedRule(const ThoughtWords& words) {
  StatedRule without_wish;
  for (size_t i = 0; i < words.size(); ++i) {
    StatedRule found = OfI(words, i);
    if (found.wish.empty()) found = OfOthers(words, i);
    if (!found.wish.empty()) return found;
    without_wish.for_others = without_wish.for_others || found.for_others;
  }
  // "I should" beside it makes it the person's own again.
  for (size_t i = 0; i < words.size(); ++i)
    for (const Must& must : kOfI)
      if (words.StandAt(i, must.words)) without_wish.for_others = false;
  return without_wish;
}

}  // namespace stumble
