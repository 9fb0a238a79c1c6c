// SafetyReader: how the rules of one pack read a text: without the pack's filler words, and a second time with words that are masked or
// misspelt as they were meant. Rules and lint read through it alike.
#ifndef STUMBLE_REFRAMING_SAFETY_READER_H_
#define STUMBLE_REFRAMING_SAFETY_READER_H_

#include <memory>
#include <optional>
#include <string_view>

#include "pack/pack.h"
#include "reframing/phrase.h"
#include "reframing/misspellings.h"
#include "reframing/wording.h"

namespace stumble {

class SafetyReader {
 public:
  // Throws Error with the place of the pack's reading if its lists of words are not valid. The pack must outlive this.
  explicit SafetyReader(const Pack& pack);

  // The pack's lists, for cues that look at what Read() gives.
  const std::shared_ptr<const WordLists>& lists() const { return lists_; }

  Wording Read(const Wording& text) const { return text.Without(lists_->filler()); }

  // The second reading; nullopt if it would be the first once more.
  std::optional<Wording> ReadUnmasked(std::string_view text) const;

 private:
  std::shared_ptr<const WordLists> lists_;
  Misspellings misspellings_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_SAFETY_READER_H_
