// log-setback: keeps what happened, in the person's words, and what followed. It only ever appends.

#include <unistd.h>

#include <iostream>
#include <map>
#include <random>

#include "journal/entry_fields.h"
#include "journal/input_kind.h"
#include "journal/journal_file.h"
#include "journal/new_entry.h"
#include "journal/text_entries.h"
#include "journal/ulid.h"
#include "moment/spoken_time.h"
#include "record/record_reader.h"
#include "record/record_writer.h"
#include "setback/new_records.h"
#include "setback/own_words.h"
#include "text/text.h"
#include "tool/field_names.h"
#include "tool/journal_options.h"
#include "tool/pack_options.h"
#include "tool/safety_watch.h"
#include "tool/terminal.h"
#include "tool/tool.h"
#include "words/words.h"

namespace stumble {
namespace {

struct LogOptions {
  std::vector<std::string> words;
  std::map<std::string, std::vector<std::string>> values;  // by field
  std::vector<std::string> assignments;
  std::optional<std::string> when;
  std::string about, recovered, input = "auto";
  bool came_back = false, is_private = false;

  void Declare(Tool& tool) {
    CLI::App& app = tool.options();
    app.add_option("words", words, "What happened; - reads standard input")
        ->type_name("WORDS")
        ->allow_extra_args(false);  // else CLI11 takes "[so, tired]" for a list
    AddField(tool, "-t,--trigger", "Trigger", "What set it off (repeatable)", kMainOptions);
    AddField(tool, "-i,--intensity", "Intensity", "How strong it is, 0 to 10", kMainOptions);
    AddField(tool, "--thought", "Thought", "A thought that came with it (repeatable)", kMainOptions);
    AddField(tool, "--helped", "Helped", "What made it easier, even slightly", kMainOptions);
    app.add_option("--when", when, "When it was: yesterday 21:00, 2026-11-20")->type_name("TIME");
    app.add_option("--about", about, "Follow up this entry: @1 is the last {setback}")->type_name("REF");
    app.add_flag("--recovered{yes}", recovered, "It has eased (--recovered=TIME: then)");
    AddField(tool, "-d,--domain", "Domain", "Therapy, work, family, health, ...");
    AddField(tool, "-b,--belief", "Belief", "How true the thought feels, 0 to 100");
    AddField(tool, "--feeling", "Feeling", "A feeling (repeatable)");
    AddField(tool, "--cause", "Cause", "What may lie behind it (repeatable)");
    AddField(tool, "--why", "Why", "One link of a chain of whys (repeatable)");
    AddField(tool, "--tag", "Tag", "A tag (repeatable)");
    AddField(tool, "--learned", "Learned", "What it taught you");
    AddField(tool, "--kindness", "Kindness", "A kind word to yourself");
    AddField(tool, "--next-step", "NextStep", "One small, doable thing");
    AddField(tool, "--evidence-for", "EvidenceFor", "What speaks for the thought");
    AddField(tool, "--evidence-against", "EvidenceAgainst", "What speaks against it");
    app.add_flag("--came-back", came_back, "It is back after it had eased")->group(kMoreOptions);
    app.add_flag("--private", is_private, "Keep it out of everything made to be shared")->group(kMoreOptions);
    tool.AddList("--set", assignments, "Any other field")->type_name("FIELD=VALUE")->group(kMoreOptions);
    tool.AddMore("--input", input, "What - reads: text, records or auto")
        ->type_name("KIND")
        ->check(OneOf({"auto", "text", "records"}));
  }

  // What the options say, as a record without Id, Date and About.
  Record Fields() const {
    Record record;
    for (const auto& [field, texts] : values) {
      for (const std::string& text : texts) {
        std::string value = CleanValue(text);
        if (value.empty()) throw Error(field + ": expected some words", {}, ExitStatus::kUsage);
        CheckNewValue(field, value);
        record.Add(field, value);
      }
      const EntryField* known = FindEntryField(field);
      if (known && known->once && texts.size() > 1)
        throw Error(field + ": expected only once", {}, ExitStatus::kUsage);
    }
    for (const std::string& assignment : assignments) {
      Item item = ParseAssignment(assignment);
      if (item.value.empty()) continue;
      const EntryField* known = FindEntryField(item.name);
      if (known && known->once) record.Set(item.name, item.value);
      else record.items().push_back(std::move(item));
    }
    if (is_private) record.Set("Private", "yes");
    return record;
  }

 private:
  void AddField(Tool& tool, const char* names, const char* field, const char* help, const char* group = kMoreOptions) {
    std::string type = std::string_view(field) == "Intensity" || std::string_view(field) == "Belief" ? "N" : "TEXT";
    tool.AddList(names, values[field], help)->type_name(type)->group(group);
  }
};

uint64_t RandomBits() {
  static std::random_device device;
  return (uint64_t{device()} << 32) | device();
}

class LogSetback {
 public:
  explicit LogSetback(Tool& tool) : tool_(tool), files_(tool), ids_(RandomBits) {
    options_.Declare(tool);
    files_.DeclareWriting();
    packs_.Declare(tool, /*with_region=*/true);
    watch_.Declare(tool);
  }

  ExitStatus Run() {
    path_ = files_.JournalToWrite();
    if (options_.words.size() == 1 && options_.words[0] == "-") {
      LogInput();
    } else {
      LogWords();
    }
    Conclude();
    return ExitStatus::kDone;
  }

 private:
  Record FromOptions() {
    Record record = options_.Fields();
    for (const std::string& text : options_.assignments)
      WarnIfMisspelt("--set", text.substr(0, text.find('=')), tool_);
    if (!options_.recovered.empty() && options_.came_back)
      throw Error("expected either --recovered or --came-back", {}, ExitStatus::kUsage);
    if (!options_.recovered.empty()) record.Set("Recovered", RecoveredValue());
    if (options_.came_back) record.Set("Recovered", "no");
    if (options_.when) record.Set("Date", FormatMoment(WhenOf("--when", *options_.when)));
    return record;
  }

  std::string RecoveredValue() {
    if (options_.recovered == "yes" || options_.recovered == "no") return options_.recovered;
    return FormatMoment(WhenOf("--recovered", options_.recovered));
  }

  Moment WhenOf(const std::string& option, const std::string& text) {
    try {
      Moment moment = ParseWhen(text, tool_.now());
      bool is_later = moment.HasTime() ? *moment.ToInstant() > *tool_.now().ToInstant() : moment.day > tool_.now().day;
      if (is_later) tool_.messages().Warn(option + ": this time is still to come; it is kept as it is");
      return moment;
    } catch (const Error& error) {
      throw Error(option + ": " + error.what(), {}, error.status());
    }
  }

  bool IsTime(const std::string& words) const {
    try {
      ParseWhen(words, tool_.now());
      return true;
    } catch (const Error&) {
      return false;
    }
  }

  void LogWords() {
    Record record = FromOptions();
    std::string words;
    for (const std::string& word : options_.words) words += (words.empty() ? "" : " ") + word;
    words = CleanValue(words);
    if (!options_.words.empty() && words.empty())
      throw Error("expected some words on what happened", {}, ExitStatus::kUsage);
    if (options_.recovered == "yes" && IsTime(words))
      throw Error("--recovered: expected its time after =, as in --recovered=yesterday", {}, ExitStatus::kUsage);
    if (!words.empty()) record.Set("Setback", words);
    bool says_something = std::any_of(record.items().begin(), record.items().end(),
                                      [](const Item& item) { return item.name != "Date" && item.name != "Private"; });
    if (!says_something) {
      if (!tool_.may_ask() || !options_.about.empty())
        throw Error("expected words on what happened, or an option such as --learned; 'log-setback -h' shows more", {},
                    ExitStatus::kUsage);
      return AskAndLog(std::move(record));
    }
    if (record.Has("Recovered") && !record.Has("Setback") && options_.about.empty())
      throw Error("expected --about REF with --recovered or --came-back: @1 is the setback logged last", {},
                  ExitStatus::kUsage);
    LockedJournal file(path_);
    if (!options_.about.empty()) record.Set("About", ReadJournal(file).IdOf(options_.about));
    Append(file, {InTableOrder(record)});
  }

  // One question, and Enter keeps the answer; then, if the person likes, a few more.
  void AskAndLog(Record record) {
    Terminal terminal(std::cin, std::cerr);
    std::optional<std::string> what = terminal.Ask(words::kWhatHappened);
    if (!what) return;
    record.Set("Setback", CleanValue(*what));
    {
      LockedJournal file(path_);
      Append(file, {InTableOrder(record)});
    }
    if (GravestConcern() != Concern::kNone) return;  // no more questions now
    Record more = AskForMore(terminal);
    if (more.items().empty()) return;
    more.Set("About", std::string(written_.front().Get("Id")));
    LockedJournal file(path_);
    Append(file, {InTableOrder(more)});
  }

  static Record AskForMore(Terminal& terminal) {
    Record more;
    std::optional<std::string> answer = terminal.Ask(words::kAddAnything);
    if (!answer || EqualIgnoringCase(*answer, "no") || EqualIgnoringCase(*answer, "n")) return more;
    if (!EqualIgnoringCase(*answer, "yes") && !EqualIgnoringCase(*answer, "y")) {
      more.Add("Answer", *answer);  // words, kept as they were typed
      return more;
    }
    terminal.Say(words::kEnterLeavesOut);
    for (auto [question, field] : {std::pair{"What set it off, in a word or two?", "Trigger"},
                                   std::pair{"How strong is it, from 0 to 10?", "Intensity"},
                                   std::pair{"Was there a thought that came with it?", "Thought"},
                                   std::pair{"Has anything made it easier, even slightly?", "Helped"}}) {
      answer = terminal.AskUntil(question, "", [&](const std::string& value) { return ExpectedOf(field, value); });
      if (answer) more.Add(field, CleanValue(*answer));
    }
    return more;
  }

  void LogInput() {
    FileSource input(STDIN_FILENO, "standard input");
    std::string taken;
    InputKind kind = options_.input == "text"      ? InputKind::kText
                     : options_.input == "records" ? InputKind::kRecords
                                                   : TellInputKind(input, taken);
    PushedBackSource source(std::move(taken), input);
    Record common = FromOptions();
    std::vector<Record> records;
    came_through_a_pipe_ = kind == InputKind::kRecords;
    if (kind == InputKind::kRecords) {
      records = ReadRecords(source);
    } else {
      ReadTextEntries(source, TextUnit::kParagraph, "Setback", [&](const Record& r) { records.push_back(r); },
                      tool_.OnDamage());
    }
    LockedJournal file(path_);
    ids_.ComeAfter(file.LastId(), tool_.now_milliseconds());
    Journal journal = ReadJournal(file);
    std::string about = options_.about.empty() ? "" : journal.IdOf(options_.about);
    NewRecords fresh(journal, [&] { return ids_.Make(tool_.now_milliseconds()); }, FormatMoment(tool_.now()));
    std::vector<Record> entries;
    for (const Record& record : records)
      if (std::optional<Record> entry = fresh.Take(record, about, common)) entries.push_back(std::move(*entry));
    Append(file, entries);
  }

  std::vector<Record> ReadRecords(ByteSource& source) {
    std::vector<Record> records;
    RecordReader reader(source, "standard input", tool_.OnDamage());
    while (const Record* record = reader.Next()) {
      if (!record->IsEntry()) continue;
      Record storable = Storable(*record);
      if (CheckValues(storable, tool_.OnDamage())) {
        records.push_back(std::move(storable));
      } else {
        tool_.messages().Warn(Error("this record was not logged", record->place()).Sentence());
      }
    }
    return records;
  }

  Journal ReadJournal(LockedJournal& file) {
    Journal journal;
    std::unique_ptr<ByteSource> source = file.Read();
    ReadInto(journal, *source, path_, [&](const Error& error) { tool_.messages().Warn(error.Sentence()); });
    return journal;
  }

  // Appends the records, those without an Id under new ones, and prints the Ids.
  void Append(LockedJournal& file, const std::vector<Record>& records) {
    if (records.empty()) return;
    std::string loose = LooseModeOf(path_, /*directory_too=*/false);
    if (!loose.empty()) tool_.messages().Warn(Error(loose, {path_}).Sentence());
    ids_.ComeAfter(file.LastId(), tool_.now_milliseconds());
    std::string text;
    std::vector<Record> entries;
    for (const Record& record : records) {
      std::string id(record.Get("Id"));
      if (id.empty()) id = ids_.Make(tool_.now_milliseconds());
      entries.push_back(WithIdAndDate(record, id, FormatMoment(tool_.now())));
      std::string entry = RenderRecord(entries.back());
      if (entry.size() > kMaxRecordBytes) throw Error("expected an entry of at most 16 MiB; nothing was written");
      text += (text.empty() ? "" : "\n") + entry;
    }
    file.Append(text);
    for (Record& entry : entries) {
      tool_.out().Write(std::string(entry.Get("Id")) + "\n");
      written_.push_back(std::move(entry));
    }
  }

  // Once the words are kept, nothing about a pack makes the run a failure: somebody would log them again.
  ErrorHandler OnlySay() {
    return [this](const Error& error) { tool_.messages().Warn(error.Sentence()); };
  }

  // The packs and rules on safety, read once a run, and only after the words are kept.
  const SafetyRules& Safety() {
    if (!safety_) {
      shelf_.emplace(packs_.Open(tool_, {"safety"}, OnlySay()));
      safety_.emplace(*shelf_, OnlySay());
    }
    return *safety_;
  }

  // Of what was logged in this run.
  Concern GravestConcern() {
    Concern gravest = Concern::kNone;
    for (const Record& record : written_) gravest = std::max(gravest, Safety().JudgeRecord(record));
    return gravest;
  }

  // What a person reads after logging: the notice where it is due, else a word of calm and an own earlier line that helped.
  void Conclude() {
    if (written_.empty()) return;
    for (const Record& record : written_)
      watch_.Saw(Safety().JudgeRecord(record), came_through_a_pipe_ ? record.Get("Date") : "", tool_);
    tool_.out().Flush();
    watch_.Show(packs_.Help(*shelf_), tool_);
    if (IsHeld(GravestConcern()) || !tool_.stderr_is_terminal()) return;
    tool_.messages().Say(words::kKept);
    SayWhatHelped();
  }

  void SayWhatHelped() {
    Journal journal = files_.LoadIfThere();
    auto may_show = [&](const Record& record) { return Safety().JudgeRecord(record) == Concern::kNone; };
    Record logged = written_.front();
    for (const Record& entry : written_)
      for (std::string_view trigger : entry.All("Trigger")) logged.Add("Trigger", std::string(trigger));
    std::optional<OwnLine> line = NewestHelpFor(journal, Fold(journal.entries()), logged, may_show);
    if (line) tool_.messages().Say(WroteThen(*line, tool_.now().day));
  }

  Tool& tool_;
  LogOptions options_;
  JournalOptions files_;
  PackOptions packs_;
  SafetyWatch watch_;
  std::optional<PackShelf> shelf_;
  std::optional<SafetyRules> safety_;  // of shelf_
  IdMaker ids_;
  std::string path_;
  bool came_through_a_pipe_ = false;  // records with Dates of their own, rather than words of this moment
  std::vector<Record> written_;
};

}  // namespace
}  // namespace stumble

int main(int argc, char** argv) {
  stumble::Tool tool("log-setback", "Keep what happened, in your own words. Without words, it asks.");
  stumble::LogSetback log(tool);
  return tool.Run(argc, argv, [&] { return log.Run(); });
}
