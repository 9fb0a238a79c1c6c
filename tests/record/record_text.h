// Records as text, for the tests of this room and of those along the line: what a reader made of a text, and sources that give
// their bytes in other ways than a whole file does.
#ifndef STUMBLE_TESTS_RECORD_RECORD_TEXT_H_
#define STUMBLE_TESTS_RECORD_RECORD_TEXT_H_

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "record/byte_source.h"
#include "record/record_reader.h"
#include "record/record_writer.h"

namespace stumble {

// Gives at most `step` bytes at a time.
class SteppedSource : public ByteSource {
 public:
  SteppedSource(std::string_view text, size_t step) : source_(text), step_(step) {}
  size_t Read(char* buffer, size_t size) override { return source_.Read(buffer, std::min(size, step_)); }

 private:
  TextSource source_;
  size_t step_;
};

// What a reader gave: the records, and the sentences of its errors.
struct WhatWasRead {
  std::vector<Record> records;
  std::vector<std::string> errors;

  // Every record rendered, a blank line after each.
  std::string Rendered() const {
    std::string text;
    for (const Record& record : records) text += RenderRecord(record) + "\n";
    return text;
  }
  // Every error's sentence, a line each.
  std::string Errors() const {
    std::string text;
    for (const std::string& error : errors) text += error + "\n";
    return text;
  }
};

inline WhatWasRead ReadFrom(ByteSource& source) {
  WhatWasRead read;
  RecordReader reader(source, "j.rec", [&](const Error& error) { read.errors.push_back(error.Sentence()); });
  while (const Record* record = reader.Next()) read.records.push_back(*record);
  return read;
}

inline WhatWasRead Read(std::string_view text) {
  TextSource source(text);
  return ReadFrom(source);
}

// A text as one record; the first, if there are several.
inline Record RecordOf(std::string_view text) {
  WhatWasRead read = Read(text);
  return read.records.empty() ? Record() : read.records[0];
}

// `Name=value` of every field and comment, with | between and lines of values as /: "Id=A|=# comment|Why=a/b".
inline std::string Shown(const Record& record) {
  std::string shown;
  for (const Item& item : record.items()) {
    if (!shown.empty()) shown += '|';
    shown += item.name + "=" + item.value;
  }
  std::replace(shown.begin(), shown.end(), '\n', '/');
  return shown;
}

// The same for all records that a text holds, with a line end after each, then its errors.
inline std::string ShownAll(std::string_view text) {
  WhatWasRead read = Read(text);
  std::string shown;
  for (const Record& record : read.records) shown += Shown(record) + "\n";
  return shown + read.Errors();
}

}  // namespace stumble

#endif  // STUMBLE_TESTS_RECORD_RECORD_TEXT_H_
