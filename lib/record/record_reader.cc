#include "record/record_reader.h"

#include <algorithm>
#include <vector>

#include "record/record_writer.h"

namespace stumble {

namespace {

constexpr size_t kBlockBytes = 64 << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kPassedOver = "; could not read this entry; it was passed over";
constexpr const char* kKept = "; could not read this entry; it is kept as it is";

// A walk along the lines of one paragraph. As in recutils, a backslash at the end of a field's line joins it with the next.
class LineWalk {
 public:
  LineWalk(std::string_view text, int first_line) : text_(text), line_(first_line) {}

  bool AtEnd() const { return at_ >= text_.size(); }
  char Peek() const { return text_[at_]; }
  size_t at() const { return at_; }
  int line() const { return line_; }

  // A line to its end, joined with those that follow a backslash if `joining`.
  std::string Take(bool joining) {
    std::string taken;
    joints_.clear();
    while (!AtEnd()) {
      size_t end = std::min(text_.find('\n', at_), text_.size());
      std::string_view piece = text_.substr(at_, end - at_);
      bool has_newline = end < text_.size();
      at_ = std::min(end + 1, text_.size());
      ++line_;
      while (!piece.empty() && piece.back() == '\r') piece.remove_suffix(1);
      if (!joining || !has_newline || piece.empty() || piece.back() != '\\') {
        taken += piece;
        break;
      }
      taken += piece.substr(0, piece.size() - 1);
      joints_.push_back(taken.size());
    }
    while (!taken.empty() && taken.back() == '\r') taken.pop_back();  // joining may leave one too
    return taken;
  }

  // Whether the last line taken was joined from several.
  bool joined() const { return !joints_.empty(); }

  // Whether a line ended before this byte of the last line taken.
  bool IsJoint(size_t at) const { return std::find(joints_.begin(), joints_.end(), at) != joints_.end(); }

 private:
  std::string_view text_;
  size_t at_ = 0;
  int line_;
  std::vector<size_t> joints_;  // in the last line taken
};

// What follows a colon or a plus. As in recutils, a blank right after it on its line does not belong to the value.
std::string_view ValueFrom(std::string_view text, size_t at, std::string_view blanks, const LineWalk& walk) {
  bool has_blank = at < text.size() && blanks.find(text[at]) != std::string_view::npos && !walk.IsJoint(at);
  return text.substr(has_blank ? at + 1 : at);
}

std::string WithoutCarriageReturns(std::string_view source) {
  std::string result;
  for (std::string_view rest = source; !rest.empty();) {
    size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    result += line;
    if (end < rest.size()) result += '\n';
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (!result.empty() && result.back() == '\n') result.pop_back();
  return result;
}

// Keeps the source of a field that the writer would write in another way.
void KeepSource(Item& item, std::string_view source) {
  std::string as_read = WithoutCarriageReturns(source);
  if (as_read.ends_with('\\')) return;  // the file ends here; what is written after it must not be joined
  if (RenderItem(item) != as_read + "\n") item.as_read = std::move(as_read);
}

}  // namespace

Record ParseRecord(std::string_view paragraph, const Place& place) {
  Record record;
  record.set_place(place);
  LineWalk walk(paragraph, place.line);
  const char* fate = place.file == kStandardInput ? kPassedOver : kKept;
  auto refuse = [&](int line, const std::string& expected) { throw Error(expected + fate, {place.file, line}); };
  while (!walk.AtEnd()) {
    if (walk.Peek() == '#') {
      record.Add("", walk.Take(/*joining=*/false));
      record.items().back().lines_read = 1;
      continue;
    }
    int line = walk.line();
    size_t begin = walk.at();
    if (walk.Peek() == '+') refuse(line, "expected a field before a line that begins with '+'");
    std::string text = walk.Take(/*joining=*/true);
    bool joined = walk.joined();
    size_t colon = text.find(':');
    if (colon == std::string::npos || !IsFieldName(std::string_view(text).substr(0, colon)))
      refuse(line, "expected 'Field: value', a line that begins with '+ ', or a comment");
    Item item{text.substr(0, colon), std::string(ValueFrom(text, colon + 1, " \t", walk)), {}, 0};
    while (!walk.AtEnd() && walk.Peek() == '+') {
      text = walk.Take(/*joining=*/true);
      joined = joined || walk.joined();
      item.value += '\n';
      item.value += ValueFrom(text, 1, " ", walk);
    }
    if (!joined) KeepSource(item, paragraph.substr(begin, walk.at() - begin));
    item.lines_read = walk.line() - line;
    record.items().push_back(std::move(item));
  }
  return record;
}

// What is known of the physical line being read.
struct RecordReader::LineState {
  bool blank = true;      // white space alone so far
  bool comment = false;   // begins with '#'
  bool joined = false;    // goes on from a line that ended in a backslash
  bool empty = true;
  char last = '\0';       // its last byte, a carriage return aside
  size_t begin = 0;       // its place in the paragraph
};

RecordReader::RecordReader(ByteSource& source, std::string name, ErrorHandler on_error)
    : source_(source), name_(std::move(name)), on_error_(std::move(on_error)) {}

bool RecordReader::FillBuffer() {
  if (at_ < buffer_.size()) return true;
  buffer_.resize(kBlockBytes);
  buffer_.resize(source_.Read(buffer_.data(), kBlockBytes));
  at_ = 0;
  return !buffer_.empty();
}

void RecordReader::TakeChunk(std::string_view chunk, LineState& line) {
  if (chunk.empty()) return;
  if (line.empty) {
    line.comment = !line.joined && chunk[0] == '#';
    line.empty = false;
  }
  line.blank = line.blank && chunk.find_first_not_of(" \t\r") == std::string_view::npos;
  size_t last = chunk.find_last_not_of('\r');
  if (last != std::string_view::npos) line.last = chunk[last];
  too_large_ = too_large_ || text_.size() + chunk.size() > kMaxRecordBytes;
  if (too_large_) {
    text_.clear();
    text_.shrink_to_fit();
  } else {
    text_ += chunk;
  }
}

// Takes a byte order mark from the beginning of a line: `cat` leaves it wherever a file began.
void RecordReader::DropByteOrderMark(LineState& line) {
  if (too_large_ || line.joined || !std::string_view(text_).substr(line.begin).starts_with(kByteOrderMark)) return;
  text_.erase(line.begin, kByteOrderMark.size());
  std::string_view rest = std::string_view(text_).substr(line.begin);
  line.comment = rest.starts_with('#');
  line.blank = rest.find_first_not_of(" \t\r") == std::string_view::npos;
}

// Collects the lines up to the next blank one in text_. False at the end of the bytes.
bool RecordReader::ReadParagraph() {
  text_.clear();
  too_large_ = false;
  bool any = false;  // a line that is not blank was seen
  LineState line;
  while (FillBuffer()) {
    size_t newline = buffer_.find('\n', at_);
    size_t end = std::min(newline, buffer_.size());
    TakeChunk(std::string_view(buffer_).substr(at_, end - at_), line);
    at_ = end;
    if (newline == std::string::npos) continue;
    ++at_;
    ++line_;
    DropByteOrderMark(line);
    if (line.blank && !line.joined) {
      if (!too_large_) text_.resize(line.begin);
      if (any) return true;
      too_large_ = false;
      line = {};
      continue;
    }
    if (!any) first_line_ = line_ - 1;
    any = true;
    if (!too_large_) text_ += '\n';
    bool joins = !line.comment && line.last == '\\';
    line = {};
    line.joined = joins;
    line.begin = text_.size();
  }
  DropByteOrderMark(line);
  if (line.blank && !line.joined && !too_large_) text_.resize(line.begin);
  if (!any && !line.blank) {
    first_line_ = line_;
    any = true;
  }
  return any;
}

// After a plain `cat` of two journals the second one's descriptor stands right below the first one's last entry; and an entry may
// have been typed right below a descriptor.
void RecordReader::SplitAtDescriptor() {
  std::vector<Item>& items = record_.items();
  bool in_descriptor = record_.IsDescriptor();
  auto other = std::find_if(items.begin(), items.end(), [&](const Item& item) {
    if (item.IsComment()) return false;
    return in_descriptor ? item.name[0] != '%' : item.name == "%rec";
  });
  if (other == items.end()) return;
  while (other != items.begin() && std::prev(other)->IsComment()) --other;
  if (other == items.begin()) return;
  Place place = record_.place();
  place.line = record_.LineOf(*other);
  pending_.emplace();
  pending_->set_place(std::move(place));
  pending_->items().assign(std::make_move_iterator(other), std::make_move_iterator(items.end()));
  items.erase(other, items.end());
}

const Record* RecordReader::Next() {
  if (pending_) {
    record_ = std::move(*pending_);
    pending_.reset();
    SplitAtDescriptor();
    return &record_;
  }
  while (ReadParagraph()) {
    try {
      if (too_large_)
        throw Error("expected a record of at most 16 MiB; could not read this entry; it is kept as it is",
                    {name_, first_line_});
      record_ = ParseRecord(text_, {name_, first_line_});
      SplitAtDescriptor();
      if (!record_.items().empty()) return &record_;
    } catch (const Error& error) {
      on_error_(error);
    }
  }
  return nullptr;
}

}  // namespace stumble
