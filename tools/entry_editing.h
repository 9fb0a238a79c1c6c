// EntryEditing: what log-setback does in the person's editor, and to an entry that stands in the journal already. The
// journal is never locked while an editor runs; what it held before a change is kept beside it; and what a person has
// typed is never thrown away.
#ifndef STUMBLE_TOOLS_ENTRY_EDITING_H_
#define STUMBLE_TOOLS_ENTRY_EDITING_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "journal/journal_text.h"
#include "journal/seal.h"
#include "record/record.h"
#include "tool/editor.h"
#include "tool/tool.h"

namespace stumble {

class EntryEditing {
 public:
  // `tool` must outlive this. `path` is the journal's.
  EntryEditing(Tool& tool, std::string path) : tool_(tool), path_(std::move(path)), seal_(path_, tool.identity()) {}

  // Opens a form for a new entry with what is `filled` in, and hands the entries written there to `store`; the form
  // stays, and is named, if `store` throws. Throws Error if the form can't be read and isn't opened again, or if the
  // editor fails.
  void Compose(const Record& filled, const std::function<void(const std::vector<Record>&)>& store);

  // Offers a form that an earlier run left behind, for this journal, and hands its entries to `store` likewise. True if it was stored
  // or is left for now because the input ended: then nothing more is to be asked. Nothing happens where nobody can be asked.
  bool OfferForm(const std::function<void(const std::vector<Record>&)>& store);

  // Opens the entry that a reference names, and puts it in its place as it was changed: the changed entry, or nullopt
  // if there was no change. Prints its Id. Throws Error, with nothing changed, if the entry isn't any more what was
  // opened.
  std::optional<Record> Edit(const std::string& reference);

  // Takes an entry out of the journal and prints it. Without a reference it is the one logged last, and the person is
  // asked. Throws Error, with nothing changed, while other entries follow it up.
  void TakeBack(const std::optional<std::string>& reference);

 private:
  void Fill(Draft& form, const std::function<void(const std::vector<Record>&)>& store);
  std::string FormOf() const;

  // What is known of an entry while the journal isn't locked.
  struct Known {
    std::string id;
    std::string paragraph;
  };
  Known KnownAt(const JournalText& text, size_t place) const;
  size_t PlaceOf(const Known& known, const JournalText& text) const;
  JournalText Read(ByteSource& source) const;
  JournalText ReadText(std::string text) const;
  ErrorHandler Warning() const;
  JournalText ReadUnlocked() const;
  void RefuseFollowedUp(const JournalText& text, size_t place) const;

  Tool& tool_;
  std::string path_;
  Seal seal_;  // of drafts
};

}  // namespace stumble

#endif  // STUMBLE_TOOLS_ENTRY_EDITING_H_
