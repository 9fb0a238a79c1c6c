// reframe: looks at thoughts again. Reads them as words, lines or records, and adds the patterns they may show, questions, an offer.

#include <unistd.h>

#include <algorithm>
#include <optional>

#include "asking/heard.h"
#include "journal/entry_fields.h"
#include "journal/input_kind.h"
#include "journal/new_entry.h"
#include "journal/text_entries.h"
#include "record/record_reader.h"
#include "reframing/reframer.h"
#include "setback/merged_record.h"
#include "text/near_words.h"
#include "text/text.h"
#include "thought_session.h"
#include "tool/format_options.h"
#include "tool/journal_options.h"
#include "tool/pack_options.h"
#include "tool/safety_watch.h"
#include "tool/terminal.h"
#include "tool/tool.h"
#include "words/words.h"

namespace stumble {
namespace {

constexpr size_t kMostEarlier = 3;  // setbacks whose words --evidence brings for a record

struct ReframeOptions {
  std::vector<std::string> words, files, patterns;
  std::string explain, why_not, about, input = "auto";
  size_t most_patterns = 3;
  uint64_t seed = 0;
  bool again = false, list = false, talk = false, evidence = false;

  void Declare(Tool& tool) {
    CLI::App& app = tool.options();
    tool.AddWords(words, "A thought; without one, standard input is read");
    app.add_flag("-i,--interactive", talk, "Talk about one thought, question by question");
    app.add_flag("--evidence", evidence, "Bring your own words on something like it");
    app.add_flag("--list", list, "Name the patterns it knows");
    app.add_option("--explain", explain, "Tell in plain words what a pattern is")->type_name("PATTERN");
    tool.AddMore("--why-not", why_not, "Show what a thought lacks for this pattern, or has")->type_name("PATTERN");
    app.add_option("--patterns", patterns, "Look only for these, with commas between")
        ->type_name("NAMES")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->group(kMoreOptions);
    app.add_option("-n", most_patterns, "Name at most so many patterns in a thought (3)")
        ->type_name("N")
        ->check(WholeNumber(1, 100));
    app.add_flag("--again", again, "Look again at thoughts that have a pattern")->group(kMoreOptions);
    tool.AddList("-f,--file", files, "Read records from a file (repeatable)")->type_name("FILE")->group(kMoreOptions);
    tool.AddMore("--about", about, "With -i: talk about a thought of this entry")->type_name("REF");
    tool.AddMore("--input", input, "What standard input holds: text, records or auto")
        ->type_name("KIND")
        ->check(OneOf({"auto", "text", "records"}));
    tool.AddMore("--seed", seed, "Choose other questions and words")->type_name("N")->check(WholeNumber(0, INT64_MAX));
  }
};

class ReframeTool {
 public:
  explicit ReframeTool(Tool& tool) : tool_(tool) {
    options_.Declare(tool);
    format_.Declare(tool, /*main=*/true);
    packs_.Declare(tool, /*with_region=*/true);
    watch_.Declare(tool);
  }

  ExitStatus Run() {
    if (options_.list || !options_.explain.empty() || !options_.files.empty()) tool_.PageOutput();
    PackShelf shelf = packs_.Open(tool_, {"patterns", "safety"});
    if (options_.list) return List(shelf);
    if (!options_.explain.empty()) return Explain(Known(shelf, options_.explain));
    std::set<std::string> wanted;
    for (const std::string& name : options_.patterns) wanted.insert(Known(shelf, name).id);
    const Pattern* asked = options_.why_not.empty() ? nullptr : &Known(shelf, options_.why_not);
    PatternFinder finder(shelf, wanted, tool_.OnDamage());
    SafetyRules safety(shelf, tool_.OnDamage());
    Reframer reframer(finder, safety, {options_.most_patterns, options_.again, options_.seed});
    printer_ = format_.MakePrinter(tool_);
    // Standard input can be read once only, so -f - leaves the journal of whoever runs this.
    bool reads_input = std::find(options_.files.begin(), options_.files.end(), "-") != options_.files.end();
    JournalOptions journal(tool_, reads_input ? std::vector<std::string>() : options_.files);
    KnownJournal known(journal, /*quiet=*/!options_.talk && !options_.evidence, /*may_ask=*/options_.evidence);
    // What was answered lately stands in the own journal, wherever the records come from.
    JournalOptions own_journal(tool_);
    KnownJournal own_known(own_journal, /*quiet=*/true);
    KnownJournal& answered = options_.files.empty() ? known : own_known;
    EarlierWords earlier(known, finder, safety, shelf);
    std::optional<EarlierAnswers> answers;
    reframer.set_earlier([&]() -> EarlierAnswers& {
      if (!answers)
        answers.emplace(answered.entries(), answered.folded(), tool_.now(),
                        [&](const Record& record) { return !IsHeld(safety.JudgeRecord(record)); });
      return *answers;
    });
    if (!options_.about.empty() && !options_.talk) throw Error("--about: expected -i with it", {}, ExitStatus::kUsage);
    if (options_.talk) return Talk(reframer, safety, shelf, journal, earlier);
    EachRecord([&](const Record& record) {
      if (!record.IsEntry()) {
        if (printer_->KeepsComments()) printer_->Print(record);
        return;
      }
      Concern concern = safety.JudgeRecord(record);
      watch_.Saw(concern, record.Get("Date"), tool_);
      if (asked != nullptr) return TellWhyNot(record, concern, finder, safety, *asked);
      Record reframed = reframer.Reframe(record);
      // Whoever types one thought after another may come back to one of them.
      if (answers && tool_.may_ask() && !record.Has("Date")) Remember(reframed, *answers);
      if (ForPerson()) {
        std::vector<std::string> own;
        if (!options_.evidence && reframed.Has("Pattern") && !record.Has("Pattern"))
          for (const Record& help : earlier.For(reframed, 1)) own.push_back(earlier.Sentence(help, tool_.now().day));
        printer_->Print(InPlainWords(reframed, shelf, own));
      } else {
        printer_->Print(reframed);
      }
      if (options_.evidence) PrintEarlier(earlier.For(reframed, kMostEarlier));
    });
    tool_.out().Flush();
    watch_.Show(packs_.Help(shelf), tool_);
    return ExitStatus::kDone;
  }

 private:
  const Pattern& Known(const PackShelf& shelf, const std::string& name) const {
    if (const Pattern* pattern = shelf.FindPattern(name)) return *pattern;
    std::vector<std::string> ids;
    for (const Pattern* pattern : shelf.patterns()) ids.push_back(pattern->id);
    throw Error("unknown pattern: expected one that 'reframe --list' names" + DidYouMean(name, ids), {},
                ExitStatus::kUsage);
  }

  ExitStatus Talk(const Reframer& reframer, const SafetyRules& safety, const PackShelf& shelf, JournalOptions& journal,
                  EarlierWords& earlier) {
    if (!tool_.may_ask()) throw Error("-i: expected a terminal to talk at", {}, ExitStatus::kUsage);
    Record begun, about;
    std::string thought = CleanValue(WordsAsOne());
    if (!options_.about.empty()) {
      Journal known = journal.Load();
      Record setback = MergedRecordAt(known, Fold(known.entries()), known.Resolve(options_.about));
      if (Concern concern = safety.JudgeRecord(setback); IsHeld(concern)) {  // nothing of it is weighed
        watch_.Saw(concern, setback.Get("Date"), tool_);
        watch_.Show(packs_.Help(shelf), tool_);
        return ExitStatus::kDone;
      }
      begun = BegunAbout(setback);
      about = setback;
    }
    if (!thought.empty()) begun.Set("Thought", thought);
    TalkAboutThought(tool_, std::move(begun), about, reframer, safety, shelf, packs_.Help(shelf), journal, earlier,
                     [&](const Record& record) { printer_->Print(record); });
    return ExitStatus::kDone;
  }

  void PrintEarlier(const std::vector<Record>& records) {
    if (!records.empty() && ForPerson()) {
      Record comment;
      comment.Add("", "# " + std::string(words::kWhenSomethingLikeThis));
      printer_->Print(comment);
    }
    for (const Record& record : records) printer_->Print(record);
  }

  std::string WordsAsOne() const {
    std::string thought;
    for (const std::string& word : options_.words) thought += (thought.empty() ? "" : " ") + word;
    return thought;
  }

  ExitStatus List(const PackShelf& shelf) {
    for (const Pattern* pattern : shelf.patterns()) tool_.out().WriteListed({pattern->id, pattern->plain});
    return ExitStatus::kDone;
  }

  ExitStatus Explain(const Pattern& pattern) {
    std::string text;
    int width = TextColumnsOf(STDOUT_FILENO);
    auto add = [&](const std::string& indent, std::string_view words) {
      for (const std::string& line : Wrap(words, width - static_cast<int>(indent.size()))) text += indent + line + "\n";
    };
    add("", pattern.id + ": " + pattern.plain);
    text += "\n";
    add("", pattern.about);
    text += "\n" + std::string(words::kMightBeIn) + "\n";
    for (const std::string& example : pattern.examples) add("  ", example);
    text += "\n" + std::string(words::kMightNotBeIn) + "\n";
    for (const std::string& example : pattern.counterexamples) add("  ", example);
    tool_.out().Write(text);
    return ExitStatus::kDone;
  }

  // For each thought the sum of one pattern, and what it is made of.
  void TellWhyNot(const Record& record, Concern concern, const PatternFinder& finder, const SafetyRules& safety,
                  const Pattern& pattern) {
    if (IsHeld(concern)) return tool_.out().Write(std::string(words::kNotWeighed) + "\n");
    for (std::string_view thought : record.All("Thought")) {
      if (safety.Judge(thought) != Concern::kNone) {
        tool_.out().Write(std::string(words::kNotWeighed) + "\n");
        continue;
      }
      WeighedThought weighed = finder.Weigh(thought, pattern.id);
      tool_.out().Write(words::SumOfPattern(pattern.id, weighed.sum, weighed.threshold) + "\n");
      for (const Weighing& weighing : weighed.weighings)
        tool_.out().Write(words::OneWeighing(weighing.weight, weighing.sign, weighing.words) + "\n");
    }
  }

  void EachRecord(const std::function<void(const Record&)>& each) {
    bool from_input = options_.words.empty() || (options_.words.size() == 1 && options_.words[0] == "-");
    if (!from_input) {
      Record record;
      std::string thought = WordsAsOne();
      record.Add("Thought", thought);
      if (Trim(thought).empty()) throw Error("expected a thought", {}, ExitStatus::kUsage);
      each(record);
    }
    if (!options_.files.empty()) {
      JournalOptions files(tool_, options_.files);
      files.ForEach(each);
    } else if (from_input) {
      EachOfInput(each);
    }
  }

  void EachOfInput(const std::function<void(const Record&)>& each) {
    if (tool_.may_ask()) tool_.messages().Say(words::kWriteAThought);
    FileSource input(STDIN_FILENO, "standard input");
    std::string taken;
    InputKind kind = options_.input == "text"      ? InputKind::kText
                     : options_.input == "records" ? InputKind::kRecords
                                                   : TellInputKind(input, taken);
    PushedBackSource source(std::move(taken), input);
    if (kind == InputKind::kText) return ReadTextEntries(source, TextUnit::kLine, "Thought", each, tool_.OnDamage());
    RecordReader reader(source, "standard input", tool_.OnDamage());
    while (const Record* record = reader.Next()) each(*record);
  }

  bool ForPerson() { return tool_.out().is_terminal() && printer_->KeepsComments(); }

  // What the thoughts of a record were answered, for those that come after it in this run.
  static void Remember(const Record& reframed, EarlierAnswers& answers) {
    std::string thought;
    std::vector<Item> answer;
    auto keep = [&] {
      if (!answer.empty()) answers.Remember(thought, std::move(answer));
      answer.clear();
    };
    for (const Item& item : reframed.items()) {
      if (item.name == "Thought") {
        keep();
        thought = item.value;
      } else if (EntryShape().IsMember(item.name)) {
        answer.push_back({item.name, item.value, {}, 0});
      }
    }
    keep();
  }

  // For the eyes of a person at a terminal: comment lines that acknowledge, say in plain words what a pattern's name means, and bring
  // the person's own words before any of ours.
  Record InPlainWords(const Record& record, const PackShelf& shelf, const std::vector<std::string>& own) {
    Record plain;
    bool own_said = false;
    if (record.Has("Pattern")) plain.Add("", "# " + HeardSentence(record));
    for (const Item& item : record.items()) {
      const Pattern* pattern = item.name == "Pattern" ? shelf.FindPattern(item.value) : nullptr;
      if (!own_said && (item.name == "Question" || item.name == "Reframe")) {
        for (const std::string& sentence : own) plain.Add("", "# " + sentence);
        own_said = true;
      }
      plain.items().push_back(item);
      if (pattern) plain.Add("", "# " + words::MightBe(pattern->plain));
    }
    return plain;
  }

  Tool& tool_;
  ReframeOptions options_;
  FormatOptions format_;
  PackOptions packs_;
  SafetyWatch watch_;
  std::unique_ptr<RecordPrinter> printer_;
};

}  // namespace
}  // namespace stumble

int main(int argc, char** argv) {
  stumble::Tool tool("reframe", "Look at a thought again: the words, or each line or record of standard input.");
  stumble::ReframeTool reframe(tool);
  return tool.Run(argc, argv, [&] { return reframe.Run(); });
}
