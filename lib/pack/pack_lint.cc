#include "pack/pack_lint.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "pack/dialable.h"
#include "pack/pack.h"
#include "pack/pack_parser.h"
#include "pack/wording.h"
#include "pack/yaml_guard.h"

namespace stumble {

namespace {

using Kind = YamlNode::Kind;

constexpr std::size_t kFewestCues = 5;
constexpr std::size_t kFewestQuestions = 4;
constexpr std::size_t kFewestReframes = 4;

// The keys whose texts a person reads; what cues listen for may hold any words.
constexpr std::array<std::string_view, 14> kReadKeys = {"plain", "about", "questions", "reframes",  "text",
                                                        "title", "for",   "not_when",  "stop_text", "say",
                                                        "ask",   "help",  "low",       "high"};

// Wordings that hurt, and what media guidelines or plain kindness say in their place.
constexpr std::pair<std::string_view, std::string_view> kUnkindWordings[] = {
    {"at least", "it weighs one pain against another; expected the feeling acknowledged"},
    {"look on the bright side", "it asks not to feel; expected the feeling acknowledged"},
    {"everything happens for a reason", "it explains pain away; expected the feeling acknowledged"},
    {"just think positive", "it asks not to feel; expected the feeling acknowledged"},
    {"committed suicide", "it names a crime; expected `died by suicide`"},
};

// Words that stand before a noun: after a `/`, one of them was most likely meant to begin a choice of several words, unless what stands
// before the `/` is a small word, too.
constexpr std::array<std::string_view, 25> kBeforeNouns = {
    "a",    "an",  "the",   "my",   "your", "his", "its",  "our", "their", "this",    "that",  "these", "those",
    "some", "any", "every", "each", "no",   "all", "both", "one", "what",  "another", "whose", "which"};
constexpr std::array<std::string_view, 42> kSmallWords = {
    "and",  "or",    "but",   "if",   "when", "while", "because", "until", "so",   "to",  "of",   "for",  "at",  "in",
    "on",   "by",    "with",  "from", "into", "about", "like",    "than",  "as",   "up",  "over", "off",  "out", "i",
    "he",   "she",   "they",  "we",   "you",  "who",   "where",   "how",   "why",  "her", "per",  "here", "not", "all"};

template <std::size_t N>
bool IsAmong(const std::array<std::string_view, N>& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool IsLetter(const std::string& text, std::size_t at) {
  return at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) != 0;
}

// Lower case, and every run of white space one space, so that a line break hides nothing.
std::string Flattened(const std::string& text) {
  std::string flat;
  for (char c : text) {
    bool space = c == ' ' || c == '\n' || c == '\t';
    if (space && !flat.empty() && flat.back() == ' ') continue;
    flat += space ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return flat;
}

bool HasWords(const std::string& flat, std::string_view words) {
  for (std::size_t at = flat.find(words); at != std::string::npos; at = flat.find(words, at + 1)) {
    bool starts = at == 0 || !IsLetter(flat, at - 1);
    if (starts && !IsLetter(flat, at + words.size())) return true;
  }
  return false;
}

std::string YearBefore(const std::string& day) {
  if (day.size() < 5) return "";
  std::string year = std::to_string(std::stoi(day.substr(0, 4)) - 1);
  return std::string(4 - std::min<std::size_t>(4, year.size()), '0') + year + day.substr(4);
}

std::vector<std::string> WordsOf(std::string_view text, char separator) {
  std::vector<std::string> words(1);
  for (char c : text) {
    if (c == separator)
      words.emplace_back();
    else
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  std::erase(words, "");
  return words;
}

// Walks the tree, where every text still has its own line, with the scope in which a text should stand only once.
class TextWalk {
 public:
  TextWalk(ProblemLog& log, std::string oldest_day, const std::vector<std::string>& filler)
      : log_(log), oldest_day_(std::move(oldest_day)), filler_(filler.begin(), filler.end()) {}

  void VisitPack(const YamlNode& root) {
    for (std::size_t i = 0; i < root.children.size(); ++i) {
      in_safety_ = root.keys[i].text == "safety";
      in_words_ = root.keys[i].text == "words";
      Visit(root.children[i], root.keys[i].text, "pack");
    }
  }

 private:
  void Visit(const YamlNode& node, const std::string& key, const std::string& scope) {
    if (node.kind == Kind::kScalar) return VisitText(node, key, scope);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const std::string& child_key = node.kind == Kind::kMapping ? node.keys[i].text : key;
      bool is_list = node.kind == Kind::kSequence && (key == "signs" || key == "patterns" || key == "rules" || key == "routines");
      Visit(node.children[i], child_key, is_list ? key + std::to_string(i) : scope);
    }
  }

  void VisitText(const YamlNode& node, const std::string& key, const std::string& scope) {
    if (IsAmong(kReadKeys, key)) CheckWording(node);
    if (key == "checked") CheckAge(node);
    if (in_words_ || key == "phrases" || key == "but_not") CheckChoices(node);
    if (in_safety_) CheckReachable(node, key);
    // Questions are told apart in the whole pack; steps and phrases only in their own routine or pattern.
    static constexpr std::array<std::string_view, 3> kOnceInPack = {"text", "questions", "reframes"};
    static constexpr std::array<std::string_view, 3> kOnceInScope = {"say", "ask", "phrases"};
    // Two helplines may well have the same number for texts.
    if (IsAmong(kOnceInPack, key) && !in_safety_) CheckTwice(node, "pack");
    if (IsAmong(kOnceInScope, key)) CheckTwice(node, scope);
  }

  void CheckWording(const YamlNode& node) {
    if (node.text.find('!') != std::string::npos) log_.Mild(node, "an exclamation mark; expected a calm sentence");
    std::string flat = Flattened(node.text);
    for (const auto& [words, why] : kUnkindWordings)
      if (HasWords(flat, words)) log_.Mild(node, Quoted(words) + ": " + std::string(why));
  }

  // Somebody in need has no mind for a number that is not written as they would dial it.
  void CheckReachable(const YamlNode& node, const std::string& key) {
    if ((key == "call" || key == "emergency") && !IsDialable(node.text))
      log_.Mild(node, Quoted(node.text) + " can't be dialed as it stands; expected digits in groups, such as 13 11 14");
    if (key == "text" && !IsTextable(node.text))
      log_.Mild(node, Quoted(node.text) + " can't be texted as it stands; expected a number, or such as HELLO to 50808");
    if ((key == "chat" || key == "source") && !IsWebAddress(node.text))
      log_.Mild(node, Quoted(node.text) + " is no address of a page; expected one that begins with https://");
  }

  // Outside parentheses a `/` stands between two words, whatever stands beside them; and a word that is left out of texts stands nowhere.
  void CheckChoices(const YamlNode& node) {
    std::string_view rest = node.text;
    if (IsFiller(rest)) return Vanishes(node, rest);
    for (std::size_t begin = 0; begin < rest.size();) {
      bool is_group = rest[begin] == '(' || rest[begin] == '[';
      std::size_t end = rest.find_first_of(is_group ? ")]" : " ([", begin + 1);
      end = std::min(end, rest.size());
      std::string_view part = rest.substr(begin + (is_group ? 1 : 0), end - begin - (is_group ? 1 : 0));
      std::vector<std::string> choices = WordsOf(part, '/');
      for (const std::string& choice : choices)
        if (choices.size() > 1 && IsFiller(choice)) Vanishes(node, choice);
      std::string_view after = rest.substr(std::min(end + 1, rest.size()));
      bool goes_on = end < rest.size() && rest[end] == ' ' && !after.empty() && IsLetter(std::string(after), 0);
      if (!is_group && goes_on && choices.size() > 1) CheckSlash(node, choices, after.substr(0, after.find_first_of(" /")));
      begin = end + (is_group || (end < rest.size() && rest[end] == ' ') ? 1 : 0);
    }
  }

  void CheckSlash(const YamlNode& node, const std::vector<std::string>& choices, std::string_view next) {
    if (std::any_of(choices.begin(), choices.end(), [](auto& choice) { return choice.find('{') != std::string::npos; })) return;
    const std::string &before = choices[choices.size() - 2], &last = choices.back();
    if (!IsAmong(kBeforeNouns, last) || IsAmong(kBeforeNouns, before) || IsAmong(kSmallWords, before)) return;
    std::string after = " " + std::string(next);
    log_.Mild(node, "`/` stands between two words, so this looks for '" + before + after + "' and '" + last + after +
                        "'; expected `(" + before + "/" + last + after + ")` for choices of several words");
  }

  bool IsFiller(std::string_view text) const {
    std::vector<std::string> words = WordsOf(text, ' ');
    return !words.empty() && std::all_of(words.begin(), words.end(), [&](auto& word) { return filler_.contains(word); });
  }

  void Vanishes(const YamlNode& node, std::string_view choice) {
    log_.Mild(node, Quoted(std::string(choice)) + " is only `filler:`, which is left out of texts; expected words that stay");
  }

  void CheckAge(const YamlNode& node) {
    if (node.text < oldest_day_)
      log_.Mild(node,
                "`checked:` is more than 12 months ago; expected a newer day, after reading the official page again");
  }

  void CheckTwice(const YamlNode& node, const std::string& scope) {
    if (node.text.empty()) return;
    auto [first, is_new] = lines_.emplace(std::pair(scope, Flattened(node.text)), node.line);
    if (!is_new)
      log_.Mild(node, "the same text stands on line " + std::to_string(first->second) +
                          "; expected another, or one of them");
  }

  ProblemLog& log_;
  std::string oldest_day_;
  std::set<std::string, std::less<>> filler_;
  bool in_safety_ = false, in_words_ = false;
  std::map<std::pair<std::string, std::string>, int> lines_;
};

void ExpectMany(const Pattern& pattern, std::size_t count, std::size_t fewest, const std::string& what,
                std::vector<Problem>& problems) {
  if (count >= fewest) return;
  problems.push_back({pattern.place,
                      "pattern " + Quoted(pattern.id) + " has " + std::to_string(count) + " " + what +
                          "; expected at least " + std::to_string(fewest),
                      false});
}

// Where no part of the thought can be filled in, something must be left to say.
void ExpectGeneral(const Pattern& pattern, const std::vector<Offer>& offers, const std::string& what,
                   std::vector<Problem>& problems) {
  auto always_fits = [](const Offer& offer) {
    return offer.when.empty() && std::all_of(offer.needs.begin(), offer.needs.end(), [](auto& slot) { return slot == "cue"; });
  };
  if (offers.empty() || std::any_of(offers.begin(), offers.end(), always_fits)) return;
  problems.push_back({pattern.place,
                      "pattern " + Quoted(pattern.id) + " has no " + what + " that always fits; expected one without `when:` and " +
                          "without names in braces but `{cue}`",
                      false});
}

void ExpectExamples(const Place& place, const std::string& name, const std::vector<std::string>& examples,
                    std::vector<Problem>& problems) {
  if (examples.empty())
    problems.push_back({place, name + " has no `examples:`; expected texts that it should match", false});
}

// A pattern or rule whose cues together stay below its threshold would never be named.
void ExpectReachable(const Place& place, double most, double threshold, const std::string& name,
                     std::vector<Problem>& problems) {
  if (most < threshold)
    problems.push_back(
        {place, name + " can never reach its `threshold:`; expected cues that weigh as much", false});
}

// What those that add something come to together.
template <typename Weighing>
double Most(const std::vector<Weighing>& weighings) {
  double sum = 0;
  for (const Weighing& weighing : weighings) sum += std::max(0.0, weighing.weight);
  return sum;
}

void LintParts(const Pack& pack, std::vector<Problem>& problems) {
  for (const Sign& sign : pack.signs) ExpectExamples(sign.cue.place, "sign " + Quoted(sign.id), sign.cue.examples, problems);
  for (const Pattern& pattern : pack.patterns) {
    ExpectMany(pattern, pattern.cues.size() + pattern.signs.size(), kFewestCues, "cues", problems);
    ExpectMany(pattern, pattern.questions.size(), kFewestQuestions, "questions", problems);
    ExpectMany(pattern, pattern.reframes.size(), kFewestReframes, "reframes", problems);
    ExpectGeneral(pattern, pattern.questions, "question", problems);
    ExpectGeneral(pattern, pattern.reframes, "reframe", problems);
    ExpectExamples(pattern.place, "pattern " + Quoted(pattern.id), pattern.examples, problems);
    ExpectReachable(pattern.place, Most(pattern.cues) + Most(pattern.signs), pattern.threshold,
                    "pattern " + Quoted(pattern.id), problems);
  }
  for (const SafetyRule& rule : pack.rules) {
    ExpectExamples(rule.place, "safety rule " + Quoted(rule.id), rule.examples, problems);
    ExpectReachable(rule.place, Most(rule.cues), rule.threshold, "safety rule " + Quoted(rule.id), problems);
  }
}

}  // namespace

std::vector<Problem> LintPack(std::string_view yaml, const std::string& file, const std::string& today) {
  std::vector<Problem> problems;
  Pack pack = ParsePack(yaml, file, problems);
  LintParts(pack, problems);
  try {
    YamlNode root = ParseYaml(yaml, file);
    ProblemLog log(file, problems);
    TextWalk(log, YearBefore(today), pack.reading.filler).VisitPack(root);
  } catch (const Error&) {
    // ParsePack has said so already.
  }
  SortByPlace(problems);
  return problems;
}

}  // namespace stumble
