#include "words/words.h"

#include <spdlog/fmt/fmt.h>

#include <array>
#include <utility>

namespace stumble {

namespace {

// At the beginning of a sentence. Words in other scripts than Latin mostly have no capitals; those with accents stay
// as they are.
std::string Capitalized(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

std::string Words::In(std::string_view text) const {
  const std::array<std::pair<std::string_view, std::string>, 4> slots = {{{"{setback}", setback},
                                                                          {"{setbacks}", setbacks},
                                                                          {"{Setback}", Capitalized(setback)},
                                                                          {"{Setbacks}", Capitalized(setbacks)}}};
  std::string filled;
  while (!text.empty()) {
    size_t brace = text.find('{');
    filled += text.substr(0, brace);
    if (brace == std::string_view::npos) break;
    text.remove_prefix(brace);
    size_t taken = 1;
    std::string put = "{";
    for (const auto& [slot, word] : slots) {
      if (!text.starts_with(slot)) continue;
      taken = slot.size();
      put = word;
    }
    filled += put;
    text.remove_prefix(taken);
  }
  return filled;
}

namespace words {

namespace {

// In quotation marks; those within become single ones.
std::string Quoted(std::string_view text) {
  std::string quoted(text);
  for (const auto& [wide, single] : {std::pair("“", "‘"), std::pair("”", "’")})
    for (size_t at = 0; (at = quoted.find(wide, at)) != std::string::npos;) quoted.replace(at, 3, single);
  return "“" + quoted + "”";
}

// "a", "a and b", "a, b, and c".
std::string Together(const std::vector<std::string>& parts) {
  std::string all;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) all += parts.size() > 2 ? ", " : " ";
    if (i > 0 && i + 1 == parts.size()) all += "and ";
    all += parts[i];
  }
  return all;
}

std::string After(std::string_view words, const std::string& on) {
  return std::string(words) + (on.empty() ? "" : " " + on);
}

}  // namespace

std::string TheThought(std::string_view thought) { return "The thought: " + Quoted(thought); }

std::string ThisIsAbout(std::string_view happened) { return "This is about: " + Quoted(happened); }

std::string PatternMightBe(std::string_view plain, std::string_view cue) {
  return "This might be " + std::string(plain) + ": " + Quoted(cue) + ".";
}

std::string PatternMightAlsoBe(std::string_view plain, std::string_view cue) {
  return "It might also be " + std::string(plain) + ": " + Quoted(cue) + ".";
}

std::string OneOffer(std::string_view reframe) { return "One way to say it, if it fits: " + Quoted(reframe); }

std::string PlanIntroduction(const std::string& file) {
  return "Your answers are kept in " + file + ", for you alone, and 'prompt crisis' shows them first.";
}

std::string ThoughtHeard(std::optional<int> belief, const std::vector<std::string>& feelings, std::optional<int> intensity) {
  std::vector<std::string> parts;
  if (belief) parts.push_back(fmt::format("that it feels {} percent true", *belief));
  if (!feelings.empty()) parts.push_back("that you feel " + Together(feelings));
  if (intensity) parts.push_back(fmt::format("that it is at {} of 10", *intensity));
  if (parts.empty()) return std::string(kThoughtHeard);
  bool strong = intensity.value_or(0) >= 7 || belief.value_or(0) >= 90;
  bool light = intensity.value_or(10) <= 3;
  return "You wrote " + Together(parts) + ". " +
         (light ? "That counts, too." : strong ? "That is a lot to carry. It makes sense that it hurts."
                                               : "That can weigh a lot. It makes sense that it hurts.");
}

std::string MightBe(const std::string& pattern) { return "This might be " + pattern + "."; }

std::string SumOfPattern(const std::string& pattern, double sum, double threshold) {
  return fmt::format("{}: {:.2f} of the {:.2f} that it takes{}", pattern, sum, threshold,
                     sum >= threshold - 1e-9 ? ", which is enough" : "");
}

std::string OneWeighing(double weight, const std::string& sign, const std::string& words) {
  return fmt::format("  {:+.2f}  {:22} {}", weight, sign, Quoted(words));
}

std::string DraftKept(const std::string& command) {
  return "What you typed is kept; '" + command + "' offers it again.";
}

std::string WordsAreIn(const std::string& file, const std::string& command) {
  return "what you wrote is kept in " + file + ", and '" + command + "' offers it again";
}

std::string JoinedInto(const std::string& file, size_t count) {
  if (count == 0) return "No entry was found that " + file + " did not have.";
  return std::to_string(count) + (count == 1 ? " more entry is" : " more entries are") + " in " + file + " now.";
}

std::string YouBegan(const std::string& day) { return "You began to write this " + day + ":"; }

std::string WhatLedToThat(std::string_view why) { return "That is: " + Quoted(why) + " (Enter: far enough)"; }

std::string WrittenIsKept(const std::string& file) { return "What you wrote is kept in " + file + "."; }

std::string LogsItLater(const std::string& file) { return "Once it is as you like it, this logs it: log-setback - < " + file; }

std::string MoreOptions(const std::string& tool) { return "'" + tool + " --help-all' shows the rest."; }

std::string RatedAs(bool is_belief, std::string_view rating) {
  return (is_belief ? "the thought feels true: " : "how strong it is: ") + std::string(rating) + (is_belief ? " of 100" : " of 10");
}

std::string AboutMinutes(int minutes) { return "about " + std::to_string(minutes) + " minutes"; }

std::string PleaseGive(std::string_view expected) {
  constexpr std::string_view kExpected = "expected ";
  if (expected.starts_with(kExpected)) expected.remove_prefix(kExpected.size());
  return "Please give " + std::string(expected) + ", or press Enter to leave it out.";
}

std::string YouWrote(const std::string& on, const std::string& words) {
  return (on.empty() ? "Once" : "On " + on) + " you wrote: " + words;
}

std::string ItEased(const std::string& eased_on) { return "It eased" + (eased_on.empty() ? "" : " on " + eased_on) + "."; }

std::string CameAndEased(const std::string& on, const std::string& eased_on) {
  return "Something like this came " + (on.empty() ? "once" : "on " + on) + ", and eased" +
         (eased_on.empty() ? "" : " on " + eased_on) + ".";
}

std::string MoreFollows(const std::string& reference) {
  return "More was added to it later; 'recall --fold " + reference + "' shows all of it.";
}

std::string WhatHappened(const std::string& span) { return "What happened " + span; }

std::string NothingNoted(const std::string& span) { return "Nothing noted " + span + ". That is all right."; }

std::string NotedIsKept(const std::string& span) { return "What you noted " + span + " is kept."; }

std::string Span(const std::string& first, const std::string& last) {
  if (first.empty() && last.empty()) return "so far";
  if (last.empty()) return "since " + first;
  if (first.empty()) return "until " + last;
  return first == last ? "on " + first : "from " + first + " to " + last;
}

std::string ThisSpan(std::string_view name) { return "this " + std::string(name); }

std::string KindLead(const std::string& on, bool helped) {
  return "On " + on + (helped ? " this helped: " : " you wrote: ");
}

std::string Eased(const std::string& on) { return After("eased", on); }

std::string CameBack(const std::string& on) { return After("came back", on); }

std::string DaysTaken(const std::string& days) {
  if (days.empty()) return "less than a day";
  return days + (days == "1" ? " day" : " days");
}

std::string IntervalOfDays(const std::string& low, const std::string& high) {
  if (low.empty() && high.empty()) return "";
  std::string days = high.empty()  ? low + (low == "1" ? " day" : " days") + " or more"
                     : low.empty() ? "up to " + high + " days"
                                   : low + " to " + high + " days";
  return "95% interval: " + days;
}

}  // namespace words
}  // namespace stumble
