// SafetyNotice: what a person reads when their words sound like suicide, self-harm or abuse. First that it was heard and kept, then who
// can be reached. No alarm, no judgment, no promise.
#ifndef STUMBLE_REFRAMING_SAFETY_NOTICE_H_
#define STUMBLE_REFRAMING_SAFETY_NOTICE_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pack/pack.h"
#include "reframing/safety.h"

namespace stumble {

// A step of the person's own plan: "What I can do", and what they wrote there.
struct PlanStep {
  std::string label;
  std::vector<std::string> answers;
  bool operator==(const PlanStep&) const = default;
};

struct ReachableHelp {
  std::optional<Region> region;           // of the configured country, if it is known
  bool region_is_set = false;             // a country is configured, known or not
  std::string region_meant;               // the code that was probably meant by one that isn't known; may be empty
  const Helpline* directory = nullptr;    // for everywhere
  std::string contact;                    // somebody to call, in the person's words; empty: nobody is set
  std::function<std::vector<PlanStep>()> plan;  // the person's own; read only when it is shown. May be empty
  int columns = 78;                       // to wrap at
};

// The notice for words of today, wrapped, ending in a line end.
std::string SafetyNotice(Concern concern, const ReachableHelp& help);

// One line for words that are older than a day.
std::string LaterSafetyNotice(int columns);

// What `prompt crisis` shows: the person's own plan first.
std::string CrisisPage(const ReachableHelp& help);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_SAFETY_NOTICE_H_
