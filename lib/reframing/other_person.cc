#include "reframing/other_person.h"

#include <algorithm>
#include <array>

namespace stumble {

namespace {

constexpr std::string_view kRoles =
    " boss manager supervisor coworker co-worker colleague friend partner husband wife boyfriend girlfriend mother "
    "mom mum father "
    "dad sister brother son daughter therapist doctor teacher professor roommate neighbor ex cousin aunt uncle "
    "grandmother "
    "grandma grandfather grandpa client landlord coach team family date crush fiance fiancee stepmother stepfather "
    "nurse ";
constexpr std::string_view kRolesOfMany =
    " coworkers co-workers colleagues friends parents kids children sisters brothers sons daughters teachers "
    "neighbors clients "
    "classmates students in-laws roommates cousins ";
// What may stand between "my" and a role.
constexpr std::string_view kKinds =
    " best old new older younger oldest youngest little big own first second closest good close dear whole ";
constexpr std::string_view kStarters =
    " because but so if unless and or since then though although while when until who which that as ";

struct Pronoun {
  std::string_view subject, object, possessive;
};
constexpr std::array<Pronoun, 3> kPronouns = {
    {{"he", "him", "his"}, {"she", "her", "her"}, {"they", "them", "their"}}};

std::string WithoutEnding(const std::string& word) { return word.substr(0, word.find('\'')); }

OtherPerson Named(const std::string& name, bool many, size_t length) {
  return {name, name, name + (many && name.ends_with("s") ? "'" : "'s"), length};
}

}  // namespace

bool IsOneOf(const std::string& word, std::string_view list) {
  return !word.empty() && list.find(" " + word + " ") != std::string_view::npos;
}

std::optional<OtherPerson> OtherPersonAt(const ThoughtWords& words, size_t place) {
  std::string first = WithoutEnding(words.At(place));
  for (const Pronoun& pronoun : kPronouns)
    if (first == pronoun.subject)
      return OtherPerson{std::string(pronoun.subject), std::string(pronoun.object), std::string(pronoun.possessive),
                         1};
  if (first != "my" && first != "the") return std::nullopt;
  size_t role = IsOneOf(words.At(place + 1), kKinds) ? place + 2 : place + 1;
  bool one = IsOneOf(words.At(role), kRoles), many = IsOneOf(words.At(role), kRolesOfMany);
  if (!one && !many) return std::nullopt;
  // "my boss and my friend", "my friend Anna's" are more than this knows.
  return Named(words.Said(place, role + 1), many, role - place + 1);
}

std::optional<OtherPerson> FirstOtherPerson(const ThoughtWords& words) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (auto person = OtherPersonAt(words, i)) return person;
    for (const Pronoun& pronoun : kPronouns)
      if (words.At(i) == pronoun.object || words.At(i) == pronoun.possessive)
        return OtherPerson{std::string(pronoun.subject), std::string(pronoun.object), std::string(pronoun.possessive),
                           1};
  }
  return std::nullopt;
}

size_t EndOfClause(const ThoughtWords& words, size_t place) {
  constexpr size_t kFarEnough = 40;  // words: no slot takes as many
  size_t farthest = std::min(words.size(), place + kFarEnough);
  while (place < farthest) {
    if (IsOneOf(words.At(place), kStarters)) return place;
    if (words[place].ends_clause) return place + 1;
    ++place;
  }
  return place;
}

}  // namespace stumble
