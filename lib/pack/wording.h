// How messages about a pack name things: a few words of it in backquotes, choices as "a, b or c", and the name that
// was probably meant.
#ifndef STUMBLE_PACK_WORDING_H_
#define STUMBLE_PACK_WORDING_H_

#include <string>
#include <string_view>
#include <vector>

namespace stumble {

// The text in backquotes, on one line, cut after forty characters.
std::string Quoted(std::string_view text);

// "a, b or c".
std::string Listed(const std::vector<std::string>& names);

// The name that was probably meant, as text/near_words.h tells it; else empty.
std::string NearestName(std::string_view written, const std::vector<std::string>& names);

}  // namespace stumble

#endif  // STUMBLE_PACK_WORDING_H_
