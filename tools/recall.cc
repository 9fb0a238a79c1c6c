// recall: finds, selects and converts entries of the journal. Most pipelines begin with it. It reads; only --forget,
// --merge with -o, and what encrypts, decrypts and compacts the journal, which stand aside, ever write.

#include <algorithm>
#include <map>

#include "forgetting.h"
#include "joining.h"
#include "journal/entry_fields.h"
#include "journal/selection.h"
#include "safekeeping.h"
#include "setback/merged_record.h"
#include "setback/own_words.h"
#include "words/words.h"
#include "setback/setback.h"
#include "tool/field_names.h"
#include "tool/format_options.h"
#include "tool/journal_options.h"
#include "tool/period_options.h"
#include "tool/tool.h"

namespace stumble {
namespace {

struct RecallOptions {
  std::vector<std::string> operands;
  std::vector<std::string> triggers, domains, tags, matches;
  std::string about;
  bool open = false, recovered = false, fold = false, helped = false, check = false, exit_code = false;
  int newest = 0;

  void Declare(Tool& tool) {
    CLI::App& app = tool.options();
    app.add_option("reference", operands, "@1 (the {setback} logged last), an Id or its end; - reads stdin");
    tool.AddList("-t,--trigger", triggers, "With this trigger (repeatable)")->type_name("NAME");
    app.add_flag("--open", open, "{Setbacks} that are still with you");
    app.add_flag("--helped", helped, "What has helped before, newest first");
    app.add_option("-n", newest, "Only the newest so many")->type_name("N")->check(WholeNumber(1, INT32_MAX));
    tool.AddList("-d,--domain", domains, "In this domain of life (repeatable)")->type_name("NAME")->group(kMoreOptions);
    tool.AddList("--tag", tags, "With this tag (repeatable)")->type_name("NAME")->group(kMoreOptions);
    tool.AddList("--match", matches, "With a value that matches (repeatable)")->type_name("FIELD=REGEX")->group(kMoreOptions);
    tool.AddMore("--about", about, "What followed up this entry")->type_name("REF");
    app.add_flag("--recovered", recovered, "{Setbacks} that have eased")->group(kMoreOptions);
    app.add_flag("--fold", fold, "Each {setback} with its follow-ups as one")->group(kMoreOptions);
    app.add_flag("--check", check, "Name whatever in the journal needs a look")->group(kMoreOptions);
    app.add_flag("--exit-code", exit_code, "Exit with 3 if nothing matched")->group(kMoreOptions);
  }
};

class Recall {
 public:
  explicit Recall(Tool& tool) : tool_(tool), files_(tool), joining_(tool), forgetting_(tool), safekeeping_(tool) {
    options_.Declare(tool);
    joining_.Declare();
    forgetting_.Declare();
    safekeeping_.Declare();
    period_.Declare(tool);
    files_.DeclareReading();
    format_.Declare(tool, /*main=*/true);
  }

  ExitStatus Run() {
    if (safekeeping_.IsWanted()) return Keep();
    if (forgetting_.IsWanted()) return Forget();
    tool_.PageOutput();
    if (joining_.IsWanted()) return Merge();
    TakeOperands();
    if (options_.check) return Check();
    TakeSelection();
    printer_ = format_.MakePrinter(tool_);
    if (options_.helped) {
      PrintHelp();
    } else if (NeedsAll()) {
      PrintChosen();
    } else {
      PrintStreaming();
    }
    if (printed_ == 0) SayThatNothingIsThere();
    return printed_ == 0 && options_.exit_code ? ExitStatus::kNothingMatched : ExitStatus::kDone;
  }

 private:
  void TakeOperands() {
    for (const std::string& operand : options_.operands) {
      if (operand == "-") {
        files_.AddStandardInput();
      } else {
        references_.push_back(operand);
      }
    }
  }

  void TakeSelection() {
    if (options_.open && options_.recovered)
      throw Error("expected either --open or --recovered", {}, ExitStatus::kUsage);
    selection_.WantNames("Trigger", options_.triggers);
    selection_.WantNames("Domain", options_.domains);
    selection_.WantNames("Tag", options_.tags);
    for (const std::string& match : options_.matches) {
      selection_.WantMatch(match);
      WarnIfMisspelt("--match", match.substr(0, match.find('=')), tool_);
    }
    selection_.WantPeriod(period_.Given(tool_));
  }

  bool NeedsAll() const {
    return !references_.empty() || options_.open || options_.recovered || options_.fold || options_.newest > 0 ||
           !options_.about.empty();
  }

  void Print(const Record& record) {
    printer_->Print(record);
    ++printed_;
  }

  // To a person: an empty screen looks as if something had gone wrong.
  void SayThatNothingIsThere() {
    if (!tool_.out().is_terminal() || !tool_.stderr_is_terminal() || !printer_->KeepsComments()) return;
    bool wants_all = !NeedsAll() && !options_.helped && selection_.empty();
    tool_.messages().Say(wants_all ? words::kNothingLoggedYet : words::kNothingFound);
  }

  // One entry after the other, in flat memory. Comments between entries pass when everything does.
  void PrintStreaming() {
    files_.ForEach([&](const Record& record) {
      if (!record.HasFields()) {
        if (selection_.empty() && printer_->KeepsComments()) printer_->Print(record);
      } else if (record.IsEntry()) {
        CheckValues(record, tool_.OnDamage());
        if (selection_.Matches(record)) Print(record);
      }
    });
  }

  bool HasWantedState(State state) const {
    if (options_.open) return state != State::kRecovered;
    if (options_.recovered) return state == State::kRecovered;
    return true;
  }

  // The places that the references name, or, without references, all of them.
  std::vector<bool> NamedPlaces(const Journal& journal) const {
    std::vector<bool> named(journal.entries().size(), references_.empty());
    for (const std::string& reference : references_) named[PlaceOf(reference, journal)] = true;
    return named;
  }

  // A word that is no reference may be one to look for.
  static size_t PlaceOf(const std::string& reference, const Journal& journal) {
    try {
      return journal.Resolve(reference);
    } catch (const Error& error) {
      if (reference.starts_with('@')) throw;
      throw Error(std::string(error.what()) + "; --match Setback=WORD looks for a word", {}, error.status());
    }
  }

  void PrintChosen() {
    Journal journal = files_.Load();
    Folded folded = Fold(journal.entries());
    std::vector<bool> wanted = NamedPlaces(journal);
    if (!options_.about.empty()) KeepFollowUpsOf(journal.Resolve(options_.about), journal, folded, wanted);
    std::vector<Record> chosen;
    if (options_.fold) {
      for (const Setback& setback : folded.setbacks) {
        if (!AnyWanted(setback, wanted) || !HasWantedState(setback.state)) continue;
        Record merged = MergedRecord(journal, setback);
        if (selection_.Matches(merged)) chosen.push_back(std::move(merged));
      }
    } else {
      if (options_.open || options_.recovered) KeepSetbacksByState(folded, wanted);
      for (size_t place = 0; place < wanted.size(); ++place)
        if (wanted[place] && selection_.Matches(journal.records()[place])) chosen.push_back(journal.records()[place]);
    }
    size_t skipped = options_.newest > 0 && chosen.size() > size_t(options_.newest) ? chosen.size() - options_.newest : 0;
    for (size_t i = skipped; i < chosen.size(); ++i) Print(chosen[i]);
    if (!options_.fold && references_.size() == 1 && options_.about.empty()) SayWhatFollows(journal, folded);
  }

  // To a person who looks at one setback, and may miss what was added to it after that.
  void SayWhatFollows(const Journal& journal, const Folded& folded) {
    if (!tool_.out().is_terminal() || !printer_->KeepsComments()) return;
    size_t place = journal.Resolve(references_[0]);
    for (const Setback& setback : folded.setbacks) {
      if (setback.root != place || setback.follow_ups.empty()) continue;
      Record comment;
      comment.Add("", "# " + words::MoreFollows(references_[0]));
      printer_->Print(comment);
    }
  }

  static bool AnyWanted(const Setback& setback, const std::vector<bool>& wanted) {
    return wanted[setback.root] || std::any_of(setback.follow_ups.begin(), setback.follow_ups.end(),
                                               [&](size_t place) { return wanted[place]; });
  }

  static void KeepFollowUpsOf(size_t place, const Journal& journal, const Folded& folded, std::vector<bool>& wanted) {
    std::vector<std::optional<size_t>> roots = RootsByPlace(journal, folded);
    size_t root = roots[place].value_or(place);
    for (size_t i = 0; i < wanted.size(); ++i) wanted[i] = wanted[i] && i != root && roots[i] == root;
  }

  void KeepSetbacksByState(const Folded& folded, std::vector<bool>& wanted) const {
    std::vector<bool> kept(wanted.size(), false);
    for (const Setback& setback : folded.setbacks)
      kept[setback.root] = wanted[setback.root] && HasWantedState(setback.state);
    wanted = std::move(kept);
  }

  // The lines that helped. They are chosen by what the whole setback says: what helped is often written in a
  // follow-up, and the trigger stands in the entry that it follows up.
  void PrintHelp() {
    Journal journal = files_.Load();
    Folded folded = Fold(journal.entries());
    std::vector<bool> wanted = NamedPlaces(journal);
    if (!options_.about.empty()) KeepFollowUpsOf(journal.Resolve(options_.about), journal, folded, wanted);
    bool itself = !options_.about.empty();
    std::map<size_t, const Setback*> by_place;
    for (const auto* group : {&folded.setbacks, &folded.notes}) {
      for (const Setback& setback : *group) {
        by_place[setback.root] = &setback;
        for (size_t place : setback.follow_ups) by_place[place] = &setback;
      }
    }
    for (size_t place : EntriesThatHelp(journal, folded)) {
      const Record& record = journal.records()[place];
      auto found = by_place.find(place);
      bool stray = found == by_place.end();
      if (stray || itself ? !wanted[place] : !AnyWanted(*found->second, wanted)) continue;
      if (!stray && !HasWantedState(found->second->state)) continue;
      if (!selection_.MatchesFields(stray ? record : MergedRecord(journal, *found->second))) continue;
      if (!selection_.MatchesPeriod(record)) continue;
      Print(HelpOf(record));
      if (options_.newest > 0 && printed_ == size_t(options_.newest)) return;
    }
  }

  ExitStatus Check() {
    Journal journal;
    ErrorHandler on_damage = tool_.OnDamage();
    files_.ForEach([&](const Record& record) {
      if (!record.IsEntry()) return;
      journal.Add(record, on_damage);
      if (!record.Has("Date")) on_damage(Error("Date: expected one in every entry", record.place()));
      if (!record.Has("Id")) tool_.messages().Note(Error("this entry has no Id", record.place()).Sentence());
      for (const EntryField& field : EntryFields())
        if (field.once && record.All(field.name).size() > 1)
          on_damage(Error(std::string(field.name) + ": expected only once in an entry", record.place()));
    });
    Folded folded = Fold(journal.entries());
    for (const FoldProblem& problem : folded.problems)
      on_damage(Error(problem.what, journal.records()[problem.entry].place()));
    return ExitStatus::kDone;
  }

  bool SelectsSome() const {
    for (const char* option : {"--since", "--until", "--last", "-t", "-d", "--tag", "--match", "--open", "--recovered", "--helped", "--fold", "--about",
                               "-n", "--columns", "--csv-safe", "-0"})
      if (tool_.options().count(option) > 0) return true;
    return false;
  }

  ExitStatus Merge() {
    if (options_.operands.empty()) throw Error("--merge: expected the journals to join", {}, ExitStatus::kUsage);
    if (joining_.HasTarget()) {
      if (format_.AreGiven(tool_) || SelectsSome())
        throw Error("-o: expected no option beside it that selects entries or says how they are printed; all of each journal comes in", {},
                    ExitStatus::kUsage);
      joining_.JoinIntoTarget(options_.operands);
      return ExitStatus::kDone;
    }
    printer_ = format_.MakePrinter(tool_);
    for (const Record& record : joining_.Join(options_.operands))
      if (record.IsEntry() || printer_->KeepsComments()) Print(record);
    return ExitStatus::kDone;
  }

  ExitStatus Keep() {
    if (!options_.operands.empty() || joining_.IsWanted() || options_.check || forgetting_.IsWanted())
      throw Error("--encrypt, --decrypt and --compact: expected nothing else to do with them", {}, ExitStatus::kUsage);
    safekeeping_.Run(files_.JournalToWrite());
    return ExitStatus::kDone;
  }

  ExitStatus Forget() {
    if (!options_.operands.empty() || joining_.IsWanted() || options_.check)
      throw Error("--forget: expected the entry to erase, such as @1, and nothing else", {}, ExitStatus::kUsage);
    forgetting_.Run(files_.JournalToWrite());
    return ExitStatus::kDone;
  }

  Tool& tool_;
  RecallOptions options_;
  PeriodOptions period_;
  JournalOptions files_;
  FormatOptions format_;
  Joining joining_;
  Forgetting forgetting_;
  Safekeeping safekeeping_;
  Selection selection_;
  std::vector<std::string> references_;
  std::unique_ptr<RecordPrinter> printer_;
  size_t printed_ = 0;
};

}  // namespace
}  // namespace stumble

int main(int argc, char** argv) {
  stumble::Tool tool("recall", "Find, select and convert what the journal holds.");
  stumble::Recall recall(tool);
  return tool.Run(argc, argv, [&] { return recall.Run(); });
}
