// Journals from text, for the tests of this room and of those along the line.
#ifndef STUMBLE_TESTS_JOURNAL_JOURNAL_OF_H_
#define STUMBLE_TESTS_JOURNAL_JOURNAL_OF_H_

#include <string>
#include <string_view>

#include "journal/journal.h"
#include "record/record_text.h"

namespace stumble {

inline Journal JournalFrom(std::string_view text) {
  Journal journal;
  for (const Record& record : Read(text).records) journal.Add(record, [](const Error&) {});
  return journal;
}

// What is thrown by `work`, as a sentence; "nothing" if nothing is.
template <typename Work>
std::string Thrown(Work work) {
  try {
    work();
  } catch (const Error& error) {
    return error.Sentence();
  }
  return "nothing";
}

}  // namespace stumble

#endif  // STUMBLE_TESTS_JOURNAL_JOURNAL_OF_H_
