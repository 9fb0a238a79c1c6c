// Config: what $XDG_CONFIG_HOME/stumble/config.toml may set. It is a short list on purpose: where things are, who can
// be reached, and how reports and words are; nothing that could change what comes out of a pipe. stumble-config(5)
// describes it.
#ifndef STUMBLE_TOOL_CONFIG_H_
#define STUMBLE_TOOL_CONFIG_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "error.h"
#include "words/words.h"

namespace stumble {

struct Config {
  std::string region;       // a country's code or name; empty: not set, here and below
  std::string language;     // such as de or pt-BR
  std::string safety_plan;  // the file that keeps the person's plan, absolute
  std::string contact;      // somebody to call, one line
  std::string week_start;   // monday or sunday
  std::string privacy;      // of reports: counts, themes or full
  std::string mail_to;
  std::vector<std::string> packs;  // absolute
  std::string journal;             // absolute
  Words words;

  // Where a setting of that name stands; the words as `setback` and `setbacks`.
  std::map<std::string, Place, std::less<>> places;

  // The place of a setting; nullptr if the file doesn't have it.
  const Place* PlaceOf(std::string_view name) const {
    auto found = places.find(name);
    return found == places.end() ? nullptr : &found->second;
  }
};

// Reads the text of a config file. `home` stands for a `~/` at the beginning of paths. A setting that doesn't exist,
// and a value that its setting doesn't take, goes to `on_error` as a usage Error with file, line and column, and the
// other settings still count; without a handler it is thrown, and so is what is no TOML at all.
Config ParseConfig(std::string_view toml, const std::string& file, const std::string& home,
                   const ErrorHandler& on_error = {});

// The config of a file; the one without settings if there is no such file. Throws a usage Error for a file that can't
// be read, or is larger than 64 KiB; all else as ParseConfig has it.
Config LoadConfig(const std::string& file, const std::string& home, const ErrorHandler& on_error = {});

}  // namespace stumble

#endif  // STUMBLE_TOOL_CONFIG_H_
