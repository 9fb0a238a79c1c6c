// ThoughtTalk: a thought looked at again in talk, one question at a time (`reframe -i`): the thought, that it was heard, how true it
// feels, what it might be, what the person wrote when something like it came before, questions, and then the person's own fairer
// sentence. An offer comes only where no own sentence came. Any answer may be left out.
#ifndef STUMBLE_ASKING_THOUGHT_TALK_H_
#define STUMBLE_ASKING_THOUGHT_TALK_H_

#include <functional>
#include <string>
#include <vector>

#include "asking/routine_run.h"
#include "pack/pack_shelf.h"
#include "record/record.h"
#include "reframing/reframer.h"
#include "reframing/safety.h"

namespace stumble {

class ThoughtTalk {
 public:
  // All must outlive the talk. `earlier` gives sentences of the person's own for a record with its patterns.
  ThoughtTalk(const Reframer& reframer, const SafetyRules& safety, const PackShelf& shelf,
              std::function<std::vector<std::string>(const Record&)> earlier)
      : reframer_(reframer), safety_(safety), shelf_(shelf), earlier_(std::move(earlier)) {}

  // What the entry that the thought stands in says besides: how strong it is, what is felt, how true the thought felt. It is
  // acknowledged, and nothing of it is written again.
  void set_about(Record about) { about_ = std::move(about); }

  // `keep` gets what the person wrote so far, after each answer.
  void set_keep(std::function<void(const Record&)> keep) { keep_ = std::move(keep); }

  // Talks about the thought in `begun`, a record without Id and Date, or asks for one if there is none. Gives nothing if none is
  // written; else a record, and if the thought was rated again at the end, a second one that follows the first up (or the entry
  // that `begun` follows up) with that rating, for an entry holds one rating. `make_id` gives the first the Id
  // that the second needs. A question that was not asked is not in the records. Once words give cause for holding the record, nothing more is asked about the thought.
  std::vector<Record> Run(const Record& begun, const std::string& date, const std::function<std::string()>& make_id,
                          Answerer& answerer) const;

 private:
  class Watch;
  // `former`: the thought that the person came back from, to say it in another way.
  std::vector<Record> RunFrom(const Record& begun, const std::string& former, const std::string& date,
                              const std::function<std::string()>& make_id, Watch& answerer) const;
  Routine StepsOn(const Record& looked) const;
  std::string PatternSentence(const Record& looked) const;
  std::vector<Step> PatternQuestions(const Record& looked) const;

  const Reframer& reframer_;
  const SafetyRules& safety_;
  const PackShelf& shelf_;
  std::function<std::vector<std::string>(const Record&)> earlier_;
  Record about_;
  std::function<void(const Record&)> keep_;
};

}  // namespace stumble

#endif  // STUMBLE_ASKING_THOUGHT_TALK_H_
