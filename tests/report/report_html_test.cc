#include "report/report_html.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "journal/journal.h"
#include "record/byte_source.h"
#include "record/record_reader.h"
#include "report/document.h"
#include "report/shareable.h"
#include "text/sha256.h"
#include "text/text.h"

namespace stumble {
namespace {

// --- pages of journals; now is Friday, November 20, 2026, 21:00 UTC

struct Asked {
  std::string span = "week";  // empty: all days
  Privacy privacy = Privacy::kFull;
  bool compared = false;
  std::optional<GroupedBy> by = std::nullopt;
  bool sunday_first = false;
};

std::string PageOf(std::string_view text, const Asked& asked = {}) {
  TextSource source(text);
  RecordReader reader(source, "test", [](const Error&) {});
  const Moment now = *ParseMoment("2026-11-20T21:00:00+00:00");
  const Period period = asked.span.empty() ? Period() : LastPeriod(asked.span, now.day);
  Digests shared({Showing::Words::kAll, period, now});
  while (const Record* record = reader.Next()) shared.Add(*record, /*is_held=*/false, [](const Error&) {});
  const Folded all = Fold(shared.entries());
  shared = Shareable(std::move(shared), all);
  const Folded folded = Fold(shared.entries());
  Report report = BuildReport(shared, folded, period, now);
  const Material material{shared, folded, period, now};
  if (asked.compared) report.comparison = Compare(material);
  if (asked.by) report.groups = GroupBy(material, *asked.by);
  report = WithPrivacy(std::move(report), asked.privacy);
  return RenderHtml(report, DocumentOf(report, {.span_name = asked.span}),
                    {.span_name = asked.span, .sunday_first = asked.sunday_first});
}

std::string SampleJournal() {
  std::ifstream file(STUMBLE_SOURCE_DIR "/share/examples/journal.rec");
  return {std::istreambuf_iterator<char>(file), {}};
}

// --- what a page is made of

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::vector<std::string> within;  // the names around it, outermost first
  std::string text;                 // in it, not in what is in it
};

// Reads a page as strictly as XML is read: each tag closed by its own, each attribute quoted, each ampersand that of
// an entity we write. What is wrong is an expectation that fails.
class PageReader {
 public:
  explicit PageReader(const std::string& page) : page_(page) {}

  std::vector<Element> Read() {
    const std::string_view doctype = "<!DOCTYPE html>\n";
    EXPECT_TRUE(page_.starts_with(doctype));
    at_ = doctype.size();
    while (at_ < page_.size() && !failed_) page_[at_] == '<' ? Tag() : Text();
    EXPECT_TRUE(open_.empty()) << "not closed: " << (open_.empty() ? "" : elements_[open_.back()].name);
    return std::move(elements_);
  }

 private:
  void Fail(const std::string& what) {
    failed_ = true;
    ADD_FAILURE() << what << " at " << page_.substr(at_, 80);
  }

  void Text() {
    const size_t end = std::min(page_.find('<', at_), page_.size());
    const std::string text = page_.substr(at_, end - at_);
    CheckText(text);
    if (!open_.empty()) elements_[open_.back()].text += text;
    at_ = end;
  }

  void CheckText(const std::string& text) {
    for (size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at + 1)) {
      const std::string_view rest = std::string_view(text).substr(at);
      const auto known = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
      if (std::none_of(known.begin(), known.end(), [&](const char* entity) { return rest.starts_with(entity); }))
        Fail("a bare &");
    }
    if (open_.empty() || elements_[open_.back()].name != "style")
      if (text.find('>') != std::string::npos) Fail("a bare >");
  }

  void Tag() {
    const size_t end = page_.find('>', at_);
    if (end == std::string::npos) return Fail("a tag without an end");
    std::string tag = page_.substr(at_ + 1, end - at_ - 1);
    if (tag.starts_with("/")) {
      if (open_.empty() || elements_[open_.back()].name != tag.substr(1)) return Fail("closes what is not open");
      open_.pop_back();
    } else {
      Begin(tag);
    }
    at_ = end + 1;
  }

  void Begin(std::string tag) {
    const bool closes_itself = tag.ends_with("/");
    if (closes_itself) tag.pop_back();
    Element element;
    size_t place = std::min(tag.find(' '), tag.size());
    element.name = tag.substr(0, place);
    while (place < tag.size()) {
      const size_t equals = tag.find("=\"", place), quote = tag.find('"', equals + 2);
      if (equals == std::string::npos || quote == std::string::npos) return Fail("an attribute without quotes");
      const std::string name = tag.substr(place + 1, equals - place - 1),
                        value = tag.substr(equals + 2, quote - equals - 2);
      if (tag[place] != ' ' || name.find_first_not_of("abcdefghijklmnopqrstuvwxyzBV-0123456789") != std::string::npos)
        return Fail("an attribute with a strange name");
      if (!element.attributes.emplace(name, value).second) return Fail("an attribute twice");
      CheckText(value);
      place = quote + 1;
    }
    for (size_t open : open_) element.within.push_back(elements_[open].name);
    elements_.push_back(element);
    if (!closes_itself && element.name != "meta") open_.push_back(elements_.size() - 1);
  }

  const std::string& page_;
  size_t at_ = 0;
  bool failed_ = false;
  std::vector<Element> elements_;
  std::vector<size_t> open_;
};

std::vector<Element> Read(const std::string& page) { return PageReader(page).Read(); }

std::vector<Element> Named(const std::vector<Element>& elements, std::string_view name) {
  std::vector<Element> named;
  std::copy_if(elements.begin(), elements.end(), std::back_inserter(named),
               [&](const Element& each) { return each.name == name; });
  return named;
}

size_t Times(std::string_view text, std::string_view part) {
  size_t times = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++times;
  return times;
}

// Whether a person who finds their way by structure does: names once, links that lead somewhere, headings in order,
// tables behind drawings.
void ExpectSound(const std::string& page) {
  const std::vector<Element> elements = Read(page);
  EXPECT_TRUE(IsUtf8(page));
  std::set<std::string> ids, names;
  for (const Element& element : elements) {
    names.insert(element.name);
    auto id = element.attributes.find("id");
    if (id == element.attributes.end()) continue;
    EXPECT_TRUE(ids.insert(id->second).second) << id->second;
  }
  const std::set<std::string> known = {
      "html",   "head",       "meta",  "title", "style",  "body", "a",     "svg",     "defs",
      "circle", "path",       "rect",  "g",     "header", "h1",   "p",     "main",    "blockquote",
      "div",    "section",    "h2",    "h3",    "ul",     "li",   "span",  "bdi",     "nav",
      "figure", "figcaption", "desc",  "line",  "use",    "text", "tspan", "details", "summary",
      "table",  "caption",    "thead", "tbody", "tr",     "th",   "td",    "footer"};
  for (const std::string& name : names) EXPECT_TRUE(known.contains(name)) << name;

  int level = 0;
  size_t drawings = 0;
  for (const Element& element : elements) {
    for (const auto& [name, value] : element.attributes) {
      EXPECT_FALSE(name.starts_with("on") || name == "style" || name == "src" || name == "srcset" || name == "action")
          << name;
      for (const char* part : {"//", "url(", "http:", "https:", "javascript:", "data:"})
        EXPECT_EQ(value.find(part), std::string::npos) << value;
      EXPECT_TRUE(name != "href" || (value.starts_with("#") && ids.contains(value.substr(1)))) << value;
      if (name != "aria-labelledby") continue;
      for (std::string_view id : Split(value, ' ')) EXPECT_TRUE(ids.contains(std::string(id))) << id;
    }
    if (element.name.size() == 2 && element.name[0] == 'h' && element.name[1] >= '1' && element.name[1] <= '3') {
      EXPECT_LE(element.name[1] - '0', level + 1);
      level = element.name[1] - '0';
    }
    if (element.name != "svg") continue;
    EXPECT_NE(element.attributes.contains("role"), element.attributes.contains("aria-hidden"));
    if (!element.attributes.contains("role")) continue;
    ++drawings;
    EXPECT_TRUE(std::count(element.within.begin(), element.within.end(), "figure") == 1);
  }
  for (const char* name : {"h1", "main", "header", "footer", "title", "style"}) {
    const auto named = Named(elements, name);
    auto is_of_the_page = [](const Element& each) { return each.within.size() < 4 && each.within.back() != "svg"; };
    EXPECT_EQ(std::count_if(named.begin(), named.end(), is_of_the_page), 1) << name;
  }
  EXPECT_EQ(Named(elements, "html").at(0).attributes.at("lang"), "en");
  EXPECT_EQ(Named(elements, "desc").size(), drawings);
  const size_t figures = Named(elements, "figure").size();
  size_t tables = 0;
  for (const Element& table : Named(elements, "table"))
    tables += static_cast<size_t>(std::count(table.within.begin(), table.within.end(), "figure"));
  EXPECT_EQ(tables, figures);
}

// --- the tests

TEST(RenderHtml, IsOneSoundPageForEveryPeriodAndPrivacy) {
  const std::string journal = SampleJournal();
  ASSERT_FALSE(journal.empty());
  for (const char* span : {"week", "month", "quarter", "year", ""})
    for (Privacy privacy : {Privacy::kCounts, Privacy::kThemes, Privacy::kFull})
      for (std::optional<GroupedBy> by : std::initializer_list<std::optional<GroupedBy>>{
               std::nullopt, GroupedBy::kDomain, GroupedBy::kTrigger, GroupedBy::kMonth}) {
        SCOPED_TRACE(span);
        const std::string page =
            PageOf(journal, {.span = span, .privacy = privacy, .compared = by.has_value(), .by = by});
        ExpectSound(page);
        for (const char* part : {"//", "url(", "http:", "<script", "@import"})
          EXPECT_EQ(page.find(part), std::string::npos) << part;
      }
}

TEST(RenderHtml, LetsInItsOwnStyleAndNothingElse) {
  const std::string page = PageOf("");
  const std::vector<Element> elements = Read(page);
  const std::string style = Named(elements, "style").at(0).text;
  EXPECT_NE(
      page.find("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-" +
                Sha256InBase64(style) + "'; base-uri 'none'; form-action 'none'\">"),
      std::string::npos);
  EXPECT_NE(page.find("<meta name=\"referrer\" content=\"no-referrer\">"), std::string::npos);
}

TEST(RenderHtml, IsTheSamePageEachTime) {
  const std::string journal = SampleJournal();
  EXPECT_EQ(PageOf(journal, {.span = "year"}), PageOf(journal, {.span = "year"}));
}

TEST(RenderHtml, SaysInTheTabNoMoreThanWhichDays) {
  EXPECT_NE(PageOf(SampleJournal()).find("<title>Your week</title>"), std::string::npos);
  EXPECT_NE(PageOf(SampleJournal(), {.span = ""}).find("<title>Your days</title>"), std::string::npos);
}

TEST(RenderHtml, BeginsWithThePersonsOwnWords) {
  const std::string page =
      PageOf("Date: 2026-11-18\nSetback: I froze\nKindness: It was a long day\nHelped: Walking home\n\n");
  const size_t kind = page.find("It was a long day"), froze = page.find("I froze"),
               closer = page.find("id=\"closer\"");
  EXPECT_LT(page.find("<blockquote"), kind);
  EXPECT_LT(kind, froze);
  EXPECT_LT(froze, page.find("Walking home"));
  EXPECT_LT(page.find("Walking home"), closer);
  EXPECT_NE(page.find("<bdi>I froze</bdi><span class=\"note\"> (still with you)</span>"), std::string::npos);
}

TEST(RenderHtml, SaysThatNothingWasNoted) {
  for (const char* journal : {"", "\n\n", "Date: 2025-01-01\nSetback: long ago\nRecovered: 2025-01-02\n"}) {
    const std::string page = PageOf(journal);
    ExpectSound(page);
    EXPECT_NE(page.find("<p class=\"nothing\">"), std::string::npos);
    EXPECT_EQ(page.find("A closer look"), std::string::npos);
  }
}

const char kHostile[] =
    "</script><img src=x onerror=alert(1)> \"quoted\" 'so' ]]> --> &amp; \u202Edne\u202C \x1b[31m {setback} "
    "</title></style></svg></bdi> "
    "http://example.org/ javascript:alert(1)";

std::string HostileJournal() {
  const std::string hostile = kHostile;
  std::string journal;
  for (int at = 0; at < 12; ++at) {
    const std::string number = std::to_string(at), id = "Id: X" + number + "\n";
    const std::string day = (at < 8 ? "2026-11-0" : "2026-11-") + std::to_string(at + 2);
    journal += id + "Date: " + day + "T10:00:00Z\n";
    for (const char* field : {"Setback", "Domain", "Trigger", "Cause", "Feeling", "Thought", "Pattern", "Why",
                              "Helped", "Learned", "Kindness", "NextStep", "Answer"})
      journal += std::string(field) + ": " + hostile + (at % 2 == 0 ? "" : " " + number) + "\n";
    journal += "Tag: bring\nIntensity: 7\nBelief: 80\n\n";
    journal += "About: X" + number + "\nDate: " + day + "T12:00:00Z\nIntensity: 2\nBelief: 20\nRecovered: yes\n\n";
  }
  return journal;
}

TEST(RenderHtml, EscapesWhatSomebodyWroteWhereverItStands) {
  for (std::optional<GroupedBy> by : {std::optional(GroupedBy::kDomain), std::optional(GroupedBy::kTrigger)}) {
    const std::string page = PageOf(HostileJournal(), {.span = "month", .compared = true, .by = by});
    ExpectSound(page);
    EXPECT_EQ(page.find("<img"), std::string::npos);
    EXPECT_EQ(Times(page, "</style>"), 1u);
    for (const char* part : {"\u202E", "\u202C", "\x1b"}) EXPECT_EQ(page.find(part), std::string::npos);
    EXPECT_NE(page.find("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"), std::string::npos);
  }
}

TEST(RenderHtml, KeepsNulAndBrokenBytesOffThePage) {
  std::string journal = "Date: 2026-11-18\nSetback: a";
  journal += '\0';
  journal += "b \xff\xc3\nHelped: \xed\xa0\x80\n\n";
  const std::string page = PageOf(journal);
  ExpectSound(page);
  EXPECT_EQ(page.find('\0'), std::string::npos);
}

TEST(RenderHtml, KeepsWordsInAnyScriptWhole) {
  const std::string page = PageOf(
      "Date: 2026-11-17\nSetback: קפאתי (שוב)\nTrigger: שתיקה\n\n"
      "Date: 2026-11-18\nSetback: 電話の前で固まった\nTrigger: שתיקה\nKindness: تجمدت\n\n");
  ExpectSound(page);
  EXPECT_NE(page.find("<bdi>קפאתי (שוב)</bdi>"), std::string::npos);
  EXPECT_NE(page.find("<bdi>電話の前で固まった</bdi>"), std::string::npos);
  EXPECT_NE(page.find("<p class=\"words\" dir=\"auto\">تجمدت</p>"), std::string::npos);
  EXPECT_NE(page.find("\u2068קפאתי (שוב)\u2069"), std::string::npos);
  EXPECT_EQ(Times(page, "\u2068"), Times(page, "\u2069"));
}

TEST(RenderHtml, StaysSmallForThousands) {
  std::string journal;
  for (int at = 0; at < 5000; ++at) {
    const Day day = Day(std::chrono::year{2026} / 11 / 20) - std::chrono::days(at / 15);
    journal += "Id: S" + std::to_string(at) + "\nDate: " + FormatDay(day) + "T0" + std::to_string(at % 10) +
               ":00:00Z\nSetback: What happened " + std::to_string(at) + "\nTrigger: trigger " +
               std::to_string(at % 400) + "\nIntensity: " + std::to_string(at % 11) + "\nHelped: help " +
               std::to_string(at) + "\nLearned: lesson " + std::to_string(at) + "\n\n";
    if (at % 3 == 0)
      journal += "About: S" + std::to_string(at) + "\nDate: " + FormatDay(day + std::chrono::days(at % 40)) + "T1" +
                 std::to_string(at % 10) + ":00:00Z\nIntensity: " + std::to_string(at % 7) + "\nRecovered: yes\n\n";
  }
  const std::string page = PageOf(journal, {.span = "year", .compared = true, .by = GroupedBy::kTrigger});
  ExpectSound(page);
  EXPECT_LT(page.size(), 400'000u);
  EXPECT_NE(page.find("and others before these"), std::string::npos);
  EXPECT_NE(page.find("The newest are drawn."), std::string::npos);
}

TEST(RenderHtml, StaysSmallForLongTextsAndManyYears) {
  const std::string long_text(1'000'000, 'W');
  std::string journal =
      "Date: 2026-11-18\nSetback: " + long_text + "\nTrigger: " + long_text + "\nHelped: " + long_text + "\n\n";
  for (int year = 1976; year < 2026; ++year)
    journal += "Date: " + std::to_string(year) +
               "-03-01\nSetback: of that year\nTrigger: " + long_text.substr(0, 5000) + "\n\n";
  const std::string page = PageOf(journal, {.span = "", .by = GroupedBy::kTrigger});
  ExpectSound(page);
  EXPECT_LT(page.size(), 200'000u);
}

std::string Eased(int count) {
  std::string journal;
  for (int at = 0; at < count; ++at)
    journal += "Date: 2026-11-" + std::to_string(at + 1 < 10 ? 0 : 1) + std::to_string((at + 1) % 10) +
               "\nSetback: s" + std::to_string(at) + (at == 0 ? "\n\n" : "\nRecovered: 2026-11-20\n\n");
  return journal;
}

TEST(RenderHtml, DrawsNoCurveWhereThereIsTooLittle) {
  constexpr std::string_view kCurve = "<figcaption>How many were still with you";
  EXPECT_EQ(PageOf(Eased(9), {.span = "month"}).find(kCurve), std::string::npos);
  const std::string page = PageOf(Eased(10), {.span = "month"});
  EXPECT_NE(page.find(kCurve), std::string::npos);
  EXPECT_NE(page.find("#sign-stroke"), std::string::npos);
}

TEST(RenderHtml, DrawsTheCurveUpToTheDayThatMostEasedByAndSaysSo) {
  std::string journal;
  for (int at = 0; at < 12; ++at)
    journal += "Date: 2026-11-01\nSetback: x\nRecovered: 2026-11-0" + std::to_string(at % 4 + 2) + "\n\n";
  const std::string whole = PageOf(journal, {.span = ""});
  EXPECT_EQ(whole.find("Drawn up to"), std::string::npos);
  const std::string cut = PageOf(journal + "Date: 2025-11-20\nSetback: still here\n", {.span = ""});
  EXPECT_NE(cut.find("Drawn up to 8 days. 1 is known for longer, up to 365 days: the table has it."), std::string::npos);
  EXPECT_NE(cut.find(">8 days</text>"), std::string::npos);
}

TEST(RenderHtml, DrawsWeekdaysByTheHour) {
  std::string journal;
  for (const char* date : {"2026-11-16T07:15:00-05:00", "2026-11-16T07:50:00-05:00", "2026-11-16T23:10:00-05:00",
                           "2026-11-18T00:05:00-05:00", "2026-11-18T07:00:00-05:00", "2026-11-18", "2026-11-18",
                           "2026-11-19", "2026-11-19", "2026-11-19"})
    journal += std::string("Date: ") + date + "\nSetback: x\n\n";
  const std::string page = PageOf(journal);
  size_t columns = 0;
  for (size_t at = 0; (at = page.find("<rect class=\"hours\"", at)) != std::string::npos; ++at) ++columns;
  EXPECT_EQ(columns, 4u);
  EXPECT_NE(page.find("The highest column is 2."), std::string::npos);
  EXPECT_NE(page.find("<bdi>7 (2), 23</bdi>"), std::string::npos);
  EXPECT_NE(page.find("<bdi>0, 7</bdi>"), std::string::npos);
}

TEST(RenderHtml, DrawsWhatIsStillThereToTheEdge) {
  std::string journal;
  for (int month = 1; month <= 9; ++month) journal += "Date: 2026-0" + std::to_string(month) + "-10\nSetback: s\n\n";
  const std::string page = PageOf(journal, {.span = "year"});
  ExpectSound(page);
  EXPECT_EQ(Times(page, "<use href=\"#sign-eased\""), 0u);
  EXPECT_EQ(Times(page, "<use href=\"#sign-on\" x=\"98%\""), 9u);
}

TEST(RenderHtml, GivesDaysBeforeTheFirstEntryNoPlace) {
  const std::string page = PageOf(
      "Date: 2026-10-20\nSetback: s\nRecovered: 2026-10-22\n\nDate: 2026-11-18\nSetback: s\n\n", {.span = "year"});
  ExpectSound(page);
  EXPECT_NE(page.find(">October 19</text>"), std::string::npos);
  EXPECT_EQ(page.find(">November 21, 2025</text>"), std::string::npos);
}

TEST(RenderHtml, DrawsComingBackAsAnotherTurn) {
  const std::string page = PageOf(
      "Id: A\nDate: 2026-11-14\nSetback: a\n\nDate: 2026-11-15\nAbout: A\nRecovered: yes\n\nDate: 2026-11-17\nAbout: "
      "A\nRecovered: no\n\n"
      "Date: 2026-11-18\nAbout: A\nRecovered: yes\n\n");
  ExpectSound(page);
  EXPECT_NE(
      page.find("<td><bdi>began November 14; eased November 15; came back November 17; eased November 18</bdi></td>"),
      std::string::npos);
  EXPECT_EQ(Times(page, "class=\"episode\""), 2u);
  EXPECT_EQ(Times(page, "class=\"between\""), 1u);
}

TEST(RenderHtml, ShowsNoWordsWhereThePrivacyLeavesThemOut) {
  const std::string journal =
      "Date: 2026-11-17\nSetback: secret one\nTrigger: silence\nHelped: secret two\n\n"
      "Date: 2026-11-18\nSetback: secret three\nTrigger: silence\nKindness: secret four\n\n";
  const std::string themes =
      PageOf(journal, {.privacy = Privacy::kThemes, .compared = true, .by = GroupedBy::kTrigger});
  EXPECT_EQ(themes.find("secret"), std::string::npos);
  EXPECT_NE(themes.find("silence"), std::string::npos);
  const std::string counts =
      PageOf(journal, {.privacy = Privacy::kCounts, .compared = true, .by = GroupedBy::kTrigger});
  EXPECT_EQ(counts.find("secret"), std::string::npos);
  EXPECT_EQ(counts.find("silence"), std::string::npos);
  ExpectSound(counts);
}

TEST(RenderHtml, BeginsWeeksAsThePersonDoes) {
  std::string journal;
  for (int day = 14; day <= 20; ++day)
    for (const char* hour : {"08", "17"})
      journal += "Date: 2026-11-" + std::to_string(day) + "T" + hour + ":00:00Z\nSetback: s\n\n";
  const std::string monday = PageOf(journal), sunday = PageOf(journal, {.sunday_first = true});
  EXPECT_LT(monday.find(">Mon</text>"), monday.find(">Sun</text>"));
  EXPECT_LT(sunday.find(">Sun</text>"), sunday.find(">Mon</text>"));
}

}  // namespace
}  // namespace stumble
