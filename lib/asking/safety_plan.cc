#include "asking/safety_plan.h"

#include <algorithm>

#include "text/text.h"
#include "words/words.h"

namespace stumble {

namespace {

bool IsLater(const std::optional<Moment>& a, const std::optional<Moment>& b) {
  if (!a || !b) return a.has_value() || !b.has_value();
  if (a->HasTime() && b->HasTime()) return *a->ToInstant() >= *b->ToInstant();
  return a->day >= b->day;
}

// The step that a Prompt's value names: "signs" of "my-plan/signs"; empty for other prompts.
std::string StepOf(std::string_view prompt, std::string_view routine) {
  size_t slash = prompt.find('/');
  if (slash == std::string_view::npos || (!routine.empty() && prompt.substr(0, slash) != routine)) return "";
  return std::string(Trim(prompt.substr(slash + 1)));
}

// "my-garden" as "My garden".
std::string LabelFrom(std::string id) {
  std::replace(id.begin(), id.end(), '-', ' ');
  if (!id.empty() && id[0] >= 'a' && id[0] <= 'z') id[0] = static_cast<char>(id[0] - 'a' + 'A');
  return id;
}

}  // namespace

void SafetyPlan::Add(const Record& record, std::string_view routine) {
  std::map<std::string, std::vector<std::string>> found;
  std::vector<std::string> order;
  std::string step;
  for (const Item& item : record.items()) {
    if (item.IsComment()) continue;
    if (item.name == "Answer" && !step.empty()) {
      std::string answer(Trim(item.value));
      if (answer.empty()) continue;  // a template's line that was left as it was
      if (!found.contains(step)) order.push_back(step);
      found[step].push_back(answer);
    }
    step = item.name == "Prompt" ? StepOf(item.value, routine) : "";
  }
  std::optional<Moment> date = ParseMoment(record.Get("Date"));
  for (const std::string& id : order) {
    auto [known, is_new] = steps_.try_emplace(id);
    if (is_new) order_.push_back(id);
    if (!is_new && !IsLater(date, known->second.date)) continue;
    known->second = {date, std::move(found[id])};
    std::erase(known->second.answers, kNothingMore);
  }
}

std::vector<std::string> SafetyPlan::AnswersTo(const std::string& step) const {
  auto found = steps_.find(step);
  return found == steps_.end() ? std::vector<std::string>() : found->second.answers;
}

std::vector<PlanStep> SafetyPlan::Steps() const {
  std::vector<PlanStep> steps;
  auto add = [&](const std::string& id, const std::string& label) {
    std::vector<std::string> answers = AnswersTo(id);
    if (!answers.empty()) steps.push_back({label, std::move(answers)});
  };
  auto is_known = [](const std::string& id) {
    return std::any_of(words::kPlanLabels.begin(), words::kPlanLabels.end(),
                       [&](const auto& known) { return known.first == id; });
  };
  for (const auto& [id, label] : words::kPlanLabels) add(std::string(id), std::string(label));
  for (const std::string& id : order_)
    if (!is_known(id)) add(id, LabelFrom(id));
  return steps;
}

RoutineProgress ProgressOfPlan(const Routine& routine, const SafetyPlan& plan) {
  RoutineProgress progress;
  for (const Step& step : routine.steps) {
    std::vector<std::string> answers = step.ask.empty() ? std::vector<std::string>() : plan.AnswersTo(step.id);
    if (answers.size() > static_cast<size_t>(step.repeat)) answers.resize(static_cast<size_t>(step.repeat));
    progress.answers.push_back(std::move(answers));
  }
  return progress;
}

Record PlanOfRun(const Routine& routine, const std::string& date, const RoutineProgress& before, const RoutineProgress& after) {
  Record record = RecordOfRun(routine, date, after);
  for (size_t i = 0; i < routine.steps.size(); ++i) {
    if (before.answers[i].empty() || !after.answers[i].empty()) continue;
    record.Add("Prompt", routine.id + "/" + routine.steps[i].id);
    record.Add("Answer", std::string(kNothingMore));
  }
  return record;
}

bool HoldsPlan(const Record& record) {
  std::vector<std::string_view> prompts = record.All("Prompt");
  return std::any_of(prompts.begin(), prompts.end(),
                     [](std::string_view prompt) { return !StepOf(prompt, kPlanRoutine).empty(); });
}

}  // namespace stumble
