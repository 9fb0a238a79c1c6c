#include "text/near_words.h"

#include <unistr.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <vector>

#include "text/text.h"

namespace stumble {

namespace {

// What is longer than any name is no misspelt one, and would take long to compare.
constexpr size_t kMostBytes = 64;
constexpr size_t kLeastPrefix = 3;

// The letters that count, one element each.
std::u32string Letters(std::string_view word) {
  std::string folded = ReplaceIllFormed(FoldCase(word));
  size_t length = 0;
  std::unique_ptr<uint32_t, void (*)(void*)> decoded(
      u8_to_u32(reinterpret_cast<const uint8_t*>(folded.data()), folded.size(), nullptr, &length), std::free);
  std::u32string letters;
  for (size_t at = 0; decoded && at < length; ++at) {
    char32_t letter = decoded.get()[at];
    if (letter != U'-' && letter != U'_' && letter != U' ') letters += letter;
  }
  return letters;
}

size_t EditDistance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<size_t>> cost(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      size_t change = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({change, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

size_t MostEdits(size_t letters) { return letters <= 4 ? 1 : letters <= 8 ? 2 : 3; }

}  // namespace

std::optional<std::string> NearWord(std::string_view word, std::span<const std::string> candidates) {
  if (word.size() > kMostBytes) return std::nullopt;
  std::u32string letters = Letters(word);
  if (letters.empty()) return std::nullopt;
  const std::string* nearest = nullptr;
  const std::string* begins = nullptr;
  size_t beginning = 0;
  size_t best = MostEdits(letters.size()) + 1;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > kMostBytes) continue;
    std::u32string other = Letters(candidate);
    // A word of which no letter is left was not meant.
    size_t distance = EditDistance(letters, other);
    if (distance < best && distance < std::min(letters.size(), other.size())) {
      best = distance;
      nearest = &candidate;
    }
    if (letters.size() >= kLeastPrefix && other.starts_with(letters)) {
      begins = &candidate;
      ++beginning;
    }
  }
  if (nearest) return *nearest;
  if (beginning == 1) return *begins;
  return std::nullopt;
}

std::string DidYouMean(std::string_view word, std::span<const std::string> candidates, std::string_view before) {
  std::optional<std::string> near = NearWord(word, candidates);
  return near ? "; did you mean " + std::string(before) + *near + "?" : "";
}

}  // namespace stumble
