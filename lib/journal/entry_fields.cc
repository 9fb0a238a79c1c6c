#include "journal/entry_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "moment/moment.h"

namespace stumble {

namespace {

constexpr std::array kFields = {
    //         name              once   free_text
    EntryField{"Id",              true,  false},
    EntryField{"Date",            true,  false},
    EntryField{"Setback",         true,  true},
    EntryField{"About",           true,  false},
    EntryField{"Domain",          true,  true},
    EntryField{"Trigger",         false, true},
    EntryField{"Cause",           false, true},
    EntryField{"Feeling",         false, true},
    EntryField{"Tag",             false, true},
    EntryField{"Why",             false, true},
    EntryField{"Intensity",       true,  false},
    EntryField{"Thought",         false, true},
    EntryField{"Belief",          true,  false},
    EntryField{"Pattern",         false, false},
    EntryField{"Cue",             false, false},
    EntryField{"Question",        false, false},
    EntryField{"Reframe",         false, true},
    EntryField{"EvidenceFor",     false, true},
    EntryField{"EvidenceAgainst", false, true},
    EntryField{"Helped",          false, true},
    EntryField{"Learned",         false, true},
    EntryField{"Kindness",        false, true},
    EntryField{"NextStep",        false, true},
    EntryField{"Recovered",       true,  false},
    EntryField{"Prompt",          false, false},
    EntryField{"Answer",          false, true},
    EntryField{"Safety",          true,  false},
    EntryField{"Private",         true,  false},
};

constexpr std::array<std::string_view, 4> kComputed = {"State", "IntensityNow", "BeliefNow", "RecoveryDays"};

bool IsWholeNumber(std::string_view value, int most) {
  int number = -1;
  auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
  return failure == std::errc() && end == value.data() + value.size() && number >= 0 && number <= most;
}

bool IsOneOf(std::string_view value, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), value) != words.end();
}

RecordShape MakeShape() {
  RecordShape shape;
  for (const EntryField& field : kFields) {
    shape.columns.emplace_back(field.name);
    if (field.once) shape.once.emplace_back(field.name);
  }
  shape.numbers = {"Intensity", "Belief"};
  shape.group = "Thoughts";
  shape.anchor = "Thought";
  shape.members = {"Pattern", "Cue", "Question", "Reframe"};
  return shape;
}

}  // namespace

std::span<const EntryField> EntryFields() { return kFields; }

const EntryField* FindEntryField(std::string_view name) {
  auto found = std::find_if(kFields.begin(), kFields.end(), [&](const EntryField& f) { return f.name == name; });
  return found == kFields.end() ? nullptr : &*found;
}

bool IsFreeText(std::string_view name) {
  if (std::find(kComputed.begin(), kComputed.end(), name) != kComputed.end()) return false;
  const EntryField* field = FindEntryField(name);
  return field == nullptr || field->free_text;
}

bool IsDerived(std::string_view name, std::string_view value) {
  if (name == "Safety") return value != "no";
  return std::find(kComputed.begin(), kComputed.end(), name) != kComputed.end();
}

std::string ExpectedOf(std::string_view name, std::string_view value) {
  if (name == "Intensity" && !IsWholeNumber(value, 10)) return "expected a whole number from 0 to 10";
  if (name == "Belief" && !IsWholeNumber(value, 100)) return "expected a whole number from 0 to 100";
  if (name == "Date" && !ParseMoment(value))
    return "expected a date such as 2026-11-20 or a time such as 2026-11-20T21:14:00-05:00";
  if (name == "Recovered" && !IsOneOf(value, {"yes", "no"}) && !ParseMoment(value))
    return "expected yes, no, a date or a time such as 2026-11-20T21:14:00-05:00";
  if (name == "Private" && !IsOneOf(value, {"yes", "no"})) return "expected yes or no";
  if (name == "Safety" && !IsOneOf(value, {"no", "crisis", "abuse"})) return "expected no, crisis or abuse";
  return "";
}

const RecordShape& EntryShape() {
  static const RecordShape shape = MakeShape();
  return shape;
}

std::string JournalDescriptor() {
  std::string unique = "%unique:";
  for (const EntryField& field : kFields)
    if (field.once) unique += " " + std::string(field.name);
  // The types are regular expressions as recutils' `regexp` has them (POSIX extended).
  return "# stumble journal, format " + std::to_string(kJournalFormat) +
         ": stumble-journal(5) describes it\n"
         "%rec: Entry\n" +
         unique +
         "\n"
         "%mandatory: Date\n"
         "%type: Date regexp /^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?"
         "([Zz]|[+-][0-9]{2}:[0-9]{2}))?$/\n"
         "%type: Intensity range 0 10\n"
         "%type: Belief range 0 100\n"
         "%type: Recovered regexp /^(yes|no|[0-9]{4}-[0-9]{2}-[0-9]{2}.*)$/\n"
         "%type: Private regexp /^(yes|no)$/\n"
         "%type: Safety regexp /^(no|crisis|abuse)$/\n";
}

int JournalFormatOf(std::string_view beginning) {
  constexpr std::string_view kMark = "# stumble journal, format ";
  while (!beginning.empty() && (beginning[0] == '#' || beginning[0] == '\n' || beginning[0] == '\r' || beginning.starts_with("\xEF\xBB\xBF"))) {
    if (beginning.starts_with("\xEF\xBB\xBF")) {
      beginning.remove_prefix(3);
      continue;
    }
    if (beginning.starts_with(kMark)) {
      int format = 0;
      auto [end, failure] =
          std::from_chars(beginning.data() + kMark.size(), beginning.data() + beginning.size(), format);
      return failure == std::errc::result_out_of_range ? std::numeric_limits<int>::max() : format;
    }
    size_t end = beginning.find('\n');
    if (end == std::string_view::npos) break;
    beginning.remove_prefix(end + 1);
  }
  return 0;
}

}  // namespace stumble
