#include "reframing/safety_notice.h"

#include <algorithm>
#include <cstdint>

#include "text/text.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr int kWidestAnswerColumns = 1000;
constexpr size_t kMostPlanLinesInANotice = 14;

// A page in the making, wrapped.
class Page {
 public:
  explicit Page(int columns) : columns_(columns) {}

  void Add(std::string_view text) { AddIndented(text, "", ""); }
  // What comes after the first line a little further in.
  void AddHanging(std::string_view text) { AddIndented(text, "  ", "    "); }
  void AddBelow(std::string_view text) { AddIndented(text, "  ", "  "); }

  void AddReady(std::string_view lines) { text_ += lines; }

  const std::string& text() const { return text_; }

 private:
  void AddIndented(std::string_view words, std::string_view first, std::string_view rest) {
    std::string_view indent = first;
    for (const std::string& line : Wrap(words, columns_ - static_cast<int>(rest.size()))) {
      text_.append(indent).append(line).append("\n");
      indent = rest;
    }
  }

  int columns_;
  std::string text_;
};

void AddLine(const Helpline& line, Page& page) {
  std::string ways;
  auto add = [&](const char* verb, const std::string& address) {
    if (address.empty()) return;
    if (!ways.empty()) ways += ", ";
    ways += verb + (" " + address);
  };
  add("call", line.call);
  add("text", line.text);
  add(line.call.empty() && line.text.empty() ? "see" : "chat", line.chat);
  page.AddBelow(line.name + ": " + ways + (line.hours.empty() ? "" : " (" + line.hours + ")"));
}

void AddHelp(std::string_view serves, const ReachableHelp& help, Page& page) {
  if (help.region) {
    if (!help.region->emergency.empty())
      page.Add(std::string(words::kInDanger) + help.region->emergency + " (" + help.region->country + ").");
    bool serves_all = std::none_of(help.region->lines.begin(), help.region->lines.end(),
                                   [&](const Helpline& line) { return line.serves == serves; });
    for (const Helpline& line : help.region->lines)  // all, where none is for this alone: they listen, too
      if (serves_all || line.serves == serves) AddLine(line, page);
  } else {
    page.Add(words::kInDangerAnywhere);
  }
  if (help.directory) AddLine(*help.directory, page);
  if (!help.region && help.region_is_set)
    page.Add(std::string(words::kRegionUnknown) +
             (help.region_meant.empty() ? "." : "; did you mean " + help.region_meant + "?"));
  else if (!help.region) page.Add(words::kRegionUnset);
}

// What the person wrote, as it may stand on a page: on one line, and harmless to a terminal.
std::string Shown(std::string_view own) { return SafeForTerminal(Shorten(OnOneLine(own), kWidestAnswerColumns)); }

std::string PlanLines(const std::vector<PlanStep>& plan, int columns) {
  Page page(columns);
  for (const PlanStep& step : plan) {
    std::string line = Shown(step.label) + ": ";
    for (size_t at = 0; at < step.answers.size(); ++at) line += (at > 0 ? "; " : "") + Shown(step.answers[at]);
    page.AddHanging(line);
  }
  return page.text();
}

// The person's own plan, then whom they want to call. `most_lines`: a longer plan is only named, with where to see
// it.
void AddOwn(const ReachableHelp& help, size_t most_lines, Page& page) {
  std::string plan = help.plan ? PlanLines(help.plan(), help.columns) : "";
  size_t lines = static_cast<size_t>(std::count(plan.begin(), plan.end(), '\n'));
  if (lines > most_lines) {
    page.Add(words::kOwnPlanElsewhere);
  } else if (lines > 0) {
    page.Add(words::kOwnPlan);
    page.AddReady(plan);
  }
  if (!help.contact.empty()) page.Add(std::string(words::kContact) + Shown(help.contact));
}

}  // namespace

std::string SafetyNotice(Concern concern, const ReachableHelp& help) {
  Page page(help.columns);
  page.Add(words::kHeard);
  AddOwn(help, kMostPlanLinesInANotice, page);
  if (concern == Concern::kAbuse) {
    page.Add(words::kNotYourFault);
    AddHelp("abuse", help, page);
    page.Add(words::kOtherDevice);
  } else {
    page.Add(words::kNotAlone);
    AddHelp("crisis", help, page);
  }
  page.Add(words::kShownAgain);
  return page.text();
}

std::string LaterSafetyNotice(int columns) {
  Page page(columns);
  page.Add(words::kHeardEarlier);
  return page.text();
}

std::string CrisisPage(const ReachableHelp& help) {
  Page page(help.columns);
  page.Add(words::kHardRightNow);
  AddOwn(help, SIZE_MAX, page);
  AddHelp("", help, page);
  page.Add(words::kOtherDevice);
  return page.text();
}

}  // namespace stumble
