// prompt: asks the next good question, and runs routines. Its subcommands stand only as the first word.

#include <unistd.h>

#include <algorithm>
#include <functional>
#include <iostream>
#include <optional>
#include <random>

#include "asking/prompt_choice.h"
#include "journal/journal_file.h"
#include "journal/new_entry.h"
#include "pack_tools.h"
#include "record/record_reader.h"
#include "reframing/safety.h"
#include "routine_tool.h"
#include "setback/merged_record.h"
#include "text/near_words.h"
#include "text/text.h"
#include "tool/draft.h"
#include "tool/format_options.h"
#include "tool/journal_keeper.h"
#include "tool/journal_options.h"
#include "tool/pack_options.h"
#include "tool/safety_watch.h"
#include "tool/terminal.h"
#include "tool/tool.h"
#include "words/words.h"

namespace stumble {
namespace {

class AskTool {
 public:
  explicit AskTool(Tool& tool) : tool_(tool), files_(tool) {
    CLI::App& app = tool.options();
    app.add_option("theme", themes_, "beliefs, resilience, insight, self-compassion, path, or a pack's own");
    app.add_option("-n", count_, "So many questions (1)")->type_name("N")->check(WholeNumber(1, 1000));
    app.add_flag("--daily", daily_, "The same question all day");
    app.add_option("--for", for_, "A question that fits this {setback}: @1 is the last")->type_name("REF");
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
    bool as_records = format_.AreGiven(tool_);
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
        tool_.out().WriteWrapped(FilledText(*chosen[i], situation));
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
    const Seal seal = files_.SealOfJournal();
    for (size_t i = 0; i < chosen.size() && !terminal.AtEnd(); ++i) {
      if (i > 0) tool_.out().Write("\n");
      tool_.out().WriteWrapped(FilledText(*chosen[i], situation));
      Record note;
      if (!about_.empty()) note.Add("About", about_);
      note.Add("Prompt", chosen[i]->id);
      std::optional<std::string> answer = AskOrKeep(terminal, note, seal);
      if (!answer || *answer == "-") continue;  // that takes an answer out, and there is none
      note.Add("Answer", CleanValue(*answer));
      try {
        Append(note);
      } catch (const Error& error) {
        TypedDraft draft(ForJournal(files_.JournalToWrite()), seal);
        KeepInDraft(Dated(note), error, "log-setback", draft);
      }
      Concern concern = safety.JudgeRecord(note);
      watch_.Saw(concern, "", tool_);
      if (IsHeld(concern)) break;  // no more questions now
      terminal.Say(words::kAnswerKept);
    }
    watch_.Show(packs_.Help(shelf), tool_);
    return ExitStatus::kDone;
  }

  // If Ctrl-C comes, what stands in the line becomes a draft of the journal's, which log-setback offers.
  std::optional<std::string> AskOrKeep(Terminal& terminal, const Record& note, const Seal& seal) {
    try {
      return terminal.Ask("", words::kMayAnswer);
    } catch (const Interrupted& stop) {
      std::string unfinished = CleanValue(stop.unfinished());
      if (unfinished.empty()) throw;
      Record draft = Dated(note);
      draft.Add("Answer", unfinished);
      draft.Add(kUnfinished, "Answer");
      TypedDraft(ForJournal(files_.JournalToWrite()), seal).Save(draft);
      tool_.messages().Say(words::DraftKept("log-setback"));
      throw;
    }
  }

  Record Dated(Record note) const {
    note.Insert(0, "Date", FormatMoment(tool_.now()));
    return note;
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
        throw Error("unknown theme: expected one of " + names + Meant(theme, known, RoutineIds()), {}, ExitStatus::kUsage);
  }

  // A subcommand is meant as soon as a theme; the page for hard moments sooner than anything else.
  static std::string Meant(const std::string& theme, const std::vector<std::string>& themes,
                           const std::vector<std::string>& routines) {
    static const std::vector<std::string> kCrisis = {"crisis", "emergency"};
    static const std::vector<std::string> kOthers = {"list", "show", "run", "packs", "lint", "try"};
    if (NearWord(theme, kCrisis)) return "; did you mean prompt crisis?";
    if (std::find(routines.begin(), routines.end(), theme) != routines.end()) return "; did you mean prompt run " + theme + "?";
    std::string meant = DidYouMean(theme, themes);
    if (meant.empty()) meant = DidYouMean(theme, kOthers, "prompt ");
    return meant.empty() ? DidYouMean(theme, routines, "prompt run ") : meant;
  }

  std::vector<std::string> RoutineIds() {
    PackShelf shelf = packs_.Open(tool_, {"routines"});
    std::vector<std::string> ids;
    for (const Routine* routine : shelf.routines()) ids.push_back(routine->id);
    return ids;
  }

  // The setback at hand: the one that --for names, else the newest that may be asked about.
  Situation Now(const SafetyRules& safety) {
    auto may_ask = [&](const Record& record) { return safety.JudgeRecord(record) == Concern::kNone; };
    if (for_.empty()) {
      files_.SayIfClosed();
      Journal journal = files_.LoadIfThere();
      return SituationNow(journal, Fold(journal.entries()), tool_.now().day, may_ask);
    }
    std::optional<Situation> named = for_ == "-" ? OfInput(may_ask) : OfReference(may_ask);
    if (!named) return NotToBeAsked();
    named->is_asked_for = true;
    return *named;
  }

  // Of the first record of standard input; nullopt if it may not be asked about.
  std::optional<Situation> OfInput(const std::function<bool(const Record&)>& may_ask) {
    FileSource input(STDIN_FILENO, "standard input");
    RecordReader reader(input, "standard input", tool_.OnDamage());
    while (const Record* record = reader.Next())
      if (record->IsEntry()) return may_ask(*record) ? std::optional(SituationOf(*record)) : std::nullopt;
    return Situation();
  }

  // Of the setback or note that --for names, likewise.
  std::optional<Situation> OfReference(const std::function<bool(const Record&)>& may_ask) {
    Journal journal = files_.Load();
    size_t place = journal.Resolve(for_);
    about_ = journal.records()[place].Get("Id");
    Folded folded = Fold(journal.entries());
    for (const Setback& setback : folded.setbacks) {
      if (setback.root != place) continue;
      return may_ask(MergedRecord(journal, setback)) ? std::optional(SituationOf(journal, setback)) : std::nullopt;
    }
    const Record& note = journal.records()[place];
    return may_ask(note) ? std::optional(SituationOf(note)) : std::nullopt;
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
  if (first == "list") return RunListTool(rest, words);
  if (first == "show") return RunShowTool(rest, words);
  if (first == "packs") return RunPacksTool(rest, words);
  if (first == "lint") return RunLintTool(rest, words);
  if (IsCallForHelp(first)) return RunCrisisTool(EqualIgnoringCase(first, "help"), rest, words);
  if (first == "run")
    return RunRoutineTool("prompt run", "Go through a routine; the answers come out as a record.", false, rest, words);
  if (first == "try")
    return RunRoutineTool("prompt try", "Play a pack file as a client sees it; nothing is saved.", true, rest, words);
  Tool tool("prompt",
            "Ask the next good question.\n"
            "Also: prompt list, show ID, run ROUTINE, crisis, packs, lint FILE, try FILE.");
  AskTool ask(tool);
  return tool.Run(argc, argv, [&] { return ask.Run(); });
}

}  // namespace
}  // namespace stumble

int main(int argc, char** argv) { return stumble::Main(argc, argv); }
