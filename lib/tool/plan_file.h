// PlanFile: where the person's own safety plan is kept: a file of its own, so that it shows at once even where the
// journal is encrypted, locked or damaged.
#ifndef STUMBLE_TOOL_PLAN_FILE_H_
#define STUMBLE_TOOL_PLAN_FILE_H_

#include <string>
#include <vector>

#include "asking/safety_plan.h"
#include "tool/tool.h"

namespace stumble {

// The config's safety-plan, else stumble/my-plan.rec below $XDG_DATA_HOME or ~/.local/share; empty if none of them is
// known.
std::string PlanPath(const Tool& tool);

// The plan of the plan file, and of answers to its routine in the person's journal. What can't be read is named in a
// warning, the plan file's damage, or a note, the journal's; the rest is given. Nothing here waits for a pipe or
// throws.
SafetyPlan ReadPlan(Tool& tool);

// Its steps.
std::vector<PlanStep> LoadPlan(Tool& tool);

// Appends the answers to the plan file, under a new Id. Throws Error if they could not be kept.
void KeepPlan(const Record& answers, Tool& tool);

}  // namespace stumble

#endif  // STUMBLE_TOOL_PLAN_FILE_H_
