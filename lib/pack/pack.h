// Pack: what one YAML file of prompts/ says, as plain structs. A pack may hold patterns and hardships (for reframe),
// prompts and routines (for prompt), safety rules and helplines, and words that its cues can name. Nothing here is compiled
// or judged: phrases and expressions are text, and the rooms further along the line make sense of them.
#ifndef STUMBLE_PACK_PACK_H_
#define STUMBLE_PACK_PACK_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "error.h"

namespace stumble {

// One weighted sign that a text may show a pattern. Either `phrases` or `regex` is given.
struct Cue {
  Place place;
  // Plain words, matched without regard to case, in whole words, contractions as if written out. `…` (or `...`) between
  // words stands for up to six words of the same sentence; `{name}` for any alternative of the pack's words of that name;
  // `hit~` for a verb in its forms, `to/of` for either word, `[my]` for a part that may be missing, `^` for the beginning of a
  // sentence; a `/` that stands alone for going on at the beginning of the next one.
  std::vector<std::string> phrases;
  // Where one of these phrases overlaps the place a phrase matched, the cue does not count there.
  std::vector<std::string> but_not;
  std::string regex;   // RE2 syntax, matched without regard to case
  double weight = 1;   // what it adds to the pattern's sum, once however often it matches; negative takes away
  std::vector<std::string> examples;         // the cue matches in each of these
  std::vector<std::string> counterexamples;  // and in none of these
};

// A cue with a name, which patterns share: each says how much it weighs for it.
struct Sign {
  std::string id;
  bool quiet = false;  // it counts, but is never shown as the words that decided
  Cue cue;             // its weight means nothing
};

struct SignWeight {
  std::string sign;
  double weight = 0;
};

// A question or a reframe: a text with slots in braces, and when it fits. A plain text in the pack has `text` alone.
struct Offer {
  Place place;
  std::string text;
  // evidence, degree, alternatives, friend, coping, causes, growth, acceptance, self-compassion or grounding; or empty.
  std::string strategy;
  std::vector<std::string> needs;  // slots that the thought must fill, those of the text among them
  // intense, mild, me, others: all that are named must hold; of work, school, family, and so on, one.
  std::vector<std::string> when;
};

struct Pattern {
  Place place;
  std::string id;       // "fortune-telling", for pipes
  std::string plain;    // "expecting the worst ahead", for people: stands after "This might be"
  std::string term;     // what textbooks call it, for man pages
  std::string about;    // a sentence or two that teach it, for --explain
  double threshold = 1;  // named when the sum of the weights reaches it
  std::vector<Cue> cues;            // its own
  std::vector<SignWeight> signs;    // the pack's, in the pack's order of this pattern
  std::vector<std::string> examples;         // thoughts in which the pattern is named
  std::vector<std::string> counterexamples;  // thoughts in which it is not
  std::vector<Offer> questions;              // Socratic questions, to "you"
  std::vector<Offer> reframes;               // other words, in the first person
};

// When a prompt fits, judged on the setback at hand (or its absence).
struct Prompt {
  Place place;
  std::string id;     // "beliefs-07", unique among all packs
  std::string theme;  // "beliefs"
  std::string text;   // `{trigger}` stands for the setback's first trigger
  // Any of: open, eased, came-back, intense (7 or more), mild (3 or less), thought, trigger, quiet (nothing lately).
  // All that are named must hold; none named fits always.
  std::vector<std::string> when;
};

struct Step {
  Place place;
  std::string id;     // unique in its routine
  std::string say;    // shown, nothing is asked; or
  std::string ask;    // asked
  std::string help;   // a line below the question
  std::string field;  // where the answer goes; empty: Prompt and Answer
  // text; rating (0 to 10 for Intensity, 0 to 100 for Belief); yes-no
  std::string kind = "text";
  std::string low, high;  // labels at both ends of a rating
  int repeat = 1;         // asked up to so many times, until an answer is empty
  bool weighs = false;    // it weighs what was written, or draws something from it: never asked of words of crisis or abuse
  bool is_room = false;   // asked only where steps that weigh are left out; no pack has one of its own
};

struct Routine {
  Place place;
  std::string id;
  std::string title;
  std::string serves;     // YAML `for`: what it is for, a sentence
  std::string not_when;   // when another thing would be kinder
  std::string needs;      // "therapist", or empty
  std::string keeps;      // "plan": its answers are the person's own safety plan; or empty
  std::string stop_text;  // said when the person stops early
  int minutes = 0;
  std::vector<Step> steps;
};

// A rule on texts that must not be weighed or reframed.
struct SafetyRule {
  Place place;
  std::string id;
  // crisis: suicide, self-harm. abuse: harm by somebody. bring: intrusive thoughts, voices, persecution: a thing to bring
  // to the therapist. hardship: grief, illness, poverty, discrimination, harassment, danger: something to be supported through.
  std::string kind;
  double threshold = 1;
  std::vector<Cue> cues;
  std::vector<std::string> examples, counterexamples;
};

// How the rules of a pack read a text.
struct SafetyReading {
  Place place;
  std::vector<std::string> filler;  // words that say nothing here ("really", "just"): read as if they weren't there
  std::vector<std::string> passed_over;  // phrases in which something is denied or only spoken of: rules of crisis and abuse look past them
  std::vector<std::string> near;    // words to be found also where they are misspelt by a letter or two
  std::vector<std::string> known;   // words that only look like one of `near`, and are right as they are
  std::map<std::string, std::string> shorthand;  // words as they are typed in a hurry, and what they stand for: "wud", "would"
};

// One way to reach somebody.
struct Helpline {
  Place place;
  std::string name;
  std::string serves;  // YAML `for`: crisis or abuse
  std::string call, text, chat;  // as one would dial or type it; empty where there is none
  std::string hours;             // "24/7", or the hours in words
  std::string source;            // the official page
  std::string checked;           // the day it was read, YYYY-MM-DD
};

struct Region {
  Place place;
  std::string code;     // ISO 3166-1 alpha-2, upper case
  std::string country;
  std::string emergency;
  std::string source, checked;  // of the emergency number
  std::vector<Helpline> lines;
};

struct Pack {
  std::string file;
  std::string name;  // YAML `pack`
  int version = 0;
  std::string title, language, license, author, reviewed;
  std::vector<std::string> sources;
  std::map<std::string, std::vector<std::string>> words;
  std::vector<Sign> signs;
  std::vector<Pattern> patterns;
  std::vector<Prompt> prompts;
  std::vector<Routine> routines;
  SafetyReading reading;
  std::vector<SafetyRule> rules;
  std::vector<Region> regions;
  std::optional<Helpline> directory;  // the international one
};

}  // namespace stumble

#endif  // STUMBLE_PACK_PACK_H_
