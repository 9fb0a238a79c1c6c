#include "report/written.h"

#include <algorithm>
#include <unordered_map>

#include "journal/entry_fields.h"
#include "moment/calendar.h"
#include "text/text.h"

namespace stumble {

namespace {

// Short names, which say little alone.
bool IsName(std::string_view field) {
  return field == "Domain" || field == "Trigger" || field == "Cause" || field == "Feeling" || field == "Tag";
}

bool IsTaggedBring(const Record& record) {
  std::vector<std::string_view> tags = record.All("Tag");
  return std::any_of(tags.begin(), tags.end(), [](std::string_view tag) { return FoldCase(Trim(tag)) == "bring"; });
}

// What was answered to a question that a routine calls `bring`: what one would like to bring to the next session.
std::string_view AnswerToBring(const Record& record) {
  std::string_view prompt;
  for (const Item& item : record.items()) {
    if (item.name == "Prompt") prompt = Trim(item.value);
    if (item.name == "Answer" && prompt.ends_with("/bring") && !Trim(item.value).empty()) return Trim(item.value);
  }
  return {};
}

}  // namespace

std::string_view WordsToBring(const Record& record) {
  if (std::string_view answer = AnswerToBring(record); !answer.empty()) return answer;
  if (!IsTaggedBring(record)) return {};
  if (std::string_view setback = Trim(record.Get("Setback")); !setback.empty()) return setback;
  for (const Item& item : record.items())
    if (!item.IsComment() && IsFreeText(item.name) && !IsName(item.name) && !Trim(item.value).empty())
      return Trim(item.value);
  return {};
}

std::string_view LastWords(const Record& record, std::string_view field) {
  std::string_view last;
  for (std::string_view value : record.All(field))
    if (!Trim(value).empty()) last = Trim(value);
  return last;
}

WordsOfPeriod WordsIn(const Digests& journal, std::string_view field, const Period& period) {
  struct Occurrence {
    WordsId words;
    Day date;
  };
  std::vector<Occurrence> all;
  for (size_t place = 0; place < journal.entries().size(); ++place) {
    const std::optional<Moment>& date = journal.entries()[place].date;
    if (!date || !period.Contains(*date)) continue;
    for (WordsId words : journal.Words(place, field)) all.push_back({words, date->day});
  }
  auto by_date = [](const auto& a, const auto& b) { return a.date < b.date; };
  std::stable_sort(all.begin(), all.end(), by_date);
  WordsOfPeriod gathered;
  std::unordered_map<uint64_t, size_t> places;
  for (const Occurrence& each : all) {
    auto [known, is_new] = places.emplace(journal.KeyOf(each.words), gathered.shown.size());
    if (is_new) gathered.shown.push_back({"", each.date, 0});
    WrittenWords& words = gathered.shown[known->second];
    if (const std::string* text = journal.TextOf(each.words); text != nullptr && words.words.empty()) words.words = *text;
    words.date = each.date;
    ++words.times;
  }
  gathered.different = gathered.shown.size();
  std::erase_if(gathered.shown, [](const WrittenWords& words) { return words.words.empty(); });
  std::stable_sort(gathered.shown.begin(), gathered.shown.end(), by_date);
  return gathered;
}

// The words of the newest entry up to a day that has any; of two of the same time, the later one's.
std::optional<WrittenWords> NewestWords(const Digests& journal, std::string_view field, std::optional<Day> last) {
  std::optional<WrittenWords> newest;
  const Moment* newest_date = nullptr;
  for (size_t place = 0; place < journal.entries().size(); ++place) {
    const std::optional<Moment>& date = journal.entries()[place].date;
    if (!date || (last && date->day > *last)) continue;
    if (newest_date && ElapsedDays(*newest_date, *date) < 0) continue;
    std::vector<WordsId> words = journal.Words(place, field);
    const std::string* text = words.empty() ? nullptr : journal.TextOf(words.back());
    if (text == nullptr) continue;
    newest = WrittenWords{*text, date->day};
    newest_date = &*date;
  }
  return newest;
}

}  // namespace stumble
