#include "reframing/safety_notice.h"

#include <algorithm>
#include <cstdint>

#include "text/text.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr int kWidthColumns = 78;
constexpr int kWidestAnswerColumns = 1000;
constexpr size_t kMostPlanLinesInANotice = 8;

void AddParagraph(std::string_view text, std::string& out, std::string_view indent = "") {
  for (const std::string& line : Wrap(text, kWidthColumns - static_cast<int>(indent.size())))
    out += std::string(indent) + line + "\n";
}

// Indented, what comes after the first line a little more.
void AddHanging(std::string_view text, std::string& out) {
  std::string indent = "  ";
  for (const std::string& line : Wrap(text, kWidthColumns - 4)) {
    out += indent + line + "\n";
    indent = "    ";
  }
}

void AddLine(const Helpline& line, std::string& out) {
  std::string ways;
  auto add = [&](const char* verb, const std::string& address) {
    if (address.empty()) return;
    if (!ways.empty()) ways += ", ";
    ways += verb + (" " + address);
  };
  add("call", line.call);
  add("text", line.text);
  add(line.call.empty() && line.text.empty() ? "see" : "chat", line.chat);
  AddParagraph(line.name + ": " + ways + (line.hours.empty() ? "" : " (" + line.hours + ")"), out, "  ");
}

void AddHelp(std::string_view serves, const ReachableHelp& help, std::string& out) {
  if (help.region) {
    if (!help.region->emergency.empty())
      AddParagraph(std::string(words::kInDanger) + help.region->emergency + " (" + help.region->country + ").", out);
    for (const Helpline& line : help.region->lines)
      if (serves.empty() || line.serves == serves) AddLine(line, out);
  } else {
    AddParagraph(words::kInDangerAnywhere, out);
  }
  if (help.directory) AddLine(*help.directory, out);
  if (!help.region && help.region_is_set)
    AddParagraph(std::string(words::kRegionUnknown) +
                     (help.region_meant.empty() ? "." : "; did you mean " + help.region_meant + "?"),
                 out);
  else if (!help.region) AddParagraph(words::kRegionUnset, out);
}

// What the person wrote, as it may stand on a page: on one line, and harmless to a terminal.
std::string Shown(std::string_view own) { return SafeForTerminal(Shorten(OnOneLine(own), kWidestAnswerColumns)); }

std::string PlanLines(const std::vector<PlanStep>& plan) {
  std::string lines;
  for (const PlanStep& step : plan) {
    std::string line = Shown(step.label) + ": ";
    for (size_t at = 0; at < step.answers.size(); ++at) line += (at > 0 ? "; " : "") + Shown(step.answers[at]);
    AddHanging(line, lines);
  }
  return lines;
}

// The person's own plan, then whom they want to call. `most_lines`: a longer plan is only named, with where to see
// it.
void AddOwn(const ReachableHelp& help, size_t most_lines, std::string& out) {
  std::string plan = help.plan ? PlanLines(help.plan()) : "";
  size_t lines = static_cast<size_t>(std::count(plan.begin(), plan.end(), '\n'));
  if (lines > most_lines) {
    AddParagraph(words::kOwnPlanElsewhere, out);
  } else if (lines > 0) {
    AddParagraph(words::kOwnPlan, out);
    out += plan;
  }
  if (!help.contact.empty()) AddParagraph(std::string(words::kContact) + Shown(help.contact), out);
}

}  // namespace

std::string SafetyNotice(Concern concern, const ReachableHelp& help) {
  std::string out;
  AddParagraph(words::kHeard, out);
  AddOwn(help, kMostPlanLinesInANotice, out);
  if (concern == Concern::kAbuse) {
    AddParagraph(words::kNotYourFault, out);
    AddHelp("abuse", help, out);
    AddParagraph(words::kOtherDevice, out);
  } else {
    AddParagraph(words::kNotAlone, out);
    AddHelp("crisis", help, out);
  }
  AddParagraph(words::kShownAgain, out);
  return out;
}

std::string LaterSafetyNotice() {
  std::string out;
  AddParagraph(words::kHeardEarlier, out);
  return out;
}

std::string CrisisPage(const ReachableHelp& help) {
  std::string out;
  AddParagraph(words::kHardRightNow, out);
  AddOwn(help, SIZE_MAX, out);
  AddHelp("", help, out);
  AddParagraph(words::kOtherDevice, out);
  return out;
}

}  // namespace stumble
