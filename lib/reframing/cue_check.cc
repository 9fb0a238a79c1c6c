#include "reframing/cue_check.h"

#include <functional>
#include <memory>

#include "error.h"
#include "reframing/cue_matcher.h"
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

Way OfPatterns(const WordLists& lists) {
  return {[&lists](const Cue& cue) -> Found {
            auto matcher = std::make_shared<CueMatcher>(cue, lists);
            return [matcher](const std::string& text) { return matcher->Find(Wording(text)).has_value(); };
          },
          [&lists](const std::vector<Cue>& cues, double threshold) -> Found {
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
  template <typename Part>
  void Check(const Part& part, const Way& way) {
    bool compiled = true;
    for (const Cue& cue : part.cues) compiled = CheckCue(cue, way) && compiled;
    if (compiled)
      Hold(part.place, "'" + part.id + "'", part.examples, part.counterexamples, way.sum(part.cues, part.threshold));
  }

  void Add(const Error& error) { problems_.push_back({error.place(), error.what(), /*fatal=*/true}); }

  std::vector<Problem> TakeProblems() { return std::move(problems_); }

 private:
  bool CheckCue(const Cue& cue, const Way& way) {
    try {
      Hold(cue.place, "this cue", cue.examples, cue.counterexamples, way.cue(cue));
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
    const WordLists lists(pack.words);
    for (const Pattern& pattern : pack.patterns) checker.Check(pattern, OfPatterns(lists));
    const SafetyReader reader(pack);
    for (const SafetyRule& rule : pack.rules) checker.Check(rule, OfRules(reader));
  } catch (const Error& error) {
    checker.Add(error);
  }
  std::vector<Problem> problems = checker.TakeProblems();
  SortByPlace(problems);
  return problems;
}

}  // namespace stumble
