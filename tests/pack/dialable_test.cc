#include "pack/dialable.h"

#include <gtest/gtest.h>

namespace stumble {
namespace {

TEST(Dialable, TakesNumbersAsOneDialsThem) {
  for (const char* number : {"988", "112", "13 11 14", "0800 567 567", "1-800-799-7233", "+65 6669 1771", "112 or 999", "10111"})
    EXPECT_TRUE(IsDialable(number)) << number;
  for (const char* number : {"", "9", "call 988", "0800-HELP", "988 ", " 988", "13  11", "0800 1110111 (free)", "112 or", "112/999", "1+2", "+", "1234567890123456"})
    EXPECT_FALSE(IsDialable(number)) << number;
}

TEST(Dialable, TakesTextsWithTheWordToSend) {
  for (const char* text : {"988", "HELLO to 50808", "START to 88788", "WhatsApp 600 000 016", "0477 13 11 14"})
    EXPECT_TRUE(IsTextable(text)) << text;
  for (const char* text : {"", "HELLO", "text HELLO to 50808", "HELLO to", "to 50808", "WhatsApp", "SMS 50808", "HELLO 50808"})
    EXPECT_FALSE(IsTextable(text)) << text;
}

TEST(Dialable, TakesAddressesThatABrowserOpens) {
  EXPECT_TRUE(IsWebAddress("https://988lifeline.org"));
  EXPECT_FALSE(IsWebAddress("988lifeline.org"));
  EXPECT_FALSE(IsWebAddress("https://"));
  EXPECT_FALSE(IsWebAddress("https://a.org or call"));
}

}  // namespace
}  // namespace stumble
