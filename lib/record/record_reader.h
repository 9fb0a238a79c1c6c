// RecordReader: bytes in, one Record at a time out, counting lines. A damaged record is handed to a callback by its place and
// passed over, so that one bad paragraph never hides the rest of somebody's journal. Memory is bounded by the largest
// record, and a record by kMaxRecordBytes.
#ifndef STUMBLE_RECORD_RECORD_READER_H_
#define STUMBLE_RECORD_RECORD_READER_H_

#include <optional>
#include <string>
#include <string_view>

#include "error.h"
#include "record/byte_source.h"
#include "record/record.h"

namespace stumble {

inline constexpr size_t kMaxRecordBytes = size_t{16} << 20;

class RecordReader {
 public:
  // `name` stands in messages for where the bytes come from.
  RecordReader(ByteSource& source, std::string name, ErrorHandler on_error);

  // The next paragraph: an entry, a descriptor or comments alone. nullptr at the end. It stays valid until the next call.
  const Record* Next();

 private:
  struct LineState;

  bool ReadParagraph();
  void SplitAtDescriptor();
  bool FillBuffer();
  void TakeChunk(std::string_view chunk, LineState& line);
  void DropByteOrderMark(LineState& line);

  ByteSource& source_;
  std::string name_;
  ErrorHandler on_error_;
  std::string buffer_;
  size_t at_ = 0;        // the next byte of buffer_
  int line_ = 1;         // its line
  std::string text_;     // the paragraph
  int first_line_ = 1;   // its first line
  bool too_large_ = false;
  Record record_;
  std::optional<Record> pending_;  // a descriptor that stood at the end of a paragraph
};

// Parses the text of one paragraph. Throws Error naming the line that is not a field, a `+` line or a comment.
// `place` is that of its first line.
Record ParseRecord(std::string_view paragraph, const Place& place);

}  // namespace stumble

#endif  // STUMBLE_RECORD_RECORD_READER_H_
