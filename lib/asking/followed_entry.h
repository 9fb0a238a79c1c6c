// FollowedEntry: what a person wrote before and now looks at once more, in a talk or a routine. What they said there is shown to
// them, and not asked a second time.
#ifndef STUMBLE_ASKING_FOLLOWED_ENTRY_H_
#define STUMBLE_ASKING_FOLLOWED_ENTRY_H_

#include <string>

#include "asking/routine_run.h"
#include "pack/pack.h"
#include "record/record.h"

namespace stumble {

// The last thought of an entry, its follow-ups merged, or the last that has no Reframe yet; empty if there is none.
std::string ThoughtToLookAt(const Record& entry);

// The routine without the questions that the entry answers for good: what happened, and what set it off if that is known.
Routine WithoutWhatIsKnown(const Routine& routine, const Record& entry);

// A run of `routine` that begins with the thought to look at as a former answer: one can keep it, or put another in its place.
RoutineProgress ProgressAbout(const Routine& routine, const Record& entry);

}  // namespace stumble

#endif  // STUMBLE_ASKING_FOLLOWED_ENTRY_H_
