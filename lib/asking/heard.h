// Heard: the sentence that acknowledges a thought before anything about it is asked, by what its record says of it.
#ifndef STUMBLE_ASKING_HEARD_H_
#define STUMBLE_ASKING_HEARD_H_

#include <string>

#include "record/record.h"

namespace stumble {

// Out of Belief, Feeling and Intensity, the latest of a folded record; where there is none, that such a thought can
// weigh a lot.
std::string HeardSentence(const Record& record);

}  // namespace stumble

#endif  // STUMBLE_ASKING_HEARD_H_
