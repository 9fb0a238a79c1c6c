// prompt: asks the next good question, and runs routines. Its subcommands stand only as the first word.

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <random>
#include <sstream>

#include "asking/prompt_choice.h"
#include "asking/routine_run.h"
#include "journal/entry_fields.h"
#include "journal/input_kind.h"
#include "journal/journal_file.h"
#include "journal/new_entry.h"
#include "pack/pack_lint.h"
#include "pack/pack_parser.h"
#include "record/record_reader.h"
#include "record/record_writer.h"
#include "reframing/cue_check.h"
#include "reframing/safety.h"
#include "setback/merged_record.h"
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
#include "words/words.h"

namespace stumble {
namespace {

// A text on a line of its own, wrapped where it is a person who reads it.
void WriteWrapped(const std::string& text, Tool& tool) {
  if (!tool.out().is_terminal()) return tool.out().Write(text + "\n");
  for (const std::string& line : Wrap(text, TextColumnsOf(STDOUT_FILENO), WideWords::kBreak)) tool.out().Write(line + "\n");
}

// --- prompt [THEME...]

class AskTool {
 public:
  explicit AskTool(Tool& tool) : tool_(tool), files_(tool) {
    CLI::App& app = tool.options();
    app.add_option("theme", themes_, "beliefs, resilience, insight, self-compassion, path, or a pack's own");
    app.add_option("-n", count_, "So many questions (1)")->type_name("N")->check(WholeNumber(1, 1000));
    app.add_flag("--daily", daily_, "The same question all day");
    app.add_option("--for", for_, "A question that fits this {setback} (@1, an Id; - reads it)")->type_name("REF");
    tool.AddMore("--seed", seed_, "Choose by this number")->type_name("N")->check(WholeNumber(0, INT64_MAX));
    files_.DeclareReading();
    format_.Declare(tool, /*main=*/false);
    packs_.Declare(tool, /*with_region=*/true);
    watch_.Declare(tool);
  }

  ExitStatus Run() {
    PackShelf shelf = packs_.Open(tool_, {"prompts", "safety"});
    CheckThemes(shelf);
    SafetyRules safety(shelf, tool_.OnDamage());
    Situation situation = Now(safety);
    std::vector<const Prompt*> chosen = ChoosePrompts(shelf.prompts(), themes_, situation, count_, Seed());
    bool as_records = tool_.options().count("--format") > 0 || tool_.options().count("--only") > 0;
    if (!as_records && MayTakeAnswers()) return TakeAnswers(chosen, situation, shelf, safety);
    std::unique_ptr<RecordPrinter> printer = format_.MakePrinter(tool_);
    for (size_t i = 0; i < chosen.size(); ++i) {
      if (as_records) {
        Record record;
        record.Add("Prompt", chosen[i]->id);
        record.Add("Question", FilledText(*chosen[i], situation));
        printer->Print(record);
      } else {
        if (i > 0) tool_.out().Write("\n");
        WriteWrapped(FilledText(*chosen[i], situation), tool_);
      }
    }
    return ExitStatus::kDone;
  }

 private:
  // A person reads the question here, and there is one journal that an answer could go to.
  bool MayTakeAnswers() const { return tool_.may_ask() && tool_.out().is_terminal() && files_.NamesOneJournal(); }

  // One question after the other. An answer is kept as soon as it is given: as a note, or following up what --for names.
  ExitStatus TakeAnswers(const std::vector<const Prompt*>& chosen, const Situation& situation, const PackShelf& shelf,
                         const SafetyRules& safety) {
    Terminal terminal(std::cin, std::cerr);
    for (size_t i = 0; i < chosen.size() && !terminal.AtEnd(); ++i) {
      if (i > 0) tool_.out().Write("\n");
      WriteWrapped(FilledText(*chosen[i], situation), tool_);
      Record note;
      if (!about_.empty()) note.Add("About", about_);
      note.Add("Prompt", chosen[i]->id);
      std::optional<std::string> answer = AskOrKeep(terminal, note);
      if (!answer) continue;
      note.Add("Answer", CleanValue(*answer));
      Append(note);
      Concern concern = safety.JudgeRecord(note);
      watch_.Saw(concern, "", tool_);
      if (IsHeld(concern)) break;  // no more questions now
      terminal.Say(words::kAnswerKept);
    }
    watch_.Show(packs_.Help(shelf), tool_);
    return ExitStatus::kDone;
  }

  // If Ctrl-C comes, what stands in the line becomes a draft of the journal's, which log-setback offers.
  std::optional<std::string> AskOrKeep(Terminal& terminal, const Record& note) {
    try {
      return terminal.Ask("", words::kMayAnswer);
    } catch (const Interrupted& stop) {
      std::string unfinished = CleanValue(stop.unfinished());
      if (unfinished.empty()) throw;
      Record draft = note;
      draft.Insert(0, "Date", FormatMoment(tool_.now()));
      draft.Add("Answer", unfinished);
      TypedDraft({"Journal", std::filesystem::absolute(files_.JournalToWrite()).lexically_normal().string()}).Save(draft);
      tool_.messages().Say(std::string(words::kDraftKept) + "log-setback" + std::string(words::kOffersItAgain));
      throw;
    }
  }

  void Append(const Record& note) {
    LockedJournal file(files_.JournalToWrite());
    JournalKeeper(tool_).Append(file, {note});
  }

  void CheckThemes(const PackShelf& shelf) {
    std::vector<std::string> known = shelf.Themes();
    std::string names;
    for (const std::string& theme : known) names += (names.empty() ? "" : ", ") + theme;
    for (const std::string& theme : themes_)
      if (std::find(known.begin(), known.end(), theme) == known.end())
        throw Error("unknown theme: expected one of " + names + Meant(theme, known), {}, ExitStatus::kUsage);
  }

  // A subcommand is meant as soon as a theme; the page for hard moments sooner than anything else.
  static std::string Meant(const std::string& theme, const std::vector<std::string>& themes) {
    static const std::vector<std::string> kCrisis = {"crisis", "emergency"};
    static const std::vector<std::string> kOthers = {"list", "show", "run", "packs", "lint", "try"};
    if (NearWord(theme, kCrisis)) return "; did you mean prompt crisis?";
    std::string meant = DidYouMean(theme, themes);
    return meant.empty() ? DidYouMean(theme, kOthers, "prompt ") : meant;
  }

  // The setback at hand: the one that --for names, else the newest that may be asked about.
  Situation Now(const SafetyRules& safety) {
    auto may_ask = [&](const Record& record) { return safety.JudgeRecord(record) == Concern::kNone; };
    if (for_ == "-") {
      FileSource input(STDIN_FILENO, "standard input");
      RecordReader reader(input, "standard input", tool_.OnDamage());
      while (const Record* record = reader.Next())
        if (record->IsEntry()) return may_ask(*record) ? SituationOf(*record) : NotToBeAsked();
      return Situation();
    }
    if (for_.empty()) {
      Journal journal = files_.LoadIfThere();
      return SituationNow(journal, Fold(journal.entries()), tool_.now().day, may_ask);
    }
    Journal journal = files_.Load();
    size_t place = journal.Resolve(for_);
    about_ = journal.records()[place].Get("Id");
    Folded folded = Fold(journal.entries());
    for (const Setback& setback : folded.setbacks)
      if (setback.root == place)
        return may_ask(MergedRecord(journal, setback)) ? SituationOf(journal, setback) : NotToBeAsked();
    return may_ask(journal.records()[place]) ? SituationOf(journal.records()[place]) : NotToBeAsked();
  }

  // Something happened that no question is to be asked about, and all is not quiet.
  static Situation NotToBeAsked() {
    Situation situation;
    situation.quiet = false;
    return situation;
  }

  uint64_t Seed() const {
    if (seed_) return *seed_;
    if (daily_) return SeedOfDay(tool_.now().day);
    return std::random_device()();
  }

  Tool& tool_;
  JournalOptions files_;
  PackOptions packs_;
  FormatOptions format_;
  std::vector<std::string> themes_;
  size_t count_ = 1;
  bool daily_ = false;
  std::string for_;
  std::string about_;  // the Id of what --for names
  SafetyWatch watch_;
  std::optional<uint64_t> seed_;
};

// --- prompt run ROUTINE

constexpr size_t kMostAnswerBytes = 16 << 20;

class RunTool {
 public:
  // `is_trial`: play a pack file as a client sees it (`prompt try`), and print nothing for a pipe.
  RunTool(Tool& tool, bool is_trial) : tool_(tool), is_trial_(is_trial) {
    tool.options().add_option(is_trial ? "file" : "routine", operands_, "")->required();
    if (!is_trial) {
      tool.options().add_option("--answers", answers_, "Read the answers from a file (- is standard input)")->type_name("FILE");
      tool.options().add_flag("-e,--edit", edit_, "Write the answers in your editor");
    }
    packs_.Declare(tool, /*with_region=*/true);
    watch_.Declare(tool);
    format_.Declare(tool, /*main=*/false);
  }

  ExitStatus Run() {
    if (is_trial_) packs_.AddFile(operands_[0]);
    PackShelf shelf = packs_.Open(tool_, {"routines", "safety"});
    if (is_trial_) return Try(shelf);
    const Routine* routine = shelf.FindRoutine(operands_[0]);
    if (!routine)
      throw Error("unknown routine: expected one of " + Names(shelf.routines()) +
                      DidYouMean(operands_[0], Ids(shelf.routines())),
                  {}, ExitStatus::kUsage);
    is_plan_ = routine->keeps == "plan";
    if (operands_.size() == 2 && operands_[1] == "-" && answers_.empty()) answers_ = "-";
    else if (operands_.size() > 1)
      throw Error("expected one routine, and - to read answers from standard input", {}, ExitStatus::kUsage);
    if (edit_ && !answers_.empty()) throw Error("expected either --edit or --answers", {}, ExitStatus::kUsage);
    printer_ = format_.MakePrinter(tool_);
    std::string date = FormatMoment(tool_.now());
    SafetyRules safety(shelf, tool_.OnDamage());
    ReachableHelp help = packs_.Help(shelf);
    if (edit_) {
      FromEditor(*routine, date, safety);
    } else if (!answers_.empty()) {
      FromFile(*routine, date, safety);
    } else if (tool_.may_ask()) {
      Print(FromPerson(*routine, date, safety, help));
    } else {
      printer_->Print(TemplateOf(*routine, date));
    }
    tool_.out().Flush();
    if (draft_) draft_->Remove();
    watch_.Show(help, tool_);
    return ExitStatus::kDone;
  }

 private:
  // Nothing, if nothing was answered.
  void Print(const Record& record) {
    bool answered = std::any_of(record.items().begin(), record.items().end(),
                                [](const Item& item) { return item.name != "Date"; });
    if (!answered) return;
    if (is_plan_) return KeepAsPlan(record);
    printer_->Print(record);
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

  // Answers that no person was asked for at this moment; words that give concern bring the notice at the end.
  void PrintAndWatch(const Record& record, const SafetyRules& safety) {
    Print(record);
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
    Draft draft("routine", RenderRecord(TemplateOf(routine, date)));
    if (int status = editor.Open(draft.path()); status != 0)
      throw Error("the editor ended with " + std::to_string(status) + "; what you wrote is kept", {draft.path()});
    if (!draft.IsChanged()) return draft.Remove();
    PrintFilled(routine, draft.Read(), draft.path(), date, safety);
    tool_.out().Flush();
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
  Record FromPerson(const Routine& routine, const std::string& date, const SafetyRules& safety,
                    const ReachableHelp& help) {
    Terminal terminal(std::cin, std::cerr);
    SafetyPause pause(terminal, safety, help);
    bool is_plan = routine.keeps == "plan";  // words of crisis are what it is written about: nothing pauses
    PersonAnswerer person(terminal, [&](const std::string& answer) { return is_plan ? Stopping::kNo : pause.Look(answer); });
    RoutineProgress progress;
    if (is_plan && !is_trial_) progress = ProgressOfPlan(routine, ReadPlan(tool_));
    const RoutineProgress before = progress;
    bool goes_on = !is_trial_ && GoOn(routine, terminal, progress);
    if (!goes_on) Introduce(routine, person);
    if (terminal.AtEnd()) return RecordOfRun(routine, date, RoutineProgress());
    try {
      RunRoutine(routine, person, progress, [&] { SaveDraft(routine, progress); });
    } catch (const Interrupted& stop) {
      KeepUnfinished(routine, progress, stop.unfinished());
      throw;
    }
    if (is_plan && progress.answers == before.answers) return Record();
    return is_plan ? PlanOfRun(routine, date, before, progress) : RecordOfRun(routine, date, progress);
  }

  // Offers to go on where an earlier run was interrupted.
  bool GoOn(const Routine& routine, Terminal& terminal, RoutineProgress& progress) {
    DraftPurpose purpose{"Routine", routine.id};
    draft_.emplace(purpose);
    std::optional<TypedDraft> earlier = TypedDraft::Earlier(purpose);
    if (!earlier) return false;
    RoutineProgress before = ProgressOfDraft(routine, earlier->record());
    terminal.Say(std::string(words::kYouStoppedAt) + routine.steps[before.step].ask);
    std::optional<std::string> answer = terminal.Ask(words::kGoOnFromThere);
    while (answer && !IsYes(*answer) && !IsNo(*answer)) {
      terminal.Say(words::kYesOrNo);
      answer = terminal.Ask(words::kGoOnFromThere);
    }
    if (terminal.AtEnd()) return true;  // left for another time
    bool begin_again = answer && IsNo(*answer);
    if (!begin_again) progress = std::move(before);
    if (!begin_again) SaveDraft(routine, progress);
    earlier->Remove();
    return !begin_again;
  }

  void SaveDraft(const Routine& routine, const RoutineProgress& progress) {
    if (!draft_) return;
    if (!progress.HasAnswers()) return draft_->Remove();
    try {
      Record draft = DraftOfRun(routine, progress);
      draft.Insert(0, "Date", FormatMoment(tool_.now()));
      draft_->Save(draft);
      draft_is_kept_ = true;
    } catch (const Error& error) {
      if (draft_is_kept_ || !warned_) tool_.messages().Warn(error.Sentence());
      draft_is_kept_ = false;
      warned_ = true;
    }
  }

  void KeepUnfinished(const Routine& routine, RoutineProgress& progress, const std::string& typed) {
    if (!draft_ || progress.step >= routine.steps.size()) return;
    std::string unfinished(Trim(typed));
    if (!unfinished.empty() && ExpectedOf(routine.steps[progress.step].field, unfinished).empty())
      progress.AddUnfinished(unfinished);
    if (!progress.HasAnswers()) return;
    SaveDraft(routine, progress);
    if (draft_is_kept_)
      tool_.messages().Say(std::string(words::kDraftKept) + "prompt run " + routine.id + std::string(words::kOffersItAgain));
  }

  void Introduce(const Routine& routine, Answerer& person) {
    std::string minutes = routine.minutes > 0 ? " (about " + std::to_string(routine.minutes) + " minutes)" : "";
    person.Say(routine.title + minutes + ". " + routine.serves);
    if (!routine.not_when.empty()) person.Say(std::string(words::kNotForNow) + routine.not_when);
    if (routine.needs == "therapist") person.Say(std::string(words::kWithYourTherapist));
    person.Say(std::string(words::kHowToAnswer));
    if (routine.keeps == "plan" && !is_trial_) person.Say(words::PlanIntroduction(PlanPath(tool_)));
    else if (tool_.out().is_terminal() && !is_trial_)
      person.Say(std::string(words::kPrintedAtTheEnd) + "prompt run " + routine.id + " | log-setback -");
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
  SafetyWatch watch_;
  FormatOptions format_;
  std::unique_ptr<RecordPrinter> printer_;
  std::vector<std::string> operands_;
  std::string answers_;
  bool edit_ = false, left_out_ = false;
  std::optional<TypedDraft> draft_;  // while a person is asked
  bool is_plan_ = false;             // the answers are kept as the person's plan
  bool draft_is_kept_ = false, warned_ = false;
};

// --- the small ones

class ShelfTool {
 public:
  ShelfTool(Tool& tool, bool with_operand) : tool_(tool) {
    if (with_operand) tool.options().add_option("id", operand_, "");
    packs_.Declare(tool, /*with_region=*/true);
  }

  ExitStatus List() {
    tool_.PageOutput();
    PackShelf shelf = packs_.Open(tool_, {"prompts", "routines"});
    for (const Prompt* prompt : shelf.prompts())
      if (operand_.empty() || prompt->theme == operand_)
        tool_.out().Write(prompt->id + "\t" + prompt->theme + "\t" + prompt->text + "\n");
    for (const Routine* routine : shelf.routines())
      if (operand_.empty() || operand_ == "routine" || operand_ == "routines")
        tool_.out().Write(routine->id + "\troutine\t" + routine->title + "\n");
    return ExitStatus::kDone;
  }

  ExitStatus Show() {
    tool_.PageOutput();
    PackShelf shelf = packs_.Open(tool_, {"prompts", "routines"});
    if (const Prompt* prompt = shelf.FindPrompt(operand_)) {
      WriteWrapped(prompt->text, tool_);
    } else if (const Routine* routine = shelf.FindRoutine(operand_)) {
      ShowRoutine(*routine);
    } else {
      std::vector<std::string> ids;
      for (const Routine* routine : shelf.routines()) ids.push_back(routine->id);
      for (const Prompt* prompt : shelf.prompts()) ids.push_back(prompt->id);
      throw Error("unknown prompt or routine: expected an id that 'prompt list' names" + DidYouMean(operand_, ids),
                  {}, ExitStatus::kUsage);
    }
    return ExitStatus::kDone;
  }

  ExitStatus Packs() {
    PackShelf shelf = packs_.Open(tool_, {});
    for (const Pack& pack : shelf.packs())
      tool_.out().Write(pack.name + "\t" + std::to_string(pack.version) + "\t" + pack.title + "\t" + pack.file + "\n");
    return ExitStatus::kDone;
  }

  ExitStatus Crisis() {
    PackShelf shelf = packs_.Open(tool_, {"safety"});
    tool_.out().Write(CrisisPage(packs_.Help(shelf)));
    return ExitStatus::kDone;
  }

  // Somebody who types 'prompt help' may want either.
  ExitStatus HelpOfEitherKind() {
    Crisis();
    tool_.out().Write(std::string(words::kUsageInstead) + "\n");
    return ExitStatus::kDone;
  }

 private:
  void ShowRoutine(const Routine& routine) {
    std::string text = routine.title + "\n";
    int width = TextColumnsOf(STDOUT_FILENO);
    auto add = [&](std::string_view words, const std::string& indent) {
      for (const std::string& line : Wrap(words, width - static_cast<int>(indent.size()))) text += indent + line + "\n";
    };
    add(routine.serves, "");
    if (!routine.not_when.empty()) add("Not when: " + routine.not_when, "");
    if (routine.minutes > 0) add("Minutes: " + std::to_string(routine.minutes), "");
    text += "\n";
    for (const Step& step : routine.steps) add(step.say.empty() ? step.ask : step.say, "  ");
    tool_.out().Write(text);
  }

  Tool& tool_;
  PackOptions packs_;
  std::string operand_;
};

class LintTool {
 public:
  explicit LintTool(Tool& tool) : tool_(tool) {
    tool.options().add_option("file", files_, "Pack files to look at")->required();
  }

  ExitStatus Run() {
    ErrorHandler on_damage = tool_.OnDamage();
    for (const std::string& file : files_) {
      try {
        for (const Problem& problem : ProblemsOf(file)) on_damage(Error(problem.what, problem.place));
      } catch (const Error& error) {
        on_damage(error);
      }
    }
    return ExitStatus::kDone;
  }

 private:
  std::vector<Problem> ProblemsOf(const std::string& file) const {
    std::string yaml = ReadPackFile(file);
    std::vector<Problem> problems = LintPack(yaml, file, FormatDay(tool_.now().day));
    bool broken = std::any_of(problems.begin(), problems.end(), [](const Problem& problem) { return problem.fatal; });
    if (!broken) {
      std::vector<Problem> of_cues = CheckCues(PackFromText(yaml, file));
      problems.insert(problems.end(), of_cues.begin(), of_cues.end());
      SortByPlace(problems);
    }
    return problems;
  }

  Tool& tool_;
  std::vector<std::string> files_;
};

// --- which of them

int RunShelfTool(const char* name, const char* purpose, bool with_operand, ExitStatus (ShelfTool::*work)(), int argc,
                 char** argv) {
  Tool tool(name, purpose);
  if (work == &ShelfTool::Crisis || work == &ShelfTool::HelpOfEitherKind) tool.GoOnWhateverIsSet();
  ShelfTool shelf(tool, with_operand);
  return tool.Run(argc, argv, [&] { return (shelf.*work)(); });
}

int RunRoutineTool(const char* name, const char* purpose, bool is_trial, int argc, char** argv) {
  Tool tool(name, purpose);
  RunTool run(tool, is_trial);
  return tool.Run(argc, argv, [&] { return run.Run(); });
}

// Whoever types one of these wants the page for hard moments, or may.
bool IsCallForHelp(std::string_view word) {
  for (const char* name : {"crisis", "emergency", "help", "sos"})
    if (EqualIgnoringCase(word, name)) return true;
  return false;
}

int Main(int argc, char** argv) {
  std::string_view first = argc > 1 ? argv[1] : "";
  int rest = argc - 1;
  char** words = argv + 1;
  if (first == "list")
    return RunShelfTool("prompt list", "Name all questions and routines, or those of a theme.", true, &ShelfTool::List,
                        rest, words);
  if (first == "show")
    return RunShelfTool("prompt show", "Show one question or routine.", true, &ShelfTool::Show, rest, words);
  if (first == "packs")
    return RunShelfTool("prompt packs", "Name the packs that are in use.", false, &ShelfTool::Packs, rest, words);
  if (IsCallForHelp(first))
    return RunShelfTool("prompt crisis", "Show your own plan, and who can be reached when it is very hard.", false,
                        EqualIgnoringCase(first, "help") ? &ShelfTool::HelpOfEitherKind : &ShelfTool::Crisis, rest,
                        words);
  if (first == "run")
    return RunRoutineTool("prompt run", "Go through a routine; the answers come out as a record.", false, rest, words);
  if (first == "try")
    return RunRoutineTool("prompt try", "Play a pack file as a client sees it; nothing is saved.", true, rest, words);
  if (first == "lint") {
    Tool tool("prompt lint", "Name whatever in a pack needs a look.");
    LintTool lint(tool);
    return tool.Run(rest, words, [&] { return lint.Run(); });
  }
  Tool tool("prompt",
            "Ask the next good question.\n"
            "Also: prompt list, show ID, run ROUTINE, crisis, packs, lint FILE, try FILE.");
  AskTool ask(tool);
  return tool.Run(argc, argv, [&] { return ask.Run(); });
}

}  // namespace
}  // namespace stumble

int main(int argc, char** argv) { return stumble::Main(argc, argv); }
