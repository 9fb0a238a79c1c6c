// Mail: whatever the addresses and texts hold, a letter has exactly the headers that it should, once, short lines, and nothing but ASCII.
#include <algorithm>
#include <map>

#include "error.h"
#include "fuzz/target.h"
#include "report/mail.h"

namespace stumble {
namespace {

void ExpectSound(const std::string& letter, bool has_from) {
  size_t end = letter.find("\n\n");
  Expect(end != std::string::npos, "the headers end");
  std::map<std::string, int> names;
  std::string_view headers = std::string_view(letter).substr(0, end + 1);
  while (!headers.empty()) {
    std::string_view line = headers.substr(0, headers.find('\n'));
    headers.remove_prefix(line.size() + 1);
    if (line.starts_with(' ') || line.starts_with('\t')) continue;
    size_t colon = line.find(':');
    Expect(colon != std::string_view::npos, "a header has a name");
    ++names[std::string(line.substr(0, colon))];
  }
  for (const auto& [name, count] : names) {
    Expect(count == 1, "a header stands once");
    Expect(name != "Bcc" && name != "Cc" && name != "Reply-To", "nobody is added");
  }
  Expect(names.contains("To") && names.contains("Subject") && names.contains("Date") && names.contains("Message-ID"),
         "the headers that a letter needs are there");
  Expect(names.contains("From") == has_from, "From stands where it was given");
  Expect(std::all_of(letter.begin(), letter.end(), [](char c) { return c == '\n' || (c >= 0x20 && c < 0x7f) || c == '\t'; }),
         "all is ASCII");
  Expect(letter.find("\n.\n") == std::string::npos, "no line is a dot alone");
}

void Fuzz(std::string_view bytes) {
  std::string_view rest = bytes;
  std::string_view to = NextPart(rest), from = NextPart(rest), subject = NextPart(rest), text = NextPart(rest);
  Letter letter;
  letter.to = {"Me", "me@example.org"};
  for (auto [said, is_from] : {std::pair{to, false}, {from, true}}) {
    try {
      MailAddress address = ParseMailAddress(said, "--mail-to");
      if (is_from) {
        letter.from = address;
      } else {
        letter.to = address;
      }
    } catch (const Error& error) {
      Expect(error.status() == ExitStatus::kUsage, "what is no address is wrong usage");
    }
  }
  letter.subject = std::string(subject);
  letter.text = std::string(text);
  letter.html = "<!DOCTYPE html><p>" + std::string(text.substr(0, 200));
  letter.date = *ParseMoment("2026-11-20T21:00:00+01:00");
  letter.random_bits = bytes.size();
  ExpectSound(RenderMail(letter), letter.from.has_value());
}

const NamedFuzzTarget target("mail", &Fuzz);

}  // namespace
}  // namespace stumble
