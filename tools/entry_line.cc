#include "entry_line.h"

#include <algorithm>

#include "journal/entry_fields.h"
#include "text/text.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr int kWidthColumns = 60;
constexpr size_t kDayCharacters = 10;

// Fields of a word or two, by which nobody knows one entry from another.
bool IsShortName(std::string_view field) {
  return field == "Domain" || field == "Trigger" || field == "Cause" || field == "Feeling" || field == "Tag";
}

// What an entry says that has no words.
std::string Wordless(const Record& record) {
  std::string said;
  auto add = [&](std::string_view what) { said += (said.empty() ? "" : ", ") + std::string(what); };
  std::string_view recovered = record.Get("Recovered");
  if (!recovered.empty()) add(recovered == "no" ? words::kItCameBack : words::kItEased);
  for (const char* name : {"Intensity", "Belief"})
    if (record.Has(name)) add(words::RatedAs(std::string_view(name) == "Belief", record.Get(name)));
  return said.empty() ? std::string(words::kWithoutWords) : said;
}

}  // namespace

std::string EntryLine(const Record& record) {
  auto find = [&](auto fits) {
    return std::find_if(record.items().begin(), record.items().end(), [&](const Item& item) {
      return !item.IsComment() && IsFreeText(item.name) && fits(item.name);
    });
  };
  auto words = find([](const std::string& name) { return name == "Setback"; });
  if (words == record.items().end()) words = find([](const std::string& name) { return !IsShortName(name); });
  if (words == record.items().end()) words = find([](const std::string&) { return true; });
  std::string line(record.Get("Date").substr(0, kDayCharacters));
  if (words == record.items().end()) return line + (line.empty() ? "" : ": ") + Wordless(record);
  return line + (line.empty() ? "" : ": ") + Shorten(OnOneLine(words->value), kWidthColumns);
}

}  // namespace stumble
