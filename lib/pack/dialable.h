// Dialable: whether a helpline is written as a person in need would dial, text or open it, with nothing to work out first.
#ifndef STUMBLE_PACK_DIALABLE_H_
#define STUMBLE_PACK_DIALABLE_H_

#include <string_view>

namespace stumble {

// One number, or several with " or " between: two to fifteen digits, in groups of blanks or hyphens, perhaps after a +.
bool IsDialable(std::string_view text);

// A number to write to, perhaps after the word to send or the name of the service: "988", "HELLO to 50808",
// "WhatsApp +65 6669 1771".
bool IsTextable(std::string_view text);

// An address that a browser opens.
bool IsWebAddress(std::string_view text);

}  // namespace stumble

#endif  // STUMBLE_PACK_DIALABLE_H_
