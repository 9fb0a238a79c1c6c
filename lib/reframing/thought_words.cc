#include "reframing/thought_words.h"

#include "text/text.h"

namespace stumble {

namespace {

constexpr std::string_view kApostrophes[] = {"'", "\xE2\x80\x99", "\xE2\x80\x98"};
// Quotation marks, dashes and the ellipsis, which are three bytes each.
constexpr std::string_view kWideMarks[] = {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x93", "\xE2\x80\x94",
                                           "\xE2\x80\xA6"};

size_t ApostropheAt(std::string_view rest) {
  for (std::string_view mark : kApostrophes)
    if (rest.starts_with(mark)) return mark.size();
  return 0;
}

size_t WideMarkAt(std::string_view rest) {
  for (std::string_view mark : kWideMarks)
    if (rest.starts_with(mark)) return mark.size();
  return 0;
}

bool IsWordByte(char c) {
  auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool EndsClause(char c) { return std::string_view(",;:()[]\"").find(c) != std::string_view::npos; }
bool EndsSentence(char c) { return c == '.' || c == '!' || c == '?' || c == '\n'; }

}  // namespace

ThoughtWords::ThoughtWords(std::string_view thought) {
  bool in_word = false;
  for (size_t at = 0; at < thought.size();) {
    std::string_view rest = thought.substr(at);
    size_t apostrophe = ApostropheAt(rest), wide = WideMarkAt(rest);
    bool joins = in_word && at + 1 < thought.size() &&
                 ((apostrophe > 0 && at + apostrophe < thought.size() && IsWordByte(thought[at + apostrophe])) ||
                  (rest[0] == '-' && IsWordByte(rest[1])));
    size_t length = apostrophe > 0 ? apostrophe : wide > 0 ? wide : 1;
    if (joins || (wide == 0 && apostrophe == 0 && IsWordByte(rest[0]))) {
      if (!in_word) words_.push_back({"", "", {at, at}});
      in_word = true;
      words_.back().written += apostrophe > 0 ? "'" : rest.substr(0, 1);
      words_.back().range.end = at + length;
    } else {
      in_word = false;
      // A lone hyphen between blanks is a dash.
      bool sentence = EndsSentence(rest[0]) || rest.starts_with(kWideMarks[4]);
      bool clause = sentence || wide > 0 || EndsClause(rest[0]) || (rest[0] == '-' && apostrophe == 0);
      if (!words_.empty()) {
        words_.back().ends_clause = words_.back().ends_clause || clause;
        words_.back().ends_sentence = words_.back().ends_sentence || sentence;
      }
    }
    at += length;
  }
  for (ThoughtWord& word : words_) word.folded = FoldCase(word.written);
}

const std::string& ThoughtWords::At(size_t place) const {
  static const std::string none;
  return place < words_.size() ? words_[place].folded : none;
}

bool ThoughtWords::StandAt(size_t place, std::string_view phrase) const {
  std::vector<std::string_view> wanted = Split(phrase, ' ');
  for (size_t i = 0; i < wanted.size(); ++i) {
    if (At(place + i) != wanted[i]) return false;
    if (i + 1 < wanted.size() && words_[place + i].ends_clause) return false;
  }
  return true;
}

std::string ThoughtWords::Said(size_t begin, size_t end) const {
  std::string said;
  for (size_t i = begin; i < end && i < words_.size(); ++i) {
    const ThoughtWord& word = words_[i];
    bool is_i = word.folded == "i" || word.folded.starts_with("i'");
    // Letters that shout, and the capital that begins a sentence, say nothing here; a name keeps its own.
    bool shouted =
        word.written.size() > 3 && word.written.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
    bool begins = i == 0 || words_[i - 1].ends_sentence;
    std::string text = begins || shouted || is_i ? word.folded : word.written;
    if (is_i) text[0] = 'I';
    said += (said.empty() ? "" : " ") + text;
  }
  return said;
}

}  // namespace stumble
