#include "words/words.h"

namespace stumble {

std::string Words::In(std::string_view text) const {
  std::string filled;
  while (!text.empty()) {
    size_t brace = text.find('{');
    filled += text.substr(0, brace);
    if (brace == std::string_view::npos) break;
    text.remove_prefix(brace);
    if (text.starts_with("{setback}")) {
      filled += setback;
      text.remove_prefix(9);
    } else if (text.starts_with("{setbacks}")) {
      filled += setbacks;
      text.remove_prefix(10);
    } else {
      filled += '{';
      text.remove_prefix(1);
    }
  }
  return filled;
}

namespace words {

namespace {

std::string Quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

}  // namespace

std::string PatternMightBe(std::string_view plain, std::string_view cue) {
  return "This might be " + std::string(plain) + ": " + Quoted(cue) + ".";
}

std::string PatternMightAlsoBe(std::string_view plain, std::string_view cue) {
  return "It might also be " + std::string(plain) + ": " + Quoted(cue) + ".";
}

std::string OneOffer(std::string_view reframe) { return "One way to say it, if it fits: " + Quoted(reframe); }

}  // namespace words
}  // namespace stumble
