// SHA-256: names a text by 32 bytes. A page's policy names the one style it lets in by that, and an encrypted journal the files that are replaced.
// Source: FIPS 180-4.
#ifndef STUMBLE_TEXT_SHA256_H_
#define STUMBLE_TEXT_SHA256_H_

#include <string>
#include <string_view>

namespace stumble {

// The digest in base64 (RFC 4648), as Content-Security-Policy writes it: 44 characters.
std::string Sha256InBase64(std::string_view text);

// The digest in hexadecimal digits, as sha256sum prints it: 64 characters.
std::string Sha256InHex(std::string_view text);

}  // namespace stumble

#endif  // STUMBLE_TEXT_SHA256_H_
