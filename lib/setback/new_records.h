// NewRecords: of records that came through a pipe, what the journal does not hold yet, made ready to be appended. A record whose Id the
// journal holds becomes a follow-up with only the new fields; another keeps its Id, or gets one.
#ifndef STUMBLE_SETBACK_NEW_RECORDS_H_
#define STUMBLE_SETBACK_NEW_RECORDS_H_

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "journal/journal.h"
#include "record/record.h"
#include "setback/new_fields.h"
#include "setback/setback.h"

namespace stumble {

class NewRecords {
 public:
  // `journal` must outlive this. `make_id` gives new Ids in rising order; `date` is now.
  NewRecords(const Journal& journal, std::function<std::string()> make_id, std::string date);

  // What is new in `record`, as an entry with Id and Date; nullopt if nothing is. `about`, if not empty, is the Id of the
  // entry that it follows up, whatever its own Id. `common` are fields that stand in every entry made; a Date among them holds.
  // What was taken counts as held from then on.
  std::optional<Record> Take(const Record& record, const std::string& about, const Record& common);

 private:
  std::optional<Record> FollowUp(const Record& fields, const std::string& about, const Record& common);
  std::optional<Record> Entry(const Record& fields);
  HeldFields& HeldAt(const std::string& id);

  const Journal& journal_;
  std::function<std::string()> make_id_;
  std::string date_;
  Folded folded_;
  std::map<std::string, size_t> group_of_id_;    // Id of an entry to its group
  std::vector<const Setback*> setback_of_group_;  // nullptr for a group that began in this run, or a stray
  std::map<size_t, HeldFields> held_;             // by group, once asked for
};

}  // namespace stumble

#endif  // STUMBLE_SETBACK_NEW_RECORDS_H_
