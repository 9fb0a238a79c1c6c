// ThoughtSession: what reframe does besides the pipe: it brings the person's own earlier words (--evidence), and talks about one thought at
// the terminal (-i).
#ifndef STUMBLE_TOOLS_THOUGHT_SESSION_H_
#define STUMBLE_TOOLS_THOUGHT_SESSION_H_

#include <functional>
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

// The journal as far as it is known when reframe looks at thoughts: read when it is first needed, and never a reason to fail.
class KnownJournal {
 public:
  // `files` must outlive this. `quiet`: what is doubtful about the file is no more than a note. `may_ask`: for the passphrase of an encrypted one.
  KnownJournal(const JournalOptions& files, bool quiet, bool may_ask = false) : files_(files), quiet_(quiet), may_ask_(may_ask) {}

  const Journal& entries();
  const Folded& folded();

 private:
  const JournalOptions& files_;
  bool quiet_, may_ask_;
  std::optional<Journal> journal_;
  Folded folded_;
};

// What the person wrote when something like a record came before; see EarlierHelp. Each setback is brought once.
class EarlierWords {
 public:
  // All must outlive this. What is equal to a text of `shelf` is not the person's own.
  EarlierWords(KnownJournal& journal, const PatternFinder& finder, const SafetyRules& safety, const PackShelf& shelf)
      : journal_(journal), finder_(finder), safety_(safety), shelf_(shelf) {}

  // `reframed`: the record with its patterns.
  std::vector<Record> For(const Record& reframed, size_t most);
  // One of those as it is told in a talk.
  std::string Sentence(const Record& help, Day today) const;

 private:
  std::set<std::string> PatternsOf(const Record& record) const;
  bool IsOwn(const std::string& reframe) const;

  KnownJournal& journal_;
  const PatternFinder& finder_;
  const SafetyRules& safety_;
  const PackShelf& shelf_;
  std::set<std::string> brought_;  // Ids
};

// What a talk about a setback, its entries merged, begins with: About, and its last thought, or the last that has no Reframe yet.
Record BegunAbout(const Record& setback);

// Talks about the Thought in `begun`, or asks for one; `about` is the entry it stands in, empty if none. Prints the records that come out; they
// follow up the entry that About names there. If standard output is a terminal the person is asked whether to keep them in the journal;
// then nothing is printed.
void TalkAboutThought(Tool& tool, Record begun, const Record& about, const Reframer& reframer,
                      const SafetyRules& safety, const PackShelf& shelf, const ReachableHelp& help,
                      JournalOptions& files, EarlierWords& earlier,
                      const std::function<void(const Record&)>& print);

}  // namespace stumble

#endif  // STUMBLE_TOOLS_THOUGHT_SESSION_H_
