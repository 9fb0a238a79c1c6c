// HeldWords: words by number, whose text stays only as long as it may still be shown. Of words that were let go it is still known that
// they were there, and which others were the same: so the memory for a long journal is that of numbers, not of its text.
#ifndef STUMBLE_REPORT_HELD_WORDS_H_
#define STUMBLE_REPORT_HELD_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "moment/moment.h"

namespace stumble {

using WordsId = uint32_t;

class HeldWords {
 public:
  // Words of which two with the same key are the same; without a text yet.
  WordsId Add(uint64_t key);

  // Keeps the text, that of the first call, until as many calls of LetGo.
  void Hold(WordsId id, std::string_view text);
  void LetGo(WordsId id);

  // The same for all words of a key, with the text of the last call: some of them may turn out to be private, and the others are to
  // have it still.
  void HoldSame(uint64_t key, std::string_view text);
  void LetSameGo(uint64_t key);

  uint64_t KeyOf(WordsId id) const { return words_[id].key; }
  // Their own, else that of all the same; nullptr once they are let go.
  const std::string* TextOf(WordsId id) const;

 private:
  struct Words {
    uint64_t key;
    std::unique_ptr<std::string> text;
    size_t holders = 0;
  };
  struct Same {
    std::string text;
    size_t holders = 0;
  };
  std::vector<Words> words_;
  std::unordered_map<uint64_t, Same> same_;  // by key
};

// Holds so many of the words that are offered: those of the newest days.
class NewestWordsHeld {
 public:
  explicit NewestWordsHeld(size_t most) : most_(most) {}
  void Offer(HeldWords& words, WordsId id, std::string_view text, const Moment& written);

 private:
  size_t most_;
  std::set<std::pair<std::array<int64_t, 2>, WordsId>> held_;
};

// Holds so many of the words that are offered: those that were written most often, and among equals those of the earliest days, in the order
// in which they are shown.
class MostReturnedHeld {
 public:
  // Which day of words that are written again counts as theirs.
  enum class DayOf { kFirst, kLast };
  // Those written fewer times than `least` are not held.
  MostReturnedHeld(size_t most, uint32_t least, DayOf day_of) : most_(most), least_(least), day_of_(day_of) {}
  void Offer(HeldWords& words, WordsId id, std::string_view text, const Moment& written);

 private:
  using Rank = std::array<int64_t, 2>;
  struct Written {
    uint32_t times = 0;
    int32_t day = 0;
    Rank rank() const { return {times, -day}; }
  };

  size_t most_;
  uint32_t least_;
  DayOf day_of_;
  std::unordered_map<uint64_t, Written> written_;  // by key
  std::set<std::pair<Rank, uint64_t>> held_;       // keys
};

}  // namespace stumble

#endif  // STUMBLE_REPORT_HELD_WORDS_H_
