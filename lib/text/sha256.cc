#include "text/sha256.h"

#include <sha2.h>

#include <array>
#include <cstdint>

namespace stumble {

namespace {

std::string Base64(const std::array<uint8_t, SHA256_DIGEST_LENGTH>& bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (size_t at = 0; at < bytes.size(); at += 3) {
    uint32_t three = 0;
    for (size_t next = 0; next < 3; ++next) three = three << 8 | (at + next < bytes.size() ? bytes[at + next] : 0u);
    for (size_t digit = 0; digit < 4; ++digit)
      text += at + digit > bytes.size() ? '=' : kDigits[three >> (18 - 6 * digit) & 63];
  }
  return text;
}

std::array<uint8_t, SHA256_DIGEST_LENGTH> DigestOf(std::string_view text) {
  SHA2_CTX context;
  std::array<uint8_t, SHA256_DIGEST_LENGTH> digest;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const uint8_t*>(text.data()), text.size());
  SHA256Final(digest.data(), &context);
  return digest;
}

}  // namespace

std::string Sha256InBase64(std::string_view text) { return Base64(DigestOf(text)); }

std::string Sha256InHex(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (uint8_t byte : DigestOf(text)) {
    digits += kDigits[byte >> 4];
    digits += kDigits[byte & 15];
  }
  return digits;
}

}  // namespace stumble
