#include "journal/input_kind.h"

#include "journal/entry_fields.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr size_t kBlockBytes = 16 << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsSkipped(std::string_view line, bool in_descriptor) {
  if (Trim(line).empty() || line[0] == '#' || line[0] == '%') return true;
  return in_descriptor && line[0] == '+';
}

}  // namespace

std::optional<InputKind> TellInputKind(std::string_view beginning, bool complete) {
  bool in_descriptor = false;
  while (!beginning.empty()) {
    if (beginning.starts_with(kByteOrderMark)) beginning.remove_prefix(kByteOrderMark.size());
    size_t end = beginning.find('\n');
    if (end == std::string_view::npos && !complete) {
      size_t colon = beginning.find(':');
      if (colon == std::string_view::npos) return std::nullopt;
    }
    std::string_view line = beginning.substr(0, end);
    if (!IsSkipped(line, in_descriptor)) {
      size_t colon = line.find(':');
      bool known = colon != std::string_view::npos && FindEntryField(line.substr(0, colon)) != nullptr;
      return known ? InputKind::kRecords : InputKind::kText;
    }
    in_descriptor = line.starts_with('%') || (in_descriptor && line.starts_with('+'));
    if (end == std::string_view::npos) break;
    beginning.remove_prefix(end + 1);
  }
  return complete ? std::optional(InputKind::kText) : std::nullopt;
}

InputKind TellInputKind(ByteSource& source, std::string& taken) {
  while (true) {
    std::string block(kBlockBytes, '\0');
    size_t count = source.Read(block.data(), block.size());
    taken.append(block, 0, count);
    bool complete = count == 0 || taken.size() > (size_t{1} << 20);
    if (auto kind = TellInputKind(taken, complete)) return *kind;
  }
}

}  // namespace stumble
