// StandardOutput: data out, buffered, with every failure noticed: a full disk and a closed pipe end in an Error, not in silence.
#ifndef STUMBLE_TOOL_STANDARD_OUTPUT_H_
#define STUMBLE_TOOL_STANDARD_OUTPUT_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "record/byte_sink.h"
#include "tool/pager.h"

namespace stumble {

class StandardOutput : public ByteSink {
 public:
  // On a terminal, text is shown at once and what could steer the terminal is made visible.
  StandardOutput();
  void Write(std::string_view bytes) override;

  // A text on a line of its own; on a terminal, on as many as fit it.
  void WriteWrapped(std::string_view text);

  // A line of a list: columns with tabs between. On a terminal that is too narrow for it, the last stands below the others, wrapped.
  void WriteListed(const std::vector<std::string>& columns);

  // For text that is harmless already, and whose colors are ours.
  ByteSink& shown() { return shown_; }

  // From now on, what is longer than the terminal's screen goes through this pager. Nothing changes where there is no terminal, or no
  // command.
  void UsePager(std::vector<std::string> command);

  // Everything so far is out, and the person has left the pager, if there was one.
  void Flush();

  bool is_terminal() const { return is_terminal_; }

 private:
  // What passes as it is.
  class Shown : public ByteSink {
   public:
    explicit Shown(StandardOutput& out) : out_(out) {}
    void Write(std::string_view bytes) override { out_.Put(bytes); }

   private:
    StandardOutput& out_;
  };

  void Put(std::string_view bytes);
  void WriteOut();
  bool FitsTheScreen() const;

  std::string buffer_;
  bool is_terminal_;
  Shown shown_{*this};
  std::vector<std::string> pager_command_;  // until it is started, or not needed
  std::unique_ptr<Pager> pager_;
};

// Opens what the caller left closed of the three standard streams, so that no file that is opened later takes their place:
// else a journal could end up as standard output. Reading finds the end, writing fails.
void OpenClosedStandardStreams();

}  // namespace stumble

#endif  // STUMBLE_TOOL_STANDARD_OUTPUT_H_
