// Error: a place and a sentence. It is thrown when a tool can't go on, and handed to a callback when one record is
// damaged and reading goes on after it. The sentence says what was expected, in plain words, and never repeats what
// the person wrote: messages end up in logs and in mail.
#ifndef STUMBLE_ERROR_H_
#define STUMBLE_ERROR_H_

#include <functional>
#include <stdexcept>
#include <string>
#include <utility>

namespace stumble {

// Where something stands. Lines and columns count from 1; 0 means "not known" and is left out of messages.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;

  // "journal.rec:14:3", or as much of it as is known.
  std::string ToString() const {
    std::string text = file;
    for (int number : {line, column}) {
      if (number <= 0) break;
      text += ':';
      text += std::to_string(number);
    }
    return text;
  }
};

// The exit statuses that every tool shares.
enum class ExitStatus { kDone = 0, kData = 1, kUsage = 2, kNothingMatched = 3, kStayedLocked = 75 };

class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& what, Place place = {}, ExitStatus status = ExitStatus::kData)
      : std::runtime_error(what), place_(std::move(place)), status_(status) {}

  const Place& place() const { return place_; }
  ExitStatus status() const { return status_; }

  // "journal.rec:14: Intensity: expected 0 to 10".
  std::string Sentence() const {
    std::string where = place_.ToString();
    return where.empty() ? what() : where + ": " + what();
  }

 private:
  Place place_;
  ExitStatus status_;
};

// Receives what went wrong with one record while the reading of the others goes on.
using ErrorHandler = std::function<void(const Error&)>;

}  // namespace stumble

#endif  // STUMBLE_ERROR_H_
