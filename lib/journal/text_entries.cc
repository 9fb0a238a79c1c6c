#include "journal/text_entries.h"

#include "journal/new_entry.h"
#include "record/record_reader.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr size_t kBlockBytes = 64 << 10;

// Gathers lines into units of bounded size.
class Gatherer {
 public:
  Gatherer(TextUnit unit, const std::string& field, const std::function<void(const Record&)>& each,
           const ErrorHandler& on_error)
      : unit_(unit), field_(field), each_(each), on_error_(on_error) {}

  void Take(std::string_view chunk) {
    if (text_.size() + chunk.size() > kMaxRecordBytes) too_large_ = true;
    if (!too_large_) text_ += chunk;
    blank_ = blank_ && Trim(chunk).empty();
  }

  void EndLine() {
    ++line_;
    if (unit_ == TextUnit::kLine || blank_) EndUnit();
    else Take("\n");
    blank_ = true;
  }

  void EndUnit() {
    std::string value = CleanValue(text_);
    if (value.starts_with("\xEF\xBB\xBF")) value = CleanValue(value.substr(3));
    if (too_large_)
      on_error_(Error("expected at most 16 MiB of text in one piece; it was passed over", {"standard input", line_}));
    text_.clear();
    bool wanted = !too_large_ && !value.empty();
    too_large_ = false;
    if (!wanted) return;
    Record record;
    record.Add(field_, std::move(value));
    each_(record);
  }

 private:
  TextUnit unit_;
  const std::string& field_;
  const std::function<void(const Record&)>& each_;
  const ErrorHandler& on_error_;
  std::string text_;
  bool blank_ = true;
  bool too_large_ = false;
  int line_ = 0;
};

}  // namespace

void ReadTextEntries(ByteSource& source, TextUnit unit, const std::string& field,
                     const std::function<void(const Record&)>& each, const ErrorHandler& on_error) {
  Gatherer gatherer(unit, field, each, on_error);
  std::string block(kBlockBytes, '\0');
  while (size_t count = source.Read(block.data(), block.size())) {
    std::string_view rest(block.data(), count);
    while (!rest.empty()) {
      size_t end = rest.find('\n');
      gatherer.Take(rest.substr(0, end));
      if (end == std::string_view::npos) break;
      gatherer.EndLine();
      rest.remove_prefix(end + 1);
    }
  }
  gatherer.EndUnit();
}

}  // namespace stumble
