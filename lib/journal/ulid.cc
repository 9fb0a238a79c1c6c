#include "journal/ulid.h"

#include <algorithm>
#include <cctype>

namespace stumble {

namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int kTimeDigits = 10;

using Digits = std::array<uint8_t, 26>;

void SetTime(Digits& digits, int64_t unix_milliseconds) {
  uint64_t time = static_cast<uint64_t>(std::max<int64_t>(unix_milliseconds, 0));
  for (int i = kTimeDigits - 1; i >= 0; --i, time >>= 5) digits[i] = time & 31;
}

void CountUp(Digits& digits) {
  for (int i = 25; i >= 0; --i) {
    digits[i] = (digits[i] + 1) & 31;
    if (digits[i] != 0) return;
  }
}

}  // namespace

std::string IdMaker::Make(int64_t unix_milliseconds) {
  Digits digits{};
  SetTime(digits, unix_milliseconds);
  if (std::equal(digits.begin(), digits.begin() + kTimeDigits, last_.begin()) || digits < last_) {
    digits = last_;
    CountUp(digits);
  } else {
    uint64_t high = random_(), low = random_();
    for (int i = kTimeDigits; i < 18; ++i, high >>= 5) digits[i] = high & 31;
    for (int i = 18; i < 26; ++i, low >>= 5) digits[i] = low & 31;
  }
  last_ = digits;
  std::string id;
  for (uint8_t digit : digits) id += kDigits[digit];
  return id;
}

void IdMaker::ComeAfter(std::string_view id, int64_t unix_milliseconds) {
  if (!IsUlid(id)) return;
  Digits digits{}, now{};
  for (size_t i = 0; i < id.size(); ++i)
    digits[i] = static_cast<uint8_t>(kDigits.find(static_cast<char>(std::toupper(static_cast<unsigned char>(id[i])))));
  SetTime(now, unix_milliseconds);
  bool same_time = std::equal(now.begin(), now.begin() + kTimeDigits, digits.begin());
  if (same_time && last_ < digits) last_ = digits;
}

bool IsUlid(std::string_view text) {
  return text.size() == 26 && text[0] <= '7' && std::all_of(text.begin(), text.end(), [](char c) {
           return kDigits.find(static_cast<char>(std::toupper(static_cast<unsigned char>(c)))) != std::string_view::npos;
         });
}

}  // namespace stumble
