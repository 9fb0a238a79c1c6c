// What stands on the page of a report besides the report's own words: the names of its figures, what each shows for
// those who can't see it, and the signs they are drawn with. {setback} and {setbacks} stand for the person's own
// word; see Words::In.
#ifndef STUMBLE_WORDS_PAGE_WORDS_H_
#define STUMBLE_WORDS_PAGE_WORDS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace stumble::words {

// In a tab or a list of windows, where others may see it: nothing that says what the page is about.
inline constexpr std::string_view kPageTitle = "Your days";
std::string PageTitle(std::string_view span_name);  // "Your week"

inline constexpr std::string_view kLookCloser = "A closer look";
inline constexpr std::string_view kLookCloserLead = "For when you feel like it. None of it is a grade.";
inline constexpr std::string_view kOnThisPage = "On this page";
inline constexpr std::string_view kEarlierOnes = "Earlier ones";
inline constexpr std::string_view kAndOthersBefore = "and others before these";
inline constexpr std::string_view kAsATable = "As a table";
inline constexpr std::string_view kSomeRowsOnly = "Not all of them are in this table.";
inline constexpr std::string_view kPageFoot =
    "This page is one file. It asks for nothing, sends nothing, and stays where you keep it.";

// Numbers in tables and beside figures.
std::string Percent(double share);                 // "70%"
std::string PercentBand(double low, double high);  // "45% to 88%"
inline constexpr std::string_view kNoBand = "-";
std::string Days(const std::string& days);  // "5 days", "1 day"

// The path.
inline constexpr std::string_view kPathFigure = "When it was with you";
inline constexpr std::string_view kPathFigureSeen =
    "A line for each {setback}, in the order in which they came. A bar lasts from the day it began, or came back, "
    "until it eased, or to "
    "the edge where it is still with you.";
inline constexpr std::string_view kNewestRows = "The newest are drawn.";
inline constexpr std::string_view kSignBegan = "began";
inline constexpr std::string_view kSignEased = "eased";
inline constexpr std::string_view kSignCameBack = "came back";
inline constexpr std::string_view kSignGoesOn = "still with you";
inline constexpr std::string_view kColumnDay = "day";
inline constexpr std::string_view kColumnHappened = "what happened";
inline constexpr std::string_view kColumnWay = "the way";
// One turn of the way, such as kSignEased, and its day, which may be empty: "eased May 3".
std::string Turn(std::string_view what, const std::string& day);

std::string WithYouFigure(std::string_view stretch);  // "How much was with you, week by week"
std::string WithYouSeen(const std::string& first, const std::string& last, size_t most);
inline constexpr std::string_view kColumnNoted = "began";
inline constexpr std::string_view kSignWithYou = "with you at its end";
std::string FromTo(const std::string& first, const std::string& last);

// How long it took.
inline constexpr std::string_view kCurveFigure = "How many were still with you as days went by";
inline constexpr std::string_view kCurveSeen =
    "A line that begins with all of them and takes a step down each time one eased. Where it crosses the half, half "
    "had eased. The band "
    "around it says how sure that is. Small strokes stand where one is still with you: it is known to have taken at "
    "least as long.";
inline constexpr std::string_view kShareAll = "all";
inline constexpr std::string_view kShareHalf = "half";
inline constexpr std::string_view kSignBand = "95% band";
inline constexpr std::string_view kSignStillGoing = "still with you then";
inline constexpr std::string_view kColumnDays = "days";
inline constexpr std::string_view kColumnShare = "still with you";
inline constexpr std::string_view kColumnKnown = "known for that long";
// Where the line is drawn up to a day only, as those after it are few.
std::string CurveGoesOn(const std::string& days, size_t longer, const std::string& longest);

// Ratings.
std::string SlopeFigure(bool is_belief);
std::string SlopeSeen(bool is_belief);
inline constexpr std::string_view kFirstRating = "first";
inline constexpr std::string_view kLastRating = "last";
inline constexpr std::string_view kColumnTimes = "times";
inline constexpr std::string_view kSignMiddle = "the middle of all";

// Names.
std::string NamesSeen(std::string_view kind);
inline constexpr std::string_view kColumnName = "name";
inline constexpr std::string_view kColumnThese = "these days";
inline constexpr std::string_view kColumnBefore = "all days before";

// When.
inline constexpr std::string_view kWhenFigure = "Weekday and hour at which it began";
inline constexpr std::string_view kWhenSeen =
    "A line for each weekday, from midnight to midnight, with a column for each hour in which something began. The "
    "higher a column, the more began then.";
std::string HighestColumn(size_t most);  // "The highest column is 3."
inline constexpr std::string_view kColumnWeekday = "weekday";
inline constexpr std::string_view kColumnBegan = "with a time";
inline constexpr std::string_view kColumnHours = "in the hour from (how many)";
std::string HourAndCount(size_t hour, size_t count);  // "7", "23 (3)"
inline constexpr std::string_view kNoHours = "-";

// Groups.
std::string GroupsSeen(std::string_view stretch);
inline constexpr std::string_view kMonthsFigure = "Month by month";
inline constexpr std::string_view kMonthsSeen =
    "A bar for each month. The longer it is, the more {setbacks} were noted in it.";

}  // namespace stumble::words

#endif  // STUMBLE_WORDS_PAGE_WORDS_H_
