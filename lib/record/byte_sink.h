// ByteSink: where written bytes go: standard output in a tool, a text in a test.
#ifndef STUMBLE_RECORD_BYTE_SINK_H_
#define STUMBLE_RECORD_BYTE_SINK_H_

#include <string>
#include <string_view>

namespace stumble {

class ByteSink {
 public:
  virtual ~ByteSink() = default;
  // Throws Error if the bytes can't be written.
  virtual void Write(std::string_view bytes) = 0;
};

class TextSink : public ByteSink {
 public:
  void Write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

}  // namespace stumble

#endif  // STUMBLE_RECORD_BYTE_SINK_H_
