// Words: what stumble says to a person, in one room so that it can be read aloud as a whole: plain, warm, short, and never cheerful at
// anybody's cost. Sentences on what was wrong with a command or a file stay beside the check that finds it.
#ifndef STUMBLE_WORDS_WORDS_H_
#define STUMBLE_WORDS_WORDS_H_

#include <string>
#include <string_view>

namespace stumble {

// What a person calls a setback (`[words]` of config.toml). The texts say {setback} and {setbacks} where that word belongs.
struct Words {
  std::string setback = "setback";
  std::string setbacks = "setbacks";

  // The text with the person's own word filled in.
  std::string In(std::string_view text) const;
};

namespace words {

// The first minute of log-setback. Where a text says what may be typed, it stands in parentheses.
inline constexpr std::string_view kWhatHappened = "What happened?";
inline constexpr std::string_view kAddAnything = "Add anything? (Enter: no)";
inline constexpr std::string_view kWhatSetItOff = "What set it off, in a word or two?";
inline constexpr std::string_view kBefore = "before: ";  // then triggers of before
inline constexpr std::string_view kHowStrong = "How strong is it, from 0 to 10?";
inline constexpr std::string_view kHardlyThere = "hardly there";
inline constexpr std::string_view kAsStrongAsItGets = "as strong as it gets";
inline constexpr std::string_view kWhichThought = "Was there a thought that came with it?";
inline constexpr std::string_view kWhatHelped = "Has anything made it easier, even slightly?";
inline constexpr std::string_view kWhichKindWord = "What would a kind word to yourself be?";
inline constexpr std::string_view kKept = "Kept. Nothing more is needed now.";

// Drafts: what was typed when Ctrl-C came.
inline constexpr std::string_view kDraftKept = "What you typed is kept; ";  // then the command, then
inline constexpr std::string_view kOffersItAgain = " offers it again.";
inline constexpr std::string_view kYouBegan = "You began to write this on ";  // then the day and the words
inline constexpr std::string_view kKeepItNow = "Keep it now? (Enter: yes, no: throw it away, later: leave it)";
inline constexpr std::string_view kYouStoppedAt = "You stopped at: ";  // then the question
inline constexpr std::string_view kGoOnFromThere = "Go on from there? (Enter: yes, no: begin again)";
inline constexpr std::string_view kYesNoOrLater = "One of these is expected: yes, no, later.";
inline constexpr std::string_view kYesOrNo = "One of these is expected: yes, no.";

// Questions and routines.
inline constexpr std::string_view kHowToAnswer = "Enter leaves a question out, < goes one back, Ctrl-D stops.";
inline constexpr std::string_view kAnotherOne = "Another one, or Enter to go on.";
inline constexpr std::string_view kSoFar = "So far: ";  // then the former answer, then
inline constexpr std::string_view kEnterKeepsIt = "Enter keeps it, - takes it out.";
inline constexpr std::string_view kMayAnswer = "You may write an answer. (Enter: none)";
inline constexpr std::string_view kAnswerKept = "Kept.";
inline constexpr std::string_view kNotForNow = "Not for now, if: ";
inline constexpr std::string_view kWithYourTherapist = "This one is meant to be done together with your therapist.";
inline constexpr std::string_view kPrintedAtTheEnd = "What you write is printed at the end. To keep it: ";
inline constexpr std::string_view kStopSeeOrGo =
    "What would you like: stop here, see who can be reached, or go on writing? (stop, see or go; Enter: go on)";
inline constexpr std::string_view kStopSeeGoExpected = "One of these words is expected: stop, see, or go.";

}  // namespace words
}  // namespace stumble

#endif  // STUMBLE_WORDS_WORDS_H_
