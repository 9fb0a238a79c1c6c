#include "routine_tool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iostream>
#include <sstream>

#include "asking/followed_entry.h"
#include "asking/routine_run.h"
#include "journal/entry_fields.h"
#include "journal/input_kind.h"
#include "journal/journal_file.h"
#include "pack/pack_shelf.h"
#include "record/record_reader.h"
#include "record/record_writer.h"
#include "reframing/safety.h"
#include "setback/merged_record.h"
#include "setback/new_fields.h"
#include "setback/own_words.h"
#include "text/near_words.h"
#include "text/text.h"
#include "tool/answerers.h"
#include "tool/draft.h"
#include "tool/editor.h"
#include "tool/format_options.h"
#include "tool/journal_keeper.h"
#include "tool/journal_options.h"
#include "tool/pack_options.h"
#include "tool/plan_file.h"
#include "tool/safety_watch.h"
#include "tool/terminal.h"
#include "tool/tool.h"
#include "words/short_answer.h"
#include "words/encryption_words.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr size_t kMostAnswerBytes = 16 << 20;

class RunTool {
 public:
  // `is_trial`: play a pack file as a client sees it (`prompt try`), and print nothing for a pipe.
  RunTool(Tool& tool, bool is_trial) : tool_(tool), is_trial_(is_trial), files_(tool) {
    tool.options().add_option(is_trial ? "file" : "routine", operands_, "")->required(is_trial);
    if (!is_trial) {
      tool.options().add_option("--answers", answers_, "Read the answers from a file (- is standard input)")->type_name("FILE");
      tool.options().add_flag("-e,--edit", edit_, "Write the answers in your editor");
      tool.options().add_option("--about", reference_, "Follow up this {setback}: @1 is the last")->type_name("REF");
      files_.DeclareWriting();
    }
    packs_.Declare(tool, /*with_region=*/true);
    watch_.Declare(tool);
    format_.Declare(tool, /*main=*/false);
  }

  ExitStatus Run() {
    if (operands_.empty()) throw Error("expected a routine; 'prompt list routines' names them", {}, ExitStatus::kUsage);
    if (is_trial_) packs_.AddFile(operands_[0]);
    PackShelf shelf = packs_.Open(tool_, {"routines", "safety"});
    if (is_trial_) return Try(shelf);
    const Routine* known = shelf.FindRoutine(operands_[0]);
    if (!known)
      throw Error("unknown routine: expected one of " + Names(shelf.routines()) +
                      DidYouMean(operands_[0], Ids(shelf.routines())),
                  {}, ExitStatus::kUsage);
    is_plan_ = known->keeps == "plan";
    if (operands_.size() == 2 && operands_[1] == "-" && answers_.empty()) answers_ = "-";
    else if (operands_.size() > 1)
      throw Error("expected one routine, and - to read answers from standard input", {}, ExitStatus::kUsage);
    if (edit_ && !answers_.empty()) throw Error("expected either --edit or --answers", {}, ExitStatus::kUsage);
    printer_ = format_.MakePrinter(tool_);
    std::string date = FormatMoment(tool_.now());
    SafetyRules safety(shelf, tool_.OnDamage());
    ReachableHelp help = packs_.Help(shelf);
    if (!reference_.empty()) FindFollowed();
    Routine routine = about_.empty() ? *known : WithoutWhatIsKnown(*known, followed_);
    if (edit_) {
      FromEditor(routine, date, safety);
    } else if (!answers_.empty()) {
      FromFile(routine, date, safety);
    } else if (tool_.may_ask()) {
      KeepOrPrint(FromPerson(routine, date, safety, help), safety);
    } else {
      printer_->Print(WithAbout(TemplateOf(routine, date)));
    }
    tool_.out().Flush();
    if (draft_) draft_->Remove();
    watch_.Show(help, tool_);
    return ExitStatus::kDone;
  }

 private:
  static bool IsAnswered(const Record& record) {
    return std::any_of(record.items().begin(), record.items().end(),
                       [](const Item& item) { return item.name != "Date" && item.name != "About"; });
  }

  // The entry that --about names, with all that follows it up.
  void FindFollowed() {
    if (is_plan_) throw Error("--about: expected another routine; a plan is about no entry", {}, ExitStatus::kUsage);
    Journal journal = files_.Load();
    followed_ = MergedRecordAt(journal, Fold(journal.entries()), journal.Resolve(reference_));
    about_ = followed_.Get("Id");
    if (about_.empty()) throw Error("--about: expected an entry that has an Id");
  }

  // The entry that a draft was about, for its words decide what is asked. One that is gone since then decides nothing.
  void FollowWhatIsAbout() {
    followed_ = Record();
    if (about_.empty()) return;
    try {
      Journal journal = files_.Load();
      followed_ = MergedRecordAt(journal, Fold(journal.entries()), journal.Resolve(about_));
    } catch (const Error&) {
      followed_ = Record();
    }
  }

  Record WithAbout(Record record) const {
    if (!about_.empty() && !record.Has("About")) record.Insert(record.Has("Date") ? 1 : 0, "About", about_);
    return record;
  }

  // What a person wrote at a terminal is asked for, to be kept; elsewhere, and if they say no, it is printed.
  void KeepOrPrint(const Record& record, const SafetyRules& safety) {
    if (is_plan_ || !IsAnswered(record) || !tool_.out().is_terminal() || format_.AreGiven(tool_)) return Print(record);
    if (!stopped_after_pause_) {  // else their words are kept, as they were told
      Terminal terminal(std::cin, std::cerr);
      std::optional<bool> keeps = AskToKeep(terminal);
      if (terminal.AtEnd() || keeps == false) return Print(record);
    }
    Record kept;
    try {
      LockedJournal file(files_.JournalToWrite());
      kept = JournalKeeper(tool_).Append(file, {Storable(WithAbout(record))}).front();
    } catch (const Error& error) {  // nothing is lost where that fails
      printer_->Print(WithAbout(record));
      if (!draft_is_kept_) throw;
      throw Error(std::string(error.what()) + "; " + words::WordsAreIn(draft_->path(), "prompt run " + operands_[0]), error.place(),
                  error.status());
    }
    if (IsHeld(safety.JudgeRecord(record))) return tool_.messages().Say(words::kKeptInAHardMoment);
    tool_.messages().Say(words::kKept);
    SayWhatHelped(kept, safety);
  }

  std::optional<bool> AskToKeep(Terminal& terminal) {
    try {
      return terminal.AskYesOrNo(words::kKeepInJournal);
    } catch (const Interrupted&) {
      SayDraftIsKept(operands_[0]);
      throw;
    }
  }

  // As log-setback does: an own line from when the same trigger came before.
  void SayWhatHelped(Record kept, const SafetyRules& safety) {
    for (std::string_view trigger : followed_.All("Trigger")) kept.Add("Trigger", std::string(trigger));
    Journal journal = files_.LoadIfThere();
    auto may_show = [&](const Record& record) { return safety.JudgeRecord(record) == Concern::kNone; };
    if (std::optional<OwnLine> line = NewestHelpFor(journal, Fold(journal.entries()), kept, may_show))
      tool_.messages().Say(WroteThen({*line}, tool_.now().day));
  }

  // Nothing, if nothing was answered.
  void Print(const Record& record) {
    if (!IsAnswered(record)) return;
    if (is_plan_) return KeepAsPlan(record);
    printer_->Print(WithAbout(record));
  }

  // Keeps the answers as the person's plan. Nothing is lost where that fails: they are printed then, also on a terminal.
  void KeepAsPlan(const Record& record) {
    try {
      KeepPlan(record, tool_);
    } catch (const Error&) {
      printer_->Print(record);
      throw;
    }
    if (!tool_.out().is_terminal()) printer_->Print(record);
    tool_.out().Flush();
    if (tool_.stderr_is_terminal()) tool_.messages().Say(words::kPlanIsKept);
  }

  // Answers that were not given one by one; what a person wrote in the editor is kept as what they answer here is. Words that
  // give concern bring the notice at the end.
  void PrintAndWatch(const Record& record, const SafetyRules& safety) {
    if (edit_) KeepOrPrint(record, safety);
    else Print(record);
    if (is_plan_) return;  // words of crisis are what a plan is written about
    watch_.Saw(safety.JudgeRecord(record), record.Get("Date"), tool_);
  }

  // Lines, an answer each, or the template filled in.
  void FromFile(const Routine& routine, const std::string& date, const SafetyRules& safety) {
    std::string name = answers_ == "-" ? kStandardInput : answers_;
    int descriptor = answers_ == "-" ? STDIN_FILENO : open(answers_.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw Error(std::string("could not be opened: ") + std::strerror(errno), {name});
    FileSource input(descriptor, name);
    std::string text;
    InputKind kind = TellInputKind(input, text);
    char block[16 << 10];
    while (size_t count = input.Read(block, sizeof block)) {
      if (text.size() + count > kMostAnswerBytes) throw Error("expected at most 16 MiB of answers", {name});
      text.append(block, count);
    }
    if (descriptor != STDIN_FILENO) close(descriptor);
    if (kind == InputKind::kRecords) return PrintFilled(routine, text, name, date, safety);
    std::istringstream lines(text);
    LineAnswerer answerer(lines, name, tool_.OnDamage());
    RoutineProgress progress;
    RunRoutine(routine, answerer, progress);
    PrintAndWatch(RecordOfRun(routine, date, progress), safety);
  }

  // Templates that were filled in: each its own run, on its own Date if it has one.
  void PrintFilled(const Routine& routine, const std::string& text, const std::string& name, const std::string& date,
                   const SafetyRules& safety) {
    TextSource source(text);
    ErrorHandler on_error = [this](const Error& error) {
      left_out_ = true;
      tool_.OnDamage()(error);
    };
    RecordReader reader(source, name, on_error);
    while (const Record* filled = reader.Next()) {
      if (!filled->IsEntry()) continue;
      Record rest;
      RoutineProgress progress = ProgressOfTemplate(routine, *filled, rest, on_error);
      bool is_dated = ParseMoment(filled->Get("Date")).has_value();
      Record record = RecordOfRun(routine, is_dated ? std::string(filled->Get("Date")) : date, progress);
      for (const Item& item : rest.items()) record.items().push_back(item);
      PrintAndWatch(record, safety);
    }
  }

  // The draft goes only once the record is out.
  void FromEditor(const Routine& routine, const std::string& date, const SafetyRules& safety) {
    if (!tool_.may_ask()) throw Error("--edit: expected a terminal for the editor", {}, ExitStatus::kUsage);
    Editor editor;
    Draft draft("routine", RenderRecord(TemplateOf(routine, date)), {}, files_.SealOfJournal());
    auto later = [&] {
      std::string begin = "Once it is as you like it, this goes on with it: ", run = "prompt run " + operands_[0] + " --answers ";
      bool is_encrypted = draft.path().ends_with(kAgeEnding);
      return begin + (is_encrypted ? "age -d -i IDENTITY " + draft.path() + " | " + run + "-" : run + draft.path());
    };
    if (int status = editor.Open(draft.PathToEdit()); status != 0) {
      std::string what = "the editor ended with status " + std::to_string(status);
      if (!draft.IsChanged()) throw Error(what + ", and nothing was written");
      draft.Keep();
      throw Error(what + "; what you wrote is kept here. " + later(), {draft.path()});
    }
    if (!draft.IsChanged()) return draft.Remove();
    try {
      PrintFilled(routine, draft.Read(), draft.path(), date, safety);
      tool_.out().Flush();
    } catch (const Error& error) {
      draft.Keep();
      throw Error(std::string(error.what()) + "; what you wrote is kept in " + draft.path() + ". " + later(), error.place(), error.status());
    } catch (const Interrupted&) {
      draft.Keep();
      tool_.messages().Say(words::WrittenIsKept(draft.path()) + " " + later());
      throw;
    }
    if (!left_out_) draft.Remove();  // else it has words that are nowhere else
  }

  static std::string Names(const std::vector<const Routine*>& routines) {
    std::string names;
    for (const Routine* routine : routines) names += (names.empty() ? "" : ", ") + routine->id;
    return names;
  }

  static std::vector<std::string> Ids(const std::vector<const Routine*>& routines) {
    std::vector<std::string> ids;
    for (const Routine* routine : routines) ids.push_back(routine->id);
    return ids;
  }

  // Every answer is in a draft as soon as it is given; the draft goes when the record is out.
  Record FromPerson(const Routine& given, const std::string& date, const SafetyRules& safety, const ReachableHelp& help) {
    Terminal terminal(std::cin, std::cerr);
    SafetyPause pause(terminal, safety, help);
    const Routine routine = WithRoomForMore(given);
    bool is_plan = routine.keeps == "plan";  // words of crisis are what it is written about: nothing pauses
    PersonAnswerer person(terminal, [&](const std::string& answer) { return is_plan ? Stopping::kNo : pause.Look(answer); });
    RoutineProgress progress;
    if (is_plan && !is_trial_) progress = ProgressOfPlan(routine, ReadPlan(tool_));
    if (!about_.empty()) progress = ProgressAbout(routine, followed_);
    const RoutineProgress before = progress;
    answers_before_ = before.answers;
    bool goes_on = !is_trial_ && GoOn(routine, terminal, progress);
    if (!goes_on) Introduce(routine, person);
    bool stays = !terminal.AtEnd() && (goes_on || !LeavesFollowed(terminal, safety, pause));
    if (!stays) return RecordOfRun(routine, date, RoutineProgress());
    auto is_held = [&] {
      return !is_plan && (IsHeld(safety.JudgeRecord(followed_)) || IsHeld(safety.JudgeRecord(RecordOfRun(routine, date, progress))));
    };
    try {
      RunRoutine(routine, person, progress, [&] { SaveDraft(routine, progress); }, is_held);
    } catch (const Interrupted& stop) {
      KeepUnfinished(routine, progress, stop.unfinished());
      throw;
    }
    stopped_after_pause_ = person.Stopped() == Stopping::kAfterPause || pause.WasLeft();
    if ((is_plan || !about_.empty()) && progress.answers == before.answers) return Record();
    return is_plan ? PlanOfRun(routine, date, before, progress) : RecordOfRun(routine, date, progress);
  }

  // Shows what --about is about; words of concern in it bring the pause before anything is asked. True if the person stops there.
  bool LeavesFollowed(Terminal& terminal, const SafetyRules& safety, SafetyPause& pause) {
    if (followed_.Has("Setback")) terminal.Say(words::ThisIsAbout(OnOneLine(followed_.Get("Setback"))) + "\n");
    if (!IsHeld(safety.JudgeRecord(followed_))) return false;
    for (const Item& item : followed_.items())
      if (IsFreeText(item.name) && IsHeld(safety.Judge(item.value))) return pause.Look(item.value) != Stopping::kNo;
    return false;
  }

  // Yes, also where Enter says it; no, which throws it away; or later.
  static ShortAnswer ChooseGoingOn(Terminal& terminal) {
    while (true) {
      std::optional<std::string> answer = terminal.Ask(words::kGoOnFromThere);
      ShortAnswer choice = answer ? UnderstoodAs(*answer) : ShortAnswer::kYes;
      if (choice == ShortAnswer::kYes || choice == ShortAnswer::kGoOn) return ShortAnswer::kYes;
      if (choice == ShortAnswer::kNo || choice == ShortAnswer::kThrowAway) return ShortAnswer::kNo;
      if (choice == ShortAnswer::kLater) return choice;
      terminal.Say(words::kYesNoOrLater);
    }
  }

  // Offers to go on where an earlier run was interrupted.
  bool GoOn(const Routine& routine, Terminal& terminal, RoutineProgress& progress) {
    DraftPurpose purpose{"Routine", routine.id};
    draft_.emplace(purpose, files_.SealOfJournal());
    std::optional<TypedDraft> earlier = TypedDraft::Earlier(purpose, files_.SealOfJournal(), [&](const Error& error) {
      terminal.Say(std::string(words::kDraftStaysClosed) + error.Sentence());
    });
    if (!earlier) return false;
    RoutineProgress before = ProgressOfDraft(routine, earlier->record());
    bool is_through = before.step >= routine.steps.size();
    terminal.Say(is_through ? std::string(words::kYouCameToTheEnd) : std::string(words::kYouStoppedAt) + routine.steps[before.step].ask);
    ShortAnswer choice = ChooseGoingOn(terminal);
    if (terminal.AtEnd()) return true;  // left for another time
    if (choice == ShortAnswer::kLater) return false;
    bool begin_again = choice == ShortAnswer::kNo;
    if (!begin_again) progress = std::move(before);
    if (!begin_again) about_ = earlier->record().Get("About");  // it goes on with what it began with
    if (!begin_again && about_ != followed_.Get("Id")) FollowWhatIsAbout();
    if (!begin_again) SaveDraft(routine, progress);
    if (begin_again || draft_is_kept_ || !SaysAnythingNew(progress)) earlier->Remove();
    return !begin_again;
  }

  // More than what stood there before the first question.
  bool SaysAnythingNew(const RoutineProgress& progress) const {
    return progress.HasAnswers() && progress.answers != answers_before_;
  }

  void SaveDraft(const Routine& routine, const RoutineProgress& progress) {
    if (!draft_) return;
    if (!SaysAnythingNew(progress)) return draft_->Remove();
    try {
      Record draft = DraftOfRun(routine, progress);
      draft.Insert(0, "Date", FormatMoment(tool_.now()));
      draft_->Save(WithAbout(draft));
      draft_is_kept_ = true;
    } catch (const Error& error) {
      if (draft_is_kept_ || !warned_) tool_.messages().Warn(error.Sentence());
      draft_is_kept_ = false;
      warned_ = true;
    }
  }

  void KeepUnfinished(const Routine& routine, RoutineProgress& progress, const std::string& typed) {
    if (!draft_) return;
    std::string unfinished(Trim(typed));
    bool is_asked = progress.step < routine.steps.size();
    if (!unfinished.empty() && is_asked && ExpectedOf(routine.steps[progress.step].field, unfinished).empty())
      progress.AddUnfinished(unfinished);
    if (!SaysAnythingNew(progress)) return;
    SaveDraft(routine, progress);
    SayDraftIsKept(routine.id);
  }

  void SayDraftIsKept(const std::string& routine) {
    if (draft_is_kept_) tool_.messages().Say(words::DraftKept("prompt run " + routine));
  }

  void Introduce(const Routine& routine, Answerer& person) {
    std::string minutes = routine.minutes > 0 ? " (" + words::AboutMinutes(routine.minutes) + ")" : "";
    person.Say(routine.title + minutes + ". " + routine.serves);
    if (!routine.not_when.empty()) person.Say(std::string(words::kNotForNow) + routine.not_when);
    if (routine.needs == "therapist") person.Say(std::string(words::kWithYourTherapist));
    person.Say(std::string(words::kHowToAnswer));
    if (routine.keeps == "plan" && !is_trial_) person.Say(words::PlanIntroduction(PlanPath(tool_)));
  }

  ExitStatus Try(const PackShelf& shelf) {
    SafetyRules safety(shelf, tool_.OnDamage());
    ReachableHelp help = packs_.Help(shelf);
    const Pack& pack = shelf.packs().front();
    if (pack.file != operands_[0]) throw Error("could not be played; 'prompt lint' says why", {operands_[0]});
    for (const Prompt& prompt : pack.prompts) tool_.out().Write(prompt.id + ": " + prompt.text + "\n\n");
    for (const Routine& routine : pack.routines) {
      if (tool_.may_ask()) FromPerson(routine, FormatMoment(tool_.now()), safety, help);
      else tool_.out().Write(RenderRecord(TemplateOf(routine, FormatMoment(tool_.now()))) + "\n");
    }
    return ExitStatus::kDone;
  }

  Tool& tool_;
  bool is_trial_;
  PackOptions packs_;
  JournalOptions files_;
  SafetyWatch watch_;
  FormatOptions format_;
  std::unique_ptr<RecordPrinter> printer_;
  std::vector<std::string> operands_;
  std::string answers_;
  std::string reference_;  // what --about says; about_ is the Id it names, followed_ the entry with all that follows it up
  std::string about_;
  Record followed_;
  std::vector<std::vector<std::string>> answers_before_;  // by step: those of the plan as it was, or a thought that is kept
  bool edit_ = false, left_out_ = false, stopped_after_pause_ = false;
  std::optional<TypedDraft> draft_;  // while a person is asked
  bool is_plan_ = false;             // the answers are kept as the person's plan
  bool draft_is_kept_ = false, warned_ = false;
};

}  // namespace

int RunRoutineTool(const char* name, const char* purpose, bool is_trial, int argc, char** argv) {
  Tool tool(name, purpose);
  RunTool run(tool, is_trial);
  return tool.Run(argc, argv, [&] { return run.Run(); });
}

}  // namespace stumble
