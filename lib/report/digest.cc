#include "report/digest.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>

#include "record/record_writer.h"
#include "report/shareable.h"
#include "report/written.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr std::array<std::string_view, 9> kFoldedFields = {"Id",        "Date",         "About",  "Recovered", "State",
                                                           "Intensity", "IntensityNow", "Belief", "BeliefNow"};
constexpr std::array<std::string_view, 6> kNames = {"Domain", "Trigger", "Cause", "Feeling", "Tag", "Pattern"};
constexpr std::array<std::string_view, 4> kWordsOfBefore = {"Helped", "Kindness", "NextStep", "Why"};
constexpr std::array<std::string_view, 3> kWordsCounted = {"Helped", "Learned", "Kindness"};
constexpr std::array<std::string_view, 5> kWords = {"Helped", "Learned", "Kindness", "NextStep", "Why"};

template <size_t N>
bool IsOneOf(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The beginning of a text, not within a character.
std::string Beginning(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  for (int back = 0; back < 3 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80; ++back) --bytes;
  return std::string(text.substr(0, bytes)) + "…";
}

// Takes the fields one after the other into the digest.
class Digester {
 public:
  Digester(const Record& record, bool in_period, Record& digest)
      : record_(record), in_period_(in_period), digest_(digest) {}

  void TakeAll() {
    for (const Item& item : record_.items()) {
      if (item.IsComment() || Taken(item.name) >= kMostValues || bytes_ > kMostBytesOfARecord) continue;
      bytes_ += std::min(item.value.size(), MostBytes());
      if (IsOneOf(kNames, item.name)) digest_.Add(item.name, Beginning(item.value, kMostBytesOfAName));
      if (item.name == "Setback") digest_.Add(item.name, Beginning(item.value, MostBytes()));
      if (in_period_ && IsOneOf(kWords, item.name)) digest_.Add(item.name, Beginning(item.value, MostBytes()));
    }
    if (!in_period_) {
      CountWordsOfBefore();
      TakeLastOfBefore();
    }
    if (std::string_view bring = WordsToBring(record_); !bring.empty())
      digest_.Add(std::string(kBringField), Beginning(bring, MostBytes()));
  }

 private:
  size_t MostBytes() const { return in_period_ ? kMostBytesShown : kMostBytesOfBefore; }

  size_t Taken(std::string_view field) const { return digest_.All(field).size(); }

  // How many words there are, for comparing; TakeLastOfBefore adds the last of Helped and Kindness.
  void CountWordsOfBefore() {
    for (std::string_view field : kWordsCounted) {
      size_t count = 0;
      for (std::string_view value : record_.All(field)) count += Trim(value).empty() ? 0 : 1;
      if (count > 0 && IsOneOf(kWordsOfBefore, field)) --count;
      for (size_t at = 0; at < std::min(count, kMostValues); ++at) digest_.Add(std::string(field), "…");
    }
  }

  // Of what was written earlier, the newest alone may come back.
  void TakeLastOfBefore() {
    for (std::string_view field : kWordsOfBefore) {
      std::string_view last = LastWords(record_, field);
      if (!last.empty()) digest_.Add(std::string(field), Beginning(last, kMostBytesOfBefore));
    }
  }

  const Record& record_;
  bool in_period_;
  Record& digest_;
  size_t bytes_ = 0;  // taken so far
};

}  // namespace

Record DigestOf(const Record& record, const Period& period, bool is_held) {
  Record digest;
  digest.set_place(record.place());
  for (const Item& item : record.items())
    if (IsOneOf(kFoldedFields, item.name) && digest.All(item.name).size() < kMostValues)
      digest.Add(item.name, Beginning(item.value, kMostBytesOfAName));
  digest.Add(std::string(kContentField), std::to_string(std::hash<std::string>()(RenderRecord(record))));
  bool is_private = IsKeptOut(record);
  if (is_private) digest.Add("Private", "yes");
  if (is_held) digest.Add("Safety", "crisis");
  if (is_private || is_held) {
    if (record.Has("Setback")) digest.Add("Setback", "");
    return digest;
  }
  std::optional<Moment> date = ParseMoment(record.Get("Date"));
  Digester(record, date && period.Contains(*date), digest).TakeAll();
  return digest;
}

}  // namespace stumble
