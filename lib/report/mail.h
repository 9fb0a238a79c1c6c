// Mail: a report as a letter that `sendmail -t` can send, made of values alone. It says in its headers no more than
// it must: servers on the way log some of them, and nobody there needs to know what this program is for.
// Source: RFC 5322 (the letter), 2045 to 2047 (parts, letters beyond ASCII), 3834 (Auto-Submitted).
#ifndef STUMBLE_REPORT_MAIL_H_
#define STUMBLE_REPORT_MAIL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "moment/moment.h"

namespace stumble {

// One mailbox, as ParseMailAddress reads it.
struct MailAddress {
  std::string name;     // "Zoë Ng"; may be empty
  std::string mailbox;  // "me@example.org"

  bool operator==(const MailAddress&) const = default;
};

// Reads one address: "me@example.org", "<me@example.org>", "Me <me@example.org>" or "\"Ng, Zoë\" <me@example.org>".
// The name may be of any script; the mailbox is ASCII, its domain in the form that begins with xn-- where it has
// other letters. Several addresses, comments, quoted mailboxes and whatever could begin another header are refused:
// throws an Error of wrong usage that begins with `where` ("--mail-to"), says what was expected, and repeats nothing
// of the text.
MailAddress ParseMailAddress(std::string_view text, const std::string& where);

struct Letter {
  MailAddress to;
  std::optional<MailAddress> from = std::nullopt;  // without it, sendmail says who sends
  std::string subject;
  std::string text;          // UTF-8; what a terminal should not see is replaced
  std::string html;          // UTF-8, a whole page, escaped already
  Moment date;               // with a time
  uint64_t random_bits = 0;  // tells letters of the same second apart
};

// The letter: headers, an empty line, the text and the page as alternatives, both quoted-printable, so that no line
// is longer than 78 bytes (but for an address that is), none is a dot alone or begins with "From ", and all is ASCII on
// whatever way it takes. Lines end in LF, as sendmail expects of what it reads on Unix. Equal values make equal letters.
std::string RenderMail(const Letter& letter);

}  // namespace stumble

#endif  // STUMBLE_REPORT_MAIL_H_
