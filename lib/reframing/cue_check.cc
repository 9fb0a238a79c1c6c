#include "reframing/cue_check.h"

#include <functional>

#include "error.h"
#include "reframing/cue_matcher.h"
#include "reframing/pattern_finder.h"

namespace stumble {

namespace {

using Texts = std::vector<std::string>;

class Checker {
 public:
  explicit Checker(const Pack& pack) : lists_(pack.words) {}

  // The pack's signs. Returns whether all of them can be looked for.
  bool CheckSigns(const std::vector<Sign>& signs) {
    bool compiled = true;
    for (const Sign& sign : signs) compiled = CheckCue(sign.cue, "'" + sign.id + "'") && compiled;
    return compiled;
  }

  bool CheckOwnCues(const std::vector<Cue>& cues) {
    bool compiled = true;
    for (const Cue& cue : cues) compiled = CheckCue(cue, "this cue") && compiled;
    return compiled;
  }

  void CheckRule(const SafetyRule& rule) {
    if (!CheckOwnCues(rule.cues)) return;
    WeighedCues weighed(rule.cues, lists_);
    Hold(rule.place, "'" + rule.id + "'", rule.examples, rule.counterexamples,
         [&](const std::string& text) { return weighed.Weigh(Wording(text)).Reaches(rule.threshold); });
  }

  void CheckPattern(const Pattern& pattern, const PatternFinder& finder) {
    Hold(pattern.place, "'" + pattern.id + "'", pattern.examples, pattern.counterexamples, [&](const std::string& text) {
      WeighedThought weighed = finder.Weigh(text, pattern.id);
      return WeighedCues::Reaches(weighed.sum, weighed.threshold);
    });
  }

  std::vector<Problem> TakeProblems() { return std::move(problems_); }

 private:
  bool CheckCue(const Cue& cue, const std::string& name) {
    try {
      CueMatcher matcher(cue, lists_);
      Hold(cue.place, name, cue.examples, cue.counterexamples,
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
  bool compiled = checker.CheckSigns(pack.signs);
  for (const Pattern& pattern : pack.patterns) compiled = checker.CheckOwnCues(pattern.cues) && compiled;
  if (compiled) {
    PatternFinder finder(pack);
    for (const Pattern& pattern : pack.patterns) checker.CheckPattern(pattern, finder);
  }
  for (const SafetyRule& rule : pack.rules) checker.CheckRule(rule);
  std::vector<Problem> problems = checker.TakeProblems();
  SortByPlace(problems);
  return problems;
}

}  // namespace stumble
