// Editor: the person's own text editor, and the draft that it opens. A draft is for one person's eyes (0600), and is
// never lost with words in it: it goes once they are in the journal, or where there are none of the person's. That of an
// encrypted journal lies in memory while an editor has it, and is encrypted where it is kept.
#ifndef STUMBLE_TOOL_EDITOR_H_
#define STUMBLE_TOOL_EDITOR_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "journal/seal.h"

namespace stumble {

// The editor of whoever runs this.
class Editor {
 public:
  // $VISUAL, else $EDITOR, else the first of editor, nano and vi that is in $PATH. Throws a usage Error if there is
  // none, or if it can't be understood.
  Editor();

  // Opens a file at the terminal, and comes back when the person is done: the editor's exit status. Throws a usage
  // Error if it can't be run.
  int Open(const std::string& path) const;

 private:
  std::vector<std::string> words_;
  std::string named_by_;
};

// A file to be edited.
class Draft {
 public:
  // Makes a new file in the state directory that holds `text`; its name begins with `what` and ends in .rec, and says
  // what it is `of`, if that is given. If `seal` encrypts, the file is made in memory. Throws Error if it can't be made.
  Draft(const std::string& what, std::string text, const std::string& of = {}, const Seal& seal = {});
  // Takes over a file that an earlier run left behind; see DraftsLeft.
  static Draft TakenOver(const std::string& path, const Seal& seal = {}) { return Draft(path, seal, nullptr); }
  // Removes the file if nobody wrote anything into it, unless it is kept. One with words in it that lies in memory is encrypted.
  ~Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  // Where it is.
  const std::string& path() const { return path_.empty() ? sealed_ : path_; }
  // The same, as a text that an editor can open. Throws Error if it is encrypted and can't be opened.
  const std::string& PathToEdit();
  // What it holds now, with LF at the ends of lines and without a byte order mark. Empty if it is gone.
  std::string Read() const;
  bool IsChanged() const { return Read() != text_; }
  // The words are safe elsewhere, or there are none.
  void Remove();
  // It stays, whatever it holds, on the disk; encrypted, if that is to be. Throws Error if it can't be encrypted, and stays in memory.
  void Keep();

 private:
  Draft(const std::string& left, const Seal& seal, std::nullptr_t);
  void MakeIn(const std::string& directory);

  std::string name_;    // of the file, its end to be filled in
  std::string path_;    // in the clear; empty while it is only encrypted
  std::string sealed_;  // encrypted; empty if it is not
  std::string text_;
  Seal seal_;
  bool settled_ = false;  // removed, or kept
};

// The drafts of these names that earlier runs left behind, the oldest first: a window was closed, or they were kept for later. None that
// another run is at work on.
std::vector<std::string> DraftsLeft(const std::string& what, const std::string& of);

// Whether another run is at work on a draft.
bool IsBeingWritten(const std::string& draft);

// Removes the file at this descriptor if it is a draft: what it held is safe elsewhere now.
void RemoveDraftAt(int descriptor);

// The paths of all drafts that are there, and of copies that an editor left beside one.
std::vector<std::string> Drafts();

}  // namespace stumble

#endif  // STUMBLE_TOOL_EDITOR_H_
