#include "reframing/phrase.h"

#include <algorithm>

#include "error.h"
#include "reframing/forms.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr size_t kWidestGap = 6;
constexpr size_t kNoMatch = static_cast<size_t>(-1);
constexpr std::string_view kGapMarks[] = {"…", "..."};
constexpr char kBeginMark = '^';
constexpr char kNextSentenceMark = '/';

bool StandsAlone(std::string_view text, char mark) { return text[0] == mark && (text.size() == 1 || text[1] == ' '); }

// How many bytes at the beginning of the text mark a gap; 0 if none do.
size_t GapMarkBytes(std::string_view text) {
  for (std::string_view mark : kGapMarks)
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

}  // namespace

WordLists::WordLists(const std::map<std::string, std::vector<std::string>>& words,
                     const std::vector<std::string>& filler) {
  for (const std::string& text : filler)
    for (uint64_t word : WordSequence(SequenceOf(text))) filler_.insert(word);
  sequences_.clear();  // they may hold filler
  for (const auto& [name, texts] : PlainWords(words)) {
    Alternatives alternatives;
    for (const std::string& text : texts)
      if (const WordSequence& sequence = SequenceOf(text); !sequence.empty()) alternatives.push_back(sequence);
    std::sort(alternatives.begin(), alternatives.end());
    alternatives.erase(std::unique(alternatives.begin(), alternatives.end()), alternatives.end());
    lists_[name] = std::make_shared<const Alternatives>(std::move(alternatives));
  }
}

const WordSequence& WordLists::SequenceOf(std::string_view text) const {
  auto [known, is_new] = sequences_.try_emplace(std::string(text));
  if (!is_new) return known->second;
  // Most texts are plain words, which needn't be cut first.
  bool is_plain = true;
  for (std::string_view word : Split(text, ' ')) {
    uint64_t hash = word.empty() ? 0 : HashOfPlainWord(word);
    is_plain = is_plain && (word.empty() || hash != 0);
    if (hash != 0 && !filler_.contains(hash)) known->second.push_back(hash);
  }
  if (is_plain) return known->second;
  known->second.clear();
  const Wording wording(text);
  for (const Word& word : wording.words())
    if (!filler_.contains(word.hash)) known->second.push_back(word.hash);
  return known->second;
}

std::shared_ptr<const Alternatives> WordLists::Find(const std::string& name) const {
  auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : found->second;
}

void WordLists::AddAt(std::string_view place, Alternatives& all) const {
  for (const std::string& plain : PlainPhrases(place)) {
    Alternatives sequences = {{}};
    for (std::string_view rest = plain; !rest.empty();) {
      Alternatives next;
      size_t open = std::min(rest.find('{'), rest.size());
      if (open > 0) {
        next = {SequenceOf(rest.substr(0, open))};
        rest.remove_prefix(open);
      } else {
        size_t close = rest.find('}');
        auto named = close == std::string_view::npos ? nullptr : Find(std::string(rest.substr(1, close - 1)));
        if (!named) throw Error("expected a name of this pack's words between { and }");
        next = *named;
        rest.remove_prefix(close + 1);
      }
      Alternatives longer;
      for (const WordSequence& begin : sequences) {
        for (const WordSequence& end : next) {
          longer.push_back(begin);
          longer.back().insert(longer.back().end(), end.begin(), end.end());
        }
      }
      sequences = std::move(longer);
    }
    for (WordSequence& sequence : sequences)
      if (!sequence.empty()) all.push_back(std::move(sequence));  // an empty one was all filler
  }
}

std::shared_ptr<const Alternatives> WordLists::At(std::string_view place) const {
  auto known = places_.find(std::string(place));
  if (known == places_.end()) known = places_.emplace(place, AtChoices({place})).first;
  return known->second;
}

std::shared_ptr<const Alternatives> WordLists::AtGroup(std::string_view group) const {
  std::string key = "(" + std::string(group);
  auto known = places_.find(key);
  if (known == places_.end()) known = places_.emplace(std::move(key), AtChoices(Split(group, '/'))).first;
  return known->second;
}

std::shared_ptr<const Alternatives> WordLists::AtChoices(const std::vector<std::string_view>& choices) const {
  bool one_list = choices.size() == 1 && choices[0].starts_with('{') && choices[0].find('}') + 1 == choices[0].size();
  if (one_list)
    if (auto named = Find(std::string(choices[0].substr(1, choices[0].size() - 2)))) return named;
  Alternatives all;
  for (std::string_view choice : choices) AddAt(choice, all);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return std::make_shared<const Alternatives>(std::move(all));
}

Phrase::Phrase(std::string_view text, const WordLists& lists) {
  bool gap = false, begins = false, next_sentence = false;
  while (!text.empty()) {
    size_t taken = 1;
    if (size_t mark = GapMarkBytes(text)) {
      gap = true;
      taken = mark;
    } else if (text[0] == kBeginMark || StandsAlone(text, kNextSentenceMark)) {
      (text[0] == kBeginMark ? begins : next_sentence) = true;
      gap = false;
    } else if (text[0] != ' ') {
      bool is_optional = text[0] == '[', is_group = is_optional || text[0] == '(';
      size_t end = is_group ? text.find(is_optional ? ']' : ')')
                            : std::min({text.find(' '), text.find('['), text.find('('), text.find(kGapMarks[0]),
                                        text.find(kGapMarks[1]), text.size()});
      if (end == std::string_view::npos) throw Error("expected the end of each part in `[` or `(`");
      auto alternatives = is_group ? lists.AtGroup(text.substr(1, end - 1)) : lists.At(text.substr(0, end));
      if (!alternatives->empty()) {
        bool within = begins || next_sentence || !parts_.empty();
        Add({std::move(alternatives), gap && within, is_optional, begins, next_sentence, {}});
        gap = begins = next_sentence = false;
      }
      taken = is_group ? end + 1 : end;
    }
    text.remove_prefix(taken);
  }
  if (std::all_of(parts_.begin(), parts_.end(), [](const Part& part) { return part.is_optional; }))
    throw Error("expected a phrase with a word in it");
}

void Phrase::Add(Part part) {
  for (const WordSequence& sequence : *part.alternatives) part.first_words.set(SignOf(sequence[0]));
  parts_.push_back(std::move(part));
}

// Looks for the parts one after the other, from one first word on.
class Phrase::Search {
 public:
  Search(const std::vector<Part>& parts, const std::vector<Word>& words) : parts_(parts), words_(words) {}

  // The place after the match that begins at `at`, if there is one.
  size_t From(size_t at) {
    if (words_[at].sentence != sentence_) dead_ends_.clear();  // at its first word they were of the one before
    sentence_ = words_[at].sentence;
    begin_ = at;
    return Match(at, 0, false);
  }

 private:
  // The place after the match of parts_[part] and all that follow it, if they stand from `at` on. `gap`: words may
  // stand before it because they may before an optional part that is missing.
  size_t Match(size_t at, size_t part, bool gap) {
    if (part == parts_.size()) return at;
    size_t key = 2 * part + (gap ? 1 : 0);
    if (dead_ends_.contains({at, key})) return kNoMatch;
    size_t from = at;
    if (!FindPlace(at, parts_[part])) return kNoMatch;
    bool goes_on = at > begin_ && !parts_[part].next_sentence;
    int sentence = goes_on ? words_[at - 1].sentence : at < words_.size() ? words_[at].sentence : sentence_;
    bool after_gap = gap || parts_[part].after_gap;
    if (parts_[part].is_optional) {
      size_t end = Match(from, part + 1, after_gap);
      if (end != kNoMatch) return end;
    }
    const Alternatives& alternatives = *parts_[part].alternatives;
    size_t latest = after_gap ? at + kWidestGap : at;
    for (size_t start = at; start <= latest && start < words_.size() && words_[start].sentence == sentence; ++start) {
      if (!parts_[part].first_words.test(SignOf(words_[start].hash))) continue;
      // Of the sorted sequences, those that agree with the text so far: first one that ends here, then longer ones.
      auto low = alternatives.begin(), high = alternatives.end();
      for (size_t length = 0; low != high; ++length) {
        if (length > 0 && low->size() == length) {
          size_t end = Match(start + length, part + 1, false);
          if (end != kNoMatch) return end;
          ++low;  // no other is the same: lists hold each sequence once
        }
        size_t next = start + length;
        if (low == high || next >= words_.size() || words_[next].sentence != sentence) break;
        uint64_t hash = words_[next].hash;
        low = std::partition_point(low, high, [&](const WordSequence& s) { return s[length] < hash; });
        high = std::partition_point(low, high, [&](const WordSequence& s) { return s[length] == hash; });
      }
    }
    if (part > 0 && parts_.size() > 2) dead_ends_.insert({from, key});  // so that many gaps don't multiply
    return kNoMatch;
  }

  // Moves on to where a part may stand at the earliest, where it says so; false if that is nowhere.
  bool FindPlace(size_t& at, const Part& part) const {
    bool first_of_sentence = at == 0 || (at < words_.size() && words_[at].sentence != words_[at - 1].sentence);
    if (part.begins && !first_of_sentence) return false;
    if (!part.next_sentence) return true;
    if (at == begin_) return at > 0 && first_of_sentence;  // of any sentence but the first
    int ended = words_[at - 1].sentence;
    while (at < words_.size() && words_[at].sentence == ended) ++at;
    return at < words_.size();
  }

  const std::vector<Part>& parts_;
  const std::vector<Word>& words_;
  size_t begin_ = 0;  // where the match begins
  int sentence_ = 0;
  std::set<std::pair<size_t, size_t>> dead_ends_;  // places and parts from which no match leads on
};

std::vector<Range> Phrase::FindAll(const Wording& wording, size_t most) const {
  std::vector<Range> found;
  for (const Part& part : parts_)
    if (!part.is_optional && (part.first_words & wording.signs()).none()) return found;
  const std::vector<Word>& words = wording.words();
  Search search(parts_, words);
  const bool begins_at_once = !parts_[0].is_optional && !parts_[0].after_gap;
  for (size_t at = 0; at < words.size() && found.size() < most; ++at) {
    if (begins_at_once && !parts_[0].first_words.test(SignOf(words[at].hash))) continue;
    size_t end = search.From(at);
    if (end != kNoMatch) found.push_back({words[at].range.begin, words[end - 1].range.end});
  }
  return found;
}

}  // namespace stumble
