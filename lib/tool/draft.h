// TypedDraft: what a person began to write and did not finish: Ctrl-C came, the window was closed, the machine went down. A record in
// a file of its own in the state directory, for nobody else to read (0600), offered again and removed when it is done with. That of an encrypted
// journal is encrypted too.
#ifndef STUMBLE_TOOL_DRAFT_H_
#define STUMBLE_TOOL_DRAFT_H_

#include <optional>
#include <string>

#include "error.h"
#include "journal/seal.h"
#include "record/record.h"

namespace stumble {

// What a draft is for: {"Journal", its path} or {"Routine", its id}. One is never offered for another.
struct DraftPurpose {
  std::string field, value;
};

// In a draft: the name of the field whose last value was not finished when Ctrl-C came. All else is finished, and nothing is ever
// added to it.
inline constexpr const char* kUnfinished = "Unfinished";

class TypedDraft {
 public:
  explicit TypedDraft(DraftPurpose purpose, Seal seal = {}) : purpose_(std::move(purpose)), seal_(std::move(seal)) {}

  // The oldest draft for this that an earlier run left behind; not one that another run is at work on. One that can't be opened goes to
  // `on_closed`, and stays.
  static std::optional<TypedDraft> Earlier(const DraftPurpose& purpose, const Seal& seal = {},
                                           const ErrorHandler& on_closed = {});

  // As it was saved.
  const Record& record() const { return record_; }
  // Where it was saved; empty before that.
  const std::string& path() const { return path_; }

  // Writes it, and makes it last. Throws Error if that fails.
  void Save(const Record& record);

  // Done with. Nothing happens if it was never saved.
  void Remove();

 private:
  DraftPurpose purpose_;
  Seal seal_;
  Record record_;
  std::string path_;  // empty until it is saved
};

// The draft of a journal: what `journal`, a path, means to DraftPurpose.
DraftPurpose ForJournal(const std::string& journal);

// The number that stands in the names of files which an editor had for this journal.
std::string FormNumberOf(const std::string& journal);

// Of which journal a draft is, as its name tells: that of a routine, and the copy that an editor left, tell of none.
enum class Belongs { kToIt, kToAnother, kUnknown };
Belongs BelongsTo(const std::string& journal, const std::string& draft);

// Keeps in `draft` what could not be written elsewhere, and throws the error that says so with where the words are; `command` offers
// them again.
[[noreturn]] void KeepInDraft(const Record& record, const Error& error, const std::string& command, TypedDraft& draft);

// Whether the process of that number, in digits, is one of the tools that keep drafts, at work now.
bool IsAtWork(const std::string& number);

}  // namespace stumble

#endif  // STUMBLE_TOOL_DRAFT_H_
