#include "tool/state_directory.h"

#include "tool/tool.h"

namespace stumble {

std::string StateDirectory() {
  auto state = Environment("XDG_STATE_HOME");
  if (state && state->starts_with('/')) return *state + "/stumble";  // a relative one is to be ignored
  if (auto home = Environment("HOME")) return *home + "/.local/state/stumble";
  throw Error("no place for drafts is known: expected $XDG_STATE_HOME or $HOME to be set");
}

}  // namespace stumble
