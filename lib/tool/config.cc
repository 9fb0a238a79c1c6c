#include "tool/config.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include "text/near_words.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr size_t kMostBytes = 64 << 10;
constexpr int kWidestWord = 40;
constexpr int kWidestText = 200;

[[noreturn]] void Refuse(const std::string& what, const Place& place) {
  throw Error(what, place, ExitStatus::kUsage);
}

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsLetterOrDigit(char c) { return IsLetter(c) || (c >= '0' && c <= '9'); }

// A language as BCP 47 has it: two or three letters, then parts of up to eight letters and digits.
bool IsLanguage(std::string_view text) {
  std::vector<std::string_view> parts = Split(text, '-');
  bool good = parts[0].size() >= 2 && parts[0].size() <= 3 && std::all_of(parts[0].begin(), parts[0].end(), IsLetter);
  for (size_t at = 1; at < parts.size(); ++at)
    good = good && !parts[at].empty() && parts[at].size() <= 8 &&
           std::all_of(parts[at].begin(), parts[at].end(), IsLetterOrDigit);
  return good;
}

// It stands in the header of a mail, so nothing may be hidden in it.
bool IsMailAddress(std::string_view text) {
  size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find_first_of(" \t,;<>\"") == std::string_view::npos;
}

// One line that a terminal can show as it is.
bool IsPlainLine(std::string_view text) {
  return text.find_first_of("\n\t") == std::string_view::npos && SafeForTerminal(text) == text;
}

class ConfigReader {
 public:
  ConfigReader(const std::string& file, const std::string& home, const ErrorHandler& on_error)
      : file_(file), home_(home), on_error_(on_error) {}

  Config Read(const toml::table& table) {
    Each(table, "",
         {{"region", [&](auto& v, auto& p) { config_.region = Text(v, p, "a country's code such as \"US\""); }},
          {"language", [&](auto& v, auto& p) { config_.language = Language(v, p); }},
          {"safety-plan", [&](auto& v, auto& p) { config_.safety_plan = Path(v, p); }},
          {"contact", [&](auto& v, auto& p) { config_.contact = Text(v, p, "a name and a number, on one line"); }},
          {"week-start",
           [&](auto& v, auto& p) {
             config_.week_start = OneOf(v, p, {"monday", "sunday"});
           }},
          {"privacy",
           [&](auto& v, auto& p) {
             config_.privacy = OneOf(v, p, {"counts", "themes", "full"});
           }},
          {"mail-to", [&](auto& v, auto& p) { config_.mail_to = MailTo(v, p); }},
          {"packs", [&](auto& v, auto& p) { config_.packs = Paths(v, p); }},
          {"journal", [&](auto& v, auto& p) { config_.journal = Path(v, p); }},
          {"words", [&](auto& v, auto& p) { ReadWords(v, p); }}});
    config_.places.erase("words");
    return std::move(config_);
  }

 private:
  using Take = std::function<void(const toml::node&, const Place&)>;

  Place PlaceOf(const toml::source_position& position) const {
    return {file_, static_cast<int>(position.line), static_cast<int>(position.column)};
  }

  // Hands each setting of a table to who takes it, with the place of its value.
  void Each(const toml::table& table, const std::string& of, const std::vector<std::pair<std::string, Take>>& known) {
    std::vector<std::string> names;
    for (const auto& [name, take] : known) names.push_back(name);
    // In the order of the file, so that the first mistake is the one that is named.
    std::vector<std::pair<toml::key, const toml::node*>> settings;
    for (const auto& [key, value] : table) settings.emplace_back(key, &value);
    std::sort(settings.begin(), settings.end(), [](const auto& a, const auto& b) {
      return std::pair(a.first.source().begin.line, a.first.source().begin.column) <
             std::pair(b.first.source().begin.line, b.first.source().begin.column);
    });
    for (const auto& [key, value] : settings) {
      std::string name(key.str());
      auto found = std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.first == name; });
      try {
        if (found == known.end()) RefuseName(name, of, names, PlaceOf(key.source().begin));
        Place place = PlaceOf(value->source().begin);
        name_ = of + name;
        found->second(*value, place);
        config_.places[name] = place;
      } catch (const Error& error) {
        if (!on_error_) throw;
        on_error_(error);
      }
    }
  }

  [[noreturn]] static void RefuseName(const std::string& name, const std::string& of,
                                      const std::vector<std::string>& names, const Place& place) {
    std::string expected;
    for (size_t at = 0; at < names.size(); ++at)
      expected += (at == 0 ? "" : at + 1 == names.size() ? " or " : ", ") + names[at];
    std::string where = of.empty() ? "" : " of [words]";
    // Somebody may take the word for a setting of its own.
    if (of.empty() && (name == "setback" || name == "setbacks"))
      Refuse("unknown setting; expected " + name + " below a line [words]", place);
    Refuse("unknown setting" + where + "; expected " + expected + DidYouMean(name, names), place);
  }

  [[noreturn]] void Expect(const std::string& what, const Place& place) const {
    Refuse(name_ + ": expected " + what, place);
  }

  std::string Text(const toml::node& value, const Place& place, const std::string& expected) const {
    std::optional<std::string> text = value.value_exact<std::string>();
    if (!text) Expect(expected + ", in quotes", place);
    if (Trim(*text).empty() || !IsPlainLine(*text)) Expect(expected, place);
    if (WidthColumns(*text) > kWidestText) Expect("at most " + std::to_string(kWidestText) + " columns", place);
    return std::string(Trim(*text));
  }

  std::string Language(const toml::node& value, const Place& place) const {
    constexpr const char* kExpected = "a language's code such as \"en\" or \"pt-BR\"";
    std::string text = Text(value, place, kExpected);
    if (!IsLanguage(text)) Expect(kExpected, place);
    return text;
  }

  std::string MailTo(const toml::node& value, const Place& place) const {
    constexpr const char* kExpected = "one address such as \"me@example.org\"";
    std::string text = Text(value, place, kExpected);
    if (!IsMailAddress(text)) Expect(kExpected, place);
    return text;
  }

  std::string OneOf(const toml::node& value, const Place& place, const std::vector<std::string>& choices) const {
    std::string expected;
    for (size_t at = 0; at < choices.size(); ++at)
      expected += (at == 0 ? "\"" : at + 1 == choices.size() ? " or \"" : ", \"") + choices[at] + "\"";
    std::string text = Text(value, place, expected);
    if (std::find(choices.begin(), choices.end(), text) == choices.end())
      Expect(expected + DidYouMean(text, choices), place);
    return text;
  }

  // A path means the same from wherever a tool is started.
  std::string Path(const toml::node& value, const Place& place) const {
    std::optional<std::string> text = value.value_exact<std::string>();
    bool from_home = text && text->starts_with("~/") && !home_.empty();
    bool good =
        text && (text->starts_with('/') || from_home) && text->find('\0') == std::string::npos && text->size() < 4096;
    if (!good) Expect("a path in quotes that begins with / or ~/", place);
    return from_home ? home_ + text->substr(1) : *text;
  }

  std::vector<std::string> Paths(const toml::node& value, const Place& place) const {
    const toml::array* list = value.as_array();
    if (!list) return {Path(value, place)};
    std::vector<std::string> paths;
    for (const toml::node& each : *list) paths.push_back(Path(each, PlaceOf(each.source().begin)));
    return paths;
  }

  void ReadWords(const toml::node& value, const Place& place) {
    const toml::table* table = value.as_table();
    if (!table) Expect("a line [words], and below it setback = \"hard moment\"", place);
    Each(*table, "words.",
         {{"setback", [&](auto& v, auto& p) { config_.words.setback = Word(v, p); }},
          {"setbacks", [&](auto& v, auto& p) { config_.words.setbacks = Word(v, p); }}});
    if (config_.places.contains("setback") && !config_.places.contains("setbacks")) {
      config_.words.setbacks = config_.words.setback + "s";
      config_.places["setbacks"] = config_.places["setback"];
    }
  }

  std::string Word(const toml::node& value, const Place& place) const {
    std::string word = Text(value, place, "a word or two, such as \"hard moment\"");
    if (WidthColumns(word) > kWidestWord) Expect("at most " + std::to_string(kWidestWord) + " columns", place);
    return word;
  }

  const std::string& file_;
  const std::string& home_;
  const ErrorHandler& on_error_;
  std::string name_;  // of the setting at hand, for messages
  Config config_;
};

// What toml++ says may repeat what stands there, and says it to programmers.
std::string Complaint(std::string_view description) {
  if (description.find("redefine") != std::string_view::npos) return "this stands twice; expected each setting once";
  if (description.find("utf-8") != std::string_view::npos || description.find("UTF-8") != std::string_view::npos)
    return "expected UTF-8 text";
  return "could not read this; expected lines such as region = \"US\", with texts in quotes";
}

// The bytes of the file; nullopt if there is none.
std::optional<std::string> BytesOf(const std::string& file) {
  int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  if (descriptor < 0) Refuse(std::string("could not be opened: ") + std::strerror(errno), {file});
  struct stat status;
  bool is_file = fstat(descriptor, &status) == 0 && !S_ISDIR(status.st_mode);
  std::string bytes(kMostBytes + 1, '\0');
  size_t size = 0;
  ssize_t count = 0;
  while (is_file && size < bytes.size()) {
    count = read(descriptor, bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    size += static_cast<size_t>(count);
  }
  int reason = errno;
  close(descriptor);
  if (!is_file) Refuse("expected a file of settings, not a directory", {file});
  if (count < 0) Refuse(std::string("could not be read: ") + std::strerror(reason), {file});
  if (size > kMostBytes) Refuse("expected at most " + std::to_string(kMostBytes >> 10) + " KiB", {file});
  bytes.resize(size);
  return bytes;
}

}  // namespace

Config ParseConfig(std::string_view toml, const std::string& file, const std::string& home,
                   const ErrorHandler& on_error) {
  try {
    return ConfigReader(file, home, on_error).Read(toml::parse(toml));
  } catch (const toml::parse_error& error) {
    const toml::source_position& at = error.source().begin;
    Refuse(Complaint(error.description()), {file, static_cast<int>(at.line), static_cast<int>(at.column)});
  }
}

Config LoadConfig(const std::string& file, const std::string& home, const ErrorHandler& on_error) {
  std::optional<std::string> bytes = BytesOf(file);
  return bytes ? ParseConfig(*bytes, file, home, on_error) : Config();
}

}  // namespace stumble
