// Field names on the command line: as the table spells them, in any letter case; and what was probably meant by one
// that the table doesn't have. Such a field is allowed: it is the person's own.
#ifndef STUMBLE_TOOL_FIELD_NAMES_H_
#define STUMBLE_TOOL_FIELD_NAMES_H_

#include <string>
#include <string_view>

#include "record/record.h"
#include "tool/tool.h"

namespace stumble {

// The name of a field as the table spells it. Throws a usage Error for what is no field's name.
std::string FieldNamed(std::string_view name);

// Warns where a field that the table doesn't have is one letter or so away from one that it has. `option` is where it
// was given.
void WarnIfMisspelt(std::string_view option, std::string_view name, Tool& tool);

// Says of a record that was written by hand which of its fields the table doesn't have though it has one that is spelled nearly so;
// each name once a run, with its line. They stay as they are. True if anything was said. Nothing that `before` has is named.
bool NameMisspeltFields(const Record& record, const Record& before, Tool& tool);

}  // namespace stumble

#endif  // STUMBLE_TOOL_FIELD_NAMES_H_
