#include "words/short_answer.h"

#include <algorithm>
#include <array>

#include "text/text.h"

namespace stumble {

namespace {

constexpr std::array kYesWords = {"y", "yes", "yes i do", "yes i would", "yeah", "yep", "yup", "ya", "sure", "ok", "okay", "of course",
                                  "gladly", "do", "do it", "do so", "go ahead", "all right", "alright", "keep", "keep it", "yes keep it"};
constexpr std::array kNoWords = {"n", "no", "nope", "nah", "no no", "rather not", "not really", "i do not", "i don't", "don't"};
constexpr std::array kLaterWords = {"l", "later", "maybe later", "later maybe", "no later", "not now", "no not now", "not today",
                                    "not yet", "another time", "leave it", "nothing", "no nothing", "nothing more", "nothing else",
                                    "none", "that is all", "that's all", "that's it", "no that's all", "done", "i'm done"};
constexpr std::array kThrowAwayWords = {"throw away", "throw it away", "no throw it away", "throw that away", "delete", "delete it",
                                        "discard", "discard it", "remove it", "away with it"};
constexpr std::array kGoOnWords = {"go", "go on", "go on from there", "yes go on", "continue", "write on"};

// Without what politeness adds, in lower case.
std::string Plain(std::string_view answer) {
  std::string plain;
  std::string folded = FoldCase(answer);
  for (size_t at; (at = folded.find("\u2019")) != std::string::npos;) folded.replace(at, 3, "'");
  std::replace_if(folded.begin(), folded.end(), [](char c) { return c == ',' || c == '.' || c == '!' || c == ';'; }, ' ');
  for (std::string_view word : Split(folded, ' ')) {
    bool is_polite = word == "please" || word == "thanks" || word == "thank" || word == "you" || word == "thx";
    if (!word.empty() && !is_polite) plain += (plain.empty() ? "" : " ") + std::string(word);
  }
  return plain;
}

template <typename Words>
bool IsAmong(const Words& words, const std::string& plain) {
  return std::find(words.begin(), words.end(), plain) != words.end();
}

}  // namespace

ShortAnswer UnderstoodAs(std::string_view answer) {
  std::string plain = Plain(answer);
  if (IsAmong(kYesWords, plain)) return ShortAnswer::kYes;
  if (IsAmong(kNoWords, plain)) return ShortAnswer::kNo;
  if (IsAmong(kLaterWords, plain)) return ShortAnswer::kLater;
  if (IsAmong(kThrowAwayWords, plain)) return ShortAnswer::kThrowAway;
  if (IsAmong(kGoOnWords, plain)) return ShortAnswer::kGoOn;
  return ShortAnswer::kOther;
}

bool IsYes(const std::optional<std::string>& answer) { return answer && UnderstoodAs(*answer) == ShortAnswer::kYes; }

bool IsNo(const std::optional<std::string>& answer) {
  if (!answer) return false;
  ShortAnswer understood = UnderstoodAs(*answer);
  return understood == ShortAnswer::kNo || understood == ShortAnswer::kLater || understood == ShortAnswer::kThrowAway;
}

}  // namespace stumble
