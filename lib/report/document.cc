#include "report/document.h"

#include <algorithm>

#include "moment/calendar.h"
#include "report/lines.h"
#include "report/span.h"
#include "text/text.h"
#include "words/report_words.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr size_t kMostPatterns = 6;

std::string SpanOf(const Report& report, const DocumentChoices& choices) {
  if (!choices.span_name.empty()) return words::ThisSpan(choices.span_name);
  return SpokenSpan(report.first, report.last, report.today);
}

PageBlock KindBlock(const Report& report) {
  if (!report.kind_line) return {};
  const KindLine& kind = *report.kind_line;
  return {"", {{words::KindLead(SpokenDate(kind.date, report.today), kind.helped), OneSafeLine(kind.words), ""}}};
}

words::Whose WhoseWords(const DocumentChoices& choices) {
  return choices.for_therapist ? words::Whose::kWithMe : words::Whose::kWithYou;
}

std::string StateNote(const ReportedSetback& setback, Day today, words::Whose whose) {
  auto on = [&](const std::optional<Day>& day) { return day ? SpokenDate(*day, today) : ""; };
  switch (setback.state) {
    case State::kOpen:
      return " (" + std::string(words::StillWith(whose)) + ")";
    case State::kRecovered:
      return " (" + words::Eased(on(setback.eased_on)) + ")";
    case State::kOpenAgain:
      return " (" + words::CameBack(on(setback.came_back)) + ")";
  }
  return "";
}

// What there is to say of a setback: its words; where they are not to be shown, the names beside it.
PageItem SetbackItem(const ReportedSetback& setback, const Report& report) {
  PageItem item;
  if (setback.date) item.lead = SpokenDate(*setback.date, report.today);
  item.words = OneSafeLine(setback.words);
  if (report.privacy != Privacy::kFull)
    for (const std::string& name : setback.names) item.words += (item.words.empty() ? "" : ", ") + OneSafeLine(name);
  if (item.words.empty() && report.privacy == Privacy::kFull) item.words = words::kWithoutWords;
  if (!item.lead.empty() && !item.words.empty()) item.lead += ": ";
  return item;
}

// Items are made for more than is ever shown, so that what is left out shows.
constexpr size_t kMostItems = 500;

template <typename Value, typename MakeItem>
std::vector<PageItem> Items(const std::vector<Value>& values, MakeItem make_item) {
  std::vector<PageItem> items;
  for (size_t at = values.size() - std::min(values.size(), kMostItems); at < values.size(); ++at)
    items.push_back(make_item(values[at]));
  return items;
}

PageBlock SetbacksBlock(const Report& report, const DocumentChoices& choices) {
  return {words::WhatHappened(SpanOf(report, choices)),
          Items(report.setbacks, [&](const ReportedSetback& setback) {
            PageItem item = SetbackItem(setback, report);
            item.note = StateNote(setback, report.today, WhoseWords(choices));
            return item;
          })};
}

PageBlock OpenBlock(const Report& report, const DocumentChoices& choices) {
  return {std::string(words::StillWithFromBefore(WhoseWords(choices))),
          Items(report.still_open_from_before, [&](const ReportedSetback& setback) {
            PageItem item = SetbackItem(setback, report);
            if (setback.state == State::kOpenAgain) item.note = StateNote(setback, report.today, WhoseWords(choices));
            return item;
          })};
}

PageBlock WordsBlock(std::string_view heading, const std::vector<WrittenWords>& words) {
  return {std::string(heading), Items(words, [](const WrittenWords& each) {
            return PageItem{"", OneSafeLine(each.words), ""};
          })};
}

// The names on one line, as many as fit in most places. One setback says what came before it, and nothing yet of what tends to.
PageBlock TriggersBlock(const Report& report) {
  if (report.triggers.empty()) return {};
  constexpr int kMostColumns = kPageColumns - 24;
  bool is_a_tendency = report.triggers[0].setbacks > 1;
  PageItem item;
  for (const NameCount& trigger : report.triggers) {
    std::string name = OneSafeLine(trigger.name);
    if (is_a_tendency && trigger.setbacks == 1) break;
    if (item.words.empty()) {
      item.words = name;
    } else if (WidthColumns(item.words) + 2 + WidthColumns(name) <= kMostColumns) {
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

// Where the person's own words are not to be shown: how many there are.
std::vector<PageBlock> CountedGlance(const Report& report, const DocumentChoices& choices, std::string_view written) {
  const Counts& counts = report.counts;
  PageBlock happened{words::WhatHappened(SpanOf(report, choices)), {}};
  auto add = [&](PageBlock& block, const std::string& text) {
    if (!text.empty()) block.items.push_back({"", choices.own.In(text), ""});
  };
  if (counts.setbacks + counts.eased + counts.came_back > 0)
    add(happened, words::HappenedCounted(counts.setbacks, counts.eased, counts.came_back));
  if (counts.still_open > 0) add(happened, words::StillOpenCounted(counts.still_open, counts.still_open_from_before, WhoseWords(choices)));
  PageBlock wrote{std::string(written), {}};
  add(wrote, words::WrittenCounted(counts.helped, counts.learned, counts.kindness, counts.next_steps));
  if (counts.bring > 0) add(wrote, words::BringCounted(counts.bring));
  return {happened, wrote, TriggersBlock(report)};
}

std::vector<PageBlock> Glance(const Report& report, const DocumentChoices& choices) {
  if (report.privacy != Privacy::kFull) return CountedGlance(report, choices, words::kWhatYouWrote);
  return {KindBlock(report),
          SetbacksBlock(report, choices),
          WordsBlock(words::kWhatHelped, report.helped),
          WordsBlock(words::kWhatYouLearned, report.learned),
          TriggersBlock(report),
          OpenBlock(report, choices),
          BringBlock(report)};
}

// --- the handout

PageBlock PatternsBlock(const Report& report) {
  PageBlock block{std::string(words::kPatterns), {}};
  for (const PatternBelief& pattern : report.patterns) {
    if (block.items.size() == kMostPatterns) break;
    std::string note = pattern.rated_twice == 0 ? words::PatternNoted(pattern.setbacks)
                       : pattern.rated_twice < Recovery::kLeastSetbacks
                           ? words::PatternBelievedLess(pattern.setbacks, pattern.rated_twice, pattern.fell)
                           : words::PatternBelieved(pattern.setbacks, pattern.rated_twice, SpokenNumber(*pattern.belief_before),
                                                    SpokenNumber(*pattern.belief_after));
    block.items.push_back({"", OneSafeLine(pattern.name), " (" + note + ")"});
  }
  return block;
}

// What somebody else may see to talk it over with the person.
std::vector<PageBlock> Handout(const Report& report, const DocumentChoices& choices) {
  if (report.privacy != Privacy::kFull) {
    std::vector<PageBlock> blocks = CountedGlance(report, choices, words::kWhatIWrote);
    if (report.privacy == Privacy::kThemes) {
      blocks.insert(blocks.begin() + 1, {{std::string(words::kOnWhichDays), SetbacksBlock(report, choices).items}, OpenBlock(report, choices)});
      blocks.push_back(PatternsBlock(report));
    }
    return blocks;
  }
  return {WordsBlock(words::kQuestionsToBring, report.bring_along),
          CountedGlance(report, choices, words::kWhatIWrote).front(),
          {std::string(words::kDayByDay), SetbacksBlock(report, choices).items},
          OpenBlock(report, choices),
          PatternsBlock(report),
          WordsBlock(words::kWhatHelped, report.helped),
          WordsBlock(words::kWhatILearned, report.learned),
          TriggersBlock(report)};
}

std::string Capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace

Document DocumentOf(const Report& report, const DocumentChoices& choices) {
  Document document;
  document.days = SpokenSpan(report.first, report.last, report.today);
  document.title = choices.for_therapist ? std::string(words::kForTheSession) : Capitalized(SpanOf(report, choices));
  document.has_title = choices.for_therapist;
  document.glance = choices.for_therapist ? Handout(report, choices) : Glance(report, choices);
  std::erase_if(document.glance, [](const PageBlock& block) { return block.items.empty(); });
  if (!report.anything_noted && !choices.something_is_kept) {
    document.nothing = words::NothingNoted(SpanOf(report, choices));
    document.glance.clear();
  } else if (document.glance.empty()) {
    document.nothing = words::NotedIsKept(SpanOf(report, choices));
  }
  if (auto section = ComparisonSection(report, choices.own)) document.sections.push_back(std::move(*section));
  if (auto section = GroupsSection(report, choices.own)) document.sections.push_back(std::move(*section));
  // Where nothing was noted, there may still be what has no date, or one to come.
  for (Section& section : SectionsOf(report, choices.own)) {
    const bool is_wanted = choices.detail || choices.sections.contains(section.id);
    if (is_wanted && (report.anything_noted || section.id == kLeftOut)) document.sections.push_back(std::move(section));
  }
  return document;
}

}  // namespace stumble
