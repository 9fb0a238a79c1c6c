// Running a routine: its steps are asked one after the other, and the answers become one record, ready for a pipe.
#ifndef STUMBLE_ASKING_ROUTINE_RUN_H_
#define STUMBLE_ASKING_ROUTINE_RUN_H_

#include <optional>
#include <string>

#include "pack/pack.h"
#include "record/record.h"

namespace stumble {

// Whoever answers: a person at a terminal, or lines of a file.
class Answerer {
 public:
  virtual ~Answerer() = default;
  virtual void Say(const std::string& text) = 0;
  // nullopt: left out. Only answers that the step's field takes come back.
  virtual std::optional<std::string> Answer(const Step& step) = 0;
  // Whether the person has stopped; asked after every answer.
  virtual bool Stopped() const = 0;
};

// The record of a run: Date, then the answers in the order of the steps; those without a field as Prompt (routine/step)
// and Answer. Without any answer only the Date is in it. A run that was stopped keeps what was answered, and says the
// routine's stop_text.
Record RunRoutine(const Routine& routine, const std::string& date, Answerer& answerer);

// The empty record of a routine, with its questions as comments, to be filled in by hand.
Record TemplateOf(const Routine& routine, const std::string& date);

}  // namespace stumble

#endif  // STUMBLE_ASKING_ROUTINE_RUN_H_
