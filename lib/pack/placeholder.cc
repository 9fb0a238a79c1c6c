#include "pack/placeholder.h"

#include <algorithm>

#include "pack/wording.h"

namespace stumble {

namespace {

constexpr std::size_t kMostListed = 6;  // more would bury what is meant

// As people write them, so `{Cue}` is a name that is unknown rather than a stray brace.
bool IsName(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

std::string InBraces(const std::string& name) { return "`{" + name + "}`"; }

std::string Hint(const std::string& name, const std::vector<std::string>& allowed) {
  if (allowed.empty()) return "expected no braces here";
  std::string nearest = NearestName(name, allowed);
  if (!nearest.empty()) return "did you mean " + InBraces(nearest) + "?";
  if (allowed.size() > kMostListed)
    return "expected " + InBraces(allowed.front()) + " or another that stumble-packs(5) names, or no braces";
  std::vector<std::string> choices;
  for (const std::string& choice : allowed) choices.push_back(InBraces(choice));
  return "expected " + Listed(choices) + " or no braces";
}

}  // namespace

void CheckPlaceholders(const YamlNode& text, const std::vector<std::string>& allowed, const std::string& where,
                       ProblemLog& log) {
  for (std::size_t at = text.text.find_first_of("{}"); at != std::string::npos;
       at = text.text.find_first_of("{}", at + 1)) {
    std::size_t end = text.text.find_first_of("{}", at + 1);
    bool closes = text.text[at] == '{' && end != std::string::npos && text.text[end] == '}';
    std::string name = closes ? text.text.substr(at + 1, end - at - 1) : "";
    if (!IsName(name)) {
      log.Fatal(text, std::string("a stray `") + text.text[at] + "` in " + where + "; " +
                          (allowed.empty() ? "expected no braces here"
                                           : "expected a name in braces such as " + InBraces(allowed.front())));
      return;
    }
    if (std::find(allowed.begin(), allowed.end(), name) == allowed.end())
      log.Fatal(text, InBraces(name) + " means nothing in " + where + "; " + Hint(name, allowed));
    at = end;
  }
}

}  // namespace stumble
