// Plain text as records: a paragraph a setback, or a line a thought.
#ifndef STUMBLE_JOURNAL_TEXT_ENTRIES_H_
#define STUMBLE_JOURNAL_TEXT_ENTRIES_H_

#include <functional>

#include "record/byte_source.h"
#include "record/record.h"

namespace stumble {

// Calls `each` with a record of one `field` for every paragraph, or every line that isn't blank. A line over the size of a
// record goes to `on_error` and is passed over.
enum class TextUnit { kParagraph, kLine };
void ReadTextEntries(ByteSource& source, TextUnit unit, const std::string& field,
                     const std::function<void(const Record&)>& each, const ErrorHandler& on_error);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_TEXT_ENTRIES_H_
