// Digest: a record with only what a report may use of it: dates, ratings and short names, and those of its words that may be shown.
// Whoever reads a long journal keeps digests, so that memory grows with the number of its entries and not with its text.
#ifndef STUMBLE_REPORT_DIGEST_H_
#define STUMBLE_REPORT_DIGEST_H_

#include <cstddef>
#include <string_view>

#include "moment/period.h"
#include "record/record.h"

namespace stumble {

// Words of an entry of the period are kept up to so many bytes, and with an ellipsis where they are longer; those of earlier ones, of
// which a report may show a line, up to fewer. Of those of earlier ones that it only counts, an ellipsis alone is kept.
inline constexpr size_t kMostBytesShown = 4000, kMostBytesOfBefore = 240;

// A record keeps little more than this.
inline constexpr size_t kMostBytesOfARecord = 16'000;

// So many values of a field, of each record, and so many bytes of a name such as Trigger.
inline constexpr size_t kMostValues = 50, kMostBytesOfAName = 200;

// Fields of digests alone, which no record that was read can have: words for the next session; and a hash of the whole record, so that two
// versions of an entry stay two.
inline constexpr std::string_view kBringField = "=bring", kContentField = "=content";

// The digest of a record. `is_held`, because it speaks of a crisis or of abuse, stays known as `Safety: crisis`; that it is private, or
// a part of the person's plan for hard moments, as `Private: yes`. Neither keeps any words.
Record DigestOf(const Record& record, const Period& period, bool is_held);

}  // namespace stumble

#endif  // STUMBLE_REPORT_DIGEST_H_
