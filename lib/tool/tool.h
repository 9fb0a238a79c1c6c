// Tool: what every executable does alike: options and help, the clock, messages, standard output, the exit status. A main
// declares its options, and Run parses them, does the work, reports an Error, flushes, and gives the status.
#ifndef STUMBLE_TOOL_TOOL_H_
#define STUMBLE_TOOL_TOOL_H_

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "error.h"
#include "journal/identity.h"
#include "moment/moment.h"
#include "tool/config.h"
#include "tool/messages.h"
#include "tool/standard_output.h"

namespace stumble {

// The headings under which --help-all shows options; -h shows only the first.
inline constexpr const char* kMainOptions = "Options";
inline constexpr const char* kMoreOptions = "More options";

// The value of an environment variable, if it is set and not empty.
std::optional<std::string> Environment(const char* name);

// A path below $HOME's .config or .local/share, unless $XDG_CONFIG_HOME or $XDG_DATA_HOME says another place: a
// relative one there is to be ignored. nullopt if neither is set.
std::optional<std::string> ConfigPath(const std::string& name);
std::optional<std::string> DataPath(const std::string& name);

// Checks that a value is one of these words; the message names them and not the value.
CLI::Validator OneOf(std::vector<std::string> words);
// Checks that a value is a whole number in a range.
CLI::Validator WholeNumber(int64_t least, int64_t most);

class Tool {
 public:
  Tool(const std::string& name, const std::string& purpose);

  CLI::App& options() { return options_; }
  const CLI::App& options() const { return options_; }

  // An option that may be repeated and takes one value each time; words after the value stay words.
  CLI::Option* AddList(const std::string& names, std::vector<std::string>& values, const std::string& help);
  // The operands: words that belong together, as many as are typed.
  CLI::Option* AddWords(std::vector<std::string>& words, const std::string& help);
  // An option under "More options".
  template <typename T>
  CLI::Option* AddMore(const std::string& names, T& value, const std::string& help) {
    return options_.add_option(names, value, help)->group(kMoreOptions);
  }

  // Nothing that is set wrongly keeps this run from its work: a broken config and a time that isn't understood are
  // named and passed over.
  void GoOnWhateverIsSet() { goes_on_ = true; }

  // Reads the config, parses the command line, does `work`, and gives the exit status. Whatever goes wrong is said
  // once, in one line.
  int Run(int argc, char** argv, const std::function<ExitStatus()>& work);

  // The moment this run takes for now: --now, else $STUMBLE_NOW, else the clock; local time.
  const Moment& now() const { return now_; }
  int64_t now_milliseconds() const { return now_milliseconds_; }

  // The settings of config.toml. Options and the environment come before them; who knows those asks here last.
  const Config& config() const { return config_; }
  // What the person calls a setback.
  const Words& words() const { return config_.words; }

  // What opens an encrypted journal: --identity, else $STUMBLE_IDENTITY. Its passphrase is asked for where there is a terminal, unless
  // --no-input is given.
  Identity& identity() { return identity_; }

  bool may_ask() const;             // a terminal to ask on, and no --no-input
  bool no_input() const { return no_input_; }  // --no-input was given
  bool stderr_is_terminal() const;
  // Whether this stream gets color: --color, else where it is a terminal that nothing says is to be plain.
  bool ColorAt(int stream) const;
  // From now on, output that is longer than the screen goes through the person's pager. Not where a person is asked.
  void PageOutput();
  StandardOutput& out() { return out_; }
  Messages& messages() { return messages_; }

  // For damaged data: warns, and makes the exit status 1 at the end.
  ErrorHandler OnDamage();

 private:
  void ReadConfig();
  bool Parse(int argc, char** argv);
  void TakeClock();

  std::string name_;
  CLI::App options_;
  Messages messages_;
  StandardOutput out_;
  bool quiet_ = false, verbose_ = false, no_input_ = false, show_config_ = false;
  bool goes_on_ = false;
  std::string identity_path_;
  Identity identity_;
  Config config_;
  std::optional<Error> config_error_;
  std::string now_text_;
  std::string color_ = "auto";
  Moment now_;
  int64_t now_milliseconds_ = 0;
  bool damaged_ = false;
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_TOOL_H_
