// The parts of prompt that look at packs, and ask nothing: each takes the command line from its own name on, and gives the exit status.
#ifndef STUMBLE_TOOLS_PACK_TOOLS_H_
#define STUMBLE_TOOLS_PACK_TOOLS_H_

namespace stumble {

int RunListTool(int argc, char** argv);
int RunShowTool(int argc, char** argv);
int RunPacksTool(int argc, char** argv);
// `may_mean_usage`: it was called by a name ("help") that may mean how prompt is used; then the page says that too.
int RunCrisisTool(bool may_mean_usage, int argc, char** argv);
int RunLintTool(int argc, char** argv);

}  // namespace stumble

#endif  // STUMBLE_TOOLS_PACK_TOOLS_H_
