#include "report/report_html.h"

#include <algorithm>

#include "report/drawing.h"
#include "report/figures.h"
#include "report/html_text.h"
#include "report/page_style.h"
#include "text/sha256.h"
#include "words/page_words.h"
#include "words/report_words.h"

namespace stumble {

namespace {

constexpr size_t kMostItemsShown = 8;
constexpr size_t kMostItemsKept = 40;
constexpr int kItemColumns = 600, kCellColumns = 300;

class HtmlWriter {
 public:
  HtmlWriter(const Report& report, const Document& document, const HtmlChoices& choices)
      : document_(document),
        choices_(choices),
        figures_(report, choices.own, choices.sunday_first),
        parts_(Parts()) {}

  std::string Write() {
    Head();
    Put(document_.has_title ? "<body class=\"handout\">\n" : "<body>\n");
    if (!parts_.empty()) Put("<a class=\"skip\" href=\"#closer\">" + HtmlText(words::kLookCloser) + "</a>\n");
    Put(SignsDefined());
    Put("<header>\n<h1>" + HtmlText(document_.title) + "</h1>\n");
    if (!document_.days.empty() && !IsTheTitle(document_.days))
      Put("<p class=\"days\">" + HtmlText(document_.days) + "</p>\n");
    Put("</header>\n<main>\n");
    Glance();
    Closer();
    Put("</main>\n<footer><p>" + HtmlText(words::kPageFoot) + "</p></footer>\n</body>\n</html>\n");
    return std::move(html_);
  }

 private:
  void Put(std::string_view html) { html_ += html; }

  // "From May 3 to May 9" needs no second line that says so.
  bool IsTheTitle(const std::string& days) const {
    return days.size() == document_.title.size() && days.substr(1) == document_.title.substr(1);
  }

  // Of all that a page could do, this one may only look as its own style says. What it links to, if a browser made
  // links of it, would not hear where it comes from.
  void Head() {
    const std::string style(PageStyle());
    Put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-" +
        Sha256InBase64(style) +
        "'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n"
        "<meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
        HtmlText(words::PageTitle(choices_.span_name)) + "</title>\n<style>" + style + "</style>\n</head>\n");
  }

  // --- the first screen

  void Glance() {
    if (!document_.nothing.empty()) Put("<p class=\"nothing\">" + HtmlText(document_.nothing) + "</p>\n");
    bool is_open = false;
    for (const PageBlock& block : document_.glance) {
      if (block.items.empty()) continue;
      if (block.heading.empty()) {
        for (const PageItem& item : block.items) Kind(item);
        continue;
      }
      if (!is_open) Put("<div class=\"glance\">\n");
      // What happened has dates, words and how it stands: it takes the whole width.
      bool is_wide = !is_open || !block.items.front().lead.empty();
      is_open = true;
      Put(is_wide ? "<section class=\"wide\">\n<h2>" : "<section>\n<h2>");
      Put(HtmlText(block.heading) + "</h2>\n");
      Items(block.items);
      Put("</section>\n");
    }
    if (is_open) Put("</div>\n");
  }

  void Kind(const PageItem& item) {
    Put("<blockquote class=\"kind\">\n");
    if (!item.lead.empty()) Put("<p class=\"lead\">" + HtmlText(item.lead) + "</p>\n");
    Put("<p class=\"words\" dir=\"auto\">" + HtmlText(item.words) + "</p>\n</blockquote>\n");
  }

  std::string Item(const PageItem& item) {
    std::string html;
    if (!item.lead.empty()) html += "<span class=\"when\">" + HtmlText(item.lead) + "</span> ";
    html += HtmlOwnWords(item.words, kItemColumns);
    if (item.note.empty()) return html;
    return html + "<span class=\"note\">" + (item.note[0] == ' ' ? " " : "") + HtmlText(item.note) + "</span>";
  }

  // The newest in sight, those before them a step away.
  void Items(const std::vector<PageItem>& items) {
    size_t kept = std::min(items.size(), kMostItemsKept);
    size_t shown = document_.has_title ? kept : std::min(items.size(), kMostItemsShown);  // paper has nothing to open
    List(items, items.size() - shown, items.size());
    if (kept == shown) return;
    Put("<details><summary>" + HtmlText(words::kEarlierOnes) + "</summary>\n");
    if (kept < items.size()) Put("<p class=\"quiet\">" + HtmlText(words::kAndOthersBefore) + "</p>\n");
    List(items, items.size() - kept, items.size() - shown);
    Put("</details>\n");
  }

  void List(const std::vector<PageItem>& items, size_t begin, size_t end) {
    Put("<ul>\n");
    for (size_t at = begin; at < end; ++at) Put("<li>" + Item(items[at]) + "</li>\n");
    Put("</ul>\n");
  }

  // --- what is below it

  struct Part {
    const Section* section;
    std::vector<Figure> figures;
    bool HasMoreThanSentences() const { return section->table || !section->items.empty() || !figures.empty(); }
  };

  // The path comes first: it is what a page can show and a text can't. Where nothing was noted, and all there is to
  // say closer is that there is nothing, once is enough.
  std::vector<Part> Parts() {
    std::vector<Part> parts;
    for (const Section& section : document_.sections) parts.push_back({&section, {}});
    std::stable_partition(parts.begin(), parts.end(), [](const Part& part) { return part.section->id == "path"; });
    for (Part& part : parts) part.figures = figures_.Of(part.section->id);
    auto says_more = [](const Part& part) { return part.HasMoreThanSentences() || part.section->id == kLeftOut; };
    if (!document_.nothing.empty() && std::none_of(parts.begin(), parts.end(), says_more)) parts.clear();
    return parts;
  }

  void Closer() {
    if (parts_.empty()) return;
    if (parts_.size() > 1) {
      Put("<nav aria-label=\"" + HtmlText(words::kOnThisPage) + "\"><ul>\n");
      for (const Part& part : parts_)
        Put("<li><a href=\"#" + HtmlText(part.section->id) + "\">" + HtmlText(part.section->heading) + "</a></li>\n");
      Put("</ul></nav>\n");
    }
    Put("<section class=\"closer\" id=\"closer\" aria-labelledby=\"closer-name\">\n<h2 id=\"closer-name\">" +
        HtmlText(words::kLookCloser) + "</h2>\n<p class=\"quiet\">" + HtmlText(words::kLookCloserLead) + "</p>\n");
    for (const Part& part : parts_) Write(part);
    Put("</section>\n");
  }

  void Write(const Part& part) {
    const Section& section = *part.section;
    const std::string id = HtmlText(section.id);
    Put("<section class=\"part\" id=\"" + id + "\" aria-labelledby=\"" + id + "-name\">\n<h3 id=\"" + id +
        "-name\">" + HtmlText(section.heading) + "</h3>\n");
    for (const std::string& sentence : section.sentences) Put("<p>" + HtmlText(sentence) + "</p>\n");
    if (!section.items.empty()) {
      std::vector<PageItem> items;
      for (const std::string& item : section.items) items.push_back({"", item, ""});
      Items(items);
    }
    const bool are_many = part.figures.size() > 2;
    if (are_many) Put("<div class=\"several\">\n");
    for (const Figure& figure : part.figures) Draw(figure, section);
    if (are_many) Put("</div>\n");
    // The section's own table stands in sight, unless it is the one behind the figure.
    const bool is_behind = !part.figures.empty() && part.figures.back().table.rows.empty();
    if (section.table && !is_behind) Put(TableOf(*section.table, section.heading, /*some_only=*/false));
    Put("</section>\n");
  }

  void Draw(const Figure& figure, const Section& section) {
    Put(figure.on_paper.empty() ? "<figure>\n" : "<figure class=\"two-sizes\">\n");
    Put("<figcaption>" + HtmlText(figure.caption) + "</figcaption>\n");
    if (figure.panels.size() > 1) Put("<div class=\"panels\">\n");
    for (const Figure::Panel& panel : figure.panels) {
      if (figure.panels.size() > 1) Put("<div>");
      if (!panel.name.empty()) Put("<p>" + HtmlOwnWords(panel.name, kCellColumns) + "</p>");
      Put(panel.svg);
      if (figure.panels.size() > 1) Put("</div>\n");
    }
    if (figure.panels.size() > 1) Put("</div>\n");
    Put(figure.on_paper);
    if (!figure.legend.empty()) {
      Put("<ul class=\"legend\" aria-hidden=\"true\">");
      for (const Figure::Sign& sign : figure.legend)
        Put("<li>" + SignInText(sign.sign) + HtmlText(sign.name) + "</li>");
      Put("</ul>\n");
    }
    if (!figure.note.empty())
      Put("<p class=\"note-below\">" + HtmlText(figure.note) + "</p>\n");
    else if (!figure.on_paper.empty())
      Put("<p class=\"note-below on-paper\" aria-hidden=\"true\">" + HtmlText(words::kNewestRows) + "</p>\n");
    const Table* table = !figure.table.rows.empty() ? &figure.table : section.table ? &*section.table : nullptr;
    if (table != nullptr)
      Put("<details><summary>" + HtmlText(words::kAsATable) + "</summary>\n" +
          TableOf(*table, figure.caption, figure.rows_left_out) + "</details>\n");
    Put("</figure>\n");
  }

  static std::string Cell(std::string_view element, std::string_view scope, const std::string& text) {
    std::string name(element);
    std::string scoped = scope.empty() ? "" : " scope=\"" + std::string(scope) + "\"";
    return "<" + name + scoped + ">" + HtmlOwnWords(text, kCellColumns) + "</" + name + ">";
  }

  static std::string TableOf(const Table& table, const std::string& caption, bool some_only) {
    constexpr size_t kManyColumns = 6;
    std::string html = table.columns.size() > kManyColumns ? "<table class=\"many\">\n" : "<table>\n";
    // What stands right above it is said again only to those who are read to.
    html += "<caption class=\"unseen\">" + HtmlText(caption) + "</caption>\n<thead><tr>";
    for (const std::string& column : table.columns) html += column.empty() ? "<td></td>" : Cell("th", "col", column);
    html += "</tr></thead>\n<tbody>\n";
    for (const std::vector<std::string>& row : table.rows) {
      html += "<tr>";
      for (size_t at = 0; at < row.size(); ++at)
        html += at == 0 ? Cell("th", "row", row[at]) : Cell("td", "", row[at]);
      html += "</tr>\n";
    }
    html += "</tbody></table>\n";
    if (some_only) html += "<p class=\"note-below\">" + HtmlText(words::kSomeRowsOnly) + "</p>\n";
    return html;
  }

  const Document& document_;
  const HtmlChoices& choices_;
  Figures figures_;
  std::vector<Part> parts_;
  std::string html_;
};

}  // namespace

std::string RenderHtml(const Report& report, const Document& document, const HtmlChoices& choices) {
  return HtmlWriter(report, document, choices).Write();
}

}  // namespace stumble
