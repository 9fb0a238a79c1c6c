#include "record/byte_source.h"

#include <unistd.h>

#include <cerrno>

#include "error.h"

namespace stumble {

size_t FileSource::Read(char* buffer, size_t size) {
  while (true) {
    ssize_t count = ::read(descriptor_, buffer, size);
    if (count >= 0) return static_cast<size_t>(count);
    if (errno != EINTR) throw Error(std::string("could not be read: ") + std::strerror(errno), {name_});
  }
}

}  // namespace stumble
