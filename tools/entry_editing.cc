#include "entry_editing.h"

#include <algorithm>
#include <iostream>

#include "entry_line.h"
#include "journal/entry_fields.h"
#include "journal/entry_form.h"
#include "journal/former_versions.h"
#include "journal/journal_file.h"
#include "journal/journal_reading.h"
#include "record/record_reader.h"
#include "record/record_writer.h"
#include "text/stable_hash.h"
#include "text/text.h"
#include "tool/draft.h"
#include "tool/editor.h"
#include "tool/field_names.h"
#include "tool/terminal.h"
#include "words/short_answer.h"
#include "words/encryption_words.h"
#include "words/words.h"

namespace stumble {

namespace {

// How well what was written is understood. It may be sound and still not be what was meant.
enum class Understood { kYes, kDoubtful, kNo };

// Opens the draft, again if the person likes, until `understands` finds nothing wrong with it. `later` says what can
// be done with a draft that is kept.
void EditUntilUnderstood(Tool& tool, const Editor& editor, Draft& draft, const std::function<Understood()>& understands,
                         const std::function<std::string()>& later) {
  while (true) {
    if (int status = editor.Open(draft.PathToEdit()); status != 0) {
      std::string what = "the editor ended with status " + std::to_string(status) + ", so nothing was written";
      if (draft.IsChanged()) {
        draft.Keep();
        throw Error(what + "; what you wrote is kept here. " + later(), {draft.path()});
      }
      draft.Remove();
      throw Error(what);
    }
    Understood understood = understands();
    if (understood == Understood::kYes || (understood == Understood::kDoubtful && !tool.may_ask())) return;
    Terminal terminal(std::cin, std::cerr);
    bool doubtful = understood == Understood::kDoubtful;
    bool again = tool.may_ask() && terminal.AskYesOrNo(doubtful ? words::kOpenAgainOrNot : words::kOpenAgain).value_or(true);
    if (again && !terminal.AtEnd()) continue;
    if (doubtful && !terminal.AtEnd()) return;
    draft.Keep();
    throw Error("nothing was written; what you wrote is kept here. " + later(), {draft.path()});
  }
}

std::string LogsItLater(const std::string& file) {
  if (!file.ends_with(kAgeEnding)) return words::LogsItLater(file);
  return "It is encrypted; this logs it: age -d -i IDENTITY " + file + " | log-setback -";
}

// Runs the last step, after which the draft isn't needed any more; if that fails, says where the draft is.
void KeepUnlessDone(Draft& draft, const std::function<std::string()>& later, const std::function<void()>& last_step) {
  try {
    last_step();
  } catch (const Error& error) {
    draft.Keep();
    throw Error(std::string(error.what()) + "; what you wrote is kept in " + draft.path() + ". " + later(),
                error.place(), error.status());
  }
  draft.Remove();
}

}  // namespace

// A form is for its own journal.
std::string EntryEditing::FormOf() const { return FormNumberOf(path_); }

void EntryEditing::Compose(const Record& filled, const std::function<void(const std::vector<Record>&)>& store) {
  seal_.CheckCloses();
  Draft draft("entry", EntryForm(filled), FormOf(), seal_);
  Fill(draft, store);
}

bool EntryEditing::OfferForm(const std::function<void(const std::vector<Record>&)>& store) {
  if (!tool_.may_ask()) return false;
  for (const std::string& path : DraftsLeft("entry", FormOf())) {
    Draft form = Draft::TakenOver(path, seal_);
    std::string shown, text;
    bool is_sound = true;
    try {
      form.Keep();
      text = form.Read();
    } catch (const Error& error) {
      tool_.messages().Say(std::string(words::kDraftStaysClosed) + error.Sentence());
      continue;
    }
    for (const Record& entry : ReadEntryForm(text, path, tool_.now(), [&](const Error&) { is_sound = false; }))
      for (const Item& item : entry.items())
        if (IsFreeText(item.name)) shown += "\n  " + OnOneLine(item.value);
    if (is_sound && shown.empty()) {
      form.Remove();  // nobody wrote anything there
      continue;
    }
    Terminal terminal(std::cin, std::cerr);
    terminal.Say(std::string(words::kYouBeganAForm) + shown);
    std::optional<std::string> answer = terminal.Ask(words::kOpenFormNow);
    while (answer && UnderstoodAs(*answer) == ShortAnswer::kOther) {
      terminal.Say(words::kYesNoOrLater);
      answer = terminal.Ask(words::kOpenFormNow);
    }
    if (terminal.AtEnd()) return true;
    ShortAnswer choice = answer ? UnderstoodAs(*answer) : ShortAnswer::kYes;
    if (choice == ShortAnswer::kLater) return false;
    if (choice == ShortAnswer::kNo || choice == ShortAnswer::kThrowAway) {
      form.Remove();
      continue;
    }
    Fill(form, store);
    return true;
  }
  return false;
}

void EntryEditing::Fill(Draft& draft, const std::function<void(const std::vector<Record>&)>& store) {
  Editor editor;
  auto later = [&] { return LogsItLater(draft.path()); };
  std::vector<Record> entries;
  auto understands = [&] {
    bool sound = true, doubtful = false;
    entries = ReadEntryForm(draft.Read(), draft.path(), tool_.now(), [&](const Error& error) {
      sound = false;
      tool_.messages().Warn(error.Sentence());
    });
    for (const Record& entry : entries) doubtful = NameMisspeltFields(entry, {}, tool_) || doubtful;
    return !sound ? Understood::kNo : doubtful ? Understood::kDoubtful : Understood::kYes;
  };
  EditUntilUnderstood(tool_, editor, draft, understands, later);
  if (entries.empty()) {
    draft.Remove();
    tool_.messages().Say(words::kNothingLogged);
    return;
  }
  KeepUnlessDone(draft, later, [&] { store(entries); });
}

std::optional<Record> EntryEditing::Edit(const std::string& reference) {
  JournalText opened = ReadUnlocked();
  size_t place = opened.journal().Resolve(reference);
  const Record& before = opened.journal().records()[place];
  Known known = KnownAt(opened, place);
  seal_.CheckCloses();
  Editor editor;
  Draft draft("change", EntryToEdit(known.paragraph), FormOf(), seal_);
  auto later = [] { return std::string("'log-setback --edit' opens the entry anew."); };
  std::optional<Record> edited;
  auto understands = [&] {
    bool sound = true;
    auto name = [&](const Error& error) {
      sound = false;
      tool_.messages().Warn(error.Sentence());
    };
    edited = ReadEditedEntry(draft.Read(), draft.path(), before, opened.journal(), tool_.now(), name);
    if (!sound) return draft.IsChanged() ? Understood::kNo : Understood::kYes;
    return edited && NameMisspeltFields(*edited, before, tool_) ? Understood::kDoubtful : Understood::kYes;
  };
  EditUntilUnderstood(tool_, editor, draft, understands, later);
  bool changed = draft.IsChanged() && edited && RenderRecord(*edited) != RenderRecord(before);
  if (!changed) {
    tool_.messages().Say(draft.IsChanged() && !edited ? words::kNothingLeft : words::kUnchanged);
    draft.Remove();
    return std::nullopt;
  }
  KeepUnlessDone(draft, later, [&] {
    std::string paragraph = RenderRecord(*edited);
    if (paragraph.size() > kMaxRecordBytes) throw Error("expected an entry of at most 16 MiB; nothing was written");
    LockedJournal file(path_, tool_.identity(), Warning());
    JournalText text = Read(*file.Read());
    size_t now_at = PlaceOf(known, text);
    KeepFormerVersion(path_, text.bytes(), Seal(path_, tool_.identity()));  // as the journal is now
    file.Replace(text.With(now_at, paragraph));
  });
  if (edited->Has("Id")) tool_.out().Write(std::string(edited->Get("Id")) + "\n");
  return edited;
}

void EntryEditing::TakeBack(const std::optional<std::string>& reference) {
  std::optional<Known> known;
  if (!reference) {
    if (!tool_.may_ask())
      throw Error("--undo: expected the entry to take back, such as @1, where there is no terminal to ask on", {},
                  ExitStatus::kUsage);
    JournalText text = ReadUnlocked();
    size_t last = text.journal().LoggedLast();
    known = KnownAt(text, last);
    Terminal terminal(std::cin, std::cerr);
    terminal.Say(EntryLine(text.journal().records()[last]));
    if (!terminal.AskYesOrNo(words::kTakeBack).value_or(false)) return tool_.messages().Say(words::kStays);
  }
  LockedJournal file(path_, tool_.identity(), Warning());
  JournalText text = Read(*file.Read());
  size_t place = reference ? text.journal().Resolve(*reference) : PlaceOf(*known, text);
  if (reference) PlaceOf(KnownAt(text, place), text);  // refuses what two entries share
  RefuseFollowedUp(text, place);
  // Printed first: if nobody can take it, it stays.
  tool_.out().Write(RenderRecord(text.journal().records()[place]));
  tool_.out().Flush();
  KeepFormerVersion(path_, text.bytes(), Seal(path_, tool_.identity()));  // as the journal is now
  file.Replace(text.Without(place));
  if (tool_.stderr_is_terminal()) tool_.messages().Say(words::kTakenBack);
}

EntryEditing::Known EntryEditing::KnownAt(const JournalText& text, size_t place) const {
  return {text.journal().entries()[place].id, std::string(text.ParagraphOf(place))};
}

// Where the entry stands now. Throws Error if it isn't what it was.
size_t EntryEditing::PlaceOf(const Known& known, const JournalText& text) const {
  std::vector<size_t> places = known.id.empty() ? text.PlacesOfParagraph(known.paragraph) : text.PlacesOf(known.id);
  if (places.size() > 1 && !known.id.empty())
    throw Error("expected an entry whose Id no other has; nothing was changed. 'recall --check' names them", {path_});
  if (places.empty() || text.ParagraphOf(places[0]) != known.paragraph)
    throw Error("the entry has changed in the journal meanwhile; nothing was written", {path_});
  return places[0];
}

JournalText EntryEditing::Read(ByteSource& source) const {
  return ReadText(ReadAll(source));
}

JournalText EntryEditing::ReadText(std::string text) const { return JournalText(std::move(text), NameOfText(path_), Warning()); }

ErrorHandler EntryEditing::Warning() const {
  return [this](const Error& error) { tool_.messages().Warn(error.Sentence()); };
}

JournalText EntryEditing::ReadUnlocked() const {
  std::optional<std::string> text = ReadJournalText(path_, tool_.identity(), Warning());
  if (!text) throw Error("expected a journal to find the entry in; there is none yet", {path_});
  return ReadText(std::move(*text));
}

void EntryEditing::RefuseFollowedUp(const JournalText& text, size_t place) const {
  const std::string& id = text.journal().entries()[place].id;
  auto count = std::count_if(text.journal().entries().begin(), text.journal().entries().end(),
                             [&](const Entry& entry) { return !id.empty() && entry.about == id; });
  if (count == 0) return;
  throw Error((count == 1 ? "one entry follows" : std::to_string(count) + " entries follow") +
                  std::string(" this one up, so it was not taken back; 'recall --about REF' shows what follows it "
                              "up"),
              {path_});
}

}  // namespace stumble
