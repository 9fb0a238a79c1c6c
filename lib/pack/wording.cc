#include "pack/wording.h"

#include <algorithm>
#include <cstddef>

namespace stumble {

namespace {

constexpr std::size_t kQuotedCharacters = 40;

std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      std::size_t change = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({change, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string Quoted(std::string_view text) {
  std::string quoted = "`";
  std::size_t characters = 0;
  for (char byte : text) {
    bool starts_character = (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    if (starts_character && ++characters > kQuotedCharacters) return quoted + "…`";
    quoted += byte == '\n' || byte == '\t' ? ' ' : byte;
  }
  return quoted + "`";
}

std::string Listed(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
    list += names[i];
  }
  return list;
}

std::string NearestName(std::string_view written, const std::vector<std::string>& names) {
  if (written.size() > kQuotedCharacters) return "";
  std::string nearest;
  // A third of the letters may differ, at most two: `say` is no misspelling of `ask`.
  std::size_t best = std::min<std::size_t>(2, (written.size() + 1) / 3) + 1;
  for (const std::string& name : names) {
    std::size_t distance = EditDistance(written, name);
    if (distance < best) {
      best = distance;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace stumble
