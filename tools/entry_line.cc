#include "entry_line.h"

#include <algorithm>

#include "journal/entry_fields.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr int kWidthColumns = 60;
constexpr size_t kDayCharacters = 10;

}  // namespace

std::string EntryLine(const Record& record) {
  auto words = std::find_if(record.items().begin(), record.items().end(),
                            [](const Item& item) { return !item.IsComment() && IsFreeText(item.name); });
  std::string line(record.Get("Date").substr(0, kDayCharacters));
  if (words != record.items().end()) line += (line.empty() ? "" : ": ") + Shorten(OnOneLine(words->value), kWidthColumns);
  return line;
}

}  // namespace stumble
