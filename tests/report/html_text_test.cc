#include "report/html_text.h"

#include <gtest/gtest.h>

#include "text/text.h"

namespace stumble {
namespace {

TEST(HtmlText, SpellsWhatCouldEndAnElementOrAnAttribute) {
  EXPECT_EQ(HtmlText("</p><b x=\"1\" y='2'> & ]]>"),
            "&lt;/p&gt;&lt;b x=&quot;1&quot; y=&#39;2&#39;&gt; &amp; ]]&gt;");
  EXPECT_EQ(HtmlText("&lt;"), "&amp;lt;");
}

TEST(HtmlText, IsOneLineAndShowsWhatWouldHide) {
  EXPECT_EQ(HtmlText("  one\n two\t three "), "one two three");
  EXPECT_EQ(HtmlText(std::string_view("a\0b\x1b[31m", 8)), "a\uFFFDb\uFFFD[31m");
  EXPECT_EQ(HtmlText("\u202Eevil\u2069"), "\uFFFDevil\uFFFD");
  EXPECT_EQ(HtmlText("\xff\xfe"), "\uFFFD\uFFFD");
}

TEST(HtmlText, CutsBeforeItSpells) {
  EXPECT_EQ(HtmlTextCut("<<<<<<<<<<", 4), "&lt;&lt;&lt;…");
  EXPECT_EQ(HtmlTextCut("電話の前で", 6), "電話…");
}

TEST(HtmlText, CutsMarksThatStackOnOneLetter) {
  std::string stacked = "e";
  for (int at = 0; at < 500000; ++at) stacked += "\u0301";
  const std::string html = HtmlText(stacked);
  EXPECT_LT(html.size(), 6000u);
  EXPECT_TRUE(IsUtf8(html));
  EXPECT_TRUE(html.ends_with("…"));
}

TEST(HtmlText, IsBoundedForEveryKindOfByte) {
  for (int byte = 1; byte < 256; ++byte)
    EXPECT_LT(HtmlText(std::string(1000000, static_cast<char>(byte))).size(), 40000u) << byte;
}

TEST(HtmlText, KeepsTheDirectionOfOwnWordsToThem) {
  EXPECT_EQ(HtmlOwnWords("שתיקה", 40), "<bdi>שתיקה</bdi>");
  EXPECT_EQ(HtmlIsolatedCut("שתיקה", 40), "\u2068שתיקה\u2069");
}

}  // namespace
}  // namespace stumble
