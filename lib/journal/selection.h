// Selection: which entries a person wants to see, judged on the entry itself: by names, by expressions, by time.
#ifndef STUMBLE_JOURNAL_SELECTION_H_
#define STUMBLE_JOURNAL_SELECTION_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "moment/period.h"
#include "record/record.h"
#include "text/regex.h"

namespace stumble {

class Selection {
 public:
  // One of these names in that field, whatever the letter case. No names, no condition. Each call adds one.
  void WantNames(std::string field, const std::vector<std::string>& names);

  // `FIELD=REGEX`: some value of the field matches. Throws a usage Error if that isn't what `text` is.
  void WantMatch(const std::string& text);

  void WantPeriod(const std::optional<Period>& period) { period_ = period; }

  bool empty() const { return names_.empty() && matches_.empty() && !period_; }

  // Whether the names and expressions hold.
  bool MatchesFields(const Record& record) const;
  // Whether the record's Date is in the period; an entry without one is in none.
  bool MatchesPeriod(const Record& record) const;
  bool Matches(const Record& record) const { return MatchesFields(record) && MatchesPeriod(record); }

 private:
  struct Names {
    std::string field;
    std::vector<std::string> folded;
  };
  struct Match {
    std::string field;
    Regex regex;
  };
  std::vector<Names> names_;
  std::vector<Match> matches_;
  std::optional<Period> period_;
};

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_SELECTION_H_
