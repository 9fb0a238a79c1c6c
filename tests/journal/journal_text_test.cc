#include "journal/journal_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "journal/journal_of.h"

namespace stumble {
namespace {

JournalText TextOf(const std::string& bytes) {
  return JournalText(bytes, "j.rec", [](const Error&) {});
}

std::string Without(const std::string& bytes, size_t entry) { return TextOf(bytes).Without(entry); }

TEST(JournalText, KnowsTheParagraphOfEachEntryWithItsComments) {
  JournalText text = TextOf("%rec: E\n\n# alone\n\n# mine\nId: 1\nWhy: a\n+ b\n# end\n\nbroken\n\nId: 2");
  ASSERT_EQ(text.journal().entries().size(), 2u);
  EXPECT_EQ(text.ParagraphOf(0), "# mine\nId: 1\nWhy: a\n+ b\n# end\n");
  EXPECT_EQ(text.ParagraphOf(1), "Id: 2");
  EXPECT_TRUE(text.has_damage());
}

TEST(JournalText, KnowsTheParagraphOfAnEntryAtADescriptor) {
  JournalText text = TextOf("%rec: E\nId: 1\n# later\n%rec: F\n\nId: 2\n");
  ASSERT_EQ(text.journal().entries().size(), 2u);
  EXPECT_EQ(text.ParagraphOf(0), "Id: 1\n");
  EXPECT_EQ(text.Without(0), "%rec: E\n\n# later\n%rec: F\n\nId: 2\n") << "two descriptors stay two";
}

TEST(JournalText, TakesAnEntryOutWithOneBlankLine) {
  EXPECT_EQ(Without("Id: 1\n\nId: 2\n\nId: 3\n", 1), "Id: 1\n\nId: 3\n");
  EXPECT_EQ(Without("Id: 1\n\n\nId: 2\n\n\nId: 3\n", 1), "Id: 1\n\n\n\nId: 3\n");
  EXPECT_EQ(Without("Id: 1\n\nId: 2\n", 1), "Id: 1\n");
  EXPECT_EQ(Without("Id: 1\n\nId: 2", 1), "Id: 1\n");
  EXPECT_EQ(Without("Id: 1\n\nId: 2", 0), "Id: 2");
  EXPECT_EQ(Without("Id: 1\n\n\n \nId: 2", 0), "Id: 2") << "no file begins with blank lines";
  EXPECT_EQ(Without("Id: 1\n", 0), "");
  EXPECT_EQ(Without("\xEF\xBB\xBFId: 1\r\n\r\nId: 2\r\n", 0), "\xEF\xBB\xBFId: 2\r\n");
  EXPECT_EQ(Without("A: x\\\n\n\nId: 2\n", 1), "A: x\\\n\n");
}

TEST(JournalText, TakesSeveralEntriesOut) {
  EXPECT_EQ(TextOf("Id: 1\n\nId: 2\n\nbroken\n\nId: 3\n").Without(std::vector<size_t>{0, 2}), "Id: 2\n\nbroken\n");
}

TEST(JournalText, PutsAParagraphInPlaceOfAnother) {
  EXPECT_EQ(TextOf("Id: 1\n\nId: 2\n\n\nId: 3").With(1, "Id: 2\nTag: new\n"), "Id: 1\n\nId: 2\nTag: new\n\n\nId: 3");
  EXPECT_EQ(TextOf("Id: 1\r\n\r\nId: 2\r\n").With(0, "Id: 1\nTag: a\n"), "Id: 1\r\nTag: a\r\n\r\nId: 2\r\n");
}

TEST(JournalText, FindsEntriesByIdAndByTheirWords) {
  JournalText text = TextOf("Id: AAAA\n\nSetback: x\r\n\nid: AAAA\n\nId: aaaa\nTag: b\n\nSetback: x\n");
  EXPECT_EQ(text.PlacesOf("AAAA"), (std::vector<size_t>{0, 3}));
  EXPECT_EQ(text.PlacesOf(""), std::vector<size_t>{});
  EXPECT_EQ(text.PlacesOfParagraph("Setback: x"), (std::vector<size_t>{1, 4}));
}

// A journal of all that may stand in one: entries with and without Ids, comments, damage, descriptors, several blank
// lines.
rc::Gen<std::string> Piece() {
  return rc::gen::elementOf(std::vector<std::string>{
      "Id: 1\nSetback: one\n", "Setback: no id\n", "# a comment\nId: 2\nWhy: a\n+ b\n+\n+ c\n", "# a comment alone\n",
      "broken line\nId: 3\n", "+ broken too\n", "%rec: Entry\n%type: x\n", "Id: 4\r\nTag: b\r\n", "Setback: C:\\\\\n\n",
      "Setback: joined\\\nline\n", "Id: 5\nx: 1\n# the end\\\n", "\xEF\xBB\xBFId: 6\n", "Setback: last\\\\\n \n",
      "%rec: Entry\nId: 7\nSetback: at a descriptor\n", "Id: 8\n# of the next\n%rec: Entry\n"});
}

std::string Journals() {
  std::string text = *rc::gen::element<std::string>("", "\xEF\xBB\xBF", "# head\n\n", "\n");
  bool crlf = *rc::gen::arbitrary<bool>();
  for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(Piece())) {
    text += piece;
    text += *rc::gen::element<std::string>("\n", "\n", "\n\n", " \n", "\r\n");
  }
  if (*rc::gen::arbitrary<bool>()) while (!text.empty() && text.back() == '\n') text.pop_back();
  if (!crlf) return text;
  std::string lines;
  for (char c : WithoutCarriageReturns(text)) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return lines;
}

// Every paragraph that a reader gives or names, and each as its own bytes: what must not change.
std::vector<std::string> Paragraphs(const std::string& bytes, std::vector<size_t>& entries) {
  std::vector<std::string> all;
  TextSource source(bytes);
  RecordReader reader(source, "j.rec", [&](const Error& error) { all.push_back(std::string("damage: ") + error.what()); });
  while (const Record* record = reader.Next()) {
    if (record->IsEntry()) entries.push_back(all.size());
    all.push_back(RenderRecord(*record));
  }
  return all;
}

RC_GTEST_PROP(JournalText, LeavesAllOthersAndTheirOrderWhenOneGoes, ()) {
  std::string bytes = Journals();
  std::vector<size_t> entries, left_entries;
  std::vector<std::string> before = Paragraphs(bytes, entries);
  RC_PRE(!entries.empty());
  JournalText text = TextOf(bytes);
  RC_ASSERT(text.journal().entries().size() == entries.size());
  size_t i = *rc::gen::inRange<size_t>(0, entries.size());
  std::string left = text.Without(i);
  before.erase(before.begin() + static_cast<std::ptrdiff_t>(entries[i]));
  RC_ASSERT(Paragraphs(left, left_entries) == before);
  RC_ASSERT(left.size() <= bytes.size() - text.ParagraphOf(i).size() + 1);
  // What stood before the entry stands there byte for byte, and what stood behind it too, blank lines beside it
  // aside.
  size_t at = static_cast<size_t>(text.ParagraphOf(i).data() - text.bytes().data());
  std::string ahead = bytes.substr(0, at), behind = bytes.substr(at + text.ParagraphOf(i).size());
  if (ahead.ends_with("\xEF\xBB\xBF")) ahead.resize(ahead.size() - 3);
  while (!ahead.empty() && std::string_view(" \r\n").find(ahead.back()) != std::string_view::npos) ahead.pop_back();
  behind.erase(0, std::min(behind.size(), behind.find_first_not_of(" \r\n")));
  RC_ASSERT(left.starts_with(ahead));
  RC_ASSERT(left.ends_with(behind));
}

RC_GTEST_PROP(JournalText, LeavesAllOthersAndTheirOrderWhenOneIsReplaced, ()) {
  std::string bytes = Journals();
  std::vector<size_t> entries, after_entries;
  std::vector<std::string> before = Paragraphs(bytes, entries);
  RC_PRE(!entries.empty());
  JournalText text = TextOf(bytes);
  size_t i = *rc::gen::inRange<size_t>(0, entries.size());
  Record changed = text.journal().records()[i];
  changed.Add("Added", *rc::gen::element<std::string>("x", "ends in \\", "two\nlines"));
  std::string after = text.With(i, RenderRecord(changed));
  before[entries[i]] = RenderRecord(changed);
  RC_ASSERT(Paragraphs(after, after_entries) == before);
  size_t at = static_cast<size_t>(text.ParagraphOf(i).data() - text.bytes().data());
  RC_ASSERT(after.starts_with(bytes.substr(0, at)));
  RC_ASSERT(after.ends_with(bytes.substr(at + text.ParagraphOf(i).size())));
}

RC_GTEST_PROP(JournalText, PutsAnEntryBackAsItWas, ()) {
  std::string bytes = Journals();
  JournalText text = TextOf(bytes);
  RC_PRE(!text.journal().entries().empty());
  size_t i = *rc::gen::inRange<size_t>(0, text.journal().entries().size());
  std::string paragraph = WithoutCarriageReturns(text.ParagraphOf(i));
  if (bytes.find('\r') == std::string::npos) RC_ASSERT(text.With(i, paragraph) == bytes);
}

}  // namespace
}  // namespace stumble
