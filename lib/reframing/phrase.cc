#include "reframing/phrase.h"

#include <algorithm>

#include "error.h"

namespace stumble {

namespace {

constexpr size_t kWidestGap = 6;
constexpr size_t kNoMatch = static_cast<size_t>(-1);
constexpr std::string_view kGapMarks[] = {"…", "..."};
constexpr char kBeginMark = '^';
constexpr char kNextSentenceMark = '/';

WordSequence SequenceOf(std::string_view text) {
  Wording wording(text);
  WordSequence sequence;
  for (const Word& word : wording.words()) sequence.push_back(word.hash);
  return sequence;
}

std::shared_ptr<const Alternatives> AlternativesOf(const std::vector<std::string>& texts) {
  Alternatives alternatives;
  for (const std::string& text : texts) {
    WordSequence sequence = SequenceOf(text);
    if (sequence.empty()) continue;
    alternatives.first_words.Add(sequence[0]);
    alternatives.sequences.push_back(std::move(sequence));
  }
  std::sort(alternatives.sequences.begin(), alternatives.sequences.end());
  return std::make_shared<const Alternatives>(std::move(alternatives));
}

bool StandsAt(const std::vector<Word>& words, size_t at, const WordSequence& sequence, int sentence) {
  if (at + sequence.size() > words.size() || words[at + sequence.size() - 1].sentence != sentence) return false;
  return std::equal(sequence.begin(), sequence.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                    [](uint64_t wanted, const Word& word) { return wanted == word.hash; });
}

// How many bytes at the beginning of the text mark a gap; 0 if none do.
size_t GapMarkBytes(std::string_view text) {
  for (std::string_view mark : kGapMarks)
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

}  // namespace

WordLists::WordLists(const std::map<std::string, std::vector<std::string>>& words) {
  for (const auto& [name, texts] : words) lists_[name] = AlternativesOf(texts);
}

std::shared_ptr<const Alternatives> WordLists::Find(const std::string& name) const {
  auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : found->second;
}

Phrase::Phrase(std::string_view text, const WordLists& lists) {
  bool gap = false, begins = false, next_sentence = false;
  while (!text.empty()) {
    size_t taken = 0;
    std::shared_ptr<const Alternatives> alternatives;
    if (text[0] == '{') {
      size_t end = text.find('}');
      if (end == std::string_view::npos) throw Error("expected a name of this pack's words between { and }");
      alternatives = lists.Find(std::string(text.substr(1, end - 1)));
      if (!alternatives) throw Error("expected a name of this pack's words between { and }");
      taken = end + 1;
    } else if (size_t mark = GapMarkBytes(text)) {
      gap = true;
      taken = mark;
    } else if (text[0] == kBeginMark || text[0] == kNextSentenceMark) {
      (text[0] == kBeginMark ? begins : next_sentence) = true;
      gap = false;
      taken = 1;
    } else {
      taken = std::min({text.find_first_of("{^/"), text.find(kGapMarks[0]), text.find(kGapMarks[1]), text.size()});
      alternatives = AlternativesOf({std::string(text.substr(0, taken))});
    }
    if (alternatives && !alternatives->sequences.empty()) {
      bool first = parts_.empty();
      parts_.push_back({std::move(alternatives), gap && (!first || begins), begins, next_sentence && !first});
      gap = begins = next_sentence = false;
    }
    text.remove_prefix(taken);
  }
  if (parts_.empty()) throw Error("expected a phrase with a word in it");
}

size_t Phrase::EarliestPlace(const std::vector<Word>& words, size_t at, size_t part) const {
  if (parts_[part].next_sentence) {
    int sentence = words[at - 1].sentence;
    while (at < words.size() && words[at].sentence == sentence) ++at;
  } else if (parts_[part].begins && at > 0 && at < words.size() && words[at].sentence == words[at - 1].sentence) {
    return words.size();
  }
  return at;
}

// The place after the match of parts_[part] and all that follow it, if they stand from `at` on.
size_t Phrase::MatchFrom(const std::vector<Word>& words, size_t at, size_t part, DeadEnds& dead_ends) const {
  if (part == parts_.size()) return at;
  bool within = part > 0 && !parts_[part].next_sentence;
  int sentence = within ? words[at - 1].sentence : 0;
  at = EarliestPlace(words, at, part);
  if (at >= words.size() || dead_ends.contains({at, part})) return kNoMatch;
  const std::vector<WordSequence>& alternatives = parts_[part].alternatives->sequences;
  if (!within) sentence = words[at].sentence;
  size_t latest = parts_[part].after_gap ? at + kWidestGap : at;
  for (size_t start = at; start <= latest && start < words.size() && words[start].sentence == sentence; ++start) {
    uint64_t first = words[start].hash;
    auto sequence = std::lower_bound(alternatives.begin(), alternatives.end(), first,
                                     [](const WordSequence& s, uint64_t hash) { return s[0] < hash; });
    for (; sequence != alternatives.end() && (*sequence)[0] == first; ++sequence) {
      if (!StandsAt(words, start, *sequence, sentence)) continue;
      size_t end = MatchFrom(words, start + sequence->size(), part + 1, dead_ends);
      if (end != kNoMatch) return end;
    }
  }
  if (part > 0 && parts_.size() > 2) dead_ends.insert({at, part});  // so that many gaps don't multiply
  return kNoMatch;
}

std::vector<Range> Phrase::FindAll(const Wording& wording) const {
  const std::vector<Word>& words = wording.words();
  std::vector<Range> found;
  for (const Part& part : parts_)
    if (!part.alternatives->first_words.MayShareWith(wording.word_set())) return found;
  DeadEnds dead_ends;
  for (size_t at = 0; at < words.size(); ++at) {
    size_t end = MatchFrom(words, at, 0, dead_ends);
    if (end != kNoMatch) found.push_back({words[at].range.begin, words[end - 1].range.end});
  }
  return found;
}

}  // namespace stumble
