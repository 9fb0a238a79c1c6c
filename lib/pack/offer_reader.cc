#include "pack/offer_reader.h"

#include <algorithm>

#include "pack/placeholder.h"
#include "pack/wording.h"

namespace stumble {

namespace {

using Names = std::vector<std::string>;

const Names kSlots = {"cue",     "absolute", "always",       "never",   "everyone",      "label",
                      "a-label", "feared",   "feared-event", "person",  "person-object", "person-possessive",
                      "rule",    "missed",   "wish",         "feeling", "good"};
const Names kStrategies = {"evidence", "degree", "alternatives", "friend",          "coping",
                           "causes",   "growth", "acceptance",   "self-compassion", "grounding"};
const Names kStates = {"intense", "mild", "me", "others"};
const Names kAreas = {"work", "school", "family", "relationship", "friends", "health", "therapy"};

bool IsAmong(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Names ReadNames(MappingReader& reader, const std::string& key, const Names& names, ProblemLog& log) {
  Names read;
  for (const YamlNode* node : reader.TextNodes(key)) {
    if (!IsAmong(names, node->text))
      log.Fatal(*node, "`" + key + ":` expected " + Listed(names) + ", got " + Quoted(node->text));
    read.push_back(node->text);
  }
  return read;
}

Names WhenNames() {
  Names names = kStates;
  names.insert(names.end(), kAreas.begin(), kAreas.end());
  return names;
}

Offer ReadOffer(const YamlNode& node, const std::string& where, ProblemLog& log) {
  Offer offer;
  offer.place = log.PlaceOf(node);
  const YamlNode* text = &node;
  if (node.kind == YamlNode::Kind::kMapping) {
    MappingReader reader(node, where.substr(where.find(' ') + 1), log);
    offer.text = reader.NeededText("text");
    text = reader.Find("text");
    if (reader.Has("strategy")) offer.strategy = reader.NeededChoice("strategy", kStrategies);
    offer.needs = ReadNames(reader, "needs", kSlots, log);
    offer.when = ReadNames(reader, "when", WhenNames(), log);
    reader.ReportUnknownKeys();
  } else {
    offer.text = node.text;
  }
  if (text != nullptr) CheckPlaceholders(*text, kSlots, where, log);
  for (const std::string& slot : SlotsIn(offer.text))
    if (!IsAmong(offer.needs, slot)) offer.needs.push_back(slot);
  return offer;
}

bool HasText(const YamlNode& node) {
  return node.kind == YamlNode::Kind::kScalar && node.text.find_first_not_of(" \t\n") != std::string::npos;
}

}  // namespace

const Names& SlotNames() { return kSlots; }

const Names& StrategyNames() { return kStrategies; }

bool IsAreaOfLife(const std::string& when) { return IsAmong(kAreas, when); }

Names SlotsIn(std::string_view text) {
  Names slots;
  for (size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    size_t end = text.find('}', at);
    if (end == std::string_view::npos) break;
    std::string slot(text.substr(at + 1, end - at - 1));
    if (!IsAmong(slots, slot)) slots.push_back(std::move(slot));
  }
  return slots;
}

std::vector<Offer> ReadOffers(MappingReader& reader, const std::string& key, const std::string& where,
                              ProblemLog& log) {
  std::vector<Offer> offers;
  reader.Each(key, "texts", [&](const YamlNode& node) {
    if (node.kind == YamlNode::Kind::kMapping || HasText(node)) return offers.push_back(ReadOffer(node, where, log));
    log.Fatal(node, "`" + key + ":` expected a text in every entry, got " + Described(node));
  });
  return offers;
}

}  // namespace stumble
