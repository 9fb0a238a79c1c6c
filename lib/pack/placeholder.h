// Placeholders: names in braces that a text of a pack may hold. `{absolute}` in a phrase stands for the pack's words
// of that name, `{cue}` in questions and reframes for the words that decided, `{trigger}` in prompts for the
// setback's trigger.
#ifndef STUMBLE_PACK_PLACEHOLDER_H_
#define STUMBLE_PACK_PLACEHOLDER_H_

#include <string>
#include <vector>

#include "pack/problem.h"
#include "pack/yaml_guard.h"

namespace stumble {

// Logs names in braces other than `allowed`, and braces that name nothing. `where` is "a phrase", "a question".
void CheckPlaceholders(const YamlNode& text, const std::vector<std::string>& allowed, const std::string& where,
                       ProblemLog& log);

}  // namespace stumble

#endif  // STUMBLE_PACK_PLACEHOLDER_H_
