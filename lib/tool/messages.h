// Messages: what a tool says besides its data, always to standard error: `tool: level: file:line: what and what was expected`.
// Never the person's own words: standard error ends up in logs and in mail.
#ifndef STUMBLE_TOOL_MESSAGES_H_
#define STUMBLE_TOOL_MESSAGES_H_

#include <memory>
#include <string>
#include <string_view>

#include "error.h"

namespace stumble {

class Messages {
 public:
  enum class Level { kQuiet, kNormal, kVerbose };

  explicit Messages(const std::string& tool);
  ~Messages();

  void SetLevel(Level level);
  void SetColor(bool colored);  // the word that says the level; never red, which is for alarms

  void Fail(std::string_view sentence);  // shown at every level
  void Warn(std::string_view sentence);  // not under -q
  void Note(std::string_view sentence);  // only under -v
  void Say(std::string_view sentence);   // to a person at a terminal: wrapped, not under -q

 private:
  struct Logger;
  std::unique_ptr<Logger> logger_;
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_MESSAGES_H_
