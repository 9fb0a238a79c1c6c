#include "reframing/forms.h"

#include <algorithm>
#include <array>
#include <set>

#include "error.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr size_t kMostPhrases = 5000;
constexpr size_t kMostWords = 20000;

using Texts = std::vector<std::string>;

struct Irregular {
  std::string_view verb;
  std::array<std::string_view, 3> past;  // empty ones don't count
};

constexpr Irregular kIrregular[] = {
    {"beat", {"beat", "beaten"}},    {"bite", {"bit", "bitten"}},      {"bleed", {"bled"}},
    {"break", {"broke", "broken"}},  {"bring", {"brought"}},           {"burn", {"burned", "burnt"}},
    {"buy", {"bought"}},             {"choose", {"chose", "chosen"}},  {"come", {"came"}},
    {"cut", {"cut"}},                {"deal", {"dealt"}},              {"die", {"died"}},
    {"dig", {"dug"}},                {"do", {"did", "done"}},          {"draw", {"drew", "drawn"}},
    {"dream", {"dreamed", "dreamt"}}, {"drive", {"drove", "driven"}},  {"eat", {"ate", "eaten"}},
    {"fall", {"fell", "fallen"}},    {"feel", {"felt"}},               {"fight", {"fought"}},
    {"find", {"found"}},             {"follow", {"followed"}},         {"forbid", {"forbade", "forbidden"}},
    {"force", {"forced"}},           {"get", {"got", "gotten"}},       {"give", {"gave", "given"}},
    {"go", {"went", "gone"}},        {"hang", {"hung", "hanged"}},     {"have", {"had"}},
    {"hear", {"heard"}},             {"hide", {"hid", "hidden"}},      {"hit", {"hit"}},
    {"hold", {"held"}},              {"hurt", {"hurt"}},               {"keep", {"kept"}},
    {"know", {"knew", "known"}},     {"leap", {"leaped", "leapt"}},    {"leave", {"left"}},
    {"let", {"let"}},                {"lie", {"lied", "lay"}},         {"lose", {"lost"}},
    {"make", {"made"}},              {"pay", {"paid"}},                {"put", {"put"}},
    {"read", {"read"}},              {"run", {"ran", "run"}},          {"say", {"said"}},
    {"see", {"saw", "seen"}},        {"sell", {"sold"}},               {"send", {"sent"}},
    {"set", {"set"}},                {"shake", {"shook", "shaken"}},   {"shoot", {"shot"}},
    {"shut", {"shut"}},              {"slit", {"slit"}},               {"spend", {"spent"}},
    {"spit", {"spat", "spit"}},      {"stand", {"stood"}},             {"steal", {"stole", "stolen"}},
    {"stick", {"stuck"}},            {"strike", {"struck"}},           {"swear", {"swore", "sworn"}},
    {"take", {"took", "taken"}},     {"tear", {"tore", "torn"}},       {"tell", {"told"}},
    {"think", {"thought"}},          {"throw", {"threw", "thrown"}},   {"wake", {"woke", "woken"}},
    {"write", {"wrote", "written"}}, {"overdose", {"overdosed", "od'd"}},
};

// Verbs of more than one syllable that double their last letter all the same.
constexpr std::array<std::string_view, 5> kDoubling = {"control", "forbid", "permit", "begin", "unplug"};

bool IsVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool DoublesItsLastLetter(std::string_view verb) {
  if (std::find(kDoubling.begin(), kDoubling.end(), verb) != kDoubling.end()) return true;
  if (verb.size() < 3) return false;
  char last = verb.back();
  bool single = !IsVowel(last) && last != 'w' && last != 'x' && last != 'y' && IsVowel(verb[verb.size() - 2]) &&
                !IsVowel(verb[verb.size() - 3]);
  return single && std::count_if(verb.begin(), verb.end(), IsVowel) == 1;
}

// The texts with each of these endings.
Texts Each(const Texts& beginnings, const Texts& endings) {
  Texts all;
  for (const std::string& beginning : beginnings)
    for (const std::string& ending : endings) all.push_back(beginning + ending);
  if (all.size() > kMostPhrases) throw Error("expected fewer forms in one phrase; a list of words can hold them");
  return all;
}

// What one word without blanks stands for: `cut~/burn~`.
Texts Alternatives(std::string_view token) {
  Texts all;
  while (true) {
    size_t end = std::min(token.find('/'), token.size());
    std::string one(token.substr(0, end));
    if (one.size() > 1 && one.back() == '~') {
      one.pop_back();
      for (std::string& form : VerbForms(one)) all.push_back(std::move(form));
    } else {
      all.push_back(std::move(one));
    }
    if (end == token.size()) return all;
    token.remove_prefix(end + 1);
  }
}

// The text with each choice of each of its parts in ( ) or [ ], and without each in [ ].
Texts WithoutGroups(const std::string& text) {
  size_t open = text.find_first_of("[(");
  if (open == std::string::npos) return {text};
  bool is_optional = text[open] == '[';
  size_t close = text.find(is_optional ? ']' : ')', open);
  if (close == std::string::npos) throw Error("expected the end of each part in `[` or `(`");
  Texts beginnings;
  for (std::string_view choice : Split(std::string_view(text).substr(open + 1, close - open - 1), '/'))
    beginnings.push_back(text.substr(0, open) + std::string(choice));
  if (is_optional) beginnings.push_back(text.substr(0, open));
  return Each(beginnings, WithoutGroups(text.substr(close + 1)));
}

Texts WithoutForms(std::string_view text) {
  Texts phrases = {""};
  while (!text.empty()) {
    size_t end = std::min(text.find(' '), text.size());
    if (end > 0) phrases = Each(phrases, Alternatives(text.substr(0, end)));
    text.remove_prefix(end);
    if (text.empty()) break;
    text.remove_prefix(1);
    phrases = Each(phrases, {" "});
  }
  return phrases;
}

// Writes out one list after the other, each once.
class Writer {
 public:
  explicit Writer(const NamedWords& words) : words_(words) {}

  const Texts& List(const std::string& name) {
    auto done = done_.find(name);
    if (done != done_.end()) return done->second;
    auto found = words_.find(name);
    if (found == words_.end()) throw Error("expected a name of this pack's words between { and }");
    if (!under_way_.insert(name).second) throw Error("expected lists of words that don't name each other in a circle");
    std::set<std::string> all;
    for (const std::string& text : found->second)
      for (const std::string& phrase : PlainPhrases(text)) {
        for (std::string& plain : WithNames(phrase)) all.insert(std::move(plain));
        if (all.size() > kMostWords) throw Error("expected at most 20,000 words in a list");
      }
    under_way_.erase(name);
    return done_[name] = Texts(all.begin(), all.end());
  }

 private:
  Texts WithNames(const std::string& phrase) {
    size_t open = phrase.find('{');
    if (open == std::string::npos) return {phrase};
    size_t close = phrase.find('}', open);
    if (close == std::string::npos) throw Error("expected a name of this pack's words between { and }");
    const Texts named = List(phrase.substr(open + 1, close - open - 1));
    const Texts rest = WithNames(phrase.substr(close + 1));
    if (named.size() * rest.size() > kMostWords) throw Error("expected at most 20,000 words in a list");
    Texts all;
    for (const std::string& middle : named)
      for (const std::string& end : rest) all.push_back(phrase.substr(0, open) + middle + end);
    return all;
  }

  const NamedWords& words_;
  NamedWords done_;
  std::set<std::string> under_way_;
};

}  // namespace

std::vector<std::string> VerbForms(const std::string& verb) {
  Texts forms = {verb};
  bool sibilant = verb.ends_with("s") || verb.ends_with("sh") || verb.ends_with("ch") || verb.ends_with("x") ||
                  verb.ends_with("z") || verb == "do" || verb == "go";
  bool consonant_y = verb.size() > 1 && verb.ends_with("y") && !IsVowel(verb[verb.size() - 2]);
  std::string stem = verb.substr(0, verb.size() - 1);
  forms.push_back(consonant_y ? stem + "ies" : verb + (sibilant ? "es" : "s"));
  if (verb == "have") forms.back() = "has";
  bool silent_e = verb.ends_with("e") && !verb.ends_with("ee");
  if (verb == "die" || verb == "lie") {
    forms.push_back(verb.substr(0, 1) + "ying");
  } else if (silent_e) {
    forms.push_back(stem + "ing");
  } else {
    forms.push_back((DoublesItsLastLetter(verb) ? verb + verb.back() : verb) + "ing");
  }
  auto irregular = std::find_if(std::begin(kIrregular), std::end(kIrregular),
                                [&](const Irregular& known) { return known.verb == verb; });
  if (irregular != std::end(kIrregular)) {
    for (std::string_view past : irregular->past)
      if (!past.empty() && past != verb) forms.emplace_back(past);
  } else if (consonant_y) {
    forms.push_back(stem + "ied");
  } else {
    forms.push_back(silent_e ? verb + "d" : (DoublesItsLastLetter(verb) ? verb + verb.back() : verb) + "ed");
  }
  return forms;
}

std::vector<std::string> PlainPhrases(std::string_view phrase) {
  Texts all;
  for (const std::string& text : WithoutGroups(std::string(phrase))) {
    Texts phrases = WithoutForms(text);
    all.insert(all.end(), phrases.begin(), phrases.end());
    if (all.size() > kMostPhrases) throw Error("expected fewer forms in one phrase; a list of words can hold them");
  }
  return all;
}

NamedWords PlainWords(const NamedWords& words) {
  Writer writer(words);
  NamedWords plain;
  for (const auto& [name, texts] : words) plain[name] = writer.List(name);
  return plain;
}

}  // namespace stumble
