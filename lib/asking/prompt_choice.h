// Choosing the next good question: of the prompts that fit, some by chance, and the same ones again for the same seed.
#ifndef STUMBLE_ASKING_PROMPT_CHOICE_H_
#define STUMBLE_ASKING_PROMPT_CHOICE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "asking/situation.h"
#include "pack/pack.h"

namespace stumble {

// Up to `count` different prompts whose theme is among `themes` (any, if empty) and whose conditions all hold; only those for
// intense moments (`when: [intense]`) where the situation is one and there are such. The order of
// `prompts` and the seed alone decide.
std::vector<const Prompt*> ChoosePrompts(const std::vector<const Prompt*>& prompts,
                                         const std::vector<std::string>& themes, const Situation& situation,
                                         size_t count, uint64_t seed);

// The prompt's text with `{trigger}` filled in.
std::string FilledText(const Prompt& prompt, const Situation& situation);

// The seed of a day, so that a prompt of the day stays the same until midnight.
uint64_t SeedOfDay(Day day);

}  // namespace stumble

#endif  // STUMBLE_ASKING_PROMPT_CHOICE_H_
