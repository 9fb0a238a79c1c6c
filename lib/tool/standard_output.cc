#include "tool/standard_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "error.h"
#include "text/text.h"

namespace stumble {

namespace {

constexpr size_t kBufferBytes = 64 << 10;

}  // namespace

StandardOutput::StandardOutput() : is_terminal_(isatty(STDOUT_FILENO) == 1) {}

void StandardOutput::Write(std::string_view bytes) {
  if (is_terminal_) {
    buffer_ += SafeForTerminal(bytes);
    Flush();
    return;
  }
  buffer_ += bytes;
  if (buffer_.size() >= kBufferBytes) Flush();
}

void StandardOutput::Flush() {
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
