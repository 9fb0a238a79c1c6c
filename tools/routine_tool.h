// The part of prompt that goes through a routine with a person, a file of answers or an editor, and gives the answers as a record.
#ifndef STUMBLE_TOOLS_ROUTINE_TOOL_H_
#define STUMBLE_TOOLS_ROUTINE_TOOL_H_

namespace stumble {

// Runs `prompt run`, or with `is_trial` `prompt try`: a pack file played as a client sees it, and nothing kept. The exit status.
int RunRoutineTool(const char* name, const char* purpose, bool is_trial, int argc, char** argv);

}  // namespace stumble

#endif  // STUMBLE_TOOLS_ROUTINE_TOOL_H_
