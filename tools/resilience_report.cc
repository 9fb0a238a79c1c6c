// resilience-report: the week, the quarter, the path so far, in a person's own words.

#include <unistd.h>

#include <algorithm>

#include "moment/period.h"
#include "report/report.h"
#include "report/report_json.h"
#include "report/report_text.h"
#include "report/shareable.h"
#include "reframing/safety.h"
#include "text/near_words.h"
#include "tool/journal_options.h"
#include "tool/pack_options.h"
#include "tool/period_options.h"
#include "tool/safety_watch.h"
#include "tool/terminal.h"
#include "tool/tool.h"

namespace stumble {
namespace {

constexpr int kLeastColumns = 30;  // of a terminal; narrower ones break the lines themselves

class ReportTool {
 public:
  ReportTool() : tool_("resilience-report", "What happened, what helped, what you learned: in your own words.") {
    period_options_.Declare(tool_);
    tool_.options().add_option("--format", format_, "Print as text or json")->type_name("FORMAT");
    tool_.options().add_flag("--detail", text_.detail, "Add how long it took until it eased");
    tool_.options().add_flag("--if-any", if_any_, "Print nothing if nothing was noted");
    tool_.options().add_flag("--ascii", text_.spelling.ascii, "Draw with plain ASCII characters")->group(kMoreOptions);
    journal_options_.DeclareReading();
    packs_.Declare(tool_, /*with_region=*/true);
    watch_.Declare(tool_);
  }

  int Run(int argc, char** argv) {
    return tool_.Run(argc, argv, [this] { return Work(); });
  }

 private:
  ExitStatus Work() {
    tool_.PageOutput();
    CheckFormat();
    Period period = ChoosePeriod();
    Journal journal = journal_options_.Load();
    Folded folded = Fold(journal.entries());
    if (!folded.strays.empty())
      tool_.messages().Note("entries that follow up what was not read are left out; 'recall --check' names them");
    text_.own = tool_.words();
    if (tool_.out().is_terminal()) text_.spelling.columns = std::clamp(ColumnsOf(STDOUT_FILENO), kLeastColumns, kPageColumns);
    PackShelf shelf = packs_.Open(tool_, {"safety"});
    SafetyRules safety(shelf, tool_.OnDamage());
    auto is_held = [&](const Record& record) {
      Concern concern = safety.JudgeRecord(record);
      std::optional<Moment> date = ParseMoment(record.Get("Date"));
      if (date && period.Contains(*date)) watch_.Saw(concern, record.Get("Date"), tool_);
      return IsHeld(concern);
    };
    Journal shareable = Shareable(journal, folded, is_held);
    if (tool_.out().is_terminal()) text_.something_is_kept = HasEntriesIn(journal, period);
    Report report = BuildReport(shareable, Fold(shareable.entries()), period, tool_.now());
    if (!if_any_ || report.anything_noted)
      tool_.out().Write(format_ == "json" ? RenderJson(report) : RenderText(report, text_));
    tool_.out().Flush();
    watch_.Show(packs_.Help(shelf), tool_);
    return ExitStatus::kDone;
  }

  static bool HasEntriesIn(const Journal& journal, const Period& period) {
    return std::any_of(journal.entries().begin(), journal.entries().end(),
                       [&](const Entry& entry) { return entry.date && period.Contains(*entry.date); });
  }

  void CheckFormat() const {
    if (format_ == "text" || format_ == "json") return;
    static const std::vector<std::string> kFormats = {"text", "json"};
    throw Error(
        "--format: expected text or json; html, markdown and mail are not there yet" + DidYouMean(format_, kFormats),
        {}, ExitStatus::kUsage);
  }

  Period ChoosePeriod() {
    std::optional<Period> given = period_options_.Given(tool_);
    text_.span_name = given ? period_options_.last() : "week";
    return given ? *given : LastPeriod(text_.span_name, tool_.now().day);
  }

  Tool tool_;
  JournalOptions journal_options_{tool_};
  PackOptions packs_;
  SafetyWatch watch_;
  PeriodOptions period_options_;
  std::string format_ = "text";
  bool if_any_ = false;
  TextChoices text_;
};

}  // namespace
}  // namespace stumble

int main(int argc, char** argv) { return stumble::ReportTool().Run(argc, argv); }
