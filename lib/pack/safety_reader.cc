#include "pack/safety_reader.h"

#include <algorithm>

#include "pack/mapping_reader.h"
#include "pack/pattern_reader.h"

namespace stumble {

namespace {

bool IsCountryCode(const std::string& text) {
  return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

SafetyRule ReadRule(const YamlNode& node, const std::vector<std::string>& words, ProblemLog& log) {
  MappingReader reader(node, "safety rule", log);
  SafetyRule rule;
  rule.place = reader.place();
  rule.id = reader.Id("id");
  rule.kind = reader.NeededChoice("kind", {"crisis", "abuse", "bring", "hardship"});
  rule.threshold = ReadThreshold(reader);
  rule.cues = ReadCues(reader, words, log);
  rule.examples = reader.Texts("examples");
  rule.counterexamples = reader.Texts("counterexamples");
  reader.ReportUnknownKeys();
  return rule;
}

// Every key is a word as somebody may type it, so every one is asked for.
std::map<std::string, std::string> ReadShorthand(const YamlNode& node, ProblemLog& log) {
  MappingReader reader(node, "shorthand", log);
  std::map<std::string, std::string> shorthand;
  for (const YamlNode& key : node.keys) shorthand[key.text] = reader.NeededText(key.text);
  return shorthand;
}

SafetyReading ReadReading(const YamlNode& node, ProblemLog& log) {
  MappingReader reader(node, "reading", log);
  SafetyReading reading;
  reading.place = reader.place();
  reading.filler = reader.Texts("filler");
  reading.passed_over = reader.Texts("passed_over");
  reading.near = reader.Texts("near");
  reading.known = reader.Texts("known");
  if (const YamlNode* shorthand = reader.Find("shorthand")) reading.shorthand = ReadShorthand(*shorthand, log);
  reader.ReportUnknownKeys();
  return reading;
}

Helpline ReadHelpline(const YamlNode& node, ProblemLog& log) {
  MappingReader reader(node, "helpline", log);
  Helpline line;
  line.place = reader.place();
  line.name = reader.NeededText("name");
  line.serves = reader.NeededChoice("for", {"crisis", "abuse"});
  line.call = reader.Text("call");
  line.text = reader.Text("text");
  line.chat = reader.Text("chat");
  line.hours = reader.Text("hours");
  line.source = reader.NeededText("source");
  line.checked = reader.NeededDay("checked");
  bool reachable = !line.call.empty() || !line.text.empty() || !line.chat.empty();
  if (node.kind == YamlNode::Kind::kMapping && !reachable)
    log.Fatal(node, "a helpline has `call:`, `text:` or `chat:`, got none of them");
  reader.ReportUnknownKeys();
  return line;
}

Region ReadRegion(const YamlNode& node, ProblemLog& log) {
  MappingReader reader(node, "region", log);
  Region region;
  region.place = reader.place();
  region.code = reader.NeededText("code");
  if (!region.code.empty() && !IsCountryCode(region.code))
    log.Fatal(*reader.Find("code"),
              "`code:` expected two capital letters such as NZ, got " + Described(*reader.Find("code")));
  region.country = reader.NeededText("country");
  region.emergency = reader.NeededText("emergency");
  region.source = reader.NeededText("source");
  region.checked = reader.NeededDay("checked");
  reader.Each("lines", "helplines", [&](const YamlNode& line) { region.lines.push_back(ReadHelpline(line, log)); });
  reader.ReportUnknownKeys();
  return region;
}

}  // namespace

void ReadSafety(const YamlNode& node, const std::vector<std::string>& words, Pack& pack, ProblemLog& log) {
  MappingReader reader(node, "safety part", log);
  SeenIds rules, regions;
  if (const YamlNode* reading = reader.Find("reading")) pack.reading = ReadReading(*reading, log);
  reader.Each("rules", "safety rules", [&](const YamlNode& rule) {
    pack.rules.push_back(ReadRule(rule, words, log));
    rules.Check(rule, "id", "safety rule", log);
  });
  reader.Each("regions", "regions", [&](const YamlNode& region) {
    pack.regions.push_back(ReadRegion(region, log));
    regions.Check(region, "code", "region", log);
  });
  if (const YamlNode* directory = reader.Find("directory")) pack.directory = ReadHelpline(*directory, log);
  reader.ReportUnknownKeys();
}

}  // namespace stumble
