#include "report_options.h"

#include <CLI/CLI.hpp>
#include <random>
#include <utility>
#include <vector>

#include "text/near_words.h"

namespace stumble {

namespace {

template <typename Value>
using Choices = std::vector<std::pair<std::string, Value>>;

// The value of a name; throws a usage Error that lists the names.
template <typename Value>
Value Chosen(const std::string& option, const std::string& given, const Choices<Value>& choices) {
  std::vector<std::string> names;
  std::string listed;
  for (const auto& [name, value] : choices) {
    if (name == given) return value;
    names.push_back(name);
    listed += (listed.empty() ? "" : name == choices.back().first ? " or " : ", ") + name;
  }
  throw Error(option + ": expected " + listed + DidYouMean(given, names), {}, ExitStatus::kUsage);
}

const Choices<Privacy> kPrivacies = {{"counts", Privacy::kCounts}, {"themes", Privacy::kThemes}, {"full", Privacy::kFull}};

}  // namespace

void ReportOptions::Declare(Tool& tool) {
  CLI::App& options = tool.options();
  options.add_option("--format", format_, "Print as text, markdown, html or json")->type_name("FORMAT");
  options.add_flag("--detail", detail_, "Add the numbers, and how sure they are");
  options.add_option("--mail-to", mail_to_, "Print a mail to this address, for sendmail -t")->type_name("ADDRESS")->expected(0, 1);
  options.add_option("--for", audience_, "Make a handout for the next session: therapist")->type_name("WHOM");
  tool.AddMore("--mail-from", mail_from_, "Name this sender in the mail")->type_name("ADDRESS");
  tool.AddMore("--privacy", privacy_, "Show counts, themes, or words in full")->type_name("HOW");
  options.add_flag("--if-any", if_any_, "Print nothing if nothing was noted")->group(kMoreOptions);
  options.add_flag("--compare", compare_, "Put earlier days beside these")->group(kMoreOptions);
  tool.AddMore("--by", by_, "Put domains, triggers or months side by side")->type_name("NAME");
  options.add_flag("--explain", explain_, "Say how the numbers are made")->group(kMoreOptions);
  options.add_flag("--ascii", ascii_, "Draw with plain ASCII characters")->group(kMoreOptions);
  tool.AddMore("--seed", seed_, "Name the mail by this number")->type_name("N");
}

void ReportOptions::Check(const Tool& tool) {
  kind_ = Chosen<ReportFormat>("--format", format_,
                               {{"text", ReportFormat::kText},
                                {"markdown", ReportFormat::kMarkdown},
                                {"html", ReportFormat::kHtml},
                                {"json", ReportFormat::kJson}});
  if (!audience_.empty()) Chosen<bool>("--for", audience_, {{"therapist", true}});
  if (!by_.empty())
    grouped_by_ = Chosen<GroupedBy>(
        "--by", by_, {{"domain", GroupedBy::kDomain}, {"trigger", GroupedBy::kTrigger}, {"month", GroupedBy::kMonth}});
  CheckAddresses(tool);
  ChoosePrivacy(tool);
}

void ReportOptions::CheckAddresses(const Tool& tool) {
  if (!mail_to_) {
    if (!mail_from_.empty()) throw Error("--mail-from: expected --mail-to beside it", {}, ExitStatus::kUsage);
    return;
  }
  std::string address = mail_to_->empty() ? tool.config().mail_to : *mail_to_;
  if (address.empty())
    throw Error("--mail-to: expected an address, here or as mail-to in config.toml", {}, ExitStatus::kUsage);
  to_ = ParseMailAddress(address, "--mail-to");
  if (!mail_from_.empty()) from_ = ParseMailAddress(mail_from_, "--mail-from");
  if (kind_ == ReportFormat::kJson || kind_ == ReportFormat::kMarkdown)
    throw Error("--format: expected text or html beside --mail-to; a mail has both", {}, ExitStatus::kUsage);
}

// What is made to be shared shows less.
void ReportOptions::ChoosePrivacy(const Tool& tool) {
  std::string name = privacy_;
  bool is_shared = IsMail() || for_therapist();
  if (name.empty() && is_shared) name = tool.config().privacy;
  if (name.empty()) name = IsMail() ? "counts" : for_therapist() ? "themes" : "full";
  privacy_chosen_ = Chosen("--privacy", name, kPrivacies);
}

uint64_t ReportOptions::RandomBits() const {
  if (seed_) return *seed_;
  std::random_device chance;
  return (static_cast<uint64_t>(chance()) << 32) | chance();
}

}  // namespace stumble
