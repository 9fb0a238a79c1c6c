#include "journal/selection.h"

#include <algorithm>

#include "text/text.h"

namespace stumble {

void Selection::WantNames(std::string field, const std::vector<std::string>& names) {
  if (names.empty()) return;
  Names wanted{std::move(field), {}};
  for (const std::string& name : names) wanted.folded.push_back(FoldCase(Trim(name)));
  names_.push_back(std::move(wanted));
}

void Selection::WantMatch(const std::string& text) {
  size_t equals = text.find('=');
  if (equals == std::string::npos || !IsFieldName(std::string_view(text).substr(0, equals)))
    throw Error("--match: expected FIELD=REGEX, such as Setback=phone", {}, ExitStatus::kUsage);
  matches_.push_back({text.substr(0, equals), Regex(text.substr(equals + 1), "--match")});
}

bool Selection::MatchesFields(const Record& record) const {
  auto has_name = [&](const Names& wanted) {
    std::vector<std::string_view> values = record.All(wanted.field);
    return std::any_of(values.begin(), values.end(), [&](std::string_view value) {
      return std::find(wanted.folded.begin(), wanted.folded.end(), FoldCase(Trim(value))) != wanted.folded.end();
    });
  };
  auto has_match = [&](const Match& wanted) {
    std::vector<std::string_view> values = record.All(wanted.field);
    return std::any_of(values.begin(), values.end(), [&](std::string_view v) { return wanted.regex.FoundIn(v); });
  };
  return std::all_of(names_.begin(), names_.end(), has_name) &&
         std::all_of(matches_.begin(), matches_.end(), has_match);
}

bool Selection::MatchesPeriod(const Record& record) const {
  if (!period_) return true;
  std::optional<Moment> date = ParseMoment(record.Get("Date"));
  return date && period_->Contains(*date);
}

}  // namespace stumble
