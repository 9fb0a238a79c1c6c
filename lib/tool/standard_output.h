// StandardOutput: data out, buffered, with every failure noticed: a full disk and a closed pipe end in an Error, not in silence.
#ifndef STUMBLE_TOOL_STANDARD_OUTPUT_H_
#define STUMBLE_TOOL_STANDARD_OUTPUT_H_

#include <string>
#include <string_view>

#include "record/byte_sink.h"

namespace stumble {

class StandardOutput : public ByteSink {
 public:
  // On a terminal, text is flushed at once and what could steer the terminal is made visible.
  StandardOutput();
  void Write(std::string_view bytes) override;
  void Flush();
  bool is_terminal() const { return is_terminal_; }

 private:
  std::string buffer_;
  bool is_terminal_;
};

// Opens what the caller left closed of the three standard streams, so that no file that is opened later takes their place:
// else a journal could end up as standard output. Reading finds the end, writing fails.
void OpenClosedStandardStreams();

}  // namespace stumble

#endif  // STUMBLE_TOOL_STANDARD_OUTPUT_H_
