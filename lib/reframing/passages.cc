#include "reframing/passages.h"

#include <algorithm>

namespace stumble {

std::vector<Range> PassagesOf(const Wording& wording, size_t most_words) {
  const std::vector<Word>& words = wording.words();
  if (words.empty()) return {};
  if (words.size() <= most_words) return {{0, wording.original_bytes()}};
  std::vector<size_t> begins;  // of sentences
  for (size_t i = 0; i < words.size(); ++i)
    if (i == 0 || words[i].sentence != words[i - 1].sentence) begins.push_back(i);
  begins.push_back(words.size());
  std::vector<Range> passages;
  for (size_t first = 0; first + 1 < begins.size();) {
    size_t last = first + 1;
    while (last + 1 < begins.size() && begins[last + 1] - begins[first] <= most_words) ++last;
    bool is_end = last + 1 == begins.size();
    passages.push_back({words[begins[first]].range.begin, is_end ? wording.original_bytes() : words[begins[last]].range.begin});
    if (is_end) break;
    first += std::max<size_t>(1, (last - first) / 2);
  }
  return passages;
}

}  // namespace stumble
