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

// The first minute of log-setback.
inline constexpr std::string_view kWhatHappened = "What happened?";
inline constexpr std::string_view kAddAnything = "Add anything? (Enter: no)";
inline constexpr std::string_view kEnterLeavesOut = "Enter leaves a question out.";
inline constexpr std::string_view kKept = "Kept. Nothing more is needed now.";

// A thought looked at again in talk: reframe -i.
inline constexpr std::string_view kWhatThought = "What goes through your mind?";
inline constexpr std::string_view kWhatThoughtHelp = "In the words in which it came, also if they are harsh ones.";
inline constexpr std::string_view kThoughtHeard = "That is a heavy thought to carry around. It makes sense that it hurts.";
inline constexpr std::string_view kBeliefNow = "How true does it feel right now?";
inline constexpr std::string_view kBeliefAfter = "And now: how true does the first thought feel?";
inline constexpr std::string_view kBeliefLow = "not true at all";
inline constexpr std::string_view kBeliefHigh = "completely true";
inline constexpr std::string_view kNoPatternStandsOut =
    "No pattern stands out in these words. They can still be looked at from both sides.";
inline constexpr std::string_view kEvidenceFor = "What speaks for the thought?";
inline constexpr std::string_view kEvidenceAgainst = "What does not quite fit it?";
inline constexpr std::string_view kOwnSentence = "How could you say it so that it is fair to you as well?";
inline constexpr std::string_view kOwnSentenceHelp = "Your own words, and only as hopeful as you can half believe.";
inline constexpr std::string_view kKeepOffer = "Would you like to keep that one? (y, or Enter: no)";
inline constexpr std::string_view kAnythingMore = "If there is more that you would like to write down, there is room for it here.";
inline constexpr std::string_view kSupportQuestion =
    "Is this something to weigh, or something to be supported through?";
inline constexpr std::string_view kBringQuestion =
    "This is one to bring to your therapist just as you wrote it, rather than to weigh here. Would that be all right?";
// "This might be guessing what others think: “must think”."
std::string PatternMightBe(std::string_view plain, std::string_view cue);
std::string PatternMightAlsoBe(std::string_view plain, std::string_view cue);
std::string OneOffer(std::string_view reframe);

}  // namespace words
}  // namespace stumble

#endif  // STUMBLE_WORDS_WORDS_H_
