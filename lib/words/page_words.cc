#include "words/page_words.h"

#include <cmath>

namespace stumble::words {

std::string PageTitle(std::string_view span_name) {
  return span_name.empty() ? std::string(kPageTitle) : "Your " + std::string(span_name);
}

std::string Percent(double share) { return std::to_string(std::lround(share * 100)) + "%"; }

std::string PercentBand(double low, double high) { return Percent(low) + " to " + Percent(high); }

std::string Days(const std::string& days) { return days + (days == "1" ? " day" : " days"); }

std::string Turn(std::string_view what, const std::string& day) {
  return std::string(what) + (day.empty() ? "" : " " + day);
}

std::string WithYouFigure(std::string_view stretch) {
  return "How much was with you, " + std::string(stretch) + " by " + std::string(stretch);
}

std::string WithYouSeen(const std::string& first, const std::string& last, size_t most) {
  return "A column for each stretch " + std::string(first == last ? "on " + first : "from " + first + " to " + last) +
         ", as high as how many were with you at its end; at most " + std::to_string(most) +
         ". A circle stands where one began, a diamond where one came back.";
}

std::string FromTo(const std::string& first, const std::string& last) {
  return first == last ? first : first + " to " + last;
}

std::string CurveGoesOn(const std::string& days, size_t longer, const std::string& longest) {
  return "Drawn up to " + Days(days) + ". " + std::to_string(longer) + (longer == 1 ? " is" : " are") +
         " known for longer, up to " + Days(longest) + ": the table has " + (longer == 1 ? "it." : "them.");
}

std::string SlopeFigure(bool is_belief) {
  return is_belief ? "How true it felt, first and last (0 to 100)" : "How strong it felt, first and last (0 to 10)";
}

std::string SlopeSeen(bool is_belief) {
  return std::string("A line for each ") + (is_belief ? "thought" : "{setback}") +
         " that was rated more than once, from the first rating on the left to the last one on the right. Where "
         "several moved alike, their "
         "line is thicker.";
}

std::string NamesSeen(std::string_view kind) {
  return std::string(kind) + ": a bar for each name, the longer the more {setbacks} it stood beside.";
}

std::string HighestColumn(size_t most) { return "The highest column is " + std::to_string(most) + "."; }

std::string HourAndCount(size_t hour, size_t count) {
  return std::to_string(hour) + (count > 1 ? " (" + std::to_string(count) + ")" : "");
}

std::string GroupsSeen(std::string_view stretch) {
  return "How much of it was with you, " + std::string(stretch) + " by " + std::string(stretch) +
         ", on the same scale as the others beside it.";
}

}  // namespace stumble::words
