#include "asking/heard.h"

#include <charconv>
#include <optional>
#include <vector>

#include "reframing/reframer.h"
#include "text/text.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr size_t kMostFeelings = 3;
constexpr int kWidest = 30;  // columns of a feeling that is a name; more is a story

std::optional<int> Rating(const Record& record, std::string_view field) {
  std::string_view text = Trim(record.Get(field));
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value >= 0 && value <= 100 ? std::optional(value)
                                                                                                : std::nullopt;
}

}  // namespace

std::string HeardSentence(const Record& record) {
  std::vector<std::string> feelings;
  for (std::string_view feeling : record.All("Feeling")) {
    std::string name = OnOneLine(Trim(feeling));
    if (feelings.size() < kMostFeelings && !name.empty() && WidthColumns(name) <= kWidest) feelings.push_back(name);
  }
  std::optional<int> belief = Rating(record, "BeliefNow");
  return words::ThoughtHeard(belief ? belief : Rating(record, "Belief"), feelings, IntensityOf(record));
}

}  // namespace stumble
