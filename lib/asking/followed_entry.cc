#include "asking/followed_entry.h"

#include <algorithm>

namespace stumble {

std::string ThoughtToLookAt(const Record& entry) {
  std::string last, last_open;
  for (const Item& item : entry.items()) {
    if (item.name == "Thought") last = last_open = item.value;
    if (item.name == "Reframe" && last_open == last) last_open.clear();
  }
  return last_open.empty() ? last : last_open;
}

Routine WithoutWhatIsKnown(const Routine& routine, const Record& entry) {
  Routine rest = routine;
  std::erase_if(rest.steps, [&](const Step& step) {
    return step.field == "Setback" || (step.field == "Trigger" && entry.Has("Trigger"));
  });
  return rest;
}

RoutineProgress ProgressAbout(const Routine& routine, const Record& entry) {
  RoutineProgress progress;
  progress.answers.resize(routine.steps.size());
  std::string thought = ThoughtToLookAt(entry);
  for (size_t i = 0; i < routine.steps.size() && !thought.empty(); ++i) {
    if (routine.steps[i].field != "Thought") continue;
    progress.answers[i].push_back(thought);
    break;
  }
  return progress;
}

}  // namespace stumble
