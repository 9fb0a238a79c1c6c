#include "pack/routine_reader.h"

#include <algorithm>
#include <string>
#include <vector>

#include "pack/mapping_reader.h"
#include "pack/pattern_reader.h"
#include "pack/placeholder.h"
#include "pack/wording.h"

namespace stumble {

namespace {

using Names = std::vector<std::string>;

const Names kConditions = {"open", "eased", "came-back", "intense", "mild", "thought", "trigger", "quiet"};

// A theme stands where prompt's subcommands stand: `prompt beliefs`, `prompt list`.
const Names kSubcommands = {"list", "show", "lint", "packs", "crisis", "run", "try", "suggest", "step", "help"};

// The fields that an answer may fill; those that a record holds once, and those that hold a number or a yes.
const Names kFields = {"Setback",   "Domain",   "Trigger", "Cause",       "Feeling",         "Tag",    "Why",
                       "Intensity", "Thought",  "Belief",  "EvidenceFor", "EvidenceAgainst", "Helped", "Learned",
                       "Kindness",  "NextStep", "Reframe", "Recovered",   "Private"};
const Names kSingleFields = {"Setback", "Domain", "Intensity", "Belief", "Recovered", "Private"};
const Names kRatedFields = {"Intensity", "Belief"};
const Names kYesNoFields = {"Recovered", "Private"};
// What a step weighs that fills one of these, unless it says otherwise.
const Names kWeighingFields = {"Belief", "EvidenceFor", "EvidenceAgainst", "Reframe", "Why", "Cause", "Learned"};

constexpr int kMostRepeats = 50;
constexpr int kMostMinutes = 600;

bool IsAmong(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void CheckText(MappingReader& reader, const std::string& key, const Names& names, const std::string& where,
               ProblemLog& log) {
  const YamlNode* text = reader.Find(key);
  if (text != nullptr) CheckPlaceholders(*text, names, where, log);
}

std::string ReadTheme(MappingReader& reader, ProblemLog& log) {
  std::string theme = reader.Id("theme");
  if (IsAmong(kSubcommands, theme))
    log.Fatal(*reader.Find("theme"),
              "`theme:` expected another name; " + Quoted(theme) + " is a subcommand of prompt");
  return theme;
}

std::vector<std::string> ReadConditions(MappingReader& reader, ProblemLog& log) {
  std::vector<std::string> conditions;
  for (const YamlNode* node : reader.TextNodes("when")) {
    if (!IsAmong(kConditions, node->text))
      log.Fatal(*node, "`when:` expected " + Listed(kConditions) + ", got " + Quoted(node->text));
    conditions.push_back(node->text);
  }
  return conditions;
}

std::string ReadField(MappingReader& reader, ProblemLog& log) {
  std::string field = reader.Text("field");
  if (field.empty() || IsAmong(kFields, field)) return field;
  std::string nearest = NearestName(field, kFields);
  log.Fatal(*reader.Find("field"),
            "`field:` " + Quoted(field) + " is no field that an answer can fill; " +
                (nearest.empty() ? "expected one of " + Listed(kFields) : "did you mean " + Quoted(nearest) + "?"));
  return field;
}

void CheckKindFitsField(const YamlNode& node, const Step& step, ProblemLog& log) {
  bool rated = IsAmong(kRatedFields, step.field);
  if (step.kind == "rating" && !rated)
    log.Fatal(node, "`kind: rating` needs `field: Intensity` (0 to 10) or `field: Belief` (0 to 100)");
  if (step.kind != "rating" && rated)
    log.Fatal(node, "`field: " + step.field + "` holds a number; expected `kind: rating` with it");
  if (step.kind != "yes-no" && IsAmong(kYesNoFields, step.field))
    log.Mild(node, "`field: " + step.field + "` holds a yes or no; expected `kind: yes-no` with it");
  if (step.kind != "rating" && !(step.low.empty() && step.high.empty()))
    log.Mild(node, "`low:` and `high:` label a rating; expected `kind: rating` with them");
  if (step.repeat > 1 && IsAmong(kSingleFields, step.field))
    log.Mild(node, "`repeat:` asks more than once, but a record holds one `" + step.field + "`");
}

void CheckSayOrAsk(MappingReader& reader, ProblemLog& log) {
  if (reader.node().kind != YamlNode::Kind::kMapping) return;
  bool says = reader.Has("say"), asks = reader.Has("ask");
  if (says == asks) {
    log.Fatal(reader.node(), says ? "a step has either `say:` or `ask:`, got both"
                                  : "a step has either `say:` or `ask:`, got neither");
    return;
  }
  if (!says) return;
  for (const char* key : {"help", "field", "kind", "low", "high", "repeat", "weighs"}) {
    if (const YamlNode* value = reader.Find(key))
      log.Mild(*value, "`" + std::string(key) + ":` does nothing in a step that only says something");
  }
}

Step ReadStep(const YamlNode& node, ProblemLog& log) {
  MappingReader reader(node, "step", log);
  Step step;
  step.place = reader.place();
  step.id = reader.Id("id");
  if (reader.Has("say")) step.say = reader.NeededText("say");
  if (reader.Has("ask")) step.ask = reader.NeededText("ask");
  step.help = reader.Text("help");
  step.field = ReadField(reader, log);
  step.kind = reader.Choice("kind", {"text", "rating", "yes-no"}, "text");
  step.low = reader.Text("low");
  step.high = reader.Text("high");
  step.repeat = reader.Whole("repeat", 1, 1, kMostRepeats);
  std::string weighs = reader.Choice("weighs", {"yes", "no"}, IsAmong(kWeighingFields, step.field) ? "yes" : "no");
  step.weighs = weighs == "yes";
  CheckSayOrAsk(reader, log);
  CheckKindFitsField(node, step, log);
  for (const char* key : {"say", "ask", "help"}) CheckText(reader, key, {}, "a step", log);
  reader.ReportUnknownKeys();
  return step;
}

}  // namespace

Prompt ReadPrompt(const YamlNode& node, ProblemLog& log) {
  MappingReader reader(node, "prompt", log);
  Prompt prompt;
  prompt.place = reader.place();
  prompt.id = reader.Id("id");
  prompt.theme = ReadTheme(reader, log);
  prompt.text = reader.NeededText("text");
  prompt.when = ReadConditions(reader, log);
  CheckText(reader, "text", {"trigger"}, "a prompt", log);
  reader.ReportUnknownKeys();
  return prompt;
}

Routine ReadRoutine(const YamlNode& node, ProblemLog& log) {
  MappingReader reader(node, "routine", log);
  Routine routine;
  routine.place = reader.place();
  routine.id = reader.Id("id");
  routine.title = reader.NeededText("title");
  routine.serves = reader.Text("for");
  routine.not_when = reader.Text("not_when");
  routine.needs = reader.Choice("needs", {"therapist"}, "");
  routine.keeps = reader.Choice("keeps", {"plan"}, "");
  routine.stop_text = reader.Text("stop_text");
  routine.minutes = reader.Whole("minutes", 0, 0, kMostMinutes);
  SeenIds seen;
  reader.EachNeeded("steps", "steps", [&](const YamlNode& step) {
    routine.steps.push_back(ReadStep(step, log));
    seen.Check(step, "id", "step", log);
  });
  reader.ReportUnknownKeys();
  return routine;
}

}  // namespace stumble
