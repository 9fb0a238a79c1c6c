#include "reframing/safety_reader.h"

#include <algorithm>

#include "error.h"
#include "reframing/forms.h"
#include "reframing/unmasked.h"
#include "text/text.h"

namespace stumble {

namespace {

bool IsFormSign(char c) { return c == '[' || c == ']' || c == '(' || c == ')' || c == '/'; }

// Every word by itself that the pack's phrases and lists hold: none of these is a misspelling.
std::set<std::string> KnownWords(const Pack& pack) {
  std::set<std::string> known(pack.reading.known.begin(), pack.reading.known.end());
  std::set<std::string> seen;
  auto add = [&](const std::vector<std::string>& texts) {
    for (std::string text : texts) {
      std::replace_if(text.begin(), text.end(), IsFormSign, ' ');
      for (std::string_view word : Split(text, ' ')) {
        if (word.empty() || word.find_first_of("{}") != std::string_view::npos) continue;
        if (!seen.emplace(word).second) continue;
        for (const std::string& form : PlainPhrases(word)) known.insert(FoldCase(form));
      }
    }
  };
  for (const auto& [name, texts] : pack.words) add(texts);
  add(pack.reading.filler);
  for (const SafetyRule& rule : pack.rules)
    for (const Cue& cue : rule.cues) add(cue.phrases);
  return known;
}

std::shared_ptr<const WordLists> ListsOf(const Pack& pack) {
  try {
    return std::make_shared<const WordLists>(pack.words, pack.reading.filler);
  } catch (const Error& error) {
    throw Error(error.what(), pack.reading.place);
  }
}

}  // namespace

SafetyReader::SafetyReader(const Pack& pack)
    : lists_(ListsOf(pack)), misspellings_(pack.reading.near, [&pack] { return KnownWords(pack); }, pack.reading.shorthand) {}

std::optional<Wording> SafetyReader::ReadUnmasked(std::string_view text) const {
  std::string unmasked = Unmasked(text, misspellings_);
  if (unmasked.empty()) return std::nullopt;
  return Read(Wording(unmasked));
}

}  // namespace stumble
