// JournalText: a journal's bytes, and where each entry stands among them, so that one entry can be put in place of
// itself or taken out while every other byte stays: comments between entries, what could not be read, CRLF, a byte
// order mark, a missing last line end.
#ifndef STUMBLE_JOURNAL_JOURNAL_TEXT_H_
#define STUMBLE_JOURNAL_JOURNAL_TEXT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "record/byte_source.h"

namespace stumble {

class JournalText {
 public:
  // `name` stands in messages for where the bytes come from. What can't be read goes to `on_error`.
  JournalText(std::string bytes, const std::string& name, const ErrorHandler& on_error);

  const std::string& bytes() const { return bytes_; }
  // The entries; their places are those that the functions below take.
  const Journal& journal() const { return journal_; }
  // Whether there was a paragraph that could not be read.
  bool has_damage() const { return has_damage_; }

  // The lines of an entry with the comments directly at it, as they stand there, but for a byte order mark before
  // them.
  std::string_view ParagraphOf(size_t entry) const;
  // The places of all entries with this Id (letter case aside), in file order.
  std::vector<size_t> PlacesOf(std::string_view id) const;
  // The places of all entries whose paragraph is this one, line ends aside.
  std::vector<size_t> PlacesOfParagraph(std::string_view paragraph) const;

  // All bytes, with the paragraph in place of the entry's own. It ends in a line end, and in what a last backslash
  // needs; its lines end as the entry's first line did.
  std::string With(size_t entry, std::string_view paragraph) const;

  // All bytes but those of the entry and of one blank line beside it, or of all blank lines after it where the file
  // begins with it. Its neighbors stay apart.
  std::string Without(size_t entry) const;
  // The same for several entries, by rising place.
  std::string Without(const std::vector<size_t>& entries) const;

 private:
  struct Span {
    size_t begin, end;  // in bytes_
  };
  Span RemovalOf(size_t entry, std::string& replacement) const;
  bool IsBlank(Span line) const;
  bool Separates(Span line) const;
  Span LineBefore(size_t at) const;
  Span LineAt(size_t at) const;

  std::string bytes_;
  Journal journal_;
  std::vector<Span> spans_;  // parallel to the journal's entries
  bool has_damage_ = false;
};

// Everything that a source gives.
std::string ReadAll(ByteSource& source);

// The text with LF alone at the ends of its lines.
std::string WithoutCarriageReturns(std::string_view text);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_JOURNAL_TEXT_H_
