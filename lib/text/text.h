// What a text looks like to a person and to a terminal: its width in columns, where it wraps, which of its bytes a terminal
// must never see. Texts are UTF-8 whatever the locale; bytes that are not are kept in data and replaced only in what is shown.
#ifndef STUMBLE_TEXT_TEXT_H_
#define STUMBLE_TEXT_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace stumble {

// True if every byte belongs to a well-formed UTF-8 sequence.
bool IsUtf8(std::string_view text);

// The text with each ill-formed sequence replaced by U+FFFD.
std::string ReplaceIllFormed(std::string_view text);

// Columns that the text takes on a terminal: East Asian wide characters two, combining marks none, an emoji two however many
// characters it is joined of (a family, a flag, a skin tone).
int WidthColumns(std::string_view text);

// What becomes of a word that is wider than the line: on a page it stands alone, so that an address stays whole; at a terminal's
// edge it is broken between what a person sees as characters.
enum class WideWords { kStandAlone, kBreak };

// Breaks a text at spaces into lines of at most `width` columns; where a word has East Asian wide characters, also inside it,
// as UAX 14 has it. Its own line ends are kept, and spaces at the beginning of a line for all that it becomes.
std::vector<std::string> Wrap(std::string_view text, int width, WideWords wide_words = WideWords::kStandAlone);

// The beginning of a one-line text, cut with "…" if it is wider than `width` columns.
std::string Shorten(std::string_view text, int width);

// The text with what could steer a terminal, or hide in it, made visible: control characters (tab and newline stay), escape
// sequences, bidirectional marks and overrides, line and paragraph separators, interlinear annotations, and tags outside a flag
// appear as U+FFFD, and so do ill-formed bytes. Joiners and variation selectors stay: emoji and Persian need them.
std::string SafeForTerminal(std::string_view text);

// A JSON text with what could steer a terminal within its strings written as \uXXXX, which any reader of JSON takes for the same: DEL, the
// control characters above it, and bidirectional marks.
std::string HarmlessJson(std::string_view json);

// The text on one line: each run of line ends is a space.
std::string OnOneLine(std::string_view text);

// Whether two texts are the same but for letter case, in any script.
bool EqualIgnoringCase(std::string_view a, std::string_view b);

// The text in lower case and normalized (NFKC case folding), so that equal keys mean the same name to a person.
std::string FoldCase(std::string_view text);

// The text without white space at both ends.
std::string_view Trim(std::string_view text);

// The pieces between separators; an empty text has one empty piece.
std::vector<std::string_view> Split(std::string_view text, char separator);

}  // namespace stumble

#endif  // STUMBLE_TEXT_TEXT_H_
