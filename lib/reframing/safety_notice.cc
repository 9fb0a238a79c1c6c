#include "reframing/safety_notice.h"

#include "text/text.h"

namespace stumble {

namespace {

constexpr int kWidthColumns = 78;

void AddParagraph(std::string_view text, std::string& out, std::string_view indent = "") {
  for (const std::string& line : Wrap(text, kWidthColumns - static_cast<int>(indent.size())))
    out += std::string(indent) + line + "\n";
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
      AddParagraph("If you are in danger right now: " + help.region->emergency + " (" + help.region->country + ").", out);
    for (const Helpline& line : help.region->lines)
      if (serves.empty() || line.serves == serves) AddLine(line, out);
  } else {
    AddParagraph("If you are in danger right now, the emergency number where you are is the fastest way to help.", out);
  }
  if (help.directory) AddLine(*help.directory, out);
  if (!help.region && help.region_is_set)
    AddParagraph("The lines of the country that is set are not known here; a code such as US, GB or DE is expected.", out);
  else if (!help.region)
    AddParagraph("To see the lines of your own country here, set STUMBLE_REGION, for example to US or GB.", out);
}

}  // namespace

std::string SafetyNotice(Concern concern, const ReachableHelp& help) {
  std::string out;
  AddParagraph("That sounds very hard to carry. Your words are kept.", out);
  if (concern == Concern::kAbuse) {
    AddParagraph("What is being done to you is not your fault. You decide what happens next, and when. These people "
                 "listen, and will not rush you:", out);
    AddHelp("abuse", help, out);
    AddParagraph("If somebody may look at this device or at the phone bill, another phone or computer may be safer.", out);
  } else {
    AddParagraph("You do not have to be alone with this. There are people who listen:", out);
    AddHelp("crisis", help, out);
  }
  AddParagraph("'prompt crisis' shows this again at any time.", out);
  return out;
}

std::string LaterSafetyNotice() {
  std::string out;
  AddParagraph("Some of what you wrote earlier sounds very hard to carry. 'prompt crisis' shows who can be reached, at "
               "any time.", out);
  return out;
}

std::string CrisisPage(const ReachableHelp& help) {
  std::string out;
  AddParagraph("If it is very hard right now, you do not have to be alone with it.", out);
  AddHelp("", help, out);
  AddParagraph("If somebody may look at this device or at the phone bill, another phone or computer may be safer.", out);
  return out;
}

}  // namespace stumble
