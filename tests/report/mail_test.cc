#include "report/mail.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "error.h"
#include "text/text.h"

namespace stumble {
namespace {

Letter LetterOf(std::string text, std::string html = "<p>\n") {
  Letter letter;
  letter.to = {"", "me@example.org"};
  letter.subject = "Your week";
  letter.text = std::move(text);
  letter.html = std::move(html);
  letter.date = *ParseMoment("2026-11-20T21:30:00-05:00");
  letter.random_bits = 0xFEED;
  return letter;
}

// The headers, each with its line breaks.
std::string Headers(const Letter& letter) {
  std::string mail = RenderMail(letter);
  return mail.substr(0, mail.find("\n\n") + 1);
}

// One header's value.
std::string Header(const Letter& letter, std::string_view name) {
  std::string headers = "\n" + Headers(letter);
  std::string key = "\n" + std::string(name) + ":";
  size_t begin = headers.find(key);
  if (begin == std::string::npos) return "none";
  begin += key.size();
  size_t end = begin;
  do end = headers.find('\n', end + 1);
  while (end + 1 < headers.size() && headers[end + 1] == ' ');
  return headers.substr(begin, end - begin);
}

// The part of that number, from 0, as it is encoded.
std::string EncodedPart(const std::string& mail, int number) {
  std::string delimiter = "\n--=_000000000000feed";
  size_t begin = 0;
  for (int at = 0; at <= number; ++at) begin = mail.find(delimiter, begin) + delimiter.size();
  begin = mail.find("\n\n", begin) + 2;
  return mail.substr(begin, mail.find(delimiter, begin) - begin);
}

// What quoted-printable stands for, for what is right.
std::string Decoded(const std::string& encoded) {
  std::string text;
  for (size_t at = 0; at < encoded.size(); ++at) {
    if (encoded[at] != '=') {
      text += encoded[at];
    } else if (encoded[at + 1] == '\n') {
      ++at;
    } else {
      text += static_cast<char>(std::stoi(encoded.substr(at + 1, 2), nullptr, 16));
      at += 2;
    }
  }
  return text;
}

std::string TextPart(const Letter& letter) { return Decoded(EncodedPart(RenderMail(letter), 0)); }
std::string HtmlPart(const Letter& letter) { return Decoded(EncodedPart(RenderMail(letter), 1)); }

// What is wrong with an address; empty if nothing is.
std::string Refused(std::string_view text) {
  try {
    ParseMailAddress(text, "--mail-to");
    return "";
  } catch (const Error& error) {
    EXPECT_EQ(error.status(), ExitStatus::kUsage);
    return error.Sentence();
  }
}

const std::string kExpectedOne = "--mail-to: expected one address such as me@example.org or 'Me <me@example.org>'";

TEST(Mail, IsATextAndAPageAsAlternatives) {
  EXPECT_EQ(RenderMail(LetterOf("A walk\n", "<p>A walk\n")),
            "Date: Fri, 20 Nov 2026 21:30:00 -0500\n"
            "To: me@example.org\n"
            "Subject: Your week\n"
            "Message-ID: <1795228200.000000000000feed@letter.invalid>\n"
            "MIME-Version: 1.0\n"
            "Auto-Submitted: auto-generated\n"
            "Content-Type: multipart/alternative; boundary=\"=_000000000000feed\"\n"
            "\n"
            "--=_000000000000feed\n"
            "Content-Type: text/plain; charset=utf-8\n"
            "Content-Transfer-Encoding: quoted-printable\n"
            "\n"
            "A walk\n"
            "\n"
            "--=_000000000000feed\n"
            "Content-Type: text/html; charset=utf-8\n"
            "Content-Transfer-Encoding: quoted-printable\n"
            "\n"
            "<p>A walk\n"
            "\n"
            "--=_000000000000feed--\n");
}

TEST(Mail, SaysFromWhomItIsOnlyIfTold) {
  Letter letter = LetterOf("");
  EXPECT_EQ(Header(letter, "From"), "none");
  letter.from = MailAddress{"Me", "cron@example.org"};
  EXPECT_EQ(Header(letter, "From"), " Me <cron@example.org>");
}

TEST(Mail, IsDatedWithTheOffsetThatHeldThere) {
  Letter letter = LetterOf("");
  letter.date = *ParseMoment("2026-01-04T00:05:09+05:45");
  EXPECT_EQ(Header(letter, "Date"), " Sun, 4 Jan 2026 00:05:09 +0545");
  letter.date = *ParseMoment("2026-01-04T00:05:09-00:30");
  EXPECT_EQ(Header(letter, "Date"), " Sun, 4 Jan 2026 00:05:09 -0030");
  letter.date = *ParseMoment("2026-01-04T00:05:09Z");
  EXPECT_EQ(Header(letter, "Date"), " Sun, 4 Jan 2026 00:05:09 +0000");
}

TEST(Mail, HasAnotherMessageIdAWeekLaterEvenWithTheSameSeed) {
  Letter now = LetterOf(""), later = LetterOf("");
  later.date = *ParseMoment("2026-11-27T21:30:00-05:00");
  EXPECT_EQ(Header(now, "Message-ID"), Header(LetterOf(""), "Message-ID"));
  EXPECT_NE(Header(now, "Message-ID"), Header(later, "Message-ID"));
  later = LetterOf("");
  later.random_bits = 0xBEEF;
  EXPECT_NE(Header(now, "Message-ID"), Header(later, "Message-ID"));
}

TEST(Mail, EncodesANameOfAnyScript) {
  Letter letter = LetterOf("");
  letter.to.name = "Zoë Ng";
  EXPECT_EQ(Header(letter, "To"), " =?UTF-8?Q?Zo=C3=AB_Ng?= <me@example.org>");
}

TEST(Mail, BreaksALongNameBetweenCharacters) {
  Letter letter = LetterOf("");
  for (int at = 0; at < 11; ++at) letter.to.name += "夢";
  EXPECT_EQ(Header(letter, "To"),
            " =?UTF-8?Q?=E5=A4=A2=E5=A4=A2=E5=A4=A2=E5=A4=A2=E5=A4=A2=E5=A4=A2?="
            "\n =?UTF-8?Q?=E5=A4=A2=E5=A4=A2=E5=A4=A2=E5=A4=A2=E5=A4=A2?= <me@example.org>");
  letter.to.mailbox = "somebody@mail.example.org";
  EXPECT_TRUE(Header(letter, "To").ends_with("?=\n <somebody@mail.example.org>")) << Header(letter, "To");
}

TEST(Mail, QuotesANameThatIsNotPlainWords) {
  Letter letter = LetterOf("");
  letter.to.name = "Ng, \"Z\" J.";
  EXPECT_EQ(Header(letter, "To"), " \"Ng, \\\"Z\\\" J.\" <me@example.org>");
}

TEST(Mail, EncodesANameThatLooksEncoded) {
  Letter letter = LetterOf("");
  letter.to.name = "=?UTF-8?Q?x?=";
  EXPECT_EQ(Header(letter, "To"), " =?UTF-8?Q?=3D=3FUTF=2D8=3FQ=3Fx=3F=3D?= <me@example.org>");
}

TEST(Mail, TakesNoHeaderFromItsSubject) {
  Letter letter = LetterOf("");
  letter.subject = "Your\r\nBcc: you@example.org\tweek";
  std::string headers = Headers(letter);
  EXPECT_EQ(headers.find("\nBcc"), std::string::npos) << headers;
  EXPECT_EQ(std::count(headers.begin(), headers.end(), '\n'), 7);
}

TEST(Mail, KeepsLinesThatMailboxesAndSendmailTakeForTheirOwn) {
  std::string text = ".\n..\nFrom me\nFrom\n--\n--=_000000000000feed\n--=_000000000000feed--\n\nSubject: x\n";
  Letter letter = LetterOf(text, text);
  EXPECT_EQ(EncodedPart(RenderMail(letter), 0),
            "=2E\n=2E.\n=46rom me\nFrom\n--\n--=3D_000000000000feed\n--=3D_000000000000feed--\n\nSubject: x\n");
  EXPECT_EQ(TextPart(letter), text);
  EXPECT_EQ(HtmlPart(letter), text);
}

TEST(Mail, KeepsThemWhereALongLineIsBroken) {
  for (std::string tail : {".", ".b", "From me", "From "}) {
    for (size_t length = 70; length < 80; ++length) {
      Letter letter = LetterOf(std::string(length, 'a') + tail + "\n");
      std::string encoded = "\n" + EncodedPart(RenderMail(letter), 0);
      EXPECT_EQ(encoded.find("\n."), std::string::npos) << encoded;
      EXPECT_EQ(encoded.find("\nFrom "), std::string::npos) << encoded;
      EXPECT_EQ(TextPart(letter), letter.text);
    }
  }
}

TEST(Mail, KeepsSpacesAtTheEndOfALine) {
  Letter letter = LetterOf("a \nb\t\n \n");
  EXPECT_EQ(EncodedPart(RenderMail(letter), 0), "a=20\nb=09\n=20\n");
  EXPECT_EQ(TextPart(letter), letter.text);
}

TEST(Mail, EndsAPartInALineEnd) {
  EXPECT_EQ(TextPart(LetterOf("a")), "a\n");
  EXPECT_EQ(TextPart(LetterOf("")), "\n");
}

TEST(Mail, ReplacesWhatATerminalShouldNotSeeInItsText) {
  EXPECT_EQ(TextPart(LetterOf("a\x1b[2Jb\rc\xff")), "a\uFFFD[2Jb\uFFFDc\uFFFD\n");
}

TEST(Mail, ReplacesIllFormedBytesInItsPage) { EXPECT_EQ(HtmlPart(LetterOf("", "<p>a\xff")), "<p>a\uFFFD\n"); }

TEST(Mail, StaysWholeWithAMegabyteOnALine) {
  std::string text;
  while (text.size() < 1'000'000) text += "Žlutý kůň. From ";
  text += "\n";
  EXPECT_EQ(TextPart(LetterOf(text)), text);
}

RC_GTEST_PROP(Mail, BringsBackWhateverIsInIt, ()) {
  const auto bytes = *rc::gen::container<std::string>(rc::gen::oneOf(
      rc::gen::element('.', '-', '=', '_', ' ', '\t', '\n', '\r', 'F', '\0'), rc::gen::arbitrary<char>()));
  Letter letter = LetterOf(bytes + "\n", bytes + "\n");
  letter.subject = bytes;
  const auto name = *rc::gen::container<std::string>(rc::gen::element('a', ' ', '"', '\\', '=', '?', ',', '('));
  letter.to.name = name;
  std::string mail = RenderMail(letter);
  RC_ASSERT(HtmlPart(letter) == ReplaceIllFormed(letter.html));
  RC_ASSERT(TextPart(letter) == SafeForTerminal(letter.text));
  for (std::string_view line : Split(mail, '\n')) {
    RC_ASSERT(line.size() <= 78u);
    RC_ASSERT(!line.starts_with("From ") && line != ".");
    for (char c : line) RC_ASSERT((c >= ' ' && c < 0x7F) || c == '\t');
  }
}

TEST(MailAddress, IsAMailboxWithOrWithoutAName) {
  EXPECT_EQ(ParseMailAddress("me@example.org", ""), (MailAddress{"", "me@example.org"}));
  EXPECT_EQ(ParseMailAddress("  <me+week@mail.example.org> ", ""), (MailAddress{"", "me+week@mail.example.org"}));
  EXPECT_EQ(ParseMailAddress("Me <me@example.org>", ""), (MailAddress{"Me", "me@example.org"}));
  EXPECT_EQ(ParseMailAddress("Zoë J. Ng<z.ng@example.org>", ""), (MailAddress{"Zoë J. Ng", "z.ng@example.org"}));
  EXPECT_EQ(ParseMailAddress("\"Ng, \\\"Z\\\" <z>\" <me@localhost>", ""),
            (MailAddress{"Ng, \"Z\" <z>", "me@localhost"}));
  EXPECT_EQ(ParseMailAddress("夢 <me@xn--r8jz45g.example>", ""), (MailAddress{"夢", "me@xn--r8jz45g.example"}));
}

TEST(MailAddress, IsRefusedIfItIsNone) {
  for (std::string_view text : {"",
                                " ",
                                "me",
                                "@example.org",
                                "me@",
                                "me@@example.org",
                                "me@a@b",
                                "me @example.org",
                                ".me@example.org",
                                "m..e@example.org",
                                "me@example..org",
                                "me@-example.org",
                                "me@example.org.",
                                "<>",
                                "me@[127.0.0.1]",
                                "\"me\"@example.org",
                                "me@exam_ple.org",
                                "me@example.org (Me)",
                                "a@b.org, c@d.org",
                                "a@b.org c@d.org",
                                "-t",
                                "Me <me>"})
    EXPECT_EQ(Refused(text), kExpectedOne) << text;
  EXPECT_EQ(Refused(std::string(65, 'a') + "@example.org"), kExpectedOne);
  EXPECT_EQ(Refused("me@" + std::string(64, 'a') + ".org"), kExpectedOne);
  std::string long_domain = "me@a";
  for (int at = 0; at < 126; ++at) long_domain += ".a";
  EXPECT_EQ(Refused(long_domain), kExpectedOne);
}

TEST(MailAddress, IsRefusedIfItsNameIsMoreThanAName) {
  for (std::string_view text : {"A <a@b.org>, C <c@d.org>", "Ng, Z <a@b.org>", "Me (work) <a@b.org>",
                                "Group: <a@b.org>", "\"Me\" x <a@b.org>", "\"Me\\\" <a@b.org>", "me@example.org>"})
    EXPECT_EQ(Refused(text), kExpectedOne + "; a name with other signs in it stands between double quotes") << text;
  EXPECT_NE(Refused(std::string(201, 'a') + " <a@b.org>"), "");
}

TEST(MailAddress, IsRefusedIfItHidesSomething) {
  using namespace std::string_view_literals;
  for (std::string_view text :
       {"me@example.org\nBcc: you@example.org"sv, "me@example.org\r\nBcc: you@example.org"sv, "me@example.org\n"sv,
        "me@example.org\0"sv, "M\te <me@example.org>"sv, "\"M\\\ne\" <me@example.org>"sv,
        "\u202Eem <me@example.org>"sv, "M\u2028e <me@example.org>"sv, "M\xffZ <me@example.org>"sv,
        "\x1b[2J <me@example.org>"sv, "M\u0085 <me@example.org>"sv})
    EXPECT_EQ(Refused(text), kExpectedOne + ", on one line and without control characters") << text;
}

TEST(MailAddress, IsRefusedWithAWayOutIfItIsNotAscii) {
  for (std::string_view text : {"me@exämple.org", "zoë@example.org", "Zoë <me@exämple.org>"})
    EXPECT_EQ(Refused(text),
              "--mail-to: expected an address in ASCII; a domain with other letters has a form for mail that begins "
              "with xn--")
        << text;
}

RC_GTEST_PROP(MailAddress, IsOneHeaderWhateverItIs, ()) {
  auto some = [](auto... signs) { return rc::gen::container<std::string>(rc::gen::element(signs...)); };
  const auto name = *some('a', ' ', '"', '\\', '=', '?', ',', '<', '>', '\n', '\r', '\xC3', '\xAB', '.');
  const auto mailbox = *some('a', 'b', '@', '.', '-', '\n', ' ', '<', '>');
  const auto text = *rc::gen::element(name + "<a@b.c>", '"' + name + "\" <a@b.c>", "<" + mailbox + ">", mailbox);
  Letter letter = LetterOf("");
  try {
    letter.to = ParseMailAddress(text, "--mail-to");
  } catch (const Error&) {
    return;
  }
  std::string headers = Headers(letter);
  int begun = 0;
  for (std::string_view line : Split(headers, '\n')) begun += !line.empty() && line[0] != ' ';
  RC_ASSERT(begun == 7);
  RC_ASSERT(Header(letter, "To").ends_with(letter.to.mailbox + (letter.to.name.empty() ? "" : ">")));
}

}  // namespace
}  // namespace stumble
