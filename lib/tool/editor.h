// Editor: the person's own text editor, and the draft that it opens. A draft is for one person's eyes (0600), and is
// never lost with words in it: it goes once they are in the journal, or where there are none of the person's.
#ifndef STUMBLE_TOOL_EDITOR_H_
#define STUMBLE_TOOL_EDITOR_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

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
  // what it is `of`, if that is given. Throws Error if it can't be made.
  Draft(const std::string& what, std::string text, const std::string& of = {});
  // Takes over a file that an earlier run left behind; see DraftsLeft.
  static Draft TakenOver(const std::string& path) { return Draft(path, nullptr); }
  // Removes the file if nobody wrote anything into it, unless it is kept.
  ~Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  const std::string& path() const { return path_; }
  // What it holds now, with LF at the ends of lines and without a byte order mark. Empty if it is gone.
  std::string Read() const;
  bool IsChanged() const { return Read() != text_; }
  // The words are safe elsewhere, or there are none.
  void Remove();
  // It stays, whatever it holds.
  void Keep() { settled_ = true; }

 private:
  Draft(const std::string& left, std::nullptr_t);

  std::string path_;
  std::string text_;
  bool settled_ = false;  // removed, or kept
};

// The drafts of these names that earlier runs left behind, the oldest first: a window was closed, or they were kept for later. None that
// another run is at work on.
std::vector<std::string> DraftsLeft(const std::string& what, const std::string& of);

// Removes the file at this descriptor if it is a draft: what it held is safe elsewhere now.
void RemoveDraftAt(int descriptor);

// The paths of all drafts that are there, and of copies that an editor left beside one.
std::vector<std::string> Drafts();

}  // namespace stumble

#endif  // STUMBLE_TOOL_EDITOR_H_
