#include "tool/typed_keys.h"

#include <gtest/gtest.h>

namespace stumble {
namespace {

std::string Taken(std::string_view bytes, bool settled = true, bool lines_apart = false) {
  TypedKeys keys;
  keys.Add(bytes);
  return keys.Take(settled, lines_apart);
}

TEST(TypedKeys, HandsOnWordsAndTheKeysThatMoveInThem) {
  EXPECT_EQ(Taken("Caf\u00e9\n"), "Caf\u00e9\n");
  EXPECT_EQ(Taken("a\033[Db\033OHc\033[4~"), "a\x02" "b\x01" "c\x05");
  EXPECT_EQ(Taken("\033[1;5D\033[1;5C\033[3~"), "\033" "b\033" "f\033[3~");
}

TEST(TypedKeys, DropsKeysThatNobodyKnows) {
  EXPECT_EQ(Taken("a\033[5~b\033[6~c\033OPd\033[15~e\033[[Af\033[1;7Qg\033[24;2~h\033"), "abcdefgh");
  EXPECT_EQ(Taken("a\033[12\033[Cb"), "a\x06" "b");
}

TEST(TypedKeys, WaitsForTheRestOfAKey) {
  TypedKeys keys;
  for (const char* part : {"a\033", "[1;", "5D", "b"}) {
    keys.Add(part);
    EXPECT_EQ(keys.Take(false, false), part[0] == 'a' ? "a" : part[0] == '5' ? "\033" "b" : part[0] == 'b' ? "b" : "") << part;
  }
}

TEST(TypedKeys, MakesOneLineOfAPasteAndLeavesTheEnterToThePerson) {
  EXPECT_EQ(Taken("\033[200~one\r\ntwo\n\x03three\n\033[201~"), "one two  three ");
  EXPECT_EQ(Taken("\033[200~one\033[201~\n"), "one\n");
  TypedKeys keys;
  std::string all;
  for (char c : std::string("\033[200~one\rtwo\033[201~ three")) {
    keys.Add(std::string_view(&c, 1));
    all += keys.Take(false, false);
  }
  EXPECT_EQ(all, "one two three");
}

TEST(TypedKeys, MakesOneLineOfLinesThatComeAtOnce) {
  EXPECT_EQ(Taken("one\rtwo\r\rthree\r\r"), "one two three\n");
  EXPECT_EQ(Taken("one\r", /*settled=*/false), "one");
}

TEST(TypedKeys, KeepsLinesApartThatWereTypedAhead) {
  TypedKeys keys;
  keys.Add("one\ntwo\n\n");
  EXPECT_EQ(keys.Take(false, true), "one\n");
  EXPECT_TRUE(keys.HasMore());
  EXPECT_EQ(keys.Take(false, true), "two\n");
  EXPECT_EQ(keys.Take(false, true), "\n");
  EXPECT_FALSE(keys.HasMore());
}

}  // namespace
}  // namespace stumble
