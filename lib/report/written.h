// Written: a person's own words, gathered from the entries that hold them.
#ifndef STUMBLE_REPORT_WRITTEN_H_
#define STUMBLE_REPORT_WRITTEN_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "moment/period.h"
#include "report/digests.h"
#include "report/report.h"

namespace stumble {

// What a record says is for the next session: an answer to a routine's question `bring`; of an entry tagged `bring` what it says
// happened, else its first words. Empty if there is nothing.
std::string_view WordsToBring(const Record& record);

// The last value of a field that isn't blank.
std::string_view LastWords(const Record& record, std::string_view field);

// The values of a field in entries of the period.
struct WordsOfPeriod {
  std::vector<WrittenWords> shown;  // by the day they were written last, ties by place; the same words, in any letter case, once,
                                    // spelled as they were first
  size_t different = 0;             // all of them, those that are not held any longer too
};
WordsOfPeriod WordsIn(const Digests& journal, std::string_view field, const Period& period);

// The newest value of a field up to a day; without a day, of all. Undated entries have none.
std::optional<WrittenWords> NewestWords(const Digests& journal, std::string_view field, std::optional<Day> last);

}  // namespace stumble

#endif  // STUMBLE_REPORT_WRITTEN_H_
