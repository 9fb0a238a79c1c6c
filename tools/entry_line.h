// A line by which a person at the terminal knows an entry again: its day and its first words.
#ifndef STUMBLE_TOOLS_ENTRY_LINE_H_
#define STUMBLE_TOOLS_ENTRY_LINE_H_

#include <string>

#include "record/record.h"

namespace stumble {

// "2026-11-16: Froze when she asked about my father". For the terminal alone, never for a message that may end up in
// a log.
std::string EntryLine(const Record& record);

}  // namespace stumble

#endif  // STUMBLE_TOOLS_ENTRY_LINE_H_
