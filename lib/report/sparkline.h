// Sparkline: how much was with a person, stretch by stretch, on one line. Text and Markdown draw the same one.
#ifndef STUMBLE_REPORT_SPARKLINE_H_
#define STUMBLE_REPORT_SPARKLINE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "report/comparison.h"
#include "report/path.h"

namespace stumble {

// One character a stretch, as high as what was with the person in it; the highest stands for `most`, or for the most of these stretches
// if that is more.
std::string Sparkline(const std::vector<Stretch>& stretches, bool ascii, size_t most = 1);

// The most that was with the person in any of the stretches; for groups, one scale for all of them.
size_t MostWithYou(const std::vector<Stretch>& stretches);
size_t MostWithYou(const Groups& groups);

// The newest stretches, `most` of them or all.
std::vector<Stretch> NewestStretches(const std::vector<Stretch>& stretches, size_t most);

// What the line shows, for the line before it: "How much was with you, day by day, from November 14 to November 20
// (at most 2):". `stretches` has one or more.
std::string SparklineLead(StretchKind kind, const std::vector<Stretch>& stretches, Day today);

}  // namespace stumble

#endif  // STUMBLE_REPORT_SPARKLINE_H_
