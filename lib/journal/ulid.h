// Ids of entries: ULIDs, 26 characters of Crockford's base 32, the first ten from the time in milliseconds and the rest by
// chance, so that Ids made on different devices differ and sort by time. Source: github.com/ulid/spec.
#ifndef STUMBLE_JOURNAL_ULID_H_
#define STUMBLE_JOURNAL_ULID_H_

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace stumble {

class IdMaker {
 public:
  // `random` gives 64 bits by chance at each call.
  explicit IdMaker(std::function<uint64_t()> random) : random_(std::move(random)) {}

  // A new Id for a time in milliseconds since 1970. Later Ids of one maker sort after earlier ones: within one
  // millisecond, or when the clock went back, the last Id is counted up by one.
  std::string Make(int64_t unix_milliseconds);

  // Makes the Ids to come sort after this one too, if it is of `unix_milliseconds`: an entry logged before by
  // another process within the same millisecond stays before.
  void ComeAfter(std::string_view id, int64_t unix_milliseconds);

 private:
  std::function<uint64_t()> random_;
  std::array<uint8_t, 26> last_{};  // digits in base 32
};

// Whether a text is a ULID (either letter case).
bool IsUlid(std::string_view text);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_ULID_H_
