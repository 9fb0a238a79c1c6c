// Words: what stumble says to a person, in one room so that it can be read aloud as a whole: plain, warm, short, and never cheerful at
// anybody's cost. Sentences on what was wrong with a command or a file stay beside the check that finds it.
#ifndef STUMBLE_WORDS_WORDS_H_
#define STUMBLE_WORDS_WORDS_H_

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace stumble {

// What a person calls a setback (`[words]` of config.toml). The texts say {setback} and {setbacks} where that word
// belongs, and {Setback} and {Setbacks} where it begins a sentence.
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

// Something that was found in what the person wrote, or a page in hard moments: first that it was heard, then who can
// be reached.
inline constexpr std::string_view kHeard = "That sounds very hard to carry. Your words are kept.";
inline constexpr std::string_view kNotYourFault =
    "What is being done to you is not your fault. You decide what happens next, and when. These people listen, and "
    "will not rush you:";
inline constexpr std::string_view kNotAlone = "You do not have to be alone with this. There are people who listen:";
inline constexpr std::string_view kHardRightNow =
    "If it is very hard right now, you do not have to be alone with it.";
inline constexpr std::string_view kHeardEarlier =
    "Some of what you wrote earlier sounds very hard to carry. 'prompt crisis' shows who can be reached, at any "
    "time.";
inline constexpr std::string_view kShownAgain = "'prompt crisis' shows this again at any time.";
inline constexpr std::string_view kOtherDevice =
    "If somebody may look at this device or at the phone bill, another phone or computer may be safer.";
inline constexpr std::string_view kInDanger = "If you are in danger right now: ";  // and the number
inline constexpr std::string_view kInDangerAnywhere =
    "If you are in danger right now, the emergency number where you are is the fastest way to help.";
inline constexpr std::string_view kRegionUnknown =
    "The lines of the country that is set are not known here; a code such as US, GB or DE is expected";
inline constexpr std::string_view kRegionUnset =
    "To see the lines of your own country here, set STUMBLE_REGION, for example to US or GB.";
inline constexpr std::string_view kContact = "Somebody to call: ";  // and who that is
inline constexpr std::string_view kUsageInstead = "'prompt -h' shows how prompt is used.";

// The person's own plan for hard moments.
inline constexpr std::string_view kOwnPlan = "Your own plan:";
inline constexpr std::string_view kOwnPlanElsewhere =
    "You have a plan of your own for moments like this: 'prompt crisis' shows it.";
// By the steps of the routine my-plan, in its order.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kPlanLabels = {{
    {"signs", "When it starts to build"},
    {"own-coping", "What I can do"},
    {"company", "Where and with whom my mind rests"},
    {"people", "Whom I can ask for help"},
    {"professionals", "People whose work it is to help"},
    {"safer-surroundings", "What makes it safer around me"},
    {"reasons", "What is worth staying for"},
}};
inline constexpr std::string_view kPlanIsKept =
    "Your plan is kept. 'prompt crisis' shows it first, whenever you need it.";
std::string PlanIntroduction(const std::string& file);  // where it will be kept
std::string PlanNow(const std::string& answers);        // what stands at a step

// At the terminal of reframe.
inline constexpr std::string_view kWriteAThought = "Write a thought and press Enter; Ctrl-D ends.";
inline constexpr std::string_view kThoughtHeard =
    "A thought like this can weigh a lot. It makes sense that it hurts.";
std::string MightBe(const std::string& pattern);
inline constexpr std::string_view kMightBeIn = "It might be there in:";
inline constexpr std::string_view kMightNotBeIn = "And not in:";

// The person's own earlier words. `on` is a day as it is said ("May 3"); empty if none is known.
std::string YouWrote(const std::string& on, const std::string& words);

// The report. `span` is "this week" or "from May 3 to May 9".
std::string WhatHappened(const std::string& span);
std::string NothingNoted(const std::string& span);
std::string NotedIsKept(const std::string& span);
std::string KindLead(const std::string& on, bool helped);
inline constexpr std::string_view kStillWithYou = "still with you";
std::string Eased(const std::string& on);  // `on` may be empty, as below
std::string CameBack(const std::string& on);
inline constexpr std::string_view kWithoutWords = "kept without words";
inline constexpr std::string_view kStillFromBefore = "Still with you from before";
inline constexpr std::string_view kWhatHelped = "What helped";
inline constexpr std::string_view kWhatYouLearned = "What you learned";
inline constexpr std::string_view kCameBefore = "What came before";
inline constexpr std::string_view kTendsToComeBefore = "What tends to come before";
inline constexpr std::string_view kBringAlong = "One thing to bring along";
inline constexpr std::string_view kAndOthers = ", and others";

// How long it took until it eased, for --detail.
inline constexpr std::string_view kHowLong = "How long until it eased";
inline constexpr std::string_view kNothingTimed = "nothing that could be timed.";
inline constexpr std::string_view kTooFew = ", too few to say how long it tends to take.";
inline constexpr std::string_view kLessThanHalf = "less than half have eased so far";
inline constexpr std::string_view kUndated = "What has no date is left out of this.";
inline constexpr std::string_view kLongerIsNotWorse =
    "Longer is not worse: this says how long it took, and no more. The times are the Kaplan-Meier estimate; where "
    "something came back, "
    "that counts as a time of its own.";
std::string HalfEasedWithin(const std::string& time);
std::string SetbacksCounted(size_t count, const Words& own);
std::string StillGoingOn(size_t count);

}  // namespace words
}  // namespace stumble

#endif  // STUMBLE_WORDS_WORDS_H_
