#include "report/report_markdown.h"

#include <algorithm>

#include "report/sparkline.h"
#include "text/text.h"
#include "words/report_words.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr std::string_view kWordJoiner = "\u2060";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsLetterOrDigit(char c) { return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether the sign at the beginning of a line makes a list's item or a line across the page of it.
bool BeginsAnItem(std::string_view after) { return after.empty() || after[0] == ' ' || after[0] == '-'; }

// "amp;", "#38;", as far as they may go after '&'.
bool BeginsAnEntity(std::string_view after) {
  size_t end = 0;
  while (end < after.size() && (IsLetterOrDigit(after[end]) || after[end] == '#')) ++end;
  return end > 0 && end < after.size() && after[end] == ';';
}

// Whether the character at a place of a line could act, alone or with what stands around it. Where it stands at the
// beginning, no line of the same paragraph comes before, so there is nothing that it could underline.
bool CouldAct(std::string_view line, size_t at) {
  std::string_view before = line.substr(0, at), after = line.substr(at + 1);
  char next = after.empty() ? ' ' : after[0];
  switch (line[at]) {
    case '\\':
    case '`':
    case '*':
    case '_':
    case '~':
    case '[':
    case ']':
    case '<':
    case '|':
    case '#':
    case '$':  // a formula, on GitHub
      return true;
    case '&':
      return BeginsAnEntity(after);
    case '!':
      return next == '[';
    case '>':
    case '=':
      return before.empty();
    case '-':
    case '+':
      return before.empty() && BeginsAnItem(after);
    case ':':  // some know definitions by it; an address
      return before.empty() || after.starts_with("//");
    case ')':
    case '.':
      if (line[at] == '.' && before.size() >= 3 && EqualIgnoringCase(before.substr(before.size() - 3), "www"))
        return true;
      return !before.empty() && BeginsAnItem(after) && std::all_of(before.begin(), before.end(), IsDigit);
    default:
      return false;
  }
}

// A safe line with what could act made to stand for itself.
std::string Escaped(std::string_view line) {
  std::string markdown;
  for (size_t at = 0; at < line.size(); ++at) {
    if (CouldAct(line, at)) markdown += '\\';
    markdown += line[at];
    char next = at + 1 < line.size() ? line[at + 1] : ' ';
    bool is_mention = line[at] == '@' && (IsLetterOrDigit(next) || next == '_' || next == '-' || next == '.');
    bool is_number = line[at] == '#' && IsDigit(next);
    if (is_mention || is_number) markdown += kWordJoiner;
  }
  return markdown;
}

class MarkdownWriter {
 public:
  MarkdownWriter(const Report& report, Spelling spelling) : report_(report), spelling_(spelling) {}

  std::string Write(const Document& document) {
    Heading(1, document.title);
    if (!EqualIgnoringCase(document.title, document.days)) Paragraph(document.days);
    if (!document.nothing.empty()) Paragraph(document.nothing);
    if (document.nothing.empty())
      for (const PageBlock& block : document.glance) Write(block);
    for (const Section& section : document.sections) Write(section);
    return std::move(markdown_);
  }

 private:
  // A blank line stands between all that is no line of the same list or table.
  void Separate() {
    if (!markdown_.empty()) markdown_ += "\n";
  }

  void Heading(size_t level, std::string_view text) {
    Separate();
    markdown_ += std::string(level, '#') + " " + MarkdownText(text) + "\n";
  }

  void Paragraph(std::string_view text) {
    Separate();
    markdown_ += MarkdownText(text) + "\n";
  }

  void Write(const PageBlock& block) {
    size_t shown = std::min(block.items.size(), kMostMarkdownItems);
    bool is_list = !block.heading.empty();
    if (is_list) {
      Heading(2, block.heading);
      Separate();
    }
    for (size_t at = block.items.size() - shown; at < block.items.size(); ++at) {
      const PageItem& item = block.items[at];
      std::string line = item.lead + item.words + item.note;  // each is a safe line already
      if (at + 1 == block.items.size() && shown < block.items.size()) line += words::kAndOthers;
      if (!is_list) Separate();
      markdown_ += (is_list ? "- " : "") + Escaped(line) + "\n";
    }
  }

  void Write(const Section& section) {
    Heading(2, section.heading);
    for (const std::string& sentence : section.sentences) Paragraph(sentence);
    if (!section.items.empty()) Separate();
    for (const std::string& item : section.items) markdown_ += "- " + MarkdownText(item) + "\n";
    if (section.table) Write(*section.table);
    if (section.id == "groups" && report_.groups) Draw(*report_.groups);
    if (section.id == "path" && !report_.path.rows.empty()) Draw(report_.path);
  }

  void Write(const Table& table) {
    Separate();
    AddRow(table.columns);
    markdown_ += "|";
    for (size_t at = 0; at < table.columns.size(); ++at) markdown_ += " --- |";
    markdown_ += "\n";
    for (const std::vector<std::string>& row : table.rows) AddRow(row);
  }

  void AddRow(const std::vector<std::string>& cells) {
    markdown_ += "|";
    for (const std::string& cell : cells) markdown_ += " " + MarkdownText(cell) + " |";
    markdown_ += "\n";
  }

  std::vector<Stretch> Newest(const std::vector<Stretch>& stretches) const {
    return NewestStretches(stretches, static_cast<size_t>(std::max(1, spelling_.columns - 4)));
  }

  void Draw(const Path& path) {
    std::vector<Stretch> shown = Newest(path.stretches);
    Paragraph(SparklineLead(path.kind, shown, report_.today));
    Separate();
    markdown_ += "```\n" + Sparkline(shown, spelling_.ascii) + "\n```\n";
  }

  void Draw(const Groups& groups) {
    if (groups.by == GroupedBy::kMonth || groups.groups.empty()) return;
    Paragraph(words::GroupsDrawn(StretchName(groups.kind), MostWithYou(groups)));
    Separate();
    for (const Group& group : groups.groups)
      markdown_ +=
          "- " + MarkdownText(group.name) + ": `" + Sparkline(Newest(group.stretches), spelling_.ascii, MostWithYou(groups)) + "`\n";
  }

  const Report& report_;
  Spelling spelling_;
  std::string markdown_;
};

}  // namespace

std::string MarkdownText(std::string_view text) { return Escaped(OneSafeLine(text)); }

std::string RenderMarkdown(const Report& report, const Document& document, Spelling spelling) {
  return MarkdownWriter(report, spelling).Write(document);
}

}  // namespace stumble
