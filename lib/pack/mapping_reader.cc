#include "pack/mapping_reader.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>
#include <sstream>
#include <utility>

#include "pack/wording.h"

namespace stumble {

namespace {

using Kind = YamlNode::Kind;

bool IsBlank(const std::string& text) { return text.find_first_not_of(" \t\n") == std::string::npos; }

bool AllDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool IsDay(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  if (!AllDigits(text.substr(0, 4)) || !AllDigits(text.substr(5, 2)) || !AllDigits(text.substr(8, 2))) return false;
  using namespace std::chrono;
  return year_month_day(year(std::stoi(text.substr(0, 4))),
                        month(static_cast<unsigned>(std::stoi(text.substr(5, 2)))),
                        day(static_cast<unsigned>(std::stoi(text.substr(8, 2)))))
      .ok();
}

// A leading plus is what people write beside a minus; from_chars does not take it.
template <typename Number>
bool ReadNumber(const std::string& text, Number& number) {
  const char* end = text.data() + text.size();
  bool has_plus = text.size() > 1 && text[0] == '+' && text[1] != '-';
  auto [stop, error] = std::from_chars(text.data() + (has_plus ? 1 : 0), end, number);
  return error == std::errc() && stop == end;
}

std::string Shown(double number) {
  std::ostringstream out;
  out << number;
  return out.str();
}

std::string Span(int low, int high) {
  if (high == std::numeric_limits<int>::max()) return "from " + std::to_string(low) + " on";
  return "from " + std::to_string(low) + " to " + std::to_string(high);
}

std::string Key(const std::string& key) { return "`" + key + ":`"; }

std::string WithArticle(const std::string& noun) {
  bool vowel = std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + noun;
}

}  // namespace

std::string Described(const YamlNode& node) {
  if (node.IsNothing()) return "nothing";
  if (node.kind == Kind::kSequence) return "a list";
  if (node.kind == Kind::kMapping) return "a mapping";
  return node.text.empty() ? "an empty text" : Quoted(node.text);
}

bool IsId(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

MappingReader::MappingReader(const YamlNode& node, std::string noun, ProblemLog& log)
    : node_(node), noun_(std::move(noun)), log_(log), is_mapping_(node.kind == Kind::kMapping) {
  if (!is_mapping_)
    log_.Fatal(node_, "expected " + WithArticle(noun_) + " as a mapping of `key: value`, got " + Described(node_));
}

const YamlNode* MappingReader::Find(const std::string& key) {
  known_keys_.insert(key);
  return node_.Find(key);
}

void MappingReader::Wrong(const std::string& key, const YamlNode& value, const std::string& expected) {
  log_.Fatal(value, Key(key) + " expected " + expected + ", got " + Described(value));
}

// Says so when a needed key is missing; in what is no mapping at all, once was enough.
bool MappingReader::IsMissing(const std::string& key) {
  if (Has(key)) return false;
  if (is_mapping_) log_.Fatal(node_, Key(key) + " is missing; every " + noun_ + " needs it");
  return true;
}

std::string MappingReader::Text(const std::string& key) {
  const YamlNode* value = Find(key);
  if (value == nullptr) return "";
  if (value->kind != Kind::kScalar) {
    Wrong(key, *value, "a text");
  } else if (IsBlank(value->text)) {
    log_.Mild(*value, Key(key) + " holds no text; expected some, or no such line");
    return "";
  }
  return value->text;
}

std::string MappingReader::NeededText(const std::string& key) {
  if (IsMissing(key)) return "";
  const YamlNode& value = *Find(key);
  if (value.kind != Kind::kScalar || IsBlank(value.text)) Wrong(key, value, "a text");
  return value.text;
}

std::string MappingReader::Id(const std::string& key) {
  if (IsMissing(key)) return "";
  const YamlNode& value = *Find(key);
  if (value.kind != Kind::kScalar || !IsId(value.text)) Wrong(key, value, "lower-case letters, digits and hyphens");
  return value.text;
}

std::string MappingReader::Choice(const std::string& key, const std::vector<std::string>& choices,
                                  const std::string& otherwise) {
  const YamlNode* value = Find(key);
  if (value == nullptr) return otherwise;
  if (std::find(choices.begin(), choices.end(), value->text) == choices.end()) Wrong(key, *value, Listed(choices));
  return value->text;
}

std::string MappingReader::NeededChoice(const std::string& key, const std::vector<std::string>& choices) {
  return IsMissing(key) ? "" : Choice(key, choices, "");
}

std::string MappingReader::NeededDay(const std::string& key) {
  if (IsMissing(key)) return "";
  const YamlNode& value = *Find(key);
  if (!IsDay(value.text)) Wrong(key, value, "a day as YYYY-MM-DD");
  return value.text;
}

double MappingReader::Number(const std::string& key, double otherwise, double low, double high) {
  const YamlNode* value = Find(key);
  if (value == nullptr) return otherwise;
  double number = 0;
  if (ReadNumber(value->text, number) && std::isfinite(number) && number >= low && number <= high) return number;
  Wrong(key, *value, "a number from " + Shown(low) + " to " + Shown(high));
  return otherwise;
}

int MappingReader::Whole(const std::string& key, int otherwise, int low, int high) {
  const YamlNode* value = Find(key);
  if (value == nullptr) return otherwise;
  int number = 0;
  if (ReadNumber(value->text, number) && number >= low && number <= high) return number;
  Wrong(key, *value, "a whole number " + Span(low, high));
  return otherwise;
}

int MappingReader::NeededWhole(const std::string& key, int low, int high) {
  return IsMissing(key) ? low : Whole(key, low, low, high);
}

std::vector<const YamlNode*> MappingReader::TextNodes(const std::string& key) {
  const YamlNode* value = Find(key);
  std::vector<const YamlNode*> nodes;
  if (value == nullptr) return nodes;
  if (value->kind != Kind::kSequence) {
    Wrong(key, *value, "a list of texts");
    return nodes;
  }
  for (const YamlNode& entry : value->children) {
    if (entry.kind == Kind::kScalar && !IsBlank(entry.text)) {
      nodes.push_back(&entry);
    } else {
      Wrong(key, entry, "a text in every entry");
    }
  }
  return nodes;
}

std::vector<std::string> MappingReader::Texts(const std::string& key) {
  std::vector<std::string> texts;
  for (const YamlNode* node : TextNodes(key)) texts.push_back(node->text);
  return texts;
}

std::vector<std::string> MappingReader::NeededTexts(const std::string& key) {
  if (IsMissing(key)) return {};
  const YamlNode& value = *Find(key);
  if (value.kind == Kind::kSequence && value.children.empty())
    log_.Fatal(value, Key(key) + " expected at least one text");
  return Texts(key);
}

void MappingReader::Each(const std::string& key, const std::string& of_what,
                         const std::function<void(const YamlNode&)>& read) {
  const YamlNode* value = Find(key);
  if (value == nullptr) return;
  if (value->kind != Kind::kSequence) return Wrong(key, *value, "a list of " + of_what);
  for (const YamlNode& entry : value->children) read(entry);
}

void MappingReader::EachNeeded(const std::string& key, const std::string& of_what,
                               const std::function<void(const YamlNode&)>& read) {
  if (IsMissing(key)) return;
  const YamlNode& value = *Find(key);
  if (value.kind == Kind::kSequence && value.children.empty())
    log_.Fatal(value, Key(key) + " expected a list of " + of_what + ", got an empty one");
  Each(key, of_what, read);
}

void MappingReader::ReportUnknownKeys() {
  std::vector<std::string> known(known_keys_.begin(), known_keys_.end());
  for (const YamlNode& key : node_.keys) {
    if (known_keys_.contains(key.text)) continue;
    std::string nearest = NearestName(key.text, known);
    std::string hint = nearest.empty() ? "expected one of " + Listed(known) : "did you mean " + Quoted(nearest) + "?";
    log_.Mild(key, Quoted(key.text) + " is no key of " + WithArticle(noun_) + "; " + hint);
  }
}

}  // namespace stumble
