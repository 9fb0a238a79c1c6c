#include "text/regex.h"

#include <re2/re2.h>

#include "error.h"

namespace stumble {

struct Regex::Compiled {
  Compiled(const std::string& expression, const RE2::Options& options) : re(expression, options) {}
  RE2 re;
};

namespace {

RE2::Options OptionsFor(Regex::Case letter_case) {
  RE2::Options options;
  options.set_case_sensitive(letter_case == Regex::Case::kSensitive);
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  return options;
}

// What is wrong with the expression, without the part of it that RE2 quotes: it may be the person's words.
std::string ReasonOf(const RE2& re) { return re.error().substr(0, re.error().find(": ")); }

}  // namespace

Regex::Regex(const std::string& expression, const std::string& what, Case letter_case)
    : compiled_(std::make_unique<Compiled>(expression, OptionsFor(letter_case))) {
  if (!compiled_->re.ok())
    throw Error(what + ": expected a regular expression in RE2's syntax: " + ReasonOf(compiled_->re), {},
                ExitStatus::kUsage);
}

Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

bool Regex::FoundIn(std::string_view text) const {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), compiled_->re);
}

std::optional<Range> Regex::Find(std::string_view text, size_t from) const {
  re2::StringPiece found;
  if (from > text.size() ||
      !compiled_->re.Match(re2::StringPiece(text.data(), text.size()), from, text.size(), RE2::UNANCHORED, &found, 1))
    return std::nullopt;
  size_t begin = static_cast<size_t>(found.data() - text.data());
  return Range{begin, begin + found.size()};
}

}  // namespace stumble
