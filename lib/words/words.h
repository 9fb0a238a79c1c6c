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

}  // namespace words
}  // namespace stumble

#endif  // STUMBLE_WORDS_WORDS_H_
