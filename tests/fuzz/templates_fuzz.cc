// Templates: the slots of any thought fill any text of a pack, and a person's own word any text of ours.
#include "fuzz/target.h"
#include "reframing/slots.h"
#include "words/words.h"

namespace stumble {
namespace {

void Fuzz(std::string_view bytes) {
  std::string_view rest = bytes;
  std::string_view thought = NextPart(rest);
  std::string_view text = NextPart(rest);
  Slots slots = SlotsOf(thought);
  Expect(slots.values.size() <= 20, "there are no more slots than names for them");
  for (const char* known :
       {"I wrote “{absolute}”, {always} and {never} for {everyone}. {person} did, and {a-label} is {label}.",
        "You wish {wish} or had {missed}; {rule}. You feel {feeling}. If it came to {feared-event} or {feared}: {good}, {person-object}, {person-possessive}."})
    for (Voice voice : {Voice::kI, Voice::kYou}) {
      Slots all = slots;
      for (const char* name : {"absolute", "always", "never", "everyone", "person", "a-label", "label", "wish", "missed", "rule", "feeling",
                               "feared-event", "feared", "good", "person-object", "person-possessive"})
        all.values.try_emplace(name, std::string(text));
      Filled(known, all, text, voice);
    }
  ToYou(thought);
  Words own{std::string(thought), std::string(text)};
  own.In(text);
}

const NamedFuzzTarget target("templates", &Fuzz);

}  // namespace
}  // namespace stumble
