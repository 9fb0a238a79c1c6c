#include "moment/moment.h"

#include <algorithm>
#include <cstdlib>

#include "moment/digits.h"

namespace stumble {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

// Takes a text apart from its beginning, field by field.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  bool AtEnd() const { return rest_.empty(); }

  bool Skip(std::string_view any_of) {
    if (AtEnd() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // Exactly `width` digits that stand for a number up to `most`.
  std::optional<int> Number(size_t width, int most) {
    if (rest_.size() < width) return std::nullopt;
    std::optional<int> number = ParseDigits(rest_.substr(0, width));
    if (!number || *number > most) return std::nullopt;
    rest_.remove_prefix(width);
    return number;
  }

  // One digit or more, however many.
  bool SkipDigits() {
    size_t width = 0;
    while (width < rest_.size() && IsDigit(rest_[width])) ++width;
    rest_.remove_prefix(width);
    return width > 0;
  }

 private:
  std::string_view rest_;
};

std::optional<Day> ReadDay(Cursor& cursor) {
  const std::optional<int> year = cursor.Number(4, 9999);
  if (!year || *year == 0 || !cursor.Skip("-")) return std::nullopt;
  const std::optional<int> month = cursor.Number(2, 12);
  if (!month || !cursor.Skip("-")) return std::nullopt;
  const std::optional<int> day = cursor.Number(2, 31);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date = std::chrono::year{*year} / *month / *day;
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

std::optional<minutes> ReadHoursAndMinutes(Cursor& cursor) {
  const std::optional<int> hour = cursor.Number(2, 23);
  if (!hour || !cursor.Skip(":")) return std::nullopt;
  const std::optional<int> minute = cursor.Number(2, 59);
  if (!minute) return std::nullopt;
  return hours{*hour} + minutes{*minute};
}

std::optional<seconds> ReadTimeOfDay(Cursor& cursor) {
  const std::optional<minutes> start = ReadHoursAndMinutes(cursor);
  if (!start || !cursor.Skip(":")) return start;
  const std::optional<int> second = cursor.Number(2, 60);
  if (!second || (cursor.Skip(".") && !cursor.SkipDigits())) return std::nullopt;
  return *start + seconds{std::min(*second, 59)};
}

std::optional<minutes> ReadOffset(Cursor& cursor) {
  if (cursor.Skip("Zz")) return minutes{0};
  if (cursor.Skip("+")) return ReadHoursAndMinutes(cursor);
  if (!cursor.Skip("-")) return std::nullopt;
  std::optional<minutes> west = ReadHoursAndMinutes(cursor);
  if (west) west = -*west;
  return west;
}

void AppendPadded(std::string& text, int number, size_t width) {
  const std::string digits = std::to_string(number);
  if (digits.size() < width) text.append(width - digits.size(), '0');
  text += digits;
}

void AppendHoursAndMinutes(std::string& text, int minute_count) {
  AppendPadded(text, minute_count / 60, 2);
  text += ':';
  AppendPadded(text, minute_count % 60, 2);
}

}  // namespace

std::optional<Instant> Moment::ToInstant() const {
  if (!time_of_day) return std::nullopt;
  return day + *time_of_day - offset;
}

std::optional<Day> ParseDay(std::string_view text) {
  Cursor cursor(text);
  const std::optional<Day> day = ReadDay(cursor);
  return cursor.AtEnd() ? day : std::nullopt;
}

std::optional<Moment> ParseMoment(std::string_view text) {
  Cursor cursor(text);
  const std::optional<Day> day = ReadDay(cursor);
  if (!day) return std::nullopt;
  if (cursor.AtEnd()) return Moment{*day};
  if (!cursor.Skip("Tt ")) return std::nullopt;
  const std::optional<seconds> time_of_day = ReadTimeOfDay(cursor);
  if (!time_of_day) return std::nullopt;
  const std::optional<minutes> offset = ReadOffset(cursor);
  if (!offset || !cursor.AtEnd()) return std::nullopt;
  return Moment{*day, time_of_day, *offset};
}

std::string FormatMoment(const Moment& moment) {
  std::string text = FormatDay(moment.day);
  if (!moment.HasTime()) return text;
  const int second_count = static_cast<int>(moment.time_of_day->count());
  const int offset_minutes = static_cast<int>(moment.offset.count());
  text += 'T';
  AppendHoursAndMinutes(text, second_count / 60);
  text += ':';
  AppendPadded(text, second_count % 60, 2);
  text += offset_minutes < 0 ? '-' : '+';
  AppendHoursAndMinutes(text, std::abs(offset_minutes));
  return text;
}

std::string FormatDay(Day day) {
  const std::chrono::year_month_day date{day};
  std::string text;
  AppendPadded(text, static_cast<int>(date.year()), 4);
  text += '-';
  AppendPadded(text, static_cast<int>(static_cast<unsigned>(date.month())), 2);
  text += '-';
  AppendPadded(text, static_cast<int>(static_cast<unsigned>(date.day())), 2);
  return text;
}

}  // namespace stumble
