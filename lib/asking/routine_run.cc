#include "asking/routine_run.h"

#include <algorithm>

#include "journal/entry_fields.h"
#include "journal/new_entry.h"
#include "text/text.h"
#include "words/short_answer.h"
#include "words/words.h"

namespace stumble {

namespace {

std::string ScaleOf(const Step& step) {
  if (step.kind == "yes-no") return std::string(words::kEitherAnswer);
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

// The step that a Prompt of a record names, "routine/step"; the number of steps if it names none.
size_t StepAt(const Routine& routine, const std::string& prompt) {
  size_t i = 0;
  while (i < routine.steps.size() && (routine.steps[i].ask.empty() || prompt != routine.id + "/" + routine.steps[i].id)) ++i;
  return i;
}

// The step that a field of a filled-in template answers: the nearest from `at` on that has room, else any that has.
size_t StepFor(const Routine& routine, const std::string& field, size_t at, const RoutineProgress& progress) {
  for (size_t distance = 0; distance < routine.steps.size(); ++distance) {
    size_t i = (at + distance) % routine.steps.size();
    const Step& step = routine.steps[i];
    if (step.field == field && progress.answers[i].size() < static_cast<size_t>(step.repeat)) return i;
  }
  return routine.steps.size();
}

// A question that was answered once already. One link of a chain asks for what led to the link before; else the question itself
// need not stand there again, unless somebody came back to an answer.
void AskAgain(const std::string& before, bool has_former, Step& step) {
  if (step.field == "Why") {
    step.help = words::WhatLedToThat(OnOneLine(before));
  } else if (has_former) {
    step.help = words::kAnotherOne;
  } else {
    step.ask = words::kAnotherOne;
    step.help.clear();
  }
}

// Moves a progress over the steps of its routine.
class RoutineWalk {
 public:
  RoutineWalk(const Routine& routine, RoutineProgress& progress, const std::function<bool()>& is_held)
      : steps_(routine.steps), at_(progress), is_held_(is_held) {
    at_.answers.resize(steps_.size());
    while (first_weighing_ < steps_.size() && !steps_[first_weighing_].weighs) ++first_weighing_;
  }

  // Whether the step is passed over, as things are.
  bool LeavesOut(size_t at) const {
    const Step& step = steps_[at];
    if (!is_held_ || !is_held_()) return step.is_room;
    return step.weighs || (!step.say.empty() && at > first_weighing_);
  }

  const std::string* Former() const {
    const std::vector<std::string>& given = at_.answers[at_.step];
    return at_.time < given.size() ? &given[at_.time] : nullptr;
  }

  void Next() {
    ++at_.step;
    at_.time = 0;
  }

  void Take(Reply& reply) {
    std::vector<std::string>& given = at_.answers[at_.step];
    bool had_former = Former() != nullptr;
    switch (reply.kind) {
      case Reply::Kind::kBack: return Back();
      case Reply::Kind::kTakenOut:
        if (had_former) given.erase(given.begin() + static_cast<std::ptrdiff_t>(at_.time));
        if (at_.time >= given.size()) Next();
        return;
      case Reply::Kind::kAnswer:
        if (had_former) given[at_.time] = std::move(reply.words);
        else given.push_back(std::move(reply.words));
        return Another();
      case Reply::Kind::kNothing:
        if (had_former) return Another();
        return Next();
    }
  }

 private:
  void Another() {
    if (at_.time + 1 < static_cast<size_t>(steps_[at_.step].repeat)) ++at_.time;
    else Next();
  }

  // To the last question that was asked before; the first one stays where it is.
  void Back() {
    if (at_.time > 0) {
      --at_.time;
      return;
    }
    for (size_t i = at_.step; i-- > 0;) {
      if (steps_[i].ask.empty() || LeavesOut(i)) continue;
      at_.step = i;
      at_.time = at_.answers[i].empty() ? 0 : at_.answers[i].size() - 1;
      return;
    }
  }

  const std::vector<Step>& steps_;
  RoutineProgress& at_;
  const std::function<bool()>& is_held_;
  size_t first_weighing_ = 0;
};

}  // namespace

bool RoutineProgress::HasAnswers() const {
  return std::any_of(answers.begin(), answers.end(), [](const auto& given) { return !given.empty(); });
}

void RoutineProgress::AddUnfinished(std::string words) {
  if (step >= answers.size()) return;
  std::vector<std::string>& given = answers[step];
  if (time < given.size()) given[time] = std::move(words);
  else given.push_back(std::move(words));
}

void RunRoutine(const Routine& routine, Answerer& answerer, RoutineProgress& progress,
                const std::function<void()>& on_answer, const std::function<bool()>& is_held) {
  RoutineWalk walk(routine, progress, is_held);
  size_t said = progress.step;  // what is said comes once, also for who goes back over it
  while (progress.step < routine.steps.size()) {
    const Step& step = routine.steps[progress.step];
    if (walk.LeavesOut(progress.step)) {
      walk.Next();
      continue;
    }
    if (!step.say.empty()) {
      if (progress.step >= said) answerer.Say(step.say);
      walk.Next();
      said = std::max(said, progress.step);
      continue;
    }
    Step asked = step;
    if (progress.time > 0) AskAgain(progress.answers[progress.step][progress.time - 1], walk.Former() != nullptr, asked);
    Reply reply = answerer.Answer(asked, walk.Former());
    std::string given = reply.kind == Reply::Kind::kAnswer ? reply.words : "";
    walk.Take(reply);
    if (on_answer) on_answer();
    if (!given.empty()) answerer.Heed(given);
    if (answerer.Stopped() == Stopping::kNo) continue;
    if (answerer.Stopped() == Stopping::kAfterPause) answerer.Say(routine.stop_text);
    return;
  }
}

Routine WithRoomForMore(const Routine& routine) {
  auto weighs = [](const Step& step) { return step.weighs; };
  auto last = std::find_if(routine.steps.rbegin(), routine.steps.rend(), weighs);
  if (last == routine.steps.rend()) return routine;
  Step room;
  room.id = "more";
  room.ask = words::kAnythingMore;
  room.is_room = true;
  while (std::any_of(routine.steps.begin(), routine.steps.end(), [&](const Step& step) { return step.id == room.id; }))
    room.id += "-more";
  Routine with_room = routine;
  with_room.steps.insert(with_room.steps.begin() + (routine.steps.rend() - last), room);
  return with_room;
}

Record RecordOfRun(const Routine& routine, const std::string& date, const RoutineProgress& progress) {
  Record record;
  record.Add("Date", date);
  for (size_t i = 0; i < std::min(progress.answers.size(), routine.steps.size()); ++i)
    for (const std::string& answer : progress.answers[i]) Keep(routine, routine.steps[i], answer, record);
  return record;
}

Record DraftOfRun(const Routine& routine, const RoutineProgress& progress) {
  Record draft;
  for (size_t i = 0; i < std::min(progress.answers.size(), routine.steps.size()); ++i) {
    for (const std::string& answer : progress.answers[i]) {
      draft.Add("Prompt", routine.id + "/" + routine.steps[i].id);
      draft.Add("Answer", CleanValue(answer));
    }
  }
  if (progress.step < routine.steps.size()) draft.Add("Next", routine.steps[progress.step].id);
  return draft;
}

RoutineProgress ProgressOfDraft(const Routine& routine, const Record& draft) {
  RoutineProgress progress;
  progress.answers.resize(routine.steps.size());
  size_t asked = routine.steps.size();
  if (!draft.Has("Next")) progress.step = routine.steps.size();  // all was asked
  for (const Item& item : draft.items()) {
    if (item.name == "Prompt") asked = StepAt(routine, item.value);
    if (item.name == "Answer" && asked < routine.steps.size()) progress.answers[asked].push_back(item.value);
    if (item.name == "Next") progress.step = StepAt(routine, routine.id + "/" + item.value);
  }
  if (!draft.Has("Next")) return progress;
  if (progress.step >= routine.steps.size()) progress.step = 0;  // the routine is another by now
  size_t given = progress.answers[progress.step].size();
  progress.time = given == 0 ? 0 : std::min<size_t>(given, routine.steps[progress.step].repeat) - 1;
  return progress;
}

RoutineProgress ProgressOfTemplate(const Routine& routine, const Record& filled, Record& rest, const ErrorHandler& on_error) {
  RoutineProgress progress;
  progress.answers.resize(routine.steps.size());
  size_t at = 0, asked = routine.steps.size();
  for (const Item& item : filled.items()) {
    if (item.IsComment() || item.name == "Date") continue;
    if (item.name == "Prompt") {
      asked = StepAt(routine, item.value);
      if (asked < routine.steps.size()) continue;
    } else if (item.name != "Answer") {
      asked = StepFor(routine, item.name, at, progress);
    }
    if (asked >= routine.steps.size()) {
      if (!item.value.empty()) rest.items().push_back(item);
      continue;
    }
    at = asked;
    if (Trim(item.value).empty()) {
      at += routine.steps[asked].repeat == 1 ? 1 : 0;
      continue;
    }
    std::string answer = InWords(routine.steps[asked], item.value);
    std::string expected = ExpectedOf(routine.steps[asked].field, answer);
    if (expected.empty()) progress.answers[asked].push_back(std::move(answer));
    else on_error(Error(item.name + ": " + expected + "; this answer was left out", {filled.place().file, filled.LineOf(item), 0}));
  }
  return progress;
}

std::string InWords(const Step& step, const std::string& answer) {
  if (step.kind != "yes-no") return answer;
  switch (UnderstoodAs(answer)) {
    case ShortAnswer::kYes: return "yes";
    case ShortAnswer::kNo: return "no";
    default: return answer;
  }
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
