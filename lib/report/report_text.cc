#include "report/report_text.h"

#include "moment/calendar.h"
#include "report/detail_text.h"
#include "report/page.h"
#include "report/span.h"
#include "text/text.h"
#include "words/words.h"

namespace stumble {

namespace {

std::string SpanOf(const Report& report, const TextChoices& choices) {
  if (!choices.span_name.empty()) return words::ThisSpan(choices.span_name);
  return SpokenSpan(report.first, report.last, report.today);
}

PageBlock KindBlock(const Report& report) {
  if (!report.kind_line) return {};
  const KindLine& kind = *report.kind_line;
  return {"", {{words::KindLead(SpokenDate(kind.date, report.today), kind.helped), OneSafeLine(kind.words), ""}}};
}

std::string StateNote(const ReportedSetback& setback, Day today) {
  auto on = [&](const std::optional<Day>& day) { return day ? SpokenDate(*day, today) : ""; };
  switch (setback.state) {
    case State::kOpen:
      return " (" + std::string(words::kStillWithYou) + ")";
    case State::kRecovered:
      return " (" + words::Eased(on(setback.eased_on)) + ")";
    case State::kOpenAgain:
      return " (" + words::CameBack(on(setback.came_back)) + ")";
  }
  return "";
}

PageItem SetbackItem(const ReportedSetback& setback, Day today) {
  PageItem item;
  if (setback.date) item.lead = SpokenDate(*setback.date, today) + ": ";
  item.words = OneSafeLine(setback.words);
  if (item.words.empty()) item.words = words::kWithoutWords;
  return item;
}

// Items are made for what may fit on a page, and one more, so that what is left out shows.
template <typename Value, typename MakeItem>
std::vector<PageItem> NewestItems(const std::vector<Value>& values, MakeItem make_item) {
  size_t shown = std::min<size_t>(values.size(), kMostTextLines + 1);
  std::vector<PageItem> items;
  for (size_t at = values.size() - shown; at < values.size(); ++at) items.push_back(make_item(values[at]));
  return items;
}

PageBlock SetbacksBlock(const Report& report, const TextChoices& choices) {
  return {words::WhatHappened(SpanOf(report, choices)),
          NewestItems(report.setbacks, [&](const ReportedSetback& setback) {
            PageItem item = SetbackItem(setback, report.today);
            item.note = StateNote(setback, report.today);
            return item;
          })};
}

PageBlock OpenBlock(const Report& report) {
  return {std::string(words::kStillFromBefore),
          NewestItems(report.still_open_from_before, [&](const ReportedSetback& setback) {
            PageItem item = SetbackItem(setback, report.today);
            if (setback.state == State::kOpenAgain) item.note = StateNote(setback, report.today);
            return item;
          })};
}

PageBlock WordsBlock(std::string_view heading, const std::vector<WrittenWords>& words) {
  return {std::string(heading), NewestItems(words, [](const WrittenWords& each) {
            return PageItem{"", OneSafeLine(each.words), ""};
          })};
}

// The names on one line, as many as fit. One setback says what came before it, and nothing yet of what tends to.
PageBlock TriggersBlock(const Report& report, int columns) {
  if (report.triggers.empty()) return {};
  const int width = columns - 24;
  bool is_a_tendency = report.triggers[0].setbacks > 1;
  PageItem item;
  for (const NameCount& trigger : report.triggers) {
    std::string name = OneSafeLine(trigger.name);
    if (is_a_tendency && trigger.setbacks == 1) break;
    if (item.words.empty()) {
      item.words = name;
    } else if (WidthColumns(item.words) + 2 + WidthColumns(name) <= width) {
      item.words += ", " + name;
    } else {
      item.note = words::kAndOthers;
      break;
    }
  }
  return {std::string(is_a_tendency ? words::kTendsToComeBefore : words::kCameBefore), {item}};
}

PageBlock BringBlock(const Report& report) {
  if (!report.bring) return {};
  return {std::string(report.bring_is_a_step ? words::kNextStep : words::kBringAlong),
          {{"", OneSafeLine(report.bring->words), ""}}};
}

std::vector<std::string> TextLines(const Report& report, const TextChoices& choices) {
  if (!report.anything_noted && !choices.something_is_kept)
    return BreakLines(words::NothingNoted(SpanOf(report, choices)), choices.spelling.columns, choices.spelling);
  return LayOut({KindBlock(report), SetbacksBlock(report, choices), WordsBlock(words::kWhatHelped, report.helped),
                 WordsBlock(words::kWhatYouLearned, report.learned), TriggersBlock(report, choices.spelling.columns), OpenBlock(report),
                 BringBlock(report)},
                kMostTextLines, choices.spelling);
}

}  // namespace

std::string RenderText(const Report& report, const TextChoices& choices) {
  std::vector<std::string> lines = TextLines(report, choices);
  if (lines.empty()) lines = BreakLines(words::NotedIsKept(SpanOf(report, choices)), choices.spelling.columns, choices.spelling);
  if (choices.detail) {
    lines.emplace_back();
    for (std::string& line : DetailLines(report, choices.spelling, choices.own)) lines.push_back(std::move(line));
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace stumble
