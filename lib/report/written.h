// Written: a person's own words, gathered from the entries that hold them.
#ifndef STUMBLE_REPORT_WRITTEN_H_
#define STUMBLE_REPORT_WRITTEN_H_

#include <optional>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "moment/period.h"
#include "report/report.h"

namespace stumble {

// What a record says is for the next session: an answer to a routine's question `bring`; of an entry tagged `bring` what it says
// happened, else its first words. Empty if there is nothing.
std::string_view WordsToBring(const Record& record);

// The last value of a field that isn't blank.
std::string_view LastWords(const Record& record, std::string_view field);

// The values of a field in entries of the period, by the day they were written last, ties by place; the same words, in any letter
// case, once, spelled as they were first.
std::vector<WrittenWords> WordsIn(const Journal& journal, std::string_view field, const Period& period);

// All that entries of the period say is for the next session, likewise.
std::vector<WrittenWords> AllToBring(const Journal& journal, const Period& period);

// The newest value of a field up to a day; without a day, of all. Undated entries have none.
std::optional<WrittenWords> NewestWords(const Journal& journal, std::string_view field, std::optional<Day> last);

// The newest words up to a day that are for the next session: an answer to a routine's question `bring`, or of an entry tagged
// `bring` what it says happened, else its first words.
std::optional<WrittenWords> NewestToBring(const Journal& journal, std::optional<Day> last);

}  // namespace stumble

#endif  // STUMBLE_REPORT_WRITTEN_H_
