#include "words/report_words.h"

#include <cmath>
#include <cstdio>

namespace stumble::words {

namespace {

std::string Parenthesis(const std::string& first, const std::string& second = "") {
  std::string inner = first;
  if (!inner.empty() && !second.empty()) inner += "; ";
  inner += second;
  return inner.empty() ? "" : " (" + inner + ")";
}

std::string Number(size_t number) { return std::to_string(number); }

// "a", "a and b", "a, b and c".
std::string Listed(const std::string& first, const std::string& second, const std::string& third = "") {
  std::string parts[3];
  size_t count = 0;
  for (const std::string* part : {&first, &second, &third})
    if (!part->empty()) parts[count++] = *part;
  if (count == 0) return "";
  if (count == 1) return parts[0];
  if (count == 2) return parts[0] + " and " + parts[1];
  return parts[0] + ", " + parts[1] + " and " + parts[2];
}

}  // namespace

std::string Many(size_t count, std::string_view one, std::string_view more) {
  return Number(count) + " " + std::string(count == 1 ? one : more);
}

std::string Setbacks(size_t count) { return Many(count, "{setback}", "{setbacks}"); }

std::string PValue(double p) {
  if (p < 0.001) return "p < 0.001";
  char text[32];
  std::snprintf(text, sizeof text, p < 0.095 ? "p = %.3f" : "p = %.2f", p);
  return text;
}

std::string Interval(const std::string& low, const std::string& high) {
  if (low.empty() && high.empty()) return "";
  return "95% interval: " + (high.empty() ? low + " or more" : low.empty() ? "up to " + high : low + " to " + high);
}

std::string TooFewToTime(size_t setbacks) {
  return "From " + Setbacks(setbacks) + ": too few to say how long it tends to take.";
}

std::string HalfEased(const std::string& time, const std::string& interval, size_t setbacks) {
  return "Half eased within " + time + Parenthesis(interval) + ", from " + Setbacks(setbacks) + ".";
}

std::string LessThanHalfEased(size_t setbacks) {
  return "Fewer than half have eased so far, from " + Setbacks(setbacks) + ", so there is no middle time yet.";
}

std::string GoingOn(size_t count) {
  return Number(count) + (count == 1 ? " is still with you and counts as going on." : " are still with you and count as going on.");
}

std::string LongerThanBefore(size_t before, const std::string& p) {
  return "It has taken longer than before, compared with " + Setbacks(before) + Parenthesis("log-rank test: " + p) + ".";
}

std::string ShorterThanBefore(size_t before, const std::string& p) {
  return "It has taken less time than before, compared with " + Setbacks(before) + Parenthesis("log-rank test: " + p) + ".";
}

std::string NotClearlyOtherThanBefore(size_t before, const std::string& p) {
  return "There is no clear difference from before, compared with " + Setbacks(before) + Parenthesis("log-rank test: " + p) + ".";
}

std::string TooFewToCompare(size_t now, size_t before, size_t least) {
  return "To compare with before, it would take " + Number(least) + " {setbacks} on each side; there are " + Number(now) + " now and " +
         Number(before) + " before.";
}

std::string FewRatedTwice(size_t pairs, size_t fell, size_t stayed, size_t rose) {
  auto part = [](size_t count, const char* what) { return count == 0 ? std::string() : what + (" in " + Number(count)); };
  if (pairs == 1) return "One was rated more than once; the last rating was " + std::string(fell ? "lower" : rose ? "higher" : "the same") + ".";
  return "Of " + Number(pairs) + " rated more than once, the last rating was " +
         Listed(part(fell, "lower"), part(stayed, "the same"), part(rose, "higher")) + ".";
}

std::string RatedTwice(size_t pairs, const std::string& before, const std::string& after, size_t fell) {
  return "Of " + Number(pairs) + " rated more than once, the middle rating was " + before + " at first and " + after +
         " at last; it was lower in " + Number(fell) + ".";
}

std::string UsualChange(const std::string& change, const std::string& interval) {
  return "The usual change is " + change + Parenthesis(interval) + ".";
}

std::string TooFewForATrend(size_t days, size_t least) {
  return "There are first ratings from " + Many(days, "day", "days") + "; below " + Number(least) +
         " there is no saying whether they rise or fall.";
}

std::string NoClearTrend(size_t rated, const std::string& slope, const std::string& interval, const std::string& p) {
  return "From " + Number(rated) + " first ratings, no clear rise or fall: " + slope + " a week" + Parenthesis(interval, p) + ".";
}

std::string Trend(bool rising, size_t rated, const std::string& slope, const std::string& interval, const std::string& p) {
  return "From " + Number(rated) + " first ratings, they " + (rising ? "rose" : "fell") + " by about " + slope + " a week" +
         Parenthesis(interval, p) + ".";
}

std::string NamesCounted(std::string_view kind, const std::string& names) { return std::string(kind) + ": " + names + "."; }

std::string MoreThanBefore(const std::string& name, const std::string& ratio, const std::string& interval, const std::string& p) {
  return name + ": noted more often than before, about " + ratio + " times the earlier rate" + Parenthesis(interval, p) + ".";
}

std::string LessThanBefore(const std::string& name, const std::string& ratio, const std::string& interval, const std::string& p) {
  return name + ": noted less often than before, about " + ratio + " times the earlier rate" + Parenthesis(interval, p) + ".";
}

std::string NewSinceBefore(const std::string& name, const std::string& p) {
  return name + ": not noted before these days" + Parenthesis(p) + ".";
}

std::string UsualDays(const std::string& low, const std::string& high) {
  return "As long a time before brought it on " + (high.empty() ? low + " days or more." : low + " to " + high + " days.");
}

std::string NoNameDiffers(size_t weeks_before) {
  if (weeks_before == 1) return "None is clearly noted more or less often than in the week before in which you wrote.";
  return "None is clearly noted more or less often than in the " + Number(weeks_before) + " weeks before in which you wrote.";
}

std::string PairTogether(const std::string& first, const std::string& second, size_t both, size_t setbacks, const std::string& lift,
                         const std::string& p) {
  return first + " and " + second + ": together in " + Number(both) + " of " + Setbacks(setbacks) + ", " + lift +
         " times as often as chance would have it" + Parenthesis("Fisher's exact test, adjusted: " + p) + ".";
}

std::string NoPairStandsOut(size_t tested) {
  if (tested == 1) return "One pair of names comes often enough to ask, and it comes together no more often than chance would have it.";
  return "Of " + Many(tested, "pair", "pairs") + " of names, none comes together more often than chance would have it.";
}

std::string PairsTested(size_t tested) {
  if (tested == 1) return "Of the one pair of names that was looked at.";
  return "Of " + Many(tested, "pair", "pairs") + " of names that were looked at.";
}

std::string WeekdaysDiffer(const std::string& weekday, size_t count, const std::string& p) {
  return "Of " + Number(count) + " days on which something began, some weekdays have more than others, most of all " + weekday + Parenthesis(p) + ".";
}

std::string WeekdaysDoNotDiffer(size_t count, const std::string& p) {
  return "Of " + Number(count) + " days on which something began, no weekday clearly stands out" + Parenthesis(p) + ".";
}

std::string PartsDiffer(const std::string& part, size_t count, const std::string& p) {
  return "Of " + Number(count) + " parts of days in which something began, most, for their length, were " + part +
         Parenthesis(p) + ".";
}

std::string PartsDoNotDiffer(size_t count, const std::string& p) {
  return "Of " + Number(count) + " parts of days in which something began, none clearly stands out" + Parenthesis(p) + ".";
}

std::string TooFewForWhen(size_t count) {
  return Setbacks(count) + (count == 1 ? " is" : " are") + " too few to say whether a weekday or a part of the day stands out.";
}

std::string ChainsEnd(size_t chains) { return chains == 1 ? "One chain of whys ended in: " : Number(chains) + " chains of whys ended in: "; }

std::string WrittenTimes(size_t times) { return "written " + Number(times) + " times"; }

std::string PathCounted(size_t began, size_t eased, size_t came_back) {
  auto part = [](size_t count, const char* what) { return count == 0 ? std::string() : Number(count) + what; };
  std::string parts = Listed(part(began, " began"), part(eased, " eased"), part(came_back, " came back"));
  return parts.empty() ? "On these days nothing began, eased or came back." : "On these days " + parts + ".";
}

std::string WithYouBy(std::string_view stretch, const std::string& first, const std::string& last, size_t most) {
  std::string days = first == last ? "on " + first : "from " + first + " to " + last;
  return "How much was with you, " + std::string(stretch) + " by " + std::string(stretch) + ", " + days + " (at most " + Number(most) + "):";
}

std::string Undated(size_t count) {
  return Setbacks(count) + (count == 1 ? " has no date, so it is" : " have no date, so they are") + " in none of the numbers of these days.";
}

std::string InTheFuture(size_t count) {
  return Setbacks(count) + (count == 1 ? " has" : " have") + " a date after today.";
}

std::string HappenedCounted(size_t setbacks, size_t eased, size_t came_back) {
  std::string eased_part = eased == 0 ? "" : Number(eased) + " eased";
  std::string back_part = came_back == 0 ? "" : Number(came_back) + " came back";
  return Listed(setbacks == 0 ? "" : Setbacks(setbacks) + " noted", eased_part, back_part);
}

std::string_view StillWith(Whose whose) { return whose == Whose::kWithMe ? "still with me" : "still with you"; }

std::string_view StillWithFromBefore(Whose whose) {
  return whose == Whose::kWithMe ? "Still with me from before" : "Still with you from before";
}

std::string StillOpenCounted(size_t count, size_t from_before, Whose whose) {
  std::string text = Number(count) + " " + std::string(StillWith(whose));
  if (from_before == count) return text + " from before";
  if (from_before > 0) text += ", " + Number(from_before) + " of them from before";
  return text;
}

std::string WrittenCounted(size_t helped, size_t learned, size_t kindness, size_t next_steps) {
  auto part = [](size_t count, const char* one, const char* more) { return count == 0 ? std::string() : Many(count, one, more); };
  std::string first = Listed(part(helped, "thing that helped", "things that helped"), part(learned, "thing learned", "things learned"),
                             part(kindness, "kind word", "kind words"));
  std::string steps = part(next_steps, "small step", "small steps");
  if (first.empty() || steps.empty()) return first + steps;
  return first + "; " + steps;
}

std::string BringCounted(size_t count) { return Many(count, "thing", "things") + " to bring along"; }

std::string HappenedSince(const std::string& span) { return "What happened " + span; }

std::string PatternNoted(size_t count) { return Many(count, "time", "times"); }

std::string PatternBelieved(size_t count, size_t rated_twice, const std::string& before, const std::string& after) {
  return Many(count, "time", "times") + "; belief from " + before + " to " + after + ", rated twice in " + Number(rated_twice);
}

std::string SpanNamed(std::string_view name, const std::string& span) { return std::string(name) + ": " + span; }

std::string GroupsDrawn(std::string_view stretch, size_t most) {
  return "How much of each was with you, " + std::string(stretch) + " by " + std::string(stretch) + " (at most " + Number(most) + "):";
}

std::string ByHeading(std::string_view kind) { return "By " + std::string(kind); }

std::string PatternBelievedLess(size_t count, size_t rated_twice, size_t fell) {
  return Many(count, "time", "times") + "; belief lower in " + Number(fell) + " of " + Number(rated_twice) + " rated twice";
}

std::string OthersLeftOut(size_t count) { return Many(count, "other is", "others are") + " not shown."; }

std::string WithoutAny(size_t count, std::string_view kind) {
  return Setbacks(count) + (count == 1 ? " has" : " have") + " no " + std::string(kind) + ".";
}

}  // namespace stumble::words
