#include "forgetting.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <optional>

#include "entry_line.h"
#include "journal/conversion.h"
#include "journal/former_versions.h"
#include "journal/journal_file.h"
#include "journal/journal_reading.h"
#include "journal/private_file.h"
#include "journal/seal.h"
#include "record/record_reader.h"
#include "text/text.h"
#include "tool/editor.h"
#include "tool/terminal.h"
#include "words/words.h"

namespace stumble {

namespace {

namespace fs = std::filesystem;

constexpr size_t kMostDraftBytes = size_t{64} << 20;

void RemoveFile(const std::string& path) {
  if (unlink(path.c_str()) == 0 || errno == ENOENT) return SyncDirectoryOf(path);
  throw Error(std::string("could not be removed, and may still hold the entry: ") + std::strerror(errno), {path});
}

bool LiesInGit(const std::string& path) {
  std::error_code ignored;
  for (const fs::path& start : {fs::absolute(path, ignored), fs::canonical(path, ignored)}) {
    for (fs::path above = start.parent_path(); !above.empty(); above = above.parent_path()) {
      if (fs::exists(above / ".git", ignored)) return true;
      if (above == above.parent_path()) break;
    }
  }
  return false;
}

}  // namespace

void Forgetting::Declare() {
  tool_.AddMore("--forget", reference_, "Erase this entry for good")->type_name("REF");
  tool_.options()
      .add_flag("--with-follow-ups", with_follow_ups_, "With --forget: also what follows it up")
      ->group(kMoreOptions)
      ->needs("--forget");
}

// One whose bytes are damaged counts as a text that is no record does. Throws Error if it may be sound, and only can't be opened now.
JournalText Forgetting::ReadFormer(const std::string& path) const {
  std::string text = "?\n", bytes = ReadWholeFile(path, SIZE_MAX);
  try {
    text = Seal(path, tool_.identity()).Open(std::move(bytes), path);
  } catch (const ClosedNow& closed) {
    throw Error("may hold the entry, and can't be opened now, so nothing was erased: expected --identity FILE that opens it (" +
                    std::string(closed.what()) + ")",
                {path});
  } catch (const Error&) {
    // its bytes are no whole file of age's
  }
  return JournalText(std::move(text), path, [](const Error&) {});
}

void Forgetting::Run(const std::string& path) {
  std::error_code unknown;
  if (!fs::exists(path, unknown) && !unknown) throw Error("expected a journal to find the entry in; there is none yet", {path});
  if (EncryptedJournal::IsAt(path)) LockedJournal ends_what_was_cut_short(path);
  // Found, and asked about, without the lock, for a person may take their time; what was found then is what goes.
  ErrorHandler quietly = [](const Error&) {};
  JournalText seen(ReadJournalText(path, tool_.identity(), quietly).value_or(""), path, quietly);
  Doomed doomed = Find(path, seen);
  AddFollowUps(path, seen, doomed);
  if (!tool_.may_ask() && !tool_.no_input())
    throw Error("--forget: expected --no-input with it where there is no terminal to ask on; nothing was erased", {}, ExitStatus::kUsage);
  if (tool_.may_ask() && !MayErase(seen, doomed)) return tool_.messages().Say(words::kStays);
  ErrorHandler warn = [this](const Error& error) { tool_.messages().Warn(error.Sentence()); };
  LockedJournal file(path, tool_.identity(), warn);
  JournalText text(ReadAll(*file.Read()), NameOfText(path), warn);
  AddFollowUps(path, text, doomed);
  doomed.TakeWords(text);
  for (const std::string& former : FormerVersionsOf(path)) doomed.TakeWords(ReadFormer(former));
  // The journal comes last: if anything before it fails, the reference still finds the entry.
  EraseFromFormer(path, doomed);
  EraseDrafts(doomed);
  std::vector<size_t> places = doomed.PlacesIn(text);
  if (!places.empty()) file.Replace(text.Without(places));
  tool_.messages().Say(words::kErased);
  for (const std::string& draft : Drafts()) tool_.messages().Say(std::string(words::kDraftStays) + draft);
  SayWhatIsOutOfReach(path);
}

bool Forgetting::MayErase(const JournalText& text, const Doomed& doomed) const {
  Terminal terminal(std::cin, std::cerr);
  for (size_t place : doomed.PlacesIn(text)) terminal.Say(EntryLine(text.journal().records()[place]));
  std::string_view question = doomed.ids.size() > 1 ? words::kEraseWithFollowUps : words::kErase;
  return terminal.AskYesOrNo(question).value_or(false);
}

std::vector<size_t> Forgetting::Doomed::PlacesIn(const JournalText& text) const {
  std::vector<size_t> places;
  if (!paragraph.empty()) return text.PlacesOfParagraph(paragraph);
  for (const std::string& id : ids) {
    std::vector<size_t> of_id = text.PlacesOf(id);
    places.insert(places.end(), of_id.begin(), of_id.end());
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

Forgetting::Doomed Forgetting::Find(const std::string& path, const JournalText& text) const {
  auto doom = [](const JournalText& found_in, size_t place) {
    const std::string& id = found_in.journal().entries()[place].id;
    return id.empty() ? Doomed{{}, std::string(found_in.ParagraphOf(place)), {}} : Doomed{{id}, "", {}};
  };
  try {
    return doom(text, text.journal().Resolve(reference_));
  } catch (const Error&) {
    // Taken back before, it may still stand in a former version, where its Id names it.
    if (reference_.starts_with('@')) throw;
    for (bool moved_on = true; moved_on;) {  // by another tool, just as they are looked at
      moved_on = false;
      for (const std::string& former : FormerVersionsOf(path)) {
        std::error_code unknown;
        std::optional<JournalText> then;
        try {
          then.emplace(ReadFormer(former));
          return doom(*then, then->journal().Resolve(reference_));
        } catch (const Error&) {
          if (then) continue;
          moved_on = !fs::exists(former, unknown) && !unknown;
          if (!moved_on) throw;
          break;
        }
      }
    }
    throw;
  }
}

void Forgetting::AddFollowUps(const std::string& path, const JournalText& text, Doomed& doomed) const {
  size_t count = 0;
  for (bool grew = !doomed.ids.empty(); grew;) {
    grew = false;
    for (const Entry& entry : text.journal().entries()) {
      if (!doomed.ids.contains(entry.about)) continue;
      if (!entry.id.empty() && doomed.ids.insert(entry.id).second) {
        grew = true;
        ++count;
      } else if (entry.id.empty()) {
        throw Error("an entry without an Id follows this one up; expected it to be taken out by hand first; nothing was "
                    "erased",
                    {path});
      }
    }
  }
  if (count == 0 || with_follow_ups_) return;
  throw Error((count == 1 ? "one entry follows" : std::to_string(count) + " entries follow") +
                  std::string(" this one up, so nothing was erased; 'recall --about REF' shows what follows it up, "
                              "and --with-follow-ups erases that too"),
              {path});
}

void Forgetting::EraseFromFormer(const std::string& path, const Doomed& doomed) const {
  Seal seal(path, tool_.identity());
  for (const std::string& former : FormerVersionsOf(path)) {
    JournalText then = ReadFormer(former);
    if (then.has_damage()) {
      RemoveFile(former);
      tool_.messages().Say(std::string(words::kErasedWhole) + former);
      continue;
    }
    std::vector<size_t> places = doomed.PlacesIn(then);
    if (places.empty()) continue;
    // As the journal is now: a conversion that was cut short may have left some of the other kind.
    std::string plain = former.ends_with(kAgeEnding) ? former.substr(0, former.size() - kAgeEnding.size()) : former;
    std::string kept = then.Without(places), target = former;
    if (plain + std::string(seal.ending()) != former) {
      try {
        target = PlaceOfFormer(plain, kept, seal);
      } catch (const Error&) {  // each number has a version of its own
        RemoveFile(former);
        tool_.messages().Say(std::string(words::kErasedWhole) + former);
        continue;
      }
    }
    ReplacePrivateFile(target, seal.Close(kept));
    if (target != former) RemoveFile(former);
  }
  for (const auto& leftovers : {UnfinishedVersionsOf(path), UnfinishedConversionsOf(path)}) {
    for (const std::string& unfinished : leftovers) {
      RemoveJournalAt(unfinished);
      tool_.messages().Say(std::string(words::kErasedWhole) + unfinished);
    }
  }
}

namespace {

// Long enough to be nobody else's: "yes" or "at work" may stand in any draft.
bool IsSentence(std::string_view words) {
  constexpr std::ptrdiff_t kFewestWords = 3;
  return std::count(words.begin(), words.end(), ' ') + 1 >= kFewestWords;
}

}  // namespace

void Forgetting::Doomed::TakeWords(const JournalText& text) {
  for (size_t place : PlacesIn(text))
    for (const char* name : {"Setback", "Thought", "Answer"})
      for (std::string_view value : text.journal().records()[place].All(name))
        if (IsSentence(Trim(value))) words.insert(OnOneLine(Trim(value)));
}

bool Forgetting::Doomed::IsIn(const std::string& draft) const {
  if (std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return draft.find(id) != std::string::npos; })) return true;
  if (!paragraph.empty() && draft.find(Trim(paragraph)) != std::string::npos) return true;
  bool is_damaged = false;
  TextSource source(draft);
  RecordReader reader(source, "draft", [&](const Error&) { is_damaged = true; });
  while (const Record* record = reader.Next())
    for (const Item& item : record->items())
      if (!item.IsComment() && words.contains(OnOneLine(Trim(item.value)))) return true;
  return is_damaged && std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return !word.empty() && draft.find(": " + word) != std::string::npos;
  });
}

void Forgetting::EraseDrafts(const Doomed& doomed) const {
  for (const std::string& draft : Drafts())
    if (doomed.IsIn(OpenDraft(draft))) RemoveFile(draft);
}

// Empty if it can't be opened, or went meanwhile.
std::string Forgetting::OpenDraft(const std::string& path) const {
  std::string bytes;
  try {
    bytes = ReadWholeFile(path, kMostDraftBytes);
  } catch (const Error&) {
    std::error_code unknown;
    if (!fs::exists(path, unknown) && !unknown) return "";
    throw;
  }
  try {
    return Seal("", tool_.identity()).Open(std::move(bytes), path);
  } catch (const Error&) {
    return "";
  }
}

void Forgetting::SayWhatIsOutOfReach(const std::string& path) const {
  tool_.messages().Say(words::kOutOfReach);
  if (LiesInGit(path)) tool_.messages().Say(words::kGitStillHolds);
}

}  // namespace stumble
