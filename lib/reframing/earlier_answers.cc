#include "reframing/earlier_answers.h"

#include <algorithm>
#include <set>

#include "journal/entry_fields.h"
#include "reframing/wording.h"
#include "setback/own_words.h"
#include "text/stable_hash.h"

namespace stumble {

namespace {

constexpr double kNearlySame = 0.8;
constexpr std::chrono::hours kADay{24};
constexpr std::chrono::days kWeeks{28};

std::set<uint64_t> HashesOf(std::initializer_list<std::string_view> words) {
  std::set<uint64_t> hashes;
  for (std::string_view word : words) hashes.insert(StableHash(word));
  return hashes;
}

// Words that change nothing about what a thought says.
const std::set<uint64_t>& SmallWords() {
  static const std::set<uint64_t> words =
      HashesOf({"a",  "an",  "the", "so", "such", "just", "really", "very", "that",  "is",    "am", "are",
                "be", "was", "of",  "to", "and",  "oh",   "well",   "too",  "again", "right", "now"});
  return words;
}

// Words of which one makes another thought of it: whom it is about, and whether it is so.
const std::set<uint64_t>& TellingWords() {
  static const std::set<uint64_t> words = HashesOf(
      {"not", "never", "no", "i", "you", "he", "she", "they", "we", "him", "her", "them", "his", "their", "your"});
  return words;
}

std::set<uint64_t> WeightyWords(std::string_view thought) {
  std::set<uint64_t> all, weighty;
  const Wording wording(thought);
  for (const Word& word : wording.words()) {
    all.insert(word.hash);
    if (!SmallWords().contains(word.hash)) weighty.insert(word.hash);
  }
  return weighty.empty() ? all : weighty;
}

// How long before `now` an entry was written; negative for one that claims to be written later. A day without a time
// counts as now if it is today.
std::chrono::seconds Age(const Moment& date, const Moment& now) {
  auto then = date.ToInstant(), at = now.ToInstant();
  if (then && at) return *at - *then;
  return now.day - date.day;
}

bool ShareEnough(const std::set<uint64_t>& of_a, const std::set<uint64_t>& of_b) {
  size_t shared = 0;
  for (uint64_t word : of_a) shared += of_b.count(word);
  for (uint64_t word : TellingWords())
    if (of_a.contains(word) != of_b.contains(word)) return false;
  double all = static_cast<double>(of_a.size() + of_b.size() - shared);
  return static_cast<double>(shared) / all >= kNearlySame - 1e-9;
}

}  // namespace

bool AreNearlyTheSame(std::string_view a, std::string_view b) {
  std::set<uint64_t> of_a = WeightyWords(a), of_b = WeightyWords(b);
  return of_a.empty() || of_b.empty() ? a == b : ShareEnough(of_a, of_b);
}

bool EarlierAnswers::Answer::IsTo(std::string_view other, const std::set<uint64_t>& words_of_other) const {
  return words.empty() || words_of_other.empty() ? thought == other : ShareEnough(words, words_of_other);
}

EarlierAnswers::EarlierAnswers(const Journal& journal, const Folded& folded, const Moment& now,
                               const std::function<bool(const Record&)>& may_show) {
  std::vector<std::optional<size_t>> roots = RootsByPlace(journal, folded);
  std::vector<std::pair<std::chrono::seconds, Answer>> found;
  for (size_t place = 0; place < journal.records().size(); ++place) {
    const Record& record = journal.records()[place];
    const Entry& entry = journal.entries()[place];
    if (!entry.date || entry.is_private || !(record.Has("Question") || record.Has("Reframe"))) continue;
    std::chrono::seconds age = Age(*entry.date, now);
    if (age < std::chrono::seconds(0) || age > kWeeks) continue;
    size_t root = roots[place].value_or(place);
    if (journal.entries()[root].is_private || !may_show(record) || !may_show(journal.records()[root])) continue;
    Answer answer{"", {}, {}, age <= kADay};
    auto keep = [&] {
      if (!answer.items.empty()) found.emplace_back(age, answer);
      answer.items.clear();
    };
    bool in_group = false;
    for (const Item& item : record.items()) {
      if (item.IsComment()) continue;
      if (item.name == "Thought") {
        keep();
        answer.thought = item.value;
        answer.words = WeightyWords(item.value);
        in_group = true;
      } else if (in_group && EntryShape().IsMember(item.name)) {
        answer.items.push_back({item.name, item.value, {}, 0});
      } else {
        in_group = false;
      }
    }
    keep();
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [age, answer] : found) answers_.push_back(std::move(answer));
}

std::vector<Item> EarlierAnswers::AnswerTo(std::string_view thought) const {
  const std::set<uint64_t> words = WeightyWords(thought);
  for (auto answer = answers_.rbegin(); answer != answers_.rend(); ++answer) {
    auto has = [&](std::string_view name) {
      return std::any_of(answer->items.begin(), answer->items.end(),
                         [&](const Item& item) { return item.name == name; });
    };
    if (answer->within_a_day && has("Pattern") && has("Question") && answer->IsTo(thought, words))
      return answer->items;
  }
  return {};
}

std::vector<std::string> EarlierAnswers::SaidForOthers(std::string_view thought) const {
  std::vector<std::string> said;
  const std::set<uint64_t> words = WeightyWords(thought);
  for (const Answer& answer : answers_) {
    if (answer.IsTo(thought, words)) continue;
    for (const Item& item : answer.items)
      if (item.name == "Question" || item.name == "Reframe") said.push_back(item.value);
  }
  return said;
}

void EarlierAnswers::Remember(std::string_view thought, std::vector<Item> answer) {
  answers_.push_back({std::string(thought), WeightyWords(thought), std::move(answer), true});
}

}  // namespace stumble
