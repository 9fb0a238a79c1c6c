// Settings: what is set, and where each setting comes from: an option, else a variable of the environment, else a
// line of config.toml, else what is built in. This is what --show-config prints.
#ifndef STUMBLE_TOOL_SETTINGS_H_
#define STUMBLE_TOOL_SETTINGS_H_

#include <CLI/CLI.hpp>
#include <string>

#include "tool/config.h"

namespace stumble {

// A line a setting: name, value and where it comes from, with tabs between. First the config file itself. `options`
// is parsed.
std::string SettingsPage(const CLI::App& options, const Config& config);

}  // namespace stumble

#endif  // STUMBLE_TOOL_SETTINGS_H_
