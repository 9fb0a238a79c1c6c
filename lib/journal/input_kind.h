// What standard input carries: records, or plain text. Every tool tells by the same rule.
#ifndef STUMBLE_JOURNAL_INPUT_KIND_H_
#define STUMBLE_JOURNAL_INPUT_KIND_H_

#include <optional>
#include <string>
#include <string_view>

#include "record/byte_source.h"

namespace stumble {

enum class InputKind { kText, kRecords };

// Skips a byte order mark, blank lines, comments and descriptor lines; it is records if the next line starts with a known field
// and a colon. nullopt if these bytes do not tell yet and `complete` is false.
std::optional<InputKind> TellInputKind(std::string_view beginning, bool complete);

// Reads as much of `source` into `taken` as it takes to tell.
InputKind TellInputKind(ByteSource& source, std::string& taken);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_INPUT_KIND_H_
