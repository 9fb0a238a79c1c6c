#include "tool/tool.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <utility>

#include "moment/spoken_time.h"
#include "moment/zone.h"
#include "text/near_words.h"
#include "text/text.h"
#include "tool/line_input.h"
#include "tool/settings.h"
#include "tool/terminal.h"
#include "words/encryption_words.h"

namespace stumble {

namespace {

constexpr const char* kVersion = "stumble 0.1.0";

// -h shows the main options; --help-all the others too. The person's own word for a setback is filled in.
class HelpFormatter : public CLI::Formatter {
 public:
  // `words` must outlive the formatter.
  explicit HelpFormatter(const Words& words) : words_(words) { column_width(28); }

  // A flag that may take a value after an equals sign shows that, and not the value it has without one.
  std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
    std::string name = CLI::Formatter::make_option_name(option, is_positional);
    size_t brace = name.find('{');
    return brace == std::string::npos ? name : name.substr(0, brace) + "[=" + option->get_type_name() + "]";
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    bool is_flag = option->get_type_size() == 0 || option->get_name(false, true).find('{') != std::string::npos;
    return is_flag ? "" : " " + option->get_type_name().substr(0, option->get_type_name().find(':'));
  }

  std::string make_option_usage(const CLI::Option* option) const override {
    return "[" + option->get_name(/*positional=*/true) + (option->get_expected_max() > 1 ? "...]" : "]");
  }

  // On a narrow terminal, what an option does stands below it.
  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    if (columns_ >= kUsualColumns) return CLI::Formatter::make_option(option, is_positional);
    std::string text = "  " + make_option_name(option, is_positional) + make_option_opts(option) + "\n";
    for (const std::string& line : Wrap(make_option_desc(option), columns_ - kIndent)) text += std::string(kIndent, ' ') + line + "\n";
    return text;
  }

  std::string make_positionals(const CLI::App*) const override { return ""; }

  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    std::string help = Fitted(make_description(app)) + Fitted(make_usage(app, name)) + make_positionals(app);
    for (const std::string& group : app->get_groups()) {
      if (group.empty() || (mode == CLI::AppFormatMode::Normal && group != kMainOptions)) continue;
      help += make_group(group, /*is_positional=*/false, app->get_options([&](const CLI::Option* option) {
        return option->get_group() == group && option->nonpositional();
      }));
    }
    if (mode == CLI::AppFormatMode::Normal) help += "\n" + Fitted(words::MoreOptions(app->get_name()) + "\n");
    return words_.In(help + make_footer(app));
  }

 private:
  static constexpr int kUsualColumns = 80, kLeastColumns = 30, kIndent = 6;

  std::string Fitted(const std::string& text) const {
    if (columns_ >= kUsualColumns) return text;
    std::string fitted;
    for (std::string_view line : Split(text, '\n'))
      for (const std::string& part : Wrap(line, columns_)) fitted += part + "\n";
    fitted.pop_back();  // Split gives one more for the last line's end
    return fitted;
  }

  const Words& words_;
  int columns_ = isatty(STDOUT_FILENO) == 1 ? std::max(kLeastColumns, ColumnsOf(STDOUT_FILENO)) : kUsualColumns;
};

constexpr int kMostWords = 1 << 24;  // more than any system takes as arguments

// The long names of all options: "--trigger".
std::vector<std::string> OptionNames(const CLI::App& options) {
  std::vector<std::string> names;
  for (const CLI::Option* option : options.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

// What was wrong with words that nothing took. They are not repeated: a dash may stand before words of the person's own.
std::string UnknownSentence(const CLI::App& options) {
  for (const std::string& extra : options.remaining()) {
    if (!extra.starts_with("-")) continue;
    std::string name = extra.substr(0, extra.find('='));
    std::string hint = name.starts_with("--") ? DidYouMean(name, OptionNames(options)) : "";
    return hint.empty() ? "there is an option that it does not know" : "unknown option" + hint;
  }
  return "expected options here, and no more words";
}

// What was wrong with the command line, without repeating what was typed: it may be the person's words.
std::string UsageSentence(const CLI::ParseError& error, const CLI::App& options) {
  std::string sentence = error.what();
  std::string name = sentence.substr(0, sentence.find(": "));
  bool is_named = name.size() < sentence.size() && options.get_option_no_throw(name) != nullptr;
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return UnknownSentence(options);
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) return sentence;  // of our own validators
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    std::string operand = sentence.substr(0, sentence.find(' '));
    return "expected a " + operand;
  }
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
    constexpr std::string_view kConversion = "Could not convert: ";
    if (!sentence.starts_with(kConversion)) return "expected no value after = there";  // a flag's
    sentence.erase(0, kConversion.size());
    std::string of = sentence.substr(0, sentence.find(" = "));
    const CLI::Option* option = options.get_option_no_throw(of);
    bool takes_none = option != nullptr && option->get_items_expected_max() == 0;
    return of + (takes_none ? ": expected no value with it" : ": expected a number");
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr && is_named)
    return name +
           (sentence.find("At Most") != std::string::npos ? ": expected only once" : ": expected a value after it");
  if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr) return sentence;  // it names two options
  return "could not be understood; expected options and words";
}

int64_t ClockMilliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// A core dump would hold what a person wrote, and lie about or be sent away by a program that collects them. Programs that are called, such
// as an editor, leave no file either.
void LeaveNoCoreDump() {
  rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__  // which looks for leaks by tracing itself
  prctl(PR_SET_DUMPABLE, 0);  // the limit does not hold for dumps that go to a program
#endif
}

// A write beyond the size that a file may have (ulimit -f) is an error like that of a full disk, to be said and cleaned up after, rather than
// the end. It is caught and not ignored, so that programs that are called meet it as ever.
void OutliveTooLargeFiles() {
  struct sigaction outlive {};
  outlive.sa_handler = [](int) {};
  outlive.sa_flags = SA_RESTART;
  sigaction(SIGXFSZ, &outlive, nullptr);
}

}  // namespace

std::optional<std::string> Environment(const char* name) {
  const char* value = std::getenv(name);
  if (!value || !*value) return std::nullopt;
  return value;
}

namespace {

std::optional<std::string> PathBelow(const char* variable, const char* in_home, const std::string& name) {
  auto directory = Environment(variable);
  if (directory && directory->starts_with('/')) return *directory + "/stumble/" + name;
  if (auto home = Environment("HOME")) return *home + in_home + "/stumble/" + name;
  return std::nullopt;
}

}  // namespace

std::optional<std::string> ConfigPath(const std::string& name) {
  return PathBelow("XDG_CONFIG_HOME", "/.config", name);
}
std::optional<std::string> DataPath(const std::string& name) {
  return PathBelow("XDG_DATA_HOME", "/.local/share", name);
}

CLI::Validator OneOf(std::vector<std::string> words) {
  auto check = [words = std::move(words)](const std::string& value) -> std::string {
    std::string expected = "expected ";
    for (size_t i = 0; i < words.size(); ++i) {
      if (value == words[i]) return "";
      expected += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    }
    return expected + DidYouMean(value, words);
  };
  return CLI::Validator(check, "");
}

CLI::Validator WholeNumber(int64_t least, int64_t most) {
  auto check = [least, most](const std::string& value) -> std::string {
    int64_t number = 0;
    auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
    bool good = failure == std::errc() && end == value.data() + value.size() && number >= least && number <= most;
    if (good) return "";
    if (most == INT64_MAX) return "expected a whole number, " + std::to_string(least) + " or more";
    return "expected a whole number from " + std::to_string(least) + " to " + std::to_string(most);
  };
  return CLI::Validator(check, "");
}

Tool::Tool(const std::string& name, const std::string& purpose) : name_(name), options_(purpose, name), messages_(name) {
  OpenClosedStandardStreams();
  options_.formatter(std::make_shared<HelpFormatter>(config_.words));
  options_.option_defaults()->group(kMainOptions);
  options_.set_help_flag("-h,--help", "Show the options most used");
  options_.set_help_all_flag("--help-all", "Show all options")->group(kMoreOptions);
  options_.set_version_flag("-V,--version", kVersion, "Show the version")->group(kMoreOptions);
  options_.add_flag("-q,--quiet", quiet_, "Say only what could not be done")->group(kMoreOptions);
  options_.add_flag("-v,--verbose", verbose_, "Say more on what is done")->group(kMoreOptions);
  options_.add_flag("--no-input", no_input_, "Never ask; for scripts")->group(kMoreOptions);
  AddMore("--color", color_, "Color: auto, always or never")->type_name("WHEN")->check(OneOf({"auto", "always", "never"}));
  options_.add_flag("--show-config", show_config_, "Show what is set, and where it comes from")->group(kMoreOptions);
  AddMore("--identity", identity_path_, "Opens an encrypted journal (also $STUMBLE_IDENTITY)")->type_name("FILE");
  AddMore("--now", now_text_, "Take this time for now (also $STUMBLE_NOW)")->type_name("TIME");
}

CLI::Option* Tool::AddList(const std::string& names, std::vector<std::string>& values, const std::string& help) {
  return options_.add_option(names, values, help)->allow_extra_args(false);
}

CLI::Option* Tool::AddWords(std::vector<std::string>& words, const std::string& help) {
  // Without extra arguments CLI11 takes no "[so, tired]" for a list; it takes words as long as more are expected.
  return options_.add_option("words", words, help)->type_name("WORDS")->allow_extra_args(false)->expected(kMostWords)->take_all();
}

int Tool::Run(int argc, char** argv, const std::function<ExitStatus()>& work) {
  LeaveNoCoreDump();
  OutliveTooLargeFiles();
  ExitStatus status = ExitStatus::kDone;
  try {
    ReadConfig();
    if (!Parse(argc, argv)) return 0;
    if (quiet_) messages_.SetLevel(Messages::Level::kQuiet);
    if (verbose_) messages_.SetLevel(Messages::Level::kVerbose);
    messages_.SetColor(ColorAt(STDERR_FILENO));
    if (config_error_ && (!goes_on_ || show_config_)) throw Error(*config_error_);
    if (config_error_) messages_.Warn(config_error_->Sentence() + "; going on without it");
    if (show_config_) {
      out_.Write(SettingsPage(options_, config_));
      out_.Flush();
      return 0;
    }
    TakeClock();
    if (identity_path_.empty()) identity_path_ = Environment("STUMBLE_IDENTITY").value_or("");
    identity_ = Identity(identity_path_, /*may_ask=*/!no_input_);
    identity_.set_before_asking([this] { messages_.Say(words::kAgeAsks); });
    status = work();
    out_.Flush();
  } catch (const Error& error) {
    messages_.Fail(error.Sentence());
    status = error.status();
    try {
      out_.Flush();
    } catch (const Error&) {
      // said already, or less important than what was
    }
  } catch (const Interrupted& stop) {  // by the person, and nobody kept what was typed
    return stop.exit_status();
  } catch (const std::bad_alloc&) {
    messages_.Fail("not enough memory");
    status = ExitStatus::kData;
  } catch (const std::exception& error) {
    messages_.Fail(std::string("could not go on: ") + error.what());
    status = ExitStatus::kData;
  }
  if (damaged_ && (status == ExitStatus::kDone || status == ExitStatus::kNothingMatched)) status = ExitStatus::kData;
  return static_cast<int>(status);
}

void Tool::ReadConfig() {
  std::optional<std::string> path = ConfigPath("config.toml");
  if (!path) return;
  // Said after the options are known: help and the version need no settings.
  auto keep_first = [&](const Error& error) {
    if (!config_error_) config_error_ = error;
  };
  try {
    config_ = LoadConfig(*path, Environment("HOME").value_or(""), keep_first);
  } catch (const Error& error) {
    keep_first(error);
  }
}

// False if the command line only asked for help or the version, and got it.
bool Tool::Parse(int argc, char** argv) {
  try {
    options_.parse(argc, argv);
  } catch (const CLI::Success& answer) {  // help or version, which CLI11 writes itself
    std::ostringstream text, none;
    options_.exit(answer, text, none);
    out_.Write(text.str());
    out_.Flush();
    return false;
  } catch (const CLI::ParseError& error) {
    bool only_shows = show_config_ && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    if (only_shows) return true;
    std::string sentence = UsageSentence(error, options_);
    if (!sentence.ends_with('?')) sentence += "; '" + name_ + " --help-all' lists the options";
    throw Error(sentence, {}, ExitStatus::kUsage);
  }
  return true;
}

void Tool::TakeClock() {
  now_milliseconds_ = ClockMilliseconds();
  now_ = LocalMoment(Instant(std::chrono::seconds(now_milliseconds_ / 1000)));
  std::optional<std::string> text = !now_text_.empty() ? now_text_ : Environment("STUMBLE_NOW");
  if (!text) return;
  Moment given;
  try {
    given = ParseWhen(*text, now_);
  } catch (const Error& error) {
    std::string what = (now_text_.empty() ? "$STUMBLE_NOW: " : "--now: ") + std::string(error.what());
    if (!goes_on_) throw Error(what, {}, error.status());
    messages_.Warn(what);
    return;
  }
  if (!given.HasTime()) given = AtLocalTime(given.day, std::chrono::hours(12));
  Instant instant = *given.ToInstant();
  now_ = LocalMoment(instant);
  now_milliseconds_ = std::chrono::milliseconds(instant.time_since_epoch()).count();
}

bool Tool::may_ask() const { return !no_input_ && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1; }

bool Tool::ColorAt(int stream) const {
  if (color_ != "auto") return color_ == "always";
  return isatty(stream) == 1 && !Environment("NO_COLOR") && !IsPlainTerminal();
}

void Tool::PageOutput() {
  if (out_.is_terminal() && !IsPlainTerminal()) out_.UsePager(PagerCommand());
}

bool Tool::stderr_is_terminal() const { return isatty(STDERR_FILENO) == 1; }

ErrorHandler Tool::OnDamage() {
  return [this](const Error& error) {
    damaged_ = true;
    messages_.Warn(error.Sentence());
  };
}

}  // namespace stumble
