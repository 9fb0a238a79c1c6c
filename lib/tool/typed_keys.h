// TypedKeys: what comes from a terminal's keyboard, byte by byte, as a line editor is to have it. Keys that the editor does not know are
// dropped rather than typed into somebody's words; a text of several lines that is pasted stays one answer.
#ifndef STUMBLE_TOOL_TYPED_KEYS_H_
#define STUMBLE_TOOL_TYPED_KEYS_H_

#include <string>
#include <string_view>

namespace stumble {

// What a terminal puts around pasted text once it is asked to, and what asks and no longer asks for it.
inline constexpr std::string_view kPasteBegins = "\033[200~", kPasteEnds = "\033[201~";
inline constexpr std::string_view kMarkPastes = "\033[?2004h", kMarkNoPastes = "\033[?2004l";
// The one sequence that Take hands on; it must be bound.
inline constexpr std::string_view kDeleteKey = "\033[3~";

class TypedKeys {
 public:
  // Bytes as they were read.
  void Add(std::string_view bytes) { raw_ += bytes; }

  // What the editor gets of them, as far as that can be told. `settled`: nothing more came for SettleMilliseconds. `lines_apart`: this
  // was typed ahead, a line an answer; else an Enter with more right behind it is that of a paste, and becomes a space.
  std::string Take(bool settled, bool lines_apart);

  // Bytes are left that could not be told yet, or stand behind an Enter.
  bool HasMore() const { return !raw_.empty(); }
  // How long to wait for more, before what is left is settled.
  int SettleMilliseconds() const;

 private:
  bool TakePaste(bool settled, std::string& keys);
  bool TakeSequence(bool settled, std::string& keys);

  std::string raw_;
  bool in_paste_ = false;
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_TYPED_KEYS_H_
