#include "first_minute.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "asking/routine_run.h"
#include "insight/names.h"
#include "journal/entry_fields.h"
#include "journal/new_entry.h"
#include "moment/calendar.h"
#include "moment/zone.h"
#include "setback/merged_record.h"
#include "text/text.h"
#include "tool/answerers.h"
#include "tool/draft.h"
#include "tool/terminal.h"
#include "words/words.h"

namespace stumble {

namespace {

class FirstMinute {
 public:
  FirstMinute(Tool& tool, JournalOptions& files, const SafetySource& safety, const Logger& log)
      : tool_(tool),
        files_(files),
        safety_(safety),
        log_(log),
        purpose_{"Journal", std::filesystem::absolute(files.JournalToWrite()).lexically_normal().string()},
        draft_(purpose_) {}

  // One question, and Enter keeps the answer; then, if the person likes, a few more. A draft of before comes first.
  void Ask(Record record) {
    Terminal terminal(std::cin, std::cerr);
    if (LogDraft(terminal)) return;
    std::optional<std::string> what = AskOrKeep(terminal, words::kWhatHappened, record, "Setback");
    if (!what) return;
    record.Set("Setback", CleanValue(*what));
    Record logged = log_(record);
    if (safety_().JudgeRecord(logged) != Concern::kNone) return;  // no more questions now
    Record more;
    more.Set("About", std::string(logged.Get("Id")));
    AskForMore(terminal, more);
    if (more.items().size() > 1) log_(more);
    draft_.Remove();
  }

 private:
  // Offers what an earlier run left unfinished. True if it was logged: then nothing more is asked.
  bool LogDraft(Terminal& terminal) {
    std::optional<TypedDraft> draft = TypedDraft::Earlier(purpose_);
    if (!draft) return false;
    std::optional<Moment> date = ParseMoment(draft->record().Get("Date"));
    std::string words;
    for (const Item& item : draft->record().items())
      if (IsFreeText(item.name)) words += "\n  " + OnOneLine(item.value);
    terminal.Say(std::string(words::kYouBegan) + (date ? SpokenDate(date->day, tool_.now().day) : "another day") + ":" + words);
    std::optional<std::string> answer = terminal.Ask(words::kKeepItNow);
    while (answer && !IsYes(answer) && !IsNo(answer) && !EqualIgnoringCase(*answer, "later")) {
      terminal.Say(words::kYesNoOrLater);
      answer = terminal.Ask(words::kKeepItNow);
    }
    if (terminal.AtEnd()) return true;  // left for later, and no more questions
    if (IsNo(answer)) draft->Remove();
    if (answer && !IsYes(answer)) return false;
    log_(draft->record());
    draft->Remove();
    return true;
  }

  // Asks; if Ctrl-C comes, what stands in the line is kept as that field of `begun`.
  std::optional<std::string> AskOrKeep(Terminal& terminal, std::string_view question, const Record& begun, const char* field) {
    try {
      return terminal.Ask(question);
    } catch (const Interrupted& stop) {
      std::string unfinished = CleanValue(stop.unfinished());
      Record draft = begun;
      if (!unfinished.empty() && !IsYes(unfinished) && !IsNo(unfinished)) {
        draft.Add(field, unfinished);
        SaveDraft(draft);
        SayItIsKept();
      }
      throw;
    }
  }

  // Adds to `more`, which names the entry that it follows up. Each answer is in the draft as soon as it is given.
  void AskForMore(Terminal& terminal, Record& more) {
    std::optional<std::string> answer = AskOrKeep(terminal, words::kAddAnything, more, "Answer");
    if (!answer || IsNo(answer)) return;
    if (!IsYes(answer)) {
      more.Add("Answer", CleanValue(*answer));  // words, kept as they were typed
      return;
    }
    terminal.Say(words::kHowToAnswer);
    Routine questions = MoreQuestions();
    RoutineProgress progress;
    auto so_far = [&] {
      Record record = more;
      Record answers = RecordOfRun(questions, "", progress);
      for (const Item& item : answers.items())
        if (item.name != "Date") record.items().push_back(item);
      return record;
    };
    auto stop_if_held = [&](const std::string& words) {
      return IsHeld(safety_().Judge(words)) ? Stopping::kQuietly : Stopping::kNo;
    };
    PersonAnswerer person(terminal, stop_if_held);
    try {
      RunRoutine(questions, person, progress, [&] {
        if (progress.HasAnswers()) SaveDraft(so_far());
        else draft_.Remove();
      });
    } catch (const Interrupted& stop) {
      std::string unfinished = CleanValue(stop.unfinished());
      bool fits = ExpectedOf(questions.steps[progress.step].field, unfinished).empty();
      if (!unfinished.empty() && fits) progress.AddUnfinished(unfinished);
      if (progress.HasAnswers()) {
        SaveDraft(so_far());
        SayItIsKept();
      }
      throw;
    }
    more = so_far();
  }

  // What 'Add anything?' leads through.
  Routine MoreQuestions() {
    Routine questions;
    questions.id = "more";
    auto ask = [&](std::string_view question, const char* field) -> Step& {
      Step step;
      step.id = field;
      step.ask = question;
      step.field = field;
      return questions.steps.emplace_back(std::move(step));
    };
    ask(words::kWhatSetItOff, "Trigger").help = TriggersBefore();
    Step& strength = ask(words::kHowStrong, "Intensity");
    strength.kind = "rating";
    strength.low = words::kHardlyThere;
    strength.high = words::kAsStrongAsItGets;
    ask(words::kWhichThought, "Thought");
    ask(words::kHasAnythingHelped, "Helped");
    ask(words::kWhichKindWord, "Kindness");
    return questions;
  }

  // "before: silence, phone calls": the five most frequent, none that is private or was said in a crisis.
  std::string TriggersBefore() {
    Journal journal = files_.LoadIfThere();
    Folded folded = Fold(journal.entries());
    std::vector<std::vector<std::string>> by_setback;
    for (const Setback& setback : folded.setbacks) {
      if (setback.is_private) continue;
      Record merged = MergedRecord(journal, setback);
      if (IsHeld(safety_().JudgeRecord(merged))) continue;
      std::vector<std::string>& names = by_setback.emplace_back();
      for (std::string_view trigger : merged.All("Trigger")) names.push_back(OnOneLine(trigger));
    }
    std::string line;
    std::vector<NameCount> ranked = RankNames(by_setback);
    for (size_t i = 0; i < std::min<size_t>(5, ranked.size()); ++i) line += (i > 0 ? ", " : "") + ranked[i].name;
    return line.empty() ? "" : std::string(words::kBefore) + line;
  }

  // A draft that can't be kept is said, and no reason to stop: the entry itself may well be.
  void SaveDraft(Record draft) {
    if (!draft.Has("Date")) draft.Insert(0, "Date", FormatMoment(tool_.now()));
    try {
      draft_.Save(draft);
      draft_is_kept_ = true;
    } catch (const Error& error) {
      draft_is_kept_ = false;
      tool_.messages().Warn(error.Sentence());
    }
  }

  void SayItIsKept() {
    if (draft_is_kept_)
      tool_.messages().Say(words::DraftKept("log-setback"));
  }

  Tool& tool_;
  JournalOptions& files_;
  const SafetySource& safety_;
  const Logger& log_;
  DraftPurpose purpose_;
  TypedDraft draft_;
  bool draft_is_kept_ = false;
};

}  // namespace

void AskWhatHappened(Tool& tool, JournalOptions& files, const Record& begun, const SafetySource& safety,
                     const Logger& log) {
  FirstMinute(tool, files, safety, log).Ask(begun);
}

}  // namespace stumble
