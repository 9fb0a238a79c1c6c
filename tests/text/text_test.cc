#include "text/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace stumble {
namespace {

using Lines = std::vector<std::string>;

TEST(IsUtf8, TellsWellFormedFromIllFormed) {
  EXPECT_TRUE(IsUtf8(""));
  EXPECT_TRUE(IsUtf8("naïve 日本 😀"));
  EXPECT_FALSE(IsUtf8("\xFF"));
  EXPECT_FALSE(IsUtf8("\xC0\xAF"));          // an overlong slash
  EXPECT_FALSE(IsUtf8("\xED\xA0\x80"));      // a surrogate
  EXPECT_FALSE(IsUtf8("cut \xF0\x9F\x98"));  // an emoji without its last byte
}

TEST(ReplaceIllFormed, PutsTheReplacementCharacterForEachIllFormedByteAndKeepsTheRest) {
  EXPECT_EQ(ReplaceIllFormed("a\xFF"
                             "bé"),
            "a\uFFFDbé");
  EXPECT_EQ(ReplaceIllFormed("whole"), "whole");
}

TEST(WidthColumns, CountsWideCharactersTwiceAndCombiningMarksNot) {
  EXPECT_EQ(WidthColumns("abc"), 3);
  EXPECT_EQ(WidthColumns("日本"), 4);
  EXPECT_EQ(WidthColumns("😀"), 2);
  EXPECT_EQ(WidthColumns("e\u0301"), 1);
  EXPECT_EQ(WidthColumns("한글"), 4);
  EXPECT_EQ(WidthColumns(""), 0);
}

TEST(WidthColumns, CountsAnEmojiOnceHoweverItIsJoined) {
  EXPECT_EQ(WidthColumns("\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"), 2);  // a family
  EXPECT_EQ(WidthColumns("\U0001F1EE\U0001F1EA"), 2);                                            // a flag
  EXPECT_EQ(WidthColumns("\U0001F1EE\U0001F1EA\U0001F1EB\U0001F1F7"), 4);                        // two flags
  EXPECT_EQ(WidthColumns("\U0001F44D\U0001F3FD"), 2);                                            // a skin tone
  EXPECT_EQ(WidthColumns("\u2764\uFE0F"), 2);                                                    // a red heart
  EXPECT_EQ(WidthColumns("1\uFE0F\u20E3"), 2);                                                   // a keycap
  EXPECT_EQ(WidthColumns("\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"), 2);  // Scotland
}

TEST(WidthColumns, CountsSyllablesMadeOfLettersAsOne) {
  EXPECT_EQ(WidthColumns("\u1112\u1161\u11AB"), 2);  // Hangul, decomposed
  EXPECT_EQ(WidthColumns("a\u0323\u0301"), 1);       // two accents
  EXPECT_EQ(WidthColumns("\u0645\u06CC\u200C\u062E"), 3);  // Persian, with a non-joiner
}

TEST(Wrap, BreaksAtSpacesAndKeepsItsOwnLineEnds) {
  EXPECT_EQ(Wrap("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(Wrap("one\ntwo three", 80), (Lines{"one", "two three"}));
  EXPECT_EQ(Wrap("a\n\nb", 80), (Lines{"a", "", "b"}));
}

TEST(Wrap, LetsAWordThatIsTooWideStandAlone) {
  EXPECT_EQ(Wrap("a extraordinarily b", 5), (Lines{"a", "extraordinarily", "b"}));
}

TEST(Wrap, BreaksAWordThatIsTooWideAtTheEdgeOfATerminal) {
  EXPECT_EQ(Wrap("a extraordinarily b", 5, WideWords::kBreak), (Lines{"a", "extra", "ordin", "arily", "b"}));
  EXPECT_EQ(Wrap("ne\u0301e\u0301e\u0301", 2, WideWords::kBreak), (Lines{"ne\u0301", "e\u0301e\u0301"}));
}

TEST(Wrap, BreaksBetweenWideCharactersButNotBeforeTheirPunctuation) {
  EXPECT_EQ(Wrap("日本語の文章", 6), (Lines{"日本語", "の文章"}));
  EXPECT_EQ(Wrap("今日は。静か", 6), (Lines{"今日", "は。静", "か"}));
  EXPECT_EQ(Wrap("so 日本語", 6), (Lines{"so 日", "本語"}));
}

TEST(Wrap, CountsColumnsAndNotBytes) { EXPECT_EQ(Wrap("日本 日本 é", 9), (Lines{"日本 日本", "é"})); }

TEST(Shorten, CutsWithAnEllipsisWithinTheWidth) {
  EXPECT_EQ(Shorten("short", 5), "short");
  EXPECT_EQ(Shorten("longer", 5), "long…");
  EXPECT_EQ(Shorten("one two", 5), "one…");
  EXPECT_EQ(Shorten("日本語", 4), "日…");
}

TEST(HarmlessJson, EscapesWhatCouldSteerATerminalAndNothingElse) {
  EXPECT_EQ(HarmlessJson("[\"a\u009B31m \u202Eb \x7F\"]"), "[\"a\\u009b31m \\u202eb \\u007f\"]");
  EXPECT_EQ(HarmlessJson("[\"昨日 é 👩‍👧\"]"), "[\"昨日 é 👩‍👧\"]");
}

TEST(SafeForTerminal, MakesWhatCouldSteerATerminalVisible) {
  EXPECT_EQ(SafeForTerminal("a\x1B[31mred"), "a\uFFFD[31mred");
  EXPECT_EQ(SafeForTerminal("tab\tand\nnewline"), "tab\tand\nnewline");
  EXPECT_EQ(SafeForTerminal("bell\a back\b return\r delete\x7F"), "bell\uFFFD back\uFFFD return\uFFFD delete\uFFFD");
  EXPECT_EQ(SafeForTerminal("\u009B2J"), "\uFFFD2J");  // CSI as one character
  EXPECT_EQ(SafeForTerminal("\u202Egnp\u202C \u2066x\u2069"), "\uFFFDgnp\uFFFD \uFFFDx\uFFFD");
  EXPECT_EQ(SafeForTerminal("\x9B"
                            "2J"),
            "\uFFFD2J");
}

TEST(SafeForTerminal, MakesVisibleWhatCouldHide) {
  EXPECT_EQ(SafeForTerminal("a\u200E\u200F\u061Cb"), "a\uFFFD\uFFFD\uFFFDb");
  EXPECT_EQ(SafeForTerminal("a\u2028b\u2029"), "a\uFFFDb\uFFFD");
  EXPECT_EQ(SafeForTerminal("\uFFF9a\uFFFAb\uFFFB"), "\uFFFDa\uFFFDb\uFFFD");
  EXPECT_EQ(SafeForTerminal("a\U000E0041\U000E007F"), "a\uFFFD\uFFFD");  // tags that say something unseen
  EXPECT_EQ(SafeForTerminal("\U0001F3F4\U000E0067"), "\U0001F3F4\uFFFD");  // a flag that never ends
}

TEST(SafeForTerminal, KeepsWhatEmojiAndPersianNeed) {
  for (std::string text : {"\U0001F468\u200D\U0001F469\u200D\U0001F467", "\u0645\u06CC\u200C\u062E", "\u2764\uFE0F",
                           "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"})
    EXPECT_EQ(SafeForTerminal(text), text);
}

TEST(SafeForTerminal, ShowsANulAsWell) { EXPECT_EQ(SafeForTerminal(std::string_view("a\0b", 3)), "a\uFFFDb"); }

TEST(OnOneLine, MakesEachRunOfLineEndsASpace) {
  EXPECT_EQ(OnOneLine("a\nb"), "a b");
  EXPECT_EQ(OnOneLine("a\r\n\r\nb"), "a b");
  EXPECT_EQ(OnOneLine("\na\n"), "a");
  EXPECT_EQ(OnOneLine("a  b"), "a  b");
}

TEST(EqualIgnoringCase, ComparesAnyScript) {
  EXPECT_TRUE(EqualIgnoringCase("Silence", "sILENCE"));
  EXPECT_TRUE(EqualIgnoringCase("ÉCOLE", "école"));
  EXPECT_TRUE(EqualIgnoringCase("Straße", "STRASSE"));
  EXPECT_TRUE(EqualIgnoringCase("ΑΒΓ", "αβγ"));
  EXPECT_TRUE(EqualIgnoringCase("e\u0301", "é"));
  EXPECT_FALSE(EqualIgnoringCase("a", "b"));
  EXPECT_TRUE(EqualIgnoringCase("\xFF", "\xFF"));
  EXPECT_FALSE(EqualIgnoringCase("\xFF", "\xFE"));
}

TEST(Trim, TakesWhiteSpaceFromBothEnds) {
  EXPECT_EQ(Trim(" \t\r\n a b \n"), "a b");
  EXPECT_EQ(Trim(" \n"), "");
  EXPECT_EQ(Trim(""), "");
}

TEST(Split, GivesThePiecesBetweenSeparators) {
  EXPECT_EQ(Split("a,,b,", ',').size(), 4u);
  EXPECT_EQ(Split("", ',').size(), 1u);
}

RC_GTEST_PROP(Text, IsSafeForATerminalAndWellFormedWhateverTheBytes, (const std::string& bytes)) {
  std::string safe = SafeForTerminal(bytes);
  RC_ASSERT(IsUtf8(safe));
  for (unsigned char c : safe) RC_ASSERT(c >= 0x20 || c == '\n' || c == '\t');
  RC_ASSERT(SafeForTerminal(safe) == safe);
  RC_ASSERT(IsUtf8(ReplaceIllFormed(bytes)));
}

RC_GTEST_PROP(Text, WrapsWithoutLosingWords, (const std::vector<std::string>& texts)) {
  std::string text;
  for (const std::string& each : texts) text += each + " ";
  std::string joined;
  for (const std::string& line : Wrap(text, 10)) joined += line;
  std::string expected = text;
  auto is_space = [](char c) { return c == ' ' || c == '\n'; };
  std::erase_if(joined, is_space);
  std::erase_if(expected, is_space);
  RC_ASSERT(joined == expected);
}

RC_GTEST_PROP(Text, WrapsForATerminalWithinItsWidth, (const std::string& bytes)) {
  std::string safe = SafeForTerminal("日本" + bytes + bytes);
  for (const std::string& line : Wrap(safe, 7, WideWords::kBreak)) RC_ASSERT(WidthColumns(line) <= 7);
}

RC_GTEST_PROP(Text, ShortensToTheWidth, (const std::string& bytes)) {
  std::string text = OnOneLine(ReplaceIllFormed(bytes));
  RC_ASSERT(WidthColumns(Shorten(text, 8)) <= 8);
}

}  // namespace
}  // namespace stumble
