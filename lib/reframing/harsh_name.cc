#include "reframing/harsh_name.h"

#include <algorithm>
#include <optional>

#include "reframing/other_person.h"

namespace stumble {

namespace {

constexpr std::string_view kHarshNouns =
    " idiot failure loser fool moron burden fraud impostor imposter mess disaster coward disappointment screwup "
    "screw-up joke freak "
    "monster hypocrite liar quitter slob waste weakling phony nuisance outsider dummy jerk bully narcissist snob "
    "brat crybaby "
    "mistake embarrassment ";
// What is harsh only with a harsh word before it.
constexpr std::string_view kPlainNouns =
    " mother father parent mom mum dad wife husband partner friend daughter son sister brother student teacher "
    "worker employee person "
    "human boss manager colleague listener girlfriend boyfriend cook driver patient writer ";
constexpr std::string_view kHarshAdjectives =
    " stupid worthless useless lazy pathetic weak selfish ugly unlovable dumb hopeless incompetent boring inadequate "
    "awkward "
    "terrible awful horrible bad lousy rotten mean cruel careless clumsy broken needy ";
constexpr std::string_view kPassedOver =
    " such just only really so always too very simply clearly obviously basically totally completely "
    "still probably nothing but kind of ";
constexpr std::string_view kStrengths = " total complete utter absolute big huge real born ";
constexpr std::string_view kThinks =
    " think thinks thought say says said believe believes know knows see sees tell tells told call calls called find "
    "finds notice "
    "realize realizes that ";

struct Name {
  std::string name, after_am;
};

// The name that begins at `place`, after "I am".
std::optional<Name> NameAt(const ThoughtWords& words, size_t place) {
  for (int skipped = 0; skipped < 4 && IsOneOf(words.At(place), kPassedOver); ++skipped) ++place;
  bool article = words.At(place) == "a" || words.At(place) == "an";
  if (article) ++place;
  size_t begin = place;
  bool harsh = false;
  while (IsOneOf(words.At(place), kHarshAdjectives) || (article && IsOneOf(words.At(place), kStrengths))) {
    harsh = harsh || IsOneOf(words.At(place), kHarshAdjectives);
    if (words[place].ends_clause) break;
    ++place;
  }
  bool noun = IsOneOf(words.At(place), kHarshNouns) || (harsh && IsOneOf(words.At(place), kPlainNouns));
  if (article && noun) {
    std::string name = words.Said(begin, place + 1);
    if (words.StandAt(place, "waste of space")) name = words.Said(begin, place + 3);
    return Name{name, WithIndefiniteArticle(name)};
  }
  // "I am stupid", and nothing that it might belong to after it.
  if (article || !harsh) return std::nullopt;
  size_t last = place < words.size() && IsOneOf(words.At(place), kHarshAdjectives) ? place : place - 1;
  bool ends = words[last].ends_clause || last + 1 >= words.size() ||
              IsOneOf(words.At(last + 1), " and because for so but when if compared or at ");
  if (last != begin || !ends) return std::nullopt;
  std::string name = words.Said(last, last + 1);
  return Name{name, name};
}

bool OthersThinkBefore(const ThoughtWords& words, size_t place) {
  for (size_t back = 1; back <= 2 && back <= place; ++back) {
    if (words[place - back].ends_clause) return false;
    // "I think I'm stupid" and "I know that I'm stupid" are the person's own.
    if (!IsOneOf(words.At(place - back), kThinks)) continue;
    if (words.At(place - back) == "that") continue;
    size_t who = place - back;
    return !(who > 0 && words.At(who - 1) == "i");
  }
  return false;
}

// How many words "I am" and its like take at `place`; 0 if it isn't there.
size_t LengthOfIAm(const ThoughtWords& words, size_t place) {
  for (std::string_view lead :
       {"i'm", "im", "i am", "i was", "i've been", "i have been", "i feel like", "i must be", "i will be", "i'll be",
        "i'll always be", "i will always be", "i am being", "i'm being"})
    if (words.StandAt(place, lead)) return static_cast<size_t>(std::count(lead.begin(), lead.end(), ' ')) + 1;
  return 0;
}

bool NamesAnother(const ThoughtWords& words, size_t place) {
  std::optional<OtherPerson> person = OtherPersonAt(words, place);
  size_t after = place + (person ? person->length : 1);
  if (!person && words.At(place) != "people" && words.At(place) != "everyone") return false;
  const std::string& last = words.At(after - 1);
  bool joined = last.ends_with("'s") || last.ends_with("'re");
  if (!joined && !IsOneOf(words.At(after), " is are was were ")) return false;
  size_t name = joined ? after : after + 1;
  while (IsOneOf(words.At(name), " all both ") || IsOneOf(words.At(name), kPassedOver)) ++name;
  if (words.At(name) == "idiots" || words.At(name) == "jerks" || words.At(name) == "liars") return true;
  return NameAt(words, name).has_value();
}

}  // namespace

std::string WithIndefiniteArticle(const std::string& words) {
  bool vowel = !words.empty() && std::string_view("aeiou").find(words[0]) != std::string_view::npos;
  bool like_you = words.starts_with("use") || words.starts_with("uni");
  bool silent_h = words.starts_with("honest") || words.starts_with("hour");
  return ((vowel && !like_you) || silent_h ? "an " : "a ") + words;
}

HarshName FindHarshName(const ThoughtWords& words) {
  HarshName found;
  bool me = false, another = false;
  for (size_t i = 0; i < words.size(); ++i) {
    if (size_t length = LengthOfIAm(words, i)) {
      std::optional<Name> name = NameAt(words, i + length);
      me = me || name;
      if (name && found.name.empty() && !OthersThinkBefore(words, i)) {
        found.name = name->name;
        found.after_i_am = name->after_am;
      }
    }
    another = another || NamesAnother(words, i);
  }
  found.for_others = another && !me;
  return found;
}

}  // namespace stumble
