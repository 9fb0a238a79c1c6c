// prompt: asks the next good question, and runs routines. Its subcommands stand only as the first word.

#include <unistd.h>

#include <iostream>
#include <random>

#include "asking/prompt_choice.h"
#include "asking/routine_run.h"
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
#include "tool/format_options.h"
#include "tool/journal_options.h"
#include "tool/pack_options.h"
#include "tool/plan_file.h"
#include "tool/safety_watch.h"
#include "tool/tool.h"
#include "words/words.h"

namespace stumble {
namespace {

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
    packs_.Declare(tool, /*with_region=*/false);
  }

  ExitStatus Run() {
    PackShelf shelf = packs_.Open(tool_, {"prompts", "safety"});
    CheckThemes(shelf);
    Situation situation = Now(SafetyRules(shelf, tool_.OnDamage()));
    std::vector<const Prompt*> chosen = ChoosePrompts(shelf.prompts(), themes_, situation, count_, Seed());
    std::unique_ptr<RecordPrinter> printer = format_.MakePrinter(tool_);
    bool as_records = tool_.options().count("--format") > 0 || tool_.options().count("--only") > 0;
    for (size_t i = 0; i < chosen.size(); ++i) {
      if (as_records) {
        Record record;
        record.Add("Prompt", chosen[i]->id);
        record.Add("Question", FilledText(*chosen[i], situation));
        printer->Print(record);
      } else {
        tool_.out().Write((i > 0 ? "\n" : "") + FilledText(*chosen[i], situation) + "\n");
      }
    }
    return ExitStatus::kDone;
  }

 private:
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
  std::optional<uint64_t> seed_;
};

// --- prompt run ROUTINE

class RunTool {
 public:
  // `is_trial`: play a pack file as a client sees it (`prompt try`), and print nothing for a pipe.
  RunTool(Tool& tool, bool is_trial) : tool_(tool), is_trial_(is_trial) {
    tool.options().add_option(is_trial ? "file" : "routine", operands_, "")->required();
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
    bool from_input = operands_.size() == 2 && operands_[1] == "-";
    if (operands_.size() > 1 && !from_input)
      throw Error("expected one routine, and - to read answers from standard input", {}, ExitStatus::kUsage);
    std::unique_ptr<RecordPrinter> printer = format_.MakePrinter(tool_);
    std::string date = FormatMoment(tool_.now());
    if (!from_input && !tool_.may_ask()) {
      printer->Print(TemplateOf(*routine, date));
      return ExitStatus::kDone;
    }
    SafetyRules safety(shelf, tool_.OnDamage());
    ReachableHelp help = packs_.Help(shelf);
    Record record = from_input ? FromLines(*routine, date) : FromPerson(*routine, date, safety, help);
    bool answered = std::any_of(record.items().begin(), record.items().end(),
                                [](const Item& item) { return item.name != "Date"; });
    bool is_plan = routine->keeps == "plan";
    if (is_plan && answered) return Keep(record, *printer);
    if (answered) printer->Print(record);
    tool_.out().Flush();
    if (from_input && !is_plan) {
      watch_.Saw(safety.JudgeRecord(record), record.Get("Date"), tool_);
      watch_.Show(help, tool_);
    }
    return ExitStatus::kDone;
  }

 private:
  // Keeps the answers as the person's plan. Nothing is lost where that fails: they are printed then, also on a
  // terminal.
  ExitStatus Keep(const Record& record, RecordPrinter& printer) {
    try {
      KeepPlan(record, tool_);
    } catch (const Error&) {
      printer.Print(record);
      throw;
    }
    if (!tool_.out().is_terminal()) printer.Print(record);
    tool_.out().Flush();
    if (tool_.stderr_is_terminal()) tool_.messages().Say(words::kPlanIsKept);
    return ExitStatus::kDone;
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

  Record FromLines(const Routine& routine, const std::string& date) {
    LineAnswerer lines(std::cin, tool_.OnDamage());
    return RunRoutine(routine, date, lines);
  }

  Record FromPerson(const Routine& routine, const std::string& date, const SafetyRules& safety,
                    const ReachableHelp& help) {
    Terminal terminal(std::cin, std::cerr);
    if (routine.keeps == "plan") return PlanFromPerson(routine, date, terminal, help);
    PersonAnswerer person(terminal, safety, help);
    Introduce(routine, person);
    return RunRoutine(routine, date, person);
  }

  // Words of crisis are what a plan is written about: nothing pauses.
  Record PlanFromPerson(const Routine& routine, const std::string& date, Terminal& terminal,
                        const ReachableHelp& help) {
    SafetyRules none{PackShelf({})};
    SafetyPlan plan = is_trial_ ? SafetyPlan() : ReadPlan(tool_);
    PersonAnswerer person(terminal, none, help);
    PlanAnswerer with_plan(person, plan);
    Introduce(routine, person);
    return RunRoutine(routine, date, with_plan);
  }

  void Introduce(const Routine& routine, Answerer& person) {
    std::string minutes = routine.minutes > 0 ? " (about " + std::to_string(routine.minutes) + " minutes)" : "";
    person.Say(routine.title + minutes + ". " + routine.serves);
    if (!routine.not_when.empty()) person.Say("Not for now, if: " + routine.not_when);
    if (routine.needs == "therapist") person.Say("This one is meant to be done together with your therapist.");
    person.Say("Enter leaves a question out; Ctrl-D stops.");
    if (routine.keeps == "plan" && !is_trial_) person.Say(words::PlanIntroduction(PlanPath(tool_)));
    else if (tool_.out().is_terminal() && !is_trial_)
      person.Say("What you write is printed at the end. To keep it: prompt run " + routine.id + " | log-setback -");
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
  std::vector<std::string> operands_;
};

// --- the small ones

class ShelfTool {
 public:
  ShelfTool(Tool& tool, bool with_operand) : tool_(tool) {
    if (with_operand) tool.options().add_option("id", operand_, "");
    packs_.Declare(tool, /*with_region=*/true);
  }

  ExitStatus List() {
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
    PackShelf shelf = packs_.Open(tool_, {"prompts", "routines"});
    if (const Prompt* prompt = shelf.FindPrompt(operand_)) {
      tool_.out().Write(prompt->text + "\n");
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
    auto add = [&](std::string_view words, const std::string& indent) {
      for (const std::string& line : Wrap(words, 78 - static_cast<int>(indent.size()))) text += indent + line + "\n";
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
