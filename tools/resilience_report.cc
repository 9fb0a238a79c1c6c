// resilience-report: the week, the quarter, the path so far, in a person's own words.

#include <unistd.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "moment/period.h"
#include "reframing/safety.h"
#include "report/detail_text.h"
#include "report/digests.h"
#include "report/document.h"
#include "report/mail.h"
#include "report/report.h"
#include "report/report_html.h"
#include "report/report_json.h"
#include "report/report_markdown.h"
#include "report/report_text.h"
#include "report/shareable.h"
#include "report_options.h"
#include "text/text.h"
#include "tool/journal_options.h"
#include "tool/pack_options.h"
#include "tool/period_options.h"
#include "tool/safety_watch.h"
#include "tool/terminal.h"
#include "tool/tool.h"
#include "words/report_words.h"

namespace stumble {
namespace {

constexpr int kLeastColumns = 30;  // of a terminal; narrower ones break the lines themselves

// `--since` takes these beside times.
constexpr std::string_view kStart = "start", kLastSession = "last-session";

class ReportTool {
 public:
  ReportTool() : tool_("resilience-report", "What happened, what helped, what you learned: in your own words.") {
    period_options_.TakeNames({kStart, kLastSession});
    period_options_.Declare(tool_);
    options_.Declare(tool_);
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
    options_.Check(tool_);
    spelling_.ascii = options_.ascii();
    if (tool_.out().is_terminal()) spelling_.columns = std::clamp(ColumnsOf(STDOUT_FILENO), kLeastColumns, kPageColumns);
    if (options_.explain()) {
      for (const std::string& line : ExplainLines(spelling_, tool_.words())) tool_.out().Write(line + "\n");
      return ExitStatus::kDone;
    }
    PackShelf shelf = packs_.Open(tool_, {"safety", "patterns"});
    for (const Pattern* pattern : shelf.patterns()) plain_of_.emplace(pattern->id, pattern->plain);
    SafetyRules safety(shelf, tool_.OnDamage());
    Period period = ChoosePeriod();
    const Digests journal = OnlyShareable(ReadDigests(safety, period));
    if (period_options_.name() == kLastSession) {
      std::optional<Period> since = SinceLastSession(journal);
      if (!since) return ExitStatus::kDone;
      period = *since;
    }
    for (const auto& [date, concern] : concerns_)
      if (period.Contains(*ParseMoment(date))) watch_.Saw(concern, date, tool_);
    WriteReport(journal, period);
    tool_.out().Flush();
    watch_.Show(packs_.Help(shelf), tool_);
    return ExitStatus::kDone;
  }

  // Without options the last week, or, for the next session, what there was since the last one. That one is only known once the journal
  // is read: until then the period is open.
  Period ChoosePeriod() {
    if (std::optional<Period> given = period_options_.Given(tool_)) {
      span_name_ = period_options_.last();
      return *given;
    }
    span_name_ = "week";
    return LastPeriod(span_name_, tool_.now().day);
  }

  // What a report may use of each entry; the rest of its text is let go.
  Digests ReadDigests(const SafetyRules& safety, const Period& period) {
    Digests journal({WordsShown(), period, tool_.now()});
    journal_options_.ForEach([&](const Record& record) {
      if (!record.IsEntry()) return;
      Concern concern = safety.JudgeRecord(record);
      std::optional<Moment> date = ParseMoment(record.Get("Date"));
      if (date) dates_.push_back(*date);
      if (date && concern != Concern::kNone) concerns_.emplace_back(record.Get("Date"), concern);
      journal.Add(record, IsHeld(concern), tool_.OnDamage());
    });
    return journal;
  }

  Showing::Words WordsShown() const {
    if (options_.privacy() != Privacy::kFull) return Showing::Words::kNone;
    return options_.IsMail() || options_.format() != ReportFormat::kJson ? Showing::Words::kNewest : Showing::Words::kAll;
  }

  Digests OnlyShareable(Digests journal) {
    Folded folded = Fold(journal.entries());
    if (!folded.strays.empty())
      tool_.messages().Note("entries that follow up what was not read are left out; 'recall --check' names them");
    return Shareable(std::move(journal), folded);
  }

  // From the newest session that was noted until now, or until --until; nullopt where there is none and that is all right.
  std::optional<Period> SinceLastSession(const Digests& journal) {
    std::optional<Moment> session;
    for (size_t place = 0; place < journal.entries().size(); ++place) {
      const std::optional<Moment>& date = journal.entries()[place].date;
      if (!date || date->day > tool_.now().day || !IsSession(journal, place)) continue;
      if (!session || session->day <= date->day) session = date;
    }
    if (!session && options_.if_any()) return std::nullopt;
    if (!session)
      throw Error("--since last-session: expected an entry that is not kept out of reports, such as one by "
                  "'log-setback -d therapy --tag session --learned ...'");
    std::optional<Moment> upper = period_options_.Upper(tool_);
    if (upper && upper->day < session->day)
      throw Error("expected --since to be no later than --until", {}, ExitStatus::kUsage);
    return Period(session, upper);
  }

  static bool IsSession(const Digests& journal, size_t place) {
    auto has = [&](std::string_view field, std::string_view name) {
      std::vector<std::string_view> names = journal.Names(place, field);
      return std::any_of(names.begin(), names.end(), [&](std::string_view each) { return EqualIgnoringCase(each, name); });
    };
    return has("Domain", "therapy") && has("Tag", "session");
  }

  void WriteReport(const Digests& journal, const Period& period) {
    Folded folded = Fold(journal.entries());
    Moment now = tool_.now();
    Report report = BuildReport(journal, folded, period, now);
    Material material{journal, folded, period, now};
    if (options_.compare()) report.comparison = Compare(material);
    if (options_.grouped_by()) report.groups = GroupBy(material, *options_.grouped_by());
    report = WithPrivacy(std::move(report), options_.privacy());
    if (options_.if_any() && !report.anything_noted) return;
    if (options_.IsMail() || options_.format() != ReportFormat::kJson) report = WithPlainPatterns(std::move(report), plain_of_);
    bool something_is_kept = tool_.out().is_terminal() &&
                             std::any_of(dates_.begin(), dates_.end(), [&](const Moment& date) { return period.Contains(date); });
    tool_.out().Write(options_.IsMail() ? Mail(report) : Rendered(report, something_is_kept));
  }

  Document DocumentWith(const Report& report, bool detail, bool something_is_kept) const {
    DocumentChoices choices{span_name_, tool_.words(), options_.for_therapist(), detail, {}, something_is_kept};
    // A page for the next session has what can be looked at together, and the rest where it is asked for.
    if (options_.for_therapist() && options_.format() != ReportFormat::kText) choices.sections = {"path", "strength", "belief"};
    return DocumentOf(report, choices);
  }

  std::string Rendered(const Report& report, bool something_is_kept) const {
    switch (options_.format()) {
      case ReportFormat::kJson:
        return RenderJson(report);
      case ReportFormat::kHtml:
        return RenderHtml(report, DocumentWith(report, options_.detail() || !options_.for_therapist(), something_is_kept), Html());
      case ReportFormat::kMarkdown:
        return RenderMarkdown(report, DocumentWith(report, options_.detail(), something_is_kept), spelling_);
      case ReportFormat::kText:
        break;
    }
    return RenderText(report, DocumentWith(report, options_.detail(), something_is_kept), spelling_);
  }

  HtmlChoices Html() const {
    HtmlChoices choices;
    choices.span_name = span_name_;
    choices.own = tool_.words();
    choices.sunday_first = tool_.config().week_start == "sunday";
    return choices;
  }

  std::string Mail(const Report& report) const {
    Letter letter{options_.to(), options_.from(), std::string(words::kYourWeek), {}, {}, tool_.now(), options_.RandomBits()};
    letter.text = RenderText(report, DocumentWith(report, options_.detail(), false), spelling_);
    letter.html = RenderHtml(report, DocumentWith(report, options_.detail() || !options_.for_therapist(), false), Html());
    return RenderMail(letter);
  }

  Tool tool_;
  JournalOptions journal_options_{tool_};
  PackOptions packs_;
  SafetyWatch watch_;
  PeriodOptions period_options_;
  ReportOptions options_;
  std::string span_name_;
  Spelling spelling_;
  std::map<std::string, std::string> plain_of_;  // plain words for the names of thinking patterns
  std::vector<Moment> dates_;                    // of all entries that were read
  std::vector<std::pair<std::string, Concern>> concerns_;
};

}  // namespace
}  // namespace stumble

int main(int argc, char** argv) { return stumble::ReportTool().Run(argc, argv); }
