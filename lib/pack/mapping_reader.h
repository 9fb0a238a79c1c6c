// MappingReader: takes the values that a part of a pack may have out of its YAML mapping, one key at a time, and logs
// what is missing, of the wrong kind or out of range. It remembers which keys were asked for, so that at the end it
// can name those that nobody knows, with the one that was probably meant.
#ifndef STUMBLE_PACK_MAPPING_READER_H_
#define STUMBLE_PACK_MAPPING_READER_H_

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "pack/problem.h"
#include "pack/yaml_guard.h"

namespace stumble {

class MappingReader {
 public:
  // `noun` names the mapping in messages: "pattern". A node that is no mapping is a problem, and reads as empty.
  MappingReader(const YamlNode& node, std::string noun, ProblemLog& log);

  Place place() const { return log_.PlaceOf(node_); }
  const YamlNode& node() const { return node_; }

  // The value, whatever it is; nullptr without the key.
  const YamlNode* Find(const std::string& key);
  bool Has(const std::string& key) { return Find(key) != nullptr; }

  // A text that may be left out, and one that must be there.
  std::string Text(const std::string& key);
  std::string NeededText(const std::string& key);
  // A needed text of lower-case letters, digits and hyphens.
  std::string Id(const std::string& key);
  // One of `choices`; `otherwise` without the key.
  std::string Choice(const std::string& key, const std::vector<std::string>& choices, const std::string& otherwise);
  std::string NeededChoice(const std::string& key, const std::vector<std::string>& choices);
  // A needed day as YYYY-MM-DD.
  std::string NeededDay(const std::string& key);

  double Number(const std::string& key, double otherwise, double low, double high);
  int Whole(const std::string& key, int otherwise, int low, int high);
  int NeededWhole(const std::string& key, int low, int high);

  // The entries of a list of texts; empty without the key.
  std::vector<const YamlNode*> TextNodes(const std::string& key);
  std::vector<std::string> Texts(const std::string& key);
  std::vector<std::string> NeededTexts(const std::string& key);

  // Each entry of a list of mappings, named by `of_what` in messages: "patterns".
  void Each(const std::string& key, const std::string& of_what, const std::function<void(const YamlNode&)>& read);
  void EachNeeded(const std::string& key, const std::string& of_what,
                  const std::function<void(const YamlNode&)>& read);

  // To be called last: logs the keys that nobody asked for. They are not fatal: a pack of next year still loads.
  void ReportUnknownKeys();

 private:
  bool IsMissing(const std::string& key);
  void Wrong(const std::string& key, const YamlNode& value, const std::string& expected);

  const YamlNode& node_;
  std::string noun_;
  ProblemLog& log_;
  bool is_mapping_;
  std::set<std::string> known_keys_;
};

// "a list", "a mapping", "nothing" or the text itself in backquotes.
std::string Described(const YamlNode& node);

bool IsId(const std::string& text);

}  // namespace stumble

#endif  // STUMBLE_PACK_MAPPING_READER_H_
