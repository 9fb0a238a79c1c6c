// The first minute of log-setback without words: it asks what happened, keeps the answer at once, and then, if the person
// likes, asks for a little more. What is typed is in a draft until it is in the journal.
#ifndef STUMBLE_TOOLS_FIRST_MINUTE_H_
#define STUMBLE_TOOLS_FIRST_MINUTE_H_

#include <functional>

#include "record/record.h"
#include "reframing/safety.h"
#include "tool/journal_options.h"
#include "tool/tool.h"

namespace stumble {

using SafetySource = std::function<const SafetyRules&()>;
// Puts an entry into the journal, and gives it as it was written.
using Logger = std::function<Record(const Record& entry)>;

// `begun`: what is known already, such as the Date.
void AskWhatHappened(Tool& tool, JournalOptions& files, const Record& begun, const SafetySource& safety,
                     const Logger& log);

}  // namespace stumble

#endif  // STUMBLE_TOOLS_FIRST_MINUTE_H_
