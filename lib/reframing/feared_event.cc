#include "reframing/feared_event.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "reframing/other_person.h"

namespace stumble {

namespace {

constexpr size_t kMostWords = 8;

struct Verb {
  std::string_view base, gerund;
  std::string_view next{};  // the words of which one must follow; empty: any
};

// What nobody wishes for.
constexpr auto kDreaded = std::to_array<Verb>({
    {"fail", "failing"},
    {"lose", "losing"},
    {"ruin", "ruining"},
    {"forget", "forgetting"},
    {"embarrass", "embarrassing"},
    {"disappoint", "disappointing"},
    {"regret", "regretting"},
    {"choke", "choking"},
    {"freeze", "freezing"},
    {"panic", "panicking"},
    {"faint", "fainting"},
    {"flunk", "flunking"},
    {"bomb", "bombing"},
    {"miss", "missing"},
    {"hate", "hating"},
    {"leave", "leaving", " me us "},
    {"laugh", "laughing", " at "},
    {"fire", "firing"},
    {"reject", "rejecting"},
    {"dump", "dumping"},
    {"yell", "yelling"},
    {"abandon", "abandoning"},
    {"ignore", "ignoring"},
    {"resent", "resenting"},
    {"cheat", "cheating"},
    {"replace", "replacing"},
    {"collapse", "collapsing"},
    {"suffer", "suffering"},
    {"stumble", "stumbling"},
    {"struggle", "struggling"},
    {"drop", "dropping"},
    {"judge", "judging"},
    {"blame", "blaming"},
    {"mess", "messing", " up it this everything "},
    {"screw", "screwing", " up it this everything "},
    {"end", "ending", " up "},
    {"wind", "winding", " up "},
    {"run", "running", " out "},
    {"burn", "burning", " out "},
    {"fall", "falling", " apart behind "},
    {"break", "breaking", " down up "},
    {"turn", "turning", " me against "},
    {"go", "going", " wrong badly broke blank crazy bankrupt "},
    {"find", "finding", " out someone "},
    {"say", "saying", " no "},
    {"get", "getting",
     " fired sick worse lost hurt kicked rejected dumped caught expelled evicted laughed yelled stuck divorced "
     "thrown bored mad angry sued "},
    {"be", "being",
     " alone fired late rejected judged homeless stuck humiliated single lonely poor sick miserable disappointed "
     "mad angry punished replaced forgotten unemployed evicted sued left bored furious upset ruined "},
    {"have", "having", " a no nobody nothing "},
    {"make", "making", " a mistakes "},
    {"let", "letting", " everyone them her him my "},
    {"cry", "crying"},
    {"throw", "throwing", " up me "},
    {"think", "thinking", " i i'm "},
    {"kick", "kicking", " me "},
    {"notice", "noticing"},
    {"stop", "stopping", " loving talking liking calling "},
    {"want", "wanting", " nothing "},
});

// What is feared where it does not come: "never finding love".
constexpr auto kMissed = std::to_array<Verb>({
    {"be", "being"},          {"get", "getting"},
    {"find", "finding"},      {"have", "having"},
    {"make", "making"},       {"pass", "passing"},
    {"finish", "finishing"},  {"learn", "learning"},
    {"love", "loving"},       {"like", "liking"},
    {"want", "wanting"},      {"recover", "recovering"},
    {"heal", "healing"},      {"amount", "amounting"},
    {"see", "seeing"},        {"feel", "feeling"},
    {"do", "doing"},          {"manage", "managing"},
    {"come", "coming"},       {"meet", "meeting"},
    {"sleep", "sleeping"},    {"work", "working"},
    {"improve", "improving"}, {"forgive", "forgiving"},
    {"trust", "trusting"},    {"understand", "understanding"},
    {"hire", "hiring"},       {"date", "dating"},
    {"marry", "marrying"},    {"succeed", "succeeding"},
    {"fit", "fitting"},       {"belong", "belonging"},
    {"stop", "stopping"},     {"remember", "remembering"},
    {"call", "calling"},      {"talk", "talking"},
    {"speak", "speaking"},    {"believe", "believing"},
    {"change", "changing"},   {"own", "owning"},
    {"afford", "affording"},  {"graduate", "graduating"},
});

// "have a" and "make a" lead on to good things too.
constexpr std::string_view kBadThings = " panic breakdown meltdown fool mess mistake relapse ";
// What is too grave to be said again in passing.
constexpr std::string_view kTooGrave =
    " hospital die dies dead dying death killed kill cancer crash stroke attack attacked accident jail prison "
    "poisoned custody ";
constexpr std::string_view kDangling =
    " the a an to of my and in with for at that your his their on by i what how sooner ";
constexpr std::string_view kPassedOver =
    " just probably definitely surely certainly only really totally completely still also even eventually soon all ";

const Verb* FindVerb(std::span<const Verb> verbs, const ThoughtWords& words, size_t place) {
  for (const Verb& verb : verbs) {
    if (words.At(place) != verb.base) continue;
    if (!verb.next.empty() && (words[place].ends_clause || !IsOneOf(words.At(place + 1), verb.next))) continue;
    bool article = words.At(place + 1) == "a";
    if ((verb.base == "have" || verb.base == "make") && article && !verb.next.empty() &&
        !IsOneOf(words.At(place + 2), kBadThings))
      continue;
    return &verb;
  }
  return nullptr;
}

// The verb phrase at `place` as a gerund with its rest, said of `subject`; empty if it is none to fear.
std::string AsEvent(const ThoughtWords& words, size_t place, bool negative, const std::string& subject) {
  std::string adverb;
  for (;; ++place) {
    const std::string& word = words.At(place);
    if (word == "never" || word == "not") {
      adverb = word + " ";
      negative = true;
    } else if (word == "always") {
      adverb = "always ";
    } else if (word == "ever") {
      if (subject == "no one") adverb = "ever ";
    } else if (!IsOneOf(word, kPassedOver)) {
      break;
    }
  }
  const Verb* verb = negative ? FindVerb(kMissed, words, place) : FindVerb(kDreaded, words, place);
  if (!verb) return "";
  bool alone = words[place].ends_clause;
  size_t end = alone ? place + 1 : EndOfClause(words, place + 1);
  if (end - place > kMostWords || IsOneOf(words.At(end - 1), kDangling)) return "";
  for (size_t at = place; at < end; ++at)
    if (IsOneOf(words.At(at), kTooGrave) && !words.StandAt(at - 1, "panic attack")) return "";
  std::string rest = alone ? "" : words.Said(place + 1, end);
  // "I'll never be as good" was cut short.
  if (rest.empty() && IsOneOf(std::string(verb->base), " be get have make feel do find see ")) return "";
  return (subject.empty() ? "" : subject + " ") + adverb + std::string(verb->gerund) +
         (rest.empty() ? "" : " " + rest);
}

struct Modal {
  std::string_view words;
  bool negative = false;
};
constexpr Modal kAfterAnyone[] = {{"will"},
                                  {"is going to"},
                                  {"are going to"},
                                  {"might"},
                                  {"won't", true},
                                  {"will not", true},
                                  {"is never going to", true},
                                  {"are never going to", true},
                                  {"may"}};
constexpr Modal kOfI[] = {{"i will"},
                          {"i'll"},
                          {"i'm going to"},
                          {"i am going to"},
                          {"i'm gonna"},
                          {"i might"},
                          {"i may"},
                          {"i won't", true},
                          {"i'm not going to", true},
                          {"i am not going to", true},
                          {"i'm never going to", true},
                          {"i am never going to", true},
                          {"what if i"},
                          {"i'm about to"},
                          {"i am about to"}};

size_t WordsIn(std::string_view text) { return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1; }

std::string NegatedBy(std::string_view modal) {
  return modal.find("never") != std::string_view::npos ? "never " : "not ";
}

std::string FromModal(const ThoughtWords& words, size_t place, const Modal& modal, const std::string& subject) {
  std::string event = AsEvent(words, place + WordsIn(modal.words), modal.negative, subject);
  if (event.empty() || !modal.negative) return event;
  size_t at = subject.empty() ? 0 : subject.size() + 1;
  return event.insert(at, NegatedBy(modal.words));
}

// Whom "will" is said of, in the form that stands before a gerund, and how many words that takes.
std::optional<OtherPerson> SubjectAt(const ThoughtWords& words, size_t place) {
  const std::string& word = words.At(place);
  for (std::string_view many : {"everyone", "everybody", "people", "someone", "somebody", "it"})
    if (word == many) return OtherPerson{std::string(many), std::string(many), "", 1};
  if (words.StandAt(place, "no one")) return OtherPerson{"no one", "no one", "", 2};
  if (word == "nobody") return OtherPerson{"no one", "no one", "", 1};
  return OtherPersonAt(words, place);
}

std::string AfterAfraidOf(const ThoughtWords& words, size_t place) {
  for (std::string_view lead : {"afraid of", "scared of", "terrified of", "worried about", "fear of", "dread"}) {
    if (!words.StandAt(place, lead)) continue;
    size_t begin = place + WordsIn(lead), end = EndOfClause(words, begin);
    if (!words.At(begin).ends_with("ing") || words.At(begin).size() < 5 || end - begin > kMostWords) continue;
    if (words.At(begin) == "everything" || words.At(begin) == "nothing" || words.At(begin) == "something") continue;
    if (!IsOneOf(words.At(end - 1), kDangling)) return words.Said(begin, end);
  }
  return "";
}

// The first event that the words tell of.
std::string FirstEvent(const ThoughtWords& words) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (std::string event = AfterAfraidOf(words, i); !event.empty()) return event;
    for (const Modal& modal : kOfI) {
      if (!words.StandAt(i, modal.words)) continue;
      if (std::string event = FromModal(words, i, modal, ""); !event.empty()) return event;
    }
    std::optional<OtherPerson> subject = SubjectAt(words, i);
    if (!subject) continue;
    size_t after = i + subject->length;
    const std::string& last = words.At(after - 1);
    // "she'll": the pronoun and the modal are one word.
    bool joined = last.ends_with("'ll") || (last.ends_with("'s") && words.StandAt(after, "going to")) ||
                  (last.ends_with("'re") && words.StandAt(after, "going to"));
    bool none = subject->object == "no one";
    if (joined) {
      size_t verb = last.ends_with("'ll") ? after : after + 2;
      if (std::string event = AsEvent(words, verb, none, subject->object); !event.empty()) return event;
      continue;
    }
    if (last.find('\'') != std::string::npos || words[after - 1].ends_clause) continue;
    for (const Modal& modal : kAfterAnyone) {
      if (!words.StandAt(after, modal.words)) continue;
      Modal meant = modal;
      std::string event = none && !modal.negative
                              ? AsEvent(words, after + WordsIn(modal.words), true, subject->object)
                              : FromModal(words, after, meant, subject->object);
      if (!event.empty()) return event;
    }
  }
  return "";
}

}  // namespace

FearedEvent FindFearedEvent(const ThoughtWords& words) {
  std::string said = FirstEvent(words);
  bool lasting = false;
  for (std::string_view word :
       {"never ", "not ", "always ", "ever ", "no one ", "thinking ", "hating ", "judging ", "wanting "})
    lasting = lasting || (" " + said).find(" " + std::string(word)) != std::string::npos;
  return {said, lasting};
}

}  // namespace stumble
