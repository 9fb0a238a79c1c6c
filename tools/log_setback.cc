// log-setback: keeps what happened, in the person's words, and what followed. It appends; only --edit and --undo
// change what stands in the journal.

#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <random>

#include "asking/routine_run.h"
#include "entry_editing.h"
#include "insight/names.h"
#include "journal/entry_fields.h"
#include "journal/entry_form.h"
#include "journal/input_kind.h"
#include "journal/journal_file.h"
#include "journal/new_entry.h"
#include "journal/text_entries.h"
#include "journal/ulid.h"
#include "log_options.h"
#include "moment/calendar.h"
#include "moment/spoken_time.h"
#include "record/record_reader.h"
#include "record/record_writer.h"
#include "setback/merged_record.h"
#include "setback/new_records.h"
#include "setback/own_words.h"
#include "text/text.h"
#include "tool/answerers.h"
#include "tool/draft.h"
#include "tool/field_names.h"
#include "tool/journal_options.h"
#include "tool/pack_options.h"
#include "tool/safety_watch.h"
#include "tool/terminal.h"
#include "tool/tool.h"
#include "words/words.h"

namespace stumble {
namespace {

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
      return AskAndLog(std::move(record));
    }
    if (record.Has("Recovered") && !record.Has("Setback") && options_.about.empty())
      throw Error("expected --about REF with --recovered or --came-back: @1 is the setback logged last", {},
                  ExitStatus::kUsage);
    LockedJournal file(path_);
    if (!options_.about.empty()) record.Set("About", ReadJournal(file).IdOf(options_.about));
    Append(file, {InTableOrder(record)});
  }

  void LogFromEditor() {
    Record filled = FromCommandLine();
    if (!options_.about.empty()) filled.Set("About", files_.Load().IdOf(options_.about));
    auto log = [this](const std::vector<Record>& records) { LogRecords(records, "", {}); };
    EntryEditing(tool_, path_).Compose(filled, log);
  }

  void EditEntry() {
    std::optional<Record> edited = EntryEditing(tool_, path_).Edit(options_.edit);
    if (!edited) return;
    was_edited_ = true;
    written_.push_back(std::move(*edited));
  }

  // One question, and Enter keeps the answer; then, if the person likes, a few more. A draft of before comes first.
  void AskAndLog(Record record) {
    Terminal terminal(std::cin, std::cerr);
    shows_ids_ = !tool_.out().is_terminal();  // in a conversation an Id is noise
    DraftPurpose purpose{"Journal", std::filesystem::absolute(path_).lexically_normal().string()};
    draft_.emplace(purpose);
    if (LogDraft(terminal, purpose)) return;
    std::optional<std::string> what = AskOrKeep(terminal, words::kWhatHappened, record, "Setback");
    if (!what) return;
    record.Set("Setback", CleanValue(*what));
    {
      LockedJournal file(path_);
      Append(file, {InTableOrder(record)});
    }
    if (GravestConcern() != Concern::kNone) return;  // no more questions now
    Record more;
    more.Set("About", std::string(written_.front().Get("Id")));
    AskForMore(terminal, more);
    if (more.items().size() > 1) {
      LockedJournal file(path_);
      Append(file, {InTableOrder(more)});
    }
    draft_->Remove();
  }

  // Offers what an earlier run left unfinished. True if it was logged: then nothing more is asked.
  bool LogDraft(Terminal& terminal, const DraftPurpose& purpose) {
    std::optional<TypedDraft> draft = TypedDraft::Earlier(purpose);
    if (!draft) return false;
    std::optional<Moment> date = ParseMoment(draft->record().Get("Date"));
    std::string words;
    for (const Item& item : draft->record().items())
      if (IsFreeText(item.name)) words += "\n  " + OnOneLine(item.value);
    terminal.Say(std::string(words::kYouBegan) + (date ? SpokenDate(date->day, tool_.now().day) : "another day") + ":" + words);
    std::optional<std::string> answer = terminal.Ask(words::kKeepItNow);
    while (answer && !IsYes(*answer) && !IsNo(*answer) && !EqualIgnoringCase(*answer, "later")) {
      terminal.Say(words::kYesNoOrLater);
      answer = terminal.Ask(words::kKeepItNow);
    }
    if (terminal.AtEnd()) return true;  // left for later, and no more questions
    if (answer && IsNo(*answer)) draft->Remove();
    if (answer && !IsYes(*answer)) return false;
    {
      LockedJournal file(path_);
      Append(file, {InTableOrder(draft->record())});
    }
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
    if (!answer || IsNo(*answer)) return;
    if (!IsYes(*answer)) {
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
      return IsHeld(Safety().Judge(words)) ? Stopping::kQuietly : Stopping::kNo;
    };
    PersonAnswerer person(terminal, stop_if_held);
    try {
      RunRoutine(questions, person, progress, [&] {
        if (progress.HasAnswers()) SaveDraft(so_far());
        else draft_->Remove();
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
      if (IsHeld(Safety().JudgeRecord(merged))) continue;
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
      draft_->Save(draft);
      draft_is_kept_ = true;
    } catch (const Error& error) {
      draft_is_kept_ = false;
      tool_.messages().Warn(error.Sentence());
    }
  }

  void SayItIsKept() {
    if (draft_is_kept_)
      tool_.messages().Say(std::string(words::kDraftKept) + "log-setback" + std::string(words::kOffersItAgain));
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
  }

  // Of the records, what is new. With a reference they all follow up that entry; `common` holds for each.
  void LogRecords(const std::vector<Record>& records, const std::string& reference, const Record& common) {
    LockedJournal file(path_);
    ids_.ComeAfter(file.LastId(), tool_.now_milliseconds());
    Journal journal = ReadJournal(file);
    std::string about = reference.empty() ? "" : journal.IdOf(reference);
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
      SettleSpokenValues(storable, tool_.now());
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
    tool_.out().Flush();
    watch_.Show(packs_.Help(*shelf_), tool_);
    if (IsHeld(GravestConcern()) || !tool_.stderr_is_terminal()) return;
    if (was_edited_) return tool_.messages().Say(words::kEdited);
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
  bool was_edited_ = false;           // an entry that stood there already
  std::vector<Record> written_;
  std::optional<TypedDraft> draft_;  // while asking
  bool draft_is_kept_ = false;
  bool shows_ids_ = true;
};

}  // namespace
}  // namespace stumble

int main(int argc, char** argv) {
  stumble::Tool tool("log-setback", "Keep what happened, in your own words. Without words, it asks.");
  stumble::LogSetback log(tool);
  return tool.Run(argc, argv, [&] { return log.Run(); });
}
