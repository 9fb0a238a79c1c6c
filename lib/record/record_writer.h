// The exact inverse of the reader: what is written here is read back as the same fields and values.
#ifndef STUMBLE_RECORD_RECORD_WRITER_H_
#define STUMBLE_RECORD_RECORD_WRITER_H_

#include <string>
#include <string_view>

#include "record/record.h"

namespace stumble {

// One field or comment with its last line end. A value goes on in lines that begin with "+ ". Carriage returns at the ends of
// lines are not written; the format can't carry them.
std::string RenderItem(const Item& item);

// A record's lines, without the blank line that separates it from the next.
std::string RenderRecord(const Record& record);

}  // namespace stumble

#endif  // STUMBLE_RECORD_RECORD_WRITER_H_
