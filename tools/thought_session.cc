#include "thought_session.h"

#include <iostream>

#include "asking/followed_entry.h"
#include "asking/thought_talk.h"
#include "journal/entry_fields.h"
#include "journal/new_entry.h"
#include "setback/earlier_help.h"
#include "setback/new_fields.h"
#include "text/text.h"
#include "tool/answerers.h"
#include "tool/draft.h"
#include "tool/journal_keeper.h"
#include "tool/line_input.h"
#include "tool/terminal.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr size_t kMostSentences = 2;  // of earlier words in a talk

// What stood in the line when Ctrl-C came. A number is how true the thought feels, if that is not known yet, and nothing to keep
// after it.
void AddUnfinished(const std::string& unfinished, Record& typed) {
  bool is_number = typed.Has("Thought") && ExpectedOf("Belief", unfinished).empty();
  if (is_number && typed.Has("Belief")) return;
  const char* field = !typed.Has("Thought") ? "Thought" : is_number ? "Belief" : "Answer";
  typed.Add(field, unfinished);
  typed.Add(kUnfinished, field);
}

// On a terminal of its own, for Ctrl-D may have ended the talk. Who ends this too leaves it to be printed.
bool AsksToKeep() {
  Terminal terminal(std::cin, std::cerr);
  try {
    std::optional<bool> keeps = terminal.AskYesOrNo(words::kKeepInJournal);
    return !terminal.AtEnd() && keeps.value_or(true);
  } catch (const Interrupted& stop) {
    throw Interrupted(stop.signal(), "");  // what was typed here is no words on the thought
  }
}

}  // namespace

const Journal& KnownJournal::entries() {
  if (!journal_) {
    if (!may_ask_) files_.SayIfClosed();
    journal_ = quiet_ ? files_.LoadQuietly() : files_.LoadIfThere(may_ask_);
    folded_ = Fold(journal_->entries());
  }
  return *journal_;
}

const Folded& KnownJournal::folded() {
  entries();
  return folded_;
}

bool EarlierWords::IsOwn(const std::string& reframe) const {
  for (const Pattern* pattern : shelf_.patterns())
    for (const Offer& offer : pattern->reframes)
      if (IsFilledFrom(reframe, offer.text)) return false;
  return true;
}

std::set<std::string> EarlierWords::PatternsOf(const Record& record) const {
  std::set<std::string> patterns;
  for (std::string_view pattern : record.All("Pattern")) patterns.emplace(pattern);
  if (!patterns.empty()) return patterns;  // it was looked at; doing that again for a whole journal takes seconds
  for (std::string_view thought : record.All("Thought"))
    for (const FoundPattern& found : finder_.Find(thought)) patterns.insert(found.pattern->id);
  return patterns;
}

std::vector<Record> EarlierWords::For(const Record& reframed, size_t most) {
  if (IsHeld(safety_.JudgeRecord(reframed)) || !(reframed.Has("Thought") || reframed.Has("Trigger"))) return {};
  const Journal& journal = journal_.entries();
  const Folded& folded = journal_.folded();
  Likeness likeness;
  likeness.triggers = TriggersOf(journal, folded, reframed);
  for (std::string_view pattern : reframed.All("Pattern")) likeness.patterns.emplace(pattern);
  auto may_show = [&](const Record& record) {
    return !brought_.contains(std::string(record.Get("Id"))) && safety_.JudgeRecord(record) == Concern::kNone;
  };
  std::vector<Record> fresh =
      EarlierHelp(journal, folded, reframed, likeness, most,
                  {may_show, [&](const Record& record) { return PatternsOf(record); },
                   [&](const std::string& reframe) { return IsOwn(reframe); }});
  for (const Record& help : fresh)
    if (help.Has("Id")) brought_.emplace(help.Get("Id"));
  return fresh;
}

std::string EarlierWords::Sentence(const Record& help, Day today) const {
  return EarlierHelpSentence(help, DatedLines(journal_.entries(), journal_.folded(), help), today);
}

Record BegunAbout(const Record& entry) {
  Record begun;
  begun.Add("About", std::string(entry.Get("Id")));
  std::string thought = ThoughtToLookAt(entry);
  if (!thought.empty()) begun.Add("Thought", thought);
  return begun;
}

void TalkAboutThought(Tool& tool, Record begun, const Record& about, const Reframer& reframer,
                                     const SafetyRules& safety, const PackShelf& shelf, const ReachableHelp& help,
                                     JournalOptions& files, EarlierWords& earlier,
                      const std::function<void(const Record&)>& print) {
  Terminal terminal(std::cin, std::cerr);
  SafetyPause pause(terminal, safety, help);
  PersonAnswerer person(terminal, [&](const std::string& answer) { return pause.Look(answer); });
  ThoughtTalk talk(reframer, safety, shelf, [&](const Record& looked) {
    std::vector<std::string> sentences;
    for (const Record& record : earlier.For(looked, kMostSentences))
      sentences.push_back(earlier.Sentence(record, tool.now().day));
    return sentences;
  });
  talk.set_about(about);
  std::string path = files.JournalToWrite();
  std::string date = FormatMoment(tool.now());
  TypedDraft draft(ForJournal(path), files.SealOfJournal());
  Record typed = begun;
  bool draft_is_kept = false;
  auto save = [&](const Record& so_far) {
    typed = so_far;
    Record dated = so_far;
    dated.Insert(0, "Date", date);
    try {
      draft.Save(dated);
      draft_is_kept = true;
    } catch (const Error& error) {
      if (!draft_is_kept) tool.messages().Warn(error.Sentence());
    }
  };
  talk.set_keep(save);

  JournalKeeper keeper(tool);
  std::vector<Record> records;
  bool keep = false;
  try {
    std::string thought(begun.Get("Thought"));
    bool is_new = !begun.Has("About");  // and stands in no journal yet
    if (is_new && IsHeld(safety.Judge(thought))) save(begun);
    Stopping stopped = thought.empty() ? Stopping::kNo : pause.Look(thought);
    if (stopped != Stopping::kNo) {
      begun.Insert(0, "Date", date);
      records = {reframer.Reframe(begun)};
    } else {
      terminal.Say(words::kHowToAnswer);
      if (!is_new && !thought.empty()) terminal.Say(words::TheThought(OnOneLine(thought)) + "\n");
      records = talk.Run(begun, date, [&] { return keeper.MakeId(); }, person);
      stopped = person.Stopped();
    }
    if (!records.empty() && tool.out().is_terminal()) {
      // Who stopped in a hard moment was told that their words are kept.
      keep = (stopped != Stopping::kNo && IsHeld(safety.JudgeRecord(records[0]))) || AsksToKeep();
    }
  } catch (const Interrupted& stop) {
    std::string unfinished = CleanValue(stop.unfinished());
    if (!unfinished.empty()) AddUnfinished(unfinished, typed);
    bool is_new = !begun.Has("About") && begun.Has("Thought");
    if (is_new || draft_is_kept || !unfinished.empty()) save(typed);
    if (draft_is_kept) tool.messages().Say(words::DraftKept("log-setback"));
    throw;
  }
  if (keep) {
    try {
      LockedJournal file(path);
      for (Record& record : records) record = Storable(record);
      keeper.Append(file, records);
    } catch (const Error& error) {
      typed.Insert(0, "Date", date);
      KeepInDraft(typed, error, "log-setback", draft);
    }
    terminal.Say(IsHeld(safety.JudgeRecord(records[0])) ? words::kKeptInAHardMoment : words::kKept);
    records.clear();
  }
  for (const Record& record : records) print(record);
  tool.out().Flush();  // the draft goes once they are out
  draft.Remove();
}

}  // namespace stumble
