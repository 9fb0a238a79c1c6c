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

// The values of a field in entries of the period, by the day they were written, ties by place; the same words, in any letter case,
// once.
std::vector<WrittenWords> WordsIn(const Journal& journal, std::string_view field, const Period& period);

// The newest value of a field up to a day; without a day, of all. Undated entries have none.
std::optional<WrittenWords> NewestWords(const Journal& journal, std::string_view field, std::optional<Day> last);

// The newest words up to a day that are for the next session: an answer to a routine's question `bring`, or of an entry tagged
// `bring` what it says happened, else its first words.
std::optional<WrittenWords> NewestToBring(const Journal& journal, std::optional<Day> last);

}  // namespace stumble

#endif  // STUMBLE_REPORT_WRITTEN_H_
