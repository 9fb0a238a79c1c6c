// log-setback: keeps what happened, in the person's words, and what followed. It appends; only --edit and --undo
// change what stands in the journal.

#include <unistd.h>

#include <algorithm>

#include "entry_editing.h"
#include "first_minute.h"
#include "journal/entry_fields.h"
#include "journal/entry_form.h"
#include "journal/input_kind.h"
#include "journal/journal_file.h"
#include "journal/new_entry.h"
#include "journal/text_entries.h"
#include "log_options.h"
#include "moment/spoken_time.h"
#include "record/record_reader.h"
#include "setback/new_records.h"
#include "setback/own_words.h"
#include "text/text.h"
#include "tool/editor.h"
#include "tool/field_names.h"
#include "tool/journal_keeper.h"
#include "tool/journal_options.h"
#include "tool/pack_options.h"
#include "tool/safety_watch.h"
#include "tool/tool.h"
#include "words/words.h"

namespace stumble {
namespace {

class LogSetback {
 public:
  explicit LogSetback(Tool& tool) : tool_(tool), files_(tool), keeper_(tool) {
    options_.Declare(tool);
    files_.DeclareWriting();
    packs_.Declare(tool, /*with_region=*/true);
    watch_.Declare(tool);
  }

  ExitStatus Run() {
    path_ = files_.JournalToWrite();
    options_.CheckTogether();
    if (options_.takes_back) {
      EntryEditing(tool_, path_).TakeBack(options_.Reference());
    } else if (!options_.edit.empty()) {
      EditEntry();
    } else if (options_.in_editor) {
      LogFromEditor();
    } else if (options_.ReadsInput()) {
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

  // What the words and the options say.
  Record FromCommandLine() {
    Record record = FromOptions();
    std::string words;
    for (const std::string& word : options_.words) words += (words.empty() ? "" : " ") + word;
    words = CleanValue(words);
    if (!options_.words.empty() && words.empty())
      throw Error("expected some words on what happened", {}, ExitStatus::kUsage);
    if (options_.recovered == "yes" && IsTime(words))
      throw Error("--recovered: expected its time after =, as in --recovered=yesterday", {}, ExitStatus::kUsage);
    if (!words.empty()) record.Set("Setback", words);
    return record;
  }

  void LogWords() {
    Record record = FromCommandLine();
    bool says_something = std::any_of(record.items().begin(), record.items().end(),
                                      [](const Item& item) { return item.name != "Date" && item.name != "Private"; });
    if (!says_something) {
      if (!tool_.may_ask() || !options_.about.empty())
        throw Error("expected words on what happened, or an option such as --learned; 'log-setback -h' shows more", {},
                    ExitStatus::kUsage);
      return AskAndLog(record);
    }
    if (record.Has("Recovered") && !record.Has("Setback") && options_.about.empty())
      throw Error("expected --about REF with --recovered or --came-back: @1 is what was logged last", {},
                  ExitStatus::kUsage);
    if (options_.about.empty()) {
      LockedJournal file(path_);
      return Append(file, {InTableOrder(record)});
    }
    LockedJournal file(path_, tool_.identity(), OnlySay());
    record.Set("About", ReadJournal(file).IdOf(options_.about));
    Append(file, {InTableOrder(record)});
  }

  void LogFromEditor() {
    Record filled = FromCommandLine();
    auto log = [this](const std::vector<Record>& records) { LogRecords(records, "", {}); };
    if (EntryEditing(tool_, path_).OfferForm(log) && filled.items().empty()) return;
    if (!options_.about.empty()) filled.Set("About", files_.Load().IdOf(options_.about));
    EntryEditing(tool_, path_).Compose(filled, log);
  }

  void EditEntry() {
    std::optional<Record> edited = EntryEditing(tool_, path_).Edit(options_.edit);
    if (!edited) return;
    was_edited_ = true;
    written_.push_back(std::move(*edited));
  }

  void AskAndLog(const Record& begun) {
    shows_ids_ = !tool_.out().is_terminal();  // in a conversation an Id is noise
    if (EntryEditing(tool_, path_).OfferForm([this](const std::vector<Record>& records) { LogRecords(records, "", {}); })) return;
    auto log = [this](const Record& entry) {
      LockedJournal file(path_);
      Append(file, {InTableOrder(entry)});
      return written_.back();
    };
    AskWhatHappened(tool_, files_, begun, [this]() -> const SafetyRules& { return Safety(); }, log);
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
    LogRecords(records, options_.about, common);
    if (!left_out_) RemoveDraftAt(STDIN_FILENO);  // a form that was kept for later
  }

  // Of the records, what is new. With a reference they all follow up that entry; `common` holds for each.
  void LogRecords(const std::vector<Record>& records, const std::string& reference, const Record& common) {
    // What comes without an Id is new for sure, so that an encrypted journal needs no identity for it.
    bool may_be_held = std::any_of(records.begin(), records.end(), [](const Record& record) { return record.Has("Id"); });
    bool needs_journal = !reference.empty() || may_be_held || !EncryptedJournal::IsAt(path_);
    std::optional<LockedJournal> locked;
    if (needs_journal) locked.emplace(path_, tool_.identity(), OnlySay());
    else locked.emplace(path_);
    LockedJournal& file = *locked;
    Journal journal = needs_journal ? ReadJournal(file) : Journal();
    std::string about = reference.empty() ? "" : journal.IdOf(reference);
    NewRecords fresh(journal, [&] { return keeper_.MakeId(file); }, FormatMoment(tool_.now()));
    std::vector<Record> entries;
    for (const Record& record : records)
      if (std::optional<Record> entry = fresh.Take(record, about, common)) entries.push_back(std::move(*entry));
    Append(file, entries);
  }

  std::vector<Record> ReadRecords(ByteSource& source) {
    std::vector<Record> records;
    RecordReader reader(source, "standard input", [this](const Error& error) {
      left_out_ = true;
      tool_.OnDamage()(error);
    });
    while (const Record* record = reader.Next()) {
      if (!record->IsEntry()) continue;
      NameMisspeltFields(*record, {}, tool_);
      Record storable = Storable(*record);
      SettleSpokenValues(storable, tool_.now());
      if (CheckValues(storable, tool_.OnDamage())) {
        records.push_back(std::move(storable));
      } else {
        left_out_ = true;
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
    for (Record& entry : keeper_.Append(file, records)) {
      if (shows_ids_) tool_.out().Write(std::string(entry.Get("Id")) + "\n");
      else tool_.messages().Note("kept as " + std::string(entry.Get("Id")));
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

  // What a person reads after logging: the notice where it is due, else a word of calm and an own earlier line that
  // helped.
  void Conclude() {
    if (written_.empty()) return;
    bool has_own_dates = came_through_a_pipe_ || was_edited_;
    for (const Record& record : written_)
      watch_.Saw(Safety().JudgeRecord(record), has_own_dates ? record.Get("Date") : "", tool_);
    FlushIds();
    watch_.Show(packs_.Help(*shelf_), tool_);
    if (IsHeld(GravestConcern()) || !tool_.stderr_is_terminal()) return;
    if (was_edited_) return tool_.messages().Say(words::kEdited);
    tool_.messages().Say(words::kKept);
    SayWhatHelped();
  }

  // What is logged is logged, also where its Id can't be printed: nobody should log it again.
  void FlushIds() {
    try {
      tool_.out().Flush();
    } catch (const Error& error) {
      throw Error(std::string(error.what()) + (was_edited_ ? "; the entry is changed all the same" : "; what you logged is kept all the same"),
                  error.place(), error.status());
    }
  }

  void SayWhatHelped() {
    Journal journal = files_.LoadIfThere();
    auto may_show = [&](const Record& record) { return Safety().JudgeRecord(record) == Concern::kNone; };
    Record logged = written_.front();
    for (const Record& entry : written_)
      for (std::string_view trigger : entry.All("Trigger")) logged.Add("Trigger", std::string(trigger));
    std::optional<OwnLine> line = NewestHelpFor(journal, Fold(journal.entries()), logged, may_show);
    if (line) tool_.messages().Say(WroteThen({*line}, tool_.now().day));
  }

  Tool& tool_;
  LogOptions options_;
  JournalOptions files_;
  PackOptions packs_;
  SafetyWatch watch_;
  std::optional<PackShelf> shelf_;
  std::optional<SafetyRules> safety_;  // of shelf_
  JournalKeeper keeper_;
  std::string path_;
  bool came_through_a_pipe_ = false;  // records with Dates of their own, rather than words of this moment
  bool left_out_ = false;             // some of standard input
  bool was_edited_ = false;           // an entry that stood there already
  std::vector<Record> written_;
  bool shows_ids_ = true;
};

}  // namespace
}  // namespace stumble

int main(int argc, char** argv) {
  stumble::Tool tool("log-setback", "Keep what happened, in your own words. Without words, it asks.");
  stumble::LogSetback log(tool);
  return tool.Run(argc, argv, [&] { return log.Run(); });
}
