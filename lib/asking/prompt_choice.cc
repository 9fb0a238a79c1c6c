#include "asking/prompt_choice.h"

#include <algorithm>
#include <random>

#include "text/text.h"

namespace stumble {

std::vector<const Prompt*> ChoosePrompts(const std::vector<const Prompt*>& prompts,
                                         const std::vector<std::string>& themes, const Situation& situation,
                                         size_t count, uint64_t seed) {
  std::vector<const Prompt*> fitting;
  for (const Prompt* prompt : prompts) {
    bool wanted = themes.empty() || std::find(themes.begin(), themes.end(), prompt->theme) != themes.end();
    bool slot_filled = prompt->text.find("{trigger}") == std::string::npos || !situation.trigger.empty();
    bool holds = std::all_of(prompt->when.begin(), prompt->when.end(),
                             [&](const std::string& condition) { return situation.Holds(condition); });
    if (wanted && slot_filled && holds) fitting.push_back(prompt);
  }
  // Where it is very hard right now, kindness and something to hold on to come before questions.
  auto is_for_now = [](const Prompt* prompt) {
    return std::find(prompt->when.begin(), prompt->when.end(), "intense") != prompt->when.end();
  };
  if (std::any_of(fitting.begin(), fitting.end(), is_for_now))
    std::erase_if(fitting, [&](const Prompt* prompt) { return !is_for_now(prompt); });
  auto is_for_any_day = [](const Prompt* prompt) { return prompt->when.empty(); };
  if (situation.is_asked_for && !std::all_of(fitting.begin(), fitting.end(), is_for_any_day))
    std::erase_if(fitting, is_for_any_day);
  // Fisher and Yates' shuffle, by hand: std::shuffle may give another order with another library.
  std::mt19937_64 random(seed);
  count = std::min(count, fitting.size());
  for (size_t i = 0; i < count; ++i) std::swap(fitting[i], fitting[i + random() % (fitting.size() - i)]);
  fitting.resize(count);
  return fitting;
}

std::string FilledText(const Prompt& prompt, const Situation& situation) {
  std::string text = prompt.text;
  constexpr std::string_view kSlot = "{trigger}";
  std::string trigger = OnOneLine(situation.trigger);
  for (size_t at = 0; (at = text.find(kSlot, at)) != std::string::npos; at += trigger.size())
    text.replace(at, kSlot.size(), trigger);
  return text;
}

uint64_t SeedOfDay(Day day) { return 0x9E3779B97F4A7C15u * static_cast<uint64_t>(day.time_since_epoch().count()); }

}  // namespace stumble
