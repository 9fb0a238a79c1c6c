#include "report/held_words.h"

#include <algorithm>

namespace stumble {

WordsId HeldWords::Add(uint64_t key) {
  words_.push_back({key, nullptr});
  return static_cast<WordsId>(words_.size() - 1);
}

void HeldWords::Hold(WordsId id, std::string_view text) {
  Words& words = words_[id];
  if (words.holders++ == 0) words.text = std::make_unique<std::string>(text);
}

void HeldWords::LetGo(WordsId id) {
  Words& words = words_[id];
  if (--words.holders == 0) words.text.reset();
}

void HeldWords::HoldSame(uint64_t key, std::string_view text) {
  Same& same = same_[key];
  same.text = text;
  ++same.holders;
}

void HeldWords::LetSameGo(uint64_t key) {
  auto same = same_.find(key);
  if (--same->second.holders == 0) same_.erase(same);
}

const std::string* HeldWords::TextOf(WordsId id) const {
  const Words& words = words_[id];
  if (words.text) return words.text.get();
  auto same = same_.find(words.key);
  return same == same_.end() ? nullptr : &same->second.text;
}

void NewestWordsHeld::Offer(HeldWords& words, WordsId id, std::string_view text, const Moment& written) {
  // Where only the day is known they count as of its end, for none of that day is older than them for sure.
  constexpr std::chrono::seconds kEndOfDay(24 * 60 * 60);
  const std::pair rank(std::array<int64_t, 2>{written.day.time_since_epoch().count(),
                                              written.time_of_day.value_or(kEndOfDay).count()},
                       id);
  if (held_.size() == most_ && rank < *held_.begin()) return;
  words.Hold(id, text);
  held_.insert(rank);
  if (held_.size() <= most_) return;
  words.LetGo(held_.begin()->second);
  held_.erase(held_.begin());
}

void MostReturnedHeld::Offer(HeldWords& words, WordsId id, std::string_view text, const Moment& written) {
  const uint64_t key = words.KeyOf(id);
  Written& all = written_[key];
  const auto day = static_cast<int32_t>(written.day.time_since_epoch().count());
  const auto rank_before = std::pair(all.rank(), key);
  if (all.times == 0) {
    all.day = day;
  } else {
    all.day = day_of_ == DayOf::kFirst ? std::min(all.day, day) : std::max(all.day, day);
  }
  ++all.times;
  const auto rank = std::pair(all.rank(), key);
  if (held_.erase(rank_before) > 0) {
    held_.insert(rank);
    words.HoldSame(key, text);
    words.LetSameGo(key);
    return;
  }
  if (all.times < least_ || (held_.size() == most_ && rank < *held_.begin())) return;
  words.HoldSame(key, text);
  held_.insert(rank);
  if (held_.size() <= most_) return;
  words.LetSameGo(held_.begin()->second);
  held_.erase(held_.begin());
}

}  // namespace stumble
