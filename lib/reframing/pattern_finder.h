// PatternFinder: which unhelpful thinking patterns a thought may show, and the words that decided. It names nothing rather than guess.
#ifndef STUMBLE_REFRAMING_PATTERN_FINDER_H_
#define STUMBLE_REFRAMING_PATTERN_FINDER_H_

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pack/pack.h"
#include "pack/pack_shelf.h"
#include "reframing/cue_matcher.h"

namespace stumble {

struct FoundPattern {
  const Pattern* pattern;
  double strength;                // how far the sum of the weights is above the pattern's threshold; 0 or more
  std::vector<std::string> cues;  // the words that decided, as they stand in the thought, the heaviest first
};

// A sign or cue found in a thought, and what it said about one pattern.
struct Weighing {
  std::string sign;   // its id; empty for a cue of the pattern's own
  double weight;      // what it added, or took away
  std::string words;  // where it first stands in the thought
};

struct WeighedThought {
  double sum = 0;
  double threshold = 1;
  std::vector<Weighing> weighings;  // the heaviest first, whether they add or take away
};

class PatternFinder {
 public:
  // Of the shelf's patterns those in `wanted`, or all if that is empty. The shelf must outlive the finder. Throws Error
  // with file and line if a cue is not valid; with a handler, hands it there and leaves that pattern out.
  explicit PatternFinder(const PackShelf& shelf, const std::set<std::string>& wanted = {},
                         const ErrorHandler& on_error = {});

  // All patterns of one pack, which must outlive the finder. Throws Error likewise.
  explicit PatternFinder(const Pack& pack);

  // The patterns whose sums reach their thresholds, the strongest first.
  std::vector<FoundPattern> Find(std::string_view thought) const;

  bool LooksFor(std::string_view id) const;

  // The signs that stand in it, as places in the pack's list; for a finder of one pack.
  std::vector<size_t> SignsIn(std::string_view thought) const;

  // How one of its patterns was weighed, named or not, in the passage that shows it most: `id` is one that the finder looks for.
  WeighedThought Weigh(std::string_view thought, std::string_view id) const;

 private:
  struct Compiled {
    const Pattern* pattern;
    WeighedCues cues;
    std::vector<std::pair<size_t, double>> signs;  // places in signs_, with what each weighs
  };
  struct CompiledSign {
    const Sign* sign;
    CueMatcher matcher;
  };
  using Places = std::vector<std::optional<Range>>;  // of the signs in a thought

  // Of one pattern in a passage; each sign and cue that stands there is handed on, a cue of the pattern's own without a sign.
  using EachWeighing = std::function<void(const Sign* sign, double weight, const Range& place)>;
  double Sum(const Compiled& compiled, const Wording& wording, const Places& places, const EachWeighing& each) const;
  std::vector<FoundPattern> FindInPassage(std::string_view passage) const;
  WeighedThought WeighPassage(std::string_view passage, std::string_view id) const;
  void AddPack(const Pack& pack, const std::set<std::string>& wanted, const ErrorHandler& on_error);
  Places FindSigns(const Wording& wording) const;

  std::vector<CompiledSign> signs_;
  std::vector<Compiled> patterns_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_PATTERN_FINDER_H_
