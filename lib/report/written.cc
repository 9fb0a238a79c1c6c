#include "report/written.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "journal/entry_fields.h"
#include "moment/calendar.h"
#include "report/digest.h"
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
  if (record.Has(kContentField)) return record.Get(kBringField);  // a digest, which was asked before
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

namespace {

// The words that `words_of` finds in the newest entry up to a day that has any; of two of the same time, the later one's.
std::optional<WrittenWords> Newest(const Journal& journal, std::optional<Day> last,
                                   const std::function<std::string_view(const Record&)>& words_of) {
  std::optional<WrittenWords> newest;
  const Moment* newest_date = nullptr;
  for (size_t place = 0; place < journal.entries().size(); ++place) {
    const std::optional<Moment>& date = journal.entries()[place].date;
    if (!date || (last && date->day > *last)) continue;
    if (newest_date && ElapsedDays(*newest_date, *date) < 0) continue;
    std::string_view words = words_of(journal.records()[place]);
    if (words.empty()) continue;
    newest = WrittenWords{std::string(words), date->day};
    newest_date = &*date;
  }
  return newest;
}

}  // namespace

namespace {

// The same words once, and how often they were written, by the day they were written last.
std::vector<WrittenWords> Gathered(std::vector<WrittenWords> all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const WrittenWords& a, const WrittenWords& b) { return a.date < b.date; });
  std::unordered_map<std::string, size_t> places;
  std::vector<WrittenWords> gathered;
  for (WrittenWords& words : all) {
    auto [known, is_new] = places.emplace(FoldCase(words.words), gathered.size());
    if (is_new) {
      gathered.push_back(std::move(words));
      continue;
    }
    gathered[known->second].date = words.date;
    ++gathered[known->second].times;
  }
  std::stable_sort(gathered.begin(), gathered.end(),
                   [](const WrittenWords& a, const WrittenWords& b) { return a.date < b.date; });
  return gathered;
}

}  // namespace

std::vector<WrittenWords> WordsIn(const Journal& journal, std::string_view field, const Period& period) {
  std::vector<WrittenWords> all;
  for (size_t place = 0; place < journal.entries().size(); ++place) {
    const std::optional<Moment>& date = journal.entries()[place].date;
    if (!date || !period.Contains(*date)) continue;
    for (std::string_view value : journal.records()[place].All(field))
      if (!Trim(value).empty()) all.push_back({std::string(Trim(value)), date->day});
  }
  return Gathered(std::move(all));
}

std::vector<WrittenWords> AllToBring(const Journal& journal, const Period& period) {
  std::vector<WrittenWords> all;
  for (size_t place = 0; place < journal.entries().size(); ++place) {
    const std::optional<Moment>& date = journal.entries()[place].date;
    if (!date || !period.Contains(*date)) continue;
    std::string_view words = WordsToBring(journal.records()[place]);
    if (!words.empty()) all.push_back({std::string(words), date->day});
  }
  return Gathered(std::move(all));
}

std::optional<WrittenWords> NewestWords(const Journal& journal, std::string_view field, std::optional<Day> last) {
  return Newest(journal, last, [&](const Record& record) { return LastWords(record, field); });
}

std::optional<WrittenWords> NewestToBring(const Journal& journal, std::optional<Day> last) {
  return Newest(journal, last, WordsToBring);
}

}  // namespace stumble
