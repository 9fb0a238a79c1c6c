#include "report/report_markdown.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "report/report_of.h"
#include "text/text.h"

namespace stumble {
namespace {

namespace fs = std::filesystem;

std::string MarkdownOf(std::string_view journal, const DocumentChoices& choices = {"week"}) {
  const Report report = Sample(journal).report();
  return RenderMarkdown(report, DocumentOf(report, choices), {});
}

TEST(RenderMarkdown, HasAHeadingForEachBlockAndAListOfItsItems) {
  EXPECT_EQ(MarkdownOf("Date: 2025-05-03\nKindness: You did what you could.\n\n"
                       "Id: A\nDate: 2026-11-16\nSetback: Froze\n+ when she asked\nTrigger: silence\n\n"
                       "Date: 2026-11-18\nAbout: A\nRecovered: yes\nHelped: Walking home\n\n"
                       "Date: 2026-11-19\nSetback:\n",
                       {.span_name = "week", .detail = false}),
            "# This week\n"
            "\n"
            "from November 14 to November 20\n"
            "\n"
            "On May 3, 2025 you wrote: You did what you could.\n"
            "\n"
            "## What happened this week\n"
            "\n"
            "- November 16: Froze when she asked (eased November 18)\n"
            "- November 19: kept without words (still with you)\n"
            "\n"
            "## What helped\n"
            "\n"
            "- Walking home\n"
            "\n"
            "## What came before\n"
            "\n"
            "- silence\n");
}

TEST(RenderMarkdown, SaysTheDaysOnceWhereTheTitleSaysThem) {
  EXPECT_EQ(MarkdownOf("", {.span_name = "", .detail = false}),
            "# From November 14 to November 20\n"
            "\n"
            "Nothing noted from November 14 to November 20. That is all right.\n");
}

TEST(RenderMarkdown, HasTheSectionsWithTheirTablesAndTheLineOfThePath) {
  const std::string journal =
      "Date: 2026-11-08\nSetback: x\n\nDate: 2026-11-16\nSetback: y\nTrigger: her | his voice\n";
  const Report report = Sample(journal).whole_report();
  const std::string markdown = RenderMarkdown(report, DocumentOf(report, {.span_name = "week", .detail = false}), {});
  EXPECT_NE(markdown.find("|  | these days | before |\n"
                          "| --- | --- | --- |\n"
                          "| setbacks | 1 | 1 |\n"),
            std::string::npos)
      << markdown;
  EXPECT_NE(markdown.find("| her \\| his voice | 1 | 0 | too few to say |\n\nHow much of each was with you, day by day (at most 1):\n\n- her \\| his voice: `··█████`\n"),
            std::string::npos)
      << markdown;
  const std::string detailed = MarkdownOf(journal);
  EXPECT_NE(
      detailed.find("## How long until it eased\n\nFrom 1 setback: too few to say how long it tends to take.\n"),
      std::string::npos)
      << detailed;
  EXPECT_TRUE(detailed.ends_with("from November 14 to November 20 (at most 2):\n\n```\n▄▄█████\n```\n")) << detailed;
}

TEST(RenderMarkdown, DrawsInAsciiWhereThatIsWished) {
  const Report report = Sample("Date: 2026-11-16\nSetback: y\n").report();
  EXPECT_TRUE(RenderMarkdown(report, DocumentOf(report, {}), {.ascii = true}).ends_with("\n\n```\n..@@@@@\n```\n"));
}

TEST(RenderMarkdown, ShowsTheNewestItemsOfALongBlock) {
  std::string journal;
  for (int at = 0; at < 130; ++at) journal += "Date: 2026-11-16\nHelped: way " + std::to_string(at) + "\n\n";
  const std::string markdown = MarkdownOf(journal, {.span_name = "", .detail = false});
  EXPECT_EQ(markdown.find("way 29\n"), std::string::npos);
  EXPECT_NE(markdown.find("\n\n- way 30\n"), std::string::npos);
  EXPECT_TRUE(markdown.ends_with("- way 128\n- way 129, and others\n"));
}

TEST(RenderMarkdown, KeepsLongWordsWhole) {
  std::string words;
  for (int at = 0; at < 100; ++at) words += "word ";
  EXPECT_NE(
      MarkdownOf("Date: 2026-11-16\nSetback: " + words + "\n").find(std::string(Trim(words)) + " (still with you)\n"),
      std::string::npos);
}

// --- a person's words

TEST(MarkdownText, LeavesOrdinaryWordsAsTheyAre) {
  for (const char* words :
       {"I froze. She asked (twice), and I said: \"nothing\"; then - well, I left!", "AT&T isn't at fault & 50% is",
        "-3 to 4.5, +1, 4.76", "昨日は眠れなくて、朝の約束に行けなかった。", "a -> b = c"})
    EXPECT_EQ(MarkdownText(words), words);
}

TEST(MarkdownText, EscapesWhatCouldAct) {
  EXPECT_EQ(MarkdownText("a*b_c`d[e]<f>|g~h#i\\"), "a\\*b\\_c\\`d\\[e\\]\\<f>\\|g\\~h\\#i\\\\");
  EXPECT_EQ(MarkdownText("- a"), "\\- a");
  EXPECT_EQ(MarkdownText("---"), "\\---");
  EXPECT_EQ(MarkdownText("12. a"), "12\\. a");
  EXPECT_EQ(MarkdownText("12) a"), "12\\) a");
  EXPECT_EQ(MarkdownText("12.5 a"), "12.5 a");
  EXPECT_EQ(MarkdownText("> a"), "\\> a");
  EXPECT_EQ(MarkdownText("&lt; &#60;"), "\\&lt; \\&\\#\u206060;");
}

TEST(MarkdownText, IsOneLineThatSteersNothing) {
  EXPECT_EQ(MarkdownText(" a\n\n# b\r\n\tc "), "a \\# b c");
  EXPECT_EQ(MarkdownText("a\x1B[31m\u202Eb\xFF"), "a\uFFFD\\[31m\uFFFDb\uFFFD");
}

TEST(MarkdownText, KeepsAddressesAndNamesFromBeingLinks) {
  EXPECT_EQ(MarkdownText("https://example.org"), "https\\://example.org");
  EXPECT_EQ(MarkdownText("WWW.example.org"), "WWW\\.example.org");
  EXPECT_EQ(MarkdownText("me@example.org and @name, #12"), "me@\u2060example.org and @\u2060name, \\#\u206012");
}

// What a renderer of CommonMark with GitHub's extensions makes of a text: the kinds of its nodes, and the text of
// each paragraph, item, heading and cell.
struct Rendered {
  std::set<std::string> kinds;
  std::vector<std::string> texts;
};

std::string Unescaped(std::string text) {
  const std::pair<std::string, std::string> kEntities[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
  for (const auto& [entity, character] : kEntities)
    for (size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
      text.replace(at, entity.size(), character);
  return text;
}

std::string WithoutJoiners(std::string text) {
  const std::string joiner = "\u2060";
  for (size_t at = text.find(joiner); at != std::string::npos; at = text.find(joiner)) text.erase(at, joiner.size());
  return text;
}

class CommonMark : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("command -v cmark-gfm >/dev/null") != 0) GTEST_SKIP() << "cmark-gfm is not installed";
    path_ = fs::path(testing::TempDir()) / ("stumble_report_" + std::to_string(getpid()) + ".md");
  }
  void TearDown() override {
    if (!path_.empty()) fs::remove(path_);
  }

  Rendered Render(const std::string& markdown) {
    std::ofstream(path_, std::ios::binary) << markdown;
    const std::string command =
        "cmark-gfm --unsafe -e table -e autolink -e strikethrough -e tasklist -e footnotes -t xml '" +
        path_.string() + "'";
    std::FILE* pipe = popen(command.c_str(), "r");
    std::string xml;
    char buffer[4096];
    while (size_t count = std::fread(buffer, 1, sizeof buffer, pipe)) xml.append(buffer, count);
    EXPECT_EQ(pclose(pipe), 0);
    return Read(xml);
  }

  // Reads tags and the text between them; a text goes to what began before it.
  static Rendered Read(std::string_view xml) {
    Rendered rendered;
    for (size_t at = xml.find("<document"); at < xml.size();) {
      size_t end = xml.find('>', at);
      std::string_view tag = xml.substr(at + 1, end - at - 1);
      std::string kind(
          tag.substr(tag.starts_with('/') ? 1 : 0, tag.find_first_of(" /", 1) - (tag.starts_with('/') ? 1 : 0)));
      bool holds_text =
          kind == "text" || kind == "code" || kind == "code_block" || kind == "html_inline" || kind == "html_block";
      if (!tag.starts_with('/')) rendered.kinds.insert(kind);
      if (!tag.starts_with('/') && (kind == "paragraph" || kind == "heading" || kind == "table_cell"))
        rendered.texts.emplace_back();
      size_t next = xml.find('<', end);
      if (!tag.starts_with('/') && holds_text && !rendered.texts.empty() && kind == "text")
        rendered.texts.back() += Unescaped(std::string(xml.substr(end + 1, next - end - 1)));
      at = next == std::string_view::npos ? xml.size() : next;
    }
    return rendered;
  }

  fs::path path_;
};

const std::set<std::string> kPlain = {"document", "paragraph", "text"};

TEST_F(CommonMark, ReadsEachPunctuationCharacterAsText) {
  const std::string kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  std::vector<std::string> texts;
  for (char sign : kPunctuation) {
    const std::string one(1, sign), two(2, sign), three(3, sign);
    for (const std::string& text : {one, two, three, one + " a", one + "a", "a" + one, "a " + one, "a " + one + " b",
                                    "a" + one + "b", one + "a" + one, two + "a" + two, two + "a" + two + " b",
                                    three + "a", "1" + one + " a", "1" + one, three + " a " + three})
      texts.push_back(text);
    for (char other : kPunctuation) {
      texts.push_back(one + other);
      texts.push_back(one + other + "a");
      texts.push_back("a" + one + other + " b");
    }
  }
  std::string markdown;
  for (const std::string& text : texts) markdown += MarkdownText(text) + "\n\n";
  const Rendered rendered = Render(markdown);
  EXPECT_EQ(rendered.kinds, kPlain);
  ASSERT_EQ(rendered.texts.size(), texts.size());
  for (size_t at = 0; at < texts.size(); ++at) EXPECT_EQ(WithoutJoiners(rendered.texts[at]), texts[at]);
}

const std::vector<std::string> kHostile = {
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden -->",
    "</details></div>",
    "![x](http://example.org/spy.png)",
    "[click](javascript:alert(1))",
    "[a]: http://example.org",
    "[^1]: a note",
    "# heading",
    "heading ##",
    "===",
    "---",
    "- - -",
    "***",
    "```sh",
    "~~~",
    "`code`",
    "> quote",
    "1. one",
    "7) seven",
    "- [ ] task",
    "* item",
    "+ item",
    "a | b",
    "| --- | --- |",
    "|-|",
    ":-: | :-:",
    "**strong** _soft_ ~~gone~~",
    "a\\",
    "\\",
    "&lt;b&gt; &#60;script&#62; &amp;",
    "http://example.org/?a=1&b=2 https://example.org ftp://example.org",
    "www.example.org",
    "me@example.org @somebody",
    "<http://example.org> <me@example.org>",
    "    indented",
    "$x^2$ {{ site.title }} {% raw %}",
};

TEST_F(CommonMark, ReadsHostileWordsAsText) {
  std::string markdown;
  for (const std::string& words : kHostile) markdown += MarkdownText(words) + "\n\n";
  const Rendered rendered = Render(markdown);
  EXPECT_EQ(rendered.kinds, kPlain);
  ASSERT_EQ(rendered.texts.size(), kHostile.size());
  for (size_t at = 0; at < kHostile.size(); ++at) EXPECT_EQ(WithoutJoiners(rendered.texts[at]), Trim(kHostile[at]));
}

TEST_F(CommonMark, ReadsAReportOfHostileWordsAsItsOwnStructureAlone) {
  std::string journal = "Date: 2026-11-08\nSetback: x\n\n";
  std::vector<std::string> wanted;
  for (const std::string& words : kHostile) {
    journal += "Date: 2026-11-16\nSetback: " + words + "\nTrigger: " + words + "\nDomain: " + words +
               "\nPattern: " + words + "\nHelped: " + words + "\n\nDate: 2026-11-17\nSetback: y\nWhy: " + words +
               "\nLearned: " + words + "\nKindness: " + words + "\nNextStep: " + words + "\nTag: bring\n\n";
    bool is_whole = Trim(words) == words && !words.ends_with('\\');  // which joins lines of a record
    if (is_whole) wanted.push_back(words);
  }
  for (GroupedBy by : {GroupedBy::kDomain, GroupedBy::kTrigger}) {
    const Report report = Sample(journal).whole_report(by);
    for (bool for_therapist : {false, true}) {
      const Words own{"<b>moment</b>", "*moments*|"};
      const Document document = DocumentOf(report, {.span_name = "week", .own = own, .for_therapist = for_therapist});
      const Rendered rendered = Render(RenderMarkdown(report, document, {.columns = 200}));
      EXPECT_EQ(rendered.kinds,
                (std::set<std::string>{"document", "heading", "paragraph", "text", "list", "item", "table",
                                       "table_header", "table_row", "table_cell", "code", "code_block"}));
      std::set<std::string> texts;
      for (const std::string& text : rendered.texts) texts.insert(WithoutJoiners(text));
      for (const std::string& words : wanted) {
        EXPECT_TRUE(texts.contains(words)) << words;                                          // what helped
        const std::string still = for_therapist ? " (still with me)" : " (still with you)";
        EXPECT_TRUE(texts.contains("November 16: " + words + still)) << words;  // what happened
      }
      EXPECT_TRUE(texts.contains("*moments*|"));
    }
  }
}

RC_GTEST_FIXTURE_PROP(CommonMark, ReadsAnyWordsAsText, ()) {
  const std::vector<std::string> pieces = {"*",   "**", "_",     "`",  "```", "[",  "](",   ")",     "<",      ">",
                                           "<a>", "&",  "&amp;", "#",  "\\",  "|",  "!",    "~",     "~~",     "-",
                                           "---", "+",  "=",     "1.", "2)",  ":",  "://",  "http",  "www",    ".",
                                           "@",   "a",  "b1",    " ",  "  ",  "\n", "\n\n", "é",     "\u00A0", "昨",
                                           "$",   "{",  "^",     "\"", "'",   "\t", "/",    "xmpp:", "mailto:"};
  if (path_.empty()) return;  // skipped
  std::vector<std::string> texts;
  std::string paragraphs, items, rows = "| a |\n| --- |\n", headings;
  for (int at = 0; at < 30; ++at) {
    std::string text = "x";
    const int count = *rc::gen::inRange(0, 12);
    if (*rc::gen::arbitrary<bool>()) text.clear();
    for (int piece = 0; piece < count; ++piece)
      text += pieces[static_cast<size_t>(*rc::gen::inRange(0, static_cast<int>(pieces.size())))];
    if (OneSafeLine(text).empty()) continue;
    texts.push_back(OneSafeLine(text));
    paragraphs += MarkdownText(text) + "\n\n";
    items += "- " + MarkdownText(text) + "\n";
    rows += "| " + MarkdownText(text) + " |\n";
    headings += "## " + MarkdownText(text) + "\n\n";
  }
  auto check = [&](const std::string& markdown, std::set<std::string> kinds, size_t first) {
    const Rendered rendered = Render(markdown);
    kinds.insert("document");
    if (texts.empty()) return;
    RC_ASSERT(rendered.kinds == kinds);
    RC_ASSERT(rendered.texts.size() == texts.size() + first);
    for (size_t at = 0; at < texts.size(); ++at) RC_ASSERT(WithoutJoiners(rendered.texts[at + first]) == texts[at]);
  };
  check(paragraphs, {"paragraph", "text"}, 0);
  check(items, {"list", "item", "paragraph", "text"}, 0);
  check(headings, {"heading", "text"}, 0);
  check(rows, {"table", "table_header", "table_row", "table_cell", "text"}, 1);
}

}  // namespace
}  // namespace stumble
