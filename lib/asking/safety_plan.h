// SafetyPlan: what a person wrote on a calm day for the hard ones: signs, what they can do, company, people. It is
// kept as records of Prompt and Answer; the plan that holds is, step by step, what the newest record says of that
// step.
#ifndef STUMBLE_ASKING_SAFETY_PLAN_H_
#define STUMBLE_ASKING_SAFETY_PLAN_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "asking/routine_run.h"
#include "moment/moment.h"
#include "record/record.h"
#include "reframing/safety_notice.h"

namespace stumble {

// The name of the built-in routine; its answers in the journal count for the plan too.
inline constexpr std::string_view kPlanRoutine = "my-plan";

// What a step is answered with to leave it without anything.
inline constexpr std::string_view kNothingMore = "-";

class SafetyPlan {
 public:
  // Takes the answers of a record: those to `routine`'s steps, or, where it is empty, to any routine's. Of two
  // records the later by Date counts, ties by order; one without a Date is older than all.
  void Add(const Record& record, std::string_view routine = {});

  // What stands at a step now; empty if nothing does.
  std::vector<std::string> AnswersTo(const std::string& step) const;

  // The steps that have answers, in the order of the built-in routine, others after them; the labels are for people.
  std::vector<PlanStep> Steps() const;

 private:
  struct Answers {
    std::optional<Moment> date;
    std::vector<std::string> answers;
  };
  std::map<std::string, Answers> steps_;  // by id
  std::vector<std::string> order_;        // in which they were seen first
};

// The routine with what the plan says already given, for the person to keep, change or take out.
RoutineProgress ProgressOfPlan(const Routine& routine, const SafetyPlan& plan);

// The record of a run that began from `before`: what was taken out of a step is said, since the older record would count else.
Record PlanOfRun(const Routine& routine, const std::string& date, const RoutineProgress& before, const RoutineProgress& after);

// Whether a record holds answers to the plan's routine. Such a record is nobody else's to see.
bool HoldsPlan(const Record& record);

}  // namespace stumble

#endif  // STUMBLE_ASKING_SAFETY_PLAN_H_
