// SafetyNotice: what a person reads when their words sound like suicide, self-harm or abuse. First that it was heard and kept, then who
// can be reached. No alarm, no judgment, no promise.
#ifndef STUMBLE_REFRAMING_SAFETY_NOTICE_H_
#define STUMBLE_REFRAMING_SAFETY_NOTICE_H_

#include <optional>
#include <string>

#include "pack/pack.h"
#include "reframing/safety.h"

namespace stumble {

struct ReachableHelp {
  std::optional<Region> region;           // of the configured country, if it is known
  bool region_is_set = false;             // a country is configured, known or not
  const Helpline* directory = nullptr;    // for everywhere
};

// The notice for words of today, wrapped to 80 columns, ending in a line end.
std::string SafetyNotice(Concern concern, const ReachableHelp& help);

// One line for words that are older than a day.
std::string LaterSafetyNotice();

// What `prompt crisis` shows.
std::string CrisisPage(const ReachableHelp& help);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_SAFETY_NOTICE_H_
