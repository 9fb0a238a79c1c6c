#include "first_minute.h"

#include <algorithm>
#include <utility>
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
#include "words/short_answer.h"
#include "words/encryption_words.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr const char* kCommand = "log-setback";

class FirstMinute {
 public:
  FirstMinute(Tool& tool, JournalOptions& files, const SafetySource& safety, const Logger& log)
      : tool_(tool),
        files_(files),
        safety_(safety),
        log_(log),
        purpose_(ForJournal(files.JournalToWrite())),
        seal_(files.SealOfJournal()),
        draft_(purpose_, seal_) {}

  // One question, and Enter keeps the answer; then, if the person likes, a few more. A draft of before comes first.
  void Ask(Record record) {
    Terminal terminal(std::cin, std::cerr);
    std::string typed;
    if (LogDraft(terminal, typed)) return;
    std::optional<std::string> what = AskWhat(terminal, record, typed);
    if (!what || *what == "-") return;
    record.Set("Setback", CleanValue(*what));
    Record logged = Log(record);
    if (safety_().JudgeRecord(logged) != Concern::kNone) return;  // no more questions now
    Record more = FollowingUp(logged);
    AskForMore(terminal, more);
    LogMore(more);
  }

 private:
  // What happened; `typed` at the question before is offered as the answer.
  std::optional<std::string> AskWhat(Terminal& terminal, const Record& begun, const std::string& typed) {
    if (typed.empty()) return AskOrKeep(terminal, words::kWhatHappened, {}, begun, "Setback");
    Record draft = begun;
    draft.Add("Setback", typed);
    SaveDraft(draft);
    std::string so_far = std::string(words::kSoFar) + OnOneLine(typed) + "\n" + std::string(words::kEnterKeepsIt) + " " +
                         std::string(words::kAddedToIt);
    std::optional<std::string> what = AskOrKeep(terminal, words::kWhatHappened, so_far, begun, "Setback");
    if (terminal.AtEnd()) return std::nullopt;  // left for later
    if (what && *what != "-") return typed + "\n" + *what;
    draft_.Remove();
    return what ? std::nullopt : std::optional(typed);
  }

  // Offers what an earlier run left unfinished. True if nothing more is to be asked now. Words that are no answer to that go to
  // `typed`.
  bool LogDraft(Terminal& terminal, std::string& typed) {
    std::optional<TypedDraft> draft = TypedDraft::Earlier(purpose_, seal_, [&](const Error& error) {
      terminal.Say(std::string(words::kDraftStaysClosed) + error.Sentence());
    });
    if (!draft) return false;
    std::optional<Moment> date = ParseMoment(draft->record().Get("Date"));
    Record begun = draft->record();
    std::string unfinished(IsFreeText(begun.Get(kUnfinished)) ? begun.Get(kUnfinished) : "");
    begun.Remove(kUnfinished);
    std::string words;
    for (const Item& item : begun.items())
      if (IsFreeText(item.name)) words += "\n  " + OnOneLine(item.value);
    terminal.Say(words::YouBegan(date ? SpokenOn(date->day, tool_.now().day) : "on another day") + words);
    std::optional<ShortAnswer> choice;
    try {
      choice = ChooseDraft(terminal, !unfinished.empty(), typed);
    } catch (const Interrupted& stop) {
      if (UnderstoodAs(stop.unfinished()) == ShortAnswer::kOther) KeepMore(unfinished, stop.unfinished(), *draft);
      throw;
    }
    if (!choice) return true;  // left for later, and no more questions
    if (*choice == ShortAnswer::kLater) return false;
    if (*choice == ShortAnswer::kNo) {
      draft->Remove();
      return false;
    }
    bool goes_on = *choice == ShortAnswer::kGoOn;
    if (goes_on && !unfinished.empty()) {
      try {
        WriteOn(terminal, unfinished, begun);
      } catch (const Interrupted& stop) {
        KeepMore(unfinished, stop.unfinished(), *draft);
        throw;
      }
    }
    if (*choice == ShortAnswer::kOther) AddTo(unfinished, std::exchange(typed, {}), begun);
    Record logged = LogEarlier(begun, *draft);
    draft->Remove();
    if (!goes_on || safety_().JudgeRecord(logged) != Concern::kNone) return typed.empty();
    Record more = FollowingUp(logged);
    AskMoreQuestions(terminal, begun, more);
    LogMore(more);
    return typed.empty();
  }

  // Yes, no, later or go on; nullopt at the end of the input. Several words are no misspelt yes or no: they go to `typed`, and if a line
  // was not finished that is all, kOther; else it is asked once more.
  std::optional<ShortAnswer> ChooseDraft(Terminal& terminal, bool is_unfinished, std::string& typed) {
    while (true) {
      std::optional<std::string> answer =
          terminal.Ask(words::kKeepItNow, is_unfinished ? words::kOrWriteOn : std::string_view());
      if (terminal.AtEnd()) return std::nullopt;
      if (!answer) return ShortAnswer::kYes;
      ShortAnswer choice = UnderstoodAs(*answer);
      if (choice == ShortAnswer::kThrowAway) return ShortAnswer::kNo;
      if (choice != ShortAnswer::kOther) return choice;
      if (answer->find(' ') != std::string::npos) typed += (typed.empty() ? "" : " ") + *answer;
      if (is_unfinished && !typed.empty()) return choice;
      if (!typed.empty()) {
        Record aside;
        aside.Add("Setback", typed);
        SaveDraft(aside);
        terminal.Say(words::kTypedIsKept);
      }
      terminal.Say(words::kYesGoOnNoOrLater);
    }
  }

  // Goes on with the line that was not finished: the last value of that field.
  static void WriteOn(Terminal& terminal, const std::string& field, Record& begun) {
    std::vector<std::string_view> values = begun.All(field);
    if (values.empty()) return;
    std::optional<std::string> rest = terminal.Ask(words::kWriteOn, std::string(words::kSoFar) + OnOneLine(values.back()));
    if (rest) AddTo(field, *rest, begun);
  }

  // What was typed when Ctrl-C came, added to the draft that was being gone on with.
  void KeepMore(const std::string& unfinished, const std::string& typed, TypedDraft& draft) {
    std::string more = CleanValue(typed);
    if (more.empty()) return;
    Record begun = draft.record();
    if (unfinished.empty()) {
      begun.Add("Answer", more);
    } else {
      AddTo(unfinished, more, begun);
    }
    draft.Save(begun);
    tool_.messages().Say(words::DraftKept("log-setback"));
  }

  static void AddTo(const std::string& field, const std::string& rest, Record& begun) {
    auto item = std::find_if(begun.items().rbegin(), begun.items().rend(), [&](const Item& one) { return one.name == field; });
    if (item != begun.items().rend()) item->value = CleanValue(item->value + " " + rest);
  }

  static Record FollowingUp(const Record& logged) {
    Record more;
    more.Set("About", std::string(logged.Get(logged.Has("About") ? "About" : "Id")));
    return more;
  }

  // Into the journal; where that fails, into the draft.
  Record Log(Record record) {
    try {
      Record logged = log_(record);
      draft_.Remove();
      draft_is_kept_ = false;
      return logged;
    } catch (const Error& error) {
      if (!record.Has("Date")) record.Insert(0, "Date", FormatMoment(tool_.now()));
      KeepInDraft(record, error, kCommand, draft_);
    }
  }

  Record LogEarlier(const Record& begun, TypedDraft& draft) {
    try {
      return log_(begun);
    } catch (const Error& error) {
      KeepInDraft(begun, error, kCommand, draft);
    }
  }

  // What follows up an entry, if anything was answered.
  void LogMore(const Record& more) {
    if (more.items().size() > 1) Log(more);
  }

  // Asks; if Ctrl-C comes, what stands in the line is kept as that field of `begun`.
  std::optional<std::string> AskOrKeep(Terminal& terminal, std::string_view question, std::string_view help, const Record& begun,
                                       const char* field) {
    try {
      return terminal.Ask(question, help);
    } catch (const Interrupted& stop) {
      std::string unfinished = CleanValue(stop.unfinished());
      Record draft = begun;
      if (!unfinished.empty() && UnderstoodAs(unfinished) == ShortAnswer::kOther) {
        draft.Add(field, unfinished);
        draft.Add(kUnfinished, field);
        SaveDraft(draft);
      }
      SayItIsKept();
      throw;
    }
  }

  // Adds to `more`, which names the entry that it follows up.
  void AskForMore(Terminal& terminal, Record& more) {
    std::optional<std::string> answer = AskOrKeep(terminal, words::kAddAnything, {}, more, "Answer");
    if (!answer || IsNo(answer)) return;
    if (!IsYes(answer)) {
      more.Add("Answer", CleanValue(*answer));  // words, kept as they were typed
      return;
    }
    AskMoreQuestions(terminal, {}, more);
  }

  // The questions that `known` does not answer. Each answer is in the draft as soon as it is given.
  void AskMoreQuestions(Terminal& terminal, const Record& known, Record& more) {
    terminal.Say(words::kHowToAnswer);
    Routine questions = MoreQuestions();
    std::erase_if(questions.steps, [&](const Step& step) { return known.Has(step.field); });
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
      const std::string& field = questions.steps[progress.step].field;
      bool fits = !unfinished.empty() && ExpectedOf(field, unfinished).empty();
      if (fits) progress.AddUnfinished(unfinished);
      if (progress.HasAnswers()) {
        Record draft = so_far();
        if (fits) draft.Add(kUnfinished, field);
        SaveDraft(draft);
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
    if (draft_is_kept_) tool_.messages().Say(words::DraftKept(kCommand));
  }

  Tool& tool_;
  JournalOptions& files_;
  const SafetySource& safety_;
  const Logger& log_;
  DraftPurpose purpose_;
  Seal seal_;
  TypedDraft draft_;
  bool draft_is_kept_ = false;
};

}  // namespace

void AskWhatHappened(Tool& tool, JournalOptions& files, const Record& begun, const SafetySource& safety,
                     const Logger& log) {
  FirstMinute(tool, files, safety, log).Ask(begun);
}

}  // namespace stumble
