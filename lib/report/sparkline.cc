#include "report/sparkline.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "moment/calendar.h"
#include "report/sections.h"
#include "words/report_words.h"

namespace stumble {

size_t MostWithYou(const std::vector<Stretch>& stretches) {
  size_t most = 0;
  for (const Stretch& stretch : stretches) most = std::max(most, stretch.with_you);
  return most;
}

std::string Sparkline(const std::vector<Stretch>& stretches, bool ascii, size_t most) {
  static constexpr std::string_view kBars[] = {"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  static constexpr std::string_view kAsciiBars[] = {".", ":", "-", "=", "+", "*", "o", "#", "@"};
  constexpr size_t kHeights = std::size(kBars) - 1;
  most = std::max({size_t{1}, most, MostWithYou(stretches)});
  std::string line;
  for (const Stretch& stretch : stretches) {
    size_t height = (stretch.with_you * kHeights + most - 1) / most;
    line += ascii ? kAsciiBars[height] : kBars[height];
  }
  return line;
}

size_t MostWithYou(const Groups& groups) {
  size_t most = 0;
  for (const Group& group : groups.groups) most = std::max(most, MostWithYou(group.stretches));
  return most;
}

std::vector<Stretch> NewestStretches(const std::vector<Stretch>& stretches, size_t most) {
  size_t left_out = stretches.size() > most ? stretches.size() - most : 0;
  return {stretches.begin() + static_cast<std::ptrdiff_t>(left_out), stretches.end()};
}

std::string SparklineLead(StretchKind kind, const std::vector<Stretch>& stretches, Day today) {
  return words::WithYouBy(StretchName(kind), SpokenDate(stretches.front().first, today),
                          SpokenDate(stretches.back().last, today), MostWithYou(stretches));
}

}  // namespace stumble
