#include "tool/typed_keys.h"

#include <array>
#include <utility>

namespace stumble {

namespace {

constexpr char kEscape = '\033';
constexpr int kSequenceMilliseconds = 100;  // for the rest of a key, also over a slow line
constexpr int kPasteMilliseconds = 0;       // what is there at once is no typing

// What follows ESC [ or ESC O, and what the editor knows for it: Ctrl-B, Ctrl-F, Ctrl-A, Ctrl-E, and words back and forward.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kKeys = {{
    {"D", "\x02"},          {"C", "\x06"},          {"1;2D", "\x02"},       {"1;2C", "\x06"},       {"H", "\x01"},
    {"F", "\x05"},          {"1~", "\x01"},         {"4~", "\x05"},         {"7~", "\x01"},         {"8~", "\x05"},
    {"1;5H", "\x01"},       {"1;5F", "\x05"},       {"3~", kDeleteKey},     {"3;5~", "\033d"},      {"1;5D", "\033" "b"},
    {"1;5C", "\033" "f"},   {"1;3D", "\033" "b"},   {"1;3C", "\033" "f"},   {"5D", "\033" "b"},     {"5C", "\033" "f"},
    {"Od", "\033" "b"},     {"Oc", "\033" "f"},     {"1;2H", "\x01"},       {"1;2F", "\x05"},
}};

std::string_view KeyFor(std::string_view sequence) {
  for (const auto& [known, key] : kKeys)
    if (known == sequence) return key;
  return {};
}

bool IsNewline(char c) { return c == '\r' || c == '\n'; }

// Pasted text on one line, without anything that would steer the editor.
void AppendPasted(std::string_view text, std::string& keys) {
  for (size_t i = 0; i < text.size(); ++i) {
    bool is_second = i > 0 && IsNewline(text[i]) && IsNewline(text[i - 1]);
    bool is_control = static_cast<unsigned char>(text[i]) < ' ' || text[i] == '\x7f';
    if (!is_second) keys += is_control ? ' ' : text[i];
  }
}

}  // namespace

int TypedKeys::SettleMilliseconds() const {
  return in_paste_ || raw_.starts_with(kEscape) ? kSequenceMilliseconds : kPasteMilliseconds;
}

// False if what is left must wait for more.
bool TypedKeys::TakePaste(bool settled, std::string& keys) {
  size_t end = raw_.find(kPasteEnds);
  size_t text = end;
  if (end == std::string::npos) {  // perhaps the mark has begun
    size_t escape = raw_.rfind(kEscape);
    bool has_begun = escape != std::string::npos && kPasteEnds.starts_with(std::string_view(raw_).substr(escape));
    text = has_begun && !settled ? escape : raw_.size();
  }
  AppendPasted(std::string_view(raw_).substr(0, text), keys);
  raw_.erase(0, end == std::string::npos ? text : end + kPasteEnds.size());
  in_paste_ = end == std::string::npos;
  return raw_.empty() || !in_paste_;
}

bool TypedKeys::TakeSequence(bool settled, std::string& keys) {
  auto drop = [&](size_t count) {
    raw_.erase(0, count);
    return true;
  };
  if (raw_.size() == 1) return settled && drop(1);
  char kind = raw_[1];
  if (kind == '[' || kind == 'O') {
    size_t end = 2;
    while (end < raw_.size() && raw_[end] >= ' ' && raw_[end] < '@') ++end;
    if (raw_.substr(2, 1) == "[") end = 3;  // function keys of the Linux console: ESC [ [ A
    if (end >= raw_.size()) return settled && drop(raw_.size());
    bool is_whole = raw_[end] >= '@' && raw_[end] <= '~';
    std::string sequence = raw_.substr(2, end - 1);
    if (kind == 'O' && (sequence == "d" || sequence == "c")) sequence.insert(0, "O");
    drop(is_whole ? end + 1 : end);
    in_paste_ = sequence == kPasteBegins.substr(2);
    if (is_whole && !in_paste_) keys += KeyFor(sequence);
    return true;
  }
  if (kind == 'b' || kind == 'f' || kind == 'd' || kind == '\x7f') {  // words back, forward, and away
    keys += raw_.substr(0, 2);
    return drop(2);
  }
  bool is_letter = kind > ' ' && kind < '\x7f';
  return drop(is_letter ? 2 : 1);
}

std::string TypedKeys::Take(bool settled, bool lines_apart) {
  std::string keys;
  while (!raw_.empty()) {
    if (in_paste_) {
      if (!TakePaste(settled, keys)) break;
    } else if (raw_[0] == kEscape) {
      if (!TakeSequence(settled, keys)) break;
    } else if (IsNewline(raw_[0]) && lines_apart) {
      keys += raw_[0];
      raw_.erase(0, 1);
      break;
    } else if (IsNewline(raw_[0])) {
      size_t next = raw_.find_first_not_of("\r\n");
      if (next == std::string::npos && !settled) break;
      keys += next == std::string::npos ? '\n' : ' ';
      raw_.erase(0, next);
    } else {
      // A Ctrl-D that was typed before the question stood there: the terminal, not yet read key by key, made it a NUL.
      constexpr char kSearchBackward = '\x12';
      if (raw_[0] != kSearchBackward) keys += raw_[0] == '\0' ? '\x04' : raw_[0];
      raw_.erase(0, 1);
    }
  }
  return keys;
}

}  // namespace stumble
