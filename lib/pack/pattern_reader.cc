#include "pack/pattern_reader.h"

#include <algorithm>

#include "pack/offer_reader.h"
#include "pack/placeholder.h"
#include "pack/wording.h"

namespace stumble {

namespace {

constexpr double kHeaviest = 10;
constexpr double kHighestThreshold = 100;

// The texts of a list, in which only these names may stand in braces.
std::vector<std::string> ReadTemplates(MappingReader& reader, const std::string& key,
                                       const std::vector<std::string>& names, const std::string& where,
                                       ProblemLog& log) {
  std::vector<std::string> texts;
  for (const YamlNode* text : reader.TextNodes(key)) {
    CheckPlaceholders(*text, names, where, log);
    texts.push_back(text->text);
  }
  return texts;
}

// What a cue looks for, whether it has a name or not.
Cue ReadMatch(MappingReader& reader, const YamlNode& node, const std::string& noun, const std::vector<std::string>& words,
              ProblemLog& log) {
  Cue cue;
  cue.place = reader.place();
  cue.phrases = ReadTemplates(reader, "phrases", words, "a phrase", log);
  cue.but_not = ReadTemplates(reader, "but_not", words, "a phrase", log);
  if (reader.Has("regex")) cue.regex = reader.NeededText("regex");
  cue.examples = reader.Texts("examples");
  cue.counterexamples = reader.Texts("counterexamples");
  const YamlNode* phrases = reader.Find("phrases");
  if (phrases != nullptr && phrases->kind == YamlNode::Kind::kSequence && phrases->children.empty())
    log.Fatal(*phrases, "`phrases:` expected at least one text");
  if (node.kind == YamlNode::Kind::kMapping && reader.Has("phrases") == reader.Has("regex"))
    log.Fatal(node, "a " + noun + " has either `phrases:` or `regex:`, got " + (reader.Has("regex") ? "both" : "neither"));
  return cue;
}

Cue ReadCue(const YamlNode& node, const std::vector<std::string>& words, ProblemLog& log) {
  MappingReader reader(node, "cue", log);
  Cue cue = ReadMatch(reader, node, "cue", words, log);
  cue.weight = reader.Number("weight", 1, -kHeaviest, kHeaviest);
  reader.ReportUnknownKeys();
  return cue;
}

// `signs:` of a pattern: a weight for each of the pack's signs that it names.
std::vector<SignWeight> ReadSignWeights(const YamlNode& node, const std::vector<std::string>& signs, ProblemLog& log) {
  MappingReader reader(node, "list of signs", log);
  std::vector<SignWeight> weights;
  for (const YamlNode& key : node.keys) {
    if (std::find(signs.begin(), signs.end(), key.text) == signs.end()) {
      std::string nearest = NearestName(key.text, signs);
      log.Fatal(key, Quoted(key.text) + " is no sign of this pack; " +
                         (nearest.empty() ? "expected one of those below `signs:`" : "did you mean " + Quoted(nearest) + "?"));
      continue;
    }
    weights.push_back({key.text, reader.Number(key.text, 0, -kHeaviest, kHeaviest)});
  }
  return weights;
}

}  // namespace

double ReadThreshold(MappingReader& reader) { return reader.Number("threshold", 1, 0.01, kHighestThreshold); }

std::vector<Cue> ReadCues(MappingReader& reader, const std::vector<std::string>& words, ProblemLog& log) {
  std::vector<Cue> cues;
  reader.EachNeeded("cues", "cues", [&](const YamlNode& node) { cues.push_back(ReadCue(node, words, log)); });
  return cues;
}

Sign ReadSign(const YamlNode& node, const std::vector<std::string>& words, ProblemLog& log) {
  MappingReader reader(node, "sign", log);
  Sign sign;
  sign.id = reader.Id("id");
  sign.quiet = reader.Choice("quiet", {"yes", "no"}, "no") == "yes";
  sign.cue = ReadMatch(reader, node, "sign", words, log);
  reader.ReportUnknownKeys();
  return sign;
}

Pattern ReadPattern(const YamlNode& node, const std::vector<std::string>& words, const std::vector<std::string>& signs,
                    ProblemLog& log) {
  MappingReader reader(node, "pattern", log);
  Pattern pattern;
  pattern.place = reader.place();
  pattern.id = reader.Id("id");
  pattern.plain = reader.NeededText("plain");
  pattern.term = reader.Text("term");
  pattern.about = reader.Text("about");
  pattern.threshold = ReadThreshold(reader);
  if (const YamlNode* weights = reader.Find("signs")) pattern.signs = ReadSignWeights(*weights, signs, log);
  if (reader.Has("cues") || pattern.signs.empty()) pattern.cues = ReadCues(reader, words, log);
  pattern.examples = reader.Texts("examples");
  pattern.counterexamples = reader.Texts("counterexamples");
  pattern.questions = ReadOffers(reader, "questions", "a question", log);
  pattern.reframes = ReadOffers(reader, "reframes", "a reframe", log);
  reader.ReportUnknownKeys();
  return pattern;
}

void SeenIds::Check(const YamlNode& entry, const std::string& key, const std::string& noun, ProblemLog& log) {
  const YamlNode* id = entry.Find(key);
  if (id == nullptr || id->text.empty()) return;
  auto [first, is_new] = lines_.emplace(id->text, id->line);
  if (is_new) return;
  log.Fatal(*id, "the " + noun + " " + Quoted(id->text) + " stands twice, first on line " +
                     std::to_string(first->second) + "; expected each once");
}

}  // namespace stumble
