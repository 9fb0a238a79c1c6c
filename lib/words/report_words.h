// What the report says of numbers, for --detail, the page and the handout: each sentence says how many it is from and how sure it is, and
// that a number is good or bad is said nowhere. {setback} and {setbacks} stand for the person's own word; see Words::In.
#ifndef STUMBLE_WORDS_REPORT_WORDS_H_
#define STUMBLE_WORDS_REPORT_WORDS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace stumble::words {

// "1 {setback}", "2 {setbacks}"; "1 time", "2 times".
std::string Setbacks(size_t count);
std::string Many(size_t count, std::string_view one, std::string_view more);

// "p = 0.03", "p < 0.001".
std::string PValue(double p);
// "95% interval: 2 to 5"; nothing known of an end reads "up to 5" or "2 or more".
std::string Interval(const std::string& low, const std::string& high);

// How long it took.
inline constexpr std::string_view kHowLongHeading = "How long until it eased";
std::string TooFewToTime(size_t setbacks);
inline constexpr std::string_view kHowItIsTimed =
    "The times are the Kaplan-Meier estimate. Where something came back, that counts as a time of its own. Longer is not worse, and "
    "shorter is not better.";
inline constexpr std::string_view kNothingToTime = "Nothing that could be timed.";
// `interval` as above, or empty.
std::string HalfEased(const std::string& time, const std::string& interval, size_t setbacks);
std::string LessThanHalfEased(size_t setbacks);
std::string GoingOn(size_t count);
std::string LongerThanBefore(size_t before, const std::string& p);
std::string ShorterThanBefore(size_t before, const std::string& p);
std::string NotClearlyOtherThanBefore(size_t before, const std::string& p);
std::string TooFewToCompare(size_t now, size_t before, size_t least);

// Ratings.
inline constexpr std::string_view kStrengthHeading = "How strong it felt";
inline constexpr std::string_view kBeliefHeading = "How true the thoughts felt";
inline constexpr std::string_view kNotRatedTwice = "Nothing was rated more than once, so there is no before and after.";
// How many fell, stayed and rose, of `pairs`.
std::string FewRatedTwice(size_t pairs, size_t fell, size_t stayed, size_t rose);
std::string RatedTwice(size_t pairs, const std::string& before, const std::string& after, size_t fell);
std::string UsualChange(const std::string& change, const std::string& interval);
std::string TooFewForATrend(size_t days, size_t least);
std::string NoClearTrend(size_t rated, const std::string& slope, const std::string& interval, const std::string& p);
// `slope` is a week's, without its sign.
std::string Trend(bool rising, size_t rated, const std::string& slope, const std::string& interval, const std::string& p);

// Names.
inline constexpr std::string_view kBesideHeading = "What stood beside it";
inline constexpr std::string_view kTriggers = "Triggers";
inline constexpr std::string_view kCauses = "Causes";
inline constexpr std::string_view kFeelings = "Feelings";
inline constexpr std::string_view kDomains = "Parts of life";
inline constexpr std::string_view kPatterns = "What the thoughts might be";
std::string NamesCounted(std::string_view kind, const std::string& names);  // "Triggers: silence 3, phone 2."
std::string MoreThanBefore(const std::string& name, const std::string& ratio, const std::string& interval, const std::string& p);
std::string LessThanBefore(const std::string& name, const std::string& ratio, const std::string& interval, const std::string& p);
std::string NewSinceBefore(const std::string& name, const std::string& p);
// The days that as long a time before brought.
std::string UsualDays(const std::string& low, const std::string& high);
std::string NoNameDiffers(size_t weeks_before);
inline constexpr std::string_view kNoPastToCompare = "There are too few days before these to compare with.";

// What comes together.
inline constexpr std::string_view kTogetherHeading = "What comes together";
std::string PairTogether(const std::string& first, const std::string& second, size_t both, size_t setbacks, const std::string& lift,
                         const std::string& p);
std::string NoPairStandsOut(size_t tested);
std::string PairsTested(size_t tested);
inline constexpr std::string_view kTogetherIsNotBecause = "That two things come together does not say that one brings the other.";

// When.
inline constexpr std::string_view kWhenHeading = "When it began";
std::string WeekdaysDiffer(const std::string& weekday, size_t count, const std::string& p);
std::string WeekdaysDoNotDiffer(size_t count, const std::string& p);
std::string PartsDiffer(const std::string& part, size_t count, const std::string& p);
std::string PartsDoNotDiffer(size_t count, const std::string& p);
std::string TooFewForWhen(size_t count);
inline constexpr std::string_view kPartsOfDay[] = {"at night (22 to 5)", "in the morning (5 to 12)", "in the afternoon (12 to 17)",
                                                   "in the evening (17 to 22)"};

// Whys and words.
inline constexpr std::string_view kWhysHeading = "Where your whys led";
std::string ChainsEnd(size_t chains);  // then the words
inline constexpr std::string_view kNextStepsHeading = "Small steps you had in mind";
inline constexpr std::string_view kReturnedHeading = "Words you came back to";
std::string WrittenTimes(size_t times);

// The path.
inline constexpr std::string_view kPathHeading = "The path";
std::string PathCounted(size_t began, size_t eased, size_t came_back);
inline constexpr std::string_view kComingBackIsOrdinary = "Coming back is an ordinary turn of the path.";
// The drawing follows on a line of its own. `stretch` is "day", "week", "month", "year".
std::string WithYouBy(std::string_view stretch, const std::string& first, const std::string& last, size_t most);
inline constexpr std::string_view kNothingOnThePath = "Nothing with a date lies on these days.";

// What is left out.
inline constexpr std::string_view kLeftOutHeading = "Not in these numbers";
std::string Undated(size_t count);
std::string InTheFuture(size_t count);

// Less than words: what a report says that may be shared.
std::string HappenedCounted(size_t setbacks, size_t eased, size_t came_back);
// The report speaks to the person; in the handout the person speaks.
enum class Whose { kWithYou, kWithMe };
std::string_view StillWith(Whose whose);
std::string_view StillWithFromBefore(Whose whose);
std::string StillOpenCounted(size_t count, size_t from_before, Whose whose);
inline constexpr std::string_view kWhatYouWrote = "What you wrote";
inline constexpr std::string_view kWhatIWrote = "What I wrote";
inline constexpr std::string_view kWhatILearned = "What I learned";
inline constexpr std::string_view kDayByDay = "Day by day";
inline constexpr std::string_view kOnWhichDays = "On which days, with what";
std::string WrittenCounted(size_t helped, size_t learned, size_t kindness, size_t next_steps);
std::string BringCounted(size_t count);

// A mail's subject says no more than this, whatever it is about.
inline constexpr std::string_view kYourWeek = "Your week";

// The handout for the next session.
inline constexpr std::string_view kForTheSession = "For the next session";
inline constexpr std::string_view kQuestionsToBring = "What I would like to bring";
std::string HappenedSince(const std::string& span);
std::string PatternNoted(size_t count);
std::string PatternBelieved(size_t count, size_t rated_twice, const std::string& before, const std::string& after);
// Where too few were rated twice for medians.
std::string PatternBelievedLess(size_t count, size_t rated_twice, size_t fell);

// Comparison.
inline constexpr std::string_view kComparisonHeading = "Side by side";
inline constexpr std::string_view kTheseDays = "these days", kDaysBefore = "before", kThen = "a year ago";
std::string SpanNamed(std::string_view name, const std::string& span);
inline constexpr std::string_view kNoDaysBefore = "There are no days before these to put beside them.";
inline constexpr std::string_view kNamesNotShown = "Names are not shown here.";
inline constexpr std::string_view kNothingBefore = "Nothing was noted by the end of as many days before.";
inline constexpr std::string_view kNothingAYearAgo = "Nothing was noted by these days a year ago.";
inline constexpr std::string_view kEasedByNow = "eased by now";
inline constexpr std::string_view kHalfWithin = "half eased within";
inline constexpr std::string_view kMiddleRating = "middle first rating";
inline constexpr std::string_view kWhatHelpedShort = "helped, times noted";
inline constexpr std::string_view kLearnedShort = "learned, times noted";
inline constexpr std::string_view kKindShort = "kind words, times noted";
inline constexpr std::string_view kCameBeforeShort = "what came before";
inline constexpr std::string_view kTooFewShort = "too few to say";
inline constexpr std::string_view kNotReached = "not reached";
inline constexpr std::string_view kPartOfLife = "part of life";
inline constexpr std::string_view kTrigger = "trigger";
inline constexpr std::string_view kMonth = "month";
inline constexpr std::string_view kNothingToGroup = "There are no {setbacks} on these days to put side by side.";
std::string ByHeading(std::string_view kind);  // "By trigger"
// The lines of bars follow, over the same days, with the same scale.
std::string GroupsDrawn(std::string_view stretch, size_t most);
std::string OthersLeftOut(size_t count);
std::string WithoutAny(size_t count, std::string_view kind);

// How each figure is made, and how not to read it.
struct Explained {
  std::string_view heading, made, not_read;
};
inline constexpr std::string_view kExplainHead = "How the numbers of the report are made, and how not to read them.";
inline constexpr Explained kExplained[] = {
    {kHowLongHeading,
     "Each time something was with you counts from when it began, or came back, until it eased. What is still with you counts as 'at "
     "least this long', so nothing that takes long is left out. The time within which half had eased is the median of the Kaplan-Meier "
     "estimate; the interval around it is that of Brookmeyer and Crowley. Days before these are compared by the log-rank test.",
     "Not as a race. Longer is not worse, and shorter is not better: some things ask for more time. Below ten {setbacks} there is no "
     "median, since it would say more about chance than about you."},
    {kStrengthHeading,
     "Where you rated how strong it was more than once, the first and the last rating are compared: the middle of each, how many were "
     "lower, and the Hodges-Lehmann estimate of the usual change. The line through first ratings over time is the Theil-Sen slope, and "
     "whether there is one at all is asked by the Mann-Kendall test.",
     "Not as a grade. A rating is how it felt that day; a high one is as true as a low one. Things are often rated when they are strongest, and "
     "a second rating tends to be lower for that reason alone."},
    {kBeliefHeading,
     "As above, with how true a thought felt, from 0 to 100.",
     "Not as proof that the thought was wrong, or that a thought that still feels true means you did it badly."},
    {kBesideHeading,
     "Names are counted once for each {setback} they stand beside. On how many days each was noted is set against the weeks before in which "
     "you wrote, with an exact interval for the ratio of the two rates. The p-values of all names of a kind, missing ones too, are "
     "adjusted together (Benjamini and Hochberg).",
     "Not as causes. What you noted more often may also be what you have learned to notice."},
    {kTogetherHeading,
     "For each pair of names: beside how many {setbacks} both stand, how many times as often as chance would put them there (lift), and "
     "Fisher's exact test, adjusted for all pairs that were looked at.",
     "Not as one bringing the other. Both may come from a third thing."},
    {kWhenHeading,
     "Days on which something began are set against an even spread over the week, and over the 24 hours, by a chi-square test, only where "
     "each weekday or part of the day may expect five or more.",
     "Not as a forecast. Hardly anything begins while you sleep, and it is also when you found the time to write."},
    {kPathHeading,
     "How many {setbacks} were with you at the end of each day, week, month or year. One that came back counts again.",
     "Not as a score. A path that goes up and down is what paths in therapy look like."},
};

}  // namespace stumble::words

#endif  // STUMBLE_WORDS_REPORT_WORDS_H_
