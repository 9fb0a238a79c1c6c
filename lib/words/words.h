// Words: what stumble says to a person, in one room so that it can be read aloud as a whole: plain, warm, short, and
// never cheerful at anybody's cost. Sentences on what was wrong with a command or a file stay beside the check that
// finds it.
#ifndef STUMBLE_WORDS_WORDS_H_
#define STUMBLE_WORDS_WORDS_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

// The first minute of log-setback. Where a text says what may be typed, it stands in parentheses.
inline constexpr std::string_view kWhatHappened = "What happened?";
inline constexpr std::string_view kAddAnything = "Add anything? (Enter: no)";
inline constexpr std::string_view kWhatSetItOff = "What set it off, in a word or two?";
inline constexpr std::string_view kBefore = "before: ";  // then triggers of before
inline constexpr std::string_view kHowStrong = "How strong is it, from 0 to 10?";
inline constexpr std::string_view kHardlyThere = "hardly there";
inline constexpr std::string_view kAsStrongAsItGets = "as strong as it gets";
inline constexpr std::string_view kWhichThought = "Was there a thought that came with it?";
inline constexpr std::string_view kHasAnythingHelped = "Has anything made it easier, even slightly?";
inline constexpr std::string_view kWhichKindWord = "What would a kind word to yourself be?";
inline constexpr std::string_view kKept = "Kept. Nothing more is needed now.";
inline constexpr std::string_view kKeptInAHardMoment = "Kept. 'prompt crisis' shows who can be reached, at any time.";

// A thought looked at again in talk: reframe -i.
inline constexpr std::string_view kWhatThought = "What goes through your mind?";
inline constexpr std::string_view kWhatThoughtHelp = "In the words in which it came, also if they are harsh ones.";
std::string TheThought(std::string_view thought);
std::string ThisIsAbout(std::string_view happened);  // what was logged before
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
inline constexpr std::string_view kKeepOffer = "Would you like to keep that one? (y, words of your own, or Enter: no)";
inline constexpr std::string_view kKeepInJournal = "Keep this in your journal? (Enter: yes, no: print it)";
inline constexpr std::string_view kWhenSomethingLikeThis = "What you wrote when something like this came before:";
inline constexpr std::string_view kAnythingMore = "If there is more that you would like to write down, there is room for it here.";
inline constexpr std::string_view kSupportQuestion =
    "Is this something to weigh, or something to be supported through?";
inline constexpr std::string_view kBringQuestion =
    "This is one to bring to your therapist just as you wrote it, rather than to weigh here. Would that be all right?";
// "This might be guessing what others think: “must think”."
std::string PatternMightBe(std::string_view plain, std::string_view cue);
std::string PatternMightAlsoBe(std::string_view plain, std::string_view cue);
std::string OneOffer(std::string_view reframe);

// Editing, taking back, forgetting.
inline constexpr std::string_view kOpenAgain = "Open it again? (Enter: yes, no: keep it for later)";
inline constexpr std::string_view kOpenAgainOrNot = "Open it again? (Enter: yes, no: it is as it should be)";
inline constexpr std::string_view kYouBeganAForm = "You began to fill in a form:";  // then the words
inline constexpr std::string_view kNothingLogged = "Nothing was filled in, so nothing was logged. That is fine.";
inline constexpr std::string_view kEdited = "Changed. The journal as it was before is kept beside it.";
inline constexpr std::string_view kUnchanged = "Nothing was changed.";
inline constexpr std::string_view kNothingLeft =
    "Nothing was changed: an empty text leaves the entry as it is. 'log-setback --undo' takes an entry back.";
inline constexpr std::string_view kTakeBack = "Take this one back? (Enter: no)";
inline constexpr std::string_view kTakenBack =
    "Taken back. What is printed here can be logged again with 'log-setback -'.";
inline constexpr std::string_view kErase = "This can't be undone. Erase it? (Enter: no)";
inline constexpr std::string_view kEraseWithFollowUps =
    "This can't be undone. Erase it, and all that follows it up? (Enter: no)";
inline constexpr std::string_view kStays = "It stays as it is.";
inline constexpr std::string_view kErased = "Erased from the journal, its former versions and drafts.";
inline constexpr std::string_view kDraftStays = "A draft that seems to be about something else stays: ";  // then the file
inline constexpr std::string_view kErasedWhole =
    "A former version, or a file that was left unfinished, could not be read in full; it was removed as a whole: ";
inline constexpr std::string_view kOutOfReach =
    "What this can't reach, if there is any: copies made by sync or backup, or in another journal that this one was joined "
    "with; mails and reports made before; what your terminal and your shell's history still show; "
    "and what the disk itself may hold until it is written over.";
inline constexpr std::string_view kGitStillHolds =
    "This journal lies in a git repository; its history still holds the entry if it was ever committed there.";

// What an entry without words says, for whoever is to know it again.
inline constexpr std::string_view kItEased = "it eased";
inline constexpr std::string_view kItCameBack = "it came back";
std::string RatedAs(bool is_belief, std::string_view rating);

// The form that log-setback -e opens. A line on each field, in groups; an empty field's name begins a group.
struct FieldWords {
  std::string_view field, text;
};
inline constexpr std::string_view kFormHead =
    "Fill in what you like, and leave the rest empty; what is empty is not kept.\n"
    "Save and close the file, and it is logged. Empty it, and nothing is.\n"
    "A line that begins with '+ ' goes on with the text above it.\n"
    "To give a field twice, copy its line. A blank line begins another entry.\n"
    "Lines that begin with '#' are not kept.";
inline constexpr FieldWords kFormFields[] = {
    {"", "What happened"},
    {"Setback", "What happened, in your own words. This alone is enough."},
    {"Date", "When it was: yesterday 21:00, 2026-11-20. Empty means now."},
    {"Domain", "Therapy, work, family, health, or a word of your own."},
    {"Trigger", "What set it off, in a word or two."},
    {"Intensity", "How strong it is, from 0 to 10."},
    {"Feeling", "A feeling that came with it."},
    {"", "A thought"},
    {"Thought", "A thought that came with it, in the words in which it came."},
    {"Reframe", "Another way to see it that you can believe."},
    {"Belief", "How true the thought feels, from 0 to 100."},
    {"EvidenceFor", "What speaks for the thought."},
    {"EvidenceAgainst", "What speaks against it."},
    {"", "What may lie behind it"},
    {"Cause", "What may lie behind it, in a word or two."},
    {"Why", "One link of a chain of whys."},
    {"", "What helped, and what comes next"},
    {"Helped", "What made it easier, even slightly."},
    {"Learned", "What it taught you."},
    {"Kindness", "A kind word to yourself."},
    {"NextStep", "One small, doable thing."},
    {"Recovered", "It has eased: yes, or when. It came back: no."},
    {"", "More"},
    {"Answer", "Anything else, as it comes."},
    {"Tag", "A tag; 'bring' is for what you would like to bring to the next session."},
    {"Private", "yes keeps it out of everything made to be shared."},
    {"Safety", "no, if these words were mistaken for words of a crisis or of abuse."},
};
inline constexpr std::string_view kFormFollowsUp = "The entry that this one follows up.";
inline constexpr std::string_view kFormYours = "Fields of your own";

// Above an entry that log-setback --edit opens; each line is marked, and taken out again.
inline constexpr std::string_view kEditHead =
    "Change what you like, the Date too, but leave the Id as it is.\n"
    "A line that begins with '+ ' goes on with the text above it; please leave no blank line within.\n"
    "Your own comments, lines that begin with '#', stay. These lines go.\n"
    "Save and close the file, and the entry is changed. Without a change, nothing is.";

// Drafts: what was typed when Ctrl-C came.
std::string DraftKept(const std::string& command);  // that offers it again
// Within a message: where the words are that could not be written to the journal.
std::string WordsAreIn(const std::string& file, const std::string& command);
std::string JoinedInto(const std::string& file, size_t count);  // so many entries came into it
std::string YouBegan(const std::string& day);  // "today", "on May 3"; then the words
inline constexpr std::string_view kKeepItNow =
    "Keep it now? (Enter: yes, go on: keep it and add to it, no: throw it away, later: leave it)";
inline constexpr std::string_view kOrWriteOn = "Or write on here: what you write now is added to the line that was not finished.";
inline constexpr std::string_view kWriteOn = "Write on where you stopped; what you write now is added to it.";
inline constexpr std::string_view kTypedIsKept = "What you wrote just now is not lost: it comes next.";
inline constexpr std::string_view kYouStoppedAt = "You stopped at: ";  // then the question
inline constexpr std::string_view kYouCameToTheEnd = "You came to the end of it, and it is not in your journal yet.";
inline constexpr std::string_view kGoOnFromThere = "Go on from there? (Enter: yes, no: begin again, later: leave it)";
std::string WrittenIsKept(const std::string& file);
std::string LogsItLater(const std::string& file);
inline constexpr std::string_view kYesGoOnNoOrLater = "Please answer yes, go on, no or later.";
inline constexpr std::string_view kOpenFormNow = "Open it again? (Enter: yes, no: throw it away, later: leave it)";
inline constexpr std::string_view kYesNoOrLater = "Please answer yes, no or later.";
inline constexpr std::string_view kYesOrNo = "Please answer yes or no.";
// What an answer was expected to be ("expected a whole number from 0 to 10"), asked for once more.
std::string PleaseGive(std::string_view expected);
inline constexpr std::string_view kEitherAnswer = "yes or no";

// Below what -h shows.
std::string MoreOptions(const std::string& tool);

// Questions and routines.
inline constexpr std::string_view kHowToAnswer = "Enter leaves a question out, < goes one back, Ctrl-D stops.";
inline constexpr std::string_view kAnotherOne = "Another one, or Enter to go on.";
std::string WhatLedToThat(std::string_view why);  // below the question what led to that
inline constexpr std::string_view kSoFar = "So far: ";  // then the former answer, then
inline constexpr std::string_view kEnterKeepsIt = "Enter keeps it, - takes it out.";
inline constexpr std::string_view kAddedToIt = "What you write now is added to it.";
inline constexpr std::string_view kMayAnswer = "You may write an answer. (Enter: none)";
inline constexpr std::string_view kAnswerKept = "Kept.";
inline constexpr std::string_view kNotForNow = "Better another time if ";  // then when that is
std::string AboutMinutes(int minutes);
inline constexpr std::string_view kWithYourTherapist = "This one is meant to be done together with your therapist.";
inline constexpr std::string_view kStopSeePlanOrGo =
    "What would you like: stop here, see your plan and who can be reached, or go on writing? (stop, see or go; Enter: "
    "go on)";
inline constexpr std::string_view kStopSeeOrGo =
    "What would you like: stop here, see who can be reached, or go on writing? (stop, see or go; Enter: go on)";
inline constexpr std::string_view kStopSeeGoExpected = "Please answer stop, see or go.";

// Something that was found in what the person wrote, or a page in hard moments: first that it was heard, then who can be reached.
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
    "The lines of the country that is set are not known here";
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

// At the terminal of reframe.
inline constexpr std::string_view kWriteAThought = "Write a thought and press Enter; Ctrl-D ends.";
inline constexpr std::string_view kThoughtHeard =
    "A thought like this can weigh a lot. It makes sense that it hurts.";
// The same with what the record says: "You wrote that it feels 80 percent true, and that you feel ashamed. That can weigh a lot."
std::string ThoughtHeard(std::optional<int> belief, const std::vector<std::string>& feelings, std::optional<int> intensity);
inline constexpr std::string_view kSameAsBefore = "You looked at this within the last day, so the answer is the same.";
inline constexpr std::string_view kDoOrLeave =
    "If it keeps coming round: a glass of water, a few steps, or leave it here.";
std::string MightBe(const std::string& pattern);
// "all-or-nothing: 1.4 of the 2.2 that it takes", or "…, which is enough".
std::string SumOfPattern(const std::string& pattern, double sum, double threshold);
std::string OneWeighing(double weight, const std::string& sign, const std::string& words);  // a line below that
inline constexpr std::string_view kNotWeighed = "These words are not weighed: they want somebody to listen, not a pattern.";
inline constexpr std::string_view kMightBeIn = "It might be there in:";
inline constexpr std::string_view kMightNotBeIn = "And not in:";

// Where recall has nothing to show.
inline constexpr std::string_view kNothingLoggedYet = "Nothing is logged yet. 'log-setback' asks what happened.";
inline constexpr std::string_view kNothingFound = "Nothing was found that fits.";

// Below an entry at the terminal that has follow-ups; `reference` is how the person named it.
std::string MoreFollows(const std::string& reference);

// The person's own earlier words. `on` is a day as it is said ("May 3"); empty if none is known.
std::string YouWrote(const std::string& on, const std::string& words);
// What follows that, and what is said where no words go with it; `eased_on` may be empty, as `on`.
std::string ItEased(const std::string& eased_on);
std::string CameAndEased(const std::string& on, const std::string& eased_on);

// The report. `span` is "this week" or "from May 3 to May 9".
// A span of days, each given as it is said; either end may be empty.
std::string Span(const std::string& first, const std::string& last);
std::string ThisSpan(std::string_view name);  // "this week"
std::string WhatHappened(const std::string& span);
std::string NothingNoted(const std::string& span);
std::string NotedIsKept(const std::string& span);
std::string KindLead(const std::string& on, bool helped);
std::string Eased(const std::string& on);  // `on` may be empty, as below
std::string CameBack(const std::string& on);
inline constexpr std::string_view kWithoutWords = "kept without words";
inline constexpr std::string_view kWhatHelped = "What helped";
inline constexpr std::string_view kWhatYouLearned = "What you learned";
inline constexpr std::string_view kCameBefore = "What came before";
inline constexpr std::string_view kTendsToComeBefore = "What tends to come before";
inline constexpr std::string_view kBringAlong = "One thing to bring along";
inline constexpr std::string_view kNextStep = "A small step you had in mind";
inline constexpr std::string_view kAndOthers = ", and others";

// How long it took until it eased, for --detail.
inline constexpr std::string_view kUndated = "What has no date is left out of this.";
std::string DaysTaken(const std::string& days);  // "2.5"; empty: less than one
// What is known of its ends; each may be empty.
std::string IntervalOfDays(const std::string& low, const std::string& high);

}  // namespace words
}  // namespace stumble

#endif  // STUMBLE_WORDS_WORDS_H_
