#include "reframing/safety_words.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "reframing/forms.h"
#include "text/text.h"

namespace stumble {

namespace {

// What contractions are written out as: these words may stand nowhere in full.
constexpr std::string_view kWrittenOut[] = {"not", "am", "is", "are", "will", "would", "have", "can", "do", "did", "does", "to", "going", "want"};

// Below this, what looks like the form of another word is most often chance.
constexpr size_t kShortestWithForms = 3;

bool IsPlain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return std::islower(static_cast<unsigned char>(c)) != 0 || std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
}

}  // namespace

SafetyWords::SafetyWords(const SafetyReader& reader, const std::vector<std::string>& texts, size_t least, const std::vector<std::string>& fields)
    : reader_(reader) {
  Name(texts);
  std::map<std::string, size_t> counts;
  for (const std::string& text : texts)
    for (std::string& phrase : PhrasesOf(Read(text))) ++counts[std::move(phrase)];
  for (const auto& [phrase, count] : counts) {
    if (count < least) continue;
    places_.emplace(phrase, phrases_.size());
    phrases_.push_back(phrase);
  }
  std::vector<Wording> wordings;
  if (!fields.empty())
    for (const std::string& text : texts) wordings.push_back(Read(text));
  auto add = [&](const std::string& text) {
    Phrase phrase(text, *reader.lists());
    auto stands = [&](const Wording& wording) { return !phrase.FindAll(wording, 1).empty(); };
    if (static_cast<size_t>(std::count_if(wordings.begin(), wordings.end(), stands)) < least) return;
    fields_.emplace_back(phrases_.size(), std::move(phrase));
    phrases_.push_back(text);
  };
  for (const std::string& field : fields) {
    add("{" + field + "}");
    for (const std::string& other : fields) add("{" + field + "} … {" + other + "}");
  }
}

std::vector<size_t> SafetyWords::In(std::string_view text) const {
  std::vector<size_t> found;
  const Wording wording = Read(text);
  for (const std::string& phrase : PhrasesOf(wording))
    if (auto place = places_.find(phrase); place != places_.end()) found.push_back(place->second);
  for (const auto& [place, phrase] : fields_)
    if (!phrase.FindAll(wording, 1).empty()) found.push_back(place);
  std::sort(found.begin(), found.end());
  return found;
}

Wording SafetyWords::Read(std::string_view text) const {
  std::optional<Wording> unmasked = reader_.ReadUnmasked(text);
  return unmasked ? *unmasked : reader_.Read(Wording(text));
}

void SafetyWords::Name(const std::vector<std::string>& texts) {
  std::map<std::string, size_t> counts;
  for (std::string_view word : kWrittenOut) counts[std::string(word)] = 0;
  for (const std::string& text : texts) {
    Wording wording = Read(text);
    // What is unmasked has no typographic apostrophes; so its plain form is what the places are in.
    std::string_view read = wording.original_bytes() == wording.plain().size() ? wording.plain() : text;
    std::map<size_t, int> parts;  // of the words that begin at a byte: contractions have two
    for (const Word& word : wording.words()) ++parts[word.range.begin];
    for (const Word& word : wording.words()) {
      if (parts[word.range.begin] > 1) continue;
      std::string written = FoldCase(read.substr(word.range.begin, word.range.end - word.range.begin));
      Wording alone(written);
      if (IsPlain(written) && alone.words().size() == 1 && alone.words()[0].hash == word.hash) ++counts[written];
    }
  }
  // The commonest word that another is a form of stands for it.
  std::map<std::string, std::string> bases;
  for (const auto& [word, count] : counts) {
    if (word.size() < kShortestWithForms) continue;
    for (const std::string& form : VerbForms(word)) {
      if (form == word || !counts.contains(form)) continue;
      auto [known, is_new] = bases.emplace(form, word);
      if (!is_new && counts[known->second] < count) known->second = word;
    }
  }
  std::set<std::string> with_forms;
  for (const auto& [form, base] : bases)
    if (!bases.contains(base)) with_forms.insert(base);
  for (const auto& [word, count] : counts) {
    auto base = bases.find(word);
    bool is_form = base != bases.end() && with_forms.contains(base->second);
    const std::string& name = is_form ? base->second : word;
    const Wording alone(word);
    names_.emplace(alone.words()[0].hash, is_form || with_forms.contains(word) ? name + "~" : name);
  }
}

std::vector<std::string> SafetyWords::PhrasesOf(const Wording& wording) const {
  std::set<std::string> phrases;
  const Word* before = nullptr;
  const std::string* name_before = nullptr;
  for (const Word& word : wording.words()) {
    auto name = names_.find(word.hash);
    if (name == names_.end()) {
      before = nullptr;
      continue;
    }
    phrases.insert(name->second);
    if (before && before->sentence == word.sentence) phrases.insert(*name_before + " " + name->second);
    before = &word;
    name_before = &name->second;
  }
  return {phrases.begin(), phrases.end()};
}

}  // namespace stumble
