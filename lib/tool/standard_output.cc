#include "tool/standard_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "error.h"
#include "text/text.h"
#include "tool/terminal.h"

namespace stumble {

namespace {

constexpr size_t kBufferBytes = 64 << 10;

// A line of ours without the sequences that color it.
std::string WithoutColor(std::string_view line) {
  std::string text;
  while (!line.empty()) {
    size_t escape = line.find('\033');
    text += line.substr(0, escape);
    size_t end = escape == std::string_view::npos ? escape : line.find('m', escape);
    if (end == std::string_view::npos) break;
    line.remove_prefix(end + 1);
  }
  return text;
}

}  // namespace

StandardOutput::StandardOutput() : is_terminal_(isatty(STDOUT_FILENO) == 1) {}

void StandardOutput::Write(std::string_view bytes) {
  if (is_terminal_) Put(SafeForTerminal(bytes));
  else Put(bytes);
}

void StandardOutput::UsePager(std::vector<std::string> command) {
  if (is_terminal_) pager_command_ = std::move(command);
}

void StandardOutput::WriteWrapped(std::string_view text) {
  if (!is_terminal_) return Write(std::string(text) + "\n");
  for (const std::string& line : Wrap(text, TextColumnsOf(STDOUT_FILENO), WideWords::kBreak)) Write(line + "\n");
}

void StandardOutput::WriteListed(const std::vector<std::string>& columns) {
  constexpr int kTab = 8, kIndent = 4, kLeast = 30;
  std::string line, before;
  int at = 0;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) at = (at / kTab + 1) * kTab;
    at += WidthColumns(columns[i]);
    line += (i > 0 ? "\t" : "") + columns[i];
    if (i + 1 < columns.size()) before += (i > 0 ? "  " : "") + columns[i];
  }
  int width = std::max(kLeast, ColumnsOf(STDOUT_FILENO));
  if (!is_terminal_ || at <= width || columns.empty()) return Write(line + "\n");
  for (const std::string& part : Wrap(before, width)) Write(part + "\n");
  for (const std::string& part : Wrap(columns.back(), width - kIndent)) Write(std::string(kIndent, ' ') + part + "\n");
}

void StandardOutput::Put(std::string_view bytes) {
  if (pager_) return pager_->Write(bytes);
  buffer_ += bytes;
  if (!pager_command_.empty()) {
    if (FitsTheScreen()) return;
    pager_ = Pager::Start(pager_command_);
    pager_command_.clear();
    if (pager_) return pager_->Write(std::exchange(buffer_, {}));
  }
  if (is_terminal_ || buffer_.size() >= kBufferBytes) WriteOut();
}

// Whether all that is held back can be seen at once, with a line left for the shell's prompt.
bool StandardOutput::FitsTheScreen() const {
  int rows = 0, most = RowsOf(STDOUT_FILENO) - 1, columns = ColumnsOf(STDOUT_FILENO);
  for (std::string_view line : Split(buffer_, '\n')) {
    rows += std::max(0, WidthColumns(WithoutColor(line)) - 1) / columns + 1;
    if (rows > most + 1) return false;
  }
  return true;
}

void StandardOutput::Flush() {
  pager_command_.clear();
  if (pager_) pager_.reset();
  WriteOut();
}

void StandardOutput::WriteOut() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    ssize_t count = ::write(STDOUT_FILENO, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      int reason = errno;
      buffer_.clear();
      throw Error(std::string("standard output could not be written: ") + std::strerror(reason));
    }
    rest.remove_prefix(static_cast<size_t>(count));
  }
  buffer_.clear();
}

void OpenClosedStandardStreams() {
  for (int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) != -1) continue;
    int opened = open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY);
    if (opened >= 0 && opened != stream) {
      dup2(opened, stream);
      close(opened);
    }
  }
}

}  // namespace stumble
