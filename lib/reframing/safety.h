// Safety: whether a text speaks of suicide, self-harm or abuse, so that its record is held: kept and passed on unchanged, and never
// weighed. And of two quieter things: what belongs with the therapist, and hardship that wants support, not questions.
// Rules are cues in packs. No score comes out of this, and no promise that everything is caught.
#ifndef STUMBLE_REFRAMING_SAFETY_H_
#define STUMBLE_REFRAMING_SAFETY_H_

#include <string_view>
#include <optional>
#include <vector>

#include "pack/pack_shelf.h"
#include "record/record.h"
#include "reframing/cue_matcher.h"
#include "reframing/safety_reader.h"

namespace stumble {

// In rising order of what comes first where several apply.
enum class Concern { kNone, kHardship, kBringToTherapist, kAbuse, kCrisis };

class SafetyRules {
 public:
  // Compiles the rules of all packs on the shelf. Throws Error with file and line if a cue is not valid.
  // With a handler, a rule of the person's own pack that is not valid is handed to it and left out instead. The shelf must outlive this.
  explicit SafetyRules(const PackShelf& shelf, const ErrorHandler& on_error = {});

  // The first concern about a text.
  Concern Judge(std::string_view text) const;

  // kCrisis or kAbuse if any free text of the record gives cause, or it carries such a label; kNone otherwise, or where the
  // person's own `Safety: no` corrects it.
  Concern JudgeRecord(const Record& record) const;

 private:
  struct Compiled {
    Concern concern;
    double threshold;
    WeighedCues cues;
    bool weighs_denials;  // it looks at what is denied too
  };
  struct CompiledPack {
    SafetyReader reader;
    std::vector<Compiled> rules;  // the gravest first
    std::vector<WaitingPhrase> passed_over;
    Concern Judge(const Wording& wording) const;
  };
  std::vector<CompiledPack> packs_;
};

inline bool IsHeld(Concern concern) { return concern == Concern::kCrisis || concern == Concern::kAbuse; }

// "crisis" or "abuse", the values of the Safety field; empty for the others.
std::string_view SafetyLabel(Concern concern);

}  // namespace stumble

#endif  // STUMBLE_REFRAMING_SAFETY_H_
