// References: how a person names an entry: `@1`, the setback logged last, `@2` the one before; a whole Id; or its last
// characters, four or more, where they name one entry alone.
#ifndef STUMBLE_JOURNAL_REFERENCE_H_
#define STUMBLE_JOURNAL_REFERENCE_H_

#include <string>
#include <string_view>
#include <vector>

#include "journal/entry.h"

namespace stumble {

class ReferenceIndex {
 public:
  // Takes the journal's entries, in file order.
  void Add(const Entry& entry);

  // The place of the entry in the order of the calls of Add, counted from 0. "Logged last" goes by Id; an entry without
  // one was logged right after the entry that it stands behind. Throws Error if the reference names none, or several.
  size_t Resolve(std::string_view reference) const;

  // The place of the entry that was logged last, of any kind. Throws Error if there is none.
  size_t LoggedLast() const;

 private:
  struct Known {
    std::string id;
    std::string order;  // the Id, or the one before it in the file
    bool is_setback;
  };
  size_t ResolveCount(std::string_view digits) const;
  size_t ResolveId(std::string_view id) const;

  std::vector<Known> entries_;
};

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_REFERENCE_H_
