#include "reframing/cue_check.h"

#include <functional>
#include <memory>

#include "error.h"
#include "reframing/cue_matcher.h"
#include "reframing/pattern_finder.h"
#include "reframing/safety_reader.h"

namespace stumble {

namespace {

using Texts = std::vector<std::string>;
using Found = std::function<bool(const std::string&)>;

// How one sort of cues is compiled, and how texts are read for it. Both compile or throw Error.
struct Way {
  std::function<Found(const Cue&)> cue;
  std::function<Found(const std::vector<Cue>&, double threshold)> sum;
};

Way OfPatterns(const std::shared_ptr<const WordLists>& lists) {
  return {[lists](const Cue& cue) -> Found {
            auto matcher = std::make_shared<CueMatcher>(cue, lists);
            return [matcher](const std::string& text) { return matcher->Find(Wording(text)).has_value(); };
          },
          [lists](const std::vector<Cue>& cues, double threshold) -> Found {
            auto weighed = std::make_shared<WeighedCues>(cues, lists);
            return [=](const std::string& text) { return weighed->Weigh(Wording(text)).Reaches(threshold); };
          }};
}

// In either reading of the text.
bool InEither(const SafetyReader& reader, const std::string& text, const std::function<bool(const Wording&)>& found) {
  if (found(reader.Read(Wording(text)))) return true;
  std::optional<Wording> unmasked = reader.ReadUnmasked(text);
  return unmasked && found(*unmasked);
}

Way OfRules(const SafetyReader& reader) {
  return {[&reader](const Cue& cue) -> Found {
            auto matcher = std::make_shared<CueMatcher>(cue, reader.lists());
            return [=, &reader](const std::string& text) {
              return InEither(reader, text, [&](const Wording& read) { return matcher->Find(read).has_value(); });
            };
          },
          [&reader](const std::vector<Cue>& cues, double threshold) -> Found {
            auto weighed = std::make_shared<WeighedCues>(cues, reader.lists());
            return [=, &reader](const std::string& text) {
              return InEither(reader, text,
                              [&](const Wording& read) { return weighed->Weigh(read).Reaches(threshold); });
            };
          }};
}

class Checker {
 public:
  // The pack's signs. Returns whether all of them can be looked for.
  bool CheckSigns(const std::vector<Sign>& signs, const Way& way) {
    bool compiled = true;
    for (const Sign& sign : signs) compiled = CheckCue(sign.cue, "'" + sign.id + "'", way) && compiled;
    return compiled;
  }

  bool CheckOwnCues(const std::vector<Cue>& cues, const Way& way) {
    bool compiled = true;
    for (const Cue& cue : cues) compiled = CheckCue(cue, "this cue", way) && compiled;
    return compiled;
  }

  void CheckPassedOver(const std::string& phrase, const WordLists& lists, const Place& place) {
    try {
      Phrase ready(phrase, lists);
    } catch (const Error& error) {
      Add(Error("passed_over: " + std::string(error.what()), place));
    }
  }

  void CheckRule(const SafetyRule& rule, const Way& way) {
    if (CheckOwnCues(rule.cues, way))
      Hold(rule.place, "'" + rule.id + "'", rule.examples, rule.counterexamples, way.sum(rule.cues, rule.threshold));
  }

  void CheckPattern(const Pattern& pattern, const PatternFinder& finder) {
    Hold(pattern.place, "'" + pattern.id + "'", pattern.examples, pattern.counterexamples, [&](const std::string& text) {
      WeighedThought weighed = finder.Weigh(text, pattern.id);
      return WeighedCues::Reaches(weighed.sum, weighed.threshold);
    });
  }

  void Add(const Error& error) { problems_.push_back({error.place(), error.what(), /*fatal=*/true}); }

  std::vector<Problem> TakeProblems() { return std::move(problems_); }

 private:
  bool CheckCue(const Cue& cue, const std::string& name, const Way& way) {
    try {
      Hold(cue.place, name, cue.examples, cue.counterexamples, way.cue(cue));
      return true;
    } catch (const Error& error) {
      Add(error);
      return false;
    }
  }

  void Hold(const Place& place, const std::string& what, const Texts& examples, const Texts& counterexamples,
            const Found& found) {
    for (size_t i = 0; i < examples.size(); ++i)
      if (!found(examples[i])) Add(place, what + " does not match example " + std::to_string(i + 1));
    for (size_t i = 0; i < counterexamples.size(); ++i)
      if (found(counterexamples[i])) Add(place, what + " matches counterexample " + std::to_string(i + 1));
  }

  void Add(const Place& place, std::string what) { problems_.push_back({place, std::move(what), /*fatal=*/false}); }

  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> CheckCues(const Pack& pack) {
  Checker checker;
  try {
    const Way way = OfPatterns(std::make_shared<const WordLists>(pack.words));
    bool compiled = checker.CheckSigns(pack.signs, way);
    for (const Pattern& pattern : pack.patterns) compiled = checker.CheckOwnCues(pattern.cues, way) && compiled;
    if (compiled) {
      PatternFinder finder(pack);
      for (const Pattern& pattern : pack.patterns) checker.CheckPattern(pattern, finder);
    }
    const SafetyReader reader(pack);
    for (const std::string& phrase : pack.reading.passed_over) checker.CheckPassedOver(phrase, *reader.lists(), pack.reading.place);
    for (const SafetyRule& rule : pack.rules) checker.CheckRule(rule, OfRules(reader));
  } catch (const Error& error) {
    checker.Add(error);
  }
  std::vector<Problem> problems = checker.TakeProblems();
  SortByPlace(problems);
  return problems;
}

}  // namespace stumble
