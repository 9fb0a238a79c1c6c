// Program: another program, run as the person's own settings name it: $VISUAL and the like hold a command with its
// options, quotes and all. No shell reads it, and no word of the person's is ever among its arguments but by the name
// of a file.
#ifndef STUMBLE_TOOL_PROGRAM_H_
#define STUMBLE_TOOL_PROGRAM_H_

#include <string>
#include <vector>

namespace stumble {

// A command in words, as git takes it: `code --wait`, quotes, `~` and $HOME. Throws a usage Error that names the
// setting it came from (`named_by`: "$VISUAL") if it is empty, has a quote left open, or would need a shell, as
// $(...) and `;` do.
std::vector<std::string> CommandWords(const std::string& command, const std::string& named_by);

// Which descriptors the program gets as its standard streams; -1: ours.
struct ProgramStreams {
  int in = -1, out = -1, err = -1;
};

// Runs a program, found along $PATH, and waits for it. Its exit status, or 128 and the number of the signal that
// ended it. While it runs, an interrupt from the keyboard is the program's to answer. Throws a usage Error, which
// says `named_by`, if it can't be run.
int RunProgram(const std::vector<std::string>& words, const std::string& named_by,
               const ProgramStreams& streams = {});

// Whether a program of that name is in $PATH.
bool IsInPath(const std::string& program);

}  // namespace stumble

#endif  // STUMBLE_TOOL_PROGRAM_H_
