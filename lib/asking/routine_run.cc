#include "asking/routine_run.h"

#include "journal/new_entry.h"
#include "text/text.h"

namespace stumble {

namespace {

std::string ScaleOf(const Step& step) {
  if (step.kind == "yes-no") return "yes or no";
  if (step.kind != "rating") return "";
  std::string most = step.field == "Belief" ? "100" : "10";
  return "0" + (step.low.empty() ? "" : " " + step.low) + ", " + most + (step.high.empty() ? "" : " " + step.high);
}

void Keep(const Routine& routine, const Step& step, const std::string& answer, Record& record) {
  std::string value = CleanValue(answer);
  if (step.field.empty()) {
    record.Add("Prompt", routine.id + "/" + step.id);
    record.Add("Answer", std::move(value));
  } else {
    record.Add(step.field, std::move(value));
  }
}

void AddComment(const std::string& text, Record& record) {
  for (std::string_view line : Split(Trim(text), '\n'))
    if (!text.empty()) record.Add("", "# " + std::string(Trim(line)));
}

}  // namespace

Record RunRoutine(const Routine& routine, const std::string& date, Answerer& answerer) {
  Record record;
  record.Add("Date", date);
  for (const Step& step : routine.steps) {
    if (!step.say.empty()) {
      answerer.Say(step.say);
      continue;
    }
    for (int time = 0; time < step.repeat; ++time) {
      Step asked = step;
      if (time > 0) asked.help = "Another one, or Enter to go on.";
      std::optional<std::string> answer = answerer.Answer(asked);
      if (answer) Keep(routine, step, *answer, record);
      if (answerer.Stopped()) {
        answerer.Say(routine.stop_text);
        return record;
      }
      if (!answer) break;
    }
  }
  return record;
}

Record TemplateOf(const Routine& routine, const std::string& date) {
  Record record;
  AddComment(routine.title, record);
  record.Add("Date", date);
  for (const Step& step : routine.steps) {
    AddComment(step.say, record);
    if (step.ask.empty()) continue;
    AddComment(step.ask, record);
    AddComment(ScaleOf(step), record);
    if (step.field.empty()) record.Add("Prompt", routine.id + "/" + step.id);
    record.Add(step.field.empty() ? "Answer" : step.field, "");
  }
  return record;
}

}  // namespace stumble
