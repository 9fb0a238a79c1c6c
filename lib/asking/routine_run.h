// Running a routine: its steps are asked one after the other, and the answers become one record, ready for a pipe. One can go
// back to a question, and stop and go on another day.
#ifndef STUMBLE_ASKING_ROUTINE_RUN_H_
#define STUMBLE_ASKING_ROUTINE_RUN_H_

#include <functional>
#include <string>
#include <vector>

#include "pack/pack.h"
#include "record/record.h"

namespace stumble {

// What came of a question.
struct Reply {
  enum class Kind {
    kAnswer,    // words that the step's field takes
    kNothing,   // left out; a former answer stays
    kTakenOut,  // a former answer goes
    kBack,      // to the question before
  };
  Kind kind = Kind::kNothing;
  std::string words = {};
};

// How a run ends early: without a word, or by choice after the pause that words of concern bring, which the routine answers.
enum class Stopping { kNo, kQuietly, kAfterPause };

// Whoever answers: a person at a terminal, or lines of a file.
class Answerer {
 public:
  virtual ~Answerer() = default;
  virtual void Say(const std::string& text) = 0;
  // `former`: the answer that was given before the person came back to this question; nullptr if there is none.
  virtual Reply Answer(const Step& step, const std::string* former) = 0;
  // Looks at an answer, once it is kept: it may give cause to pause.
  virtual void Heed(const std::string&) {}
  // Whether the person has stopped; asked after every answer was heeded.
  virtual Stopping Stopped() const = 0;
};

// How far a run has come: the answers, and the question that is next.
struct RoutineProgress {
  std::vector<std::vector<std::string>> answers;  // by step; several where it repeats
  size_t step = 0;
  size_t time = 0;  // that it is asked, from 0

  bool HasAnswers() const;
  // Keeps words at the question that is next, as if they had been answered.
  void AddUnfinished(std::string words);
};

// Asks the steps from where `progress` stands, and keeps it up to date; `on_answer`, if there is one, is called after each reply.
// A run that was stopped after a pause says the routine's stop_text. While `is_held`, if there is one, the steps that weigh are left
// out, and what is said after the first of them, for it speaks of them.
void RunRoutine(const Routine& routine, Answerer& answerer, RoutineProgress& progress,
                const std::function<void()>& on_answer = {}, const std::function<bool()>& is_held = {});

// The routine with a step after the last that weighs, which is asked in their place: room to write down more.
Routine WithRoomForMore(const Routine& routine);

// The record of a run: Date, then the answers in the order of the steps; those without a field as Prompt (routine/step)
// and Answer. Without any answer only the Date is in it.
Record RecordOfRun(const Routine& routine, const std::string& date, const RoutineProgress& progress);

// A progress as a record to go on from another day: every answer as Prompt and Answer, and the next question as Next, if there is one.
Record DraftOfRun(const Routine& routine, const RoutineProgress& progress);
RoutineProgress ProgressOfDraft(const Routine& routine, const Record& draft);

// The answers of a template that was filled in: fields by name, in the order of the steps, Prompt and Answer by id. What the routine
// does not ask for, comments aside, goes to `rest`; an answer that its field doesn't take goes to `on_error`, and is left out.
RoutineProgress ProgressOfTemplate(const Routine& routine, const Record& filled, Record& rest, const ErrorHandler& on_error);

// What an answer means to its step: y is yes, and so is "sure".
std::string InWords(const Step& step, const std::string& answer);

// The empty record of a routine, with its questions as comments, to be filled in by hand.
Record TemplateOf(const Routine& routine, const std::string& date);

}  // namespace stumble

#endif  // STUMBLE_ASKING_ROUTINE_RUN_H_
