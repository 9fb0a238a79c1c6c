#include "reframing/cue_check.h"

#include <functional>

#include "error.h"
#include "reframing/cue_matcher.h"

namespace stumble {

namespace {

using Texts = std::vector<std::string>;

class Checker {
 public:
  explicit Checker(const Pack& pack) : lists_(pack.words) {}

  void Check(const std::string& id, const Place& place, const std::vector<Cue>& cues, double threshold,
             const Texts& examples, const Texts& counterexamples) {
    bool compiled = true;
    for (const Cue& cue : cues) compiled = CheckCue(cue) && compiled;
    if (!compiled) return;
    WeighedCues weighed(cues, lists_);
    auto named = [&](const std::string& text) {
      return weighed.Weigh(Wording(text)).Reaches(threshold);
    };
    Hold(place, id, examples, counterexamples, named);
  }

  std::vector<Problem> TakeProblems() { return std::move(problems_); }

 private:
  bool CheckCue(const Cue& cue) {
    try {
      CueMatcher matcher(cue, lists_);
      Hold(cue.place, "this cue", cue.examples, cue.counterexamples,
           [&](const std::string& text) { return matcher.Find(Wording(text)).has_value(); });
      return true;
    } catch (const Error& error) {
      problems_.push_back({cue.place, error.what(), /*fatal=*/true});
      return false;
    }
  }

  void Hold(const Place& place, const std::string& what, const Texts& examples, const Texts& counterexamples,
            const std::function<bool(const std::string&)>& found) {
    for (size_t i = 0; i < examples.size(); ++i)
      if (!found(examples[i])) Add(place, what + " does not match example " + std::to_string(i + 1));
    for (size_t i = 0; i < counterexamples.size(); ++i)
      if (found(counterexamples[i])) Add(place, what + " matches counterexample " + std::to_string(i + 1));
  }

  void Add(const Place& place, std::string what) { problems_.push_back({place, std::move(what), /*fatal=*/false}); }

  WordLists lists_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> CheckCues(const Pack& pack) {
  Checker checker(pack);
  for (const Pattern& pattern : pack.patterns)
    checker.Check("'" + pattern.id + "'", pattern.place, pattern.cues, pattern.threshold, pattern.examples,
                  pattern.counterexamples);
  for (const SafetyRule& rule : pack.rules)
    checker.Check("'" + rule.id + "'", rule.place, rule.cues, rule.threshold, rule.examples, rule.counterexamples);
  std::vector<Problem> problems = checker.TakeProblems();
  SortByPlace(problems);
  return problems;
}

}  // namespace stumble
