// ByteSource: where a reader's bytes come from, block by block: a file, a pipe, or a text in a test.
#ifndef STUMBLE_RECORD_BYTE_SOURCE_H_
#define STUMBLE_RECORD_BYTE_SOURCE_H_

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace stumble {

// What messages call it.
inline constexpr const char* kStandardInput = "standard input";

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Fills up to `size` bytes; 0 at the end. Throws Error if reading fails.
  virtual size_t Read(char* buffer, size_t size) = 0;
};

class TextSource : public ByteSource {
 public:
  explicit TextSource(std::string_view text) : rest_(text) {}
  size_t Read(char* buffer, size_t size) override {
    size_t count = rest_.copy(buffer, size);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
};

// Bytes already taken from a source, then the rest of it.
class PushedBackSource : public ByteSource {
 public:
  PushedBackSource(std::string taken, ByteSource& rest) : taken_(std::move(taken)), rest_(rest) {}
  size_t Read(char* buffer, size_t size) override {
    if (at_ == taken_.size()) return rest_.Read(buffer, size);
    size_t count = taken_.copy(buffer, size, at_);
    at_ += count;
    return count;
  }

 private:
  std::string taken_;
  size_t at_ = 0;
  ByteSource& rest_;
};

// A file or a pipe by its descriptor, which the source does not close.
class FileSource : public ByteSource {
 public:
  FileSource(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  size_t Read(char* buffer, size_t size) override;

 private:
  int descriptor_;
  std::string name_;
};

}  // namespace stumble

#endif  // STUMBLE_RECORD_BYTE_SOURCE_H_
