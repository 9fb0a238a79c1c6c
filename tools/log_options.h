// LogOptions: what log-setback was told on its command line.
#ifndef STUMBLE_TOOLS_LOG_OPTIONS_H_
#define STUMBLE_TOOLS_LOG_OPTIONS_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "record/record.h"
#include "tool/tool.h"

namespace stumble {

struct LogOptions {
  std::vector<std::string> words;
  std::map<std::string, std::vector<std::string>> values;  // by field
  std::vector<std::string> assignments;
  std::optional<std::string> when;
  std::string about, recovered, input = "auto", edit;
  bool came_back = false, is_private = false, in_editor = false, takes_back = false;

  void Declare(Tool& tool);

  // Throws a usage Error for options that have nothing to do with each other.
  void CheckTogether() const;

  // Whether the operand is a lone -.
  bool ReadsInput() const { return words.size() == 1 && words[0] == "-"; }

  // The entry that --undo names; nullopt if it names none.
  std::optional<std::string> Reference() const;

  // What the options say, as a record without Id, Date and About.
  Record Fields() const;

 private:
  void AddField(Tool& tool, const char* names, const char* field, const char* help, const char* group = kMoreOptions);
  bool SaysSomething() const;

  std::map<std::string, std::string> options_by_field_;  // "--trigger", for messages
};

}  // namespace stumble

#endif  // STUMBLE_TOOLS_LOG_OPTIONS_H_
