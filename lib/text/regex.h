// Regex: a regular expression in RE2's syntax, which matches in time linear in the text, so that no pack and no option can
// make a tool hang. The one place that includes RE2.
#ifndef STUMBLE_TEXT_REGEX_H_
#define STUMBLE_TEXT_REGEX_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace stumble {

// A part of a text, in bytes.
struct Range {
  size_t begin = 0;
  size_t end = 0;
  bool Overlaps(const Range& other) const { return begin < other.end && other.begin < end; }
  bool operator==(const Range&) const = default;
};

class Regex {
 public:
  enum class Case { kSensitive, kInsensitive };

  // Throws Error, with RE2's reason, if `expression` is not valid; `what` names it in the message ("--match").
  Regex(const std::string& expression, const std::string& what, Case letter_case = Case::kSensitive);
  ~Regex();
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;

  bool FoundIn(std::string_view text) const;

  // The first match at or after the byte `from`.
  std::optional<Range> Find(std::string_view text, size_t from = 0) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace stumble

#endif  // STUMBLE_TEXT_REGEX_H_
