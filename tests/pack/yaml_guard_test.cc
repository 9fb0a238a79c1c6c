#include "pack/yaml_guard.h"

#include <gtest/gtest.h>

#include <string>

namespace stumble {
namespace {

using namespace std::string_literals;

std::string Refusal(const std::string& yaml) {
  try {
    ParseYaml(yaml, "x.yaml");
  } catch (const Error& error) {
    return error.Sentence();
  }
  return "accepted";
}

constexpr const char* kNoAlias =
    ": an anchor (`&`) or alias (`*`) stands here; a pack needs none: expected the text itself, in quotes if it "
    "begins so";
constexpr const char* kNoTag =
    ": a tag (`!`) stands here; a pack needs none: expected a text, in quotes if it begins with `!`";

TEST(YamlGuard, GivesKeysAndValuesInOrderWithTheirPlaces) {
  YamlNode root = ParseYaml("b: one\na: [two, 'three']\n", "x.yaml");
  ASSERT_EQ(root.keys.size(), 2u);
  EXPECT_EQ(root.keys[0].text, "b");
  EXPECT_EQ(root.children[0].text, "one");
  EXPECT_FALSE(root.children[0].quoted);
  const YamlNode* list = root.Find("a");
  ASSERT_NE(list, nullptr);
  ASSERT_EQ(list->children.size(), 2u);
  EXPECT_TRUE(list->children[1].quoted);
  EXPECT_EQ(list->children[1].line, 2);
  EXPECT_EQ(list->children[1].column, 10);
  EXPECT_EQ(root.Find("c"), nullptr);
}

TEST(YamlGuard, KeepsWhatLooksLikeNumbersAndAnswersAsText) {
  YamlNode root = ParseYaml("a: [010, yes, 1.50, 2026-11-23, 24/7]\n", "x.yaml");
  std::string all;
  for (const YamlNode& node : root.children[0].children) all += node.text + " ";
  EXPECT_EQ(all, "010 yes 1.50 2026-11-23 24/7 ");
}

TEST(YamlGuard, CountsColumnsInCharacters) { EXPECT_EQ(Refusal("é: [ü, *a]\n"), "x.yaml:1:8"s + kNoAlias); }

TEST(YamlGuard, PlacesAMissingValueAtItsKeyOrHyphen) {
  YamlNode root = ParseYaml("a:\nb:\n  - x\n  -\n  - y\n", "x.yaml");
  EXPECT_TRUE(root.children[0].IsNothing());
  EXPECT_EQ(root.children[0].line, 1);
  EXPECT_EQ(root.children[1].children[1].line, 4);
}

TEST(YamlGuard, ReadsCrlfAndAByteOrderMark) {
  YamlNode root = ParseYaml(
      "\xEF\xBB\xBF"
      "a: one\r\nb: |\r\n  two\r\n  three\r\n",
      "x.yaml");
  EXPECT_EQ(root.Find("a")->text, "one");
  EXPECT_EQ(root.keys[1].line, 2);
  EXPECT_EQ(root.keys[0].column, 1);
}

TEST(YamlGuard, ReadsAQuoteWithQuotesInIt) {
  YamlNode root = ParseYaml("a: 'it''s'\nb: \"say \\\"x\\\"\"\nc: \"\\\\\"\n", "x.yaml");
  EXPECT_EQ(root.Find("a")->text, "it's");
  EXPECT_EQ(root.Find("b")->text, "say \"x\"");
  EXPECT_EQ(root.Find("c")->text, "\\");
}

TEST(YamlGuard, RefusesADuplicateKey) {
  EXPECT_EQ(Refusal("a: 1\nb: 2\na: 3\n"),
            "x.yaml:3:1: `a` stands twice in this mapping, first on line 1; expected each name once");
  EXPECT_EQ(Refusal("a: {b: 1, \"b\": 2}\n"),
            "x.yaml:1:11: `b` stands twice in this mapping, first on line 1; expected each name once");
}

TEST(YamlGuard, RefusesAnAliasThatHoldsItself) { EXPECT_EQ(Refusal("a: &a [*a]\n"), "x.yaml:1:4"s + kNoAlias); }

TEST(YamlGuard, RefusesAnAliasOfNothing) { EXPECT_EQ(Refusal("a: *b\n"), "x.yaml:1:4"s + kNoAlias); }

TEST(YamlGuard, RefusesANestOfAliasesAtTheFirst) {
  EXPECT_EQ(Refusal("a: &a [lol, lol]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n"), "x.yaml:1:4"s + kNoAlias);
}

TEST(YamlGuard, RefusesAnUnterminatedQuoteWhereItOpens) {
  EXPECT_EQ(Refusal("a: \"one\nb: two\n"), "x.yaml:1:4: the quote that opens here never closes; expected another \"");
  EXPECT_EQ(Refusal("a: one\nb: ['two"), "x.yaml:2:5: the quote that opens here never closes; expected another '");
}

TEST(YamlGuard, RefusesASecondDocument) {
  EXPECT_EQ(Refusal("---\na: 1\n---\nb: 2\n"),
            "x.yaml:3:1: a second document begins here; expected one pack in a file");
  EXPECT_EQ(Refusal("a: 1\n...\nb: 2\n"),
            "x.yaml:3:1: the pack ended before this line; expected nothing more (is the indentation right?)");
  EXPECT_EQ(Refusal("---\na: 1\n...\n# the end\n"), "accepted");
}

TEST(YamlGuard, RefusesInvalidUtf8WithItsByte) {
  EXPECT_EQ(Refusal("a: x\nb: \xC3\xA9\xFF\n"), "x.yaml:2:5: byte 0xFF is not UTF-8; expected a file saved as UTF-8");
  EXPECT_EQ(Refusal("a: \xC0\xAF\n"), "x.yaml:1:4: byte 0xC0 is not UTF-8; expected a file saved as UTF-8");
  EXPECT_EQ(Refusal("a: \xED\xA0\x80\n"), "x.yaml:1:4: byte 0xED is not UTF-8; expected a file saved as UTF-8");
  EXPECT_EQ(Refusal("a: \xF0\x9F\x98"), "x.yaml:1:4: byte 0xF0 is not UTF-8; expected a file saved as UTF-8");
}

TEST(YamlGuard, RefusesNulAndOtherControlCharacters) {
  EXPECT_EQ(Refusal("a: b\0c\n"s), "x.yaml:1:5: a NUL byte stands here; expected text (save the file as UTF-8)");
  EXPECT_EQ(Refusal("a: \x04\n"), "x.yaml:1:4: a control character (U+0004) stands here; expected plain text");
  EXPECT_EQ(Refusal("a: \xC2\x9B\n"), "x.yaml:1:4: a control character (U+009B) stands here; expected plain text");
  EXPECT_EQ(Refusal("a: 1\rb: 2\n"),
            "x.yaml:1:5: a carriage return without a newline stands here; expected lines that "
            "end in LF or CRLF");
  EXPECT_EQ(Refusal("a: \"\\x1b[31m\"\n"),
            "x.yaml:1:4: this text has an escaped control character; expected plain text");
}

TEST(YamlGuard, RefusesWhatIsTooDeep) {
  std::string yaml = "a: " + std::string(16, '[') + std::string(16, ']') + "\n";
  EXPECT_EQ(Refusal(yaml), "x.yaml:1:19: lists are nested too deep here; expected at most 16 levels");
  EXPECT_EQ(Refusal("a: " + std::string(15, '[') + std::string(15, ']') + "\n"), "accepted");
  EXPECT_NE(Refusal("a: " + std::string(1'000'000, '[')), "accepted");
  EXPECT_NE(Refusal("a: " + std::string(1'000'000, '{')), "accepted");
}

TEST(YamlGuard, RefusesWhatIsTooLarge) {
  EXPECT_EQ(Refusal("a: " + std::string(1 << 20, 'x')),
            "x.yaml:1:1: the file is too large; expected a pack of at most 1 MiB");
}

TEST(YamlGuard, RefusesTooManyParts) {
  std::string yaml = "a: [";
  for (int i = 0; i < 50'000; ++i) yaml += "x,";
  EXPECT_EQ(Refusal(yaml + "]"),
            "x.yaml:1:99999: the pack has too many parts; expected at most 50000 texts and lists");
}

TEST(YamlGuard, RefusesTags) {
  EXPECT_EQ(Refusal("a: !!python/object x\n"), "x.yaml:1:4"s + kNoTag);
  EXPECT_EQ(Refusal("a: ! \"x\"\n"), "x.yaml:1:4"s + kNoTag);
  EXPECT_EQ(Refusal("a: 1\n!b c: 2\n"), "x.yaml:2:1"s + kNoTag);
  EXPECT_EQ(Refusal("a: \"!x\"\n"), "accepted");
}

TEST(YamlGuard, RefusesATabInTheIndentation) {
  EXPECT_EQ(Refusal("a:\n\tb: 1\n"), "x.yaml:2:1: a tab stands in the indentation; expected spaces");
  EXPECT_EQ(Refusal("a: |\n  b\n \tc\n"), "x.yaml:3:2: a tab stands in the indentation; expected spaces");
}

TEST(YamlGuard, RefusesAnEmptyFile) {
  std::string empty = "x.yaml:1:1: the file is empty; expected a pack, which begins with `pack: NAME`";
  EXPECT_EQ(Refusal(""), empty);
  EXPECT_EQ(Refusal("# nothing yet\n"), empty);
  EXPECT_EQ(Refusal("---\n"), empty);
}

TEST(YamlGuard, RefusesWhatIsNoMapping) {
  EXPECT_EQ(Refusal("- a\n"), "x.yaml:1:1: expected a pack, which begins with `pack: NAME`, got a list");
  EXPECT_EQ(Refusal("a\n"), "x.yaml:1:1: expected a pack, which begins with `pack: NAME`, got a text");
}

TEST(YamlGuard, RefusesKeysThatAreNoTexts) {
  EXPECT_EQ(Refusal("? [a]\n: b\n"),
            "x.yaml:1:3: a list or mapping cannot be a name; expected a text before the colon");
  EXPECT_EQ(Refusal(": b\n"),
            "x.yaml:1:1: expected a name before the colon, got nothing (`null` and `~` count as nothing)");
}

TEST(YamlGuard, SaysPlainlyWhatPeopleGetWrongMost) {
  EXPECT_EQ(Refusal("a: What: really\n"),
            "x.yaml:1:8: a colon is not expected here; put quotes around a text that has "
            "`: ` in it, and indent `key: value` lines alike");
  EXPECT_EQ(Refusal("a: 'I can't'\n"),
            "x.yaml:1:11: expected a `key: value` line here (is a quote before this "
            "unclosed, or closed too early, or the indentation different?)");
  EXPECT_EQ(Refusal("a: \"\\d\"\n"),
            "x.yaml:1:7: an unknown escape after a backslash; expected `\\\\` for a backslash "
            "in double quotes, or single quotes around the text");
  EXPECT_EQ(Refusal("a: [b, c\nd: e\n"),
            "x.yaml:2:2: expected `,` or `]` in the list that `[` opened (a text with a comma needs quotes)");
  EXPECT_EQ(Refusal("a: @b\n"),
            "x.yaml:1:4: a text cannot begin with this character; expected quotes around the text");
}

}  // namespace
}  // namespace stumble
