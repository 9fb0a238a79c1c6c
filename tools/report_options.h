// ReportOptions: what resilience-report is asked for: which form, how much of the person's words, for whom, beside what.
#ifndef STUMBLE_TOOLS_REPORT_OPTIONS_H_
#define STUMBLE_TOOLS_REPORT_OPTIONS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "report/mail.h"
#include "report/report.h"
#include "tool/tool.h"

namespace stumble {

enum class ReportFormat { kText, kMarkdown, kHtml, kJson };

class ReportOptions {
 public:
  void Declare(Tool& tool);

  // Throws a usage Error for values that the options don't take, or that don't go together. To be called once, first.
  void Check(const Tool& tool);

  ReportFormat format() const { return kind_; }
  Privacy privacy() const { return privacy_chosen_; }
  bool for_therapist() const { return audience_ == "therapist"; }
  bool detail() const { return detail_; }
  bool explain() const { return explain_; }
  bool compare() const { return compare_; }
  bool if_any() const { return if_any_; }
  bool ascii() const { return ascii_; }
  const std::optional<GroupedBy>& grouped_by() const { return grouped_by_; }

  bool IsMail() const { return to_.has_value(); }
  const MailAddress& to() const { return *to_; }
  const std::optional<MailAddress>& from() const { return from_; }
  // By --seed, else by chance.
  uint64_t RandomBits() const;

 private:
  void CheckAddresses(const Tool& tool);
  void ChoosePrivacy(const Tool& tool);

  std::string format_ = "text", audience_, by_, privacy_, mail_from_;
  std::optional<std::string> mail_to_;  // empty: that of the config
  std::optional<uint64_t> seed_;
  bool detail_ = false, explain_ = false, compare_ = false, if_any_ = false, ascii_ = false;

  ReportFormat kind_ = ReportFormat::kText;
  Privacy privacy_chosen_ = Privacy::kFull;
  std::optional<GroupedBy> grouped_by_;
  std::optional<MailAddress> to_, from_;
};

}  // namespace stumble

#endif  // STUMBLE_TOOLS_REPORT_OPTIONS_H_
