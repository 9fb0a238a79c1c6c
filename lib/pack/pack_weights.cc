#include "pack/pack_weights.h"

#include <cstdio>

#include "error.h"

namespace stumble {

namespace {

constexpr size_t kWidth = 118;
constexpr std::string_view kPatternMark = "  - id: ";
constexpr std::string_view kThreshold = "    threshold:";
constexpr std::string_view kSigns = "    signs:";
constexpr std::string_view kRuleMark = "    - id: ";
constexpr std::string_view kRuleThreshold = "      threshold:";
constexpr std::string_view kRuleCues = "      cues:";
constexpr std::string_view kWeighedPhrase = "        - {phrases: [\"";

std::string Number(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", number);
  std::string shortened = text;
  while (shortened.back() == '0') shortened.pop_back();
  if (shortened.back() == '.') shortened.pop_back();
  return shortened;
}

std::string SignLines(const std::vector<SignWeight>& signs) {
  std::string lines = std::string(kSigns) + "\n", line = "      {";
  for (size_t i = 0; i < signs.size(); ++i) {
    std::string next = signs[i].sign + ": " + Number(signs[i].weight) + (i + 1 < signs.size() ? "," : "}");
    if (line.back() != '{' && line.size() + 1 + next.size() > kWidth) {
      lines += line + "\n";
      line = "      ";
    }
    bool first = line.back() == '{' || line.back() == ' ';
    line += (first ? "" : " ") + next;
  }
  return lines + line + "\n";
}

std::string_view TakeLine(std::string_view& rest) {
  size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end == std::string_view::npos ? rest.size() : end + 1);
  rest.remove_prefix(line.size());
  return line;
}

bool GoesOn(std::string_view line) { return line.starts_with("     ") || line == "\n"; }

}  // namespace

std::string WithWeights(std::string_view yaml, const std::string& pattern, double threshold,
                        const std::vector<SignWeight>& signs) {
  std::string text;
  bool inside = false, has_threshold = false, has_signs = false, in_patterns = false;
  for (std::string_view rest = yaml; !rest.empty();) {
    std::string_view line = TakeLine(rest);
    if (!line.empty() && line[0] != ' ' && line[0] != '\n' && line[0] != '#') in_patterns = line.starts_with("patterns:");
    if (line.starts_with(kPatternMark)) inside = in_patterns && line == std::string(kPatternMark) + pattern + "\n";
    if (inside && line.starts_with(kThreshold)) {
      text += std::string(kThreshold) + " " + Number(threshold) + "\n";
      has_threshold = true;
    } else if (inside && line.starts_with(kSigns)) {
      while (!rest.empty() && GoesOn(rest.substr(0, rest.find('\n') + 1))) TakeLine(rest);
      text += SignLines(signs);
      has_signs = true;
    } else {
      text += line;
    }
  }
  if (!has_threshold || !has_signs)
    throw Error("pattern " + pattern + ": expected lines `threshold:` and `signs:`, indented by four blanks");
  return text;
}

std::string WithWeighedPhrases(std::string_view yaml, const std::string& rule, double threshold,
                               const std::vector<WeighedPhrase>& phrases) {
  std::string text;
  bool inside = false, has_threshold = false, has_cues = false;
  for (std::string_view rest = yaml; !rest.empty();) {
    std::string_view line = TakeLine(rest);
    if (line.starts_with(kRuleMark)) inside = line == std::string(kRuleMark) + rule + "\n";
    if (inside && line.starts_with(kWeighedPhrase)) continue;
    if (inside && line.starts_with(kRuleThreshold)) {
      text += std::string(kRuleThreshold) + " " + Number(threshold) + "\n";
      has_threshold = true;
      continue;
    }
    text += line;
    if (!inside || !line.starts_with(kRuleCues)) continue;
    has_cues = true;
    for (const WeighedPhrase& phrase : phrases)
      text += std::string(kWeighedPhrase) + phrase.phrase + "\"], weight: " + Number(phrase.weight) + "}\n";
  }
  if (!has_threshold || !has_cues)
    throw Error("safety rule " + rule + ": expected lines `threshold:` and `cues:`, indented by six blanks");
  return text;
}

}  // namespace stumble
