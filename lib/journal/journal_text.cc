#include "journal/journal_text.h"

#include <algorithm>

#include "record/record_reader.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Where each line begins, and the end of the text behind them.
std::vector<size_t> LineBegins(std::string_view text) {
  std::vector<size_t> begins = {0};
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    begins.push_back(at + 1);
  if (begins.back() != text.size()) begins.push_back(text.size());
  return begins;
}

int LinesIn(const Record& record) {
  int lines = 0;
  for (const Item& item : record.items()) lines += item.lines_read;
  return lines;
}

std::string UpperCase(std::string_view text) {
  std::string upper(text);
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return upper;
}

}  // namespace

JournalText::JournalText(std::string bytes, const std::string& name, const ErrorHandler& on_error)
    : bytes_(std::move(bytes)) {
  std::vector<size_t> begins = LineBegins(bytes_);
  auto begin_of = [&](int line) { return begins[std::min(static_cast<size_t>(line) - 1, begins.size() - 1)]; };
  TextSource source(bytes_);
  RecordReader reader(source, name, [&](const Error& error) {
    has_damage_ = true;
    on_error(error);
  });
  while (const Record* record = reader.Next()) {
    if (!record->IsEntry()) continue;
    journal_.Add(*record, on_error);
    int line = record->place().line;
    Span span{begin_of(line), begin_of(line + LinesIn(*record))};
    if (std::string_view(bytes_).substr(span.begin).starts_with(kByteOrderMark)) span.begin += kByteOrderMark.size();
    spans_.push_back(span);
  }
}

std::string_view JournalText::ParagraphOf(size_t entry) const {
  return std::string_view(bytes_).substr(spans_[entry].begin, spans_[entry].end - spans_[entry].begin);
}

std::vector<size_t> JournalText::PlacesOf(std::string_view id) const {
  std::vector<size_t> places;
  for (size_t i = 0; i < spans_.size(); ++i)
    if (!id.empty() && UpperCase(journal_.entries()[i].id) == UpperCase(id)) places.push_back(i);
  return places;
}

std::vector<size_t> JournalText::PlacesOfParagraph(std::string_view paragraph) const {
  std::string wanted = WithoutCarriageReturns(paragraph);
  std::vector<size_t> places;
  for (size_t i = 0; i < spans_.size(); ++i) {
    std::string here = WithoutCarriageReturns(ParagraphOf(i));
    // A last line without its end is the same line.
    if (Trim(here) == Trim(wanted)) places.push_back(i);
  }
  return places;
}

std::string JournalText::With(size_t entry, std::string_view paragraph) const {
  const Span& span = spans_[entry];
  std::string_view old = ParagraphOf(entry);
  size_t end = old.find('\n');
  bool crlf = end != std::string_view::npos && end > 0 && old[end - 1] == '\r';
  std::string lines;
  for (char c : paragraph) {
    if (c == '\n' && crlf) lines += '\r';
    lines += c;
  }
  return bytes_.substr(0, span.begin) + lines + bytes_.substr(span.end);
}

bool JournalText::IsBlank(Span line) const {
  std::string_view text = std::string_view(bytes_).substr(line.begin, line.end - line.begin);
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

JournalText::Span JournalText::LineBefore(size_t at) const {
  if (at == 0) return {0, 0};
  size_t before = at >= 2 ? bytes_.rfind('\n', at - 2) : std::string::npos;
  return {before == std::string::npos ? 0 : before + 1, at};
}

// A line that ends in a backslash takes the blank line after it for its own.
bool JournalText::Separates(Span line) const {
  Span above = LineBefore(line.begin);
  std::string_view text = Trim(std::string_view(bytes_).substr(above.begin, above.end - above.begin));
  return IsBlank(line) && !text.ends_with('\\');
}

JournalText::Span JournalText::LineAt(size_t at) const {
  size_t newline = bytes_.find('\n', at);
  return {at, newline == std::string::npos ? bytes_.size() : newline + 1};
}

// What to take away for an entry to be gone, and what to put there.
JournalText::Span JournalText::RemovalOf(size_t entry, std::string& replacement) const {
  Span span = spans_[entry];
  std::string_view before_entry = std::string_view(bytes_).substr(0, span.begin);
  bool is_first = before_entry.empty() || before_entry == kByteOrderMark;
  if (is_first) {
    while (span.end < bytes_.size() && IsBlank(LineAt(span.end))) span.end = LineAt(span.end).end;
    // The mark is the file's, but a line may have one alone.
    if (std::string_view(bytes_).substr(span.end).starts_with(kByteOrderMark)) span.begin = 0;
    return span;
  }
  if (before_entry.ends_with(kByteOrderMark)) {  // cat put another journal here
    before_entry.remove_suffix(kByteOrderMark.size());
    span.begin = before_entry.size();
  }
  Span above = LineBefore(before_entry.size());
  bool apart_above = Separates(above);
  if (span.end >= bytes_.size()) {
    if (apart_above) span.begin = above.begin;
    return span;
  }
  Span below = LineAt(span.end);
  bool apart_below = IsBlank(below);
  if (apart_above && apart_below) span.end = below.end;
  if (!apart_above && !apart_below) replacement = "\n";  // between descriptors: beside an entry they need no blank line
  return span;
}

std::string JournalText::Without(size_t entry) const {
  std::string replacement;
  Span span = RemovalOf(entry, replacement);
  return bytes_.substr(0, span.begin) + replacement + bytes_.substr(span.end);
}

std::string JournalText::Without(const std::vector<size_t>& entries) const {
  std::string left = bytes_;
  for (size_t i = entries.size(); i-- > 0;) {
    JournalText rest(std::move(left), "", [](const Error&) {});
    left = rest.Without(entries[i]);
  }
  return left;
}

std::string ReadAll(ByteSource& source) {
  std::string bytes;
  char block[64 << 10];
  while (size_t count = source.Read(block, sizeof block)) bytes.append(block, count);
  return bytes;
}

std::string WithoutCarriageReturns(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    size_t end = i;
    while (end < text.size() && text[end] == '\r') ++end;
    if (end < text.size() && text[end] == '\n') i = end;  // only those before a line end
    result += text[i];
  }
  while (!result.empty() && result.back() == '\r') result.pop_back();
  return result;
}

}  // namespace stumble
