// The pages: any journal gives a report in every form, and the page runs nothing, asks for nothing, and leads nowhere else.
#include <cctype>
#include <set>

#include <nlohmann/json.hpp>

#include "fuzz/target.h"
#include "record/record_reader.h"
#include "report/digests.h"
#include "report/document.h"
#include "report/report_html.h"
#include "report/report_json.h"
#include "report/report_markdown.h"
#include "report/report_text.h"
#include "report/shareable.h"

namespace stumble {
namespace {

// Every < of a page begins an element of ours or ends one, none of them runs or asks for anything, and links lead to places of the page.
void ExpectOwnElements(const std::string& page) {
  static const std::set<std::string_view> foreign = {"script", "iframe", "object", "embed", "img", "form", "link", "base", "input"};
  for (size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    size_t begin = at + 1 + (page[at + 1] == '/');
    size_t end = begin;
    while (end < page.size() && (std::isalnum(static_cast<unsigned char>(page[end])) || page[end] == '!')) ++end;
    Expect(end > begin, "a < begins an element");
    Expect(!foreign.contains(std::string_view(page).substr(begin, end - begin)), "nothing on the page runs or asks for anything");
    // What stands between quotes is text; what stands outside is names of attributes.
    bool is_quoted = false;
    for (; end < page.size() && (is_quoted || page[end] != '>'); ++end) {
      if (page[end] == '"') is_quoted = !is_quoted;
      if (is_quoted || page[end] != ' ') continue;
      std::string_view rest = std::string_view(page).substr(end + 1);
      Expect(!rest.starts_with("on") && !rest.starts_with("src"), "no attribute runs or asks for anything");
      Expect(!rest.starts_with("href=") || rest.starts_with("href=\"#"), "links lead to places of the page");
    }
  }
}

void Fuzz(std::string_view bytes) {
  if (bytes.empty()) return;
  const unsigned choice = static_cast<unsigned char>(bytes[0]);
  TextSource source(bytes.substr(1));
  RecordReader reader(source, "fuzz", [](const Error&) {});
  const Moment now = *ParseMoment("2026-11-20T21:00:00+00:00");
  const Period period = choice % 2 == 0 ? Period() : LastPeriod("month", now.day);
  Digests shared({choice & 128 ? Showing::Words::kNewest : Showing::Words::kAll, period, now});
  while (const Record* record = reader.Next()) shared.Add(*record, /*is_held=*/false, [](const Error&) {});
  shared = Shareable(std::move(shared), Fold(shared.entries()));
  const Folded folded = Fold(shared.entries());
  const Material material{shared, folded, period, now};
  Report report = BuildReport(shared, folded, period, now);
  if (choice & 2) report.comparison = Compare(material);
  if (choice & 4) report.groups = GroupBy(material, static_cast<GroupedBy>(choice / 8 % 3));
  report = WithPrivacy(std::move(report), static_cast<Privacy>(choice / 32 % 3));
  const Document document = DocumentOf(report, {.span_name = choice % 2 == 0 ? "" : "month", .for_therapist = (choice & 128) != 0});
  ExpectOwnElements(RenderHtml(report, document, {.span_name = "month"}));
  RenderText(report, document, {});
  RenderMarkdown(report, document, {});
  Expect(nlohmann::json::accept(RenderJson(report)), "the JSON is JSON");
}

const NamedFuzzTarget target("pages", &Fuzz);

}  // namespace
}  // namespace stumble
