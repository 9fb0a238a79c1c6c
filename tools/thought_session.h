// ThoughtSession: what reframe does besides the pipe: it brings the person's own earlier words (--evidence), and talks about one thought at
// the terminal (-i).
#ifndef STUMBLE_TOOLS_THOUGHT_SESSION_H_
#define STUMBLE_TOOLS_THOUGHT_SESSION_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pack/pack_shelf.h"
#include "reframing/pattern_finder.h"
#include "reframing/reframer.h"
#include "reframing/safety.h"
#include "setback/setback.h"
#include "tool/journal_options.h"
#include "tool/pack_options.h"
#include "tool/tool.h"

namespace stumble {

// What the person wrote when something like a record came before; see EarlierHelp. Each setback is brought once.
class EarlierWords {
 public:
  // All must outlive this. The journal is read when it is first needed.
  EarlierWords(JournalOptions& files, const PatternFinder& finder, const SafetyRules& safety)
      : files_(files), finder_(finder), safety_(safety) {}

  // `reframed`: the record with its patterns.
  std::vector<Record> For(const Record& reframed, size_t most);
  // One of those as it is told in a talk.
  std::string Sentence(const Record& help, Day today) const;

 private:
  std::set<std::string> PatternsOf(const Record& record) const;

  JournalOptions& files_;
  const PatternFinder& finder_;
  const SafetyRules& safety_;
  std::optional<Journal> journal_;
  Folded folded_;
  std::set<std::string> brought_;  // Ids
};

// What a talk about a setback, its entries merged, begins with: About, and its last thought, or the last that has no Reframe yet.
Record BegunAbout(const Record& setback);

// Talks about the Thought in `begun`, or asks for one, and gives the records that come out; they follow up the entry that About names
// there. If standard output is a terminal the person is asked whether to keep them in the journal; then nothing is given.
std::vector<Record> TalkAboutThought(Tool& tool, Record begun, const Reframer& reframer,
                                     const SafetyRules& safety, const PackShelf& shelf, const ReachableHelp& help,
                                     JournalOptions& files, EarlierWords& earlier, uint64_t seed);

}  // namespace stumble

#endif  // STUMBLE_TOOLS_THOUGHT_SESSION_H_
