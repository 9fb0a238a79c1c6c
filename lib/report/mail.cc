#include "report/mail.h"

#include <algorithm>
#include <array>

#include "error.h"
#include "moment/calendar.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr size_t kMostColumns =
    76;  // of a line: RFC 2045 allows no more in quoted-printable, RFC 2047 with an encoded word
constexpr size_t kMostOfLocalPart = 64, kMostOfMailbox = 254, kMostOfLabel = 63;  // RFC 5321, section 4.5.3.1
constexpr size_t kMostOfName = 200;

// The right-hand side of a Message-ID makes it unique all over the world and need not be a machine. Servers log it,
// so it names neither this machine, nor its owner's domain, nor this program; `.invalid` never belongs to anyone (RFC
// 2606).
constexpr std::string_view kMessageIdDomain = "letter.invalid";

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool IsLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// What stands in an address or a name without quotes: RFC 5322's atext.
bool IsAtomCharacter(char c) {
  return IsLetterOrDigit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

// Whether the pieces between dots are all good, none of them empty.
template <typename IsGood>
bool AllPieces(std::string_view text, IsGood is_good) {
  std::vector<std::string_view> pieces = Split(text, '.');
  return std::all_of(pieces.begin(), pieces.end(),
                     [&](std::string_view piece) { return !piece.empty() && is_good(piece); });
}

bool IsLocalPart(std::string_view text) {
  return text.size() <= kMostOfLocalPart && AllPieces(text, [](std::string_view piece) {
           return std::all_of(piece.begin(), piece.end(), IsAtomCharacter);
         });
}

bool IsDomain(std::string_view text) {
  return AllPieces(text, [](std::string_view label) {
    return label.size() <= kMostOfLabel && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), [](char c) { return IsLetterOrDigit(c) || c == '-'; });
  });
}

bool IsMailbox(std::string_view text) {
  size_t at = text.find('@');
  return at != std::string_view::npos && text.size() <= kMostOfMailbox && IsLocalPart(text.substr(0, at)) &&
         IsDomain(text.substr(at + 1));
}

// A name as it is meant: without its quotes, if it has them. nullopt where it is none.
std::optional<std::string> ReadName(std::string_view text) {
  bool is_quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  if (is_quoted) text = text.substr(1, text.size() - 2);
  std::string name;
  for (size_t at = 0; at < text.size(); ++at) {
    if (is_quoted && text[at] == '\\') {
      if (++at == text.size()) return std::nullopt;
    } else if (text[at] == '"' ||
               (!is_quoted && std::string_view("()<>@,;:\\[]").find(text[at]) != std::string_view::npos)) {
      return std::nullopt;
    }
    name += text[at];
  }
  return name.size() <= kMostOfName ? std::optional(std::string(Trim(name))) : std::nullopt;
}

bool HasHidden(std::string_view text) {
  return text.find_first_of("\n\t") != std::string_view::npos || SafeForTerminal(text) != text;
}

// "=3D"; RFC 2045 wants the digits in upper case.
std::string Escape(char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  unsigned char byte = static_cast<unsigned char>(c);
  return {'=', kDigits[byte >> 4], kDigits[byte & 15]};
}

// ---- Headers

// Whether a text means itself in a header, and has room on its line with a backslash before each character too.
bool MeansItself(std::string_view text) {
  return text.size() <= kMostColumns / 2 && text.find("=?") == std::string_view::npos && Trim(text) == text &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

// The text as RFC 2047's encoded words, each of whole characters, on a line each; the first stands behind `column`
// others. Of ASCII, only what may stand in a name too is left as it is.
std::string RenderEncodedWords(std::string_view text, size_t column) {
  constexpr std::string_view kBegin = "=?UTF-8?Q?", kEnd = "?=";
  std::string words, word;
  for (size_t at = 0; at < text.size();) {
    std::string character;
    do {
      char c = text[at++];
      character += c == ' ' ? "_" : IsLetterOrDigit(c) ? std::string(1, c) : Escape(c);
    } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    if (column + kBegin.size() + word.size() + character.size() + kEnd.size() > kMostColumns) {
      words.append(kBegin).append(word).append(kEnd).append("\n ");
      word.clear();
      column = 1;
    }
    word += character;
  }
  return words.append(kBegin).append(word).append(kEnd);
}

std::string RenderWords(std::string_view header, std::string_view text) {
  std::string line = std::string(header) + ": ";
  return line + (MeansItself(text) ? std::string(text) : RenderEncodedWords(text, line.size())) + "\n";
}

// A name behind `column` others, between quotes unless it is plain words.
std::string RenderName(std::string_view name, size_t column) {
  if (!MeansItself(name)) return RenderEncodedWords(name, column);
  if (std::all_of(name.begin(), name.end(), [](char c) { return IsAtomCharacter(c) || c == ' '; }))
    return std::string(name);
  std::string quoted = "\"";
  for (char c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::string RenderAddress(std::string_view header, const MailAddress& address) {
  std::string lines = std::string(header) + ": ";
  if (address.name.empty()) return lines + address.mailbox + "\n";
  lines += RenderName(address.name, lines.size());
  std::string_view last = Split(lines, '\n').back();
  bool fits = last.size() + address.mailbox.size() + 3 <= kMostColumns;
  return lines + (fits ? " <" : "\n <") + address.mailbox + ">\n";
}

std::string Padded(int64_t number, size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// "Fri, 20 Nov 2026 21:30:00 -0500".
std::string RenderDate(const Moment& moment) {
  std::chrono::year_month_day date{moment.day};
  int64_t seconds = moment.time_of_day.value_or(std::chrono::seconds(0)).count();
  int64_t offset = moment.offset.count(), east = offset < 0 ? -offset : offset;
  return std::string(WeekdayName(moment.day).substr(0, 3)) + ", " +
         std::to_string(static_cast<unsigned>(date.day())) + " " + std::string(MonthName(date.month()).substr(0, 3)) +
         " " + Padded(static_cast<int>(date.year()), 4) + " " + Padded(seconds / 3600, 2) + ":" +
         Padded(seconds / 60 % 60, 2) + ":" + Padded(seconds % 60, 2) + " " + (offset < 0 ? "-" : "+") +
         Padded(east / 60 * 100 + east % 60, 4);
}

std::string Hexadecimal(uint64_t bits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += kDigits[bits >> shift & 15];
  return text;
}

// The seconds since 1970 and the random bits: a seed that is used every week still makes a new one every week.
std::string RenderMessageId(const Letter& letter) {
  std::optional<Instant> instant = letter.date.ToInstant();
  Instant at = instant ? *instant : Instant(letter.date.day);
  return "<" + std::to_string(at.time_since_epoch().count()) + "." + Hexadecimal(letter.random_bits) + "@" +
         std::string(kMessageIdDomain) + ">";
}

// ---- Parts

// One line, without its end, in lines of at most 76 characters.
void AppendQuotedPrintable(std::string_view line, std::string& to) {
  size_t column = 0;
  for (size_t at = 0; at < line.size(); ++at) {
    char c = line[at];
    bool is_last = at + 1 == line.size();
    bool is_plain = (c > ' ' && c < 0x7F && c != '=') || ((c == ' ' || c == '\t') && !is_last);
    // Mailboxes of many letters begin one with "From ", and a dot alone ends what sendmail reads.
    if (column == 0 && (c == '.' || line.substr(at).starts_with("From "))) is_plain = false;
    std::string shown = is_plain ? std::string(1, c) : Escape(c);
    if (column + shown.size() + (is_last ? 0 : 1) > kMostColumns) {
      to += "=\n";
      column = 0;
      if (c == '.' || line.substr(at).starts_with("From ")) shown = Escape(c);
    }
    to += shown;
    column += shown.size();
  }
  to += '\n';
}

// The text, ending in one line end at least.
std::string RenderQuotedPrintable(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  std::string encoded;
  encoded.reserve(text.size() + text.size() / 8);
  for (std::string_view line : Split(text, '\n')) AppendQuotedPrintable(line, encoded);
  return encoded;
}

void AppendPart(std::string_view type, std::string_view text, const std::string& boundary, std::string& to) {
  to += "--" + boundary + "\nContent-Type: text/" + std::string(type) +
        "; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" + RenderQuotedPrintable(text) + "\n";
}

}  // namespace

MailAddress ParseMailAddress(std::string_view text, const std::string& where) {
  auto refuse = [&](const std::string& expected) {
    return Error(where + ": expected " + expected, {}, ExitStatus::kUsage);
  };
  const std::string kOne = "one address such as me@example.org or 'Me <me@example.org>'";
  if (HasHidden(text)) throw refuse(kOne + ", on one line and without control characters");
  text = Trim(text);
  MailAddress address;
  if (text.ends_with('>')) {
    size_t begin = text.rfind('<');
    std::optional<std::string> name;
    if (begin != std::string_view::npos) name = ReadName(Trim(text.substr(0, begin)));
    if (!name) throw refuse(kOne + "; a name with other signs in it stands between double quotes");
    address.name = *name;
    text = text.substr(begin + 1, text.size() - begin - 2);
  }
  if (!std::all_of(text.begin(), text.end(), IsAscii))
    throw refuse("an address in ASCII; a domain with other letters has a form for mail that begins with xn--");
  if (!IsMailbox(text)) throw refuse(kOne);
  address.mailbox = text;
  return address;
}

std::string RenderMail(const Letter& letter) {
  // Quoted-printable writes "=" as "=3D", so no line of a part can begin like this.
  const std::string boundary = "=_" + Hexadecimal(letter.random_bits);
  std::string subject = SafeForTerminal(OnOneLine(letter.subject));
  std::replace(subject.begin(), subject.end(), '\t', ' ');
  std::string mail = "Date: " + RenderDate(letter.date) + "\n";
  if (letter.from) mail += RenderAddress("From", *letter.from);
  mail += RenderAddress("To", letter.to) + RenderWords("Subject", subject) +
          "Message-ID: " + RenderMessageId(letter) +
          "\nMIME-Version: 1.0\nAuto-Submitted: auto-generated\nContent-Type: multipart/alternative; boundary=\"" +
          boundary + "\"\n\n";
  AppendPart("plain", SafeForTerminal(letter.text), boundary, mail);
  AppendPart("html", ReplaceIllFormed(letter.html), boundary, mail);
  return mail + "--" + boundary + "--\n";
}

}  // namespace stumble
