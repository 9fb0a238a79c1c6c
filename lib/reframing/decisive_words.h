// DecisiveWords: of all places in a thought that spoke for a pattern, the few that a person is shown. Places that touch or almost touch
// are shown as one, since "must think I am dull" says more than "must" and "dull".
#ifndef STUMBLE_REFRAMING_DECISIVE_WORDS_H_
#define STUMBLE_REFRAMING_DECISIVE_WORDS_H_

#include <utility>
#include <vector>

#include "reframing/wording.h"

namespace stumble {

class DecisiveWords {
 public:
  // The wording must outlive it.
  explicit DecisiveWords(const Wording& wording) : wording_(wording) {}

  // A place in the original text and what it weighed; one that took something away is not shown.
  void Add(const Range& place, double weight);

  // The places to show, in the original text, the heaviest first; none overlaps another.
  std::vector<Range> Places() const;

 private:
  struct Span {
    size_t first, last;  // words, both included
    double weight;
  };

  const Wording& wording_;
  std::vector<Span> spans_;
};

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_DECISIVE_WORDS_H_
