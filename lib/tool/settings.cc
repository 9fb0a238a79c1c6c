#include "tool/settings.h"

#include <filesystem>
#include <vector>

#include "pack/pack_shelf.h"
#include "text/text.h"
#include "tool/tool.h"

namespace stumble {

namespace {

constexpr const char* kBuiltIn = "built in";

class Page {
 public:
  Page(const CLI::App& options, const Config& config) : options_(options), config_(config) {}

  std::string Render() {
    AddFile();
    AddJournal();
    AddOne("identity", "--identity", "STUMBLE_IDENTITY", "", "");
    AddPacks();
    AddOne("region", "--region", "STUMBLE_REGION", config_.region, "");
    AddOne("language", "", "", config_.language, "");
    AddOne("safety-plan", "", "", config_.safety_plan, DataPath("my-plan.rec").value_or(""));
    AddOne("contact", "", "", config_.contact, "");
    AddOne("week-start", "", "", config_.week_start, "monday");
    AddOne("privacy", "--privacy", "", config_.privacy, "");
    AddOne("mail-to", "--mail-to", "", config_.mail_to, "");
    AddOne("setback", "", "", config_.words.setback, "");
    AddOne("setbacks", "", "", config_.words.setbacks, "");
    return page_;
  }

 private:
  void Add(const std::string& name, std::string value, const std::string& from) {
    for (char& c : value)
      if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    page_ += name + "\t" + value + "\t" + from + "\n";
  }

  // The values an option was given; none if this tool doesn't have it.
  std::vector<std::string> Given(const std::string& option) const {
    const CLI::Option* found = option.empty() ? nullptr : options_.get_option_no_throw(option);
    return found ? found->results() : std::vector<std::string>();
  }

  std::string FromFile(std::string_view name) const {
    const Place* place = config_.PlaceOf(name);
    return place ? Place{place->file, place->line, 0}.ToString() : kBuiltIn;
  }

  void AddFile() {
    std::string path = ConfigPath("config.toml").value_or("");
    std::error_code ignored;
    Add("config", path, std::filesystem::exists(path, ignored) ? "there" : "not there");
  }

  void AddOne(const std::string& name, const std::string& option, const char* variable, const std::string& in_file,
              const std::string& otherwise) {
    std::vector<std::string> given = Given(option);
    std::optional<std::string> set = *variable ? Environment(variable) : std::nullopt;
    if (!given.empty()) return Add(name, given.back(), option);
    if (set) return Add(name, *set, "$" + std::string(variable));
    Add(name, in_file.empty() ? otherwise : in_file, FromFile(name));
  }

  void AddJournal() {
    std::vector<std::string> given = Given("--file");
    for (const std::string& file : given) Add("journal", file, "--file");
    if (given.empty())
      AddOne("journal", "", "STUMBLE_JOURNAL", config_.journal, DataPath("journal.rec").value_or(""));
  }

  // All of the search path, in its order.
  void AddPacks() {
    for (const std::string& path : Given("--packs")) Add("packs", path, "--packs");
    if (auto set = Environment("STUMBLE_PACKS"))
      for (std::string_view path : Split(*set, ':'))
        if (!path.empty()) Add("packs", std::string(path), "$STUMBLE_PACKS");
    for (const std::string& path : config_.packs) Add("packs", path, FromFile("packs"));
    auto no_variable = [](const char* name) -> const char* {
      return std::string_view(name) == "STUMBLE_PACKS" ? nullptr : std::getenv(name);
    };
    for (const std::string& path : PackSearchPath({}, no_variable)) Add("packs", path, kBuiltIn);
  }

  const CLI::App& options_;
  const Config& config_;
  std::string page_;
};

}  // namespace

std::string SettingsPage(const CLI::App& options, const Config& config) { return Page(options, config).Render(); }

}  // namespace stumble
