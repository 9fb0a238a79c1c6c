// Digests: of the entries of a journal only what a report may use: dates, ratings, short names, and, of the words, those that may still be
// shown: the newest, and those that the person returned to most often. Of all others it is known that they are there. So memory grows
// with the number of entries and of different names, and hardly with the text.
#ifndef STUMBLE_REPORT_DIGESTS_H_
#define STUMBLE_REPORT_DIGESTS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "journal/entry.h"
#include "moment/moment.h"
#include "moment/period.h"
#include "record/record.h"
#include "report/held_words.h"

namespace stumble {

// What is going to be shown of a person's words.
struct Showing {
  enum class Words {
    kNone,    // how many there are
    kNewest,  // lists of the newest, and of those returned to most often
    kAll,     // all of the period
  };
  Words words = Words::kAll;
  Period period = {};  // as far as it is known before the journal is read
  Moment as_of = {};

  // How many words of a kind are held where the newest are shown. Pages show up to 100 (Markdown), the rest is for what turns out to be
  // private or held only later.
  size_t newest = 500;
  size_t newest_of_before = 100;  // of which a report shows one
  size_t most_returned = 200;     // of which it shows five
};

// Words of an entry of the period are kept up to so many bytes, and with an ellipsis where they are longer; those of other entries, of
// which a report may show a line, up to fewer.
inline constexpr size_t kMostBytesShown = 4000, kMostBytesOfALine = 240;

// So many values of a field, of each record, and so many bytes of a name such as Trigger, and of all values together.
inline constexpr size_t kMostValues = 50, kMostBytesOfAName = 200, kMostBytesOfARecord = 16'000;

// What a record says is for the next session, as if it were a field.
inline constexpr std::string_view kBringField = "=bring";

// Whether the person keeps a record out of everything: any Private that is not `no`, or a part of their plan for hard moments.
bool IsKeptOut(const Record& record);

class Digests {
 public:
  explicit Digests(const Showing& showing);

  // Takes a record if it is an entry. Values that a field doesn't take go to `on_error` and count as absent. Of one that is kept out,
  // or held because it speaks of a crisis or of abuse, only what folding needs is taken, and no words.
  void Add(const Record& record, bool is_held, const ErrorHandler& on_error);

  // In file order. Those that are kept out count as private.
  const std::vector<Entry>& entries() const { return entries_; }
  bool IsHeld(size_t place) const { return is_held_[place]; }

  // The values of Domain, Trigger, Cause, Feeling, Tag or Pattern, as they were written; blank ones are left out.
  std::vector<std::string_view> Names(size_t place, std::string_view field) const;

  // The values of Helped, Learned, Kindness, NextStep, Why or kBringField, likewise.
  std::vector<WordsId> Words(size_t place, std::string_view field) const;
  // nullptr if they are not going to be shown.
  const std::string* TextOf(WordsId words) const { return words_.TextOf(words); }
  // The same for words that are the same in any letter case. Known of words of the period alone.
  uint64_t KeyOf(WordsId words) const { return words_.KeyOf(words); }

  // What it says happened, in the beginning at least; empty if no words are going to be shown.
  std::string SetbackWords(size_t place) const;

  // The IntensityNow or BeliefNow of a record of `recall --fold`.
  std::optional<int> LastRating(size_t place, bool is_belief) const;

  // Leaves out the entries whose places are false.
  void KeepOnly(const std::vector<bool>& is_left);

 private:
  enum class Field : uint8_t {
    kDomain, kTrigger, kCause, kFeeling, kTag, kPattern,    // names
    kHelped, kLearned, kKindness, kNextStep, kWhy, kBring,  // words
    kSetbackLine, kSetbackInFull,                           // words, the second where the first is cut
    kIntensityNow, kBeliefNow,                              // ratings
    kNone,
  };
  struct Value {
    Field field;
    uint32_t number;  // that of a name or of words, or a rating
  };
  class Taker;

  static Field FieldNamed(std::string_view name);
  std::pair<size_t, size_t> ValuesOf(size_t place) const;
  uint32_t NameId(std::string_view name);

  Showing showing_;
  std::vector<Entry> entries_;
  std::vector<bool> is_held_;
  std::vector<Value> values_;  // of all entries, one after the other
  std::vector<size_t> begin_;  // of each entry's
  std::unordered_map<std::string, uint32_t> name_ids_;
  std::vector<const std::string*> names_;  // keys of name_ids_, which stay in place
  HeldWords words_;
  std::map<Field, NewestWordsHeld> newest_, newest_of_before_;
  std::map<Field, MostReturnedHeld> most_returned_;
};

}  // namespace stumble

#endif  // STUMBLE_REPORT_DIGESTS_H_
