// The record reader: whatever the bytes are, what was read is written so that it is read again as the same, and in blocks of any size.
#include "fuzz/target.h"
#include "record/record_text.h"

namespace stumble {
namespace {

struct Reading {
  std::string written;
  size_t errors = 0;
};

Reading ReadAll(ByteSource& source) {
  Reading reading;
  RecordReader reader(source, "fuzz", [&](const Error& error) {
    ++reading.errors;
    Expect(error.place().line >= 1, "an error names a line");
  });
  while (const Record* record = reader.Next()) reading.written += RenderRecord(*record) + "\n";
  return reading;
}

void Fuzz(std::string_view bytes) {
  TextSource whole(bytes);
  Reading first = ReadAll(whole);
  SteppedSource small(bytes, bytes.size() % 7 + 1);
  Reading again = ReadAll(small);
  Expect(first.written == again.written && first.errors == again.errors, "blocks of any size are read alike");
  TextSource written(first.written);
  Reading second = ReadAll(written);
  Expect(second.errors == 0, "what was written is read without an error");
  Expect(second.written == first.written, "what was written is read as it was");
}

const NamedFuzzTarget target("record", &Fuzz);

}  // namespace
}  // namespace stumble
