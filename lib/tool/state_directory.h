// StateDirectory: where stumble keeps what it needs only for a while, such as drafts.
#ifndef STUMBLE_TOOL_STATE_DIRECTORY_H_
#define STUMBLE_TOOL_STATE_DIRECTORY_H_

#include <string>

namespace stumble {

// $XDG_STATE_HOME/stumble, else ~/.local/state/stumble, without a slash at its end. It may not be there yet. Throws
// Error if neither is set.
std::string StateDirectory();

}  // namespace stumble

#endif  // STUMBLE_TOOL_STATE_DIRECTORY_H_
