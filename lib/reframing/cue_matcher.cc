#include "reframing/cue_matcher.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "error.h"
#include "pack/built_in_packs.h"

namespace stumble {

namespace {

// The longest plain word that stands in a phrase outside of parts with choices; 0 if there is none.
uint64_t NeededWord(std::string_view text, const WordLists& lists) {
  std::string_view longest;
  uint64_t needed = 0;
  int depth = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = std::min(text.find(' ', at), text.size());
    std::string_view token = text.substr(at, end - at);
    uint64_t hash = depth == 0 && token.size() > longest.size() ? HashOfPlainWord(token) : 0;
    if (hash != 0 && !lists.filler().contains(hash)) {
      longest = token;
      needed = hash;
    }
    for (char c : token) depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    at = end + 1;
  }
  return needed;
}

// The first words of choices with `/` between, and how long the shortest is; 0 for choices that are not plain words.
std::pair<WordSigns, size_t> FirstWords(std::string_view choices, const WordLists& lists) {
  WordSigns signs;
  size_t shortest = SIZE_MAX;
  if (choices.find_first_of("{~[") != std::string_view::npos) return {signs, 0};
  for (size_t at = 0; at <= choices.size();) {
    size_t end = std::min(choices.find('/', at), choices.size());
    std::string_view choice = choices.substr(at, end - at);
    at = end + 1;
    while (!choice.empty()) {
      size_t length = std::min(choice.find(' '), choice.size());
      std::string_view word = choice.substr(0, length);
      choice.remove_prefix(std::min(length + 1, choice.size()));
      if (word.empty()) continue;
      uint64_t hash = HashOfPlainWord(word == "I" ? "i" : word);
      if (hash == 0) return {WordSigns(), 0};
      if (lists.filler().contains(hash)) continue;
      signs.set(SignOf(hash));
      shortest = std::min(shortest, word.size());
      break;
    }
  }
  return {signs, signs.none() ? 0 : shortest};
}

// Of all parts that have to stand, in `( )` or with `/` alone, the first words of those that are least often chance: whose shortest is longest.
WordSigns NeededChoices(std::string_view text, const WordLists& lists) {
  WordSigns best;
  size_t longest = 0;
  auto look_at = [&](std::string_view choices) {
    auto [signs, shortest] = FirstWords(choices, lists);
    if (shortest <= longest) return;
    best = signs;
    longest = shortest;
  };
  for (size_t at = 0; at < text.size();) {
    bool is_optional = text[at] == '[';
    if (is_optional || text[at] == '(') {
      size_t end = std::min(text.find(is_optional ? ']' : ')', at), text.size());
      if (!is_optional) look_at(text.substr(at + 1, end - at - 1));
      at = end + 1;
      continue;
    }
    size_t end = std::min(text.find_first_of(" [(", at), text.size());
    std::string_view token = text.substr(at, end - at);
    if (token.size() > 1 && token.find('/') != std::string_view::npos) look_at(token);
    at = std::max(end, at + (end < text.size() && text[end] == ' ' ? token.size() + 1 : token.size()));
  }
  return best;
}

}  // namespace

WaitingPhrase::WaitingPhrase(std::string_view text, std::shared_ptr<const WordLists> lists)
    : text_(text), lists_(std::move(lists)), needed_(NeededWord(text, *lists_)), choices_(NeededChoices(text, *lists_)) {}

const Phrase& WaitingPhrase::Ready() const {
  if (!ready_) ready_ = std::make_shared<const Phrase>(text_, *lists_);
  return *ready_;
}

CueMatcher::CueMatcher(const Cue& cue, const std::shared_ptr<const WordLists>& lists) : weight_(cue.weight) {
  try {
    for (const std::string& phrase : cue.phrases) phrases_.emplace_back(phrase, lists);
    for (const std::string& phrase : cue.but_not) but_not_.emplace_back(phrase, lists);
    if (!IsOfBuiltInPack(cue.place))
      for (const auto* phrases : {&phrases_, &but_not_})
        for (const WaitingPhrase& phrase : *phrases) phrase.Ready();
    if (!cue.regex.empty()) regex_.emplace(cue.regex, "regex", Regex::Case::kInsensitive);
  } catch (const Error& error) {
    throw Error(error.what(), cue.place);
  }
}

std::optional<Range> CueMatcher::Find(const Wording& wording) const {
  if (regex_) {
    std::optional<Range> found = regex_->Find(wording.plain());
    return found ? std::optional(wording.InOriginal(*found)) : std::nullopt;
  }
  std::vector<Range> excluded;
  bool looked = false;
  for (const WaitingPhrase& phrase : phrases_) {
    for (const Range& found : phrase.FindAll(wording, but_not_.empty() ? 1 : SIZE_MAX)) {
      for (size_t i = 0; !looked && i < but_not_.size(); ++i) {
        std::vector<Range> ranges = but_not_[i].FindAll(wording);
        excluded.insert(excluded.end(), ranges.begin(), ranges.end());
      }
      looked = true;
      bool is_excluded =
          std::any_of(excluded.begin(), excluded.end(), [&](const Range& other) { return other.Overlaps(found); });
      if (!is_excluded) return found;
    }
  }
  return std::nullopt;
}

WeighedCues::WeighedCues(const std::vector<Cue>& cues, const std::shared_ptr<const WordLists>& lists) {
  for (const Cue& cue : cues) matchers_.emplace_back(cue, lists);
  std::stable_sort(matchers_.begin(), matchers_.end(),
                   [](const CueMatcher& a, const CueMatcher& b) { return a.weight() > b.weight(); });
}

WeighedCues::Weighed WeighedCues::Weigh(const Wording& wording) const {
  Weighed weighed;
  for (const CueMatcher& matcher : matchers_) {
    std::optional<Range> found = matcher.Find(wording);
    if (!found) continue;
    weighed.sum += matcher.weight();
    weighed.for_it += std::max(matcher.weight(), 0.0);
    weighed.places.emplace_back(*found, matcher.weight());
  }
  return weighed;
}

}  // namespace stumble
