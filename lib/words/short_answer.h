// ShortAnswer: what a person means by a word or two at a question that takes yes or no, in the words that people use there: "sure",
// "no thanks", "not now". One place for all of them.
#ifndef STUMBLE_WORDS_SHORT_ANSWER_H_
#define STUMBLE_WORDS_SHORT_ANSWER_H_

#include <optional>
#include <string>
#include <string_view>

namespace stumble {

enum class ShortAnswer {
  kOther,  // words of another kind: perhaps an answer of its own
  kYes,
  kNo,
  kLater,      // not now, or nothing more
  kThrowAway,
  kGoOn,       // from where something was left
};

ShortAnswer UnderstoodAs(std::string_view answer);

// Whether an answer, if there is one, says yes, or no; who says "later" or "throw it away" says no too.
bool IsYes(const std::optional<std::string>& answer);
bool IsNo(const std::optional<std::string>& answer);

}  // namespace stumble

#endif  // STUMBLE_WORDS_SHORT_ANSWER_H_
