#include "reframing/decisive_words.h"

#include <algorithm>

namespace stumble {

namespace {

constexpr size_t kLongest = 9;      // words shown as one; more would repeat the thought
constexpr double kTooLight = 0.25;  // of the heaviest: what weighs less than this part of it decided nothing
constexpr size_t kApart = 1;        // words between two places that are still shown as one

// "a", "an", "the": nobody would end what they quote there.
bool IsArticle(const Word& word) {
  static const Wording articles("a an the");
  return std::any_of(articles.words().begin(), articles.words().end(), [&](const Word& article) { return article.hash == word.hash; });
}

}  // namespace

void DecisiveWords::Add(const Range& place, double weight) {
  if (weight <= 0 || place.end <= place.begin) return;
  const std::vector<Word>& words = wording_.words();
  auto first = std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.range.end > place.begin; });
  auto last = std::find_if(first, words.end(), [&](const Word& word) { return word.range.begin >= place.end; });
  if (first == last) return;
  spans_.push_back({static_cast<size_t>(first - words.begin()), static_cast<size_t>(last - words.begin()) - 1, weight});
}

std::vector<Range> DecisiveWords::Places() const {
  std::vector<Span> by_weight = spans_;
  std::stable_sort(by_weight.begin(), by_weight.end(), [](const Span& a, const Span& b) { return a.weight > b.weight; });
  const std::vector<Word>& words = wording_.words();
  std::vector<Span> shown;
  for (const Span& span : by_weight) {
    if (span.weight < kTooLight * by_weight[0].weight) break;
    bool joined = false, overlaps = false;
    for (Span& other : shown) {
      if (span.first > other.last + 1 + kApart || other.first > span.last + 1 + kApart) continue;
      size_t first = std::min(span.first, other.first), last = std::max(span.last, other.last);
      if (words[first].sentence == words[last].sentence && last - first < kLongest) {
        other = {first, last, other.weight + span.weight};
        joined = true;
        break;
      }
      overlaps = overlaps || (span.first <= other.last && other.first <= span.last);
    }
    if (!joined && !overlaps) shown.push_back(span);
  }
  // Joining may have made two overlap: the heavier stays.
  std::stable_sort(shown.begin(), shown.end(), [](const Span& a, const Span& b) { return a.weight > b.weight; });
  std::vector<Range> places;
  for (const Span& span : shown) {
    bool goes_on = IsArticle(words[span.last]) && span.last + 1 < words.size() && words[span.last + 1].sentence == words[span.last].sentence;
    Range range{words[span.first].range.begin, words[span.last + (goes_on ? 1 : 0)].range.end};
    if (std::none_of(places.begin(), places.end(), [&](const Range& place) { return place.Overlaps(range); }))
      places.push_back(range);
  }
  return places;
}

}  // namespace stumble
