// Reads prompts and routines out of a pack's tree.
#ifndef STUMBLE_PACK_ROUTINE_READER_H_
#define STUMBLE_PACK_ROUTINE_READER_H_

#include "pack/pack.h"
#include "pack/problem.h"
#include "pack/yaml_guard.h"

namespace stumble {

Prompt ReadPrompt(const YamlNode& node, ProblemLog& log);
Routine ReadRoutine(const YamlNode& node, ProblemLog& log);

}  // namespace stumble

#endif  // STUMBLE_PACK_ROUTINE_READER_H_
