#include "moment/spoken_time.h"

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "error.h"
#include "moment/calendar.h"
#include "moment/clock_time.h"
#include "moment/digits.h"
#include "moment/numeric_date.h"
#include "moment/time_ago.h"
#include "moment/zone.h"

namespace stumble {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

constexpr size_t kMostBytes = 200;

[[noreturn]] void Refuse(const std::string& expected) { throw Error(expected, {}, ExitStatus::kUsage); }

[[noreturn]] void RefuseUnknown() {
  Refuse("expected a time such as 2026-11-20, yesterday 21:00, 3 days ago, monday or 2026-W47");
}

bool IsFiller(std::string_view word) { return word == "at" || word == "on" || word == "of" || word == "the"; }

void AddWord(std::vector<std::string>& words, std::string_view word) {
  if (word.empty() || IsFiller(word)) return;
  // RFC 3339 without an offset is a day and a time.
  const bool is_local_time =
      word.size() > 11 && word[10] == 't' && ParseDay(word.substr(0, 10)) && !ParseMoment(word);
  if (is_local_time) {
    words.emplace_back(word.substr(0, 10));
    word.remove_prefix(11);
  }
  words.emplace_back(word);
}

// The words that carry meaning, in lower case.
std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (char c : text) {
    if (c == ' ' || c == ',' || (c >= '\t' && c <= '\r')) {
      AddWord(words, word);
      word.clear();
    } else {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
  }
  AddWord(words, word);
  return words;
}

// "20" or "20th".
std::optional<int> ParseDayOfMonth(std::string_view word) {
  if (word.size() > 2) {
    const std::string_view ending = word.substr(word.size() - 2);
    if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") word.remove_suffix(2);
  }
  return word.size() > 2 ? std::nullopt : ParseDigits(word);
}

// Each Read… takes the next words if they are of its kind, and notes what they say; what is said twice is refused.
// When no word is left, the notes are put together. Thus the words can come in any order.
class SpokenTimeReader {
 public:
  SpokenTimeReader(std::vector<std::string> words, const Moment& now) : words_(std::move(words)), now_(now) {}

  SpokenTime Read() {
    while (next_ < words_.size()) {
      const bool understood = ReadPoint() || ReadClockTime() || ReadDayWord() || ReadPartOfDay() || ReadLast() ||
                              ReadWeekday() || ReadAgo() || ReadNumericDate() || ReadNamedDate();
      if (!understood) RefuseUnknown();
    }
    return Combine();
  }

 private:
  std::string_view Word(size_t ahead = 0) const {
    return next_ + ahead < words_.size() ? std::string_view(words_[next_ + ahead]) : std::string_view();
  }

  template <typename Value>
  bool Note(std::optional<Value>& note, const Value& value, size_t word_count = 1) {
    if (note) RefuseUnknown();
    note = value;
    next_ += word_count;
    return true;
  }

  bool NoteDay(Day day, size_t word_count = 1) { return Note(days_, DaySpan{day, day}, word_count); }

  bool ReadPoint() {
    if (Word() == "now") return Note(point_, now_);
    const std::optional<Moment> moment = ParseMoment(Word());
    return moment && moment->HasTime() && Note(point_, *moment);
  }

  bool ReadClockTime() {
    const std::optional<ClockTime> time = ParseClockTime(Word(), Word(1));
    return time && Note(time_of_day_, time->time_of_day, time->word_count);
  }

  bool ReadDayWord() {
    if (Word() == "today") return NoteDay(now_.day);
    if (Word() == "tomorrow") return NoteDay(now_.day + days{1});
    if (Word() == "yesterday") return NoteDay(now_.day - days{1});
    return false;
  }

  bool ReadPartOfDay() {
    if (Word() == "tonight") return Note(is_morning_, false, 0) && NoteDay(now_.day);
    if (Word() == "night") {
      Refuse("ambiguous night: expected a day and a time, such as yesterday 23:00 or today 01:00");
    }
    const bool is_this = Word() == "this";
    const std::string_view part = Word(is_this ? 1 : 0);
    if (part != "morning" && part != "afternoon" && part != "evening") return false;
    Note(is_morning_, part == "morning");
    return !is_this || NoteDay(now_.day);
  }

  bool ReadLast() {
    if (Word() != "last") return false;
    if (Word(1) == "night") {
      ++next_;
      return ReadPartOfDay();
    }
    // Strictly before today: the most recent one as of yesterday.
    if (const auto weekday = ParseWeekday(Word(1))) {
      return NoteDay(MostRecentWeekday(*weekday, now_.day - days{1}), 2);
    }
    for (TimeUnit unit : {TimeUnit::kWeek, TimeUnit::kMonth, TimeUnit::kYear}) {
      if (Word(1).size() > 1 && ParseTimeUnit(Word(1)) == unit) return NoteDay(MomentAgo({1, unit}, now_).day, 2);
    }
    return false;
  }

  bool ReadWeekday() {
    const std::optional<std::chrono::weekday> weekday = ParseWeekday(Word());
    return weekday && Note(weekday_, *weekday);
  }

  bool ReadAgo() {
    if (const auto amount = ParseShortAmount(Word())) return NoteAgo(*amount, Word(1) == "ago" ? 2 : 1);
    if (Word(2) != "ago") return false;
    const std::optional<TimeAmount> amount = ParseTimeAmount(Word(), Word(1));
    return amount && NoteAgo(*amount, 3);
  }

  bool NoteAgo(const TimeAmount& amount, size_t word_count) {
    const Moment then = MomentAgo(amount, now_);
    return then.HasTime() ? Note(point_, then, word_count) : NoteDay(then.day, word_count);
  }

  bool ReadNumericDate() {
    const std::optional<DaySpan> span = ParseNumericDate(Word(), now_.day);
    return span && Note(days_, *span);
  }

  // "20 Nov 2026" piece by piece.
  bool ReadNamedDate() {
    if (const auto month = ParseMonth(Word())) return Note(month_, *month);
    if (const auto day = ParseDayOfMonth(Word())) return Note(day_of_month_, *day);
    return Word().size() == 4 && AreDigits(Word()) && Note(year_, *ParseDigits(Word()));
  }

  static Day MostRecentWeekday(std::chrono::weekday weekday, Day today) {
    return today - (std::chrono::weekday{today} - weekday);
  }

  void CombineNamedDate() {
    if (!month_ && !day_of_month_ && !year_) return;
    if (!month_ || days_ || (!day_of_month_ && !year_)) RefuseUnknown();
    const std::chrono::day day(static_cast<unsigned>(day_of_month_.value_or(1)));
    if (!year_) {
      const std::optional<Day> recent = MostRecent(*month_, day, now_.day);
      if (!recent) Refuse("expected a day that is in the calendar, such as 20 Nov 2026");
      days_ = DaySpan{*recent, *recent};
      return;
    }
    const std::chrono::year_month_day date = std::chrono::year{*year_} / *month_ / day;
    if (!date.ok() || *year_ < 1) Refuse("expected a day that is in the calendar, such as 20 Nov 2026");
    const Day last = day_of_month_ ? Day{date} : Day{date.year() / date.month() / std::chrono::last};
    days_ = DaySpan{Day{date}, last};
  }

  void CombineWeekday() {
    if (!weekday_) return;
    const Day recent = MostRecentWeekday(*weekday_, now_.day);
    if (!days_) days_ = DaySpan{recent, recent};
    if (days_->first != days_->last) RefuseUnknown();
    if (std::chrono::weekday{days_->first} != *weekday_) Refuse("expected the weekday of that date, or no weekday");
  }

  SpokenTime Combine() {
    CombineNamedDate();
    CombineWeekday();
    if (point_) {
      if (days_ || time_of_day_ || is_morning_) RefuseUnknown();
      return SpokenTime{*point_, point_->day};
    }
    // A part of the day is no time, and without a day it says nothing.
    if (!days_ && (!time_of_day_ || is_morning_)) RefuseUnknown();
    const DaySpan span = days_.value_or(DaySpan{now_.day, now_.day});
    if (span.first < kFirstDay || span.last > kLastDay) Refuse("expected a time in the years 1 to 9999");
    if (span.first != span.last && (time_of_day_ || is_morning_)) RefuseUnknown();
    if (!time_of_day_) return SpokenTime{Moment{span.first}, span.last};
    if (is_morning_ && *is_morning_ != (*time_of_day_ < hours{12})) {
      Refuse("expected a time in that part of the day, such as this evening 20:30");
    }
    const Moment moment = AtLocalTime(span.first, *time_of_day_);
    return SpokenTime{moment, moment.day};
  }

  const std::vector<std::string> words_;
  const Moment now_;
  size_t next_ = 0;

  std::optional<Moment> point_;
  std::optional<DaySpan> days_;
  std::optional<seconds> time_of_day_;
  std::optional<bool> is_morning_;
  std::optional<std::chrono::weekday> weekday_;
  std::optional<std::chrono::month> month_;
  std::optional<int> day_of_month_;
  std::optional<int> year_;
};

}  // namespace

SpokenTime ParseSpokenTime(std::string_view text, const Moment& now) {
  if (text.size() > kMostBytes) RefuseUnknown();
  // RFC 3339 may have a space in the middle.
  if (const std::optional<Moment> moment = ParseMoment(text)) return SpokenTime{*moment, moment->day};
  return SpokenTimeReader(WordsOf(text), now).Read();
}

Moment ParseWhen(std::string_view text, const Moment& now) { return ParseSpokenTime(text, now).first; }

}  // namespace stumble
