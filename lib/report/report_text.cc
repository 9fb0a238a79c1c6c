#include "report/report_text.h"

#include "moment/calendar.h"
#include "report/detail_text.h"
#include "report/page.h"
#include "report/span.h"
#include "text/text.h"

namespace stumble {

namespace {

std::string SpanOf(const Report& report, const TextChoices& choices) {
  if (!choices.span_name.empty()) return "this " + choices.span_name;
  return SpokenSpan(report.first, report.last, report.today);
}

PageBlock KindBlock(const Report& report) {
  if (!report.kind_line) return {};
  const KindLine& kind = *report.kind_line;
  std::string on = "On " + SpokenDate(kind.date, report.today);
  return {"", {{on + (kind.helped ? " this helped: " : " you wrote: "), OneSafeLine(kind.words), ""}}};
}

std::string StateNote(const ReportedSetback& setback, Day today) {
  auto on = [&](const std::optional<Day>& day) { return day ? " " + SpokenDate(*day, today) : ""; };
  switch (setback.state) {
    case State::kOpen: return " (still with you)";
    case State::kRecovered: return " (eased" + on(setback.eased_on) + ")";
    case State::kOpenAgain: return " (came back" + on(setback.came_back) + ")";
  }
  return "";
}

PageItem SetbackItem(const ReportedSetback& setback, Day today) {
  PageItem item;
  if (setback.date) item.lead = SpokenDate(*setback.date, today) + ": ";
  item.words = OneSafeLine(setback.words);
  if (item.words.empty()) item.words = "kept without words";
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
  return {"What happened " + SpanOf(report, choices), NewestItems(report.setbacks, [&](const ReportedSetback& setback) {
            PageItem item = SetbackItem(setback, report.today);
            item.note = StateNote(setback, report.today);
            return item;
          })};
}

PageBlock OpenBlock(const Report& report) {
  return {"Still with you from before",
          NewestItems(report.still_open_from_before, [&](const ReportedSetback& setback) {
            PageItem item = SetbackItem(setback, report.today);
            if (setback.state == State::kOpenAgain) item.note = StateNote(setback, report.today);
            return item;
          })};
}

PageBlock WordsBlock(const std::string& heading, const std::vector<Words>& words) {
  return {heading, NewestItems(words, [](const Words& each) { return PageItem{"", OneSafeLine(each.words), ""}; })};
}

// The names on one line, as many as fit. One setback says what came before it, and nothing yet of what tends to.
PageBlock TriggersBlock(const Report& report) {
  if (report.triggers.empty()) return {};
  constexpr int kWidth = kPageColumns - 24;
  bool is_a_tendency = report.triggers[0].setbacks > 1;
  PageItem item;
  for (const NameCount& trigger : report.triggers) {
    std::string name = OneSafeLine(trigger.name);
    if (is_a_tendency && trigger.setbacks == 1) break;
    if (item.words.empty()) {
      item.words = name;
    } else if (WidthColumns(item.words) + 2 + WidthColumns(name) <= kWidth) {
      item.words += ", " + name;
    } else {
      item.note = ", and others";
      break;
    }
  }
  return {is_a_tendency ? "What tends to come before" : "What came before", {item}};
}

PageBlock BringBlock(const Report& report) {
  if (!report.bring) return {};
  return {"One thing to bring along", {{"", OneSafeLine(report.bring->words), ""}}};
}

std::vector<std::string> TextLines(const Report& report, const TextChoices& choices) {
  if (!report.anything_noted) return {"Nothing noted " + SpanOf(report, choices) + ". That is all right."};
  return LayOut({KindBlock(report), SetbacksBlock(report, choices), WordsBlock("What helped", report.helped),
                 WordsBlock("What you learned", report.learned), TriggersBlock(report), OpenBlock(report),
                 BringBlock(report)},
                kMostTextLines, choices.spelling);
}

}  // namespace

std::string RenderText(const Report& report, const TextChoices& choices) {
  std::vector<std::string> lines = TextLines(report, choices);
  if (lines.empty()) lines = {"What you noted " + SpanOf(report, choices) + " is kept."};
  if (choices.detail) {
    lines.emplace_back();
    for (std::string& line : DetailLines(report, choices.spelling)) lines.push_back(std::move(line));
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace stumble
