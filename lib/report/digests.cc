#include "report/digests.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "asking/safety_plan.h"
#include "moment/calendar.h"
#include "report/written.h"
#include "text/stable_hash.h"
#include "text/text.h"

namespace stumble {

namespace {

// The beginning of a text, not within a character.
std::string Beginning(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  for (int back = 0; back < 3 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80; ++back) --bytes;
  return std::string(text.substr(0, bytes)) + "…";
}

std::optional<uint32_t> WholeNumber(std::string_view text, uint32_t most) {
  text = Trim(text);
  uint32_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number > most) return std::nullopt;
  return number;
}

}  // namespace

bool IsKeptOut(const Record& record) {
  if (HoldsPlan(record)) return true;
  std::vector<std::string_view> values = record.All("Private");
  return std::any_of(values.begin(), values.end(), [](std::string_view value) { return value != "no"; });
}

// Takes one record, whose entry is the last so far.
class Digests::Taker {
 public:
  Taker(Digests& digests, const Record& record)
      : digests_(digests),
        showing_(digests.showing_),
        record_(record),
        entry_(digests.entries_.back()),
        is_of_period_(entry_.date && showing_.period.Contains(*entry_.date)) {
    for (const Item& item : record.items())
      if (std::string_view value = Trim(item.value); !value.empty()) last_[static_cast<size_t>(FieldNamed(item.name))] = value.data();
  }

  void Take() {
    for (const Item& item : record_.items()) Take(item);
    TakeSetback();
    if (std::string_view bring = WordsToBring(record_); !bring.empty()) TakeWords(Field::kBring, bring, /*is_last=*/true);
    TakeRating("IntensityNow", Field::kIntensityNow, 10);
    TakeRating("BeliefNow", Field::kBeliefNow, 100);
  }

 private:
  size_t MostBytes() const { return is_of_period_ ? kMostBytesShown : kMostBytesOfALine; }

  void Add(Field field, uint32_t value) { digests_.values_.push_back({field, value}); }

  void Take(const Item& item) {
    const Field field = FieldNamed(item.name);
    const std::string_view value = Trim(item.value);
    if (field > Field::kWhy || value.empty()) return;
    const bool is_last = field > Field::kPattern && value.data() == last_[static_cast<size_t>(field)];
    const bool is_enough = taken_[static_cast<size_t>(field)] == kMostValues || bytes_ > kMostBytesOfARecord;
    if (is_enough && !is_last) return;
    ++taken_[static_cast<size_t>(field)];
    bytes_ += std::min(value.size(), MostBytes());
    if (field <= Field::kPattern) {
      Add(field, digests_.NameId(Beginning(value, kMostBytesOfAName)));
    } else {
      TakeWords(field, value, is_last);
    }
  }

  // `is_last`: of those of this field in the record.
  void TakeWords(Field field, std::string_view text, bool is_last) {
    // Which are the same is asked of those of the period; a chain of whys may have come to its end later.
    const bool is_compared = is_of_period_ || (field == Field::kWhy && is_last);
    const WordsId id = digests_.words_.Add(is_compared ? StableHash(FoldCase(text)) : 0);
    Add(field, id);
    if (showing_.words != Showing::Words::kNone) Offer(field, id, Beginning(text, MostBytes()), is_last);
  }

  void Offer(Field field, WordsId id, const std::string& text, bool is_last) {
    HeldWords& words = digests_.words_;
    const std::optional<Moment>& date = entry_.date;
    const bool all = showing_.words == Showing::Words::kAll;
    if (field == Field::kWhy) {
      const bool may_be_told = is_of_period_ || entry_.IsFollowUp();
      if (all && may_be_told) words.Hold(id, text);
      if (!all && may_be_told && is_last) digests_.most_returned_.at(field).Offer(words, id, text, date.value_or(Moment{kLastDay}));
      return;
    }
    if (!date) return;
    const bool has_come = is_of_period_ && ElapsedDays(showing_.as_of, *date) <= 0;
    if (has_come && all) words.Hold(id, text);
    if (has_come && !all) {
      digests_.newest_.at(field).Offer(words, id, text, *date);
      auto returned = digests_.most_returned_.find(field);
      if (returned != digests_.most_returned_.end()) returned->second.Offer(words, id, text, *date);
    }
    // Of what was written before, the newest comes back; for the next session, that up to the last day.
    auto before = digests_.newest_of_before_.find(field);
    if (before == digests_.newest_of_before_.end() || !is_last) return;
    const bool is_for_next = field == Field::kBring || field == Field::kNextStep;
    const std::optional<Day> last = showing_.period.last_day();
    if (is_for_next ? !last || date->day <= *last : showing_.period.BeginsAfter(*date))
      before->second.Offer(words, id, text, *date);
  }

  // Any setback may come back some day, and then its words are told: a line of each is kept.
  void TakeSetback() {
    if (!entry_.has_setback || showing_.words == Showing::Words::kNone) return;
    std::string_view text = Trim(record_.Get("Setback"));
    if (text.empty()) return;
    const bool all = showing_.words == Showing::Words::kAll;
    HeldWords& words = digests_.words_;
    const WordsId line = words.Add(0);
    words.Hold(line, Beginning(text, all ? MostBytes() : kMostBytesOfALine));
    Add(Field::kSetbackLine, line);
    if (all || text.size() <= kMostBytesOfALine || !is_of_period_) return;
    const WordsId in_full = words.Add(0);
    Add(Field::kSetbackInFull, in_full);
    digests_.newest_.at(Field::kSetbackInFull).Offer(words, in_full, Beginning(text, MostBytes()), *entry_.date);
  }

  void TakeRating(std::string_view name, Field field, uint32_t most) {
    if (const std::string* value = record_.Find(name))
      if (std::optional<uint32_t> rating = WholeNumber(*value, most)) Add(field, *rating);
  }

  Digests& digests_;
  const Showing& showing_;
  const Record& record_;
  const Entry& entry_;
  std::array<const char*, static_cast<size_t>(Field::kNone) + 1> last_{};  // where the last value of a field begins
  const bool is_of_period_;
  std::array<size_t, static_cast<size_t>(Field::kNone) + 1> taken_{};
  size_t bytes_ = 0;  // taken so far
};

Digests::Digests(const Showing& showing) : showing_(showing) {
  using enum Field;
  for (Field field : {kHelped, kLearned, kKindness, kNextStep, kBring, kSetbackInFull}) newest_.emplace(field, showing.newest);
  for (Field field : {kHelped, kKindness, kNextStep, kBring}) newest_of_before_.emplace(field, showing.newest_of_before);
  for (Field field : {kHelped, kLearned, kKindness})
    most_returned_.emplace(field, MostReturnedHeld(showing.most_returned, 2, MostReturnedHeld::DayOf::kLast));
  most_returned_.emplace(kWhy, MostReturnedHeld(showing.most_returned, 1, MostReturnedHeld::DayOf::kFirst));
}

void Digests::Add(const Record& record, bool is_held, const ErrorHandler& on_error) {
  if (!record.IsEntry()) return;
  entries_.push_back(ReadEntry(record, on_error));
  entries_.back().is_private = IsKeptOut(record);
  is_held_.push_back(is_held);
  begin_.push_back(values_.size());
  if (!entries_.back().is_private && !is_held) Taker(*this, record).Take();
}

std::vector<std::string_view> Digests::Names(size_t place, std::string_view field) const {
  std::vector<std::string_view> names;
  const Field wanted = FieldNamed(field);
  for (auto [at, end] = ValuesOf(place); at < end; ++at)
    if (values_[at].field == wanted) names.emplace_back(*names_[values_[at].number]);
  return names;
}

std::vector<WordsId> Digests::Words(size_t place, std::string_view field) const {
  std::vector<WordsId> words;
  const Field wanted = FieldNamed(field);
  for (auto [at, end] = ValuesOf(place); at < end; ++at)
    if (values_[at].field == wanted) words.push_back(values_[at].number);
  return words;
}

std::string Digests::SetbackWords(size_t place) const {
  std::string words;
  for (auto [at, end] = ValuesOf(place); at < end; ++at) {
    if (values_[at].field != Field::kSetbackLine && values_[at].field != Field::kSetbackInFull) continue;
    if (const std::string* text = words_.TextOf(values_[at].number)) words = *text;
  }
  return words;
}

std::optional<int> Digests::LastRating(size_t place, bool is_belief) const {
  for (auto [at, end] = ValuesOf(place); at < end; ++at)
    if (values_[at].field == (is_belief ? Field::kBeliefNow : Field::kIntensityNow)) return static_cast<int>(values_[at].number);
  return std::nullopt;
}

void Digests::KeepOnly(const std::vector<bool>& is_left) {
  size_t next = 0, next_value = 0;
  for (size_t place = 0; place < entries_.size(); ++place) {
    const auto [begin, end] = ValuesOf(place);
    if (!is_left[place]) continue;
    if (next != place) entries_[next] = std::move(entries_[place]);
    is_held_[next] = is_held_[place];
    const size_t begins = next_value;
    for (size_t at = begin; at < end; ++at) values_[next_value++] = values_[at];
    begin_[next] = begins;
    ++next;
  }
  entries_.resize(next);
  is_held_.resize(next);
  begin_.resize(next);
  values_.resize(next_value);
}

Digests::Field Digests::FieldNamed(std::string_view name) {
  constexpr std::array<std::string_view, static_cast<size_t>(Field::kSetbackLine)> kNames = {
      "Domain", "Trigger", "Cause", "Feeling", "Tag", "Pattern", "Helped", "Learned", "Kindness", "NextStep", "Why", kBringField};
  auto known = std::find(kNames.begin(), kNames.end(), name);
  return known == kNames.end() ? Field::kNone : static_cast<Field>(known - kNames.begin());
}

std::pair<size_t, size_t> Digests::ValuesOf(size_t place) const {
  return {begin_[place], place + 1 < begin_.size() ? begin_[place + 1] : values_.size()};
}

uint32_t Digests::NameId(std::string_view name) {
  auto [known, is_new] = name_ids_.emplace(std::string(name), static_cast<uint32_t>(names_.size()));
  if (is_new) names_.push_back(&known->first);
  return known->second;
}

}  // namespace stumble
