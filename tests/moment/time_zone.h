// TimeZone: a zone that holds while a test runs. The zones are POSIX rules, so that the tests need no zone files.
#ifndef STUMBLE_TESTS_MOMENT_TIME_ZONE_H_
#define STUMBLE_TESTS_MOMENT_TIME_ZONE_H_

#include <stdlib.h>
#include <time.h>

#include <optional>
#include <string>

namespace stumble {

inline constexpr const char* kNewYork = "EST5EDT,M3.2.0,M11.1.0";
inline constexpr const char* kBerlin = "CET-1CEST,M3.5.0,M10.5.0/3";
inline constexpr const char* kKolkata = "IST-5:30";

class TimeZone {
 public:
  explicit TimeZone(const char* zone) {
    if (const char* before = getenv("TZ")) before_ = before;
    setenv("TZ", zone, 1);
    tzset();
  }

  ~TimeZone() {
    if (before_) {
      setenv("TZ", before_->c_str(), 1);
    } else {
      unsetenv("TZ");
    }
    tzset();
  }

  TimeZone(const TimeZone&) = delete;
  TimeZone& operator=(const TimeZone&) = delete;

 private:
  std::optional<std::string> before_;
};

}  // namespace stumble

#endif  // STUMBLE_TESTS_MOMENT_TIME_ZONE_H_
