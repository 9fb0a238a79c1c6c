#include "record/record_writer.h"

#include "text/text.h"

namespace stumble {

namespace {

// A backslash at the end of a line would join it with the next one when read. The only exact way to write it is the one
// that readers of rec files undo themselves: one more backslash and a line end, which they take away together.
void AppendLine(std::string_view line, std::string& out) {
  while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  out += line;
  if (!line.empty() && line.back() == '\\') out += "\\\n";
  out += '\n';
}

}  // namespace

std::string RenderItem(const Item& item) {
  if (!item.as_read.empty()) return item.as_read + "\n";
  if (item.IsComment()) return item.value + "\n";
  std::string out = item.name + ":";
  bool first = true;
  for (std::string_view line : Split(item.value, '\n')) {
    if (!first) out += '+';
    if (!line.empty() && line != "\r") out += ' ';
    AppendLine(line, out);
    first = false;
  }
  return out;
}

std::string RenderRecord(const Record& record) {
  std::string out;
  for (const Item& item : record.items()) out += RenderItem(item);
  return out;
}

}  // namespace stumble
