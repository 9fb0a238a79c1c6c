#include "text/sha256.h"

#include <gtest/gtest.h>

#include <string>

namespace stumble {
namespace {

// The digests are those of FIPS 180-4's examples (NIST, SHA256.pdf), and `sha256sum` says the same of them.
TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(Sha256InBase64(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  EXPECT_EQ(Sha256InBase64("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  EXPECT_EQ(Sha256InBase64("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=");
}

TEST(Sha256, GivesItInHexadecimalDigitsToo) {
  EXPECT_EQ(Sha256InHex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, TakesTextsOfManyBlocks) {
  EXPECT_EQ(Sha256InBase64(std::string(1000000, 'a')), "zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA=");
}

}  // namespace
}  // namespace stumble
